"""What Slack says of people after a digest was prepared: it names them, and some may not read it any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.delivery import Skipped
from domain.language import Language
from domain.people import Person, Profile
from domain.ports import Store, UnitOfWork
from tests.contract.preparing import (
    OTHER,
    SOON,
    WORDS,
    hand_of,
    kept,
    materialised,
    prepared,
    rows,
    subscribed,
    taken,
    used,
)
from tests.fakes.scene import MEMBER, WORKSPACE
from tests.unit.domain.usecases.outbox import personal


def profile_of(uow: UnitOfWork, user: str) -> Profile:
    known = uow.workspace(WORKSPACE).people.get(user)
    assert known is not None
    return known


def somebody_is_called_otherwise(uow: UnitOfWork) -> None:
    uow.workspace(WORKSPACE).people.save(replace(profile_of(uow, MEMBER), name="another name"))


def somebody_is_heard_of(uow: UnitOfWork) -> None:
    """Until then they had no name."""
    somebody = replace(profile_of(uow, MEMBER), person=Person(WORKSPACE, "U0NEW"))
    uow.workspace(WORKSPACE).people.save(somebody)


@pytest.mark.parametrize("event", [somebody_is_called_otherwise, somebody_is_heard_of])
async def test_another_name_makes_void_what_was_prepared_in_its_workspace(
    store: Store, event: Callable[[UnitOfWork], None]
) -> None:
    await subscribed(store)
    await prepared(store)
    await store.write(event)
    assert await used(store) == 2
    assert [len(await rows(store, workspace)) for workspace in (WORKSPACE, OTHER)] == [0, 1]


async def test_what_was_read_before_somebody_was_called_otherwise_is_void_whenever_it_is_brought(
    store: Store,
) -> None:
    await subscribed(store)
    found = await taken(store)
    await store.write(somebody_is_called_otherwise)
    await kept(store, found)
    await used(store)
    assert [len(await rows(store, workspace)) for workspace in (WORKSPACE, OTHER)] == [0, 1]


async def test_a_profile_that_says_the_same_makes_nothing_void(store: Store) -> None:
    await subscribed(store)
    await prepared(store)

    def hear(uow: UnitOfWork) -> None:
        known = profile_of(uow, MEMBER)
        later = replace(known, fetched_at=SOON, zone="Europe/Madrid", locale_language=Language.SPANISH)
        uow.workspace(WORKSPACE).people.save(later)

    await store.write(hear)
    await used(store)
    assert [len(row.parts) for row in await rows(store)] == [len(WORDS)]


@pytest.mark.parametrize(
    "gone",
    [
        lambda profile: replace(profile, is_deactivated=True),
        lambda profile: replace(profile, is_guest=True),
        lambda profile: replace(profile, is_stranger=True),
    ],
    ids=["deactivated", "guest", "stranger"],
)
async def test_a_digest_ends_in_its_minute_whose_reader_may_not_read_it_since_it_was_prepared(
    store: Store, gone: Callable[[Profile], Profile]
) -> None:
    await subscribed(store)
    await store.write(lambda uow: personal(uow, hand_of(uow)))
    await prepared(store)

    def go(uow: UnitOfWork) -> None:
        uow.workspace(WORKSPACE).people.save(gone(profile_of(uow, MEMBER)))

    await store.write(go)
    await used(store)
    await materialised(store)
    (row,) = [row for row in await rows(store) if row.channel == MEMBER]
    assert (row.facts["skipped"], row.parts) == (Skipped.READER_LEFT, ())
