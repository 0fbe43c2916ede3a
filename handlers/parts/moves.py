"""Buttons that carry an item through its life, with the version of it that they were made for."""

from __future__ import annotations

from domain.action import ActionStatus
from domain.item import WITHDRAWN, Item
from domain.kinds import LIFECYCLES, NATURES
from domain.lifecycle import Lifecycle
from domain.obstacle import ObstacleStatus
from domain.permissions import Actor
from domain.position import Stance
from domain.recommendation import RecommendationStatus
from domain.reference import RecordKind, Series
from domain.usecases.moving import may_move
from handlers.parts.blocks import Block
from handlers.parts.naming import status_word
from handlers.parts.next_steps import fill, say
from handlers.words.translator import Translator

_BEGINNINGS = frozenset({RecommendationStatus.PROPOSED, ObstacleStatus.IDENTIFIED})

STANCE_VERBS = {
    Stance.SUPPORT: "support",
    Stance.RESERVATION: "reserve",
    Stance.OBJECTION: "object",
    Stance.ABSTENTION: "abstain",
}
"""The verb that takes each stance."""


def move_buttons(t: Translator, item: Item, actor: Actor) -> list[Block]:
    """The moves that this person may make with a press: those that need neither a reason nor a successor."""
    life = LIFECYCLES[item.kind.series]
    buttons = [_to(t, item, status) for status in _simple(item, life) if may_move(actor, item, status)]
    may_reopen = life.reopens_freely and life.is_closed(item.status) and item.status != WITHDRAWN
    if may_reopen and may_move(actor, item, None, reopening=True):
        buttons.append(say(t("button-reopen"), f"move {item.reference} reopen v{item.version}"))
    return buttons


def form_buttons(t: Translator, item: Item, actor: Actor) -> list[Block]:
    """The form of the moves that need more than a press, for whoever may make one of them."""
    life = NATURES[item.kind.series].life
    possible = (life.forward.get(item.status, frozenset()) & (life.reasons | life.successions)) - {WITHDRAWN}
    reopens = life.is_closed(item.status) and not life.reopens_freely and item.status != WITHDRAWN
    may = any(may_move(actor, item, str(status)) for status in possible)
    may = may or (reopens and may_move(actor, item, None, reopening=True))
    return [fill(t("button-move-form"), f"move {item.reference}")] if may else []


def onward_buttons(t: Translator, item: Item) -> list[Block]:
    """The ways on for whoever may, where it is not known who reads: positions while it is under review."""
    if item.status == RecommendationStatus.UNDER_REVIEW:
        return position_buttons(t, item, (Stance.SUPPORT, Stance.OBJECTION))
    life = LIFECYCLES[item.kind.series]
    return [_to(t, item, status) for status in _simple(item, life) if status not in _BEGINNINGS]


def agree_button(t: Translator, item: Item) -> Block:
    """Agrees a recommendation."""
    return _to(t, item, RecommendationStatus.AGREED)


def position_buttons(t: Translator, item: Item, stances: tuple[Stance, ...] = tuple(Stance)) -> list[Block]:
    """A button for each stance on a recommendation, with the version since which it has the text it has."""
    verbs = [STANCE_VERBS[stance] for stance in stances]
    return [say(t(f"button-{verb}"), f"{verb} {item.reference} v{item.edition}") for verb in verbs]


def edit_button(t: Translator, item: Item) -> Block:
    """Opens the form in which the item can be corrected."""
    return fill(t("button-edit"), f"edit {item.reference}")


def undo_button(t: Translator, item: Item) -> Block:
    """Takes back what was just done to the item."""
    return say(t("button-undo"), f"undo {item.reference} v{item.version}")


def _simple(item: Item, life: Lifecycle) -> list[str]:
    if NATURES[item.kind.series].own_verbs:
        return []
    possible = life.forward.get(item.status, frozenset()) - life.reasons - life.successions - {WITHDRAWN}
    if item.kind.series is Series.ACTION:
        possible -= {ActionStatus.DROPPED}
    return [status for status in NATURES[item.kind.series].statuses if status in possible]


def _to(t: Translator, item: Item, status: str) -> Block:
    if item.kind is RecordKind.ACTION and status == ActionStatus.DONE:
        return say(t("button-done"), f"done {item.reference} v{item.version}")
    word = status_word(t, item.kind, status)
    return say(t("button-move", status=word), f"move {item.reference} {status} v{item.version}")
