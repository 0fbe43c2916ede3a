"""An item in a line."""

from __future__ import annotations

from domain.action import ActionStatus
from domain.item import WITHDRAWN, Item
from domain.kinds import NATURES
from domain.reference import RecordKind
from handlers.parts.blocks import Block, Run, bullets, faint, said, strong
from handlers.parts.naming import original, status_name
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

LINE_MAX = 240
"""Characters of an item's text in a list: two lines on a phone; the whole is one click away."""


def item_runs(t: Translator, item: Item, *, limit: int = LINE_MAX, remark: str | None = None) -> list[Run]:
    """`R-2 The text in the reader's language (en) · in progress, 40 %`; `remark` takes the status's place."""
    wording = item.text.for_reader(t.language)
    runs = [strong(f"{item.reference} "), said(cut_plain(wording.text, limit))]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    told = state(t, item) if remark is None else remark
    if told:
        runs.append(faint(f" · {told}"))
    return runs


def item_list(t: Translator, items: tuple[Item, ...]) -> Block:
    """Items with a bullet each."""
    return bullets([item_runs(t, item) for item in items])


def state(t: Translator, item: Item) -> str:
    """Status and, where there is any, progress; empty for what simply stands."""
    if NATURES[item.kind.series].stands and item.status != WITHDRAWN:
        return ""
    words = [status_name(t, item)]
    if item.progress:
        words.append(t.percent(item.progress))
    if item.kind is RecordKind.ACTION and item.status == ActionStatus.OPEN and item.due_on is not None:
        words.append(t("due", day=t.date(item.due_on)))
    return ", ".join(words)
