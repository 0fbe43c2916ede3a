"""What people muted, and what they wrote and have not recorded yet."""

from __future__ import annotations

from datetime import timedelta

from domain.draft import Draft
from domain.ports import Store
from domain.reference import Reference, Series
from tests.contract.desk import Desk, found
from tests.contract.samples import ELSEWHERE, LATER, LEAD, LEADER, MEMBER, NOW, PROFILE, WORKSPACE
from tests.jobs import over

ITEM, OTHER = Reference(Series.RECOMMENDATION, 2), Reference(Series.OBSTACLE, 2)
CONTENT = {"text": "¿Qué?", "answers": ["O-1"], "priority": False, "due_on": None}


async def test_an_item_is_muted_for_one_person_until_they_unmute_it(desk: Desk) -> None:
    for _ in range(2):
        await desk.write(lambda record: record.mutes.add(MEMBER, ITEM))
    assert await desk.read(lambda record: record.mutes.has(MEMBER, ITEM))
    assert not await desk.read(lambda record: record.mutes.has(LEAD, ITEM))
    assert not await desk.read(lambda record: record.mutes.has(MEMBER, OTHER))
    for _ in range(2):
        await desk.write(lambda record: record.mutes.remove(MEMBER, ITEM))
    assert not await desk.read(lambda record: record.mutes.has(MEMBER, ITEM))


async def test_the_same_item_of_another_group_is_another_one(desk: Desk) -> None:
    other = await found(desk.store)
    await desk.write(lambda record: record.mutes.add(MEMBER, ITEM))
    assert not await other.read(lambda record: record.mutes.has(MEMBER, ITEM))


async def test_a_draft_comes_back_as_it_was_kept_until_it_is_removed(desk: Desk) -> None:
    number = await desk.write(lambda record: record.drafts.keep(MEMBER, "command:1", CONTENT, NOW))
    kept = await desk.read(lambda record: record.drafts.get(number))
    assert kept == Draft(number=number, user=MEMBER, key="command:1", content=CONTENT, kept_at=NOW)
    await desk.write(lambda record: record.drafts.remove(number))
    assert await desk.read(lambda record: record.drafts.get(number)) is None


async def test_a_draft_that_comes_twice_is_kept_once(desk: Desk) -> None:
    first = await desk.write(lambda record: record.drafts.keep(MEMBER, "command:1", CONTENT, NOW))
    again = await desk.write(lambda record: record.drafts.keep(MEMBER, "command:1", {}, LATER))
    other = await desk.write(lambda record: record.drafts.keep(MEMBER, "command:2", {}, LATER))
    assert first == again != other
    kept = await desk.read(lambda record: record.drafts.get(first))
    assert kept is not None
    assert kept.content == CONTENT


async def test_drafts_are_their_group_s_and_are_forgotten_in_time(desk: Desk) -> None:
    other = await found(desk.store, ELSEWHERE)
    for where, at in ((desk, NOW), (other, LATER)):
        await where.write(over(at, lambda record, at: record.drafts.keep(MEMBER, "command:1", CONTENT, at)))
    assert await desk.store.write(lambda uow: uow.forget_drafts(NOW)) == 0
    assert await desk.store.write(lambda uow: uow.forget_drafts(LATER)) == 1
    assert await desk.store.write(lambda uow: uow.forget_drafts(LATER + timedelta(days=1))) == 1


async def test_a_chosen_zone_stays_until_slack_s_is_wanted_again(store: Store) -> None:
    await store.write(lambda uow: uow.workspace(WORKSPACE).people.save(PROFILE))
    await store.write(lambda uow: uow.workspace(WORKSPACE).people.choose_zone(LEAD, "America/Monterrey"))
    await store.write(lambda uow: uow.workspace(WORKSPACE).people.save(PROFILE))
    known = await store.read(lambda uow: uow.workspace(WORKSPACE).people.get(LEAD))
    assert known is not None
    assert (known.zone, known.reading_zone) == ("America/Tijuana", "America/Monterrey")
    await store.write(lambda uow: uow.workspace(WORKSPACE).people.choose_zone(LEAD, None))
    known = await store.read(lambda uow: uow.workspace(WORKSPACE).people.get(LEAD))
    assert known is not None
    assert known.reading_zone == "America/Tijuana"


async def test_who_left_is_no_member_any_more(desk: Desk) -> None:
    await desk.write(lambda record: record.members.add(LEADER, NOW))
    for _ in range(2):
        await desk.write(lambda record: record.members.remove(LEAD))
    assert await desk.read(lambda record: record.members.get(LEAD)) is None
    assert await desk.read(lambda record: record.members.all()) == ()
    await desk.write(lambda record: record.members.add(LEADER, LATER))
    assert await desk.read(lambda record: record.members.get(LEAD)) == LEADER
