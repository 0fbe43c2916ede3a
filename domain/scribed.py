"""What was recorded from messages: which entry of which message became which item."""

from __future__ import annotations

from dataclasses import dataclass

from domain.reference import Reference, Series

UNRECORDED = Reference(Series.NOTE, 0)
"""The reference of the entry of a message of which nothing was recorded: it tells the latest text read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribed:
    """An entry of a message (channel and ts) that was recorded.

    `entry` counts the message's entries as they were recorded and never changes. `mark` tells the words it
    was last read from, without holding them. `edited` is the ts of the message's text that was read last,
    empty for the first one. `gone`: the entry was taken out of the message.
    """

    channel: str
    ts: str
    entry: int
    reference: Reference
    mark: str
    edited: str = ""
    gone: bool = False
