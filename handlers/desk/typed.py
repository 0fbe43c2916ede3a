"""The text of a record as typed behind its verb: theme and other pairs taken out, language told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.editing import Correction
from domain.language import Language
from handlers.desk.calendar import setting_of
from handlers.desk.request import Request
from handlers.grammar.pair_runs import Ending
from handlers.grammar.problems import Problem
from handlers.grammar.record_pairs import Kept, take_record_pairs
from handlers.grammar.tails import tail_of_records
from handlers.grammar.themes import take_theme_part
from handlers.grammar.wanted import ME

NOTHING_SAID = Correction()
NOTHING_MORE: Collection[str] = frozenset()
"""Of a record that has a theme and a text."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody wants recorded. `theme` is a key; None leaves it to the channel.

    `source` is the address of the message that says it. `said` and `owner` (a user id) are what its pairs
    say, `kept` those that stay in the text.
    """

    text: str
    theme: str | None
    language: Language
    source: str | None = None
    said: Correction = NOTHING_SAID
    owner: str | None = None
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedPart:
    """As much of it as is understood, and what is wrong with the rest, by the pair's key."""

    typed: Typed
    problems: Mapping[str, Problem]


def read_typed(request: Request, has: Collection[str] = NOTHING_MORE) -> Typed | Problem:
    """The text in the language of its verb (`nota` is Spanish), else in the person's.

    `has` are the keys of the pairs that its record takes.
    """
    part = read_typed_part(request, has)
    return next(iter(part.problems.values()), part.typed)


def read_typed_part(request: Request, has: Collection[str] = NOTHING_MORE, ending: Ending = len) -> TypedPart:
    """The same of a text that as a whole cannot be understood, without what is wrong in it.

    `ending` finds the words at the end of a text that its record takes without a pair.
    """
    people, setting = request.utterance.people, setting_of(request)
    tail = tail_of_records(people, setting)
    taken, problem = take_theme_part(request.utterance.rest, request.group.themes, tail)
    pairs = take_record_pairs(taken.rest, people, setting, has, ending)
    language = request.spoken or request.situation.language
    owner = request.interaction.person.user if pairs.owner == ME else pairs.owner
    typed = Typed(pairs.text, taken.theme, language, said=pairs.said, owner=owner, kept=pairs.kept)
    return TypedPart(typed, ({} if problem is None else {"theme": problem}) | dict(pairs.problems))
