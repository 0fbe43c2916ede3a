"""Whole digests as people read them: full, quiet, after downtime, one's own; in English, Spanish and both."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.digest import Digest, Posted
from domain.language import Language
from domain.note import NOTE_KINDS
from domain.reference import RecordKind
from domain.register import Order, Trait
from handlers.digests.views import parts, payloads, preview
from handlers.grammar.command import parse
from handlers.grammar.filters import read_filters
from handlers.grammar.wanted import Wanted
from handlers.parts.message import Message
from tests.fakes.setting import setting_with
from tests.rendering import said_lines
from tests.unit.handlers.accepted import buttons, message_violations, posted_violations, unreadable_buttons
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.digests.made import whole
from tests.unit.handlers.digests.weeks import AFTER_DOWNTIME, FULL_WEEK, ONE_MISSED, OWN, QUIET_WEEK, filled
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    MEMBER,
    WORDS,
    ZONE,
    action,
    evidence,
    note,
    obstacle,
    recommendation,
)

NEXT = date(2027, 3, 15)
WEEKS = {
    "a full week": replace(FULL_WEEK, posted=Posted("digest:T0001/1/D-1:2027-03-08", 1, None, NEXT)),
    "a quiet week": QUIET_WEEK,
    "after downtime": AFTER_DOWNTIME,
    "one was missed": ONE_MISSED,
    "one's own": replace(OWN, posted=Posted("digest:T0001/1/D-2:2027-03-08", 2, MEMBER, NEXT)),
}


def test_whole_weeks_in_plain(album: Album) -> None:
    album.compare("digest-weeks", each(WEEKS, whole))


@pytest.mark.parametrize(("name", "languages"), [("both", (EN, ES)), ("both-es", (ES, EN))])
def test_both_languages_stand_side_by_side(album: Album, name: str, languages: tuple[Language, ...]) -> None:
    shown = {case: _in_one(replace(week, languages=languages)) for case, week in WEEKS.items()}
    assert [posted_violations(message) for message in shown.values()] == [[]] * len(shown)
    assert [unreadable_buttons(message) for message in shown.values()] == [[]] * len(shown)
    album.goldens.compare(f"digest-{name}", "\n\n".join(_read(case, one) for case, one in shown.items()))
    album.keep(f"digest-{name}", shown)


def test_rich_weeks_draw_and_tabulate(album: Album) -> None:
    shown = {t.language.value: whole(t, FULL_WEEK, rich=True) for t in map(WORDS.for_language, Language)}
    assert [posted_violations(message) for message in shown.values()] == [[], []]
    album.goldens.compare("digest-weeks-rich", "\n\n".join(_read(case, one) for case, one in shown.items()))
    album.keep("digest-weeks-rich", shown)


def test_a_preview_is_what_would_be_posted_and_names_what_follows() -> None:
    t = WORDS.for_language(ES)
    long = "Una frase larga sobre la red. " * 30
    made = (*(note(kind) for kind in NOTE_KINDS), obstacle(), recommendation(), action(), evidence())
    text = replace(note().text, original=long)
    many = [
        replace(item, number=1000 * place + number, text=text)
        for place, item in enumerate(made)
        for number in range(1, 40)
    ]
    shown = preview(WORDS, t, GROUP, ZONE, filled(FULL_WEEK, many))
    assert message_violations(shown) == []
    assert "en su hilo" in "\n".join(said_lines({"text": shown.text, "blocks": shown.blocks}))
    assert preview(WORDS, t, GROUP, ZONE, QUIET_WEEK) == _in_one(QUIET_WEEK, rich=False)


def test_see_all_asks_the_register_for_exactly_that() -> None:
    many = [note(number=number) for number in range(1, 40)]
    shown = whole(WORDS.for_language(EN), filled(FULL_WEEK, many))
    lines = [button["value"] for button in buttons(shown) if button["value"].startswith("list ")]
    wanted = [read_filters(parse(line), setting_with(GROUP.themes)) for line in lines]
    assert wanted == [
        Wanted(
            kinds=frozenset({RecordKind.NOTE}),
            everywhere=True,
            since=date(2027, 3, 1),
            until=date(2027, 3, 8),
        ),
        Wanted(everywhere=True, traits=frozenset({Trait.OVERDUE}), order=Order.DUE),
        Wanted(everywhere=True, due=date(2027, 3, 31), order=Order.DUE),
        Wanted(everywhere=True, traits=frozenset({Trait.STALLED})),
    ]


@pytest.mark.parametrize("languages", [(EN, ES), (ES,)])
def test_one_that_comes_late_says_so_and_shares_its_words_with_none_in_time(
    languages: tuple[Language, ...],
) -> None:
    shown, made = replace(FULL_WEEK, languages=languages), dict[Hashable, Any]()
    worded = {
        late: payloads(WORDS, GROUP, ZONE, shown, made, late=late)[0].rich for late in (False, True, False)
    }
    told = {late: "\n".join(said_lines(message)) for late, message in worded.items()}
    said = {EN: "This could not be sent on Mar 8, 2027", ES: "No se pudo enviar el 8 mar 2027"}
    for line in (said[language] for language in languages):
        assert f"~ {line}" in told[True]
        assert line in worded[True]["text"]
        assert line not in told[False]


def _in_one(shown: Digest, *, rich: bool = True) -> Message:
    (part,) = parts(WORDS, GROUP, ZONE, shown)
    return part.message(rich=rich)


def _read(case: str, message: Message) -> str:
    return "\n".join([f"=== {case}", *said_lines({"text": message.text, "blocks": message.blocks})])
