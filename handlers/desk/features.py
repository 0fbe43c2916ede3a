"""What the router chooses from: every listener, by what calls it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from handlers.desk.answer import Answer, FormAnswer, View
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.grammar.verbs import Verb
from handlers.interaction import Click, Entries, Shortcut, Submission
from handlers.parts.blocks import Block

VerbListener: TypeAlias = Callable[[Request], Awaitable[Answer]]
FormListener: TypeAlias = Callable[[Request, Submission], Awaitable[FormAnswer]]
ShortcutListener: TypeAlias = Callable[[Request, Shortcut], Awaitable[Answer]]
ChoiceListener: TypeAlias = Callable[[Request, Click], Awaitable[None]]
"""Shows what was chosen. Raises Refusal or SlackUnavailable."""

Suggester: TypeAlias = Callable[[Request, str, str], Awaitable[Sequence[Block]]]
"""The options of a source for what was typed. Raises Refusal."""


class Drawn(Protocol):
    """A form that is drawn anew while it is filled in, and that searches."""

    async def redrawn(self, request: Request, entries: Entries, metadata: Metadata) -> View:
        """The form after a choice on which other fields depend. Raises Refusal."""
        ...

    async def submitted(self, request: Request, submission: Submission) -> FormAnswer:
        """What came of it. Raises Refusal."""
        ...

    def source(self, name: str) -> str | None:
        """Among what the field of this name searches."""
        ...


async def _nothing(_request: Request, _source: str, _typed: str) -> Sequence[Block]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """Every listener, by what calls it. `groupless` verbs need no group.

    `drawn` are the forms that are declared, by their callback; `openers` open the form of a verb with what
    was typed behind it; alone, those in `told_alone` say what there is instead. What is
    `formless` is mended in no form. `choices` are selects that show something else, by their action_id.
    """

    verbs: Mapping[Verb, VerbListener]
    forms: Mapping[str, FormListener]
    again: VerbListener
    anyway: VerbListener
    groupless: frozenset[Verb]
    drawn: Mapping[str, Drawn] = field(default_factory=dict)
    openers: Mapping[Verb, VerbListener] = field(default_factory=dict)
    told_alone: frozenset[Verb] = frozenset()
    formless: Callable[[Request], bool] = field(default=lambda _: False)
    shortcuts: Mapping[str, ShortcutListener] = field(default_factory=dict)
    choices: Mapping[str, ChoiceListener] = field(default_factory=dict)
    suggester: Suggester = _nothing
