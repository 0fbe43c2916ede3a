"""`rapporteur deliveries`: what was sent, what was not and why, and sending again what came to nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from bot.clocks import SystemClock, clock_of
from bot.sentences import fail, failures_in_a_sentence, say
from bot.settings import DeliverySettings
from bot.told import visibly
from domain.delivery import Delivery, DeliveryState, Part, Skipped
from domain.outbox import Sought
from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.usecases.resending import retry
from storage.opening import ask, open_store

T = TypeVar("T")

deliveries = typer.Typer(no_args_is_help=True, help="What was sent, what was not, and why.")


def _text(value: str | None) -> str | None:
    """Bytes that are no text come as half surrogate pairs (PEP 383), which no database takes."""
    if value is not None and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise typer.BadParameter("this is not text in UTF-8.")
    return value


_WHICH = typer.Argument(
    metavar="KEY|ID", help="The key or the number of a delivery, as `list` shows them.", callback=_text
)
_AS_JSON = typer.Option("--json", help="JSON instead of lines.")

_RETOLD = {
    RefusalCode.DELIVERY_UNKNOWN: "There is no such delivery.",
    RefusalCode.DELIVERY_ARRIVED: "It has arrived already: nothing is sent again.",
    RefusalCode.DELIVERY_SKIPPED: "It was skipped on purpose: there is nothing to send.",
    RefusalCode.DELIVERY_UNDER_WAY: "It is on its way already: the bot goes on with it by itself.",
    RefusalCode.DELIVERY_CHANGED: "Something else has become of it in the meantime: look again.",
    RefusalCode.DELIVERY_TOLD_SINCE: "Something later of the same was told since, or is on its way: "
    "it is not sent, so that nothing is told twice and the last word stays the last.",
    RefusalCode.DELIVERY_UNSAID: "It is not to be said any more: its digest was stopped, its channel or its "
    "reader has left the group, or its time has passed.",
    RefusalCode.DIGEST_IN_FLIGHT: "Another digest of the same subscription is on its way: wait for it.",
}


WHY = {
    Skipped.ASKED: "somebody left it out",
    Skipped.QUIET: "nothing to tell",
    Skipped.PASSED: "its date passed before it could be sent",
    Skipped.UNDER_WAY: "the one before was on its way",
    Skipped.READER_LEFT: "its reader can have no digest any more",
    Skipped.NOTHING_LEFT: "nothing was left to tell",
    Skipped.WITHDRAWN: "taken back before it was sent",
    Skipped.STOPPED: "its digest was stopped before it was sent",
    Skipped.ELSEWHERE: "its channel did not belong to the group any more",
    Skipped.MUTED: "its reader had turned reminders off",
    Skipped.TOO_LATE: "it was too late for it by then",
    Skipped.MOVED: "the meeting was not held at that time any more",
}
"""Why something was skipped, as the command line says it."""


NUMBER_DIGITS_MAX = 18
"""Digits of a delivery's number: the databases count to 2**63, which has 19, and no further."""


@deliveries.command("list")
def list_deliveries(
    state: Annotated[DeliveryState | None, typer.Option(help="Only these.")] = None,
    workspace: Annotated[
        str | None, typer.Option(help="Only of the workspace with this id.", callback=_text)
    ] = None,
    channel: Annotated[
        str | None, typer.Option(help="Only to this channel's or person's id.", callback=_text)
    ] = None,
    limit: Annotated[int, typer.Option(help="How many, the newest first.", min=1, max=10_000)] = 50,
    *,
    as_json: Annotated[bool, _AS_JSON] = False,
) -> None:
    """The latest deliveries, the newest first. The bot may run meanwhile."""
    sought = Sought(workspace=workspace, channel=channel, state=state)
    with failures_in_a_sentence():
        found = _asked(lambda uow: uow.logbook.latest(sought, limit))
    if as_json:
        say(json.dumps([_facts(one) for one in found], indent=2, ensure_ascii=False))
        return
    none = "Nothing was sent yet, and nothing waits." if sought == Sought() else "There is no such delivery."
    for line in _table(found) if found else [none]:
        say(visibly(line))


