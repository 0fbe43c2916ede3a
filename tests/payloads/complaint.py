"""What a checker says against a payload, and how two forms of the same JSON differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


class Checker(StrEnum):
    """Who reads payloads: the local workspace's validator, and two libraries with rules of their own."""

    SANDBOX = "sandbox"
    SLACK_SDK = "slack_sdk"
    SLACKBLOCKS = "slackblocks"


@dataclass(frozen=True, slots=True)
class Complaint:
    """`kind` is the type of the block or view, or `message`."""

    checker: Checker
    kind: str
    says: str


def difference(sent: object, read: object, path: str = "") -> str:
    """Where what a library read differs from what was sent; empty when it does not.

    What is false, nothing or empty is as good as not there, and a block has whatever id it was given when it
    came without.
    """
    if isinstance(sent, Mapping) and isinstance(read, Mapping):
        given = {"block_id"} - set(sent)
        names = [name for name in {**sent, **read} if name not in given]
        found = (difference(sent.get(name), read.get(name), f"{path}/{name}") for name in names)
        return next((where for where in found if where), "")
    if isinstance(sent, list) and isinstance(read, list) and len(sent) == len(read):
        pairs = enumerate(zip(sent, read, strict=True))
        return next((where for n, (a, b) in pairs if (where := difference(a, b, f"{path}/{n}"))), "")
    return "" if sent == read or not (sent or read) else path or "/"
