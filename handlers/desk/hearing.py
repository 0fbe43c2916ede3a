"""What is said to the bot in messages: mentions in channels and threads, and direct messages.

The same verbs as behind the command, by the same router. What was done is told by the outbox where it was
said; what was asked is answered by it too, to the person alone. Slack sends an event again when it was not
acknowledged; the message's channel and ts name it, so that it is done and answered once.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog

from domain.people import Person
from domain.ports import OutcomeUnknown, StoreUnavailable, UnitOfWork
from domain.refusal import Refusal
from domain.usecases.gathering import group_of_thread
from domain.usecases.replying import Place, answer
from handlers.desk import excuses
from handlers.desk.announcing import announcing
from handlers.desk.answer import Answer, Reply
from handlers.desk.failures import noted
from handlers.desk.messages import TYPED_SUBTYPES, with_names
from handlers.desk.payloads import whisper_payload
from handlers.desk.request import Request, Services, SlackUnavailable
from handlers.desk.router import Router
from handlers.desk.sharing import about_its_group
from handlers.grammar.command import parse
from handlers.grammar.courtesies import without_courtesy
from handlers.grammar.scribbles import read_lines
from handlers.interaction import Interaction
from handlers.parts.blocks import actions, section
from handlers.parts.message import Message
from handlers.parts.next_steps import fits, say
from handlers.words.slack_text import decode, escape, without_mention

_BEFORE = re.compile(r"(?:[\s,;\u2013\u2014-]|:(?![\w+'-]+:))*")
"""What may stand between the bot's name and the line. A colon may begin an emoji, which is of the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something said to the bot, still encoded by Slack. `thread` is the one it was said in.

    `marked`: it has a line that the scribe records when the thread is a meeting's.
    """

    interaction: Interaction
    line: str
    ts: str
    thread: str | None
    marked: bool = False


def saying_of(body: Mapping[str, Any], bot_user: str) -> Saying | None:
    """What a mention or a direct message says; None for what nobody said to the bot. Raises KeyError."""
    event = body["event"]
    is_typed = event.get("subtype") in TYPED_SUBTYPES and not event.get("bot_id")
    if not is_typed or event.get("user") in {None, bot_user} or not event.get("ts"):
        return None
    channel, ts = event["channel"], event["ts"]
    return Saying(
        interaction=Interaction(
            person=Person(body["team_id"], event["user"]),
            channel=channel,
            key=f"message:{channel}:{ts}",
            trigger=None,
            response_url=None,
        ),
        line=_line(event.get("text") or "", bot_user),
        ts=ts,
        thread=event.get("thread_ts"),
        marked=bool(read_lines(decode(without_mention(event.get("text") or "", bot_user)).text)),
    )


def _line(text: str, bot_user: str) -> str:
    """What stands behind the first mention of the bot; without one, everything."""
    found = re.search(rf"<@{re.escape(bot_user)}(?:\|[^<>]*)?>", text)
    said = text if found is None else without_mention(_begun(text[found.end() :]), bot_user)
    return _begun(said).rstrip()


def _begun(text: str) -> str:
    return text[_BEFORE.match(text).end() :]  # type: ignore[union-attr]  # it matches anywhere


class Hearing:
    """Answers what is said, through the outbox."""

    def __init__(self, services: Services, router: Router) -> None:
        self._services = services
        self._router = router
        self._log = structlog.get_logger()

    async def heard(self, saying: Saying) -> None:
        """Do it, and queue the answer. A message with marked lines in a meeting's thread is the scribe's.

        Raises StoreUnavailable, OutcomeUnknown or TimeoutError: then Slack is to send it again.
        """
        async with asyncio.timeout(self._services.budget.answer):
            if await self._is_the_scribes(saying):
                return
            workspace = saying.interaction.person.workspace
            line = await with_names(self._services.store, workspace, saying.line)
            request = await self._router.serving.request(saying.interaction, parse(line), None, None)
            place = _place(request, saying)
            told, store = announcing(request, place)
            reply = await self._answer(told)
            if store is None or not store.queued:
                await self._tell(request, replace(place, thread=saying.thread), reply)

    async def _is_the_scribes(self, saying: Saying) -> bool:
        workspace, channel = saying.interaction.person.workspace, saying.interaction.channel
        thread = saying.thread
        if thread is None or channel is None or not saying.marked or saying.interaction.direct:
            return False
        group = await self._services.store.read(lambda uow: group_of_thread(workspace, channel, thread, uow))
        return group is not None

    async def _answer(self, request: Request) -> Reply:
        try:
            return _spoken(request, await self._router.say(request))
        except Refusal as refusal:
            return excuses.refused(request.t, refusal)
        except (StoreUnavailable, OutcomeUnknown, TimeoutError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever happened, the person is told
            return excuses.failed(request.t, noted(self._log, error, begun=True))

    async def _tell(self, request: Request, place: Place, reply: Reply) -> None:
        reply = about_its_group(request, reply)
        payload = whisper_payload(reply)
        now = request.now

        def job(uow: UnitOfWork) -> bool:
            group = _keeper(request, uow)
            if group is not None:
                answer(group, place, payload, uow, now)
            return group is not None

        if not await self._services.store.write(job):
            await self._whisper(request, place, payload)

    async def _whisper(self, request: Request, place: Place, payload: Mapping[str, Any]) -> None:
        """Answer where nobody has founded a group yet, so that no outbox could."""
        thread = {} if place.thread is None else {"thread_ts": place.thread}
        person = request.interaction.person
        try:
            await self._services.slack.whisper(
                person.workspace, place.channel, person.user, {**payload, **thread}
            )
        except SlackUnavailable as error:
            noted(self._log, error, begun=False)


def _place(request: Request, saying: Saying) -> Place:
    person = saying.interaction.person
    thread = saying.thread if saying.interaction.direct else saying.thread or saying.ts
    return Place(
        workspace=person.workspace,
        channel=str(saying.interaction.channel),
        user=person.user,
        language=request.t.language,
        key=saying.interaction.key,
        thread=thread,
    )


def _spoken(request: Request, given: Answer) -> Reply:
    """What cannot be said in a message, a form, is a button away: only a press can open it.

    A line that no button carries opens the form of its verb as it is.
    """
    if isinstance(given, Reply):
        return given
    t = request.t
    text, line = t("form-by-button"), request.utterance.line
    if not fits(line):
        line = escape(without_courtesy(request.utterance).word)
    return Reply(Message(text, (section(text), actions(say(t("button-open-form"), line)))))


def _keeper(request: Request, uow: UnitOfWork) -> int | None:
    """The group whose outbox answers: the one that was meant, else any of the person's or the workspace's."""
    if request.situation.group is not None:
        return request.situation.group.id
    numbers = [number for number, _ in request.situation.choices]
    numbers += [number for number, _ in uow.workspace(request.interaction.person.workspace).groups()]
    return next(iter(numbers), None)
