"""The words about digests that were sent, or not."""

from __future__ import annotations

from datetime import timedelta

from domain.delivery import Delivery, DeliveryState
from domain.usecases.resending import Log
from handlers.grammar.deliveries import Decision, LogWanted
from handlers.parts.blocks import Block, actions, section
from handlers.parts.message import Message
from handlers.parts.moments import moment_in
from handlers.parts.next_steps import say
from handlers.words.slack_text import cut, escape
from handlers.words.translator import Translator

ERROR_MAX = 60
"""Characters of the reason that is shown: a code of Slack's, or the name of an error."""

LATE_FROM = timedelta(minutes=5)
"""From then on it is told when a digest arrived: until then it is what everybody takes for on time."""


def log(t: Translator, log: Log, zone: str) -> Message:
    """The latest digests; with each what may be decided about it.

    Times are those of each digest's zone; of one that is gone, of the IANA zone.
    """
    if not log.deliveries:
        return _said(t("log-none"))
    blocks: list[Block] = [section(f"*{t('log-title')}*")]
    lines: list[str] = []
    for delivery in log.deliveries:
        lines.append(_line(t, delivery, log.zones.get(delivery.subscription or 0, zone)))
        blocks.append(section(lines[-1]))
        buttons = _buttons(t, delivery) if log.decides else []
        blocks += [actions(*buttons)] if buttons else []
    return Message("\n".join(lines), tuple(blocks))


def confirmed(t: Translator, delivery: Delivery, zone: str) -> Message:
    """It counts as arrived."""
    return _said(t("log-confirmed", **_facts(t, delivery, zone)))


def resent(t: Translator, delivery: Delivery, zone: str) -> Message:
    """It is sent again."""
    return _said(t("log-resent", **_facts(t, delivery, zone)))


def _said(text: str) -> Message:
    return Message(text, (section(text),))


def _line(t: Translator, delivery: Delivery, zone: str) -> str:
    state = t(f"log-{delivery.state.value}")
    if delivery.error and delivery.state in {DeliveryState.UNCERTAIN, DeliveryState.FAILED}:
        state = f"{state} ({t('log-reason', error=cut(escape(delivery.error), ERROR_MAX))})"
    at = delivery.arrived_at
    if delivery.state is DeliveryState.SENT and at is not None and at - delivery.due_at >= LATE_FROM:
        state = t("log-sent-late", at=t.datetime(at, zone))
    if delivery.skipped is not None:
        state = t(f"log-skipped-{delivery.skipped.value}")
    return t("log-line", **_facts(t, delivery, zone), state=state)


def _facts(t: Translator, delivery: Delivery, zone: str) -> dict[str, str | int]:
    return {"number": delivery.subscription or 0, "when": moment_in(t, delivery.due_at, zone)}


def _buttons(t: Translator, delivery: Delivery) -> list[Block]:
    decisions = {
        DeliveryState.UNCERTAIN: (Decision.ARRIVED, Decision.RESEND),
        DeliveryState.FAILED: (Decision.RESEND,),
    }.get(delivery.state, ())
    lines = {one: LogWanted(one, delivery.id, delivery.attempts).line() for one in decisions}
    return [say(t(f"button-{one.value}"), line) for one, line in lines.items()]
