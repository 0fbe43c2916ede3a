"""What keys of one object owe each other, as data for `Record.constraints`.

A key of the wrong type is left to its own spec: constraints then say nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import Place
from bot.sandbox.validator.violations import Violation


def _names(keys: tuple[str, ...]) -> str:
    return " or ".join(f"`{key}`" for key in keys)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the keys must be there."""

    keys: tuple[str, ...]
    rule: Rule

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        if not any(key in value for key in self.keys):
            yield place.violation(self.rule, f"must define either {_names(self.keys)}")


@dataclass(frozen=True, slots=True)
class ExactlyOneOf:
    """One of the keys and no more."""

    keys: tuple[str, ...]
    none: Rule
    several: Rule

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        present = sum(key in value for key in self.keys)
        if present == 0:
            yield place.violation(self.none, f"must define either {_names(self.keys)}")
        elif present > 1:
            yield place.violation(self.several, f"must define only one of {_names(self.keys)}")


@dataclass(frozen=True, slots=True)
class Ascending:
    """Of the numbers (or strings of digits) that are there, none is below the one before it."""

    keys: tuple[str, ...]
    rule: Rule

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        present = [(key, number) for key in self.keys if (number := _number(value.get(key))) is not None]
        for (lower, low), (upper, high) in pairwise(present):
            if low > high:
                yield place.violation(self.rule, f"`{lower}` must not be greater than `{upper}`")


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class NeedsTrue:
    """When `key` is true, `other` must be true as well."""

    key: str
    other: str
    rule: Rule

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        if value.get(self.key) is True and value.get(self.other) is not True:
            yield place.violation(self.rule, f"`{self.key}` requires `{self.other}`")


@dataclass(frozen=True, slots=True)
class NotBothTrue:
    """At most one of the two keys is true."""

    first: str
    second: str
    rule: Rule

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        if value.get(self.first) is True and value.get(self.second) is True:
            yield place.violation(self.rule, f"`{self.first}` is incompatible with `{self.second}`")


@dataclass(frozen=True, slots=True)
class Among:
    """The initial choice (`initial_option`, or each of `initial_options`) is one of the options offered."""

    initial: str
    rule: Rule

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        offered = list(_offered(value))
        chosen = value.get(self.initial)
        if isinstance(chosen, dict):
            if chosen not in offered:
                yield place.at(self.initial).violation(self.rule, "must be one of the provided options")
        elif isinstance(chosen, list):
            for index, option in enumerate(chosen):
                if option not in offered:
                    where = place.at(self.initial).at(index)
                    yield where.violation(self.rule, "must be one of the provided options")


def _offered(value: Mapping[str, object]) -> Iterator[object]:
    options, groups = value.get("options"), value.get("option_groups")
    if isinstance(options, list):
        yield from options
    for group in groups if isinstance(groups, list) else []:
        inner = group.get("options") if isinstance(group, dict) else None
        if isinstance(inner, list):
            yield from inner


@dataclass(frozen=True, slots=True)
class NotWithElement:
    """`key` is not true while the block's element is of this type."""

    key: str
    element: str
    rule: Rule

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        element = value.get("element")
        kind = element.get("type") if isinstance(element, dict) else None
        if value.get(self.key) is True and kind == self.element:
            yield place.at("element").at("type").violation(self.rule, f"unsupported type: {self.element}")
