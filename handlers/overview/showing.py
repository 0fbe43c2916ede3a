"""One item whole: `show R-2`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.action import Action, ActionStatus
from domain.change import Change
from domain.group import Group
from domain.item import Item
from domain.obstacle import Obstacle
from domain.permissions import Actor, may_record
from domain.recommendation import Recommendation, RecommendationStatus
from domain.reference import Reference
from domain.usecases.reading import HISTORY_SHOWN, Card, show
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import usage
from handlers.desk.request import Request
from handlers.grammar.references import find_reference
from handlers.parts.blocks import Block, actions, bullets, context, faint, paragraph, said, strong
from handlers.parts.history import change_text
from handlers.parts.items import item_list, state
from handlers.parts.limits import MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters
from handlers.parts.message import Message
from handlers.parts.moves import move_buttons, position_buttons
from handlers.parts.naming import kind_name, original, person_name, quarter_name, status_name, theme_name
from handlers.parts.next_steps import say, share
from handlers.parts.positions import VOICES_SHOWN, position_blocks
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

OVERRIDE_MAX = 300
"""Characters of the reason for which a chair agreed a recommendation."""

LINKS_SHOWN = 10
"""Linked items on a card; with the text and the history they stay below what Slack takes in a message."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How many positions and changes a card shows, the latest ones."""

    voices: int
    changes: int


DETAILS = (Detail(VOICES_SHOWN, HISTORY_SHOWN), Detail(5, 10), Detail(0, 5))
"""Tried in this order: a card with everything else as long as it can be has room for the last."""


async def listen(request: Request) -> Answer:
    """The item with its links and history."""
    reference = find_reference(request.utterance.rest.strip())
    if reference is None:
        return usage(request)
    card = await request.services.store.read(
        lambda uow: show(request.origin, request.group.id, reference, uow)
    )
    return Reply(card_message(request.t, request.group, request.situation.zone, card, request.actor))


def card_message(t: Translator, group: Group, zone: str, card: Card, actor: Actor | None = None) -> Message:
    """The card of an item, times in the reader's zone; with the buttons that this person may press.

    Where much was said of it, fewer positions and changes are shown, so that Slack takes it whole.
    """
    for detail in DETAILS:
        made = _message(t, group, zone, card, actor, detail)
        if characters(made.blocks) <= MESSAGE_CHARACTERS_MAX:
            break
    return made


def _message(
    t: Translator, group: Group, zone: str, card: Card, actor: Actor | None, detail: Detail
) -> Message:
    item = card.item
    wording = item.text.for_reader(t.language)
    title = f"{item.reference} · {kind_name(t, item.kind)} · {theme_name(t, group, item.theme)}"
    runs = [strong(f"{title}\n"), said(wording.text)]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    blocks: list[Block] = [paragraph(*runs), context(escape(" · ".join(_facts(t, card, zone))))]
    if isinstance(item, Recommendation) and item.override:
        blocks.append(paragraph(faint(t("card-override", reason=cut_plain(item.override, OVERRIDE_MAX)))))
    if card.balance is not None:
        blocks += position_blocks(t, card.balance, card.names, detail.voices)
    blocks += _links(t, card)
    if len(card.history) > 1:
        lines = [[said(change_line(t, card, change, zone))] for change in card.history[-detail.changes :]]
        blocks += [paragraph(strong(t("card-history"))), bullets(lines)]
    rows = [actions(*row) for row in _rows(t, item, actor) if row]
    return Message(f"*{escape(title)}*: {escape(wording.text)}", (*blocks, *rows))


def _links(t: Translator, card: Card) -> list[Block]:
    """What it answers, or what answers it."""
    if not card.links:
        return []
    shown = card.links[:LINKS_SHOWN]
    links = [say(str(linked.reference), f"show {linked.reference}") for linked in shown]
    heading = t("card-answers") if isinstance(card.item, Recommendation) else t("card-answered-by")
    blocks = [paragraph(strong(heading)), item_list(t, shown), actions(*links)]
    if len(card.links) > len(shown):
        blocks.append(context(t("and-more", count=len(card.links) - len(shown))))
    return blocks


def _rows(t: Translator, item: Item, actor: Actor | None) -> Iterator[list[Block]]:
    """What this person may do with the item, then the ways on that everybody has."""
    if actor is not None:
        yield move_buttons(t, item, actor)
        if (
            isinstance(item, Recommendation)
            and RecommendationStatus(item.status).is_open
            and may_record(actor)
        ):
            yield position_buttons(t, item)
    onward = [share(t("button-share"), f"show {item.reference}")]
    if item.theme is not None:
        onward.insert(0, say(t("button-status"), f"status theme:{item.theme}"))
    if item.successor is not None:
        successor = Reference(item.kind.series, item.successor)
        onward.insert(0, say(str(successor), f"show {successor}"))
    yield onward


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
    facts = [_succeeded(t, item) or standing or status_name(t, item), recorded]
    if item.owner:
        facts.append(t("card-owner", name=person_name(card.names, item.owner)))
    if isinstance(item, Obstacle):
        if item.severity is not None:
            facts.append(t("card-severity", severity=t(f"severity-{item.severity.value}")))
        facts += [t.country(country) for country in item.countries]
    if isinstance(item, Recommendation):
        facts += _planned(t, item)
        facts += [t("card-priority")] if item.priority else []
    if isinstance(item, Action) and item.due_on is not None and item.status != ActionStatus.OPEN:
        facts.append(t("due", day=t.date(item.due_on)))
    return facts


def _planned(t: Translator, item: Recommendation) -> list[str]:
    """By when: the day, and the quarter it lies in."""
    if item.due_on is None or item.quarter is None:
        return []
    return [f"{t('due', day=t.date(item.due_on))} ({quarter_name(t, item.quarter)})"]


def _succeeded(t: Translator, item: Item) -> str | None:
    """`superseded by R-5`, `merged into O-2`."""
    if item.successor is None:
        return None
    return t(f"card-successor-{item.kind.value}", reference=str(Reference(item.kind.series, item.successor)))
