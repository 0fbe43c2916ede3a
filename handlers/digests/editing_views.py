"""The words about a digest that was edited, or whose next date is left out."""

from __future__ import annotations

from collections.abc import Sequence

from domain.change import NewChange
from domain.group import Group
from domain.subscription import Subscription
from domain.usecases.rescheduling import LeftOut
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


def skipped(t: Translator, left: LeftOut) -> Message:
    """Which date is left out, which one comes now, and how to have one before that."""
    subscription = left.subscription
    when = subscription_views.next_moment(t, subscription)
    if left.date is None:
        text = t("digest-skipped", number=subscription.number, when=when)
    else:
        day = day_name(t, left.date)
        text = t("digest-left-out", number=subscription.number, when=when, day=day)
    again = [] if left.date is None else [subscription_views.button(t, DigestAction.NOW, subscription)]
    buttons = [
        *again,
        subscription_views.button(t, DigestAction.SKIP, subscription),
        subscription_views.button(t, DigestAction.PAUSE, subscription),
    ]
    return Message(text, (section(text), actions(*buttons)))


def _buttons(t: Translator, subscription: Subscription) -> list[dict[str, object]]:
    return [
        subscription_views.button(t, DigestAction.PREVIEW, subscription),
        subscription_views.button(t, DigestAction.EDIT, subscription),
    ]
