"""What was typed behind the command: a verb and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.grammar.folding import is_wordless, scannable, visible
from handlers.words.slack_text import Mention, decode, escape

_FIRST_WORD = re.compile(r"\s*(\S*)")
_FIRST_ENCODED = re.compile(r"\s*(?:<[^<>]*>|\S)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What was typed, decoded.

    `word` stands where a verb is expected, without a leading `#` or the `colon` behind it; empty when nothing
    was typed. `rest` is as typed, with its own line breaks and spacing, trimmed. `people` and `channels` are
    those that Slack says the text names. `raw` is the rest still encoded: said again, it is read as the same.
    `implied`: nobody typed the verb.
    """

    word: str
    rest: str
    raw: str = ""
    people: tuple[Mention, ...] = ()
    channels: tuple[Mention, ...] = ()
    colon: str = ""
    implied: bool = False

    @property
    def line(self) -> str:
        """All of it as Slack sends it: what a button says to be read as the same."""
        return f"{escape(self.word)} {self.raw}".strip()

    @property
    def whole(self) -> str:
        """The same with every mark, for what takes all of it as its words."""
        return f"{escape(self.word)}{self.colon} {self.raw}".strip()


def parse(text: str) -> Utterance:
    """The utterance in a text as Slack sends it. Never raises."""
    decoded = decode(text)
    typed = visible(decoded.text)
    first = _FIRST_WORD.match(scannable(typed))
    end = first.end() if first else 0
    word = typed[first.start(1) : end] if first else ""
    rest = typed[end:].strip()
    rest, text = ("", "") if is_wordless(rest) else (rest, text)
    plain = word.removeprefix("#").rstrip(":") or word
    return Utterance(
        word=plain,
        colon=word.removeprefix("#").removeprefix(plain),
        rest=rest,
        raw=_encoded(text, rest),
        people=decoded.people,
        channels=decoded.channels,
    )


def _encoded(text: str, rest: str) -> str:
    """The part of the text that is read as `rest`; `rest` encoded anew where it begins inside an entity."""
    first = _FIRST_ENCODED.match(text)
    behind = text[first.end() :].strip() if first else text
    return behind if visible(decode(behind).text).strip() == rest else escape(rest)
