"""What is posted and answered about meetings: in both languages, within Slack's limits whatever it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.change import ChangeKind
from domain.digest import NetEffects, Shift
from domain.group import Sector
from domain.item import Item
from domain.language import Language, Text
from domain.meeting import Attendance, Meeting, MeetingStatus
from domain.minutes import Agenda, Correction, MeetingCard, Minutes, seats_of
from domain.people import Member, Person, Profile, Role
from domain.permissions import Actor
from domain.position import Stance
from domain.reference import RecordKind, Reference, Series
from domain.usecases.announcing import Corrected, Overlong
from domain.usecases.attending import Attended
from domain.usecases.convening import Convened
from domain.usecases.timetable import Calendar
from handlers.digests import views as digest_views
from handlers.meetings import posts, views
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import message_violations, posted_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.digests.made import digest
from tests.unit.handlers.material import (
    CHAIR,
    EN,
    ES,
    GROUP,
    HERE,
    LEAD,
    MEMBER,
    NAMES,
    NOW,
    TEN,
    WORDS,
    WORKSPACE,
    ZONE,
    action,
    change,
    meeting,
    note,
    obstacle,
    recommendation,
)

ACTOR = Actor(
    Profile(person=Person(WORKSPACE, CHAIR), name="chair-mx", locale_language=EN, zone=ZONE, fetched_at=NOW),
    Member(user=CHAIR, role=Role.CHAIR, sector=Sector.GOVERNMENT, country="MX", organisation="Ministry"),
)


def present(user: str, sector: Sector = Sector.INDUSTRY, country: str = "MX") -> Attendance:
    return Attendance(user=user, sector=sector, country=country, marked_by=user, at=NOW)


OPENED = meeting(
    status=MeetingStatus.OPEN,
    opener=MEMBER,
    opened_at=TEN,
    opened_in=9,
    present=(present(MEMBER), present(LEAD, Sector.GOVERNMENT)),
)
CLOSED = replace(OPENED, status=MeetingStatus.CLOSED, closed_at=TEN + timedelta(hours=2), closed_in=20)


def agenda(held: Meeting = OPENED, items: Sequence[Item] = ()) -> Agenda:
    def of(kind: RecordKind) -> tuple[Item, ...]:
        return tuple(item for item in items if item.kind is kind)

    kinds = (RecordKind.ACTION, RecordKind.OBSTACLE, RecordKind.RECOMMENDATION)
    return Agenda(
        meeting=held,
        last=None,
        actions=of(RecordKind.ACTION),
        obstacles=of(RecordKind.OBSTACLE),
        recommendations=of(RecordKind.RECOMMENDATION),
        totals={kind: len(of(kind)) + (3 if of(kind) else 0) for kind in kinds},
        names=NAMES,
    )


def minutes(held: Meeting = CLOSED, items: Sequence[Item] = (), subject: Item | None = None) -> Minutes:
    told = () if subject is None else (Shift(subject.reference, "proposed", "under_review"),)
    progress = () if subject is None else (Shift(subject.reference, "0", "40"),)
    reference = Reference(Series.RECOMMENDATION, 1) if subject is None else subject.reference
    return Minutes(
        meeting=held,
        items=tuple(items),
        moved=told,
        progressed=progress,
        positions={} if subject is None else {reference: {Stance.SUPPORT: 2, Stance.OBJECTION: 1}},
        subjects={} if subject is None else {reference: subject},
        seats=seats_of(held.present, GROUP),
        following=meeting("Next time", number=3),
        names=NAMES,
    )


ITEMS = (note(), obstacle(), action(), recommendation())


def one(messages: Sequence[Message]) -> Message:
    (message,) = messages
    return message


def correction(changes: int = 1, text: str = "said") -> Corrected:
    item = note()
    told = tuple(change(item, ChangeKind.RECORDED, number) for number in range(1, changes + 1))
    words = replace(item, text=Text(text, EN, {}))
    made = Correction(meeting=CLOSED, changes=told, items={item.reference: words}, names=NAMES)
    return Corrected(group=GROUP, correction=made, thread="1.2")


def overlong(language: Language) -> Overlong:
    return Overlong(group=GROUP, meeting=OPENED, language=language, zone=ZONE)


def card(held: Meeting, items: Sequence[Item] = ITEMS, changes: int = 2) -> MeetingCard:
    is_ahead = held.status in {MeetingStatus.SCHEDULED, MeetingStatus.OPEN}
    return MeetingCard(
        meeting=held,
        agenda=agenda(held, items) if is_ahead else None,
        minutes=minutes(held, items) if held.opened_in is not None else None,
        history=tuple(change(held, ChangeKind.MEETING_STARTED, number) for number in range(changes)),
        names=NAMES,
    )


def calendar(count: int = 1) -> Calendar:
    return Calendar(
        theme=None,
        open=(OPENED,),
        upcoming=tuple(meeting(number=number) for number in range(10, 10 + count)),
        upcoming_behind=12,
        past=tuple(replace(CLOSED, number=number) for number in range(30, 30 + count)),
        past_behind=33,
    )


def test_what_is_said_of_meetings(album: Album) -> None:
    los_angeles = "America/Los_Angeles"
    attended = Attended(OPENED, (LEAD,), ("U0UNKNOWN",))
    album.compare(
        "meetings",
        {
            "scheduled": lambda t: views.scheduled([t], GROUP, Convened(meeting())),
            "scheduled already": lambda t: views.scheduled([t], GROUP, Convened(meeting(), already=True)),
            "started": lambda t: views.started(t, Convened(OPENED)),
            "its line": lambda t: posts.opened(t, GROUP, agenda(OPENED, ITEMS)),
            "its line without anything open": lambda t: posts.opened(t, GROUP, agenda()),
            "here": lambda t: views.attended(t, attended, NAMES, present=True),
            "here already": lambda t: views.attended(t, Attended(OPENED, ()), NAMES, present=True),
            "here oneself already": lambda t: views.attended(
                t, Attended(OPENED, ()), NAMES, present=True, alone=True
            ),
            "absent oneself already": lambda t: views.attended(
                t, Attended(OPENED, ()), NAMES, present=False, alone=True
            ),
            "absent": lambda t: views.attended(t, Attended(OPENED, (LEAD,)), NAMES, present=False),
            "absent already": lambda t: views.attended(t, Attended(OPENED, ()), NAMES, present=False),
            "ended": lambda t: views.ended(t, Convened(CLOSED)),
            "ended already": lambda t: views.ended(t, Convened(CLOSED, already=True)),
            "minutes": lambda t: one(
                posts.minutes_messages(t, GROUP, minutes(CLOSED, ITEMS, recommendation(number=9)))
            ),
            "minutes of nothing": lambda t: one(posts.minutes_messages(t, GROUP, minutes())),
            "minutes corrected": lambda t: posts.corrected(t, correction()),
            "open for too long": lambda t: posts.overlong(t, overlong(t.language)),
            "card of a scheduled one": lambda t: views.card(t, GROUP, los_angeles, card(meeting()), ACTOR),
            "card of an open one": lambda t: views.card(t, GROUP, ZONE, card(OPENED), ACTOR),
            "card of a closed one, for somebody unknown": lambda t: views.card(
                t, GROUP, ZONE, card(CLOSED), None
            ),
            "list": lambda t: views.calendar(t, GROUP, calendar(), ZONE, "meeting list"),
            "list of nothing": lambda t: views.calendar(
                t, GROUP, Calendar(theme="talent"), ZONE, "meeting list"
            ),
        },
    )


def test_a_digest_names_the_meetings_that_were_held_and_those_to_come() -> None:
    effects = NetEffects((), (), (), (), held=(CLOSED.reference,))
    told = replace(digest(effects, {CLOSED.reference: CLOSED}), upcoming=(meeting("Next time", number=3),))
    for language in Language:
        t = WORDS.for_language(language)
        message = digest_views.messages(t, GROUP, "America/New_York", told, rich=False)[0]
        shown = str(message.blocks)
        assert t("digest-held", count=1) in shown
        assert t("digest-upcoming", count=1) in shown
        assert "M-3" in shown
        assert message_violations(message, t) == []


def many(count: int, length: int) -> list[Item]:
    """Items of every kind with long texts."""
    kinds = [(note, RecordKind.NOTE), (note, RecordKind.DECISION), (obstacle, None), (action, None)]
    made: list[Item] = []
    for number in range(1, count + 1):
        make, kind = kinds[number % len(kinds)]
        item = replace(make(), number=number, text=Text("ñ<&>" * (length // 4), EN, {}))  # type: ignore[operator]  # one of three makers
        made.append(item if kind is None else replace(item, kind=kind))
    return made


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("count", "length"), [(500, 3000), (500, 4), (40, 3000), (1, 3000)])
def test_minutes_of_any_size_fit_into_few_messages(language: Language, count: int, length: int) -> None:
    people = tuple(
        present(f"U{number:04}", sector, country)
        for number, (sector, country) in enumerate(
            [(sector, country) for sector in Sector for country in ("MX", "US", "CA")] * 23
        )
    )
    held = replace(CLOSED, present=people, text=Text("x" * 3000, EN, {}))
    t = WORDS.for_language(language)
    told = posts.minutes_messages(t, GROUP, minutes(held, many(count, length)))
    assert 1 <= len(told) <= posts.MESSAGES_MAX
    assert [posted_violations(message) for message in told] == [[]] * len(told)


def test_short_minutes_hold_every_text_whole() -> None:
    t = WORDS.for_language(EN)
    (told,) = posts.minutes_messages(t, GROUP, minutes(CLOSED, many(4, 2000)))
    assert str(told.blocks).count("ñ<&>" * 500) == 4


@pytest.mark.parametrize("language", Language)
def test_cards_lines_and_lists_of_any_size_fit(language: Language) -> None:
    t = WORDS.for_language(language)
    items, text = many(40, 3000), "\n".join(["y" * 74] * 40)
    for status in (meeting(text), replace(OPENED, text=Text(text, ES, {}))):
        assert message_violations(views.card(t, GROUP, ZONE, card(status, items, 10), ACTOR), t) == []
        assert posted_violations(posts.opened(t, GROUP, agenda(status, items[:24]))) == []
    closed = replace(CLOSED, text=Text(text, ES, {}))
    assert message_violations(views.card(t, GROUP, ZONE, card(closed, many(500, 3000), 10), ACTOR), t) == []
    assert message_violations(views.calendar(t, GROUP, calendar(10), ZONE, "meeting list"), t) == []
    everybody = tuple(f"U{number:08}" for number in range(100))
    for marked in (True, False):
        message = views.attended(t, Attended(OPENED, everybody, everybody), {}, present=marked)
        assert message_violations(message, t) == []
    assert posted_violations(posts.corrected(t, correction(50, "z" * 3000))) == []


@pytest.mark.parametrize(("thread", "beside"), [("1.2", {"thread_ts": "1.2"}), (None, {})])
def test_a_correction_stands_beside_the_minutes_or_by_itself(
    thread: str | None, beside: dict[str, str]
) -> None:
    (payload,) = posts.payloads(WORDS, replace(correction(), thread=thread))
    assert {name: said for name, said in payload.rich.items() if name == "thread_ts"} == beside


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=300).filter(lambda text: bool(text.strip())), st.sampled_from(Language))
def test_any_words_are_shown_as_they_are(text: str, language: Language) -> None:
    t: Translator = WORDS.for_language(language)
    arranged = replace(HERE, place=text[:100], link=None)
    held = replace(OPENED, text=Text(text, ES, {}), arrangement=arranged)
    closed = replace(held, closed_at=TEN, closed_in=9)
    said = replace(note(), text=Text(text, ES, {}))
    shown = [
        views.scheduled([t], GROUP, Convened(held)),
        views.card(t, GROUP, ZONE, card(held), ACTOR),
        posts.opened(t, GROUP, agenda(held)),
        *posts.minutes_messages(t, GROUP, minutes(closed, [said])),
    ]
    assert [message_violations(message, t) for message in shown] == [[]] * len(shown)
