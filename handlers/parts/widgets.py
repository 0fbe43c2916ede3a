"""How a field of a form is filled in: text, a choice, several, a day, a number, a search as one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from domain.group import Group
from domain.item import Item
from domain.people import Member
from domain.permissions import Actor
from handlers.interaction import FieldValue
from handlers.parts.blocks import Block, plain
from handlers.parts.limits import OPTION_VALUE_MAX, OPTIONS_MAX, PLACEHOLDER_MAX
from handlers.parts.modals import checks, option, select, text_input
from handlers.words.slack_text import cut_characters, length
from handlers.words.translator import Translator

NOTHING_THERE = "—"
"""Stands for an empty field."""

INPUT_MAX = 3000
"""Characters of a plain text input (docs.slack.dev, plain-text input element)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a form is drawn for.

    `item` is the one it is about, once that is known. `labels` name values of searches by value: what was
    chosen stands there in words. `groups` are the numbers and names of the person's groups, while it is not
    known which one is meant.
    """

    t: Translator
    group: Group | None = None
    actor: Actor | None = None
    item: Item | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[tuple[str, str], ...] = ()

    @property
    def member(self) -> Member | None:
        """Who fills it in, when they belong to the group."""
        return None if self.actor is None else self.actor.member


Pairs: TypeAlias = Sequence[tuple[str, str]]
Offer: TypeAlias = Callable[[Setting], Pairs]
"""What there is to choose from: each value with its name, not escaped."""


class Widget(Protocol):
    """Makes the element of a field; `initial` stands in it from the start."""

    def element(self, setting: Setting, initial: FieldValue) -> Block:
        """The element, without its action_id."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Text, on one line unless `multiline`."""

    limit: int = INPUT_MAX
    multiline: bool = False

    def element(self, _setting: Setting, initial: FieldValue) -> Block:
        """What is too long to stand in it is cut.

        Slack does not say whether `max_length` counts characters or UTF-16 units: a text that is short
        enough in the one and too long in the other stands whole in an input without it. What is entered
        there is measured again when it comes back.
        """
        limit = min(self.limit, INPUT_MAX)
        text = cut_characters(initial, limit) if isinstance(initial, str) and initial else None
        fits = text is None or length(text) <= limit
        return text_input(limit=limit if fits else None, multiline=self.multiline, initial=text)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of what there is."""

    offer: Offer

    def element(self, setting: Setting, initial: FieldValue) -> Block:
        return select(_options(self.offer(setting)), initial=initial if isinstance(initial, str) else None)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Any of a few, all in sight (checkboxes take 10)."""

    offer: Offer

    def element(self, setting: Setting, initial: FieldValue) -> Block:
        return checks(_options(self.offer(setting)), initial=frozenset(_several(initial)))


@dataclass(frozen=True, slots=True)
class Choices:
    """Any of what there is."""

    offer: Offer

    def element(self, setting: Setting, initial: FieldValue) -> Block:
        options = _options(self.offer(setting))
        chosen = [one for one in options if one["value"] in _several(initial)]
        element: Block = {"type": "multi_static_select", "options": options}
        return element | ({"initial_options": chosen} if chosen else {})


@dataclass(frozen=True, slots=True)
class Day:
    """A local day."""

    def element(self, _setting: Setting, initial: FieldValue) -> Block:
        element: Block = {"type": "datepicker"}
        return element | ({"initial_date": initial} if isinstance(initial, str) and initial else {})


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall time of 24 hours."""

    def element(self, _setting: Setting, initial: FieldValue) -> Block:
        element: Block = {"type": "timepicker"}
        return element | ({"initial_time": initial} if isinstance(initial, str) and initial else {})


@dataclass(frozen=True, slots=True)
class Percentage:
    """A whole number from 0 to 100."""

    def element(self, _setting: Setting, initial: FieldValue) -> Block:
        element: Block = {"type": "number_input", "is_decimal_allowed": False}
        element |= {"min_value": "0", "max_value": "100"}
        return element | ({"initial_value": initial} if isinstance(initial, str) and initial else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One or several of what is found as one types; `source` says among what (`handlers.parts.sources`)."""

    source: str
    most: int = 1

    def element(self, setting: Setting, initial: FieldValue) -> Block:
        """Offers the latest before anything is typed (min_query_length 0)."""
        chosen = [option(setting.labels.get(value, value), value) for value in _several(initial)]
        kind = "external_select" if self.most == 1 else "multi_external_select"
        hint = plain(setting.t(f"search-for-{self.source}"), PLACEHOLDER_MAX)
        element: Block = {"type": kind, "min_query_length": 0, "placeholder": hint}
        if self.most == 1:
            return element | ({"initial_option": chosen[0]} if chosen else {})
        element["max_selected_items"] = self.most
        return element | ({"initial_options": chosen[: self.most]} if chosen else {})


def words_for(widget: Widget, setting: Setting, value: FieldValue) -> str:
    """What a value of the field stands for, as its reader sees it there."""
    known = dict(setting.labels)
    if isinstance(widget, Choice | Choices | Ticks):
        known |= dict(widget.offer(setting))
    return ", ".join(known.get(one, one) for one in _several(value)) or NOTHING_THERE


def _options(pairs: Pairs) -> list[Block]:
    return [option(label, value) for value, label in pairs[:OPTIONS_MAX] if len(value) <= OPTION_VALUE_MAX]


def _several(value: FieldValue) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return value or ()
