"""Forms at the desk: opened for whoever may fill them in, drawn anew as they are filled in, and taken in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from domain.item import Item
from domain.permissions import Right, require
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.suggesting import look_at, named_in_form
from handlers.desk.announcing import announcing, place_of_form
from handlers.desk.answer import Answer, FieldErrors, FormAnswer, OpenView, Reply, UpdateView, View
from handlers.desk.excuses import field_refused, form_refused, problem_text, refusal_text
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.desk.unusable import without_unusable
from handlers.grammar.problems import Problem, wrong
from handlers.grammar.references import find_reference
from handlers.grammar.subjects import read_subject
from handlers.interaction import Entries, FieldValue, Submission
from handlers.parts.blocks import Block, paragraph, said, section, strong
from handlers.parts.forms import Entered, FieldsWrong, Form, Frame, form_view
from handlers.parts.modals import reading
from handlers.parts.moved import present_state
from handlers.parts.sources import ITEMS, MEMBERS, THEMES, item_label
from handlers.parts.widgets import Setting
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

F = TypeVar("F", bound=Form)


class FormStale(Exception):  # noqa: N818 - an answer to the person, not a malfunction
    """The item has changed since the form was drawn for it, and nothing was written."""


NOTHING: Entered = {}
"""What stands in an empty form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOf(Generic[F]):
    """A form and what becomes of it.

    `name` is its callback_id, `title` and `submit` are messages. `carry` does what the text form does.
    `draft` reads what was typed into fields. `subject` is the field that names the item it is about,
    `present` fills the others with what that says, but for what was `typed` before. `misread` is everything
    of a typed line that could not be understood: it stands above the fields, and theirs are empty. `right`
    is what whoever opens it must have, where that does not depend on what is entered.
    """

    name: str
    model: type[F]
    title: str
    carry: Callable[[Request, F], Awaitable[Answer]]
    submit: str = "button-save"
    draft: Callable[[Request], Entered] = field(default=lambda _: NOTHING)
    subject: str | None = None
    right: Right | None = Right.RECORD
    present: Callable[[Setting], Entered] | None = None
    typed: Callable[[Item, Entered], Entered] = field(default=lambda _item, _entered: NOTHING)
    misread: Callable[[Request], Sequence[Problem]] = field(default=lambda _: ())
    lead: Callable[[Setting, Entered], Sequence[Block]] = field(default=lambda _setting, _entered: ())

    async def open(self, request: Request) -> Answer:
        """The form with what was typed. Raises Refusal for those who may not."""
        self.require(request)
        if not request.utterance.rest or request.situation.group is None:
            return OpenView(await self.view(request, self.draft(request), opening(request)))
        drafted = self.draft(request)
        known = await _named(request, self.model, drafted, {})
        entered, refusals = without_unusable(self.model, drafted, known, request.today)
        view = with_reasons(request, await self.view(request, entered, opening(request)), self.misread)
        told = [section(refusal_text(request.t, refusal)) for refusal in refusals]
        return OpenView({**view, "blocks": [*told, *view["blocks"]]})

    def require(self, request: Request) -> None:
        """Raises Refusal PERSON_UNKNOWN, and those of `require`."""
        if request.actor is None:
            raise Refusal(RefusalCode.PERSON_UNKNOWN)
        if self.right is not None:
            require(request.actor, self.right)

    async def view(
        self, request: Request, entered: Entered, metadata: Metadata, labels: Mapping[str, str] | None = None
    ) -> View:
        """The form as it stands, with the version of the item that it is about."""
        setting = await self.setting(request, entered, labels or {})
        if self.present is not None and setting.item is not None:
            entered = {**self.present(setting), **self.typed(setting.item, entered)}
            setting = replace(setting, labels=await _named(request, self.model, entered, labels or {}))
        version = None if setting.item is None else setting.item.version
        frame = Frame(
            callback=self.name, title=self.title, submit=self.submit, lead=self.lead(setting, entered)
        )
        kept = replace_version(metadata, version, None if setting.item is None else setting.item.reference)
        return form_view(self.model, frame, setting, entered, kept.write())

    async def redrawn(self, request: Request, entries: Entries, metadata: Metadata) -> View:
        """The form after something in it was chosen on which other fields depend."""
        require_same_group(request, metadata)
        return await self.view(request, entries.values, metadata, entries.labels)

    async def submitted(self, request: Request, submission: Submission) -> FormAnswer:
        """What came of it, in the form's place; what is wrong, beside the fields.

        What was written is never thrown away: where nothing came of it, it stays in the form.
        """
        metadata = Metadata.read(submission.metadata)
        try:
            return await self._taken_in(request, submission, metadata)
        except Refusal as refusal:
            return self._refused(request, refusal, submission)
        except FormStale:
            return UpdateView(await self._once_more(request, submission, metadata))

    async def _taken_in(self, request: Request, submission: Submission, metadata: Metadata) -> FormAnswer:
        require_same_group(request, metadata)
        setting = await self.setting(request, self._about(submission, metadata), submission.labels)
        try:
            form = self.model.read(setting, submission.values)
        except FieldsWrong as wrong:
            return FieldErrors(wrong.messages)
        place = place_of_form(request)
        told = request if place is None else announcing(request, place)[0]
        return taken(request, await self.carry(told, form), metadata)

    async def _once_more(self, request: Request, submission: Submission, metadata: Metadata) -> View:
        """The form with what was entered, and above it what the item says, or is, now. Raises Refusal."""
        entered = self._about(submission, metadata)
        setting = await self.setting(request, entered, submission.labels)
        item = setting.item
        if item is None:
            raise Refusal(RefusalCode.FORM_OUTDATED)
        if self.present is None:
            lead = moved_on_blocks(request.t, item)
        else:
            differing = self.model.differences(setting, entered, self.present(setting))
            lead = stale_blocks(request.t, item, differing)
        frame = Frame(callback=self.name, title=self.title, submit=self.submit, lead=lead)
        kept = replace_version(metadata, item.version, item.reference)
        return form_view(self.model, frame, setting, entered, kept.write())

    def source(self, name: str) -> str | None:
        """Among what the field of this name searches."""
        return self.model.source(name)

    async def setting(self, request: Request, entered: Entered, labels: Mapping[str, str]) -> Setting:
        """What the form is drawn for. Raises Refusal."""
        group, actor = request.situation.group, request.actor
        setting = Setting(t=request.t, group=group, actor=actor, labels=labels)
        if request.situation.group is None:
            return setting
        named = await _named(request, self.model, entered, labels)
        reference = self._subject(entered)
        if reference is None:
            return replace(setting, labels=named)
        number = request.group.id
        item = await request.services.store.read(lambda uow: look_at(request.origin, number, reference, uow))
        return replace(setting, labels=named, item=item)

    def _about(self, submission: Submission, metadata: Metadata) -> Entered:
        """What was entered, with the item that the form was drawn for, where it asks for that no more."""
        if self.present is None or self.subject is None or metadata.subject is None:
            return submission.values
        return {self.subject: metadata.subject, **submission.values}

    def _subject(self, entered: Entered) -> Reference | None:
        value = entered.get(self.subject) if self.subject is not None else None
        return find_reference(value) if isinstance(value, str) else None

    def _refused(self, request: Request, refusal: Refusal, submission: Submission) -> FormAnswer:
        beside = self.model.field_of(refusal, tuple(submission.values))
        beside = beside or self.model.written(submission.values)
        if beside is None:
            return form_refused(request.t, refusal, self.title)
        return field_refused(request.t, refusal, beside)


