"""Telling people of what concerns them: notices are made in the transaction of what they tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.change import Change, ChangeKind
from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery, Skipped
from domain.item import Item
from domain.notice import (
    HELD_FOR,
    OF_DIGESTS,
    OF_MINUTES,
    STALE_AFTER,
    TOLD_KINDS,
    About,
    Addressee,
    DigestNotice,
    MinutesNotice,
    MoveNotice,
    Notice,
    concerned,
    deciders,
    has_moved,
    language_of,
    still_concerns,
    zone_of,
)
from domain.people import Role, is_written_to
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.subscription import Subscription
from domain.usecases.gathering import meeting_of
from domain.usecases.items import recall
from domain.usecases.origin import Scene
from domain.usecases.telling_order import follows_another

CHANGES_READ = 50
"""Changes of a write that are read for a notice: those to the item itself come first, and are a handful."""

_UNSENT = frozenset({DeliveryState.SKIPPED, DeliveryState.FAILED})


def tell_of_move(uow: UnitOfWork, scene: Scene, moved: Item, write: Sequence[Change]) -> None:
    """Let its proposer and owner know, in a while, that the write gave the item another status.

    Not whoever did it, nor those who muted it, left the group or only read in it.
    """
    if moved.kind not in TOLD_KINDS or not has_moved(write, moved.reference):
        return
    for user in concerned(moved):
        if user != scene.actor.person.user and listens(scene.workspace, scene.record, user, moved.reference):
            uow.outbox.add(notice_for(scene.record, About.MOVED, user, moved.reference, write[0]))


def tell_of_undo(
    uow: UnitOfWork, scene: Scene, items: Iterable[Item], undone: int, told: Sequence[Change]
) -> None:
    """What nobody was told yet is not told; who was told is told that it was taken back.

    `items` as they were before write `undone` was taken back by the changes `told`. Of one that has its owner
    again those may have been told who were to find one.
    """
    for item in items:
        has_owner_again = item.owner is None and any(_gives(change, item.reference) for change in told)
        asked = deciders(item, scene.record.members.all()) if has_owner_again else ()
        for user in dict.fromkeys((*concerned(item), *asked)):
            key = _key(scene.record, undone, item.reference, user)
            state = uow.outbox.withdraw(key)
            if state is None or state in _UNSENT:
                continue
            if listens(scene.workspace, scene.record, user, item.reference):
                uow.outbox.add(notice_for(scene.record, About.TAKEN_BACK, user, item.reference, told[0]))


def _gives(change: Change, reference: Reference) -> bool:
    return change.kind is ChangeKind.ASSIGNED and change.subject == reference


def is_told(uow: UnitOfWork, record: GroupRecord, write: int, reference: Reference, user: str) -> bool:
    """Whether the person was told of the write to the item, or is to be."""
    notice = uow.logbook.by_key(_key(record, write, reference, user))
    return notice is not None and notice.state not in _UNSENT


def supersede(
    uow: UnitOfWork, record: GroupRecord, user: str, reference: Reference, writes: Iterable[int]
) -> None:
    """What the person was not told yet of these writes is not told: a later one says how it is now."""
    for write in writes:
        uow.outbox.withdraw(_key(record, write, reference, user))


def tell_of_failure(
    uow: UnitOfWork, record: GroupRecord, failed: Delivery, subscription: Subscription, error: str | None
) -> None:
    """Let those who look after a digest know, once, why it cannot be posted; their own is their own business.

    As long as nothing was posted digests begin at the same change: it names what was told already.
    """
    if subscription.reader is not None:
        return
    why = error or "unknown"
    which = f"D-{subscription.number}/{failed.facts.get('after', 0)}/{why}"
    for user in _caretakers(uow, record, subscription.created_by):
        uow.outbox.add(_of_digest(record, failed, About.DIGEST_FAILED, which, user, why))


def _caretakers(uow: UnitOfWork, record: GroupRecord, user: str) -> tuple[str, ...]:
    """Whoever set something up or made it; once nobody writes to them any more, the chairs look after it."""
    people = uow.workspace(record.group.workspace).people
    if is_written_to(people.get(user), record.members.get(user)):
        return (user,)
    chairs = [one for one in record.members.all() if one.role is Role.CHAIR]
    return tuple(one.user for one in chairs if is_written_to(people.get(one.user), one))


def tell_of_doubt(uow: UnitOfWork, record: GroupRecord, doubtful: Delivery, error: str | None) -> None:
    """Let the chairs, who decide, and whoever set the digest up know that nobody knows whether it arrived."""
    subscription = record.subscriptions.get(doubtful.subscription or 0)
    if subscription is None or subscription.reader is not None:
        return
    which = f"in-doubt/{doubtful.key}/{doubtful.attempts}"
    why = error or "unknown"
    for member in record.members.all():
        user = member.user
        if member.role is Role.CHAIR or user == subscription.created_by:
            uow.outbox.add(_of_digest(record, doubtful, About.DIGEST_UNCERTAIN, which, user, why))


def tell_of_silence(
    uow: UnitOfWork, record: GroupRecord, unsaid: Delivery, subscription: Subscription, why: Skipped
) -> None:
    """Let those who look after a digest know that one is not said, though no later one tells what it told."""
    if subscription.reader is not None:
        return
    which = f"unsaid/{unsaid.key}/{unsaid.attempts}"
    for user in _caretakers(uow, record, subscription.created_by):
        uow.outbox.add(_of_digest(record, unsaid, About.DIGEST_UNSAID, which, user, why.value))


def tell_of_minutes(
    uow: UnitOfWork, record: GroupRecord, minutes: Delivery, about: About, error: str | None
) -> None:
    """Let whoever ended the meeting know that its minutes, or some of them, may not be in the channel.

    The chairs where they left. Of a correction of them whoever made it, and nobody else.
    """
    meeting = meeting_of(record, minutes)
    if meeting is None or meeting.closed_in is None:
        return
    is_correction = minutes.kind is DeliveryKind.CORRECTION
    number = int(minutes.facts["after"]) + 1 if is_correction else meeting.closed_in
    which = f"{about.value}/{number}" if is_correction else about.value
    facts = {
        "about": about.value,
        "meeting": meeting.number,
        "error": error or "unknown",
        "partly": minutes.has_arrived,
    }
    for cause in record.changes.between(number - 1, number, 1):
        found = _caretakers(uow, record, cause.actor)
        for user in [each for each in found if each == cause.actor or not is_correction]:
            key = f"notice:{_place(record)}/{meeting.reference}/{which}/{minutes.attempts}:{user}"
            uow.outbox.add(_delivery(record, key, user, facts, minutes.due_at))


def notice_of(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Notice | None:
    """What a delivery of kind NOTICE tells; None when it concerns its reader no more, or is too old by now.

    What is told of the same item before it comes first. Raises LookupError when its group is gone.
    """
    if now - delivery.due_at > STALE_AFTER or follows_another(delivery, uow):
        return None
    return notice_at_any_age(delivery, uow)


def notice_at_any_age(delivery: Delivery, uow: UnitOfWork) -> Notice | None:
    """What it tells as long as it concerns its reader. Raises LookupError when its group is gone."""
    workspace = uow.workspace(delivery.workspace)
    record = workspace.group(delivery.group)
    profile = workspace.people.get(delivery.channel)
    reader = Addressee(
        user=delivery.channel,
        language=language_of(profile, record.group),
        zone=zone_of(profile, record.group),
        group=record.group,
    )
    if About(delivery.facts["about"]) in OF_DIGESTS:
        return _digest_notice(record, reader, delivery)
    if About(delivery.facts["about"]) in OF_MINUTES:
        return _minutes_notice(record, reader, delivery)
    return _move_notice(workspace, record, reader, delivery.facts)


def _move_notice(
    workspace: WorkspaceRecord, record: GroupRecord, reader: Addressee, facts: Mapping[str, Any]
) -> MoveNotice | None:
    reference, write = Reference.parse(facts["item"]), int(facts["write"])
    item = recall(record, reference)
    if item is None or not listens(workspace, record, reader.user, reference):
        return None
    about = About(facts["about"])
    if not still_concerns(item, reader.user, about):
        return None
    read = record.changes.between(write - 1, write - 1 + CHANGES_READ, CHANGES_READ)
    changes = tuple(one for one in read if one.write == write and one.subject == reference)
    if not changes:
        return None
    people = {user for one in changes for user in (one.actor, one.before, one.after) if user}
    return MoveNotice(
        reader=reader,
        item=item,
        changes=changes,
        names={one.person.user: one.name for one in workspace.people.many(people)},
        about=about,
    )


def _digest_notice(record: GroupRecord, reader: Addressee, delivery: Delivery) -> DigestNotice | None:
    subscription = record.subscriptions.get(int(delivery.facts["subscription"]))
    if subscription is None or record.members.get(reader.user) is None:
        return None
    return DigestNotice(
        reader=reader,
        subscription=subscription,
        error=str(delivery.facts["error"]),
        due_at=delivery.due_at,
        about=About(delivery.facts["about"]),
    )


def _minutes_notice(record: GroupRecord, reader: Addressee, delivery: Delivery) -> MinutesNotice | None:
    meeting = meeting_of(record, delivery)
    if meeting is None or record.members.get(reader.user) is None:
        return None
    return MinutesNotice(
        reader=reader,
        meeting=meeting,
        error=str(delivery.facts["error"]),
        about=About(delivery.facts["about"]),
        partly=bool(delivery.facts["partly"]),
    )


def listens(workspace: WorkspaceRecord, record: GroupRecord, user: str, reference: Reference) -> bool:
    """Whether the person may be told of the item: who is written to, and has not muted it."""
    is_reader = is_written_to(workspace.people.get(user), record.members.get(user))
    return is_reader and not record.mutes.has(user, reference)


def notice_for(
    record: GroupRecord, about: About, user: str, reference: Reference, first: Change
) -> NewDelivery:
    """The notice of a write, `first` its first change, to one person; held until nothing is taken back."""
    facts = {"about": about.value, "item": str(reference), "write": first.write}
    key = _key(record, first.write, reference, user)
    return replace(_delivery(record, key, user, facts, first.at + HELD_FOR), state=DeliveryState.HELD)


def _of_digest(
    record: GroupRecord, digest: Delivery, about: About, which: str, user: str, why: str
) -> NewDelivery:
    """The notice of a digest to one person; `which` makes its key."""
    facts = {"about": about.value, "subscription": digest.subscription, "error": why}
    return _delivery(record, f"notice:{_place(record)}/{which}:{user}", user, facts, digest.due_at)


def _delivery(
    record: GroupRecord, key: str, user: str, facts: Mapping[str, Any], due_at: datetime
) -> NewDelivery:
    return NewDelivery(
        key=key,
        kind=DeliveryKind.NOTICE,
        workspace=record.group.workspace,
        group=record.group.id,
        subscription=None,
        channel=user,
        facts=facts,
        due_at=due_at,
    )


def _key(record: GroupRecord, write: int, reference: Reference, user: str) -> str:
    """Numbers of changes repeat in every group. A write to several items has a notice for each."""
    return f"notice:{_place(record)}/{write}/{reference}:{user}"


def _place(record: GroupRecord) -> str:
    return f"{record.group.workspace}/{record.group.id}"
