"""What an answer in a meeting's thread says, read when it is worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.delivery import Delivery
from domain.group import Group
from domain.language import Language
from domain.notice import language_of
from domain.ports import UnitOfWork
from domain.reference import RecordKind, Reference
from domain.refusal import Refusal, RefusalCode


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
    """What the answer says; None when the channel is another group's by now."""
    workspace = uow.workspace(delivery.workspace)
    group = workspace.group(delivery.group).group
    thread = delivery.facts.get("thread")
    binding = workspace.channels.get(delivery.channel)
    if thread is not None and (binding is None or binding.group != group.id):
        return None
    user = str(delivery.facts["user"])
    return ScribeReply(
        group=group,
        user=user,
        language=language_of(workspace.people.get(user), group),
        thread=None if thread is None else str(thread),
        problems=tuple(_problem(facts) for facts in delivery.facts["problems"]),
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
