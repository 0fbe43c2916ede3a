"""Taking back on every store: the whole way through its tables, and several at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from itertools import count

import pytest

from domain.coverage import Coverage
from domain.item import WITHDRAWN
from domain.language import Language
from domain.people import Person
from domain.ports import Store
from domain.recommendation import RecommendationStatus as Status
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.register import Count, TallyKey
from domain.repositories import GroupRecord
from domain.usecases.moving import Move, move
from domain.usecases.origin import Origin
from domain.usecases.recording import (
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    record_note,
    record_obstacle,
    record_recommendation,
)
from domain.usecases.subscriptions import Steer, Subscribe, stop, subscribe
from domain.usecases.undoing import TakenBack, Undo, undo
from tests.contract.samples import NOW
from tests.fakes.scene import CHAIR, CHANNEL, MEMBER, MONDAYS_AT_NINE, WORKSPACE, found

O1, R1 = Reference(Series.OBSTACLE, 1), Reference(Series.RECOMMENDATION, 1)


@dataclass(slots=True)
class Table:
    """People of one group who record, move and take back, each time as another interaction."""

    store: Store
    group: int
    keys: count[int] = field(default_factory=count)

    def origin(self, user: str) -> Origin:
        return Origin(person=Person(WORKSPACE, user), channel=CHANNEL, key=f"trigger-{next(self.keys)}")

    async def note(self, user: str = MEMBER) -> None:
        said = NoteSubmission(
            origin=self.origin(user), group=self.group, text="text", language=Language.ENGLISH, again=True
        )
        await self.store.write(lambda uow: record_note(said, uow, NOW))

    async def obstacle(self, user: str = MEMBER) -> None:
        said = ObstacleSubmission(
            origin=self.origin(user), group=self.group, text="text", language=Language.ENGLISH
        )
        await self.store.write(lambda uow: record_obstacle(said, uow, NOW))

    async def recommend(self, user: str = MEMBER) -> None:
        said = RecommendationSubmission(
            origin=self.origin(user), group=self.group, text="text", language=Language.ENGLISH, answers=(O1,)
        )
        await self.store.write(lambda uow: record_recommendation(said, uow, NOW))

    async def move(self, to: Status, user: str = CHAIR) -> None:
        wanted = Move(origin=self.origin(user), group=self.group, reference=R1, to=to)
        await self.store.write(lambda uow: move(wanted, uow, NOW))

    async def schedule(self, user: str = CHAIR) -> None:
        wanted = Subscribe(
            origin=self.origin(user),
            group=self.group,
            channel=CHANNEL,
            reader=None,
            schedule=MONDAYS_AT_NINE,
            coverage=Coverage(),
            languages=(Language.ENGLISH,),
        )
        await self.store.write(lambda uow: subscribe(wanted, uow, NOW))

    async def stop(self, user: str = CHAIR) -> None:
        wanted = Steer(origin=self.origin(user), group=self.group, channel=CHANNEL, number=1)
        await self.store.write(lambda uow: stop(wanted, uow, NOW))

    async def undo(self, user: str = MEMBER, reference: Reference | None = None) -> TakenBack:
        wanted = Undo(origin=self.origin(user), group=self.group, reference=reference)
        return await self.store.write(lambda uow: undo(wanted, uow, NOW))

    async def refused(self, user: str = MEMBER, reference: Reference | None = None) -> RefusalCode:
        with pytest.raises(Refusal) as caught:
            await self.undo(user, reference)
        return caught.value.code


@pytest.fixture
async def table(store: Store) -> Table:
    return Table(store, await store.write(lambda uow: found(uow).group.id))


@pytest.fixture
async def durable_table(durable: Store) -> Table:
    return Table(durable, await durable.write(lambda uow: found(uow).group.id))


async def test_a_record_a_move_and_an_answer_are_taken_back_one_after_the_other(table: Table) -> None:
    await table.obstacle()
    await table.recommend()
    await table.move(Status.UNDER_REVIEW)
    assert await table.refused() is RefusalCode.UNDO_BUILT_ON
    assert (await table.undo(CHAIR)).item.status == "proposed"
    assert await table.refused(MEMBER, O1) is RefusalCode.UNDO_ANSWERED
    assert (await table.undo()).item.reference == R1
    assert (await table.undo()).item.reference == O1
    assert await table.refused() is RefusalCode.UNDO_NOTHING
    assert await table.refused(CHAIR, R1) is RefusalCode.UNDO_DONE


async def test_what_was_taken_back_is_stored_with_tally_and_history(table: Table) -> None:
    await table.obstacle()
    await table.recommend()
    taken = await table.undo()

    def stored(record: GroupRecord) -> None:
        assert record.recommendations.get(1) == taken.item
        assert record.changes.latest_of(taken.item.reference, 10)[::-1] == (*taken.undone, *taken.told)
        assert record.register.tally().counts == {
            TallyKey(None, RecordKind.OBSTACLE, "identified"): Count(1, 0),
            TallyKey(None, RecordKind.RECOMMENDATION, WITHDRAWN): Count(1, 0),
        }
        assert record.obstacles.count_unanswered(None) == 1

    assert taken.item.status == WITHDRAWN
    await table.store.read(lambda uow: stored(uow.workspace(WORKSPACE).group(table.group)))


async def test_a_later_change_to_the_group_is_named_and_nothing_is_taken_back(table: Table) -> None:
    await table.note(CHAIR)
    await table.schedule()
    await table.stop()
    with pytest.raises(Refusal) as caught:
        await table.undo(CHAIR)
    assert caught.value.code is RefusalCode.UNDO_GROUP
    named = {name: caught.value.facts[name] for name in ("change", "digest", "earlier")}
    assert named == {"change": "digest-stopped", "digest": "D-1", "earlier": "N-1"}
    assert (await table.undo(CHAIR, Reference(Series.NOTE, 1))).item.status == WITHDRAWN
    await table.note(CHAIR)
    assert (await table.undo(CHAIR)).item.number == 2
    assert await table.refused(CHAIR) is RefusalCode.UNDO_GROUP


async def test_what_others_did_to_the_group_stands_in_nobodys_way(table: Table) -> None:
    await table.note()
    await table.schedule()
    assert (await table.undo()).item.number == 1
    assert await table.refused() is RefusalCode.UNDO_NOTHING


async def test_a_replay_after_the_commit_gets_the_same_answer(table: Table) -> None:
    await table.note()
    wanted = Undo(origin=table.origin(MEMBER), group=table.group)
    first = await table.store.write(lambda uow: undo(wanted, uow, NOW))
    again = await table.store.write(lambda uow: undo(wanted, uow, NOW))
    assert again == replace(first, repeated=True)


async def test_of_two_undos_at_once_one_wins_and_the_other_sees_what_happened(durable_table: Table) -> None:
    await durable_table.note()
    note = Reference(Series.NOTE, 1)
    outcomes = await asyncio.gather(
        *(durable_table.undo(MEMBER, note) for _ in range(4)), return_exceptions=True
    )
    codes = [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)]
    assert [type(outcome) for outcome in outcomes].count(TakenBack) == 1
    assert codes == [RefusalCode.UNDO_DONE] * 3


async def test_undos_at_once_without_a_reference_take_back_one_write_each(durable_table: Table) -> None:
    for _ in range(3):
        await durable_table.note()
    taken = await asyncio.gather(*(durable_table.undo() for _ in range(3)))
    assert sorted(each.item.number for each in taken) == [1, 2, 3]
    assert await durable_table.refused() is RefusalCode.UNDO_NOTHING


async def test_of_an_undo_and_a_move_at_once_one_comes_first_and_the_other_knows(
    durable_table: Table,
) -> None:
    await durable_table.obstacle()
    await durable_table.recommend()
    outcomes = await asyncio.gather(
        durable_table.undo(), durable_table.move(Status.UNDER_REVIEW), return_exceptions=True
    )
    refused = [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)]
    assert len(refused) == 1
    assert refused[0] in {RefusalCode.UNDO_BUILT_ON, RefusalCode.MOVE_IMPOSSIBLE}
