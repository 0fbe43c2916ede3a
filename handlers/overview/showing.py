"""One item whole: `show R-2`."""

from __future__ import annotations

from domain.change import Change
from domain.group import Group
from domain.obstacle import Obstacle
from domain.recommendation import Recommendation
from domain.usecases.reading import Card, show
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import usage
from handlers.desk.request import Request
from handlers.grammar.references import find_reference
from handlers.parts.blocks import Block, actions, bullets, context, faint, paragraph, said, strong
from handlers.parts.history import change_text
from handlers.parts.items import item_list, state
from handlers.parts.message import Message
from handlers.parts.naming import kind_name, original, person_name, status_name, theme_name
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

LINKS_SHOWN = 10
"""Linked items on a card; with the text and the history they stay below what Slack takes in a message."""


async def listen(request: Request) -> Answer:
    """The item with its links and history."""
    reference = find_reference(request.utterance.rest.strip())
    if reference is None:
        return usage(request)
    card = await request.services.store.read(
        lambda uow: show(request.origin, request.group.id, reference, uow)
    )
    return Reply(card_message(request.t, request.group, request.situation.zone, card))


def card_message(t: Translator, group: Group, zone: str, card: Card) -> Message:
    """The card of an item, times in the reader's zone."""
    item = card.item
    wording = item.text.for_reader(t.language)
    title = f"{item.reference} · {kind_name(t, item.kind)} · {theme_name(t, group, item.theme)}"
    runs = [strong(f"{title}\n"), said(wording.text)]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    blocks: list[Block] = [paragraph(*runs), context(escape(" · ".join(_facts(t, card, zone))))]
    if card.links:
        shown = card.links[:LINKS_SHOWN]
        links = [say(str(linked.reference), f"show {linked.reference}") for linked in shown]
        heading = t("card-answers") if isinstance(item, Recommendation) else t("card-answered-by")
        blocks += [paragraph(strong(heading)), item_list(t, shown), actions(*links)]
        if len(card.links) > len(shown):
            blocks.append(context(t("and-more", count=len(card.links) - len(shown))))
    if len(card.history) > 1:
        lines = [[said(change_line(t, card, change, zone))] for change in card.history]
        blocks += [paragraph(strong(t("card-history"))), bullets(lines)]
    line = f"show {item.reference}"
    buttons = [share(t("button-share"), line)]
    if item.theme is not None:
        buttons.insert(0, say(t("button-status"), f"status theme:{item.theme}"))
    return Message(f"*{escape(title)}*: {escape(wording.text)}", (*blocks, actions(*buttons)))


def change_line(t: Translator, card: Card, change: Change, zone: str) -> str:
    """One line of history: when, who, what."""
    who = person_name(card.names, change.actor)
    return f"{t.datetime(change.at, zone)} · {who} · {change_text(t, change, card.names)}"


def _facts(t: Translator, card: Card, zone: str) -> list[str]:
    item = card.item
    standing = state(t, item)
    recorded = t(
        "card-recorded", name=person_name(card.names, item.author), date=t.datetime(item.recorded_at, zone)
    )
    facts = [standing or status_name(t, item), recorded]
    if item.owner:
        facts.append(t("card-owner", name=person_name(card.names, item.owner)))
    if isinstance(item, Obstacle):
        if item.severity is not None:
            facts.append(t("card-severity", severity=t(f"severity-{item.severity.value}")))
        facts += [t.country(country) for country in item.countries]
    if isinstance(item, Recommendation):
        facts += [item.quarter] if item.quarter else []
        facts += [t("card-priority")] if item.priority else []
    return facts
