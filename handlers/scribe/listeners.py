"""Listener of messages in channels: what is marked in a meeting's thread is recorded, nothing else kept.

Most messages end at the first look, which is at the text alone. No answer is given here: emoji and words in
the thread are deliveries, stored with the record.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from domain.people import Person
from domain.ports import UnitOfWork
from domain.refusal import Refusal
from domain.usecases.doubtful_threads import DoubtfulThread, doubtful_thread, wait_or_decline
from domain.usecases.gathering import group_of_thread, group_that_recorded
from domain.usecases.scribbling import Line, ScribedMessage
from domain.usecases.scribe_answers import refuse, tell_of_kept
from domain.usecases.scribing import scribe
from handlers.desk.calendar import reader_in
from handlers.desk.messages import TYPED_SUBTYPES, with_names
from handlers.desk.reception import receive
from handlers.desk.request import Services
from handlers.grammar.scribbles import may_be_marked, read_lines
from handlers.scribe.lines import lines_of
from handlers.words.slack_text import decode, without_mention

LOOK_SECONDS = 0.1
"""From one look whether a meeting's first message has arrived to the next: people soon write below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadMessage:
    """A version of a message in a thread, still encoded by Slack. A deleted one has no text.

    `edited` is the ts of the version, empty for the first.
    """

    person: Person
    channel: str
    thread: str
    ts: str
    edited: str
    text: str


def thread_message(body: Mapping[str, Any], bot_user: str) -> ThreadMessage | None:
    """The version of a message that an event is about; None when the scribe has nothing to do with it.

    That is what no person wrote, what stands in no thread, what a link's preview changed, and what has no
    line that may be marked, neither now nor before. Mentions of the bot (`bot_user`) are no words of it.
    """
    event = body["event"]
    match event.get("subtype"):
        case "message_changed":
            found, before = event.get("message") or {}, event.get("previous_message") or {}
            if found.get("subtype") == "tombstone":
                return _deleted(body, event, before, bot_user)
            edited, text = str(event.get("event_ts") or event.get("ts") or ""), found.get("text") or ""
            if text == before.get("text"):
                return None
        case "message_deleted":
            return _deleted(body, event, event.get("previous_message") or {}, bot_user)
        case subtype if subtype in TYPED_SUBTYPES:
            found, before, edited, text = event, {}, "", event.get("text") or ""
        case _:
            return None
    text = without_mention(text, bot_user)
    if not (may_be_marked(text) or _was_marked(before, bot_user)):
        return None
    return _message(body, found, edited, text)


def _deleted(
    body: Mapping[str, Any], event: Mapping[str, Any], before: Mapping[str, Any], bot_user: str
) -> ThreadMessage | None:
    if not _was_marked(before, bot_user):
        return None
    return _message(body, before, str(event.get("event_ts") or event.get("ts") or ""), "")


def _was_marked(before: Mapping[str, Any], bot_user: str) -> bool:
    return may_be_marked(without_mention(before.get("text") or "", bot_user))


def _message(
    body: Mapping[str, Any], found: Mapping[str, Any], edited: str, text: str
) -> ThreadMessage | None:
    channel, user = body["event"].get("channel"), found.get("user")
    thread, ts = found.get("thread_ts"), found.get("ts")
    if found.get("bot_id") or found.get("subtype") not in TYPED_SUBTYPES or thread == ts:
        return None
    if not (channel and user and thread and ts):
        return None
    return ThreadMessage(
        person=Person(body["team_id"], user), channel=channel, thread=thread, ts=ts, edited=edited, text=text
    )


async def listen(services: Services, message: ThreadMessage) -> None:
    """Record, correct or take back what the message says, when its thread is a meeting's.

    Raises StoreUnavailable, OutcomeUnknown or ThreadInDoubt: Slack is to send the event again.
    """
    workspace = message.person.workspace
    group, doubtful = await _thread_of(services, message)
    if group is None:
        if doubtful is not None and message.text:
            await _wait_or_decline(services, message, doubtful)
        elif message.edited:
            await _tell_of_kept(services, message)
        return
    now = services.clock.now()
    situation = await receive(services, message.person, message.channel, now)
    text = decode(await with_names(services.store, workspace, message.text))
    lines = lines_of(situation, text, reader_in(situation.zone, situation.language, now))
    written = _written(message, lines)
    try:
        await services.store.write(lambda uow: scribe(written, group, uow, now))
    except Refusal as refusal:
        await _refuse(services, written, group, refusal, now)


async def _thread_of(services: Services, message: ThreadMessage) -> tuple[int | None, DoubtfulThread | None]:
    """Whose thread it is, or why that is in doubt: not because its first message arrived only just now."""
    of_thread = message.person.workspace, message.channel, message.thread
    ends = monotonic() + services.budget.answer / 2
    while True:
        group, doubtful = await services.store.read(
            lambda uow: (group_of_thread(*of_thread, uow), doubtful_thread(*of_thread, uow))
        )
        if group is not None or doubtful is None or doubtful.settled or monotonic() > ends:
            return group, doubtful
        await asyncio.sleep(LOOK_SECONDS)


async def _wait_or_decline(services: Services, message: ThreadMessage, doubtful: DoubtfulThread) -> None:
    now = services.clock.now()
    if not read_lines(decode(message.text).text):
        return
    written = _written(message, ())
    await services.store.write(lambda uow: wait_or_decline(written, doubtful, uow, now))


async def _tell_of_kept(services: Services, message: ThreadMessage) -> None:
    """The channel is the group's no more: what the message became stays, and its author is told alone."""
    workspace = message.person.workspace
    group = await services.store.read(
        lambda uow: group_that_recorded(workspace, message.channel, message.ts, uow)
    )
    if group is None:
        return
    now = services.clock.now()
    text = decode(await with_names(services.store, workspace, message.text))
    marks = {marked.mark for marked in read_lines(text.text)}
    written = _written(message, ())
    try:
        await services.store.write(lambda uow: tell_of_kept(written, marks, group, uow, now))
    except Refusal:
        return  # nobody whom Slack or the group still knows


def _written(message: ThreadMessage, lines: tuple[Line, ...]) -> ScribedMessage:
    return ScribedMessage(
        person=message.person,
        channel=message.channel,
        thread=message.thread,
        ts=message.ts,
        edited=message.edited,
        lines=lines,
    )


async def _refuse(
    services: Services, written: ScribedMessage, group: int, refusal: Refusal, now: datetime
) -> None:
    def job(uow: UnitOfWork) -> None:
        refuse(written, group, refusal, uow, now)

    await services.store.write(job)
