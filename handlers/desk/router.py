"""The router: from an interaction to its feature, and from what went wrong to words for the person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import structlog

from domain.language import Language
from domain.refusal import Refusal, RefusalCode
from handlers.desk import excuses
from handlers.desk.announcing import announcing, place_of_form
from handlers.desk.answer import Answer, FormAnswer, OpenView, Reply
from handlers.desk.courtesy import courteous
from handlers.desk.excuses import Failure
from handlers.desk.failures import noted
from handlers.desk.features import ChoiceListener, Drawn, Features, VerbListener
from handlers.desk.mending import is_mended_by_words, line_of, mendable
from handlers.desk.metadata import Metadata
from handlers.desk.pointers import beside_item, pointed, showing
from handlers.desk.questions import answering
from handlers.desk.request import Request, Services
from handlers.desk.serving import Asking, Serving
from handlers.desk.sharing import about_its_group, shared, told_once
from handlers.desk.whole_lines import is_command, or_note, unread
from handlers.desk.windows import FormNotOpened, in_modal, placed, show
from handlers.grammar.command import parse
from handlers.grammar.courtesies import without_courtesy
from handlers.grammar.meant import as_meant, reference_first
from handlers.grammar.openings import read_opening
from handlers.grammar.verbs import VerbFound, find_verb
from handlers.interaction import Click, Command, Interaction, Shortcut, Submission, Suggestion
from handlers.parts.blocks import Block
from handlers.parts.message import signed
from handlers.parts.modals import ENTRY, notice
from handlers.parts.next_steps import Press, said_by, verb_of
from handlers.words.translator import Translator


class Router:
    """Finds the feature, keeps the budget, and never lets an interaction go without a clear answer."""

    def __init__(self, services: Services, features: Features) -> None:
        self._services = services
        self._features = features
        self.serving = Serving(services)
        self._command_languages = {name: language for language, name in services.commands.items()}
        self._log = structlog.get_logger()
        self._pressed: Mapping[Press, VerbListener] = {
            Press.AGAIN: self._again,
            Press.ANYWAY: self._anyway,
            Press.SHARE: self._share,
            Press.FILL: self._fill,
            Press.CHOOSE: self._chosen,
        }

    async def command(self, command: Command) -> Reply | None:
        """The answer to a slash command; None when a form was opened instead."""
        language = self._command_languages.get(command.name, Language.ENGLISH)
        return await self._answer(command.interaction, command.text, language, self.say)

    async def click(self, click: Click) -> Reply | None:
        """What the button's line gets when the person who pressed it says it; None for an opened form."""
        if click.action == ENTRY:
            await self._redraw(click)
            return None
        interaction, metadata = placed(click.interaction)
        press = verb_of(click.action)
        if press is Press.OPEN:
            opened = Shortcut(interaction=interaction, callback=click.value)
            return await self.shortcut(opened, metadata.group)
        choice = self._features.choices.get(click.action)
        if choice is not None:
            return await self._choose(choice, replace(click, interaction=interaction), metadata)
        dispatch = self.say if press is None else self._pressed.get(press, self.say)
        placing = self._in_modal if interaction.response_url is None else self._signed
        text, group = said_by(click.action, click.value)
        group = metadata.group if group is None else group
        written = None if interaction.view is None else metadata.language
        return await self._answer(interaction, text, written, partial(placing, dispatch), group)

    async def submission(self, submission: Submission) -> FormAnswer:
        """The answer to a submitted form."""
        interaction, metadata = placed(submission.interaction, submission.metadata)

        async def work(request: Request) -> FormAnswer:
            return await self._features.forms[submission.callback](request, submission)

        async def excused(t: Translator, reason: Refusal | Failure) -> FormAnswer:
            if isinstance(reason, Refusal):
                return excuses.form_refused(t, reason)
            return excuses.form_failed(t, reason, submission.values.keys())

        return await self.serving.within_budget(Asking.of(interaction, metadata), work, excused)

    async def suggestion(self, suggestion: Suggestion) -> Sequence[Block]:
        """The options for what is typed in a search of a form; none for whoever may not see them."""
        interaction, metadata = placed(suggestion.interaction)
        form = self._form_of(interaction)
        source = None if form is None else form.source(suggestion.field)
        if source is None:
            return ()

        async def work(request: Request) -> Sequence[Block]:
            return await self._features.suggester(request, source, suggestion.typed)

        async def excused(_t: Translator, _reason: Refusal | Failure) -> Sequence[Block]:
            return ()

        return await self.serving.within_budget(Asking.of(interaction, metadata), work, excused)

    async def shortcut(self, shortcut: Shortcut, group: int | None = None) -> Reply | None:
        """Open what the shortcut opens, or say in a modal why not; `group` is the one that is meant.

        What no modal could say is the answer.
        """
        listener = self._features.shortcuts.get(shortcut.callback)
        if listener is None:
            return None

        async def dispatch(request: Request) -> Answer:
            try:
                return await listener(request, shortcut)
            except Refusal as refusal:
                reply = excuses.refused(request.t, refusal)
                return OpenView(notice(request.t, request.t("app-name"), reply.message.text), reply)

        dispatch_in_modal = partial(self._in_modal, dispatch)
        return await self._answer(shortcut.interaction, "", None, dispatch_in_modal, group)

    async def _redraw(self, click: Click) -> None:
        """Draw a form anew after a choice that others depend on; what cannot be drawn stays as it is."""
        interaction, metadata = placed(click.interaction)
        form = self._form_of(interaction)
        if form is None:
            return

        async def work(request: Request) -> None:
            view = await form.redrawn(request, click.entries, metadata)
            await show(self._services.slack, interaction, view)

        async def excused(t: Translator, reason: Refusal | Failure) -> None:
            if isinstance(reason, Refusal):
                await self.serving.noticed(interaction, t, excuses.refusal_text(t, reason))

        await self.serving.within_budget(Asking.of(interaction, metadata), work, excused)

    def _form_of(self, interaction: Interaction) -> Drawn | None:
        """The declared form that stands open."""
        return None if interaction.view is None else self._features.drawn.get(interaction.view.callback)

    async def _choose(self, choice: ChoiceListener, click: Click, metadata: Metadata) -> Reply | None:
        async def work(request: Request) -> None:
            await choice(request, click)

        excused = partial(self.serving.excused, click.interaction)
        return await self.serving.within_budget(Asking.of(click.interaction, metadata), work, excused)

    async def _answer(
        self,
        interaction: Interaction,
        text: str,
        language: Language | None,
        dispatch: VerbListener,
        group: int | None = None,
    ) -> Reply | None:
        async def work(request: Request) -> Reply | None:
            answer = await dispatch(request)
            if not isinstance(answer, OpenView):
                return about_its_group(request, answer)
            try:
                await show(self._services.slack, interaction, answer.view)
            except FormNotOpened as error:
                if answer.said is None:
                    raise
                noted(self._log, error, begun=True)
                return about_its_group(request, answer.said)
            return None

        asking = Asking(interaction, text, language, group)
        return await self.serving.within_budget(asking, work, partial(self.serving.excused, interaction))

    async def say(self, request: Request) -> Answer:
        """What the line of the request gets. Raises Refusal."""
        said = without_courtesy(request.utterance)
        group = request.situation.group
        themes = () if group is None else group.themes
        request = replace(request, utterance=as_meant(said, request.now.date(), themes))
        pointer = pointed(request) or await courteous(request)
        if pointer is not None:
            return pointer
        match read_opening(request.utterance, in_message=not is_command(request)):
            case VerbFound(verb=verb, language=spoken):
                if verb not in self._features.groupless:
                    _require_here(request)
                    if request.situation.group is None:
                        return excuses.which_group(request)
                answer = await self._heard(replace(request, verb=verb, spoken=spoken))
                return await or_note(request, said, verb, answer)
            case _ if reference_first(request.utterance) is not None:
                return beside_item(request, await self.say(showing(request)))
            case missed:
                return await unread(request, missed)

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
        if not isinstance(answer, Reply) or not told_once(request, answer).in_channel:
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
