"""Correcting an item of any kind: `edit R-2 TEXT`, `edit R-2 es: TEXTO`, `edit R-2 theme:talent priority`."""

from __future__ import annotations

from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.editing import require_text_editor
from domain.usecases.reading import show
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import setting_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.grammar.edit_guesses import ValueTyped, read_value
from handlers.grammar.editing import EditWanted, read_edit
from handlers.grammar.field_names import TEXT_KEYS
from handlers.grammar.problems import WORD_MAX, Problem, ProblemCode
from handlers.grammar.subjects import read_subject
from handlers.grammar.verbs import Verb
from handlers.items.correcting import correct
from handlers.items.edit_form import EDIT
from handlers.items.editing_views import present_message, value_message
from handlers.parts.next_steps import sayable
from handlers.words.slack_text import cut_plain, escape

_MAY_BE_TEXT = frozenset({ProblemCode.MOVE_UNCLEAR, ProblemCode.REASON_OR_AGENDA, ProblemCode.AGENDA_OR_PART})


async def listen(request: Request) -> Answer:
    """The item as it is corrected; without anything to correct, its form or, where none opens, its text."""
    if not request.utterance.rest:
        return usage(request)
    wanted = read_edit(request.utterance.rest, setting_of(request))
    if isinstance(wanted, Problem):
        return _or_as_text(request, wanted)
    value = _value(request, wanted)
    if isinstance(value, Problem):
        return _or_as_text(request, value, asked=True)
    if value is not None:
        text = _encoded(request, wanted.correction.text or "")
        return Reply(value_message(request.t, wanted.reference, text, value))
    if wanted.correction.fields() or wanted.arrangement is not None:
        return await correct(request, wanted, request.spoken or request.situation.language)
    return await _ask(request, wanted.reference)


def _encoded(request: Request, text: str) -> str:
    """The end of the line that is read as `text`, as Slack encodes it."""
    said = request.utterance
    return said.raw[len(said.rest) - len(text) :]


def _or_as_text(request: Request, problem: Problem, *, asked: bool = False) -> Reply:
    """What is wrong; what looks like another time of a meeting may be what it is about: a press away.

    So is a text that begins with the name of a field, of which the person is `asked`.
    """
    t, reply = request.t, misunderstood(request.t, problem)
    whole = read_subject(request.utterance.rest, alone=False)
    if not (asked or problem.code in _MAY_BE_TEXT) or isinstance(whole, Problem) or not whole.rest:
        return reply
    edit = f"{Verb.EDIT.name_in(t.language)} {whole.reference}"
    lines = {cut_plain(f"{edit} {words}", WORD_MAX): f"{edit} {escape(words)}" for words in _parted(problem)}
    lines[t("edit-as-text")] = f"{edit} {TEXT_KEYS[t.language]}:{_encoded(request, whole.rest)}"
    return reply.followed_by(*sayable(lines))


def _parted(problem: Problem) -> tuple[str, ...]:
    """A part of a meeting and its new agenda, with a semicolon between."""
    return problem.suggestions if problem.code is ProblemCode.AGENDA_OR_PART else ()


def _value(request: Request, wanted: EditWanted) -> ValueTyped | Problem | None:
    """The value of a field that is all of the new text; None where it is a text or said to be one."""
    text = wanted.correction.text
    whole = read_subject(request.utterance.rest, alone=False)
    if text is None or isinstance(whole, Problem) or whole.rest.strip() != text:
        return None
    return read_value(wanted.reference, text, request.utterance.people, setting_of(request))


async def _ask(request: Request, reference: Reference) -> Answer:
    """What should it say? Raises Refusal for those who may not correct it."""
    card = await request.services.store.read(
        lambda uow: show(request.origin, request.group.id, reference, uow)
    )
    if request.actor is None:
        raise Refusal(RefusalCode.PERSON_UNKNOWN)
    require_text_editor(request.actor, card.item)
    if request.interaction.trigger is not None:
        return await EDIT.open(request)
    return Reply(present_message(request.t, request.group, card.item, request.command))
