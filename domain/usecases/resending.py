"""Deliveries that came to nothing, or perhaps to something: looked at, and decided about by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.change import ChangeKind, NewChange
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease
from domain.notice import About
from domain.outbox import Sought
from domain.permissions import Actor, Right, may, require
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.usecases.digest_facts import stretch_of
from domain.usecases.notices import tell_of_doubt, tell_of_minutes
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.telling_order import is_overtaken
from domain.usecases.timeliness import why_unsaid

LOG_SHOWN = 10
"""Digests in the log of a channel: a message holds them with their buttons."""
UNCERTAIN_LOOKED_AT = 100
"""Deliveries of a channel looked through for those that wait for somebody's word."""

INSTALLER = "installer"
"""Who decides on the command line, in the place of a user's id: whoever runs the bot."""

_REFUSED = {
    DeliveryState.SENT: RefusalCode.DELIVERY_ARRIVED,
    DeliveryState.SKIPPED: RefusalCode.DELIVERY_SKIPPED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decision:
    """What becomes of a delivery, and what tells of it.

    It `arrived`, or else is sent again: `afresh` without looking whether it stands there.
    """

    told: ChangeKind = ChangeKind.DIGEST_RESENT
    arrived: bool = False
    afresh: bool = False


_CONFIRM = _Decision(told=ChangeKind.DIGEST_CONFIRMED, arrived=True)
_LOOK = _Decision()
_SEND = _Decision(afresh=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """What somebody says of the delivery with this id that they saw after so many attempts."""

    origin: Origin
    group: int
    channel: str
    delivery: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Log:
    """The latest digests of a channel, those in doubt first; `decides`: whether the reader may say.

    `zones` are the IANA zones of the digests, by number.
    """

    deliveries: tuple[Delivery, ...]
    decides: bool
    zones: Mapping[int, str] = field(default_factory=dict)


def log_of(origin: Origin, group: int, channel: str, uow: UnitOfWork) -> Log:
    """The digests of a channel, or (a user id) of a person. Raises Refusal as `enter` does."""
    scene = enter(uow, origin, group)
    sought = Sought(workspace=origin.person.workspace, group=group, channel=channel, kind=DeliveryKind.DIGEST)
    found = uow.logbook.latest(sought, UNCERTAIN_LOOKED_AT)
    latest = sorted(found, key=lambda one: (one.due_at, one.id), reverse=True)
    shown = sorted(latest, key=lambda one: one.state is not DeliveryState.UNCERTAIN)[:LOG_SHOWN]
    return Log(tuple(shown), _decides(scene.actor, channel), _zones(scene.record, shown))


def zone_in_log(origin: Origin, group: int, number: int, uow: UnitOfWork) -> str:
    """The IANA zone of digest D-`number`, else of its group. Raises Refusal as `enter` does."""
    record = enter(uow, origin, group).record
    found = record.subscriptions.get(number)
    return record.group.zone if found is None else found.schedule.zone


def _zones(record: GroupRecord, shown: Sequence[Delivery]) -> Mapping[int, str]:
    numbers = {one.subscription for one in shown if one.subscription is not None}
    found = [record.subscriptions.get(number) for number in numbers]
    return {one.number: one.schedule.zone for one in found if one is not None}


def confirm(command: Decide, uow: UnitOfWork, now: datetime) -> Delivery:
    """It arrived: nothing more is done about it. Raises Refusal."""
    return _decided(command, uow, now, _CONFIRM)


def resend(command: Decide, uow: UnitOfWork, now: datetime) -> Delivery:
    """It did not arrive: send it again without looking. Raises Refusal."""
    return _decided(command, uow, now, _SEND)


def retry(uow: UnitOfWork, number: int, now: datetime, *, afresh: bool) -> Delivery:
    """Take up a delivery that failed or is uncertain; what is in doubt is looked for before it is sent.

    With `afresh` it is sent without looking. Raises Refusal DELIVERY_UNKNOWN, DELIVERY_ARRIVED,
    DELIVERY_SKIPPED, DELIVERY_UNDER_WAY, DELIVERY_UNSAID, DIGEST_IN_FLIGHT or DELIVERY_TOLD_SINCE.
    """
    found = _present(uow, number)
    record = uow.workspace(found.workspace).group(found.group)
    decision = _SEND if afresh else _LOOK
    # Looked at again under the group's lock.
    _carry_out(uow, record, _present(uow, number), decision, now)
    if found.kind is DeliveryKind.DIGEST:
        change = NewChange(kind=decision.told, after=found.channel)
        record.changes.append([change], INSTALLER, now)
    return _present(uow, number)


def _decided(command: Decide, uow: UnitOfWork, now: datetime, decision: _Decision) -> Delivery:
    scene = enter(uow, command.origin, command.group)
    found = _of_channel(command, uow)
    if scene.workspace.receipts.find(command.origin.key) is not None:
        return found
    _require_decider(scene, command.channel)
    if found.state is not DeliveryState.SENT and found.attempts != command.attempts:
        raise Refusal(RefusalCode.DELIVERY_CHANGED)
    _carry_out(uow, scene.record, found, decision, now)
    change = NewChange(kind=decision.told, after=command.channel)
    scene.record.changes.append([change], scene.actor.person.user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(str(found.id)), now)
    return _present(uow, found.id)


def _of_channel(command: Decide, uow: UnitOfWork) -> Delivery:
    """Read under the group's lock. Nobody learns of deliveries elsewhere, or of what is no digest."""
    found = uow.outbox.get(command.delivery)
    here = (command.origin.person.workspace, command.group, command.channel, DeliveryKind.DIGEST)
    if found is None or (found.workspace, found.group, found.channel, found.kind) != here:
        raise Refusal(RefusalCode.DELIVERY_UNKNOWN)
    return found


def _present(uow: UnitOfWork, number: int) -> Delivery:
    found = uow.outbox.get(number)
    if found is None:
        raise Refusal(RefusalCode.DELIVERY_UNKNOWN)
    return found


def _carry_out(
    uow: UnitOfWork, record: GroupRecord, found: Delivery, decision: _Decision, now: datetime
) -> None:
    """Of a delivery as it is under the group's lock, which `record` holds."""
    if not found.state.is_final:
        raise Refusal(RefusalCode.DELIVERY_UNDER_WAY)
    if found.state in _REFUSED:
        raise Refusal(_REFUSED[found.state])
    if decision.arrived:
        is_done = found.state is not DeliveryState.FAILED and uow.logbook.confirm(found)
    else:
        _require_sayable(uow, found, now)
        _take_back_its_range(found, record)
        is_done = uow.logbook.reopen(found, afresh=decision.afresh)
    if not is_done:
        raise Refusal(RefusalCode.DELIVERY_CHANGED)


def _require_sayable(uow: UnitOfWork, found: Delivery, now: datetime) -> None:
    if why_unsaid(found, uow, now) is not None:
        raise Refusal(RefusalCode.DELIVERY_UNSAID)
    if is_overtaken(found, uow):
        raise Refusal(RefusalCode.DELIVERY_TOLD_SINCE)


def _take_back_its_range(found: Delivery, record: GroupRecord) -> None:
    """A digest that failed whole gave its changes to the next one: only what nobody told since is told.

    Raises Refusal DIGEST_IN_FLIGHT or DELIVERY_TOLD_SINCE.
    """
    if found.subscription is None:
        return
    subscription = record.subscriptions.get(found.subscription)
    if record.subscriptions.in_flight(found.subscription):
        raise Refusal(RefusalCode.DIGEST_IN_FLIGHT, number=found.subscription)
    if found.state is not DeliveryState.FAILED or found.has_arrived:
        return
    stretch = stretch_of(found.facts)
    if subscription is None or subscription.told_through != stretch.after:
        raise Refusal(RefusalCode.DELIVERY_TOLD_SINCE)
    record.subscriptions.save(replace(subscription, told_through=stretch.through))


def _require_decider(scene: Scene, channel: str) -> None:
    """Of a channel's digest a chair, of one's own its reader."""
    if channel != scene.actor.person.user:
        require(scene.actor, Right.ADMINISTER)


def _decides(actor: Actor, channel: str) -> bool:
    """Only to show what they can do: it is asked again."""
    return channel == actor.person.user or may(actor, Right.ADMINISTER)


def leave_uncertain(uow: UnitOfWork, delivery: Delivery, lease: Lease, error: str | None) -> None:
    """Settle it as uncertain; of a digest in a channel its chairs are told, of minutes who ended the meeting.

    Raises LeaseLost.
    """
    # The group is locked before the delivery, as WorkspaceRecord.lock_group says.
    is_digest = delivery.kind is DeliveryKind.DIGEST and delivery.subscription is not None
    told = is_digest or delivery.kind is DeliveryKind.MINUTES
    record = uow.workspace(delivery.workspace).group(delivery.group) if told else None
    uow.outbox.settle(delivery.id, lease, DeliveryState.UNCERTAIN, error)
    if record is not None and is_digest:
        tell_of_doubt(uow, record, delivery, error)
    elif record is not None:
        tell_of_minutes(uow, record, delivery, About.MINUTES_UNCERTAIN, error)
