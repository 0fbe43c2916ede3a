"""The card of one item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.action import Action, ActionStatus
from domain.change import Change
from domain.evidence import Evidence
from domain.group import Group
from domain.item import Item
from domain.obstacle import Obstacle
from domain.permissions import Actor, may_record
from domain.recommendation import Recommendation, RecommendationStatus
from domain.reference import Reference, Series
from domain.usecases.editing import may_edit
from domain.usecases.reading import HISTORY_SHOWN, LINKS_SHOWN, Card
from handlers.parts.addresses import address_run
from handlers.parts.blocks import Block, actions, bullets, context, faint, link, paragraph, said, strong
from handlers.parts.history import change_text
from handlers.parts.items import state
from handlers.parts.limits import MESSAGE_CHARACTERS_MAX
from handlers.parts.links import link_blocks
from handlers.parts.measure import characters
from handlers.parts.message import Message
from handlers.parts.moves import edit_button, form_buttons, move_buttons, position_buttons
from handlers.parts.naming import kind_name, original, person_name, quarter_name, status_name, theme_name
from handlers.parts.next_steps import say, share
from handlers.parts.positions import VOICES_SHOWN, position_blocks
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

OVERRIDE_MAX = 300
"""Characters of the reason for which a chair agreed a recommendation."""


MEETINGS_SHOWN = 5
"""Meetings named on a card in which the item was spoken about, the latest ones."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How many positions and changes a card shows, the latest ones, and how many linked items of a kind."""

    voices: int
    changes: int
    links: int


DETAILS = (Detail(VOICES_SHOWN, HISTORY_SHOWN, LINKS_SHOWN), Detail(5, 10, LINKS_SHOWN), Detail(0, 5, 5))
"""Tried in this order: a card with everything else as long as it can be has room for the last."""


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
    if isinstance(item, Evidence):
        runs += [said("\n"), address_run(item)]
    if item.source is not None:
        runs += [said("\n"), link(item.source, t("card-source"))]
    blocks: list[Block] = [paragraph(*runs), context(escape(" · ".join(_facts(t, card, zone))))]
    if isinstance(item, Recommendation) and item.override:
        blocks.append(paragraph(faint(t("card-override", reason=cut_plain(item.override, OVERRIDE_MAX)))))
    if card.balance is not None:
        blocks += position_blocks(t, card.balance, card.names, detail.voices)
    blocks += [block for links in card.links for block in link_blocks(t, item, links, detail.links)]
    if len(card.history) > 1:
        lines = [
            [said(change_line(t, group, card, change, zone))] for change in card.history[-detail.changes :]
        ]
        blocks += [paragraph(strong(t("card-history"))), bullets(lines)]
    rows = [actions(*row) for row in _rows(t, card, actor) if row]
    return Message(f"*{escape(title)}*: {escape(wording.text)}", (*blocks, *rows))


def _rows(t: Translator, card: Card, actor: Actor | None) -> Iterator[list[Block]]:
    """What this person may do with the item, then the ways on that everybody has."""
    item = card.item
    if actor is not None:
        edits = [edit_button(t, item)] if may_edit(actor, item) else []
        yield [*move_buttons(t, item, actor), *form_buttons(t, item, actor), *edits]
        if (
            isinstance(item, Recommendation)
            and RecommendationStatus(item.status).is_open
            and may_record(actor)
        ):
            yield position_buttons(t, item)
    onward = [share(t("button-share"), f"show {item.reference}")]
    if len(card.history) >= HISTORY_SHOWN:
        onward.insert(0, say(t("button-history"), f"history {item.reference}"))
    if item.theme is not None:
        onward.insert(0, say(t("button-status"), f"status theme:{item.theme}"))
    if item.successor is not None:
        successor = Reference(item.kind.series, item.successor)
        onward.insert(0, say(str(successor), f"show {successor}"))
    if item.meeting is not None:
        meeting = Reference(Series.MEETING, item.meeting)
        onward.insert(0, say(str(meeting), f"show {meeting}"))
    yield onward


def change_line(t: Translator, group: Group, card: Card, change: Change, zone: str) -> str:
    """One line of history: when, who, what."""
    who = person_name(card.names, change.actor)
    return f"{t.datetime(change.at, zone)} · {who} · {change_text(t, change, card.names, group)}"


def _facts(t: Translator, card: Card, zone: str) -> list[str]:
    item = card.item
    standing = state(t, item)
    recorded = t(
        "card-recorded.obstacle" if isinstance(item, Obstacle) else "card-recorded",
        name=person_name(card.names, item.author),
        date=t.datetime(item.recorded_at, zone),
    )
    facts = [_succeeded(t, item) or standing or status_name(t, item), recorded, *_where(t, card)]
    if item.owner:
        facts.append(t("card-owner", name=person_name(card.names, item.owner)))
    if isinstance(item, Obstacle):
        if item.severity is not None:
            facts.append(t("card-severity", severity=t(f"severity-{item.severity.value}")))
        facts += [t.country(country) for country in item.countries]
    if isinstance(item, Evidence):
        facts.insert(0, t(f"sort-{item.sort.value}"))
    if isinstance(item, Recommendation):
        facts += _planned(t, item)
        facts += [t("card-priority")] if item.priority else []
    if isinstance(item, Action) and item.due_on is not None and item.status != ActionStatus.OPEN:
        facts.append(t("due", day=t.date(item.due_on)))
    return facts


def _where(t: Translator, card: Card) -> Iterator[str]:
    """The meeting it was recorded in, and the latest of those in which it was spoken about."""
    if card.item.meeting is not None:
        yield t("card-meeting", reference=str(Reference(Series.MEETING, card.item.meeting)))
    if card.discussed:
        yield t("card-discussed", references=t.list(map(str, card.discussed[-MEETINGS_SHOWN:])))


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
