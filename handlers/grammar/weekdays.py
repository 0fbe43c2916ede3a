"""Days of the week as people write them, alone, in lists and in ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.language import Language
from domain.recurrence import DAYS_A_WEEK
from handlers.grammar.dates.words import WEEKDAYS
from handlers.grammar.folding import bare, folded
from handlers.grammar.vocabulary import Hit, Miss, Name, Vocabulary

_ENGLISH = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_SPANISH = "lunes martes miércoles jueves viernes sábado domingo"
_ROWS = ((Language.ENGLISH, _ENGLISH), (Language.SPANISH, _SPANISH))

_VOCABULARY = Vocabulary(
    Name(number, name + ending, language, main=not ending)
    for language, row in _ROWS
    for number, name in enumerate(row.split())
    for ending in (("",) if name.endswith("es") else ("", "s"))
)
_EVERY_DAY = frozenset(range(DAYS_A_WEEK))
_WORKING_DAYS = frozenset(range(5))
_WEEKEND = frozenset({5, 6})
_DAILY = frozenset({"daily", "everyday", "day", "diario", "diaria", "diarios", "diariamente", "dia", "dias"})
_WORKING = frozenset(
    {"weekdays", "weekday", "habil", "habiles", "laboral", "laborales", "laborables", "entre"}
)
_AT_WORK, _DAYS = frozenset({"business", "working", "work"}), frozenset({"day", "days"})
_WEEKENDS = frozenset({"weekend", "weekends"})
_ENDS, _OF = frozenset({"fin", "fines"}), "de"
"""`fin de semana`: of what is said of months nothing is left here."""
_THROUGH = frozenset({"to", "through", "thru", "a", "al", "hasta", "-"})
_ARTICLES = frozenset({"el", "los", "de", "del", "desde", "from"})
_CLOCK, _WHOSE = frozenset({"hora", "horario"}), frozenset({"de", "del", "la", "el"})
"""`hora de Marte`: what stands behind is a place, not the beginning of a day."""
_ZONE, _ZONE_BEHIND = frozenset({"zona", "zone", "timezone", "tz", "horaria"}), frozenset({"time", "zone"})
"""The same of `zona Marte`, `zona horaria Marte` and `zone Sund`, and in front of `Frida time`."""
_WHOSE_WORDS_MAX = 2


@dataclass(slots=True)
class _Reading:
    days: set[int] = field(default_factory=set)
    last: int | None = None
    open_range: bool = False
    rest: list[str] = field(default_factory=list)

    def add(self, day: int) -> None:
        if self.open_range and self.last is not None:
            self.days |= _range(self.last, day)
        self.days.add(day)
        self.last, self.open_range = day, False


def find_weekday(word: str) -> int | None:
    """The day, 0 is Monday; None for other words."""
    found = _VOCABULARY.find(bare(word))
    return found.value if isinstance(found, Hit) else None


def weekdays_like(words: Sequence[str], language: Language) -> tuple[str, ...]:
    """The days that one of the words may have been meant for, in the language; none for what is like none."""
    found = (_VOCABULARY.find(bare(word)) for word in words)
    days = {name.value for miss in found if isinstance(miss, Miss) for name in miss.nearest}
    row = dict(_ROWS)[language].split()
    return tuple(row[day] for day in sorted(days))


def take_weekdays(words: list[str]) -> tuple[frozenset[int], list[str]]:
    """The days among the words, and the other words in their order."""
    reading = _Reading()
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if _names_place(words, index):
            reading.rest.append(word)
        else:
            _take(reading, word, following)
    return frozenset(reading.days), reading.rest


def _names_place(words: list[str], index: int) -> bool:
    """Whether a word that is no whole name of a day stands where a place does: `hora de …`, `zona …`."""
    begin = index
    while begin > max(0, index - _WHOSE_WORDS_MAX) and _plain(words, begin - 1) in _WHOSE:
        begin -= 1
    before, following = _plain(words, begin - 1), _plain(words, index + 1)
    is_behind = before in _ZONE or (begin < index and before in _CLOCK)
    is_before = following in _ZONE_BEHIND and _plain(words, index) not in WEEKDAYS
    return (is_behind or is_before) and _VOCABULARY.exact(bare(words[index])) is None


def _plain(words: list[str], index: int) -> str:
    """The word there, folded; nothing beyond the ends."""
    return folded(bare(words[index])) if 0 <= index < len(words) else ""


def _take(reading: _Reading, word: str, following: str) -> None:
    plain = folded(bare(word))
    day, span = find_weekday(word), _span(word)
    if day is not None:
        reading.add(day)
    elif span:
        reading.days |= span
    elif plain in _WORKING or (plain in _AT_WORK and folded(bare(following)) in _DAYS):
        reading.days = set(_WORKING_DAYS)
    elif plain in _WEEKENDS or (plain in _ENDS and folded(following) == _OF):
        reading.days |= _WEEKEND
    elif plain in _DAILY:
        reading.days = reading.days or set(_EVERY_DAY)
    elif plain in _THROUGH and reading.last is not None and find_weekday(following) is not None:
        reading.open_range = True
    elif not (plain in _ARTICLES and find_weekday(following) is not None):
        reading.rest.append(word)


def _span(word: str) -> frozenset[int]:
    first, dash, last = folded(bare(word)).partition("-")
    if not dash:
        return frozenset()
    begin, end = find_weekday(first), find_weekday(last)
    return _range(begin, end) if begin is not None and end is not None else frozenset()


def _range(first: int, last: int) -> frozenset[int]:
    """From one day to another, over the end of the week if need be."""
    length = (last - first) % DAYS_A_WEEK + 1
    return frozenset((first + step) % DAYS_A_WEEK for step in range(length))
