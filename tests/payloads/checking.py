"""Everything the bot sends, read by all three checkers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from bot.sandbox.payloads_kept import AcceptedPayload, PayloadKind
from tests.payloads import by_sandbox, by_slack_sdk, by_slackblocks
from tests.payloads.complaint import Complaint
from tests.payloads.disagreements import DISAGREEMENTS, Disagreement

CHECKERS = (by_sandbox.complaints, by_slack_sdk.complaints, by_slackblocks.complaints)


REMEMBERED_PAYLOADS = 4096


def complaints(sent: AcceptedPayload) -> list[Complaint]:
    """What the checkers say, also where the reason is known."""
    return list(_complaints(sent.kind, json.dumps(sent.payload)))


@lru_cache(REMEMBERED_PAYLOADS)
def _complaints(kind: PayloadKind, text: str) -> tuple[Complaint, ...]:
    """Many tests make the bot send the very same: it is read once."""
    sent = AcceptedPayload(kind, "", json.loads(text))
    return tuple(complaint for check in CHECKERS for complaint in check(sent))


def unexplained(
    payloads: Iterable[AcceptedPayload], known: Sequence[Disagreement] = DISAGREEMENTS
) -> list[Complaint]:
    """Every complaint that no listed disagreement explains."""
    return [
        complaint
        for sent in payloads
        for complaint in complaints(sent)
        if not any(disagreement.explains(complaint) for disagreement in known)
    ]


def kept(payloads: Iterable[Mapping[str, Any]]) -> list[AcceptedPayload]:
    """What a workspace in another process says it kept (`People.payloads`)."""
    return [AcceptedPayload(**payload) for payload in payloads]
