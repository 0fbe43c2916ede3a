"""How long a message is, the way Slack seems to count it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handlers.words.slack_text import length


def characters(blocks: Iterable[object]) -> int:
    """The length of every text in the blocks, in UTF-16 units; keys and values of buttons do not count."""
    return sum(map(_characters, blocks))


def _characters(part: object) -> int:
    # What is asked most comes first: a Mapping is found out only by asking its abstract class.
    if isinstance(part, str | int | None):
        return 0
    if isinstance(part, list | tuple):
        return sum(map(_characters, part))
    if not isinstance(part, dict | Mapping):
        return 0
    own = part.get("text")
    if not isinstance(own, str):
        return sum(map(_characters, part.values()))
    return length(own) + sum(_characters(value) for key, value in part.items() if key != "text")
