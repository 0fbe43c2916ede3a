"""How long a message is, the way Slack seems to count it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handlers.words.slack_text import length


def characters(blocks: Iterable[object]) -> int:
    """The length of every text in the blocks, in UTF-16 units; keys and values of buttons do not count."""
    return sum(map(_characters, blocks))


def _characters(part: object) -> int:
    if isinstance(part, Mapping):
        own = part.get("text")
        inner = (value for key, value in part.items() if key != "text" or not isinstance(own, str))
        return (length(own) if isinstance(own, str) else 0) + sum(map(_characters, inner))
    return sum(map(_characters, part)) if isinstance(part, list | tuple) else 0
