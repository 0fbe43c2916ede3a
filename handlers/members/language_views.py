"""How languages and zones are offered, and what was chosen is told."""

from __future__ import annotations

from datetime import datetime

from domain.language import Language
from handlers.parts.blocks import actions, section
from handlers.parts.message import Message
from handlers.parts.next_steps import say
from handlers.words.translator import Translator


def zone_message(t: Translator, zone: str, now: datetime, *, chosen: bool) -> Message:
    """Whose times are told from now on, and what time it is there: so that everybody sees it is right."""
    message = "zone-chosen" if chosen else "zone-as-in-slack"
    text = t(message, zone=t.city(zone), now=t.datetime(now, zone))
    return Message(text, (section(text),))


def which_message(t: Translator) -> Message:
    """The present language and the choice."""
    text = t("language-present", language=t(f"language-{t.language.value}"))
    buttons = [say(t(f"language-name-{each.value}"), f"language {each.value}") for each in Language]
    return Message(text, (section(text), actions(*buttons)))


def chosen_message(t: Translator) -> Message:
    """Said in the language that was chosen."""
    text = t("language-chosen")
    return Message(text, (section(text),))
