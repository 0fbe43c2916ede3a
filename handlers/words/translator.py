"""The words of one language: its messages; dates, numbers and lists as its readers write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern

from domain.language import Language

Value: TypeAlias = str | int | float
"""What a message takes: text of people as it is, numbers to be counted and formatted."""

PART_MAX = 2000
"""Characters of a variable that Fluent resolves itself; it refuses more than 2,500 (fluent.runtime, resolver,
MAX_PART_LENGTH), and a recorded text may have 3,000."""

KEPT = 512
"""Days, times of the day and numbers whose words are kept, of each so many."""

_SLOT = re.compile("\ue000([0-9]+)\ue001")
"""Private-use characters around a number: where a text that Fluent must not see is put in afterwards."""


class WordsMissingError(LookupError):
    """A message, an attribute of it, or one of its variables is not there. Never shown to a person."""


class Translator:
    """Callable: `t("message-id", name=value)`, and `t("message-id.attribute")`."""

    def __init__(
        self, language: Language, locale: Locale, bundle: FluentBundle, message_ids: frozenset[str]
    ) -> None:
        self.language = language
        self.message_ids = message_ids
        self._locale = locale
        self._bundle = bundle
        self._patterns: dict[str, Pattern] = dict(_patterns(bundle, message_ids))
        self._fixed = dict(_without_variables(bundle, self._patterns))
        # Digests of the same minute all tell the same days and times.
        self._day = lru_cache(KEPT)(lambda day: format_date(day, "medium", locale=locale))
        self._hour = lru_cache(KEPT)(lambda at: _spaced(format_time(at, "short", locale=locale)))
        # Every answer counts something.
        self._number = lru_cache(KEPT)(lambda number: format_decimal(number, locale=locale))
        self._percent = lru_cache(KEPT)(lambda number: format_percent(number / 100, locale=locale))

    def __call__(self, message: str, /, **values: Value) -> str:
        """The message in words. Raises WordsMissingError for an unknown message or a variable not given."""
        fixed = self._fixed.get(message)
        if fixed is not None:
            return fixed
        pattern = self._patterns.get(message)
        if pattern is None:
            raise WordsMissingError(f"{self.language.value}: no message {message}")
        held: list[str] = []
        shown = {name: _slotted(value, held) for name, value in values.items()}
        text, errors = self._bundle.format_pattern(pattern, shown)
        if errors:
            raise WordsMissingError(f"{self.language.value}: {message}: {errors[0]}")
        return _SLOT.sub(lambda slot: held[int(slot[1])], str(text)) if held else str(text)

    def has(self, message: str) -> bool:
        """Whether there is a message, or attribute, of that name."""
        return message in self._patterns

    def list(self, words: Iterable[str], *, either: bool = False) -> str:
        """`a, b and c`, or with `either` `a, b or c`."""
        items = list(words)
        joined = format_list(items, style="or" if either else "standard", locale=self._locale)
        if self.language is Language.SPANISH and len(items) > 1:
            return _euphonic(joined, items[-1], either=either)
        return joined

    def date(self, day: dt.date) -> str:
        """`Mar 5, 2027`, `5 mar 2027`."""
        return str(self._day(day))

    def time(self, at: dt.time) -> str:
        """A wall time: `9:00 AM`, `9:00 a.m.`."""
        return str(self._hour(at.replace(second=0, microsecond=0)))

    def datetime(self, instant: dt.datetime, zone: str) -> str:
        """Date and wall time in the IANA zone. `instant` is zone-aware."""
        local = instant.astimezone(ZoneInfo(zone))
        return f"{self.date(local.date())}, {self.time(local.time())}"

    def weekday(self, number: int) -> str:
        """`Monday`, `lunes`; 0 is Monday."""
        return str(self._locale.days["stand-alone"]["wide"][number])

    def number(self, number: float) -> str:
        """`12,345.6` in both languages: Mexico writes numbers as the United States do."""
        return str(self._number(number))

    def percent(self, number: float) -> str:
        """`40%` for 40."""
        return str(self._percent(number))

    def city(self, zone: str) -> str:
        """The city an IANA zone is named after: `Mexico City`, `Ciudad de México`."""
        return get_timezone_location(zone, locale=self._locale, return_city=True)

    def country(self, code: str) -> str:
        """The country of an ISO 3166 code; the code itself when the language has no name for it."""
        return str(self._locale.territories.get(code, code))


def _patterns(bundle: FluentBundle, message_ids: Iterable[str]) -> Iterable[tuple[str, Pattern]]:
    """Every message and attribute compiled now, so that nothing is compiled while people wait."""
    for name in message_ids:
        if not bundle.has_message(name):
            continue
        message = bundle.get_message(name)
        if message.value is not None:
            yield name, message.value
        for attribute, pattern in message.attributes.items():
            yield f"{name}.{attribute}", pattern


def _without_variables(bundle: FluentBundle, patterns: Mapping[str, Pattern]) -> Iterable[tuple[str, str]]:
    """Messages that always say the same, in words."""
    for name, pattern in patterns.items():
        text, errors = bundle.format_pattern(pattern, {})
        if not errors:
            yield name, str(text)


def _slotted(value: Value, held: list[str]) -> Value:
    if not isinstance(value, str) or (len(value) <= PART_MAX and "\ue000" not in value):
        return value
    held.append(value)
    return f"\ue000{len(held) - 1}\ue001"


def _spaced(text: str) -> str:
    """Without the narrow no-break spaces of CLDR, which many fonts show as a box."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


_LIKE_I = re.compile(r"\W*h?[ií](?![eaou])", re.IGNORECASE)
_LIKE_O = re.compile(r"\W*h?[oó]", re.IGNORECASE)


def _euphonic(joined: str, last: str, *, either: bool) -> str:
    """Spanish says `e` before the sound i and `u` before the sound o; CLDR's patterns do not."""
    word, other, sound = ("o", "u", _LIKE_O) if either else ("y", "e", _LIKE_I)
    head, tail = joined[: len(joined) - len(last)], last
    if sound.match(tail) and head.endswith(f" {word} ") and not re.match(r"[A-Z]-\d", tail):
        return f"{head[: -len(word) - 2]} {other} {tail}"
    return joined