@deliveries.command()
def show(which: Annotated[str, _WHICH], *, as_json: Annotated[bool, _AS_JSON] = False) -> None:
    """One delivery whole: what it tells, its messages, how often it was sent and looked for."""
    with failures_in_a_sentence():
        found = _asked(lambda uow: _found(uow, which))
    if found is None:
        _refuse(Refusal(RefusalCode.DELIVERY_UNKNOWN))
    if as_json:
        say(json.dumps(_whole(found), indent=2, ensure_ascii=False))
        return
    for line in _lines(_whole(found)):
        say(visibly(line))


@deliveries.command("retry")
def retry_delivery(
    which: Annotated[str, _WHICH],
    *,
    resend: Annotated[
        bool,
        typer.Option("--resend", help="Send without looking: what had arrived after all then stands twice."),
    ] = False,
) -> None:
    """Take up a delivery that failed or is uncertain: it is looked for in the channel, and sent if not there.

    The bot does it, at once when it runs. The exit code is 1 when nothing is to be done.
    """
    with failures_in_a_sentence():
        try:
            asyncio.run(_retried(which, resend=resend))
        except Refusal as refusal:
            _refuse(refusal)
    if resend:
        say("It is sent again without looking. Had it arrived after all, it stands there twice: remove one.")
    else:
        say("It is taken up again: looked for in the channel where it may stand, and sent where it does not.")


def _refuse(refusal: Refusal) -> NoReturn:
    fail(_RETOLD.get(refusal.code, f"It cannot be done: {refusal.code.value}."))


def _asked(query: Callable[[UnitOfWork], T]) -> T:
    return asyncio.run(ask(DeliverySettings().database_url, query))


async def _retried(which: str, *, resend: bool) -> None:
    settings = DeliverySettings()
    clock = clock_of(settings.clock_file, SystemClock())
    store = await open_store(settings.database_url)
    try:
        await store.write(lambda uow: retry(uow, _number(uow, which), clock.now(), afresh=resend))
    finally:
        await store.close()


def _number(uow: UnitOfWork, which: str) -> int:
    found = _found(uow, which)
    if found is None:
        raise Refusal(RefusalCode.DELIVERY_UNKNOWN)
    return found.id


def _found(uow: UnitOfWork, which: str) -> Delivery | None:
    """Keys begin with a kind, numbers are digits; of more digits than any number has there is none."""
    if which.isascii() and which.isdigit():
        return uow.outbox.get(int(which)) if len(which) <= NUMBER_DIGITS_MAX else None
    return uow.logbook.by_key(which)


def _facts(delivery: Delivery) -> dict[str, Any]:
    return {
        "id": delivery.id,
        "key": delivery.key,
        "kind": delivery.kind.value,
        "state": delivery.state.value,
        "workspace": delivery.workspace,
        "group": delivery.group,
        "subscription": delivery.subscription,
        "channel": delivery.channel,
        "due_at": _instant(delivery.due_at),
        "attempts": delivery.attempts,
        "looks": delivery.looks,
        "arrived_at": _instant(delivery.arrived_at),
        "error": None if delivery.skipped else delivery.error,
        "why": WHY[delivery.skipped] if delivery.skipped else None,
    }


def _whole(delivery: Delivery) -> dict[str, Any]:
    return _facts(delivery) | {
        "facts": dict(delivery.facts),
        "parts": [_part(part) for part in delivery.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    """Where a message stands and since when; never its words, which are people's."""
    return {"position": part.position, "begun_at": _instant(part.begun_at), "ts": part.ts}


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")


def _lines(whole: dict[str, Any]) -> Iterator[str]:
    parts = whole.pop("parts")
    for name, value in whole.items():
        yield f"{name:<13} {_said(value)}"
    for part in parts:
        where = f"stands at {part['ts']}" if part["ts"] else "not known to have arrived"
        begun = f"begun {part['begun_at']}" if part["begun_at"] else "not begun"
        yield f"message {part['position'] + 1:<5} {begun}, {where}"
    if not parts:
        yield "No message was worded yet."


def _said(value: object) -> str:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "-" if value is None else str(value)


def _table(found: tuple[Delivery, ...]) -> Iterator[str]:
    head = ("id", "state", "kind", "workspace", "channel", "due_at", "attempts", "error", "why", "key")
    rows = [head, *(tuple(_said(_facts(one)[name]) for name in head) for one in found)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
