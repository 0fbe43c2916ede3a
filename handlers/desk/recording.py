"""Records from forms: what was entered as what would have been typed, and what was typed as fields."""

from __future__ import annotations

from collections.abc import Collection

from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.desk.typed import NOTHING_MORE, Typed, TypedPart, read_typed_part
from handlers.grammar.problems import Problem, wrong
from handlers.interaction import FieldValue
from handlers.parts.asking import RecordForm


def typed_of(request: Request, form: RecordForm) -> Typed:
    """What somebody wants recorded; in their own language unless they chose one."""
    view = request.interaction.view
    source = None if view is None else Metadata.read(view.metadata).source
    return Typed(form.text, form.theme, form.language or request.situation.language, source)


def drafted(request: Request, has: Collection[str] = NOTHING_MORE) -> tuple[TypedPart, dict[str, FieldValue]]:
    """What was typed, and the fields that its theme and language go into.

    The channel's theme stands there from the start, so that everybody sees what is going to be recorded; a
    theme that was named and is none leaves the field empty.
    """
    part = read_typed_part(request, has)
    theme = None if "theme" in part.problems else part.typed.theme or request.situation.theme
    language = request.spoken or request.situation.language
    return part, {"theme": theme, "language": language.value}


def draft(request: Request) -> dict[str, FieldValue]:
    """The fields of a record that is asked nothing else."""
    part, fields = drafted(request)
    return {**fields, "text": part.typed.text}


def misread(request: Request) -> tuple[Problem, ...]:
    """What of such a record could not be understood."""
    return wrong(*read_typed_part(request).problems.values())