def with_reasons(request: Request, view: View, misread: Callable[[Request], Sequence[Problem]]) -> View:
    """The form that opens after a line, with what of that could not be understood above its fields."""
    problems = misread(request) if request.utterance.rest else ()
    told = [section(problem_text(request.t, problem)) for problem in problems]
    return {**view, "blocks": [*told, *view["blocks"]]}


def stale_blocks(t: Translator, item: Item, differing: Sequence[tuple[str, str]]) -> list[Block]:
    """That the item has changed since, what it says now, and that what was entered stands below."""
    reference = str(item.reference)
    lines = [paragraph(strong(f"{label}: "), said(words)) for label, words in differing]
    present = lines or [paragraph(strong(f"{reference} "), said(item.text.original))]
    return [section(t("edit-stale", reference=reference)), *present, section(t("edit-stale-kept"))]


def moved_on_blocks(t: Translator, item: Item) -> list[Block]:
    """That nothing was changed, what the item is by now, and that what was entered stands below."""
    text = t("form-stale", reference=str(item.reference), state=present_state(t, item))
    return [section(escape(text)), section(t("edit-stale-kept"))]


def opening(request: Request) -> Metadata:
    """What a form remembers of where it was opened."""
    situation, view = request.situation, request.interaction.view
    home = view is not None and (view.is_home or request.metadata.home)
    return Metadata(
        home=home,
        channel=situation.channel,
        group=None if situation.group is None else situation.group.id,
        language=request.t.language,
        spoken=request.spoken if request.spoken is not situation.language else None,
    )


