"""Correcting an item of any kind: `edit R-2 TEXT`, `edit R-2 es: TEXTO`, `edit R-2 theme:talent priority`."""

from __future__ import annotations

from collections.abc import Sequence

from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.editing import require_text_editor
from domain.usecases.reading import show
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import setting_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.grammar.edit_guesses import ValueTyped, read_value
from handlers.grammar.edit_orders import Replacement, is_order, read_replacements
from handlers.grammar.editing import EditWanted, read_edit
from handlers.grammar.field_names import TEXT_KEYS, split_name
from handlers.grammar.problems import WORD_MAX, Problem, ProblemCode
from handlers.grammar.subjects import read_subject
from handlers.grammar.verbs import Verb
from handlers.items.correcting import correct
from handlers.items.edit_form import EDIT
from handlers.items.editing_views import present_message, value_message
from handlers.parts.next_steps import sayable
from handlers.words.slack_text import cut_plain, escape

_MAY_BE_TEXT = frozenset(
    {
        ProblemCode.MOVE_UNCLEAR,
        ProblemCode.REASON_OR_AGENDA,
        ProblemCode.AGENDA_OR_PART,
        ProblemCode.ZONE_AMBIGUOUS,
    }
)


async def listen(request: Request) -> Answer:
    """The item as it is corrected; without anything to correct, its form or, where none opens, its text."""
    if not request.utterance.rest:
        return usage(request)
    wanted = read_edit(request.utterance.rest, setting_of(request))
    if isinstance(wanted, Problem):
        return _or_as_text(request, wanted)
    text = _text(request, wanted)
    value = None if text is None else await _value(request, wanted, text)
    if isinstance(value, Problem):
        return _or_as_text(request, value, asked=True)
    if text is not None and value is not None:
        return Reply(value_message(request.t, wanted.reference, _encoded(request, text), value))
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


def _text(request: Request, wanted: EditWanted) -> str | None:
    """All that stands behind the item, where that is its new text or the name of a field begins both."""
    text = wanted.correction.text
    whole = read_subject(request.utterance.rest, alone=False)
    if text is None or isinstance(whole, Problem):
        return None
    said = whole.rest.strip()
    is_begun = said.startswith(text) and split_name(said) is not None
    return said if said == text or is_begun else None


async def _value(request: Request, wanted: EditWanted, text: str) -> ValueTyped | Problem | None:
    """What all of the words are, if no text: the value of a field, or how the present text should change."""
    setting = setting_of(request)
    value = read_value(wanted.reference, text, request.utterance.people, setting)
    if value is not None:
        return value
    if is_order(text, setting.reader):
        return Problem(ProblemCode.EDIT_UNCLEAR, text)
    replacements = read_replacements(text)
    replaced = await _replaced(request, wanted.reference, replacements) if replacements else None
    is_doubtful = bool(replacements) and replaced is None and text[0].islower()
    return Problem(ProblemCode.EDIT_UNCLEAR, text) if is_doubtful else replaced


async def _replaced(
    request: Request, reference: Reference, replacements: Sequence[Replacement]
) -> ValueTyped | None:
    """The item's text with the words that should be others; None where these are not in it.

    A sentence may say that it replaces something, and so is a text.
    """
    card = await request.services.store.read(
        lambda uow: show(request.origin, request.group.id, reference, uow)
    )
    present = card.item.text.original
    texts = (found.of(present) for found in replacements)
    text = next((found for found in texts if found is not None), None)
    if text is None or escape(text) != text:
        return None
    return ValueTyped(Verb.EDIT, f"{reference} {TEXT_KEYS[request.t.language]}:{text}")


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
