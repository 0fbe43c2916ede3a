"""Answers that serve again: only while they are still what the database says."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import make_url

from domain.people import Profile
from domain.ports import UnitOfWork
from domain.reference import RecordKind
from domain.repositories import GroupRecord
from domain.standing import Overview
from handlers.desk.standings import Standings
from storage.postgresql.store import PostgresqlStore
from tests.contract.desk import Desk, found
from tests.contract.samples import LATER, LEADER, NOW, PROFILE, WORKSPACE, add_note, names
from tests.jobs import over

KEY = "latest"


def latest(desk: Desk, uow: UnitOfWork) -> list[int]:
    """The numbers of the changes; a list of its own each time it is read."""
    return [change.number for change in desk.record(uow).changes.between(0, 99, 99)]


async def asked(desk: Desk) -> list[int]:
    return await desk.store.read(lambda uow: latest(desk, uow), key=KEY)


async def glanced(desk: Desk) -> Profile | None:
    return await desk.store.glance(PROFILE.person, person)


def person(uow: UnitOfWork) -> Profile | None:
    return uow.workspace(WORKSPACE).people.get(PROFILE.person.user)


def remember(profile: Profile, uow: UnitOfWork) -> None:
    uow.workspace(WORKSPACE).people.save(profile)


async def test_an_answer_under_a_key_serves_until_something_is_committed(durable_desk: Desk) -> None:
    await durable_desk.write(add_note)
    first = await asked(durable_desk)
    assert first == [1]
    assert await asked(durable_desk) is first
    await durable_desk.write(add_note)
    second = await asked(durable_desk)
    assert second == [1, 2]
    assert await asked(durable_desk) is second


async def test_what_is_rolled_back_is_in_no_answer(durable_desk: Desk) -> None:
    def fail(record: GroupRecord) -> None:
        add_note(record)
        raise LookupError

    first = await asked(durable_desk)
    with pytest.raises(LookupError):
        await durable_desk.write(fail)
    assert await asked(durable_desk) == first == []


async def test_who_heard_of_a_commit_finds_it_in_every_answer(desk: Desk) -> None:
    async def write_and_ask() -> bool:
        written = await desk.write(lambda record: add_note(record).recorded_in)
        return written in await asked(desk)

    assert all(await asyncio.gather(*(write_and_ask() for _ in range(40))))


async def test_a_glance_sees_what_this_process_wrote(desk: Desk) -> None:
    assert await glanced(desk) is None
    for profile in (PROFILE, replace(PROFILE, name="Another", fetched_at=LATER)):
        await desk.store.write(over(profile, lambda uow, profile: remember(profile, uow)))
        seen = await glanced(desk)
        assert seen is not None
        assert seen.name == profile.name


async def test_a_glance_is_kept_while_only_other_subjects_are_written(durable_desk: Desk) -> None:
    await durable_desk.store.write(lambda uow: remember(PROFILE, uow))
    seen = await glanced(durable_desk)
    await durable_desk.write(add_note)
    assert await glanced(durable_desk) is seen


async def test_members_and_charters_are_subjects_of_glances(durable_desk: Desk) -> None:
    async def group_and_member() -> tuple[object, object]:
        def query(uow: UnitOfWork) -> tuple[object, object]:
            record = durable_desk.record(uow)
            return record.group.names, record.members.get(LEADER.user)

        return await durable_desk.store.glance("group and member", query)

    await group_and_member()
    await durable_desk.write(lambda record: record.members.add(LEADER, NOW))
    assert (await group_and_member())[1] == LEADER
    renamed = names("Renamed", "Nuevo")
    await durable_desk.write(lambda record: record.save_group(replace(record.group, names=renamed)))
    assert (await group_and_member())[0] == renamed


@pytest.mark.postgresql
async def test_an_answer_under_a_key_is_never_older_than_what_another_replica_committed(
    postgresql_url: str,
) -> None:
    ours, theirs = (PostgresqlStore(make_url(postgresql_url)) for _ in range(2))
    replica = await found(theirs)
    desk = Desk(ours, replica.group)
    for number in range(1, 21):
        assert len(await asked(desk)) == number - 1
        await replica.write(add_note)
        assert len(await asked(desk)) == number
    await ours.close()
    await theirs.close()


async def test_where_a_group_stands_is_kept_until_something_is_recorded_there(durable_desk: Desk) -> None:
    standings = Standings()
    other = await found(durable_desk.store)

    async def stand(desk: Desk) -> Overview:
        return await desk.read(lambda record: standings.of(record, None, NOW))

    first = await stand(durable_desk)
    await other.write(add_note)
    assert await stand(durable_desk) is first
    assert (await stand(other)).standing.notes[RecordKind.NOTE] == 1
    await durable_desk.write(add_note)
    assert (await stand(durable_desk)).standing.notes[RecordKind.NOTE] == 1


@pytest.mark.postgresql
async def test_where_a_group_stands_is_never_older_than_what_another_replica_committed(
    postgresql_url: str,
) -> None:
    ours, theirs = (PostgresqlStore(make_url(postgresql_url)) for _ in range(2))
    replica = await found(theirs)
    desk, standings = Desk(ours, replica.group), Standings()
    for number in range(1, 11):
        await replica.write(add_note)
        stands = await desk.read(lambda record: standings.of(record, None, NOW))
        assert stands.standing.notes[RecordKind.NOTE] == number
    await ours.close()
    await theirs.close()