def require_same_group(request: Request, metadata: Metadata) -> None:
    """Raises Refusal FORM_OUTDATED when the channel went to another group since the form was opened."""
    group = request.situation.group
    if metadata.group is None or group is None or metadata.group != group.id:
        raise Refusal(RefusalCode.FORM_OUTDATED)


def replace_version(metadata: Metadata, version: int | None, reference: Reference | None) -> Metadata:
    """The metadata with the version in which somebody saw the item that the form is about."""
    subject = None if reference is None else str(reference)
    return metadata.model_copy(update={"version": version, "subject": subject})


def version_of(request: Request, reference: Reference) -> int | None:
    """The version of the item that the submitted form was drawn for; None for another item."""
    metadata = request.metadata
    return metadata.version if metadata.subject == str(reference) else None


def named_first(request: Request) -> dict[str, FieldValue]:
    """The field of the item that a typed line begins with; nothing where it begins with none."""
    subject = read_subject(request.utterance.rest)
    return {} if isinstance(subject, Problem) else {"reference": str(subject.reference)}


def misread_subject(request: Request) -> tuple[Problem, ...]:
    """That a typed line begins with no item, or with several."""
    return wrong(read_subject(request.utterance.rest))


def taken(request: Request, answer: Answer, metadata: Metadata) -> FormAnswer:
    """An answer in the place of the form; its buttons go on from where the form was opened."""
    if isinstance(answer, Reply):
        return UpdateView(reading(request.t, answer.message.blocks, metadata.write()))
    return UpdateView(answer.view)


async def _named(
    request: Request, model: type[Form], entered: Entered, labels: Mapping[str, str]
) -> Mapping[str, str]:
    """Words for what stands in the form's searches, where the form does not bring them along."""
    known = dict(labels) | {
        theme.key: theme.names.in_language(request.t.language) for theme in request.group.themes
    }
    missing = {
        value: source
        for name, asked in entered.items()
        for source in [model.source(name)]
        for value in ((asked,) if isinstance(asked, str) else asked or ())
        if source not in {None, THEMES} and value not in known
    }
    if not missing:
        return known
    references = [found for value, source in missing.items() if source in ITEMS and (found := _read(value))]
    users = [value for value, source in missing.items() if source == MEMBERS]
    items, names = await request.services.store.read(
        lambda uow: named_in_form(request.origin, request.group.id, references, users, uow)
    )
    return known | names | {str(item.reference): item_label(request.t, item) for item in items}


def _read(value: str) -> Reference | None:
    try:
        return Reference.parse(value)
    except ValueError:
        return None
