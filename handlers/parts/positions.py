"""Positions: the line that shows one that was taken, and all of them on the card of a recommendation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.group import Seat
from domain.people import Member
from domain.position import Position, Stance, Voice
from domain.recommendation import RecommendationStatus
from domain.usecases.positions import Balance, Taken, TextChanged
from handlers.parts.blocks import (
    Block,
    Run,
    actions,
    bullets,
    context,
    faint,
    paragraph,
    said,
    section,
    strong,
)
from handlers.parts.items import LINE_MAX
from handlers.parts.matrix import matrix_list, seat_name, totals
from handlers.parts.message import Message
from handlers.parts.moves import agree_button, position_buttons
from handlers.parts.naming import original, person_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

VOICES_SHOWN = 10
"""Positions listed one by one on a card; the matrix counts all of them."""

COMMENT_MAX = 160
"""Characters of a comment on a card."""


def stance_name(t: Translator, stance: Stance) -> str:
    """The stance in a word."""
    return t(f"stance-{stance.value}")


def taken_message(t: Translator, taken: Taken, member: Member | None, name: str) -> Message:
    """Who holds what of which recommendation now, since when others, and whether the group's rule holds."""
    item, position = taken.item, taken.position
    who = name if member is None else f"{name}, {seat_name(t, Seat(member.sector, member.country))}"
    held = stance_name(t, position.stance)
    if taken.before not in {None, position.stance}:
        held = t("change-positioned.other", before=stance_name(t, taken.before), after=held)
    what = t("position-taken", stance=held, who=who)
    wording = cut_plain(item.text.for_reader(t.language).text, LINE_MAX)
    runs: list[Run] = [strong(f"{item.reference} "), said(f"{what}: "), said(wording)]
    text = f"*{item.reference}* {escape(what)}: {escape(wording)}"
    if position.comment:
        comment = t("position-comment", comment=position.comment)
        runs.append(faint(f"\n{comment}"))
        text = f"{text}\n{escape(comment)}"
    balance = _balance(t, taken)
    return Message(f"{text}\n{balance}", (paragraph(*runs), context(balance), _next(t, taken)))


def same_message(t: Translator, taken: Taken) -> Message:
    """They held just that already."""
    stance = stance_name(t, taken.position.stance)
    text = t("position-same", reference=str(taken.item.reference), stance=stance)
    return Message(text, (section(text), _next(t, taken)))


def changed_message(t: Translator, changed: TextChanged) -> Message:
    """Nothing was taken: the text was edited since the person saw it. Shows it and asks again."""
    item = changed.item
    why = t("position-text-changed", reference=str(item.reference))
    wording = item.text.for_reader(t.language)
    runs = [strong(f"{item.reference} "), said(wording.text)]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    buttons = [*position_buttons(t, item), say(t("button-show"), f"show {item.reference}")]
    text = f"{why}\n*{item.reference}* {escape(wording.text)}"
    return Message(text, (section(why), paragraph(*runs), actions(*buttons)))


def position_blocks(
    t: Translator, balance: Balance, names: Mapping[str, str], shown: int = VOICES_SHOWN
) -> list[Block]:
    """The matrix, then the latest positions with their comments, and those on an earlier text."""
    if not balance.voices and not balance.outdated:
        return [paragraph(strong(f"{t('matrix-title')}: "), said(t("matrix-nobody")))]
    blocks = [paragraph(strong(t("matrix-title"))), matrix_list(t, balance.matrix)]
    lines = [_voice_line(t, voice, names) for voice in reversed(balance.voices)]
    lines += [_outdated_line(t, position, names) for position in reversed(balance.outdated)]
    if shown:
        blocks.append(bullets(lines[:shown]))
    if len(lines) > shown > 0:
        blocks.append(context(t("and-more", count=len(lines) - shown)))
    return blocks


def _voice_line(t: Translator, voice: Voice, names: Mapping[str, str]) -> Sequence[Run]:
    seat = seat_name(t, Seat(voice.member.sector, voice.member.country))
    return _line(t, voice.position, f"{person_name(names, voice.position.user)}, {seat}")


def _outdated_line(t: Translator, position: Position, names: Mapping[str, str]) -> Sequence[Run]:
    who = person_name(names, position.user)
    return [*_line(t, position, who), faint(f" · {t('position-outdated')}")]


def _line(t: Translator, position: Position, who: str) -> list[Run]:
    runs = [strong(f"{stance_name(t, position.stance)} "), said(who)]
    comment = cut_plain(position.comment, COMMENT_MAX) if position.comment else ""
    return [*runs, said(f": {comment}")] if comment else runs


def _balance(t: Translator, taken: Taken) -> str:
    told = totals(t, taken.balance.matrix)
    return f"{told} · {t('position-holds')}" if _may_be_agreed(taken) else told


def _may_be_agreed(taken: Taken) -> bool:
    return taken.item.status == RecommendationStatus.UNDER_REVIEW and not taken.balance.shortfall


def _next(t: Translator, taken: Taken) -> Block:
    item = taken.item
    buttons = [say(t("button-show"), f"show {item.reference}")]
    if _may_be_agreed(taken):
        buttons.append(agree_button(t, item))
    return actions(*buttons, *position_buttons(t, item, (Stance.SUPPORT, Stance.OBJECTION)))
