"""What people type, as the requests that Slack would send: signed beforehand, each unlike every other."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, islice
from pathlib import Path
from urllib.parse import urlencode

from bot.signature import VERSION
from domain.ports import Clock
from tests.bench.groups import CHANNELS, PEOPLE, SECRET, TEAM

NOTE_TEXT = "utilities on both sides of the border answer requests for connection in six to nine months"


class Verb(StrEnum):
    """What is measured."""

    NOTE = "note"
    STATUS = "status"
    MIXED = "mixed"
    """A note, then STATUSES times a status, and again: what is written makes what was read another answer."""


STATUSES = 4
"""To one note of a mixed load. With the note an odd number, so that each of the sixteen types both."""


@dataclass(frozen=True, slots=True)
class Typist:
    """Sixteen people who type in turn; no two requests of theirs share a trigger, no two notes a text."""

    clock: Clock
    numbers: count[int]

    def write(self, path: Path, verb: Verb, groups: int, requests: int) -> None:
        """Write signed requests over so many groups, a line each: timestamp, signature, body.

        They are good for as long as Slack's signatures are: five minutes.
        """
        timestamp = int(self.clock.now().timestamp())
        with path.open("w", encoding="ascii") as file:
            for body in islice(self._bodies(verb, groups), requests):
                file.write(f"{timestamp} {_signature(timestamp, body)} {body}\n")

    def _bodies(self, verb: Verb, groups: int) -> Iterator[str]:
        for number in self.numbers:
            caller = number % len(PEOPLE)
            yield _body(verb, number, PEOPLE[caller], CHANNELS[caller % groups])


def _body(verb: Verb, number: int, user: str, channel: str) -> str:
    if verb is Verb.MIXED:
        verb = Verb.STATUS if number % (1 + STATUSES) else Verb.NOTE
    line = f"{verb.value} line {number}: {NOTE_TEXT}" if verb is Verb.NOTE else verb.value
    return urlencode(
        {
            "token": "",
            "team_id": TEAM,
            "team_domain": "working-group",
            "channel_id": channel,
            "channel_name": "charging",
            "user_id": user,
            "user_name": user.lower(),
            "command": "/wg",
            "text": line,
            "api_app_id": "A0BENCH",
            "is_enterprise_install": "false",
            "response_url": f"https://hooks.slack.com/commands/{TEAM}/{number}/answer",
            "trigger_id": f"{number}.{TEAM}.bench",
        }
    )


def _signature(timestamp: int, body: str) -> str:
    base = f"{VERSION}:{timestamp}:{body}".encode()
    return f"{VERSION}={hmac.new(SECRET.encode(), base, hashlib.sha256).hexdigest()}"
