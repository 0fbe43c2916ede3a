"""Recordings that share a transaction: what is refused to one, or fails, is nothing to the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.group import Sector
from domain.people import Member, Role
from domain.ports import Store, UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.usecases.recording import (
    record_note,
)
from storage.bulk import RowsError
from tests.contract.desk import Desk
from tests.contract.samples import NOW, WORKSPACE, names
from tests.contract.sharing import PEOPLE, doing, peopled, references, said, submitted, together


@pytest.fixture
async def desk(durable: Store) -> Desk:
    return await peopled(durable)


async def test_one_that_is_refused_leaves_no_gap(desk: Desk) -> None:
    stranger = submitted(said(desk, "U0NOBODY"))
    empty = submitted(said(desk, PEOPLE[1], " "))
    first, unknown, refused, last = await together(
        desk.store, submitted(said(desk, PEOPLE[0])), stranger, empty, submitted(said(desk, PEOPLE[2]))
    )
    assert references([first, last]) == ["N-1", "N-2"]
    assert isinstance(unknown, Refusal)
    assert unknown.code is RefusalCode.PERSON_UNKNOWN
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.TEXT_EMPTY


async def test_one_that_fails_after_it_added_leaves_nothing(desk: Desk) -> None:
    def fail(uow: UnitOfWork) -> None:
        record_note(said(desk, PEOPLE[1], "lost"), uow, NOW)
        raise LookupError("a bug")

    first, failed, last = await together(
        desk.store,
        submitted(said(desk, PEOPLE[0])),
        doing(desk, PEOPLE[1], fail),
        submitted(said(desk, PEOPLE[2])),
    )
    assert references([first, last]) == ["N-1", "N-2"]
    assert isinstance(failed, LookupError)
    history = await desk.read(lambda record: record.changes.between(0, 99, 99))
    assert [change.number for change in history] == [1, 2]


async def test_one_that_writes_otherwise_and_fails_leaves_nothing_either(desk: Desk) -> None:
    def rename(uow: UnitOfWork) -> None:
        record = desk.record(uow)
        record_note(said(desk, PEOPLE[1], "lost"), uow, NOW)
        record.save_group(replace(record.group, names=names("Lost", "Perdido")))
        raise LookupError("a bug")

    first, failed, last = await together(
        desk.store,
        submitted(said(desk, PEOPLE[0])),
        doing(desk, PEOPLE[1], rename),
        submitted(said(desk, PEOPLE[2])),
    )
    assert references([first, last]) == ["N-1", "N-2"]
    assert isinstance(failed, LookupError)
    assert await desk.read(lambda record: record.group.names) != names("Lost", "Perdido")
    assert await desk.write(lambda record: record.group.names) != names("Lost", "Perdido")


async def test_a_channel_that_moved_meanwhile_is_not_theirs_any_more(desk: Desk) -> None:
    other = await peopled(desk.store)
    await desk.store.write(
        lambda uow: uow.workspace(WORKSPACE).channels.bind(Binding("C1", other.group, None))
    )
    kept, moved = await together(
        desk.store,
        submitted(said(other, PEOPLE[0], channel="C1")),
        submitted(said(desk, PEOPLE[1], channel="C1")),
    )
    assert references([kept]) == ["N-1"]
    assert isinstance(moved, Refusal)
    assert moved.code is RefusalCode.CHANNEL_MOVED


async def test_a_group_that_is_not_there_is_refused_to_who_asked_for_it(desk: Desk) -> None:
    nowhere = Desk(desk.store, desk.group + 50)
    refused, kept = await together(
        desk.store, submitted(said(nowhere, PEOPLE[0])), submitted(said(desk, PEOPLE[1]))
    )
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.CHANNEL_NEEDS_GROUP
    assert references([kept]) == ["N-1"]


async def test_what_the_database_refuses_to_one_is_not_refused_to_the_others(desk: Desk) -> None:
    def twice(uow: UnitOfWork) -> None:
        for _ in range(2):
            uow.workspace(WORKSPACE).people.get(PEOPLE[1])
            desk.record(uow).members.add(
                Member(
                    user="U0NEW", role=Role.MEMBER, sector=Sector.INDUSTRY, country="MX", organisation="P"
                ),
                NOW,
            )

    def receipted(uow: UnitOfWork) -> None:
        for _ in range(2):
            uow.workspace(WORKSPACE).receipts.add("twice", Receipt("N-1"), NOW)

    def with_nul(uow: UnitOfWork) -> None:
        uow.workspace(WORKSPACE).receipts.add("nul\0", Receipt("N-1"), NOW)

    def with_half_a_character(uow: UnitOfWork) -> None:
        uow.workspace(WORKSPACE).receipts.add("half \ud83d", Receipt("N-1"), NOW)

    unfit = (with_nul, with_half_a_character)
    for job in (twice, receipted, *unfit):
        before = await desk.read(lambda record: record.changes.last_number)
        first, refused, last = await together(
            desk.store,
            submitted(said(desk, PEOPLE[0], f"first {before}")),
            doing(desk, PEOPLE[1], job),
            submitted(said(desk, PEOPLE[2], f"last {before}")),
        )
        assert {*references([first, last])} == {f"N-{before + 1}", f"N-{before + 2}"}
        assert isinstance(refused, Exception)
        assert isinstance(refused, RowsError) == (job in unfit)
    assert await desk.read(lambda record: record.members.get("U0NEW")) is None
