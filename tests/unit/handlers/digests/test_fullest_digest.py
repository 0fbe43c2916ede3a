"""A digest with every list full of the longest texts still fits in one message."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from domain.digest import NetEffects, Revision, Shift
from domain.editing import Difference, Field
from domain.item import Item
from domain.language import Language, Text
from domain.outlook import Heap, Outlook
from domain.reference import RecordKind
from handlers.digests.views import LINE_LIMITS, messages, parts
from handlers.parts.limits import MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters
from handlers.words.slack_text import length
from tests.rendering import block_lines
from tests.unit.handlers.accepted import posted_violations
from tests.unit.handlers.digests.made import digest
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    WORDS,
    ZONE,
    action,
    by_reference,
    note,
    obstacle,
    recommendation,
)

pytestmark = pytest.mark.repeats

MANY = range(1, 13)
LONG = Text("🔋 & <carga> " * 230, Language.SPANISH, {})


def long(item: Item, number: int) -> Item:
    return replace(item, number=number, text=LONG)


NEW = [
    *(
        long(note(kind, 1), 100 * place + number)
        for place, kind in enumerate(RecordKind)
        for number in MANY
        if place < 3
    ),
    *(long(obstacle(), number) for number in MANY),
    *(long(recommendation(), number) for number in MANY),
]
MOVED = [long(recommendation(), 100 + number) for number in MANY]
FURTHER = [long(recommendation(), 200 + number) for number in MANY]
REVISED = (
    Difference(field=Field.TEXT, before="One", after="Two"),
    Difference(field=Field.THEME, before="k" * 120, after="n" * 120),
)
HEAP = Heap(tuple(long(action(), number) for number in range(1, 9)), 500)
FULL = replace(
    digest(
        NetEffects(
            recorded=tuple(item.reference for item in NEW),
            moved=tuple(Shift(item.reference, "partially_implemented", "not_implemented") for item in MOVED),
            progressed=tuple(Shift(item.reference, "10", "90") for item in FURTHER),
            joined=tuple(f"U{number}" for number in MANY),
            revised=tuple(Revision(item.reference, REVISED) for item in MOVED),
        )
    ),
    items=by_reference(*NEW, *MOVED, *FURTHER),
    unanswered=tuple(long(obstacle(), number) for number in range(1, 11)),
    outlook=Outlook(overdue=HEAP, soon=HEAP, stalled=HEAP, soon_by=date(2027, 3, 31)),
)


@pytest.mark.parametrize("languages", [(EN,), (ES,), (EN, ES), (ES, EN)])
@pytest.mark.parametrize("rich", [True, False])
def test_every_message_of_the_fullest_digest_fits(languages: tuple[Language, ...], *, rich: bool) -> None:
    made = [part.message(rich=rich) for part in parts(WORDS, GROUP, ZONE, replace(FULL, languages=languages))]
    assert 1 < len(made) < 8 * len(languages)
    assert max(characters(message.blocks) for message in made) <= MESSAGE_CHARACTERS_MAX
    assert [posted_violations(message) for message in made] == [[]] * len(made)


def test_nothing_of_the_fullest_digest_is_missing_or_told_twice() -> None:
    (t,) = (WORDS.for_language(EN),)
    shown = "\n".join(
        line
        for message in messages(t, GROUP, ZONE, FULL, rich=False)
        for block in message.blocks
        for line in block_lines(block)
    )
    expected = len(NEW) + 2 * len(MOVED) + len(FURTHER) + len(FULL.unanswered) + 3 * 500
    told = shown.count("\n• *") + sum(map(int, re.findall(r"• and (\d+) more", shown)))
    assert told == expected
    assert len(re.findall(r"• and \d+ more", shown)) == shown.count("[See all ")


@pytest.mark.parametrize(("waits", "count"), [(FULL.outlook, 3), (Outlook(), 1)])
def test_texts_are_cut_shorter_only_so_that_one_message_takes_all(waits: Outlook, count: int) -> None:
    shown = replace(FULL, outlook=waits)
    made = messages(WORDS.for_language(ES), GROUP, ZONE, shown, rich=True)
    told = [text for message in made for block in message.blocks for text in _texts(block)]
    longest = max(length(text) for text in told if text.startswith("🔋"))
    assert len(made) == count
    assert longest > LINE_LIMITS[1] if count > 1 else longest <= LINE_LIMITS[-1]


def _texts(block: object) -> list[str]:
    if isinstance(block, dict):
        own = [block["text"]] if isinstance(block.get("text"), str) else []
        return own + [text for value in block.values() for text in _texts(value)]
    return [text for value in block for text in _texts(value)] if isinstance(block, list) else []
