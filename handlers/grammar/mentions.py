"""People that a text names with @, where they stand, and words that look like people and are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.words.slack_text import Mention

_AT = re.compile(r"(?<![\w@.])@\S+")


@dataclass(frozen=True, slots=True)
class Named:
    """A person of a text, and where their name begins and ends."""

    user: str
    start: int
    end: int


def mention_at(text: str, at: int, people: Sequence[Mention]) -> Mention | None:
    """The person named there; of names that begin alike the longest."""
    named = [mention for mention in people if text.startswith(mention.label, at)]
    return max(named, key=lambda mention: len(mention.label), default=None)


def named_people(text: str, people: Sequence[Mention], limit: int) -> tuple[Named, ...]:
    """The first `limit` people that Slack vouches for, in the order of the text."""
    found: list[Named] = []
    if not people:
        return ()
    at = text.find("@")
    while at >= 0 and len(found) < limit:
        mention = mention_at(text, at, people)
        if mention is not None:
            found.append(Named(mention.id, at, at + len(mention.label)))
        at = text.find("@", at + (len(mention.label) if mention else 1))
    return tuple(found)


def unknown_person(text: str) -> str | None:
    """The first word with an @ in front of it; None when there is none."""
    found = _AT.search(text)
    return None if found is None else found[0]
