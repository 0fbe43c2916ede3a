"""In a group of two languages its channel is told of a meeting in both, by the group's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.language import Language, Text
from domain.meeting import Arrangement, Meeting, Mode
from domain.minutes import Agenda
from domain.reference import RecordKind
from domain.reminder import HowSoon, MeetingAhead
from domain.usecases.announcing import Opened
from handlers.meetings import posts
from handlers.reminders.meeting_views import payloads, told_in
from handlers.words.translator import Translator
from tests.rendering import block_lines
from tests.unit.handlers.accepted import buttons, posted_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EN, ES, GROUP, NAMES, WORDS, action, meeting

BOTH = replace(GROUP, languages=(ES, EN))
HELD = Arrangement(
    starts_at=datetime(2027, 3, 9, 16, tzinfo=UTC),
    zone="America/New_York",
    mode=Mode.HYBRID,
    place="Room 2",
    link="https://meet.example.org/x",
)
TRANSLATED = Text("Charging standards", EN, {ES: "Normas de carga"})
UNTRANSLATED = Text("Charging standards", EN, {})


def held(text: Text) -> Meeting:
    return replace(meeting(), text=text, arrangement=HELD)


def agenda(text: Text, *, empty: bool = False) -> Agenda:
    actions = () if empty else (action(),)
    totals = dict.fromkeys(RecordKind, 0) | {RecordKind.ACTION: len(actions)}
    return Agenda(
        meeting=held(text),
        last=None,
        actions=actions,
        obstacles=(),
        recommendations=(),
        totals=totals,
        names=NAMES,
    )


def both(t: Translator) -> list[Translator]:
    """The one and the other."""
    return [t, WORDS.for_language(EN if t.language is ES else ES)]


@pytest.mark.parametrize("how_soon", HowSoon)
def test_before_a_meeting_its_channel_is_told_in_both_languages(how_soon: HowSoon) -> None:
    (told,) = payloads(WORDS, MeetingAhead(group=BOTH, meeting=held(TRANSLATED), how_soon=how_soon))
    first, second = (" empieza ", " starts ")
    assert 0 < told.rich["text"].index(first) < told.rich["text"].index(second)
    for said in ("Normas de carga", "Charging standards", "10:00 a.m. (Ciudad de México)"):
        assert said in told.rich["text"]
    assert "10:00 AM (Mexico City)" in told.rich["text"]
    assert told.rich["text"].count("Room 2") == 2, "each language is whole by itself"


def test_a_title_that_nobody_translated_is_said_once() -> None:
    for soon in HowSoon:
        (told,) = payloads(WORDS, MeetingAhead(group=BOTH, meeting=held(UNTRANSLATED), how_soon=soon))
        assert (
            "\n".join(line for block in told.rich["blocks"] for line in block_lines(block)).count(
                "Charging standards"
            )
            == 1
        )


def test_the_line_of_a_meeting_is_in_both_languages_and_its_agenda_follows_in_the_other() -> None:
    line, other = posts.payloads(WORDS, Opened(group=BOTH, agenda=agenda(TRANSLATED)))
    assert "la reunión está abierta" in line.rich["text"]
    assert "the meeting is open" in line.rich["text"]
    assert "the meeting is open" in other.rich["text"]
    assert "la reunión está abierta" not in other.rich["text"]


def test_without_anything_open_nothing_follows() -> None:
    (line,) = posts.payloads(WORDS, Opened(group=BOTH, agenda=agenda(TRANSLATED, empty=True)))
    assert "the meeting is open" in line.rich["text"]


def test_a_group_of_one_language_is_told_in_that_one() -> None:
    spanish = replace(GROUP, languages=(ES,))
    (line,) = posts.payloads(WORDS, Opened(group=spanish, agenda=agenda(TRANSLATED)))
    (told,) = payloads(WORDS, MeetingAhead(group=spanish, meeting=held(TRANSLATED), how_soon=HowSoon.DAY))
    assert "the meeting is open" not in line.rich["text"]
    assert "starts in" not in told.rich["text"]


def test_both_languages_read_well(album: Album) -> None:
    def ahead(t: Translator) -> MeetingAhead:
        return MeetingAhead(
            group=replace(GROUP, languages=tuple(each.language for each in both(t))),
            meeting=held(TRANSLATED),
            how_soon=HowSoon.HOUR,
        )

    album.compare(
        "meetings-both",
        {
            "before it": lambda t: told_in(both(t), ahead(t)),
            "its line": lambda t: posts.opened_in(both(t), GROUP, agenda(TRANSLATED)),
            "its line, untranslated": lambda t: posts.opened_in(both(t), GROUP, agenda(UNTRANSLATED)),
        },
    )


@pytest.mark.parametrize("language", Language)
def test_slack_takes_both_languages_and_each_button_once(language: Language) -> None:
    ts = both(WORDS.for_language(language))
    for message in (
        told_in(ts, MeetingAhead(group=BOTH, meeting=held(TRANSLATED), how_soon=HowSoon.DAY)),
        posts.opened_in(ts, GROUP, agenda(TRANSLATED)),
    ):
        assert posted_violations(message) == []
        values = [button["value"] for button in buttons(message)]
        assert len(values) == len(set(values))
