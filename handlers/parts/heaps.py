"""The first items of a list with the way to all of them."""

from __future__ import annotations

from domain.outlook import Heap
from domain.register import COUNTED_MAX
from handlers.parts.blocks import Block
from handlers.parts.next_steps import say
from handlers.words.translator import Translator


def heading_count(t: Translator, heap: Heap) -> str:
    """`12`, `more than 1,000`."""
    return t("count-many", count=COUNTED_MAX) if heap.count is None else t.number(heap.count)


def rest_buttons(t: Translator, heap: Heap, line: str) -> list[Block]:
    """Says the line of the whole list; none where all of it is here."""
    if heap.count == len(heap.items):
        return []
    return [say(t("button-whole-list", count=heading_count(t, heap)), line)]
