"""The text of a record as typed behind its verb: theme and other pairs taken out, language told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.editing import Correction
from domain.language import Language
from domain.permissions import leads
from domain.reference import RecordKind, Reference
from handlers.desk.calendar import setting_of
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.record_pairs import Kept
from handlers.grammar.records import Author, read_record
from handlers.grammar.written_in import written_in

NOTHING_SAID = Correction()


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody wants recorded. `theme` is a key; None leaves it to the channel.

    `source` is the address of the message that says it, `versions` are the text in other languages. `said`
    and `owner` (a user id) are what else it says, `kept` the words that stay in the text.
    """

    text: str
    theme: str | None
    language: Language
    source: str | None = None
    versions: Mapping[Language, str] = field(default_factory=dict)
    said: Correction = NOTHING_SAID
    owner: str | None = None
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedPart:
    """As much of it as is understood, and what is wrong with the rest, by the pair's key.

    `answers` are the obstacles that a recommendation is for; `seen` is the language in which the text is
    clearly written.
    """

    typed: Typed
    problems: Mapping[str, Problem]
    answers: tuple[Reference, ...] = ()
    seen: Language | None = None


def read_typed(request: Request, kind: RecordKind) -> Typed | Problem:
    """The text in the language it is clearly in, else in its verb's (`nota` is Spanish), else theirs."""
    part = read_typed_part(request, kind)
    return next(iter(part.problems.values()), part.typed)


def read_typed_part(request: Request, kind: RecordKind) -> TypedPart:
    """The same of a text that as a whole cannot be understood, without what is wrong in it."""
    author = Author(
        user=request.interaction.person.user,
        people=request.utterance.people,
        setting=setting_of(request),
        may_plan=lambda theme: may_plan(request, theme),
    )
    read = read_record(kind, request.utterance.rest, author)
    seen = seen_language(request, read.prose)
    typed = Typed(
        read.text,
        read.theme,
        seen or usual_language(request),
        said=read.said,
        owner=read.owner,
        kept=read.kept,
    )
    return TypedPart(typed, read.problems, read.answers, seen)


def may_plan(request: Request, theme: str | None) -> bool:
    """Whether they may say of what they propose who does it, by when, why and where."""
    member = request.situation.member
    return member is not None and leads(member, theme or request.situation.theme)


def language_of(request: Request, text: str) -> Language:
    """That the text is clearly written in; where it is in none of the group's, as its verb or the person."""
    return seen_language(request, text) or usual_language(request)


def seen_language(request: Request, text: str) -> Language | None:
    """The language of the group in which the text is clearly written; None where it is in doubt."""
    group = request.situation.group
    return written_in(text, tuple(Language) if group is None else group.languages)


def usual_language(request: Request) -> Language:
    """That of the verb, else the person's: a text's that does not itself show another."""
    return request.spoken or request.situation.language
