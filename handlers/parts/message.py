"""A message on its way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain.delivery import Payload
from handlers.parts.blocks import Block, context
from handlers.parts.limits import MESSAGE_TEXT_AIM
from handlers.words.slack_text import cut, escape
from handlers.words.translator import Translator


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is what screen readers and notifications get (mrkdwn); `blocks` what the eye gets."""

    text: str
    blocks: tuple[Block, ...] = ()

    def followed_by(self, *blocks: Block) -> Message:
        """The same with more for the eye below it."""
        return Message(self.text, (*self.blocks, *blocks))

    @property
    def arguments(self) -> dict[str, Any]:
        """As Slack takes it, in a call or an acknowledgement."""
        return {"text": cut(self.text, MESSAGE_TEXT_AIM), "blocks": list(self.blocks)}

    def payload(self, thread: str | None = None) -> Payload:
        """As it is sent later, in the thread that is named; it is plain already."""
        arguments = self.arguments | ({} if thread is None else {"thread_ts": thread})
        return Payload(rich=arguments, plain=arguments)


def signed(t: Translator, message: Message, name: str) -> Message:
    """The message with the name of the person whose click it answers."""
    line = t("pressed-by", name=escape(name))
    return Message(f"{message.text}\n{line}", (*message.blocks, context(line)))
