"""What people read in the morning, before a meeting, and when something was given to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.change import ChangeKind
from domain.group import Group
from domain.item import Item
from domain.language import Language, Text
from domain.meeting import MEETING_PLACE_MAX, Arrangement, Mode
from domain.notice import About, Addressee, MoveNotice
from domain.reminder import SHOWN_MAX, HowSoon, MeetingAhead, Reminded, Why
from domain.usecases.reminders import NAMED_MAX
from domain.usecases.snoozing import Snoozed
from handlers.grammar.assignments import AssignmentWanted, read_assignment
from handlers.grammar.command import parse
from handlers.grammar.dates.rules import Reader
from handlers.grammar.snoozes import SnoozeWanted, read_snooze
from handlers.members.muting_views import reminders_muted_message
from handlers.overview.notice_views import Ways
from handlers.overview.notice_views import payloads as notice_payloads
from handlers.reminders.assignment_views import assignment_message
from handlers.reminders.meeting_views import payloads as meeting_payloads
from handlers.reminders.meeting_views import told_in
from handlers.reminders.views import payloads, reminders_message, snoozed_message
from handlers.words.translator import Translator
from tests.jobs import over
from tests.unit.handlers.accepted import posted_violations
from tests.unit.handlers.anything import LANGUAGES, PROFILE, groups, items, named, texts, written
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    LEAD,
    MEMBER,
    NAMES,
    TEN,
    WORDS,
    ZONE,
    action,
    change,
    recommendation,
)
from tests.unit.handlers.reminders.made import FRIDAY, meeting, of_every_reason, overdue, reminders

WAYS = Ways({EN: "/wg", ES: "/gt"}, "rapporteur")


def notice(t: Translator, item: Item, about: About, name: str = "chair-mx") -> MoveNotice:
    reader = Addressee(user=MEMBER, language=t.language, zone=ZONE, group=GROUP)
    told = change(item, ChangeKind.ASSIGNED, 7, before=LEAD, actor=LEAD)
    return MoveNotice(reader=reader, item=item, changes=(told,), names={**NAMES, LEAD: name}, about=about)


def test_reminders_read_well(album: Album) -> None:
    monday = date(2027, 3, 8)
    tomorrow = Reminded(replace(action(), due_on=monday + timedelta(days=1)), Why.TOMORROW)
    album.compare(
        "reminders",
        {
            "everything on a Friday": lambda t: reminders_message(t, reminders(t.language, more=12)),
            "one thing on a Monday": lambda t: reminders_message(
                t, reminders(t.language, tomorrow, day=monday, more=1)
            ),
            "more than are shown": lambda t: reminders_message(
                t, reminders(t.language, *overdue(2), named=overdue(6)[2:], more=3)
            ),
            "put off": lambda t: snoozed_message(t, Snoozed(action(), monday)),
            "put off no more": lambda t: snoozed_message(t, Snoozed(action(), None)),
            "muted": lambda t: reminders_muted_message(t, GROUP, muted=True),
            "not muted": lambda t: reminders_muted_message(t, GROUP, muted=False),
            "given an action": lambda t: assignment_message(t, notice(t, action(), About.ASSIGNED)),
            "given a recommendation": lambda t: assignment_message(
                t, notice(t, recommendation(), About.ASSIGNED)
            ),
            "given back": lambda t: assignment_message(t, notice(t, action(), About.GIVEN_BACK)),
            **{
                f"a meeting in a {soon.value}": over(
                    soon,
                    lambda t, soon: told_in([t], MeetingAhead(group=GROUP, meeting=meeting(), how_soon=soon)),
                )
                for soon in HowSoon
            },
        },
    )


def test_a_meeting_is_told_by_the_clock_of_the_group_and_in_its_first_language_too() -> None:
    """It was arranged by a clock two hours behind."""
    spanish = replace(GROUP, languages=(ES, EN))
    (payload,) = meeting_payloads(
        WORDS, MeetingAhead(group=spanish, meeting=meeting(), how_soon=HowSoon.HOUR)
    )
    assert "10:00 a.m. (Ciudad de México)" in payload.rich["text"]
    assert "empieza en una hora" in payload.rich["text"]


def test_a_notice_of_an_owner_goes_through_the_notices() -> None:
    (payload,) = notice_payloads(WORDS, WAYS, notice(WORDS.for_language(EN), action(), About.ASSIGNED))
    assert payload.rich["text"].startswith("chair-mx gave you A-7")


@pytest.mark.parametrize("language", Language)
def test_every_choice_of_the_menu_and_the_button_beside_it_say_what_they_promise(language: Language) -> None:
    t = WORDS.for_language(language)
    told = reminders_message(t, reminders(language, Reminded(action(), Why.OVERDUE)))
    row = next(block for block in told.blocks if block["type"] == "actions")
    done, menu, not_mine = row["elements"]
    assert done["value"] == "done A-7 v1"
    reader = Reader(today=FRIDAY, day_first=language is Language.SPANISH)
    read = [read_snooze(parse(option["value"]).rest, reader) for option in menu["options"]]
    wanted = SnoozeWanted(reference=action().reference, version=1)
    assert read == [
        replace(wanted, until=FRIDAY + timedelta(days=1)),
        replace(wanted, until=FRIDAY + timedelta(days=7)),
        wanted,
    ]
    nobody = AssignmentWanted(reference=action().reference, unowned=True, version=1)
    assert read_assignment(parse(not_mine["value"]).rest, (), reader) == nobody
    assert not_mine["confirm"]["text"]["text"].startswith("A-7")


def test_only_what_its_owner_may_finish_has_a_button_for_that() -> None:
    told = {each.item.reference.number: each for each in of_every_reason() if each.why is Why.MILESTONE}
    t = WORDS.for_language(EN)
    labels = {
        number: reminders_message(t, reminders(EN, each)).blocks[3]["elements"][0]["text"]["text"]
        for number, each in told.items()
    }
    assert labels == {1: "Done", 8: "Show it"}


@given(texts(), LANGUAGES, groups(), st.sampled_from([0, 1, 10**6]))
@PROFILE
def test_any_reminder_fits(text: Text, language: Language, group: Group, more: int) -> None:
    shown = (of_every_reason(text) * 2)[:SHOWN_MAX]
    told = reminders(language, *shown, named=overdue(NAMED_MAX, text), more=more)
    told = replace(told, reader=replace(told.reader, group=group))
    message = reminders_message(WORDS.for_language(language), told)
    assert posted_violations(message) == []
    (payload,) = payloads(WORDS, told)
    assert payload.rich == payload.plain
    assert len(payload.rich["text"]) < 4000


@given(st.data(), LANGUAGES, groups(), named())
@PROFILE
def test_any_notice_of_an_owner_fits(
    data: st.DataObject, language: Language, group: Group, name: str
) -> None:
    item = data.draw(items(group))
    for about in (About.ASSIGNED, About.GIVEN_BACK):
        told = notice(WORDS.for_language(language), item, about, name)
        told = replace(told, reader=replace(told.reader, group=group))
        (payload,) = notice_payloads(WORDS, WAYS, told)
        assert len(payload.rich["text"]) < 4000
        assert posted_violations(assignment_message(WORDS.for_language(language), told)) == []


@given(written(), LANGUAGES, groups(), written(MEETING_PLACE_MAX))
@PROFILE
def test_any_meeting_fits(text: str, language: Language, group: Group, place: str) -> None:
    arranged = Arrangement(
        starts_at=TEN, zone=ZONE, mode=Mode.HYBRID, place=place, link=f"https://{'x' * 900}"
    )
    held = meeting(text, arrangement=arranged, theme=group.themes[0].key)
    for soon in HowSoon:
        told = told_in([WORDS.for_language(language)], MeetingAhead(group=group, meeting=held, how_soon=soon))
        assert posted_violations(told) == []


@given(LANGUAGES, groups())
@PROFILE
def test_any_answer_about_reminders_fits(language: Language, group: Group) -> None:
    t = WORDS.for_language(language)
    for muted in (True, False):
        assert posted_violations(reminders_muted_message(t, group, muted=muted)) == []
