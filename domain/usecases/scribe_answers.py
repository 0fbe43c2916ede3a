"""What is answered to a message in a meeting's thread: emoji, and a word about what is not as it says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.delivery import DeliveryKind, NewDelivery
from domain.item import WITHDRAWN
from domain.permissions import may_record
from domain.ports import UnitOfWork
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.scribed import Scribed
from domain.usecases.items import recall
from domain.usecases.origin import Scene, approach
from domain.usecases.scribbling import Line, Misread, ScribedMessage

REPLIED_ONCE = frozenset(
    {RefusalCode.GUEST_READS_ONLY, RefusalCode.OBSERVER_READS_ONLY, RefusalCode.MEMBERS_ONLY}
)
"""What concerns the person, not the line: said once in a meeting."""

ANSWERED = "answered"
"""The fact of an answer that names the version of the message: `ts`, `edited`. Earlier releases have none."""

THROUGH = "through"
"""The fact of an answer that is the number of the group's last change when it was made."""


@dataclass(frozen=True, slots=True)
class DeclinedLine:
    """A line that could not be read, or (with a `refusal`) was refused; no `line`: the end of `held` was.

    `held` is the record that stays as it was.
    """

    line: Line | None
    held: Scribed | None
    refusal: Refusal | None = None

    def told(self) -> dict[str, object]:
        """As the facts of a delivery say it."""
        about: dict[str, object] = {} if self.line is None else {"kind": self.line.kind.value}
        if self.held is not None:
            about["kept"] = str(self.held.reference)
        if self.refusal is not None:
            return about | _told(self.refusal)
        if not isinstance(self.line, Misread):
            return about
        word, suggestions = self.line.word, list(self.line.suggestions)
        return about | {"problem": self.line.code, "word": word, "suggestions": suggestions}


def refuse(message: ScribedMessage, group: int, refusal: Refusal, uow: UnitOfWork, now: datetime) -> None:
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
    told = _reply(record.group.workspace, group, key, message, [_told(refusal)], now)
    uow.outbox.add(_through(told, record))


def decline_whole(
    message: ScribedMessage, group: int, refusal: Refusal, uow: UnitOfWork, now: datetime
) -> None:
    """Answer a message, whose thread may be no meeting's, where it stands and once."""
    key = f"{message.channel}/{message.ts}/{refusal.code.value}"
    uow.outbox.add(_reply(message.person.workspace, group, key, message, [_told(refusal)], now))


def reactions(
    scene: Scene, message: ScribedMessage, kinds: Sequence[RecordKind], now: datetime
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


def reply(
    scene: Scene, message: ScribedMessage, problems: Sequence[DeclinedLine | Refusal], now: datetime
) -> NewDelivery:
    """One answer about every line that was not recorded, and about what else is not as the message says."""
    group = scene.record.group
    key = f"{message.channel}/{message.ts}/{message.edited}"
    told = [each.told() if isinstance(each, DeclinedLine) else _told(each) for each in problems]
    return _through(_reply(group.workspace, group.id, key, message, told, now), scene.record)


def tell_of_kept(
    message: ScribedMessage, marks: Collection[str], group: int, uow: UnitOfWork, now: datetime
) -> bool:
    """Let the author of a message know, by themselves and once, what of it stays in the record of this group.

    `marks` are those of its lines now. Its channel is the group's no more, so that nothing of the record is
    told there. Returns whether anything is. Raises Refusal as `approach` does.
    """
    scene = approach(uow, message.origin("read"), group)
    present = scene.record.scribed.of_message(message.channel, message.ts)
    if not present or max(each.edited for each in present) >= message.edited:
        return False
    left = [each for each in present if not each.gone and each.mark not in marks]
    found = [recall(scene.record, each.reference) for each in left]
    stays = [str(item.reference) for item in found if item is not None and item.status != WITHDRAWN]
    if not stays:
        return False
    code = RefusalCode.SCRIBED_ELSEWHERE if may_record(scene.actor) else RefusalCode.SCRIBED_KEPT
    problem = _told(Refusal(code, references=", ".join(stays), reference=stays[0]))
    record = scene.record.group
    key = f"{message.channel}/{message.ts}/{code.value}"
    told = _through(_reply(record.workspace, record.id, key, message, [problem], now), scene.record)
    facts = {name: fact for name, fact in told.facts.items() if name != "thread"}
    uow.outbox.add(replace(told, channel=message.person.user, facts=facts))
    return True


def _through(answer: NewDelivery, record: GroupRecord) -> NewDelivery:
    """The answer, which knows of everything that was done so far."""
    return replace(answer, facts={**answer.facts, THROUGH: record.changes.last_number})


def _told(refusal: Refusal) -> dict[str, object]:
    return {"code": refusal.code.value, "facts": dict(refusal.facts)}


def _reply(
    workspace: str,
    group: int,
    key: str,
    message: ScribedMessage,
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
            ANSWERED: {"ts": message.ts, "edited": message.edited},
        },
        due_at=now,
    )
