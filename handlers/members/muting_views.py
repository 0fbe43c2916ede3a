"""What holds after something was muted, and the way back."""

from __future__ import annotations

from domain.group import Group
from domain.reference import Reference, Series
from handlers.parts.blocks import actions, section
from handlers.parts.message import Message
from handlers.parts.naming import group_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import escape
from handlers.words.translator import Translator


def reminders_muted_message(t: Translator, group: Group, *, muted: bool) -> Message:
    """What holds from now on, and the way back."""
    name = escape(group_name(t, group))
    text = t("reminders-muted" if muted else "reminders-unmuted", group=name)
    back = (
        say(t("button-unmute-reminders"), "unmute reminders")
        if muted
        else say(t("button-mute-reminders"), "mute reminders")
    )
    return Message(text, (section(text), actions(back)))


def muted_message(t: Translator, reference: Reference, *, muted: bool) -> Message:
    """What holds from now on, and the way back."""
    again = "unmuted.obstacle" if reference.series is Series.OBSTACLE else "unmuted"
    text = t("muted" if muted else again, reference=str(reference))
    back = (
        say(t("button-unmute"), f"unmute {reference}")
        if muted
        else say(t("button-mute"), f"mute {reference}")
    )
    return Message(text, (section(text), actions(back, say(t("button-show"), f"show {reference}"))))
