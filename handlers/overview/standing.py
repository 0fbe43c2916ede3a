"""Where a theme, or the whole group, stands: `status [theme]`."""

from __future__ import annotations

from domain.change import Change
from domain.group import Group
from domain.standing import Standing
from domain.usecases.reading import status
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import choosable
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.themes import read_theme
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


async def listen(request: Request) -> Answer:
    """The figures of the theme that is named, else of the channel's, else of all."""
    theme = read_theme(request.utterance.rest, request.group.themes)
    if isinstance(theme, Problem):
        return choosable(request, theme)
    key = None if theme.everything else theme.key or request.situation.theme
    t, group = request.t, request.group
    minute = request.now.replace(second=0, microsecond=0)
    asked = ("status", request.origin.person, request.origin.channel, group.id, key, minute)
    stock = request.services.standings.of
    standing = await request.services.store.read(
        lambda uow: status(request.origin, group.id, key, request.now, uow, stock), key=asked
    )
    message = request.services.worded.recall(
        ("status", group.id, key, t.language), (group, standing), lambda: standing_message(t, group, standing)
    )
    return Reply(message)


def standing_message(t: Translator, group: Group, standing: Standing) -> Message:
    """Figures, last changes, and the ways on."""
    name = scope_name(t, group, standing.theme)
    title = t("standing-title", scope=name)
    blocks: list[Block] = [header(title), *figure_blocks(t, standing)]
    if standing.latest:
        lines = [_line(t, group, standing, change) for change in standing.latest]
        blocks += [paragraph(strong(t("standing-latest"))), bullets(lines)]
    summary = ", ".join(counted(t, standing))
    text = f"*{escape(title)}*: {escape(summary)}"
    return Message(text, (*blocks, *_next(t, group, standing.theme)))


def _line(t: Translator, group: Group, standing: Standing, change: Change) -> list[Run]:
    item = standing.items.get(change.subject) if change.subject is not None else None
    told = change_text(t, change, {}, group)
    if item is None:
        return [strong(f"{change.subject} "), said(told)]
    return item_runs(t, item, limit=LATEST_MAX, remark=told)


def _next(t: Translator, group: Group, theme: str | None) -> list[Block]:
    line = f"status theme:{theme}" if theme else "status all"
    listed = f"list theme:{theme}" if theme else "list"
    rows = [actions(say(t("button-list"), listed), share(t("button-share"), line))]
    if theme is None:
        themes = group.themes[:THEME_BUTTONS_MAX]
        buttons = [say(each.names.in_language(t.language), f"status theme:{each.key}") for each in themes]
        rows.insert(0, actions(*buttons))
    return rows
