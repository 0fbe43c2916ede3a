"""How it is shown where a theme, or the whole group, stands."""

from __future__ import annotations

from domain.change import Change
from domain.group import Group
from domain.standing import Overview
from handlers.grammar.wanted import Wanted
from handlers.parts.blocks import Block, Run, actions, bullets, header, paragraph, said, strong
from handlers.parts.figures import counted, figure_blocks
from handlers.parts.history import change_text
from handlers.parts.items import item_runs
from handlers.parts.message import Message
from handlers.parts.naming import scope_name
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

LATEST_MAX = 120
"""Characters of an item's text beside its latest change: a reminder, not the item."""

THEME_BUTTONS_MAX = 8
"""More would be a wall; `status THEME` can always be typed."""


def standing_message(t: Translator, group: Group, found: Overview) -> Message:
    """Figures, last changes, and the ways on."""
    standing = found.standing
    name = scope_name(t, group, standing.theme)
    title = t("standing-title", scope=name)
    blocks: list[Block] = [header(title), *figure_blocks(t, standing)]
    if found.latest:
        lines = [_line(t, group, found, change) for change in found.latest]
        blocks += [paragraph(strong(t("standing-latest"))), bullets(lines)]
    summary = ", ".join(counted(t, standing))
    text = f"*{escape(title)}*: {escape(summary)}"
    return Message(text, (*blocks, *_next(t, group, standing.theme)))


def _line(t: Translator, group: Group, found: Overview, change: Change) -> list[Run]:
    item = found.items.get(change.subject) if change.subject is not None else None
    told = change_text(t, change, {}, group)
    if item is None:
        return [strong(f"{change.subject} "), said(told)]
    return item_runs(t, item, limit=LATEST_MAX, remark=told)


def _next(t: Translator, group: Group, theme: str | None) -> list[Block]:
    line = f"status theme:{theme}" if theme else "status all"
    listed = Wanted(theme=theme, everywhere=theme is None)
    rows = [actions(say(t("button-list"), listed.line()), share(t("button-share"), line))]
    if theme is None:
        themes = group.themes[:THEME_BUTTONS_MAX]
        buttons = [say(each.names.in_language(t.language), f"status theme:{each.key}") for each in themes]
        rows.insert(0, actions(*buttons))
    return rows
