"""Addresses of the web as people see them: a link that shows where it leads, never words in its place."""

from __future__ import annotations

from domain.evidence import Evidence
from domain.item import Item
from handlers.parts.blocks import Run, faint, link
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

ADDRESS_SHOWN = 300
"""Characters of an address that are shown; the link leads to the whole of it."""


def address_run(item: Evidence) -> Run:
    """The address."""
    return link(item.address, cut_plain(item.address, ADDRESS_SHOWN))


def short_runs(t: Translator, item: Item) -> list[Run]:
    """` · programme · gob.mx` behind the title of evidence, the host leading there; for others nothing."""
    if not isinstance(item, Evidence):
        return []
    return [faint(f" · {t(f'sort-{item.sort.value}')} · "), link(item.address, item.host)]
