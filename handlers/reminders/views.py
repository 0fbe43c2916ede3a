"""The words of a reminder to one person, and of putting something off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from types import MappingProxyType
from typing import TypeAlias
from zoneinfo import ZoneInfo

from domain.delivery import Payload
from domain.item import Item
from domain.meeting import Meeting
from domain.quarter import quarter_of
from domain.recommendation import PROGRESS_STATUSES
from domain.reference import RecordKind
from domain.reminder import REMIND_AT, Reminded, Reminders, Why, reminding_day_after
from domain.usecases.snoozing import Snoozed
from handlers.parts.blocks import Block, Run, actions, bullets, context, header, paragraph, section, strong
from handlers.parts.items import item_runs
from handlers.parts.message import Message
from handlers.parts.moves import position_buttons
from handlers.parts.naming import day_name, group_name, quarter_name, status_name
from handlers.parts.next_steps import asks_first, menu, say
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator
from handlers.words.words import Words

LINE_MAX = 240
"""Characters of an item's text: two lines on a phone; the whole is one click away."""

ALOUD_MAX = 120
"""Characters of it in a notification, and where it is only named."""

_Heading: TypeAlias = tuple[Why, Meeting | None]

HEADINGS: Mapping[Why, str] = MappingProxyType({why: f"reminders-{why.value}" for why in Why})


def payloads(words: Words, reminders: Reminders) -> tuple[Payload, ...]:
    """One message; it is plain already."""
    return (reminders_message(words.for_language(reminders.reader.language), reminders).payload(),)


def reminders_message(t: Translator, reminders: Reminders) -> Message:
    """Reason after reason, each item with what its reader can do about it."""
    title = t("reminders-title", day=day_name(t, reminders.day))
    place = t("reminders-where", group=group_name(t, reminders.reader.group), time=t.time(REMIND_AT))
    blocks: list[Block] = [header(title)]
    aloud = [title]
    for heading, told in groupby(reminders.shown, key=_heading):
        words = _heading_text(t, reminders, heading)
        blocks.append(paragraph(strong(words)))
        aloud.append(f"{words}:")
        for each in told:
            blocks += [paragraph(*item_runs(t, each.item, limit=LINE_MAX, remark=remark(t, each)))]
            blocks += [actions(*buttons(t, each))]
            wording = cut_plain(each.item.text.for_reader(t.language).text, ALOUD_MAX)
            aloud.append(f"{each.item.reference} {wording} · {remark(t, each)}")
    if reminders.named:
        also = t("reminders-named")
        blocks += [paragraph(strong(also)), bullets([_named(t, each) for each in reminders.named])]
        aloud.append(f"{also}: {t.list([str(each.item.reference) for each in reminders.named])}")
    if reminders.more:
        more = t("reminders-more", count=reminders.more)
        blocks.append(section(escape(more)))
        aloud.append(more)
    blocks.append(
        actions(say(t("button-all-mine"), "mine"), say(t("button-mute-reminders"), "mute reminders"))
    )
    blocks.append(context(escape(place)))
    return Message(escape("\n".join(aloud)), tuple(blocks))


def _named(t: Translator, each: Reminded) -> Sequence[Run]:
    """An item for whose buttons there is no room."""
    return item_runs(t, each.item, limit=ALOUD_MAX, remark=remark(t, each))


def remark(t: Translator, told: Reminded) -> str:
    """By when, and how far it has come. Not escaped."""
    item = told.item
    if item.kind is RecordKind.ACTION:
        return "" if item.due_on is None else t("due", day=day_name(t, item.due_on))
    words = [status_name(t, item), *([t.percent(item.progress)] if item.progress else [])]
    if item.due_on is not None and told.why is not Why.POSITION:
        words.append(t("list-quarter", quarter=quarter_name(t, quarter_of(item.due_on))))
    return ", ".join(words)


def buttons(t: Translator, told: Reminded) -> Sequence[Block]:
    """What can be done at once, each with the version of the item that it was made for."""
    item = told.item
    if told.why is Why.POSITION:
        return position_buttons(t, item)
    first = say(t("button-done"), f"done {item.reference} v{item.version}")
    is_finished_by_owner = item.kind is RecordKind.ACTION or item.status in PROGRESS_STATUSES
    begin = first if is_finished_by_owner else say(t("button-show"), f"show {item.reference}")
    return [begin, snooze_menu(t, item), not_mine_button(t, item)]


def snooze_menu(t: Translator, item: Item) -> Block:
    """For a day, for a week, until another day."""
    reference, version = item.reference, f"v{item.version}"
    lines = (
        (t("snooze-day"), f"snooze {reference} in 1 day {version}"),
        (t("snooze-week"), f"snooze {reference} in 1 week {version}"),
        (t("snooze-other"), f"snooze {reference} {version}"),
    )
    return menu(t("button-snooze-menu"), lines, f"snooze {reference}")


def not_mine_button(t: Translator, item: Item) -> Block:
    """Gives the item back; asks first, for others are told of it."""
    reference = str(item.reference)
    button = say(t("button-not-mine"), f"assign {reference} nobody v{item.version}")
    return asks_first(
        button,
        title=t("not-mine-title"),
        text=t("not-mine-text", reference=reference),
        confirm=t("not-mine-confirm"),
        deny=t("button-cancel"),
    )


def snoozed_message(t: Translator, snoozed: Snoozed) -> Message:
    """Until when, that nobody else is concerned, and the way back."""
    reference = str(snoozed.item.reference)
    show = say(t("button-show"), f"show {reference}")
    if snoozed.until is None:
        text = t("snooze-off", reference=reference)
        return Message(text, (section(text), actions(show)))
    text = t("snoozed", reference=reference, day=day_name(t, snoozed.until))
    back = say(t("button-snooze-off"), f"snooze {reference} off")
    return Message(text, (section(text), actions(back, show)))


def _heading(told: Reminded) -> _Heading:
    return told.why, told.meeting


def _heading_text(t: Translator, reminders: Reminders, heading: _Heading) -> str:
    why, meeting = heading
    if why is Why.POSITION and meeting is not None and meeting.arrangement.starts_at is not None:
        held_on = meeting.arrangement.starts_at.astimezone(ZoneInfo(reminders.reader.zone)).date()
        return t("reminders-position.before", day=day_name(t, held_on), reference=str(meeting.reference))
    last = reminding_day_after(reminders.day)
    if why is Why.TOMORROW and last > reminders.day + timedelta(days=1):
        return t("reminders-tomorrow.through", day=day_name(t, last))
    return t(HEADINGS[why])
