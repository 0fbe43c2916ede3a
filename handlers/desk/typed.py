"""The text of a record as typed behind its verb: theme taken out, language told."""

from __future__ import annotations

from dataclasses import dataclass

from domain.language import Language
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.themes import take_theme


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody wants recorded. `theme` is a key; None leaves it to the channel.

    `source` is the address of the message that says it.
    """

    text: str
    theme: str | None
    language: Language
    source: str | None = None


def read_typed(request: Request) -> Typed | Problem:
    """The text in the language of its verb (`nota` is Spanish), else in the person's."""
    taken = take_theme(request.utterance.rest, request.group.themes)
    if isinstance(taken, Problem):
        return taken
    language = request.spoken or request.situation.language
    return Typed(taken.rest, taken.theme, language)
