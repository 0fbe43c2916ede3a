"""Filters that nothing can pass together: said so, rather than answered with an empty list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from domain.reference import RecordKind
from domain.register import DUE_KINDS, TRAIT_KINDS, Trait
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.statuses import statuses_of
from handlers.grammar.wanted import Wanted

SINGLE = (
    "theme",
    "author",
    "owner",
    "sector",
    "country",
    "quarter",
    "driver",
    "meeting",
    "since",
    "until",
    "due",
    "order",
)
"""Of these a list takes one value."""

_OF_RECOMMENDATIONS = frozenset({RecordKind.RECOMMENDATION})
_KINDS_OF = {
    "quarter": frozenset(DUE_KINDS),
    "due": frozenset(DUE_KINDS),
    "driver": _OF_RECOMMENDATIONS,
    "owed": _OF_RECOMMENDATIONS,
}
_CLASHES = (
    (Trait.UNOWNED, "owner"),
    (Trait.UNDATED, "quarter"),
    (Trait.UNDATED, "due"),
    (Trait.OVERDUE, "due"),
)
_PAIRS = ((Trait.UNDATED, Trait.OVERDUE),)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of what was typed, and what it asks for."""

    typed: str
    wanted: Wanted


def together(parts: Sequence[Part]) -> Wanted | Problem:
    """Everything that the parts ask for, or the first two that nothing can pass together."""
    twice = _said_twice(parts)
    if twice is not None:
        return twice
    wanted = Wanted()
    for part in parts:
        wanted = wanted.narrowed(part.wanted)
    clash = next(_clashing(parts, wanted), None)
    return clash or _possible(parts, wanted)


def _possible(parts: Sequence[Part], wanted: Wanted) -> Wanted | Problem:
    """Statuses that the kinds asked for can have: `open obstacles` are no open recommendations."""
    if not wanted.kinds or not wanted.statuses:
        return wanted
    possible = wanted.statuses & statuses_of(wanted.kinds)
    if not possible:
        return _problem(_saying(parts, "kinds", "statuses"))
    return replace(wanted, statuses=possible)


def _said_twice(parts: Sequence[Part]) -> Problem | None:
    """Two values where there is room for one: `theme:a theme:b`."""
    for name in SINGLE:
        said = [part for part in parts if getattr(part.wanted, name) is not None]
        for first, second in combinations(said, 2):
            if getattr(first.wanted, name) != getattr(second.wanted, name):
                return _problem([first, second])
    return None


def _clashing(parts: Sequence[Part], wanted: Wanted) -> Iterator[Problem]:
    """What different words ask for that excludes each other."""
    if wanted.since is not None and wanted.until is not None and wanted.since > wanted.until:
        yield _problem(_saying(parts, "since", "until"))
    for trait, name in _CLASHES:
        if trait in wanted.traits and getattr(wanted, name) is not None:
            yield _problem([*_with_trait(parts, trait), *_saying(parts, name)])
    for one, other in _PAIRS:
        if {one, other} <= wanted.traits:
            yield _problem([*_with_trait(parts, one), *_with_trait(parts, other)])
    possible = frozenset(RecordKind)
    askers: list[Part] = []
    for kinds, asking in _kinds_asked(parts, wanted):
        possible &= kinds
        askers += asking
        if not possible:
            yield _problem(askers)
            return


def _kinds_asked(parts: Sequence[Part], wanted: Wanted) -> Iterator[tuple[frozenset[RecordKind], list[Part]]]:
    """The kinds that each filter leaves, with the words that ask for it."""
    if wanted.kinds:
        yield wanted.kinds, _saying(parts, "kinds")
    for trait in sorted(wanted.traits):
        yield TRAIT_KINDS[trait], _with_trait(parts, trait)
    for name, kinds in _KINDS_OF.items():
        if getattr(wanted, name):
            yield kinds, _saying(parts, name)


def _saying(parts: Iterable[Part], *names: str) -> list[Part]:
    return [part for part in parts if any(getattr(part.wanted, name) for name in names)]


def _with_trait(parts: Iterable[Part], trait: Trait) -> list[Part]:
    return [part for part in parts if trait in part.wanted.traits]


def _problem(parts: Iterable[Part]) -> Problem:
    words = dict.fromkeys(" ".join(part.typed.split()) for part in parts)
    return Problem(ProblemCode.FILTERS_CONTRADICT, " + ".join(words))
