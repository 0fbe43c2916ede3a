"""When people are reminded and of what, and what they put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.action import ActionStatus
from domain.delivery import DeliveryKind, NewDelivery
from domain.ports import Store
from domain.recommendation import RecommendationStatus
from domain.reference import Reference, Series
from domain.reminder import TO_BE_PLANNED, Dated, DuePlan, Plan
from domain.repositories import GroupRecord
from tests.contract.desk import Desk, found
from tests.contract.samples import (
    ELSEWHERE,
    LATER,
    LEAD,
    LEADER,
    MEMBER,
    NOW,
    PROFILE,
    WORKSPACE,
    add_action,
    add_recommendation,
)
from tests.jobs import over

DAY = date(2026, 11, 27)
A1, A2, R1 = Reference(Series.ACTION, 1), Reference(Series.ACTION, 2), Reference(Series.RECOMMENDATION, 1)


async def plans(store: Store, at: datetime = LATER) -> tuple[DuePlan, ...]:
    return await store.read(lambda uow: uow.reminders.due(at, 100))


async def test_who_joins_is_to_be_planned_for(desk: Desk) -> None:
    await desk.write(lambda record: record.members.add(LEADER, NOW))
    plan = await desk.read(lambda record: record.reminding.get(LEAD))
    assert plan == Plan(user=LEAD, next_at=TO_BE_PLANNED)
    assert await plans(desk.store, NOW) == (DuePlan(WORKSPACE, desk.group, LEAD),)
    assert await desk.read(lambda record: record.reminding.get(MEMBER)) is None


async def test_a_plan_is_kept_as_it_was_saved_and_due_at_its_time(desk: Desk) -> None:
    await desk.write(lambda record: record.members.add(LEADER, NOW))
    for plan in (
        Plan(user=LEAD, next_at=LATER, last_on=DAY),
        Plan(user=LEAD, next_at=None, last_on=DAY, muted=True),
        Plan(user=LEAD, next_at=LATER),
    ):
        await desk.write(over(plan, lambda record, plan: record.reminding.save(plan)))
        assert await desk.read(lambda record: record.reminding.get(LEAD)) == plan
        due = plan.next_at is not None
        assert len(await plans(desk.store, LATER)) == due
        assert await plans(desk.store, LATER - timedelta(seconds=1)) == ()


async def test_who_joins_again_is_planned_for_again_and_what_they_muted_stays_muted(desk: Desk) -> None:
    await desk.write(lambda record: record.members.add(LEADER, NOW))
    muted = Plan(user=LEAD, next_at=None, last_on=DAY, muted=True)
    await desk.write(lambda record: record.reminding.save(muted))
    await desk.write(lambda record: record.members.remove(LEAD))
    await desk.write(lambda record: record.members.add(LEADER, LATER))
    plan = await desk.read(lambda record: record.reminding.get(LEAD))
    assert plan == replace(muted, next_at=TO_BE_PLANNED)


async def test_the_longest_due_come_first_from_every_workspace_and_no_more_than_asked(store: Store) -> None:
    first, second = await found(store), await found(store, ELSEWHERE)
    await first.write(lambda record: record.reminding.save(Plan(user=LEAD, next_at=LATER)))
    await second.write(lambda record: record.reminding.save(Plan(user=LEAD, next_at=NOW)))
    await second.write(lambda record: record.reminding.save(Plan(user=MEMBER, next_at=None)))
    expected = (DuePlan(ELSEWHERE, second.group, LEAD), DuePlan(WORKSPACE, first.group, LEAD))
    assert await plans(store) == expected
    assert await store.read(lambda uow: uow.reminders.due(LATER, 1)) == expected[:1]


async def test_members_that_have_a_plan_are_not_adopted(desk: Desk) -> None:
    await desk.write(lambda record: record.members.add(LEADER, NOW))
    kept = Plan(user=LEAD, next_at=LATER, last_on=DAY)
    await desk.write(lambda record: record.reminding.save(kept))
    assert await desk.store.write(lambda uow: uow.reminders.adopt(10)) == 0
    assert await desk.read(lambda record: record.reminding.get(LEAD)) == kept


async def test_the_open_items_of_people_by_their_days(desk: Desk) -> None:
    other = await found(desk.store)

    def record_some(record: GroupRecord) -> None:
        add_action(record, owner=MEMBER, due_on=DAY)
        add_action(record, owner=LEAD, due_on=DAY + timedelta(days=1))
        add_recommendation(record, owner=MEMBER, due_on=DAY)

    await desk.write(record_some)
    await other.write(record_some)
    both = [MEMBER, LEAD, MEMBER]
    assert set(await desk.read(lambda record: record.reminding.dated(both, DAY))) == {
        Dated(MEMBER, A1, DAY),
        Dated(MEMBER, R1, DAY),
    }
    everything = await desk.read(lambda record: record.reminding.dated(both, DAY + timedelta(days=1)))
    assert Dated(LEAD, A2, DAY + timedelta(days=1)) in everything
    assert await desk.read(lambda record: record.reminding.dated([], DAY)) == ()
    assert await desk.read(lambda record: record.reminding.dated(both, DAY - timedelta(days=1))) == ()


async def test_what_is_closed_or_nobody_s_waits_for_nobody(desk: Desk) -> None:
    def record_some(record: GroupRecord) -> None:
        done = add_action(record, owner=MEMBER, due_on=DAY)
        record.actions.save(replace(done, status=ActionStatus.DONE))
        over = add_recommendation(record, owner=MEMBER, due_on=DAY)
        closed = replace(over, status=RecommendationStatus.NOT_IMPLEMENTED)
        record.recommendations.save(closed)
        lost = add_action(record, owner=MEMBER, due_on=DAY)
        record.actions.save(replace(lost, owner=None))

    await desk.write(record_some)
    assert await desk.read(lambda record: record.reminding.dated([MEMBER], DAY)) == ()


async def test_what_one_put_off_is_their_own_until_it_is_cleared(desk: Desk) -> None:
    other = await found(desk.store)
    await desk.write(lambda record: record.snoozes.put(MEMBER, A1, DAY))
    await desk.write(lambda record: record.snoozes.put(MEMBER, A1, DAY + timedelta(days=1)))
    await desk.write(lambda record: record.snoozes.put(MEMBER, R1, DAY))
    await desk.write(lambda record: record.snoozes.put(LEAD, A1, DAY))
    mine = await desk.read(lambda record: record.snoozes.of([MEMBER])[MEMBER])
    assert mine == {A1: DAY + timedelta(days=1), R1: DAY}
    assert await other.read(lambda record: record.snoozes.of([MEMBER])) == {}
    for _ in range(2):
        await desk.write(lambda record: record.snoozes.clear(A1, MEMBER))
    assert await desk.read(lambda record: record.snoozes.of([MEMBER])[MEMBER]) == {R1: DAY}
    assert await desk.read(lambda record: record.snoozes.of([LEAD])[LEAD]) == {A1: DAY}
    for _ in range(2):
        await desk.write(lambda record: record.snoozes.clear(A1))
    assert await desk.read(lambda record: record.snoozes.of([LEAD])) == {}


async def test_a_delivery_is_found_by_its_key(desk: Desk) -> None:
    new = NewDelivery(
        key="remind:T/1/U:2027-03-01",
        kind=DeliveryKind.REMINDERS,
        workspace=WORKSPACE,
        group=desk.group,
        subscription=None,
        channel=MEMBER,
        facts={"day": "2027-03-01", "since": None},
        due_at=NOW,
    )
    await desk.store.write(lambda uow: uow.outbox.add(new))
    found_again = await desk.store.read(lambda uow: uow.logbook.by_key(new.key))
    assert found_again is not None
    assert (found_again.kind, dict(found_again.facts)) == (new.kind, dict(new.facts))
    assert await desk.store.read(lambda uow: uow.logbook.by_key("remind:T/1/U:2027-03-02")) is None


async def test_who_was_deactivated_is_known_to_be(store: Store) -> None:
    for gone in (False, True, False):
        profile = replace(PROFILE, is_deactivated=gone)
        await store.write(over(profile, lambda uow, profile: uow.workspace(WORKSPACE).people.save(profile)))
        known = await store.read(lambda uow: uow.workspace(WORKSPACE).people.get(LEAD))
        assert known is not None
        assert known.is_deactivated is gone


async def test_two_who_make_the_same_reminder_make_one(durable_desk: Desk) -> None:
    """The key is the last word: whatever two replicas believed, one row comes of it."""
    new = NewDelivery(
        key="remind:T/1/U:2027-03-01",
        kind=DeliveryKind.REMINDERS,
        workspace=WORKSPACE,
        group=durable_desk.group,
        subscription=None,
        channel=MEMBER,
        facts={},
        due_at=NOW,
    )
    made = [await durable_desk.store.write(lambda uow: uow.outbox.add(new)) for _ in range(2)]
    assert made[0] is not None
    assert made[1] is None
