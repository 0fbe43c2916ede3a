"""Minutes that stand in the channel: where, what is added to them, and what is told beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.change import ChangeKind
from domain.channel import Binding
from domain.delivery import DeliveryKind, DeliveryState
from domain.editing import Correction
from domain.item import WITHDRAWN
from domain.language import Language
from domain.meeting import Arrangement
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.announcing import Corrected, Ended, Opened, Overlong, announcement_of, arrived
from domain.usecases.editing import Edit, edit
from domain.usecases.membership import choose_language, choose_zone
from domain.usecases.moving import Move, move
from domain.usecases.recording import NoteSubmission, record_for_minutes
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHANNEL, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import (
    M1,
    attended,
    deliveries,
    ended,
    meeting,
    scheduled,
    started,
)
from tests.unit.domain.usecases.noting import noted
from tests.unit.domain.usecases.stage import NOW, Stage


def closed(stage: Stage) -> Stage:
    """M-1 is closed, N-1 was recorded in it, and its minutes stand in the channel."""
    started(stage)
    noted(stage, "said")
    ended(stage)
    (delivery,) = deliveries(stage, DeliveryKind.MINUTES)
    arrived(delivery, 0, "12.3", stage.uow)
    arrived(delivery, 1, "12.4", stage.uow)
    return stage


def test_a_note_can_be_added_to_the_minutes_and_the_channel_is_told_once(charging: Stage) -> None:
    closed(charging)
    submission = NoteSubmission(
        origin=charging.origin(key="late"),
        group=1,
        text="Forgotten",
        language=Language.ENGLISH,
        meeting=M1,
    )
    outcome = record_for_minutes(submission, charging.uow, NOW)
    charging.writes_nothing(lambda: record_for_minutes(submission, charging.uow, NOW))
    assert (outcome.item.meeting, outcome.item.theme) == (1, "charging")
    assert len(deliveries(charging, DeliveryKind.CORRECTION)) == 1


def test_nothing_is_added_to_the_minutes_of_a_meeting_that_has_not_begun(charging: Stage) -> None:
    scheduled(charging)
    submission = NoteSubmission(
        origin=charging.origin(), group=1, text="Early", language=Language.ENGLISH, meeting=M1
    )
    refused = charging.code(lambda: record_for_minutes(submission, charging.uow, NOW))
    assert refused is RefusalCode.MEETING_NOT_OPEN


def test_whatever_changes_an_item_of_closed_minutes_is_told_beside_them(charging: Stage) -> None:
    closed(charging)
    asked = {"origin": charging.origin(), "group": 1, "reference": Reference(Series.NOTE, 1)}
    edit(Edit(**asked, correction=Correction(text="said otherwise")), charging.uow, NOW)  # type: ignore[arg-type]  # any field
    undo(Undo(origin=charging.origin(), group=1), charging.uow, NOW)
    move(Move(**asked | {"origin": charging.origin()}, to=WITHDRAWN), charging.uow, NOW)  # type: ignore[arg-type]  # any field
    queued = deliveries(charging, DeliveryKind.CORRECTION)
    assert len(queued) == 3
    for each in queued:
        told = announcement_of(each, charging.uow)
        assert isinstance(told, Corrected)
        assert told.thread == "12.3"
        assert {change.subject for change in told.correction.changes} == {Reference(Series.NOTE, 1)}
        charging.uow.outbox.deliveries[each.id] = replace(each, state=DeliveryState.SENT)


def test_a_correction_is_told_when_those_before_it_are(charging: Stage) -> None:
    closed(charging)
    asked = {"group": 1, "reference": Reference(Series.NOTE, 1)}
    for text in ("said otherwise", "said best"):
        fix = Correction(text=text)
        edit(Edit(**asked, origin=charging.origin(), correction=fix), charging.uow, NOW)  # type: ignore[arg-type]  # any field
    first, last = deliveries(charging, DeliveryKind.CORRECTION)
    assert announcement_of(last, charging.uow) is None
    charging.uow.outbox.deliveries[first.id] = replace(first, state=DeliveryState.FAILED)
    assert isinstance(announcement_of(last, charging.uow), Corrected)


def test_a_meeting_remembers_where_its_line_and_its_minutes_stand(charging: Stage) -> None:
    started(charging)
    (line,) = deliveries(charging, DeliveryKind.MEETING)
    (asking,) = deliveries(charging, DeliveryKind.REMINDER)
    arrived(line, 0, "1.1", charging.uow)
    arrived(line, 1, "1.2", charging.uow)
    arrived(asking, 0, "9.9", charging.uow)
    assert (meeting(charging).thread, meeting(charging).minutes) == ("1.1", None)
    assert charging.record.meetings.in_thread(CHANNEL, "1.1") == meeting(charging)


def test_what_deliveries_tell_is_read_when_they_are_worded(charging: Stage) -> None:
    started(charging)
    (line,) = deliveries(charging, DeliveryKind.MEETING)
    (asking,) = deliveries(charging, DeliveryKind.REMINDER)
    assert isinstance(announcement_of(line, charging.uow), Opened)
    assert isinstance(announcement_of(asking, charging.uow), Overlong)
    ended(charging)
    (minutes,) = deliveries(charging, DeliveryKind.MINUTES)
    assert isinstance(announcement_of(minutes, charging.uow), Ended)
    assert announcement_of(asking, charging.uow) is None


def test_an_opener_is_asked_to_close_in_the_language_and_the_zone_they_chose(charging: Stage) -> None:
    choose_zone(charging.origin(), "Asia/Tokyo", charging.uow)
    choose_language(charging.origin(), Language.SPANISH, charging.uow)
    started(charging)
    (asking,) = deliveries(charging, DeliveryKind.REMINDER)
    told = announcement_of(asking, charging.uow)
    assert isinstance(told, Overlong)
    assert (told.language, told.zone) == (Language.SPANISH, "Asia/Tokyo")


def test_a_channel_that_is_another_group_s_by_now_is_told_nothing(charging: Stage) -> None:
    closed(charging)
    attended(charging, MEMBER, LEAD, reference=M1)
    charging.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 2))
    for kind in (DeliveryKind.MEETING, DeliveryKind.MINUTES, DeliveryKind.CORRECTION):
        (delivery,) = deliveries(charging, kind)
        assert announcement_of(delivery, charging.uow) is None


def test_a_correction_waits_for_minutes_that_do_not_stand_there_yet(charging: Stage) -> None:
    started(charging)
    ended(charging)
    attended(charging, MEMBER, LEAD, reference=M1)
    (delivery,) = deliveries(charging, DeliveryKind.CORRECTION)
    assert announcement_of(delivery, charging.uow) is None


def test_another_title_or_place_of_a_closed_meeting_is_told_beside_its_minutes(charging: Stage) -> None:
    closed(charging)
    asked = {"origin": charging.origin(MEMBER), "group": 1, "reference": M1}
    elsewhere = Arrangement(starts_at=None, zone="America/Mexico_City", place="Room 5")
    wanted = Edit(**asked, correction=Correction(text="The census"), arrangement=elsewhere)  # type: ignore[arg-type]  # any field
    edit(wanted, charging.uow, NOW)
    (delivery,) = deliveries(charging, DeliveryKind.CORRECTION)
    told = announcement_of(delivery, charging.uow)
    assert isinstance(told, Corrected)
    assert [change.kind for change in told.correction.changes] == [ChangeKind.EDITED, ChangeKind.RELOCATED]


def test_the_time_of_a_closed_meeting_stands(charging: Stage) -> None:
    closed(charging)
    later = Arrangement(starts_at=NOW + timedelta(days=1), zone="America/Mexico_City")
    wanted = Edit(
        origin=charging.origin(MEMBER), group=1, reference=M1, correction=Correction(), arrangement=later
    )
    assert charging.code(lambda: edit(wanted, charging.uow, NOW)) is RefusalCode.MEETING_TIME_STANDS


def test_only_a_meeting_has_a_place(charging: Stage) -> None:
    charging.note()
    there = Arrangement(starts_at=None, zone="UTC", place="Room 5")
    wanted = Edit(
        origin=charging.origin(MEMBER),
        group=1,
        reference=Reference(Series.NOTE, 1),
        correction=Correction(),
        arrangement=there,
    )
    assert charging.code(lambda: edit(wanted, charging.uow, NOW)) is RefusalCode.NOT_A_MEETING
