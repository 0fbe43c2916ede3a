"""The router: from an interaction to its feature, and from what went wrong to words for the person."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

import structlog

from domain.language import Language
from domain.ports import OutcomeUnknown, StoreUnavailable
from domain.refusal import Refusal
from handlers.desk import excuses, log_events
from handlers.desk.answer import Answer, FormAnswer, OpenView, Reply
from handlers.desk.excuses import Failure
from handlers.desk.metadata import Metadata
from handlers.desk.places import place_of
from handlers.desk.reception import receive
from handlers.desk.request import Request, Services, SlackUnavailable
from handlers.grammar.command import Utterance, parse
from handlers.grammar.verbs import Verb, VerbFound, find_verb
from handlers.interaction import Click, Command, Interaction, Submission
from handlers.parts.message import signed
from handlers.parts.modals import reading
from handlers.parts.next_steps import AGAIN, SHARE, said_by, verb_of
from handlers.words.translator import Translator

BUDGET_SECONDS = 2.0
"""For everything before the acknowledgement. Slack gives 3 s (docs.slack.dev: acknowledgement)."""

VerbListener: TypeAlias = Callable[[Request], Awaitable[Answer]]
FormListener: TypeAlias = Callable[[Request, Submission], Awaitable[FormAnswer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """Every listener, by what calls it. `groupless` verbs need no group."""

    verbs: Mapping[Verb, VerbListener]
    forms: Mapping[str, FormListener]
    again: VerbListener
    groupless: frozenset[Verb]


class FormNotOpened(Exception):  # noqa: N818 - named for what the person is told
    """Slack did not take the form; nothing was written."""


class Router:
    """Finds the feature, keeps the budget, and never lets an interaction go without a clear answer."""

    def __init__(self, services: Services, features: Features) -> None:
        self._services = services
        self._features = features
        self._command_languages = {name: language for language, name in services.commands.items()}
        self._log = structlog.get_logger()

    async def command(self, command: Command) -> Reply | None:
        """The answer to a slash command; None when a form was opened instead."""
        language = self._command_languages.get(command.name, Language.ENGLISH)
        return await self._answer(command.interaction, command.text, language, self._say)

    async def click(self, click: Click) -> Reply | None:
        """What the button's line gets when the person who pressed it says it; None for an opened form."""
        dispatch = {AGAIN: self._features.again, SHARE: self._share}.get(verb_of(click.action), self._say)
        if click.interaction.response_url is None:
            dispatch = partial(self._in_modal, dispatch)
        else:
            dispatch = partial(self._signed, dispatch)
        text, group = said_by(click.action, click.value)
        return await self._answer(click.interaction, text, Language.ENGLISH, dispatch, group)

    async def submission(self, submission: Submission) -> FormAnswer:
        """The answer to a submitted form."""
        metadata = Metadata.read(submission.metadata)
        interaction = replace(submission.interaction, channel=metadata.channel)
        t = self._services.words.for_language(metadata.language)
        request: Request | None = None
        try:
            async with asyncio.timeout(BUDGET_SECONDS):
                request = await self._request(interaction, parse(""), t, metadata.group)
                t = request.t
                return await self._features.forms[submission.callback](request, submission)
        except Refusal as refusal:
            return excuses.form_refused(t, refusal, submission.values.keys())
        except Exception as error:  # noqa: BLE001 - whatever happened, the person is told
            return excuses.form_failed(t, self._noted(error, begun=request is not None))

    async def _answer(
        self,
        interaction: Interaction,
        text: str,
        language: Language,
        dispatch: VerbListener,
        group: int | None = None,
    ) -> Reply | None:
        t = self._services.words.for_language(language)
        request: Request | None = None
        try:
            async with asyncio.timeout(BUDGET_SECONDS):
                request = await self._request(interaction, parse(text), t, group)
                t = request.t
                answer = await dispatch(request)
                if isinstance(answer, OpenView):
                    await self._open(request, answer)
                    return None
                return answer
        except Refusal as refusal:
            return excuses.refused(t, refusal)
        except Exception as error:  # noqa: BLE001 - whatever happened, the person is told
            return excuses.failed(t, self._noted(error, begun=request is not None))

    async def _request(
        self, interaction: Interaction, utterance: Utterance, t: Translator, group: int | None
    ) -> Request:
        """The request; `t` are the words for a person of whom nothing is known."""
        now = self._services.clock.now()
        situation = await receive(self._services, interaction.person, interaction.channel, now, group)
        known = situation.profile is not None
        return Request(
            interaction=interaction,
            situation=situation,
            utterance=utterance,
            t=self._services.words.for_language(situation.language) if known else t,
            now=now,
            services=self._services,
        )

    async def _open(self, request: Request, answer: OpenView) -> None:
        trigger = request.interaction.trigger
        if trigger is None:
            raise FormNotOpened
        try:
            await self._services.slack.open_view(request.interaction.person.workspace, trigger, answer.view)
        except SlackUnavailable as error:
            raise FormNotOpened from error

    async def _say(self, request: Request) -> Answer:
        match find_verb(request.utterance.word or Verb.HELP.value):
            case VerbFound(verb=verb, language=spoken):
                if request.situation.group is None and verb not in self._features.groupless:
                    return excuses.which_group(request)
                return await self._features.verbs[verb](replace(request, verb=verb, spoken=spoken))
            case missed:
                return excuses.no_such_verb(request.t, missed, request.utterance.raw)

    async def _share(self, request: Request) -> Answer:
        """What the line gets, for the whole channel; refusals and questions stay with the person."""
        answer = await self._say(request)
        if isinstance(answer, Reply) and request.situation.group is not None:
            return replace(answer, in_channel=True)
        return answer

    async def _signed(self, dispatch: VerbListener, request: Request) -> Answer:
        """An answer to the whole channel says who pressed: no typed line stands above it."""
        answer = await dispatch(request)
        if not isinstance(answer, Reply) or not answer.in_channel:
            return answer
        profile = request.situation.profile
        name = profile.name if profile is not None else request.interaction.person.user
        return replace(answer, message=signed(request.t, answer.message, name))

    async def _in_modal(self, dispatch: VerbListener, request: Request) -> Answer:
        """The answer to a button of the Home tab, which has no channel to answer in."""
        try:
            answer = await dispatch(request)
        except Refusal as refusal:
            answer = excuses.refused(request.t, refusal)
        return OpenView(reading(request.t, answer.message.blocks)) if isinstance(answer, Reply) else answer

    def _noted(self, error: Exception, *, begun: bool) -> Failure:
        """What kind of failure it was for the person; the log gets its type and place, never its texts.

        Before a feature has `begun` nothing of the person's can have been saved, however late it is.
        """
        if isinstance(error, StoreUnavailable | SlackUnavailable):
            self._log.error(log_events.UNAVAILABLE, error=type(error).__name__)
            return Failure.NOT_SAVED
        if isinstance(error, FormNotOpened):
            self._log.error(log_events.FORM_NOT_OPENED, error=type(error.__cause__).__name__)
            return Failure.FORM
        if isinstance(error, TimeoutError | OutcomeUnknown):
            self._log.error(log_events.REQUEST_LATE, error=type(error).__name__)
            return Failure.UNSURE if begun else Failure.NOT_SAVED
        self._log.error(log_events.REQUEST_FAILED, error=type(error).__name__, place=place_of(error))
        return Failure.UNSURE if begun else Failure.NOT_SAVED
