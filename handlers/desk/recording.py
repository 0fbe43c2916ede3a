"""Records from forms: what was entered as what would have been typed, and what was typed as fields."""

from __future__ import annotations

from dataclasses import replace

from domain.language import Language
from domain.reference import RecordKind
from handlers.desk.request import Request
from handlers.desk.typed import Typed, TypedPart, language_of, read_typed_part
from handlers.grammar.problems import Problem, wrong
from handlers.interaction import FieldValue
from handlers.parts.asking import RecordForm


def typed_of(request: Request, form: RecordForm) -> Typed:
    """What somebody wants recorded; unless they chose a language, in that which the text is clearly in."""
    source = request.metadata.source
    return Typed(form.text, form.theme, form.language or language_in_form(request, form.text), source)


def language_in_form(request: Request, text: str) -> Language:
    """That the text is clearly in; else as the verb that opened the form, or the person."""
    return language_of(replace(request, spoken=request.metadata.spoken), text)


def drafted(request: Request, kind: RecordKind = RecordKind.NOTE) -> tuple[TypedPart, dict[str, FieldValue]]:
    """What was typed, and the fields that its theme and language go into.

    The channel's theme stands there from the start, so that everybody sees what is going to be recorded; a
    theme that was named and is none leaves its field empty, as does a text that does not show its language.
    """
    part = read_typed_part(request, kind)
    theme = None if "theme" in part.problems else part.typed.theme or request.situation.theme
    return part, {"theme": theme, "language": None if part.seen is None else part.seen.value}


def draft(request: Request) -> dict[str, FieldValue]:
    """The fields of a record that is asked nothing else."""
    part, fields = drafted(request)
    return {**fields, "text": part.typed.text}


def misread(request: Request) -> tuple[Problem, ...]:
    """What of such a record could not be understood."""
    return wrong(*read_typed_part(request, RecordKind.NOTE).problems.values())
