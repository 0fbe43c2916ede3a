"""The golden payloads, and what Slack's own validator says of them.

The suite keeps every view it compares with a golden file as a payload too, in `golden/`, so that an installed
release can ask Slack about exactly what it sends.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.checking.asking import Answered, Slack
from bot.checking.findings import Finding, failed, passed, told

METHOD = "blocks.validate"
"""docs.slack.dev/reference/methods/blocks.validate: needs no scope; takes one of blocks, message and view."""

REFUSED = frozenset({"invalid_blocks", "invalid_message", "invalid_view"})
"""Codes that speak of the payload; any other refuses the question."""

ERRORS_SHOWN = 3
"""Of one payload: the first ones are usually the cause of the others."""

FOLDER = Path(__file__).parent / "golden"


@dataclass(frozen=True, slots=True)
class Payload:
    """`kind` is the argument it is sent as: `message` or `view`."""

    name: str
    kind: str
    content: Mapping[str, Any]


def golden_payloads(folder: Path = FOLDER) -> tuple[Payload, ...]:
    """Every payload kept in the folder's files. Raises ValueError for a file that holds none."""
    return tuple(payload for path in sorted(folder.glob("*.json")) for payload in _kept(path))


def _kept(path: Path) -> Iterator[Payload]:
    for entry in json.loads(path.read_text("utf-8")):
        yield Payload(f"{path.stem}: {entry['case']}", entry["kind"], entry["payload"])


async def validated(slack: Slack, token: str, payloads: Sequence[Payload]) -> AsyncIterator[Finding]:
    """Each payload that Slack refuses, then how many it accepted. Raises Unanswered."""
    accepted = 0
    for payload in payloads:
        written = json.dumps(payload.content, ensure_ascii=False)
        answer = await slack.ask(METHOD, token, {payload.kind: written})
        if answer.error and answer.error not in REFUSED:
            yield failed(
                f"Slack did not validate “{payload.name}”: {answer.error}.",
                f"Look the code up at docs.slack.dev/reference/methods/{METHOD}.",
            )
            return
        if answer.error:
            yield failed(
                f"Slack refuses “{payload.name}”: {_errors(answer)}.",
                "Report it with this line and the release: people would not see this answer.",
            )
        else:
            accepted += 1
    if accepted:
        yield passed(f"Slack accepts {accepted} of {len(payloads)} payloads.")


def _errors(answer: Answered) -> str:
    """Where and why, in Slack's words."""
    errors = answer.body.get("errors")
    found = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
    shown = [f"{told(error.get('pointer'))} {told(error.get('message'))}" for error in found[:ERRORS_SHOWN]]
    more = [f"and {len(found) - ERRORS_SHOWN} more"] if len(found) > ERRORS_SHOWN else []
    return "; ".join([*shown, *more]) or answer.error
