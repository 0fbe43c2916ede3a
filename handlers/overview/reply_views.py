"""What is told in a channel or thread of what somebody did in a message or a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from domain.change import ChangeKind
from domain.delivery import Delivery, Payload
from domain.language import Language
from domain.meeting import Meeting
from domain.position import Position, Stance
from domain.recommendation import Recommendation
from domain.usecases.moving import Moved
from domain.usecases.positions import Taken
from domain.usecases.recording import Recorded
from domain.usecases.replying import Told
from domain.usecases.undoing import TakenBack
from handlers.meetings.moved_views import taken_back
from handlers.meetings.views import happened
from handlers.parts.bilingual import of_group
from handlers.parts.message import Message, signed
from handlers.parts.moved import moved_message
from handlers.parts.naming import person_name
from handlers.parts.positions import taken_message
from handlers.parts.recorded import record_message
from handlers.parts.understood import understood
from handlers.parts.undone import undone_message
from handlers.words.translator import Translator
from handlers.words.words import Words


def payloads(words: Words, delivery: Delivery, told: Told | None) -> Sequence[Payload]:
    """One message; none when there is nothing to tell here."""
    facts = delivery.facts
    worded: Mapping[str, Any] | None = facts.get("message")
    if worded is None and told is None:
        return ()
    arguments = dict(worded) if worded is not None else {}
    if told is not None:
        ts = of_group(words, words.for_language(Language(facts["language"])), told.group)
        arguments = told_message(ts, told, str(facts["user"]), is_signed=bool(facts["signed"])).arguments
    if facts.get("thread"):
        arguments["thread_ts"] = facts["thread"]
    return (Payload(arguments, arguments),)


def told_message(ts: Sequence[Translator], told: Told, user: str, *, is_signed: bool = False) -> Message:
    """The line that a typed command would have got; in the first language what is not told in all."""
    message = _message(ts, told, user)
    return signed(ts[0], message, person_name(told.names, user)) if is_signed else message


def _message(ts: Sequence[Translator], told: Told, user: str) -> Message:
    t, first = ts[0], told.changes[0]
    if told.undone:
        back = TakenBack(told.item, told.undone, told.changes)
        return taken_back(ts, told.group, back) or undone_message(t, told.group, back, told.names)
    if isinstance(told.item, Meeting):
        met = happened(ts, told.group, told.item, told.changes, told.names)
        if met is not None:
            return met
    if first.kind is ChangeKind.RECORDED:
        further = list(understood(t, told.item, told.names, told.group))
        return record_message(t, told.group, Recorded(told.item), further)
    taken = _taken(told, user)
    if taken is not None:
        return taken_message(t, taken, told.member, person_name(told.names, user))
    return moved_message(t, told.group, Moved(told.item, told.changes, remains=told.remains), told.names)


def _taken(told: Told, user: str) -> Taken | None:
    """The position that was taken, when that is what was done."""
    change, balance = told.changes[0], told.balance
    if change.kind is not ChangeKind.POSITIONED or balance is None or change.after is None:
        return None
    if not isinstance(told.item, Recommendation):
        return None
    before = None if change.before is None else Stance(change.before)
    position = Position(
        user=user,
        stance=Stance(change.after),
        comment=change.comment,
        edition=told.item.edition,
        at=change.at,
    )
    return Taken(told.item, position, before, balance)
