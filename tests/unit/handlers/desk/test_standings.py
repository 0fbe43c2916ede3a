"""Where groups stand, kept for as long as nothing is recorded."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from hypothesis import given, settings

from domain.people import Person
from domain.refusal import Refusal
from domain.repositories import GroupRecord
from domain.standing import Overview
from domain.usecases.origin import Origin
from domain.usecases.reading import overview
from handlers.desk.standings import KEPT, Standings
from tests.fakes.scene import CHANNEL, FOUNDED_AT, WORKSPACE, found
from tests.fakes.store import FakeStore
from tests.fakes.walk import DEEDS, POSITION, Step, steps, take

MINUTE = timedelta(minutes=1)


@pytest.fixture
def record() -> GroupRecord:
    return found(FakeStore().uow)


def test_a_standing_serves_until_its_minute_ends(record: GroupRecord) -> None:
    standings = Standings()
    first = standings.of(record, None, FOUNDED_AT)
    assert standings.of(record, None, FOUNDED_AT + MINUTE / 2) is first
    assert standings.of(record, None, FOUNDED_AT + MINUTE) is not first


def test_each_theme_has_a_standing_of_its_own(record: GroupRecord) -> None:
    standings = Standings()
    kept = {theme: standings.of(record, theme, FOUNDED_AT) for theme in (None, "charging", "talent")}
    assert [one.standing.theme for one in kept.values()] == [None, "charging", "talent"]
    assert all(standings.of(record, theme, FOUNDED_AT) is one for theme, one in kept.items())


def test_those_who_ask_at_once_are_given_the_same_standing(record: GroupRecord) -> None:
    both = Barrier(2, timeout=20)

    def together(record: GroupRecord, theme: str | None, now: datetime) -> Overview:
        both.wait()
        return overview(record, theme, now)

    standings = Standings(together)
    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(lambda _: standings.of(record, None, FOUNDED_AT), range(2))
    assert one is other


def test_another_charter_makes_another_standing(record: GroupRecord) -> None:
    standings = Standings()
    assert standings.of(record, None, FOUNDED_AT).standing.stalled_weeks == record.group.stalled_weeks
    record.save_group(replace(record.group, stalled_weeks=9))
    assert standings.of(record, None, FOUNDED_AT).standing.stalled_weeks == 9


def test_no_more_is_kept_than_there_is_room_for(record: GroupRecord) -> None:
    standings = Standings()
    first = standings.of(record, None, FOUNDED_AT)
    for number in range(1, KEPT + 1):
        standings.of(record, None, FOUNDED_AT + number * MINUTE)
    assert standings.of(record, None, FOUNDED_AT) is not first


@settings(deadline=None)
@given(walk=steps(*DEEDS, POSITION))
def test_whatever_several_people_do_a_kept_standing_is_the_one_read_anew(walk: list[Step]) -> None:
    uow, standings = FakeStore().uow, Standings()
    record = found(uow)
    for turn, step in enumerate(walk):
        origin = Origin(person=Person(WORKSPACE, step.user), channel=CHANNEL, key=f"walk-{turn}")
        try:
            take(step, record.group.id, origin, uow, FOUNDED_AT)
        except Refusal:
            continue
        for theme in (None, "charging"):
            assert standings.of(record, theme, FOUNDED_AT) == overview(record, theme, FOUNDED_AT)
