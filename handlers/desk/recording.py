"""Records from forms: what was entered as what would have been typed, and what was typed as fields."""

from __future__ import annotations

from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.desk.typed import Typed, read_typed
from handlers.grammar.problems import Problem
from handlers.interaction import FieldValue
from handlers.parts.asking import RecordForm


def typed_of(request: Request, form: RecordForm) -> Typed:
    """What somebody wants recorded; in their own language unless they chose one."""
    view = request.interaction.view
    source = None if view is None else Metadata.read(view.metadata).source
    return Typed(form.text, form.theme, form.language or request.situation.language, source)


def drafted(request: Request) -> tuple[str, dict[str, FieldValue]]:
    """The text behind the verb without its theme, and the fields that theme and language go into.

    The channel's theme stands there from the start, so that everybody sees what is going to be recorded.
    """
    typed = read_typed(request)
    text = request.utterance.rest if isinstance(typed, Problem) else typed.text
    theme = None if isinstance(typed, Problem) else typed.theme
    language = request.spoken or request.situation.language
    return text, {"theme": theme or request.situation.theme, "language": language.value}


def draft(request: Request) -> dict[str, FieldValue]:
    """The fields of a record that is asked nothing else."""
    text, fields = drafted(request)
    return {**fields, "text": text}
