"""Watching over the traffic: nothing the bot sent was refused, and all of it pleases three checkers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from bot.sandbox.traffic import REMEMBERED_REQUESTS
from bot.sandbox.validator import check_acknowledgement, check_submission_response
from tests.integration.office import Office
from tests.payloads.checking import unexplained

HTTP_OK = 200


async def objections(office: Office) -> list[str]:
    """What is wrong with the traffic so far, and with the payloads in it."""
    found = problems(await office.people.traffic(), office.expected)
    return found + [str(complaint) for complaint in unexplained(office.sandbox.workspace.payloads.accepted)]


def problems(traffic: Sequence[Mapping[str, Any]], expected: Collection[str]) -> list[str]:
    """What went wrong on the wire, except with methods and requests that are `expected` to."""
    assert len(traffic) < REMEMBERED_REQUESTS, "more traffic than the workspace remembers"
    return [
        f"{exchange['what']}: {problem}"
        for exchange in traffic
        if exchange["what"] not in expected
        for problem in _problems(exchange)
    ]


def _problems(exchange: Mapping[str, Any]) -> Iterator[str]:
    answer = exchange["answer"]
    if exchange["status"] != HTTP_OK:
        yield f"status {exchange['status']}, {answer}"
    elif exchange["direction"] == "to_workspace":
        if isinstance(answer, Mapping) and not answer["ok"]:
            yield f"{answer}"
    elif exchange["what"].startswith("/"):
        if isinstance(answer, Mapping):
            yield from map(str, check_acknowledgement(answer))
    elif exchange["what"] == "view_submission" and isinstance(answer, Mapping):
        yield from map(str, check_submission_response(answer, exchange["request"]["view"]))
