"""Scheduling, starting and ending meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from domain.change import ChangeKind
from domain.channel import Binding
from domain.delivery import DeliveryKind, DeliveryState
from domain.item import WITHDRAWN
from domain.meeting import MeetingStatus, Mode
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.convening import UPCOMING_READ
from domain.usecases.groups import BindChannel, bind_channel
from domain.usecases.moving import Move, Moved, move
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import (
    ELSEWHERE,
    M1,
    SOON,
    arranged,
    attended,
    deliveries,
    ended,
    meeting,
    scheduled,
    started,
)
from tests.unit.domain.usecases.stage import (
    GUEST,
    NEWCOMER,
    NOW,
    OBSERVER,
    STRANGER,
    TALENT_LEAD,
    UNBOUND,
    VISITING_GUEST,
    Stage,
)

DIRECT = "D0MEMBER"


def kinds(stage: Stage, after: int = 0) -> list[ChangeKind]:
    return [change.kind for change in stage.told(after)]


def test_a_meeting_has_the_theme_of_its_channel_and_the_phase_of_its_group(
    charging: Stage,
) -> None:
    outcome = scheduled(charging)

    found = meeting(charging)
    assert outcome.meeting == found
    assert (found.theme, found.phase, found.channel) == ("charging", "diagnosis", CHANNEL)
    assert (found.status, found.author, found.text.original) == ("scheduled", MEMBER, "Charging standards")
    assert (found.arrangement.starts_at, found.arrangement.mode) == (SOON, Mode.HYBRID)
    assert kinds(charging) == [ChangeKind.RECORDED]


def test_without_a_text_a_meeting_is_called_like_its_theme_or_group(charging: Stage) -> None:
    assert scheduled(charging, text=None).meeting.text.original == "Charging"
    elsewhere = scheduled(charging, text=None, channel=ELSEWHERE)
    assert elsewhere.meeting.text.original == "Working group"


def test_the_same_meeting_twice_is_there_already_and_nothing_is_written(charging: Stage) -> None:
    first = scheduled(charging).meeting
    again = charging.writes_nothing(lambda: scheduled(charging, LEAD))
    assert (again.meeting, again.already) == (first, True)


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Other words"},
        {"arrangement": arranged(SOON, mode=Mode.ONLINE, place="Room 2")},
        {"arrangement": arranged(SOON, mode=Mode.HYBRID, place="Room 3")},
        {"arrangement": arranged(SOON, mode=Mode.HYBRID, place="Room 2", link="https://example.org")},
    ],
)
def test_another_meeting_at_the_same_time_is_scheduled_beside_the_first(
    charging: Stage, other: dict[str, Any]
) -> None:
    scheduled(charging)
    second = scheduled(charging, LEAD, **other)
    assert (second.already, str(second.meeting.reference)) == (False, "M-2")


def test_what_has_passed_is_not_scheduled(charging: Stage) -> None:
    refusal = charging.refused(lambda: scheduled(charging, arrangement=arranged(NOW - timedelta(minutes=1))))
    assert refusal.code is RefusalCode.MEETING_PASSED
    assert refusal.facts == {"date": "2026-11-20", "time": "11:59"}


def test_a_scheduled_meeting_moves_and_keeps_what_is_not_said(charging: Stage) -> None:
    scheduled(charging)
    later = SOON + timedelta(days=1)
    scheduled(charging, reference=M1, arrangement=arranged(later))
    scheduled(
        charging, reference=M1, arrangement=arranged(None, mode=Mode.ONLINE, link="https://example.org")
    )

    found = meeting(charging).arrangement
    assert (found.starts_at, found.mode, found.place) == (later, Mode.ONLINE, "Room 2")
    assert kinds(charging, 1) == [ChangeKind.RESCHEDULED, ChangeKind.RELOCATED]
    assert scheduled(charging, reference=M1, arrangement=arranged(later)).already


def test_others_meetings_are_moved_by_leads_and_chairs_alone(charging: Stage) -> None:
    scheduled(charging, LEAD)
    moved = {"reference": M1, "arrangement": arranged(SOON + timedelta(hours=1))}
    assert charging.code(lambda: scheduled(charging, MEMBER, **moved)) is RefusalCode.LEAD_ONLY
    assert scheduled(charging, CHAIR, **moved).changes


def test_a_new_time_is_taken_back_and_a_schedule_too(charging: Stage) -> None:
    scheduled(charging)
    scheduled(charging, reference=M1, arrangement=arranged(SOON + timedelta(days=1)))
    undo(Undo(origin=charging.origin(), group=1), charging.uow, NOW)
    assert meeting(charging).arrangement.starts_at == SOON
    undo(Undo(origin=charging.origin(), group=1), charging.uow, NOW)
    assert meeting(charging).status == WITHDRAWN


def test_a_schedule_is_withdrawn_like_any_item_and_led_by_its_own_verbs_otherwise(charging: Stage) -> None:
    scheduled(charging)
    wanted = Move(origin=charging.origin(), group=1, reference=M1, to=WITHDRAWN)
    for to in ("open", "closed", None):
        refused = charging.code(partial(move, replace(wanted, to=to), charging.uow, NOW))
        assert refused is RefusalCode.MEETING_BY_VERBS
    outcome = move(wanted, charging.uow, NOW)
    assert isinstance(outcome, Moved)
    assert outcome.item.status == WITHDRAWN
    assert charging.code(lambda: started(charging, reference=M1)) is RefusalCode.MEETING_NOT_SCHEDULED


def test_starting_opens_what_was_planned_here_about_now(charging: Stage) -> None:
    scheduled(charging, text="Tomorrow", arrangement=arranged(NOW + timedelta(hours=13)))
    scheduled(charging, text="In a while", arrangement=arranged(NOW + timedelta(hours=11)))
    scheduled(charging, text="Soon")
    scheduled(charging, text="Talent", theme="talent", arrangement=arranged(NOW + timedelta(minutes=1)))

    opened = started(charging, LEAD).meeting
    assert (opened.number, opened.opener, opened.status) == (3, LEAD, MeetingStatus.OPEN)
    assert kinds(charging, 4) == [ChangeKind.MEETING_STARTED, ChangeKind.ATTENDED]
    assert opened.opened_in == 5
    assert [each.user for each in opened.present] == [LEAD]


def test_starting_opens_what_was_planned_however_many_were_never_opened(charging: Stage) -> None:
    for number in range(UPCOMING_READ):
        scheduled(charging, text="Weekly", arrangement=arranged(NOW + timedelta(minutes=number)))
    then = NOW + timedelta(days=7)
    planned = scheduled(charging, arrangement=arranged(then)).meeting
    assert started(charging, at=then).meeting.reference == planned.reference


def test_the_same_meeting_is_there_already_however_many_are_planned_before_it(charging: Stage) -> None:
    last = arranged(NOW + timedelta(days=7))
    scheduled(charging, arrangement=last)
    for number in range(UPCOMING_READ):
        scheduled(charging, text="Weekly", arrangement=arranged(NOW + timedelta(minutes=number)))
    assert scheduled(charging, arrangement=last).already


def test_a_meeting_that_nobody_planned_is_recorded_as_it_opens(charging: Stage) -> None:
    opened = started(charging, text="Something came up").meeting
    assert kinds(charging) == [ChangeKind.RECORDED, ChangeKind.MEETING_STARTED, ChangeKind.ATTENDED]
    assert (opened.recorded_in, opened.opened_in) == (1, 2)
    assert (
        charging.code(lambda: undo(Undo(origin=charging.origin(), group=1), charging.uow, NOW))
        is RefusalCode.UNDO_MEETING
    )


def test_one_meeting_is_open_in_a_channel_and_others_in_other_channels(charging: Stage) -> None:
    started(charging)
    refusal = charging.refused(lambda: started(charging, LEAD, text="Another"))
    assert (refusal.code, refusal.facts) == (RefusalCode.MEETING_OPEN_ALREADY, {"reference": "M-1"})
    assert started(charging, LEAD, channel=ELSEWHERE).meeting.number == 2


def test_a_meeting_is_opened_in_a_channel_of_the_group(charging: Stage) -> None:
    scheduled(charging)
    for channel in (None, DIRECT, UNBOUND):
        refused = charging.code(partial(started, charging, channel=channel, reference=M1))
        assert refused is RefusalCode.MEETING_CHANNEL_UNBOUND


def test_starting_owes_the_channel_its_line_and_the_opener_a_question_later(charging: Stage) -> None:
    started(charging)
    (line,) = deliveries(charging, DeliveryKind.MEETING)
    (asking,) = deliveries(charging, DeliveryKind.REMINDER)
    assert (line.channel, line.state, line.facts) == (CHANNEL, DeliveryState.PENDING, {"meeting": 1})
    assert (asking.channel, asking.state) == (MEMBER, DeliveryState.HELD)
    assert asking.due_at == NOW + timedelta(hours=12)


def test_ending_owes_the_minutes_once_and_the_question_no_more(charging: Stage) -> None:
    started(charging)
    closed = ended(charging).meeting
    assert (closed.status, closed.closed_in) == (MeetingStatus.CLOSED, 4)
    assert [each.state for each in deliveries(charging, DeliveryKind.REMINDER)] == [DeliveryState.SKIPPED]
    assert len(deliveries(charging, DeliveryKind.MINUTES)) == 1
    again = charging.writes_nothing(lambda: ended(charging, reference=M1))
    assert (again.already, again.meeting) == (True, closed)
    assert started(charging).meeting.number == 2


@pytest.mark.parametrize(
    ("user", "code"),
    [
        (MEMBER, None),
        (LEAD, None),
        (CHAIR, None),
        (TALENT_LEAD, RefusalCode.LEAD_ONLY),
        (OBSERVER, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, RefusalCode.GUEST_READS_ONLY),
        (NEWCOMER, RefusalCode.MEMBERS_ONLY),
    ],
)
def test_a_meeting_is_closed_by_its_opener_its_lead_and_a_chair(
    charging: Stage, user: str, code: RefusalCode | None
) -> None:
    started(charging)
    if code is None:
        assert ended(charging, user).meeting.status == MeetingStatus.CLOSED
    else:
        assert charging.code(lambda: ended(charging, user)) is code


@pytest.mark.parametrize(
    ("user", "code"),
    [
        (OBSERVER, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, RefusalCode.GUEST_READS_ONLY),
        (VISITING_GUEST, RefusalCode.GUEST_READS_ONLY),
        (STRANGER, RefusalCode.GUEST_READS_ONLY),
        (NEWCOMER, RefusalCode.MEMBERS_ONLY),
    ],
)
def test_who_only_reads_holds_no_meetings(charging: Stage, user: str, code: RefusalCode) -> None:
    assert charging.code(lambda: scheduled(charging, user)) is code
    assert charging.code(lambda: started(charging, user)) is code
    started(charging)
    assert charging.code(lambda: attended(charging, user)) is code


def test_a_meeting_is_closed_from_a_direct_message_when_it_is_named_or_the_only_one(charging: Stage) -> None:
    started(charging)
    started(charging, channel=ELSEWHERE)
    refusal = charging.refused(lambda: ended(charging, channel=DIRECT))
    assert refusal.code is RefusalCode.MEETING_SEVERAL_OPEN
    assert refusal.facts == {"references": "M-1, M-2", "reference": "M-1"}
    ended(charging, reference=M1, channel=DIRECT)
    assert ended(charging, channel=DIRECT).meeting.number == 2
    assert charging.code(lambda: ended(charging, channel=DIRECT)) is RefusalCode.MEETING_NONE_OPEN
    assert charging.uow.workspace(WORKSPACE).channels.by_channel[CHANNEL].meeting is None


def test_in_a_channel_without_an_open_meeting_none_is_guessed(charging: Stage) -> None:
    started(charging)
    assert charging.code(lambda: ended(charging, channel=ELSEWHERE)) is RefusalCode.MEETING_NONE_OPEN


def test_what_is_no_meeting_is_refused(charging: Stage) -> None:
    note = Reference(Series.NOTE, 1)
    assert charging.code(lambda: ended(charging, reference=note)) is RefusalCode.NOT_A_MEETING
    assert charging.code(lambda: ended(charging, reference=M1)) is RefusalCode.REFERENCE_UNKNOWN
    scheduled(charging)
    assert charging.code(lambda: ended(charging, CHAIR, M1)) is RefusalCode.MEETING_NOT_OPEN


def test_a_channel_that_is_bound_anew_keeps_its_meeting_and_one_that_leaves_does_not(charging: Stage) -> None:
    started(charging)
    bind_channel(BindChannel(origin=charging.origin(CHAIR), group=1, theme="talent"), charging.uow, NOW)
    channels = charging.uow.workspace(WORKSPACE).channels
    assert channels.by_channel[CHANNEL].meeting == 1
    channels.bind(Binding(CHANNEL, 2, None, 1))
    assert charging.code(lambda: ended(charging)) is RefusalCode.CHANNEL_MOVED
    assert ended(charging, reference=M1, channel=DIRECT).meeting.status == MeetingStatus.CLOSED
    assert channels.by_channel[CHANNEL].meeting == 1
