"""Meetings by themselves: instants and zones, and steps that cannot be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.change import Change, ChangeKind
from domain.item import Entry, Place
from domain.language import Language, Text
from domain.meeting import (
    Arrangement,
    Meeting,
    MeetingStatus,
    attended_back,
    end,
    mark,
    read_when,
    rearrange,
    rescheduled_back,
    schedule,
    start,
    unmark,
    written_when,
)
from domain.refusal import Refusal, RefusalCode
from domain.wall_time import instant_of

NOW = datetime(2027, 3, 3, 16, tzinfo=UTC)
AT = Arrangement(starts_at=datetime(2027, 3, 9, 16, tzinfo=UTC), zone="America/Mexico_City")
ENTRY = Entry(
    theme="charging", text=Text("Standards", Language.ENGLISH, {}), author="U1", channel="C1", at=NOW
)


def scheduled() -> Meeting:
    return schedule(ENTRY, Place(2, 5), phase="diagnosis", arrangement=AT)[0]


def opened() -> Meeting:
    return start(scheduled(), opener="U1", channel="C1", phase="diagnosis", change=6, at=NOW)[0]


@pytest.mark.parametrize(
    ("day", "zone", "instant"),
    [
        (date(2027, 3, 9), "America/Mexico_City", datetime(2027, 3, 9, 16, tzinfo=UTC)),
        (date(2027, 3, 9), "America/Los_Angeles", datetime(2027, 3, 9, 18, tzinfo=UTC)),
        (date(2027, 3, 16), "America/Los_Angeles", datetime(2027, 3, 16, 17, tzinfo=UTC)),
    ],
)
def test_a_wall_time_is_read_in_its_zone_on_its_day(day: date, zone: str, instant: datetime) -> None:
    assert instant_of(day, time(10), zone) == instant


def test_of_an_hour_that_comes_twice_the_first_counts() -> None:
    twice = instant_of(date(2027, 11, 7), time(1, 30), "America/New_York")
    assert twice == datetime(2027, 11, 7, 5, 30, tzinfo=UTC)


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2099, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds of aware ones
    st.sampled_from(["America/Mexico_City", "UTC", "Asia/Kolkata"]),
)
def test_what_changes_tell_of_a_time_reads_back(instant: datetime, zone: str) -> None:
    whole = instant.replace(second=0, microsecond=0)
    written = written_when(Arrangement(starts_at=whole, zone=zone))
    assert written is not None
    assert read_when(written) == (whole, zone)


def test_a_time_that_nobody_said_is_not_written() -> None:
    assert written_when(replace(AT, starts_at=None)) is None


def test_steps_out_of_turn_are_refused() -> None:
    closed = end(opened(), change=9, at=NOW)[0]
    refused = []
    for step in (
        lambda: start(opened(), opener="U1", channel="C1", phase="x", change=7, at=NOW),
        lambda: rearrange(closed, AT, NOW),
        lambda: end(scheduled(), change=7, at=NOW),
        lambda: end(closed, change=7, at=NOW),
        lambda: mark(scheduled(), (), by="U1", at=NOW),
        lambda: unmark(scheduled(), ("U1",), NOW),
    ):
        with pytest.raises(Refusal) as caught:
            step()
        refused.append(caught.value.code)
    scheduled_only, open_only = RefusalCode.MEETING_NOT_SCHEDULED, RefusalCode.MEETING_NOT_OPEN
    assert refused == [scheduled_only] * 2 + [open_only] * 4


def test_a_meeting_lives_from_scheduled_over_open_to_closed() -> None:
    closed, told = end(opened(), change=9, at=NOW)
    assert [scheduled().status, opened().status, closed.status] == list(MeetingStatus)[:3]
    assert (told.kind, told.before, told.after) == (ChangeKind.MEETING_ENDED, "open", "closed")
    assert (closed.opened_in, closed.closed_in) == (6, 9)


def test_what_has_a_way_back_goes_back() -> None:
    moved, (told,) = rearrange(scheduled(), replace(AT, starts_at=NOW), NOW)
    change = Change(kind=told.kind, before=told.before, after=told.after, number=7, actor="U1", at=NOW)
    assert rescheduled_back(moved, change).arrangement == AT
    with pytest.raises(Refusal) as caught:
        attended_back(opened(), replace(change, kind=ChangeKind.ATTENDED, after=None))
    assert caught.value.code is RefusalCode.UNDO_IMPOSSIBLE
