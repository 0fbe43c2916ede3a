"""What an answer in a meeting's thread says, read when it is worded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from domain.change import Change, ChangeKind
from domain.delivery import Delivery
from domain.editing import Field, difference
from domain.group import Group
from domain.item import WITHDRAWN, Item
from domain.kinds import NATURES
from domain.language import Language
from domain.notice import language_of
from domain.ports import UnitOfWork
from domain.reference import RecordKind, Reference
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.usecases.items import recall
from domain.usecases.scribe_answers import THROUGH

SINCE_MAX = 50
"""Latest changes of a record among which those since the answer are looked for: it waits for minutes."""

_OF_RECORDS = frozenset(
    code
    for code in RefusalCode
    if code.name.startswith("SCRIBED_")
    and code not in {RefusalCode.SCRIBED_IN_DOUBT, RefusalCode.SCRIBED_LINES}
)
"""What is said of a record that is there."""

_LINE = frozenset({ChangeKind.ASSIGNED, ChangeKind.DUE, ChangeKind.LINKED, *Field})
"""What a line may say of a record, by the changes that tell it, and of corrections by the field."""

_ENDED_BY: Mapping[RefusalCode, frozenset[ChangeKind | Field]] = MappingProxyType(
    {
        RefusalCode.SCRIBED_ANSWERS: frozenset({ChangeKind.LINKED}),
        RefusalCode.SCRIBED_DUE: frozenset({ChangeKind.DUE}),
        RefusalCode.SCRIBED_OWNER: frozenset({ChangeKind.ASSIGNED}),
        RefusalCode.SCRIBED_THEME: frozenset({Field.THEME}),
        RefusalCode.SCRIBED_WORDS: frozenset({Field.TEXT}),
    }
)
"""What ends that it stays as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A line that could not be read: the problem by its code, the wrong word, words to write instead.

    `kept` is the record that the line was to correct, and that stays as it was.
    """

    kind: RecordKind
    code: str
    word: str
    suggestions: tuple[str, ...]
    kept: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """A line, or (no `kind`) a whole message, that a rule refused; `kept` as of an unread one."""

    kind: RecordKind | None
    refusal: Refusal
    kept: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScribeReply:
    """Why lines of a message were not recorded, to the person (user id) who wrote it.

    Without a `thread` it is for them alone, in a direct message.
    """

    group: Group
    user: str
    language: Language
    thread: str | None
    problems: tuple[Unread | Declined, ...]


def scribe_reply(delivery: Delivery, uow: UnitOfWork) -> ScribeReply | None:
    """What the answer says; None when the channel is another group's by now, or nothing of it is so any more.

    Of a record it says what is so by now, whatever the message's author or others have done to it since.
    """
    workspace = uow.workspace(delivery.workspace)
    record = workspace.group(delivery.group)
    group = record.group
    thread = delivery.facts.get("thread")
    binding = workspace.channels.get(delivery.channel)
    if thread is not None and (binding is None or binding.group != group.id):
        return None
    found = [_as_it_is(_problem(told), record, delivery.facts) for told in delivery.facts["problems"]]
    problems = tuple(problem for problem in found if problem is not None)
    if not problems:
        return None
    user = str(delivery.facts["user"])
    return ScribeReply(
        group=group,
        user=user,
        language=language_of(workspace.people.get(user), group),
        thread=None if thread is None else str(thread),
        problems=problems,
    )


def _problem(facts: Mapping[str, Any]) -> Unread | Declined:
    kind = RecordKind(facts["kind"]) if "kind" in facts else None
    kept = Reference.parse(facts["kept"]) if "kept" in facts else None
    if "problem" in facts and kind is not None:
        suggestions = tuple(facts["suggestions"])
        return Unread(
            kind=kind, code=facts["problem"], word=facts["word"], suggestions=suggestions, kept=kept
        )
    return Declined(kind=kind, refusal=Refusal(RefusalCode(facts["code"]), **facts["facts"]), kept=kept)


def _as_it_is(
    problem: Unread | Declined, record: GroupRecord, facts: Mapping[str, Any]
) -> Unread | Declined | None:
    """The problem as it is by now; None where its record was taken back, or says something else since."""
    references = _records_of(problem)
    if not references:
        return problem
    found = [recall(record, reference) for reference in references]
    there = [item for item in found if item is not None and item.status != WITHDRAWN]
    through = facts.get(THROUGH)
    if not there or (through is not None and _is_said_anew(problem, record, there[0], int(through))):
        return None
    return problem if isinstance(problem, Unread) else _present(problem, there)


def _records_of(problem: Unread | Declined) -> tuple[Reference, ...]:
    """The records that it says something of; none where nothing was recorded."""
    if problem.kept is not None:
        return (problem.kept,)
    if isinstance(problem, Unread) or problem.refusal.code not in _OF_RECORDS:
        return ()
    facts = problem.refusal.facts
    names = str(facts.get("references", facts["reference"])).split(", ")
    return tuple(Reference.parse(name) for name in names)


def _is_said_anew(problem: Unread | Declined, record: GroupRecord, item: Item, through: int) -> bool:
    code = None if isinstance(problem, Unread) else problem.refusal.code
    ended_by = _ENDED_BY.get(code, frozenset()) if code is not None and code in _OF_RECORDS else _LINE
    latest = record.changes.latest_of(item.reference, SINCE_MAX) if ended_by else ()
    return not ended_by.isdisjoint(_told(change for change in latest if change.number > through))


def _told(changes: Iterable[Change]) -> frozenset[ChangeKind | Field]:
    """What changes are about: their kinds, of corrections the fields."""
    return frozenset(
        difference(each).field if each.kind is ChangeKind.EDITED else each.kind for each in changes
    )


def _present(problem: Declined, there: list[Item]) -> Declined | None:
    """The same with what is so by now of the items; None for one that is where it began again."""
    facts = dict(problem.refusal.facts)
    if problem.refusal.code is RefusalCode.SCRIBED_MOVED_ON:
        (item,) = there
        if item.status == NATURES[item.kind.series].first:
            return None
        facts["status"] = str(item.status)
    if "references" in facts:
        facts["references"] = ", ".join(str(item.reference) for item in there)
        facts["reference"] = str(there[0].reference)
    return replace(problem, refusal=Refusal(problem.refusal.code, **facts))
