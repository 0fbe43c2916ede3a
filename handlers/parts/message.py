"""A message on its way out."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.parts.blocks import Block


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is what screen readers and notifications get (mrkdwn); `blocks` what the eye gets."""

    text: str
    blocks: tuple[Block, ...] = ()
