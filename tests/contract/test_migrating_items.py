"""What was recorded before items had dates is read as it was, its quarters as their last days."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert

from domain.action import Action
from domain.position import Position, Stance
from domain.recommendation import Recommendation
from domain.repositories import GroupRecord
from storage.opening import open_store
from tests.contract.desk import Desk
from tests.contract.releases import BEGAN, add_group, instant, reflected, upgraded
from tests.contract.samples import MEMBER, add_action

QUARTERS = (None, "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3")
DAYS = (None, date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30))
"""Of R-1, R-2 and so on."""


def write_as_the_release_before(connection: Connection) -> None:
    """In each of two groups a note and a recommendation of every number; the second has the quarters too."""
    items, recommendations = reflected(connection, "item"), reflected(connection, "recommendation")
    at = instant(connection, 0)
    said = {"text": "text", "language": "en", "versions": {}, "author": MEMBER, "progress": 0}
    state = {"version": 3, "recorded_at": at, "changed_at": at}
    kinds = (("N", "note", "recorded"), ("R", "recommendation", "proposed"))
    for group in (1, 2):
        add_group(connection, group)
        for number, quarter in enumerate(QUARTERS, start=1):
            key = {"group_id": group, "number": number}
            for step, (series, kind, status) in enumerate(kinds):
                what = {"series": series, "kind": kind, "status": status}
                row = key | what | said | state | {"recorded_in": 2 * number + step}
                connection.execute(insert(items), row)
            plan = {"countries": [], "drivers": [], "priority": True}
            planned = quarter if group == 2 else None
            connection.execute(insert(recommendations), key | plan | {"quarter": planned})


async def test_a_quarter_becomes_its_last_day_and_the_rest_stays_as_it_was(empty_url: str) -> None:
    upgraded(empty_url, "0003", write_as_the_release_before)

    def recommended(record: GroupRecord) -> list[Recommendation | None]:
        return [record.recommendations.get(number) for number in range(1, len(QUARTERS) + 1)]

    store = await open_store(empty_url)
    first, second = Desk(store, 1), Desk(store, 2)
    planned = await second.read(recommended)
    unplanned = await first.read(recommended)
    noted = await second.read(lambda record: record.notes.get(2))
    await store.close()

    assert [(found.due_on, found.quarter) for found in planned if found] == list(
        zip(DAYS, QUARTERS, strict=True)
    )
    assert [found.due_on for found in unplanned if found] == [None] * len(QUARTERS)
    assert noted is not None
    assert (noted.due_on, noted.edition, noted.meeting, noted.successor) == (None, 1, None, None)
    assert {(found.edition, found.override, found.version, found.priority) for found in planned if found} == {
        (1, None, 3, True)
    }


async def test_what_is_new_works_in_a_group_of_before(empty_url: str) -> None:
    upgraded(empty_url, "0003", write_as_the_release_before)
    position = Position(user=MEMBER, stance=Stance.SUPPORT, comment=None, edition=1, at=BEGAN)

    def act(record: GroupRecord) -> tuple[Action, tuple[Position, ...]]:
        record.positions.put(1, position)
        return add_action(record), record.positions.of(1)

    store = await open_store(empty_url)
    action, positions = await Desk(store, 1).write(act)
    await store.close()

    assert str(action.reference) == "A-1"
    assert positions == (position,)
