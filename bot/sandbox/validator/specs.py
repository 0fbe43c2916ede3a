"""The vocabulary in which the shapes of Slack's payloads are declared.

A spec checks one JSON value and yields what Slack would refuse in it. Specs are plain data: the tables built
from them say what Slack accepts, the few classes here say how to look.
"""

import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.surfaces import Placement, Surface
from bot.sandbox.validator.violations import Violation, pointer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its JSON pointer and the surface it would be shown on."""

    path: str
    surface: Surface

    def at(self, key: str | int) -> "Place":
        return Place(pointer(self.path, key), self.surface)

    def violation(self, rule: Rule, message: str) -> Violation:
        return Violation(self.path, rule.value, message)


class Spec(Protocol):
    def check(self, value: object, place: Place) -> Iterator[Violation]: ...


@dataclass(frozen=True, slots=True)
class Most:
    """An upper limit and the rule that is broken beyond it."""

    count: int
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class String:
    """Text; `pattern` must match the whole of it."""

    most: Most | None = None
    empty: Rule | None = None
    choices: Collection[str] | None = None
    pattern: re.Pattern[str] | None = None
    mismatch: Rule = Rule.FIELD_VALUE

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if not isinstance(value, str):
            yield place.violation(Rule.FIELD_TYPE, "must provide a string")
            return
        if not value and self.empty:
            yield place.violation(self.empty, "must be more than 0 characters")
        elif self.choices is not None and value not in self.choices:
            yield place.violation(self.mismatch, f"must be one of: {', '.join(sorted(self.choices))}")
        elif self.pattern is not None and not self.pattern.fullmatch(value):
            yield place.violation(self.mismatch, "must match the documented format")
        if self.most and len(value) > self.most.count:
            yield place.violation(self.most.rule, f"must be less than {self.most.count + 1} characters")


@dataclass(frozen=True, slots=True)
class Boolean:
    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if not isinstance(value, bool):
            yield place.violation(Rule.FIELD_TYPE, "must provide a boolean")


@dataclass(frozen=True, slots=True, kw_only=True)
class Integer:
    """A whole number within bounds, both included."""

    minimum: int | None = None
    maximum: int | None = None
    outside: Rule = Rule.FIELD_VALUE

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield place.violation(Rule.FIELD_TYPE, "must provide an integer")
        elif self.minimum is not None and value < self.minimum:
            yield place.violation(self.outside, f"must be greater than or equal to {self.minimum}")
        elif self.maximum is not None and value > self.maximum:
            yield place.violation(self.outside, f"must be less than or equal to {self.maximum}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A finite number; above zero when `positive` names the rule that asks for it."""

    positive: Rule | None = None

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield place.violation(Rule.FIELD_TYPE, "must provide a number")
        elif isinstance(value, float) and not math.isfinite(value):
            yield place.violation(Rule.FIELD_TYPE, "must provide a finite number")
        elif self.positive and value <= 0:
            yield place.violation(self.positive, "must be greater than 0")


@dataclass(frozen=True, slots=True)
class Anything:
    """A value that Slack passes on unread."""

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        del value, place
        yield from ()


@dataclass(frozen=True, slots=True)
class Nullable:
    """Null, or what the inner spec accepts."""

    inner: Spec

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if value is not None:
            yield from self.inner.check(value, place)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """An array of `minimum` to `most` items."""

    item: Spec
    most: Most | None = None
    minimum: int = 1
    too_few: Rule = Rule.LIST_EMPTY

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if not isinstance(value, list):
            yield place.violation(Rule.FIELD_TYPE, "must provide an array")
            return
        if len(value) < self.minimum:
            yield place.violation(self.too_few, f"no less than {self.minimum} items allowed")
        if self.most and len(value) > self.most.count:
            yield place.violation(self.most.rule, f"no more than {self.most.count} items allowed")
        for index, item in enumerate(value):
            yield from self.item.check(item, place.at(index))


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an object; `missing` names the rule that asks for it, None makes it optional."""

    spec: Spec
    missing: Rule | None = None
    placement: Placement | None = None


def required(spec: Spec, missing: Rule = Rule.FIELD_REQUIRED) -> Field:
    return Field(spec, missing)


def optional(spec: Spec, placement: Placement | None = None) -> Field:
    return Field(spec, None, placement)


class Constraint(Protocol):
    """What several keys of one object owe each other; it meets objects whose keys may be of any type."""

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An object with known keys; any other is refused, by its own rule when `forbidden` has one."""

    fields: Mapping[str, Field]
    constraints: tuple[Constraint, ...] = ()
    forbidden: Mapping[str, Rule] = field(default_factory=dict)

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if not isinstance(value, dict):
            yield place.violation(Rule.FIELD_TYPE, "must provide an object")
            return
        for key in value:
            if key not in self.fields:
                rule = self.forbidden.get(key, Rule.FIELD_UNKNOWN)
                yield place.violation(rule, f"invalid additional property: {key}")
        for key, known in self.fields.items():
            if key in value:
                yield from _check_field(known, value[key], place, key)
            elif known.missing:
                yield place.violation(known.missing, f"missing required field: {key}")
        for constraint in self.constraints:
            yield from constraint.check(value, place)


def _check_field(known: Field, value: object, place: Place, key: str) -> Iterator[Violation]:
    placement = known.placement
    if placement and place.surface not in placement.surfaces:
        yield place.violation(placement.rule, f"invalid additional property: {key}")
        return
    yield from known.spec.check(value, place.at(key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """An object that its `type` tells apart.

    `catalogue` holds every known type; `allowed`, when given, those that fit here.
    """

    catalogue: Mapping[str, Spec]
    unknown: Rule
    misplaced: Rule
    allowed: frozenset[str] | None = None
    placements: Mapping[str, Placement] = field(default_factory=dict)

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if not isinstance(value, dict):
            yield place.violation(Rule.FIELD_TYPE, "must provide an object")
            return
        kind = value.get("type")
        if not isinstance(kind, str):
            yield place.violation(Rule.TYPE_REQUIRED, "missing required field: type")
            return
        refusal = self._refusal(kind, place.surface)
        if refusal:
            yield place.at("type").violation(refusal, f"unsupported type: {kind}")
            return
        yield from self.catalogue[kind].check(value, place)

    def _refusal(self, kind: str, surface: Surface) -> Rule | None:
        if kind not in self.catalogue:
            return self.unknown
        if self.allowed is not None and kind not in self.allowed:
            return self.misplaced
        placement = self.placements.get(kind)
        if placement and surface not in placement.surfaces:
            return placement.rule
        return None


def typed(kind: str) -> Field:
    """The `type` key of an object of this kind."""
    return required(String(choices=frozenset({kind})), Rule.TYPE_REQUIRED)
