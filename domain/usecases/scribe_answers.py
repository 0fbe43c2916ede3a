"""What is answered to a message in a meeting's thread: emoji, and a word about what is not as it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from domain.action import DEFAULT_DUE
from domain.delivery import DeliveryKind, NewDelivery
from domain.item import Item
from domain.ports import UnitOfWork
from domain.recommendation import Recommendation
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode
from domain.usecases.origin import Scene
from domain.usecases.scribbling import Line, Misread, Written

REPLIED_ONCE = frozenset(
    {RefusalCode.GUEST_READS_ONLY, RefusalCode.OBSERVER_READS_ONLY, RefusalCode.MEMBERS_ONLY}
)
"""What concerns the person, not the line: said once in a meeting."""


def refuse(message: Written, group: int, refusal: Refusal, uow: UnitOfWork, now: datetime) -> None:
    """Answer a message in the thread of a meeting that was refused as a whole.

    One that is gone is answered when what was recorded from it stays.
    """
    workspace = uow.workspace(message.person.workspace)
    record = workspace.group(group)
    meeting = record.meetings.in_thread(message.channel, message.thread)
    binding = workspace.channels.get(message.channel)
    stays = refusal.code is RefusalCode.SCRIBED_KEPT
    if meeting is None or binding is None or binding.group != group or not (message.lines or stays):
        return
    once = f"{meeting.reference}/{message.person.user}/{refusal.code.value}"
    of_message = f"{message.channel}/{message.ts}/{message.edited}"
    key = once if refusal.code in REPLIED_ONCE else of_message
    if stays:
        key = f"{message.channel}/{message.ts}/{refusal.code.value}"
    problem = {"code": refusal.code.value, "facts": dict(refusal.facts)}
    uow.outbox.add(_reply(record.group.workspace, group, key, message, [problem], now))


def unchanged(line: Line, item: Item, scene: Scene, theme: str | None) -> Iterator[Refusal]:
    """What the record says as before though its corrected line does not; `theme` is the meeting's.

    A line that names no theme, owner, day or obstacle leaves what the record has.
    """
    if isinstance(line, Misread):
        return
    reference = str(item.reference)
    if isinstance(item, Recommendation) and set(line.answers) != set(item.links):
        yield Refusal(RefusalCode.SCRIBED_ANSWERS, reference=reference)
    if line.kind is RecordKind.ACTION and line.owner is None and item.owner not in {None, item.author}:
        yield Refusal(RefusalCode.SCRIBED_OWNER, reference=reference)
    recorded_on = item.recorded_at.astimezone(scene.record.group.timezone).date()
    usual = {None, recorded_on + DEFAULT_DUE}
    if line.kind is RecordKind.ACTION and line.due_on is None and item.due_on not in usual:
        yield Refusal(RefusalCode.SCRIBED_DUE, reference=reference, date=str(item.due_on))
    if line.theme is None and item.theme != theme:
        yield Refusal(RefusalCode.SCRIBED_THEME, reference=reference)


def reactions(
    scene: Scene, message: Written, kinds: Sequence[RecordKind], now: datetime
) -> Iterator[NewDelivery]:
    """One emoji for each kind; a second message about the same one is the same delivery."""
    group = scene.record.group
    for kind in dict.fromkeys(kinds):
        yield NewDelivery(
            key=f"{DeliveryKind.REACTION.value}:{group.workspace}/{message.channel}/{message.ts}/{kind.value}",
            kind=DeliveryKind.REACTION,
            workspace=group.workspace,
            group=group.id,
            subscription=None,
            channel=message.channel,
            facts={"kind": kind.value, "timestamp": message.ts},
            due_at=now,
        )


def replies(
    scene: Scene,
    message: Written,
    refused: Mapping[int, Refusal],
    stayed: Sequence[Refusal],
    now: datetime,
) -> Iterator[NewDelivery]:
    """One answer about every line that was not recorded, and what `stayed` of those that were corrected."""
    problems: list[dict[str, object]] = []
    for number, line in enumerate(message.lines):
        refusal = refused.get(number)
        if refusal is not None:
            problems.append(
                {"kind": line.kind.value, "code": refusal.code.value, "facts": dict(refusal.facts)}
            )
        elif isinstance(line, Misread):
            problem = {"problem": line.code, "word": line.word, "suggestions": list(line.suggestions)}
            problems.append({"kind": line.kind.value, **problem})
    gone = [refusal for number, refusal in refused.items() if number >= len(message.lines)]
    problems += [{"code": each.code.value, "facts": dict(each.facts)} for each in (*gone, *stayed)]
    if problems:
        group = scene.record.group
        key = f"{message.channel}/{message.ts}/{message.edited}"
        yield _reply(group.workspace, group.id, key, message, problems, now)


def _reply(
    workspace: str,
    group: int,
    key: str,
    message: Written,
    problems: Sequence[Mapping[str, object]],
    now: datetime,
) -> NewDelivery:
    return NewDelivery(
        key=f"{DeliveryKind.SCRIBE.value}:{workspace}/{group}/{key}",
        kind=DeliveryKind.SCRIBE,
        workspace=workspace,
        group=group,
        subscription=None,
        channel=message.channel,
        facts={
            "thread": message.thread,
            "user": message.person.user,
            "problems": [dict(problem) for problem in problems],
        },
        due_at=now,
    )
