"""A page of a history: who did what and when, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.change import Change, ChangeKind
from domain.editing import Field, difference
from domain.group import Group
from domain.usecases.auditing import Audit
from handlers.parts.blocks import Block, Run, actions, bullets, faint, header, said, section, strong
from handlers.parts.history import what_changed
from handlers.parts.measure import characters
from handlers.parts.message import Message
from handlers.parts.naming import kind_name, person_name, scope_name
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

COMMENT_MAX = 300
"""Characters of a reason; a comment may have 3,000, and a page shows several."""

EXCERPT_MAX = 160
"""Characters of a former text in the history of a theme or group; that of its item has it whole."""

PAGE_CHARACTERS = 9000
"""Of all lines of a page: with title and buttons it stays below what Slack takes in a message. The longest
line, with a former text of 3,000 characters, is a third of it."""

TEXT_LINE_MAX = 200
"""Characters of a line of the text that is read aloud, which has to hold all of them."""


def audit_message(t: Translator, group: Group, zone: str, audit: Audit) -> Message:
    """The page, times in the reader's zone: as many changes as there is room for, then the way on."""
    title = _title(t, group, audit)
    lines: list[list[Run]] = []
    room = PAGE_CHARACTERS
    changes = _told(audit.changes)
    for change in changes:
        runs = _line(t, group, zone, audit, change)
        room -= characters(runs)
        if lines and room < 0:
            break
        lines.append(runs)
    shown = changes[: len(lines)]
    blocks: list[Block] = [header(title), bullets(lines) if lines else section(t("history-empty"))]
    aloud = [cut_plain("".join(run["text"] for run in runs), TEXT_LINE_MAX) for runs in lines]
    text = escape("\n".join(aloud)) if aloud else t("history-empty")
    more = audit.more or len(shown) < len(changes)
    buttons = actions(*_buttons(t, audit, shown[-1].number if more and shown else None))
    return Message(f"*{escape(title)}*\n{text}", (*blocks, buttons))


def _told(changes: Sequence[Change]) -> list[Change]:
    """Without what another line says already: a position that was taken back is one line."""
    gone = {one.write for one in changes if one.kind is ChangeKind.POSITIONED and one.after is None}
    return [one for one in changes if one.kind is not ChangeKind.UNDONE or one.write not in gone]


def _title(t: Translator, group: Group, audit: Audit) -> str:
    item = audit.item
    if item is not None:
        return t("history-of", what=f"{item.reference} · {kind_name(t, item.kind)}")
    return t("history-of", what=scope_name(t, group, audit.asked.theme))


def _line(t: Translator, group: Group, zone: str, audit: Audit, change: Change) -> list[Run]:
    """`R-2 Mar 5, 2027, 10:00 AM · lead-infra · proposed → under review`, why, and what it said before."""
    which = [] if audit.item is not None or change.subject is None else [strong(f"{change.subject} ")]
    who = person_name(audit.names, _who(change))
    what = what_changed(t, change, audit.names, group)
    runs = [*which, said(f"{t.datetime(change.at, zone)} · {who} · {what}")]
    if change.comment:
        runs.append(faint(f" · {cut_plain(change.comment, COMMENT_MAX)}"))
    former = _former_text(change)
    if former is not None:
        words = former if audit.item is not None else cut_plain(former, EXCERPT_MAX)
        runs.append(faint(f"\n{t('history-former')} "))
        runs.append(said(words))
    return runs


def _who(change: Change) -> str:
    """Who it happened to, for those who came by themselves; else who did it."""
    joined = change.kind is ChangeKind.MEMBER_JOINED
    return change.after if joined and change.after else change.actor


def _former_text(change: Change) -> str | None:
    """The text that a correction replaced: here it is found again."""
    if change.kind is not ChangeKind.EDITED:
        return None
    told = difference(change)
    return told.before if told.field in {Field.TEXT, Field.VERSION} else None


def _buttons(t: Translator, audit: Audit, following: int | None) -> Iterator[Block]:
    line = _asked(audit)
    if following is not None:
        yield say(t("button-older"), f"{line} before:{following}")
    if audit.asked.before is not None:
        yield say(t("button-newest"), line)
    if audit.item is not None:
        yield say(t("button-show"), f"show {audit.item.reference}")
    page = line if audit.asked.before is None else f"{line} before:{audit.asked.before}"
    yield share(t("button-share"), page)


def _asked(audit: Audit) -> str:
    if audit.asked.reference is not None:
        return f"history {audit.asked.reference}"
    return f"history theme:{audit.asked.theme}" if audit.asked.theme is not None else "history all"
