"""Corrections on every store: what is kept with them, and several people at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import count

import pytest

from domain.change import ChangeKind
from domain.editing import Correction, difference
from domain.language import Language
from domain.people import Person
from domain.ports import Store
from domain.position import Stance
from domain.reference import RecordKind, Reference, Series
from domain.register import Count, Filter, TallyKey
from domain.repositories import GroupRecord
from domain.search import Query, Word
from domain.usecases.editing import Edit, Edited, EditOutcome, edit
from domain.usecases.items import Stale
from domain.usecases.origin import Origin
from domain.usecases.positions import Taken, TakeOutcome, TakePosition, TextChanged, take_position
from domain.usecases.recording import RecommendationSubmission, record_recommendation
from domain.usecases.undoing import Undo, undo
from tests.contract.samples import NOW
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, MEMBER, WORKSPACE, found

R1 = Reference(Series.RECOMMENDATION, 1)


@dataclass(slots=True)
class Table:
    """People of one group who correct R-1 and take positions on it."""

    store: Store
    group: int
    keys: count[int] = field(default_factory=count)

    def origin(self, user: str) -> Origin:
        return Origin(person=Person(WORKSPACE, user), channel=CHANNEL, key=f"trigger-{next(self.keys)}")

    async def recommend(self) -> None:
        said = RecommendationSubmission(
            origin=self.origin(MEMBER),
            group=self.group,
            text="A map",
            language=Language.ENGLISH,
            theme="charging",
        )
        await self.store.write(lambda uow: record_recommendation(said, uow, NOW))

    async def edit(
        self, correction: Correction, user: str = CHAIR, version: int | None = None
    ) -> EditOutcome:
        wanted = Edit(
            origin=self.origin(user), group=self.group, reference=R1, correction=correction, version=version
        )
        return await self.store.write(lambda uow: edit(wanted, uow, NOW))

    async def support(self, user: str, edition: int | None = None) -> TakeOutcome:
        wanted = TakePosition(
            origin=self.origin(user), group=self.group, reference=R1, stance=Stance.SUPPORT, edition=edition
        )
        return await self.store.write(lambda uow: take_position(wanted, uow, NOW))

    async def undo(self, user: str = CHAIR) -> None:
        wanted = Undo(origin=self.origin(user), group=self.group)
        await self.store.write(lambda uow: undo(wanted, uow, NOW))


@pytest.fixture
async def table(store: Store) -> Table:
    table = Table(store, await store.write(lambda uow: found(uow).group.id))
    await table.recommend()
    return table


@pytest.fixture
async def durable_table(durable: Store) -> Table:
    table = Table(durable, await durable.write(lambda uow: found(uow).group.id))
    await table.recommend()
    return table


async def test_a_correction_is_stored_with_tally_search_and_the_former_text(table: Table) -> None:
    correction = Correction(
        text="A census",
        versions={Language.SPANISH: "Un censo"},
        theme="talent",
        countries=("MX",),
        priority=True,
    )
    edited = await table.edit(correction)
    assert isinstance(edited, Edited)

    def stored(record: GroupRecord) -> None:
        assert record.recommendations.get(1) == edited.item
        counted = {TallyKey("talent", RecordKind.RECOMMENDATION, "proposed"): Count(1, 0)}
        assert {key: each for key, each in record.register.tally().counts.items() if each.items} == counted
        for word, hits in (("map", 0), ("census", 1), ("censo", 1)):
            found = record.search.find(Query((Word(word),)), Filter(), before=None, limit=5)
            assert len(found.hits) == hits
        page = record.changes.page(of=R1, theme=None, before=None, limit=9)
        told = [difference(change) for change in page if change.kind is ChangeKind.EDITED]
        assert "A map" in {one.before for one in told}

    await table.store.read(lambda uow: stored(uow.workspace(WORKSPACE).group(table.group)))


async def test_a_support_on_an_older_text_is_not_stored(table: Table) -> None:
    assert isinstance(await table.support(LEAD, edition=1), Taken)
    edited = await table.edit(Correction(text="A census"))
    assert isinstance(await table.support(MEMBER, edition=1), TextChanged)
    assert isinstance(await table.support(MEMBER, edition=edited.item.edition), Taken)
    held = await table.store.read(lambda uow: uow.workspace(WORKSPACE).group(table.group).positions.of(1))
    assert sorted((one.user, one.edition) for one in held) == [(LEAD, 1), (MEMBER, 2)]


async def test_of_two_corrections_at_once_one_wins_and_the_other_sees_what_it_says(
    durable_table: Table,
) -> None:
    outcomes = await asyncio.gather(
        *(durable_table.edit(Correction(text=f"Text {number}"), version=1) for number in range(4))
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Edited", "Stale", "Stale", "Stale"]
    (won,) = (outcome.item for outcome in outcomes if isinstance(outcome, Edited))
    assert {outcome.item.text.original for outcome in outcomes if isinstance(outcome, Stale)} == {
        won.text.original
    }


async def test_of_a_correction_and_a_support_at_once_none_counts_for_a_text_it_was_not_for(
    durable_table: Table,
) -> None:
    edited, taken = await asyncio.gather(
        durable_table.edit(Correction(text="A census")), durable_table.support(LEAD, edition=1)
    )
    assert isinstance(edited, Edited)
    assert isinstance(taken, TextChanged) or taken.position.edition == 1


async def test_a_correction_and_a_position_are_taken_back_from_the_tables(table: Table) -> None:
    await table.edit(Correction(text="A census"))
    await table.support(CHAIR)
    await table.undo()
    await table.undo()

    def stored(record: GroupRecord) -> None:
        item = record.recommendations.get(1)
        assert item is not None
        assert (item.text.original, item.edition, item.version) == ("A map", 1, 3)
        assert record.positions.of(1) == ()

    await table.store.read(lambda uow: stored(uow.workspace(WORKSPACE).group(table.group)))
