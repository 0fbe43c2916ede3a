"""The words about a digest's subscription."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from domain.group import Group
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.skipping import Dates
from handlers.grammar.schedules import DigestAction
from handlers.parts.blocks import Block, actions, divider, section
from handlers.parts.coverage import coverage_words
from handlers.parts.message import Message
from handlers.parts.moments import city_behind, moment_in
from handlers.parts.naming import day_name
from handlers.parts.next_steps import asks_first, say
from handlers.parts.recurrences import recurrence_words
from handlers.words.slack_text import cut, escape
from handlers.words.translator import Translator

NONE_LEFT_OUT: Mapping[int, Dates] = MappingProxyType({})
NONE_OWN: Mapping[int, bool] = MappingProxyType({})
DATES_MAX = 4
"""Dates that are left out in the line of a digest, as many as one reads."""

OTHERS_MAX = 2
"""Buttons that lead to other digests: with its own, as many as stand in two lines."""

THEMES_MAX = 300
"""Characters of a digest's themes in a line: ten digests of forty themes must fit into one message."""


def scheduled(
    t: Translator, group: Group, subscription: Subscription, beside: Sequence[Subscription] = ()
) -> Message:
    """What was understood, when the first one comes and from when on it tells; others come `beside` it."""
    text = t("digest-scheduled", **_facts(t, group, subscription), when=next_time(t, subscription))
    offered = (DigestAction.PREVIEW, DigestAction.EDIT, DigestAction.STOP)
    buttons = [button(t, action, subscription) for action in offered]
    if beside:
        names = [f"D-{other.number}" for other in beside]
        text = f"{text}\n{t('digest-beside', digests=t.list(names), count=len(names))}"
        buttons += [_edit_other(t, name) for name in names[:OTHERS_MAX]]
    return Message(text, (section(text), actions(*buttons)))


def _edit_other(t: Translator, name: str) -> Block:
    label = f"{t(_LABELS[DigestAction.EDIT])} {name}"
    return say(label, f"digest {DigestAction.EDIT.value} {name}")


def already(t: Translator, group: Group, subscription: Subscription) -> Message:
    """The same digest is there already, and what can be done with it."""
    state = t(f"subscription-{subscription.state.value}")
    text = t("digest-already", **_facts(t, group, subscription), state=state)
    return _said(text, *_buttons(t, subscription))


def listed(
    t: Translator,
    group: Group,
    subscriptions: Sequence[Subscription],
    steered: Collection[int],
    left_out: Mapping[int, Dates] = NONE_LEFT_OUT,
    own: Mapping[int, bool] = NONE_OWN,
) -> Message:
    """Every digest here, each with what the person can do with it; `steered` are the numbers they may.

    `left_out` are the dates ahead that do not come. `own` are those that nobody else reads: whoever may not
    steer theirs any more skips and stops it all the same, and resumes it where that is said of it.
    """
    blocks: list[Block] = [section(f"*{t('digest-list')}*")]
    lines: list[str] = []
    for subscription in subscriptions:
        skipped = left_out.get(subscription.number, ())
        lines.append(_line(t, group, subscription, skipped))
        buttons = [button(t, DigestAction.PREVIEW, subscription)]
        if subscription.number in steered:
            buttons = _buttons(t, subscription)
        elif subscription.number in own:
            active = subscription.state is SubscriptionState.ACTIVE
            again = [DigestAction.RESUME] if own[subscription.number] else []
            wanted = (*([DigestAction.SKIP] if active else again), DigestAction.STOP)
            buttons += [button(t, action, subscription) for action in wanted]
        if subscription.number in {*steered, *own}:
            buttons += [_back(t, subscription, day) for day in skipped[-1:]]
        blocks += [section(lines[-1]), actions(*buttons)]
    return Message("\n".join(lines), tuple(blocks))


def which(
    t: Translator,
    group: Group,
    action: DigestAction,
    subscriptions: Sequence[Subscription],
    left_out: Mapping[int, Dates] = NONE_LEFT_OUT,
) -> Message:
    """Several fit: asks which one, and of one that is to come back after all of which date."""
    blocks: list[Block] = [section(t("digest-which"))]
    for subscription in subscriptions:
        skipped = left_out.get(subscription.number, ())
        on = skipped[-1] if skipped and action is DigestAction.UNSKIP else None
        line = _line(t, group, subscription, skipped)
        blocks += [section(line), actions(button(t, action, subscription, on=on))]
    return Message(t("digest-which"), tuple(blocks))


def previewed(t: Translator, subscription: Subscription, message: Message, *, quiet: bool) -> Message:
    """The digest as it would be, with the word that nothing was posted, or that nothing would be."""
    untold = quiet and subscription.skip_quiet
    name = "digest-preview-untold" if untold else "digest-preview"
    zone = city_behind(t, subscription.schedule.zone)
    text = t(name, number=subscription.number, zone=zone)
    return Message(text, (section(text), divider(), *message.blocks))


def on_its_way(t: Translator, subscription: Subscription) -> Message:
    """Asked for now: the outbox posts it."""
    return _said(t("digest-on-its-way", number=subscription.number))


def paused(t: Translator, subscription: Subscription) -> Message:
    """Nothing is lost while it is paused."""
    return _said(t("digest-paused", number=subscription.number), button(t, DigestAction.RESUME, subscription))


def paused_under_way(t: Translator, subscription: Subscription) -> Message:
    """The same, and one of its messages cannot be called back."""
    text = t("digest-paused-under-way", number=subscription.number)
    return _said(text, button(t, DigestAction.RESUME, subscription))


