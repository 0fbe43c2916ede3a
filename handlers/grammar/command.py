"""What was typed behind the command: a verb and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.grammar.folding import scannable, visible
from handlers.words.slack_text import Mention, decode

_FIRST_WORD = re.compile(r"\s*(\S*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What was typed, decoded.

    `word` stands where a verb is expected, without a leading `#` or a colon behind it; empty when nothing was
    typed. `rest` is as typed, with its own line breaks and spacing, trimmed. `people` and `channels` are
    those that Slack says the text names.
    """

    word: str
    rest: str
    people: tuple[Mention, ...] = ()
    channels: tuple[Mention, ...] = ()


def parse(text: str) -> Utterance:
    """The utterance in a text as Slack sends it. Never raises."""
    decoded = decode(text)
    typed = visible(decoded.text)
    first = _FIRST_WORD.match(scannable(typed))
    end = first.end() if first else 0
    word = typed[first.start(1) : end] if first else ""
    return Utterance(
        word=word.removeprefix("#").rstrip(":") or word,
        rest=typed[end:].strip(),
        people=decoded.people,
        channels=decoded.channels,
    )
