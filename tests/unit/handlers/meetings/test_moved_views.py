"""A meeting that was moved or cancelled, as its channel reads it in the languages of its group."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.change import ChangeKind, NewChange
from domain.item import WITHDRAWN
from domain.language import Language, Text
from domain.meeting import LINK_MAX, MEETING_PLACE_MAX, Arrangement, Meeting, Mode
from domain.text import TEXT_MAX
from handlers.meetings.moved_views import cancelled, rearranged
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EN, ES, GROUP, WORDS, meeting

HELD = Arrangement(
    starts_at=datetime(2027, 3, 8, 16, tzinfo=UTC),
    zone="America/Mexico_City",
    mode=Mode.HYBRID,
    place="Room 2",
    link="https://meet.example.org/x",
)
MOVED = replace(meeting(), text=Text("Charging standards", EN, {ES: "Normas de carga"}), arrangement=HELD)
GONE = replace(MOVED, status=WITHDRAWN)
LONG = replace(
    GONE,
    text=Text("x" * TEXT_MAX, EN, {ES: "y" * TEXT_MAX}),
    arrangement=replace(
        HELD, place="<" * MEETING_PLACE_MAX, link=f"https://example.org/{'z' * (LINK_MAX - 20)}"
    ),
)


def both(t: Translator) -> list[Translator]:
    other = ES if t.language is EN else EN
    return [t, WORDS.for_language(other)]


def change(
    kind: ChangeKind,
    before: str | None = None,
    after: str | None = None,
    comment: str | None = None,
    held: Meeting = MOVED,
) -> NewChange:
    return NewChange(
        kind=kind, subject=held.reference, theme=None, before=before, after=after, comment=comment
    )


TIME = change(
    ChangeKind.RESCHEDULED, "2027-03-05T10:00@America/Mexico_City", "2027-03-08T10:00@America/Mexico_City"
)
ELSEWHERE = change(
    ChangeKind.RESCHEDULED, "2027-03-05T10:00@America/Tijuana", "2027-03-08T10:00@America/Mexico_City"
)
PLACE = change(ChangeKind.RELOCATED)
TITLE = change(ChangeKind.EDITED, "text=Corridors", "text=Charging standards")
WITHDRAWAL = change(ChangeKind.MOVED, "scheduled", WITHDRAWN, "the flu")


def test_what_is_said_reads_well(album: Album) -> None:
    album.compare(
        "meetings-moved",
        {
            "another time": lambda t: rearranged(both(t), GROUP, MOVED, [TIME]),
            "another time of another zone": lambda t: rearranged(both(t), GROUP, MOVED, [ELSEWHERE]),
            "another time and place": lambda t: rearranged(both(t), GROUP, MOVED, [TIME, PLACE]),
            "another title": lambda t: rearranged(both(t), GROUP, MOVED, [TITLE]),
            "one language": lambda t: rearranged([t], GROUP, MOVED, [TIME]),
            "cancelled": lambda t: cancelled(both(t), GONE, [WITHDRAWAL]),
            "cancelled without a reason": lambda t: cancelled([t], GONE, [replace(WITHDRAWAL, comment=None)]),
        },
    )


@pytest.mark.parametrize("language", Language)
def test_slack_takes_the_longest_of_them_with_each_button_once(language: Language) -> None:
    ts = both(WORDS.for_language(language))
    withdrawal = replace(WITHDRAWAL, comment="&" * TEXT_MAX)
    for message in (
        rearranged(ts, GROUP, LONG, [TIME, PLACE]),
        rearranged(ts, GROUP, LONG, [TIME]),
        cancelled(ts, LONG, [withdrawal]),
    ):
        assert message_violations(message) == []
        values = [button["value"] for button in buttons(message)]
        assert len(values) == len(set(values))


def test_where_the_former_place_is_not_kept_there_is_no_way_back() -> None:
    ts = both(WORDS.for_language(EN))
    ways = [
        [button["value"].split()[0] for button in buttons(rearranged(ts, GROUP, MOVED, changes))]
        for changes in ([TIME], [TIME, PLACE])
    ]
    assert ways == [["show", "meeting", "undo"], ["show", "meeting"]]
