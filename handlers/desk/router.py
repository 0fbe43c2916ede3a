"""The router: from an interaction to its feature, and from what went wrong to words for the person."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import structlog

from domain.language import Language
from domain.refusal import Refusal, RefusalCode
from handlers.desk import excuses
from handlers.desk.announcing import announcing, place_of_form
from handlers.desk.answer import Answer, FormAnswer, OpenView, Reply, View
from handlers.desk.courtesy import courteous
from handlers.desk.failures import noted
from handlers.desk.features import Features, FormListener, ShortcutListener, VerbListener
from handlers.desk.mending import is_mended_by_words, line_of, mendable
from handlers.desk.pointers import beside_item, pointed, showing
from handlers.desk.questions import answering
from handlers.desk.reception import receive
from handlers.desk.request import Request, Services
from handlers.desk.sharing import about_its_group, shared
from handlers.desk.windows import FormNotOpened, in_modal, placed, show
from handlers.grammar.command import Utterance, parse
from handlers.grammar.meant import as_meant, reference_first
from handlers.grammar.verbs import Verb, VerbFound, find_verb
from handlers.interaction import Click, Command, Interaction, Shortcut, Submission, Suggestion
from handlers.parts.blocks import Block
from handlers.parts.message import signed
from handlers.parts.modals import ENTRY, notice
from handlers.parts.next_steps import (
    AGAIN,
    ANYWAY,
    CHOOSE,
    FILL,
    OPEN,
    SHARE,
    said_by,
    verb_of,
)

__all__ = ["Features", "FormListener", "Router", "ShortcutListener", "VerbListener"]


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
        return await self._answer(command.interaction, command.text, language, self.say)

    async def click(self, click: Click) -> Reply | None:
        """What the button's line gets when the person who pressed it says it; None for an opened form."""
        if click.action == ENTRY:
            await self._redraw(click)
            return None
        if verb_of(click.action) == OPEN:
            interaction, metadata = placed(click.interaction)
            await self.shortcut(Shortcut(interaction=interaction, callback=click.value), metadata.group)
            return None
        others = {AGAIN: self._again, ANYWAY: self._anyway, SHARE: self._share, FILL: self._fill}
        others[CHOOSE] = self._chosen
        dispatch = others.get(verb_of(click.action), self.say)
        if click.interaction.response_url is None:
            dispatch = partial(self._in_modal, dispatch)
        else:
            dispatch = partial(self._signed, dispatch)
        text, group = said_by(click.action, click.value)
        interaction, metadata = placed(click.interaction)
        group = metadata.group if group is None else group
        written = None if interaction.view is None else metadata.language
        return await self._answer(interaction, text, written, dispatch, group)

    async def submission(self, submission: Submission) -> FormAnswer:
        """The answer to a submitted form."""
        interaction, metadata = placed(submission.interaction, submission.metadata)
        t = self._services.words.for_language(metadata.language)
        request: Request | None = None
        try:
            async with asyncio.timeout(self._services.budget.answer):
                request = await self.request(interaction, parse(""), metadata.group, metadata.language)
                t = request.t
                return await self._features.forms[submission.callback](request, submission)
        except Refusal as refusal:
            return excuses.form_refused(t, refusal, submission.values.keys())
        except Exception as error:  # noqa: BLE001 - whatever happened, the person is told
            failure = noted(self._log, error, begun=request is not None)
            return excuses.form_failed(t, failure, submission.values.keys())

    async def suggestion(self, suggestion: Suggestion) -> Sequence[Block]:
        """The options for what is typed in a search of a form; none for whoever may not see them."""
        interaction, metadata = placed(suggestion.interaction)
        callback = "" if interaction.view is None else interaction.view.callback
        form = self._features.drawn.get(callback)
        source = None if form is None else form.source(suggestion.field)
        if source is None:
            return ()
        try:
            async with asyncio.timeout(self._services.budget.answer):
                request = await self.request(interaction, parse(""), metadata.group, metadata.language)
                return await self._features.suggester(request, source, suggestion.typed)
        except Refusal:
            return ()
        except Exception as error:  # noqa: BLE001 - an empty list says enough; the log gets the kind
            noted(self._log, error, begun=False)
            return ()

    async def shortcut(self, shortcut: Shortcut, group: int | None = None) -> None:
        """Open what the shortcut opens, or say in a modal why not; `group` is the one that is meant."""
        listener = self._features.shortcuts.get(shortcut.callback)
        if listener is None:
            return

        async def dispatch(request: Request) -> Answer:
            try:
                return await listener(request, shortcut)
            except Refusal as refusal:
                text = excuses.refusal_text(request.t, refusal)
                return OpenView(notice(request.t, request.t("app-name"), text))

        dispatch_in_modal = partial(self._in_modal, dispatch)
        await self._answer(shortcut.interaction, "", None, dispatch_in_modal, group)

    async def _redraw(self, click: Click) -> None:
        """Draw a form anew after a choice that others depend on; what cannot be drawn stays as it is."""
        interaction, metadata = placed(click.interaction)
        callback = "" if interaction.view is None else interaction.view.callback
        form = self._features.drawn.get(callback)
        if form is None:
            return
        t = self._services.words.for_language(metadata.language)
        try:
            async with asyncio.timeout(self._services.budget.answer):
                request = await self.request(interaction, parse(""), metadata.group, metadata.language)
                view = await form.redrawn(request, click.entries, metadata)
                await show(self._services.slack, interaction, view)
        except Refusal as refusal:
            view = notice(t, t("app-name"), excuses.refusal_text(t, refusal))
            await self._told(interaction, view)
        except Exception as error:  # noqa: BLE001 - the form stays as it is, and the log gets the kind
            noted(self._log, error, begun=False)

    async def _told(self, interaction: Interaction, view: View) -> None:
        """Show what a person must know, where that is possible."""
        try:
            await show(self._services.slack, interaction, view)
        except FormNotOpened as error:
            noted(self._log, error, begun=False)

    async def _answer(
        self,
        interaction: Interaction,
        text: str,
        language: Language | None,
        dispatch: VerbListener,
        group: int | None = None,
    ) -> Reply | None:
        t = self._services.words.for_language(language or Language.ENGLISH)
        request: Request | None = None
        try:
            async with asyncio.timeout(self._services.budget.answer):
                request = await self.request(interaction, parse(text), group, language)
                t = request.t
                answer = await dispatch(request)
                if isinstance(answer, OpenView):
                    await show(self._services.slack, interaction, answer.view)
                    return None
                return about_its_group(request, answer)
        except Refusal as refusal:
            return excuses.refused(t, refusal)
        except Exception as error:  # noqa: BLE001 - whatever happened, the person is told
            failed = excuses.failed(t, noted(self._log, error, begun=request is not None))
            if interaction.view is not None and not isinstance(error, FormNotOpened):
                await self._told(interaction, notice(t, t("app-name"), failed.message.text))
            return failed

    async def request(
        self, interaction: Interaction, utterance: Utterance, group: int | None, spoken: Language | None
    ) -> Request:
        """The request; `spoken` is the language of the command or form, where there is one."""
        now = self._services.clock.now()
        found = await receive(self._services, interaction.person, interaction.channel, now, group)
        situation = replace(found, spoken=spoken)
        language = situation.language if situation.profile is not None else spoken or Language.ENGLISH
        return Request(
            interaction=interaction,
            situation=situation,
            utterance=utterance,
            t=self._services.words.for_language(language),
            now=now,
            services=self._services,
        )

    async def say(self, request: Request) -> Answer:
        """What the line of the request gets. Raises Refusal."""
        request = replace(request, utterance=as_meant(request.utterance, request.now.date()))
        pointer = pointed(request) or courteous(request)
        if pointer is not None:
            return pointer
        match find_verb(request.utterance.word or Verb.HELP.value):
            case VerbFound(verb=verb, language=spoken):
                if verb not in self._features.groupless:
                    _require_here(request)
                    if request.situation.group is None:
                        return excuses.which_group(request)
                return await self._heard(replace(request, verb=verb, spoken=spoken))
            case _ if reference_first(request.utterance) is not None:
                return beside_item(request, await self.say(showing(request)))
            case missed:
                return excuses.no_such_verb(request.t, missed, request.utterance.raw)

    async def _heard(self, request: Request) -> Answer:
        """What the verb answers; nothing behind it opens its form, and so can what was not understood."""
        opener = self._features.openers.get(request.verb)
        if opener is None or self._features.formless(request):
            return await self._features.verbs[request.verb](request)
        is_told = request.verb in self._features.told_alone or request.interaction.trigger is None
        if not request.utterance.rest and not is_told:
            return await opener(request)
        try:
            answer = await self._features.verbs[request.verb](request)
        except Refusal as refusal:
            if not is_mended_by_words(request, refusal):
                raise
            return await mendable(request, excuses.refused(request.t, refusal))
        if not isinstance(answer, Reply) or (request.utterance.rest and not answer.unclear):
            return answer
        return await mendable(request, answer)

    async def _fill(self, request: Request) -> Answer:
        """The form of the verb that a button says, with what it says behind the verb."""
        _require_here(request)
        if request.situation.group is None:
            return excuses.which_group(request)
        request = replace(request, utterance=parse(await line_of(request)))
        match find_verb(request.utterance.word):
            case VerbFound(verb=verb, language=spoken) if verb in self._features.openers:
                return await self._features.openers[verb](replace(request, verb=verb, spoken=spoken))
            case _:
                return await self.say(request)

    async def _again(self, request: Request) -> Answer:
        _require_here(request)
        return await self._features.again(request)

    async def _anyway(self, request: Request) -> Answer:
        _require_here(request)
        return await self._features.anyway(request)

    async def _chosen(self, request: Request) -> Answer:
        """The line, in the group that a person of several says they mean."""
        return await self.say(answering(request))

    async def _share(self, request: Request) -> Answer:
        """What the line gets, for the whole channel; refusals and questions stay with the person."""
        return await shared(request, await self.say(request))

    async def _signed(self, dispatch: VerbListener, request: Request) -> Answer:
        """An answer to the whole channel says who pressed: no typed line stands above it."""
        answer = await dispatch(request)
        if not isinstance(answer, Reply) or not answer.in_channel:
            return answer
        profile = request.situation.profile
        name = profile.name if profile is not None else request.interaction.person.user
        return answer.worded(lambda message: signed(request.t, message, name))

    async def _in_modal(self, dispatch: VerbListener, request: Request) -> Answer:
        """The answer to what was pressed in a view, which has no channel to answer in."""
        place = place_of_form(request)
        told = request if place is None else announcing(request, place)[0]
        try:
            answer = await dispatch(told)
        except Refusal as refusal:
            answer = excuses.refused(request.t, refusal)
        return in_modal(request, answer)


def _require_here(request: Request) -> None:
    """What a button was about is what is asked for, or nothing: places change hands, and people leave.

    Raises Refusal BUTTON_ELSEWHERE.
    """
    if request.situation.elsewhere:
        raise Refusal(RefusalCode.BUTTON_ELSEWHERE)
