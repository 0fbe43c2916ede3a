"""The words of being given something, and of something that nobody has any more."""

from __future__ import annotations

from domain.item import Item
from domain.notice import About, MoveNotice
from domain.quarter import quarter_of
from domain.reference import RecordKind
from handlers.parts.blocks import Block, actions, context, faint, paragraph, said, strong
from handlers.parts.message import Message
from handlers.parts.naming import day_name, group_name, original, person_name, quarter_name
from handlers.parts.next_steps import fill, say
from handlers.reminders.views import not_mine_button
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

TEXT_MAX = 700
"""Characters of the item's text: enough to know it again; the whole is one click away."""


def assignment_message(t: Translator, notice: MoveNotice) -> Message:
    """Who gave what to the reader, by when; or who gave it back, so that it needs an owner."""
    item, first = notice.item, notice.changes[0]
    reference = str(item.reference)
    is_given = notice.about is About.ASSIGNED
    person = person_name(notice.names, first.actor)
    headline = t("notice-assigned" if is_given else "notice-given-back", person=person, reference=reference)
    wording = item.text.for_reader(t.language)
    day = _by_when(t, item)
    runs = [strong(headline), said(f"\n{cut_plain(wording.text, TEXT_MAX)}")]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    if day:
        runs.append(faint(f" · {day}"))
    where = t(
        "notice-where",
        group=group_name(t, notice.reader.group),
        when=t.datetime(first.at, notice.reader.zone),
    )
    aloud = [headline, wording.text, *([day] if day else []), where]
    return Message(
        escape("\n".join(aloud)), (paragraph(*runs), context(escape(where)), _next(t, item, given=is_given))
    )


def _by_when(t: Translator, item: Item) -> str:
    if item.due_on is None:
        return ""
    if item.kind is RecordKind.ACTION:
        return t("due", day=day_name(t, item.due_on))
    return t("list-quarter", quarter=quarter_name(t, quarter_of(item.due_on)))


def _next(t: Translator, item: Item, *, given: bool) -> Block:
    show = say(t("button-show"), f"show {item.reference}")
    if not given:
        return actions(fill(t("button-assign"), f"assign {item.reference}"), show)
    done = say(t("button-done"), f"done {item.reference} v{item.version}")
    first = [done] if item.kind is RecordKind.ACTION else []
    mute = say(t("button-mute"), f"mute {item.reference}")
    return actions(*first, show, not_mine_button(t, item), mute)
