"""The words for what of a posted digest is one's own, and for who may mute it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.digest import Digest
from domain.group import Group
from handlers.digests import views
from handlers.parts.blocks import actions, divider, section
from handlers.parts.message import Message
from handlers.parts.next_steps import say
from handlers.words.slack_text import escape
from handlers.words.translator import Translator
from handlers.words.words import Words


def own_part(words: Words, t: Translator, group: Group, zone: str, digest: Digest) -> Message:
    """The part of a posted digest that concerns its reader, or that none does."""
    if digest.effects.is_quiet and not digest.unanswered:
        text = t("digest-only-mine-nothing")
        return Message(text, (section(text), actions(say(t("button-mine"), "mine"))))
    shown = views.preview(words, t, group, zone, digest)
    text = t("digest-only-mine")
    return Message(f"{text}\n{shown.text}", (section(text), divider(), *shown.blocks))


def none_text(t: Translator, command: str | None) -> str:
    """That a channel has no digest, who may set one, and how one has one's own; None: one cannot have one."""
    return f"{t('digest-none')} {whose_text(t, command)}"


def whose_text(t: Translator, command: str | None) -> str:
    """Who may set and change a channel's digests, and how one has one's own; None: one cannot have one."""
    told = t("digest-none-whose")
    return told if command is None else f"{told} {t('digest-mute-own', command=command)}"


def mute_text(t: Translator, number: int, people: Sequence[str], command: str | None) -> str:
    """Who may pause the digest of a channel, and how one has one's own; None: one cannot have one."""
    if not people:
        return t("digest-mute-nobody", number=number)
    told = t("digest-mute-whose", number=number, people=escape(t.list(people)))
    return told if command is None else f"{told} {t('digest-mute-own', command=command)}"
