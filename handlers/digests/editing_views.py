"""The words about a digest that was edited, or whose next date is left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.change import NewChange
from domain.group import Group
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.skipping import LeftOut, Reinstated
from handlers.digests import subscription_views
from handlers.grammar.schedules import DigestAction
from handlers.parts.blocks import actions, bullets, said, section
from handlers.parts.digest_changes import digest_change_text
from handlers.parts.message import Message
from handlers.parts.naming import day_name
from handlers.words.slack_text import escape
from handlers.words.translator import Translator


def edited(t: Translator, group: Group, subscription: Subscription, changes: Sequence[NewChange]) -> Message:
    """What became different, and when the next one comes."""
    number, when = subscription.number, subscription_views.next_moment(t, subscription)
    if not changes:
        text = t("digest-edited-nothing", number=number)
        return Message(text, (section(text), actions(*_buttons(t, subscription))))
    known = "digest-edited" if subscription.next_slot is not None else "digest-edited-paused"
    text = t(known, number=number, when=when)
    lines = [digest_change_text(t, change, group) for change in changes]
    blocks = (section(text), bullets([[said(line)] for line in lines]), actions(*_buttons(t, subscription)))
    return Message("\n".join([text, *(f"• {escape(line)}" for line in lines)]), blocks)


def skipped(t: Translator, left: LeftOut, on: date | None = None, *, keeps: bool = True) -> Message:
    """Which date is left out, which one comes now, and how to have one before that; or why not `on`.

    Whoever no more `keeps` it may not have it now, and could not resume what they pause.
    """
    subscription = left.subscription
    when = subscription_views.next_moment(t, subscription)
    if left.date is None:
        name = "digest-skipped" if on is None or on in left.others else "digest-not-skipped"
        day = "" if on is None else day_name(t, on)
        text = t(name, number=subscription.number, when=when, day=day)
    else:
        day = day_name(t, left.date)
        text = t("digest-left-out", number=subscription.number, when=when, day=day)
    back = [] if left.date is None else [DigestAction.UNSKIP]
    again = [DigestAction.NOW] if keeps and left.date is not None else []
    last = DigestAction.PAUSE if keeps else DigestAction.STOP
    wanted = (*back, *again, DigestAction.SKIP, last)
    ons = {DigestAction.UNSKIP: left.date}
    buttons = [subscription_views.button(t, each, subscription, on=ons.get(each)) for each in wanted]
    return Message(text, (section(text), actions(*buttons)))


def reinstated(t: Translator, back: Reinstated, on: date | None = None) -> Message:
    """Which date comes after all, or that none is left out; and which one comes next."""
    subscription = back.subscription
    if back.date is None and on is not None and back.others:
        return _still_left_out(t, back, on)
    is_paused = subscription.state is SubscriptionState.PAUSED
    name = "digest-reinstated" if back.date is not None else "digest-none-left-out"
    day = "" if back.date is None else day_name(t, back.date)
    when = subscription_views.next_moment(t, subscription)
    text = t(f"{name}-paused" if is_paused else name, number=subscription.number, when=when, day=day)
    turn = DigestAction.RESUME if is_paused else DigestAction.SKIP
    buttons = [subscription_views.button(t, action, subscription) for action in (turn, DigestAction.PREVIEW)]
    return Message(text, (section(text), actions(*buttons)))


def _still_left_out(t: Translator, back: Reinstated, on: date) -> Message:
    """That the day is not one of those that are left out, and which are."""
    subscription = back.subscription
    days = subscription_views.days_of(t, back.others)
    text = t("digest-not-left-out", number=subscription.number, day=day_name(t, on), days=days)
    last = subscription_views.button(t, DigestAction.UNSKIP, subscription, on=back.others[-1])
    return Message(text, (section(text), actions(last)))


def _buttons(t: Translator, subscription: Subscription) -> list[dict[str, object]]:
    return [
        subscription_views.button(t, DigestAction.PREVIEW, subscription),
        subscription_views.button(t, DigestAction.EDIT, subscription),
    ]