def resumed(t: Translator, subscription: Subscription) -> Message:
    """When the next one comes."""
    text = t("digest-resumed", number=subscription.number, when=next_moment(t, subscription))
    return _said(text, button(t, DigestAction.PAUSE, subscription))


def active_already(t: Translator, subscription: Subscription) -> Message:
    """It was not paused."""
    text = t("digest-active-already", number=subscription.number, when=next_moment(t, subscription))
    return _said(text, button(t, DigestAction.PAUSE, subscription))


def paused_already(t: Translator, subscription: Subscription) -> Message:
    """Somebody paused it before."""
    text = t("digest-paused-already", number=subscription.number)
    return _said(text, button(t, DigestAction.RESUME, subscription))


@dataclass(frozen=True, slots=True)
class Turned:
    """What is told of a digest that was paused or resumed.

    `under_way`: while one of its messages is being sent. `already`: it was so before.
    """

    done: Callable[[Translator, Subscription], Message]
    under_way: Callable[[Translator, Subscription], Message]
    already: Callable[[Translator, Subscription], Message]


PAUSED = Turned(paused, paused_under_way, paused_already)
RESUMED = Turned(resumed, resumed, active_already)


def stopped(t: Translator, subscription: Subscription) -> Message:
    """It has ended."""
    return _said(t("digest-stopped", number=subscription.number))


def stopped_under_way(t: Translator, subscription: Subscription) -> Message:
    """It has ended, and one of its messages cannot be called back."""
    return _said(t("digest-stopped-under-way", number=subscription.number))


def _said(text: str, *buttons: Block) -> Message:
    return Message(text, (section(text), *([actions(*buttons)] if buttons else [])))


def days_of(t: Translator, days: Dates) -> str:
    """Dates that are left out: the next of them."""
    shown = t.list([day_name(t, day) for day in days[:DATES_MAX]])
    return shown if len(days) <= DATES_MAX else f"{shown}…"


def _back(t: Translator, subscription: Subscription, day: date) -> Block:
    return button(t, DigestAction.UNSKIP, subscription, on=day)


def _line(t: Translator, group: Group, subscription: Subscription, skipped: Dates = ()) -> str:
    state = t(f"subscription-{subscription.state.value}")
    line = t("digest-line", **_facts(t, group, subscription, between=" · "), state=state)
    if skipped:
        line = f"{line} · {t('digest-skips', days=days_of(t, skipped))}"
    if subscription.next_slot is None:
        return line
    return f"{line} · {t('digest-next', when=next_time(t, subscription))}"


def _facts(
    t: Translator, group: Group, subscription: Subscription, *, between: str = ", "
) -> dict[str, str | int]:
    """What is said of it; `between` stands before what there is not always to say."""
    schedule = subscription.schedule
    languages = t.list([t(f"language-{language.value}") for language in subscription.languages])
    quiet = [t("digest-skips-quiet")] if subscription.skip_quiet else []
    return {
        "number": subscription.number,
        "days": recurrence_words(t, schedule.recurrence),
        "time": t.time(schedule.at),
        "zone": t.city(schedule.zone),
        "themes": cut(escape(coverage_words(t, group, subscription.coverage)), THEMES_MAX),
        "languages": between.join([languages, *quiet]),
    }


def next_moment(t: Translator, subscription: Subscription) -> str:
    """When the next one comes, in its zone, and in which that is."""
    slot = subscription.next_slot
    return moment_in(t, slot.due_at, subscription.schedule.zone) if slot is not None else t("nothing")


def next_time(t: Translator, subscription: Subscription) -> str:
    """The same where the zone stands beside it."""
    slot = subscription.next_slot
    return t.datetime(slot.due_at, subscription.schedule.zone) if slot is not None else t("nothing")


def _buttons(t: Translator, subscription: Subscription) -> list[Block]:
    if subscription.state is SubscriptionState.PAUSED:
        wanted = [DigestAction.PREVIEW, DigestAction.EDIT, DigestAction.RESUME, DigestAction.STOP]
    else:
        active = [DigestAction.NOW, DigestAction.EDIT, DigestAction.SKIP, DigestAction.PAUSE]
        wanted = [DigestAction.PREVIEW, *active, DigestAction.STOP]
    return [button(t, action, subscription) for action in wanted]


def button(
    t: Translator, action: DigestAction, subscription: Subscription, *, on: date | None = None
) -> Block:
    """What can be done with it; what is left out is of the date that the person saw, what comes back `on`."""
    style = "danger" if action is DigestAction.STOP else None
    line = f"digest {action.value} D-{subscription.number}"
    slot = subscription.next_slot
    if action is DigestAction.SKIP and slot is not None:
        on = slot.date
    if on is not None:
        line = f"{line} {on.isoformat()}"
    made = say(t(_LABELS.get(action, f"button-{action.value}")), line, style=style)
    return _asking(t, made, subscription) if action is DigestAction.STOP else made


def _asking(t: Translator, stop: Block, subscription: Subscription) -> Block:
    """Whoever presses it is asked first: there is no way back from it, as there is from a pause."""
    is_active = subscription.state is SubscriptionState.ACTIVE
    text = t("digest-stop-text.active", pause=t("button-pause")) if is_active else t("digest-stop-text")
    return asks_first(
        stop,
        title=t("digest-stop-title", number=subscription.number),
        text=text,
        confirm=t("digest-stop-yes"),
        deny=t("digest-pause-no"),
    )


_LABELS = {DigestAction.EDIT: "button-edit-digest", DigestAction.MUTE: "button-mute-digest"}
