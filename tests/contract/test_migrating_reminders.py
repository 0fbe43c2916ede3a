"""Who was a member before anybody was reminded gets a plan, a batch at a time."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from domain.reminder import TO_BE_PLANNED, DuePlan, Plan
from storage.opening import open_store
from tests.contract.desk import Desk
from tests.contract.releases import add_group, instant, reflected, upgraded
from tests.contract.samples import CHAIR, LEAD, MEMBER, NOW, WORKSPACE
from tests.jobs import over


def write_as_the_release_before(connection: Connection) -> None:
    add_group(connection, 1)
    said = {"role": "member", "sector": "industry", "country": "MX", "organisation": "Plant", "themes": []}
    for user in (CHAIR, LEAD, MEMBER):
        row = {"group_id": 1, "user_id": user, "workspace": WORKSPACE, "joined_at": instant(connection, 0)}
        connection.execute(insert(reflected(connection, "member")), row | said)


async def test_members_of_the_release_before_are_adopted_once(empty_url: str) -> None:
    upgraded(empty_url, "0011", write_as_the_release_before)
    store = await open_store(empty_url)
    desk = Desk(store, 1)
    planned_before = await desk.read(lambda record: record.reminding.get(LEAD))
    adopted = [await store.write(lambda uow: uow.reminders.adopt(2)) for _ in range(3)]
    plans = [
        await desk.read(over(user, lambda record, user: record.reminding.get(user)))
        for user in (CHAIR, MEMBER)
    ]
    due = await store.read(lambda uow: uow.reminders.due(NOW, 100))
    await store.close()

    assert planned_before is None
    assert adopted == [2, 1, 0]
    assert plans == [Plan(user=user, next_at=TO_BE_PLANNED) for user in (CHAIR, MEMBER)]
    assert set(due) == {DuePlan(WORKSPACE, 1, user) for user in (CHAIR, LEAD, MEMBER)}
