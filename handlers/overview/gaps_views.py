"""How the gaps are shown: each heap is a list, and its button says which."""

from __future__ import annotations

from collections.abc import Sequence

from domain.group import Group, Seat
from domain.item import Item
from domain.outlook import Heap
from domain.register import Trait
from domain.usecases.waiting import Gaps
from handlers.grammar.wanted import Wanted
from handlers.parts.blocks import Block, Run, actions, bullets, header, paragraph, section, strong
from handlers.parts.heaps import heading_count, rest_buttons
from handlers.parts.items import item_runs
from handlers.parts.matrix import seat_name
from handlers.parts.message import Message
from handlers.parts.naming import scope_name
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

LINE_MAX = 160
"""Characters of an item's text: five heaps of five fit at this."""

SEATS_SHOWN = 3
"""Silent seats named beside a recommendation; the matrix on its card has all of them."""


def gaps_message(t: Translator, group: Group, found: Gaps) -> Message:
    """Each kind of gap with its count, its first items and the way to all of them."""
    title = t("gaps-title", scope=scope_name(t, group, found.theme))
    blocks: list[Block] = [header(title)]
    aloud = [f"*{escape(title)}*"]
    for trait, heap in found.heaps.items():
        if heap:
            blocks += _heap(t, found, trait, heap)
            aloud.append(f"{t(f'gaps-{trait.value}')}: {heading_count(t, heap)}")
    if not any(found.heaps.values()):
        blocks.append(section(t("gaps-nothing")))
        aloud.append(t("gaps-nothing"))
    line = f"gaps theme:{found.theme}" if found.theme else "gaps all"
    standing = f"status theme:{found.theme}" if found.theme else "status all"
    blocks.append(actions(say(t("button-status"), standing), share(t("button-share"), line)))
    return Message("\n".join(aloud), tuple(blocks))


def _heap(t: Translator, found: Gaps, trait: Trait, heap: Heap) -> list[Block]:
    wanted = Wanted(theme=found.theme, everywhere=found.theme is None, traits=frozenset({trait}))
    heading = f"{t(f'gaps-{trait.value}')} ({heading_count(t, heap)})"
    seats = found.silent if trait is Trait.UNVOICED else {}
    lines = [_line(t, item, seats.get(item.reference, ())) for item in heap.items]
    row = [say(str(item.reference), f"show {item.reference}") for item in heap.items]
    return [
        paragraph(strong(heading)),
        bullets(lines),
        actions(*row, *rest_buttons(t, heap, wanted.line())),
    ]


def _line(t: Translator, item: Item, seats: Sequence[Seat]) -> list[Run]:
    if not seats:
        return item_runs(t, item, limit=LINE_MAX)
    names = [seat_name(t, seat) for seat in seats[:SEATS_SHOWN]]
    more = len(seats) - len(names)
    names += [t("and-more.alone", count=more)] if more else []
    return item_runs(t, item, limit=LINE_MAX, remark=t("gaps-silent", seats=t.list(names)))
