"""A message on its way out."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.parts.blocks import Block, context
from handlers.words.slack_text import escape
from handlers.words.translator import Translator


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is what screen readers and notifications get (mrkdwn); `blocks` what the eye gets."""

    text: str
    blocks: tuple[Block, ...] = ()


def signed(t: Translator, message: Message, name: str) -> Message:
    """The message with the name of the person whose click it answers."""
    line = t("pressed-by", name=escape(name))
    return Message(f"{message.text}\n{line}", (*message.blocks, context(line)))
