"""Agendas and minutes: what is open, what happened while a meeting lasted, and by whom."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.channel import Binding
from domain.group import Seat, Sector
from domain.item import WITHDRAWN
from domain.language import Language
from domain.people import Member, Role
from domain.position import Stance
from domain.reference import RecordKind, Reference, Series
from domain.usecases.convening import PLANNED_WITHIN
from domain.usecases.minutes import AGENDA_SHOWN, agenda_of, meeting_card, minutes_of
from domain.usecases.moving import Move, move
from domain.usecases.positions import TakePosition, take_position
from domain.usecases.reading import show
from domain.usecases.recording import ObstacleSubmission, record_obstacle
from domain.usecases.timetable import MEETINGS_SHOWN, CalendarAsked, calendar
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import (
    M1,
    SOON,
    arranged,
    attended,
    ended,
    meeting,
    scheduled,
    started,
)
from tests.unit.domain.usecases.noting import noted
from tests.unit.domain.usecases.stage import NOW, OBSERVER, Stage

TALENT = "C0TALENT"
VISITOR = "U0ACADEMIC"


@pytest.fixture
def charging() -> Stage:
    """The channel is about charging; a second channel about talent; somebody from another seat."""
    stage = Stage()
    channels = stage.uow.workspace(WORKSPACE).channels
    channels.bind(Binding(CHANNEL, 1, "charging"))
    channels.bind(Binding(TALENT, 1, "talent"))
    member = Member(
        user=VISITOR, role=Role.MEMBER, sector=Sector.ACADEMIA, country="US", organisation="University"
    )
    stage.record.members.add(member, FOUNDED_AT)
    return stage


def moved(stage: Stage, reference: Reference, to: str) -> None:
    move(Move(origin=stage.origin(CHAIR), group=1, reference=reference, to=to), stage.uow, NOW)


def test_an_agenda_has_what_is_open_in_the_theme_and_the_theme_s_last_meeting(charging: Stage) -> None:
    started(charging)
    obstacle = charging.obstacle()
    action = charging.action()
    recommendation = charging.recommendation()
    charging.obstacle(charging.entry(theme="talent"))
    charging.recommendation(status="implemented")
    ended(charging)
    second = scheduled(charging).meeting

    agenda = agenda_of(charging.uow.workspace(WORKSPACE), charging.record, second)
    assert agenda.last is not None
    assert agenda.last.number == 1
    assert (agenda.actions, agenda.obstacles, agenda.recommendations) == (
        (action,),
        (obstacle,),
        (recommendation,),
    )


def test_an_agenda_shows_the_first_of_many_and_counts_all(charging: Stage) -> None:
    for _ in range(AGENDA_SHOWN + 5):
        charging.obstacle()
    agenda = agenda_of(charging.uow.workspace(WORKSPACE), charging.record, scheduled(charging).meeting)
    assert len(agenda.obstacles) == AGENDA_SHOWN
    assert agenda.totals[RecordKind.OBSTACLE] == AGENDA_SHOWN + 5


def test_what_is_recorded_while_a_meeting_is_open_belongs_to_it(charging: Stage) -> None:
    before = noted(charging, "before")
    started(charging)
    during = noted(charging, "during")
    elsewhere = noted(charging, "elsewhere", origin=charging.origin(channel=TALENT))
    ended(charging)
    after = noted(charging, "after")
    found = [each.meeting for each in (before, during, elsewhere, after)]
    assert found == [None, 1, None, None]


def test_a_channel_without_a_theme_takes_its_meeting_s(charging: Stage) -> None:
    charging.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1))
    started(charging, theme="talent")
    assert noted(charging, "note").theme == "talent"


def test_minutes_tell_what_happened_by_the_stretch_of_the_history(charging: Stage) -> None:
    early = charging.recommendation(owner=MEMBER)
    other = charging.recommendation(charging.entry(theme="talent"))
    started(charging)
    taken_back = noted(charging, "taken back")
    kept = noted(charging, "kept")
    wanted = Move(origin=charging.origin(), group=1, reference=taken_back.reference, to=WITHDRAWN)
    move(wanted, charging.uow, NOW)
    for reference in (early.reference, other.reference):
        moved(charging, reference, "under_review")
    position = TakePosition(
        origin=charging.origin(LEAD), group=1, reference=early.reference, stance=Stance.SUPPORT
    )
    take_position(position, charging.uow, NOW)
    ended(charging)
    move(
        Move(origin=charging.origin(CHAIR), group=1, reference=early.reference, to="agreed"),
        charging.uow,
        NOW,
    )

    minutes = minutes_of(charging.uow.workspace(WORKSPACE), charging.record, meeting(charging))
    assert [item.reference for item in minutes.items] == [kept.reference]
    assert [(shift.subject, shift.after) for shift in minutes.moved] == [(early.reference, "under_review")]
    assert minutes.positions == {early.reference: {Stance.SUPPORT: 1}}
    assert minutes.subjects.keys() == {early.reference}


def test_what_was_proposed_in_a_meeting_and_withdrawn_later_stays_in_its_minutes(charging: Stage) -> None:
    started(charging)
    said = {"origin": charging.origin(), "group": 1, "text": "No map", "language": Language.ENGLISH}
    kept = record_obstacle(ObstacleSubmission(**said), charging.uow, NOW).item  # type: ignore[arg-type]  # any field
    note = noted(charging, "said")
    ended(charging)
    for item in (kept, note):
        wanted = Move(origin=charging.origin(), group=1, reference=item.reference, to=WITHDRAWN)
        move(wanted, charging.uow, NOW)
    minutes = minutes_of(charging.uow.workspace(WORKSPACE), charging.record, meeting(charging))
    assert [item.reference for item in minutes.items] == [kept.reference]


def test_a_position_that_was_taken_back_is_not_in_the_minutes(charging: Stage) -> None:
    early = charging.recommendation(status="under_review")
    started(charging)
    asked = {"origin": charging.origin(), "group": 1, "reference": early.reference}
    take_position(TakePosition(**asked, stance=Stance.OBJECTION), charging.uow, NOW)  # type: ignore[arg-type]  # any field
    undo(Undo(origin=charging.origin(), group=1), charging.uow, NOW)
    ended(charging)
    minutes = minutes_of(charging.uow.workspace(WORKSPACE), charging.record, meeting(charging))
    assert minutes.positions == {}


def test_minutes_count_who_was_there_by_seat(charging: Stage) -> None:
    started(charging)
    attended(charging, MEMBER, VISITOR, OBSERVER)
    noted(charging, "said")
    ended(charging)
    minutes = minutes_of(charging.uow.workspace(WORKSPACE), charging.record, meeting(charging))
    industry, academia = Seat(Sector.INDUSTRY, "MX"), Seat(Sector.ACADEMIA, "US")
    assert {seat: count for seat, count in minutes.seats.items() if count} == {industry: 2, academia: 1}
    assert len(minutes.absent) == 4


def test_minutes_name_the_theme_s_next_meeting(charging: Stage) -> None:
    started(charging, text="now")
    scheduled(charging, arrangement=arranged(SOON + timedelta(days=7)))
    ended(charging)
    minutes = minutes_of(charging.uow.workspace(WORKSPACE), charging.record, meeting(charging))
    assert minutes.following is not None
    assert minutes.following.number == 2


def test_minutes_name_no_meeting_that_was_over_before_theirs_as_the_next(charging: Stage) -> None:
    scheduled(charging)
    started(charging, at=SOON + timedelta(days=3))
    ended(charging, at=SOON + timedelta(days=3, hours=1))
    minutes = minutes_of(charging.uow.workspace(WORKSPACE), charging.record, meeting(charging, 2))
    assert minutes.following is None


def test_minutes_of_a_meeting_without_a_theme_name_the_next_of_none(charging: Stage) -> None:
    charging.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1))
    started(charging)
    scheduled(charging, theme="talent")
    ended(charging)

    def following() -> int | None:
        minutes = minutes_of(charging.uow.workspace(WORKSPACE), charging.record, meeting(charging))
        return None if minutes.following is None else minutes.following.number

    assert following() is None
    scheduled(charging, arrangement=arranged(SOON + timedelta(days=7)))
    assert following() == 3


def test_a_card_says_where_an_item_was_recorded_and_discussed(charging: Stage) -> None:
    started(charging)
    said = {"origin": charging.origin(), "group": 1, "text": "No map", "language": Language.ENGLISH}
    item = record_obstacle(ObstacleSubmission(**said), charging.uow, NOW).item  # type: ignore[arg-type]  # any field
    ended(charging)
    started(charging)
    move(
        Move(origin=charging.origin(CHAIR), group=1, reference=item.reference, to="confirmed"),
        charging.uow,
        NOW,
    )
    ended(charging)
    card = show(charging.origin(), 1, item.reference, charging.uow)
    assert (card.item.meeting, card.discussed) == (1, (Reference(Series.MEETING, 2),))


def test_a_card_has_the_agenda_until_the_end_and_the_minutes_from_the_start(
    charging: Stage,
) -> None:
    def card() -> tuple[bool, bool]:
        shown = meeting_card(charging.origin(), 1, M1, charging.uow)
        return shown.agenda is not None, shown.minutes is not None

    scheduled(charging)
    assert card() == (True, False)
    started(charging, reference=M1)
    assert card() == (True, True)
    ended(charging)
    assert card() == (False, True)


def test_what_comes_leaves_out_what_was_never_opened_once_starting_would_not_open_it(charging: Stage) -> None:
    scheduled(charging, arrangement=arranged(SOON))
    for at, numbers in ((SOON + PLANNED_WITHIN, [1]), (SOON + PLANNED_WITHIN + timedelta(minutes=1), [])):
        found = calendar(charging.origin(), 1, CalendarAsked(), at, charging.uow)
        assert [each.number for each in found.upcoming] == numbers


def test_the_calendar_has_pages_of_what_comes_and_what_was(charging: Stage) -> None:
    for number in range(MEETINGS_SHOWN + 2):
        scheduled(charging, arrangement=arranged(SOON + timedelta(days=number)))
    for _ in range(MEETINGS_SHOWN + 1):
        started(charging, text="held")
        ended(charging)
    started(charging, text="open")

    def page(**asked: object) -> tuple[list[int], list[int], list[int], int | None, int | None]:
        found = calendar(charging.origin(), 1, CalendarAsked(**asked), NOW, charging.uow)  # type: ignore[arg-type]  # any field
        numbers = [[each.number for each in group] for group in (found.open, found.upcoming, found.past)]
        return (*numbers, found.upcoming_behind, found.past_behind)  # type: ignore[return-value]  # three lists

    first = page()
    assert first == ([24], list(range(1, 11)), list(range(23, 14, -1)), 10, 15)
    assert page(past=False, behind=10) == ([], [11, 12], [], None, None)
    assert page(past=True, behind=15) == ([], [], [14, 13], None, None)
    assert page(theme="talent") == ([], [], [], None, None)
