"""How often something comes again, as people write it: `every 2 weeks`, `monthly 1`, `primer lunes`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from domain.recurrence import EVERY_WEEKS_MAX, LAST, MONTH_DAY_MAX, MonthlyOnDay, MonthlyOnWeekday
from handlers.grammar.folding import bare, folded
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.weekdays import find_weekday

Monthly: TypeAlias = MonthlyOnDay | MonthlyOnWeekday

_NUMBERS = {"other": 2, "second": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS |= {"third": 3, "fourth": 4, "2nd": 2, "3rd": 3, "4th": 4}
_NUMBERS |= {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "ocho": 8, "catorce": 14, "quince": 15}
_NTH = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_NTH |= {"1er": 1, "1ro": 1, "2do": 2, "2o": 2, "3er": 3, "3ro": 3, "4to": 4, "4o": 4, "cuarto": 4}
_NTH |= {"primer": 1, "primero": 1, "segundo": 2, "tercer": 3, "tercero": 3, "ultimo": LAST, "last": LAST}
_NTH |= {"primeros": 1, "segundos": 2, "terceros": 3, "cuartos": 4, "ultimos": LAST}
_FIFTH = frozenset({"fifth", "5th", "quinto", "5to", "5o", "penultimate", "penultimo", "antepenultimo"})
_COUNTED = frozenset({"second", "2nd"})
"""`every second Friday` counts weeks; `cada segundo viernes`, and any third or fourth, may mean either."""
_ORDINAL = re.compile(r"^(\d+)\.(?=[a-z])")
_WEEK_DAYS = 7
_WEEKS_SAID = {8: 1, 15: 2}
"""`cada ocho días`, `cada quince días` are how weeks are counted in Spanish, both ends included."""

_EVERY = r"(?:every|each|cada)"
_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(_NUMBERS)})"
_LEAD = r"(?:(?:on|the|el|los|al|a|en) )*"
_MARK = (
    r"(?:monthly|mensual(?:mente)?|(?:of |on |in )?(?:every|each|the|a) month|(?:de |en )?cada mes"
    r"|del? mes|al mes|(?:de )?todos los meses)"
)
_MONTH_DAY = r"(?P<number>\d{1,2})(?:st|nd|rd|th|o|er|ro)?(?! ?(?:a ?m|p ?m|a\.|p\.|h|hs|hrs|horas|de la)\b)"

_WEEKLY = re.compile(
    rf"\b(?:weekly|semanal(?:es|mente)?|(?:once )?{_EVERY} (?:week|semana)|todas las semanas"
    r"|once (?:a|per) week|una vez (?:a la|por|cada) semana)\b"
)
_WEEKS = re.compile(rf"\b{_EVERY} {_NUMBER} (?:weeks?|semanas?)\b")
_DAYS = re.compile(rf"\b{_EVERY} {_NUMBER} (?:days|dias)\b")
_FORTNIGHT = re.compile(rf"\b(?:fortnightly|bi-?weekly|{_EVERY} fortnight|catorcenal(?:es|mente)?)\b")
_SUCH_DAYS = re.compile(rf"\b{_EVERY} {_NUMBER} (?P<day>\S+)")
_PAYDAYS = re.compile(r"\b(?:quincenal(?:es|mente)?|quincenas?|twice a month|semi-?monthly)\b")
_SELDOM = re.compile(
    rf"\b(?:{_EVERY} {_NUMBER} (?:months?|mes(?:es)?|years?|anos?)|{_EVERY} (?:quarter|trimestre|year|ano)"
    r"|(?:of|del?) (?:(?:the|la|el|each|every|cada) )?(?:quarter|trimestre|year|ano)"
    r"|bi-?monthly|bimestral|quarterly|trimestral|semestral|yearly|annual(?:ly)?|anual(?:mente)?|bimensual"
    rf"|hourly|{_EVERY} (?:[0-9]+ )?(?:hours?|horas?))\b"
)
_STRANGE = re.compile(
    rf"\b(?:(?:{'|'.join(_NTH)}) (?:(?:business|working) days?|work ?days?|weekdays?"
    r"|dias? (?:habil(?:es)?|laboral(?:es)?|laborables?)"
    r"|(?:day|dia) (?:of|de) (?:(?:the|la|each|every|cada) )?(?:week|semana))"
    rf"|{_EVERY} (?:other|second|third|fourth|2nd|3rd|4th|segundo|tercer|cuarto|otro) (?:day|dia)"
    rf"|{_EVERY} (?:segund[ao]|tercera?|cuart[ao]) (?:semana|mes)"
    r"|second(?: to)? last \S+)(?!\S)"
)
"""Days that no digest can come on. `cada tercer día` is every other one in Mexico, and neither can be."""
_LAST_DAY = re.compile(
    r"(?<!\S)(?:last day|ultimo dia|end of (?:the )?month|month-?end|fin(?:al|ales)? del? mes)(?!\S)"
)
_FIRST_DAY = re.compile(
    r"(?<!\S)(?:(?:first|1st) day|primer(?:os)? dias?|(?:dia )?primero del? (?:cada )?mes"
    r"|(?:first|beginning|start) of (?:(?:the|each|every) )?month"
    r"|(?:inicios?|principios?) de(?:l| cada)? mes)(?!\S)"
)
_DAY_OF_MONTH = (
    re.compile(rf"(?<!\S){_MARK} {_LEAD}(?:(?:day|dia) )?{_MONTH_DAY}(?!\S)"),
    re.compile(rf"(?<!\S)(?:day|dia|(?<!todos )los dias|dias(?= \d+ y )) {_MONTH_DAY}(?!\S)"),
    re.compile(rf"(?<!\S){_MONTH_DAY} {_MARK}(?!\S)"),
)
_MONTHLY = re.compile(rf"(?<!\S){_MARK}(?!\S)")
_PAIR = re.compile(r"(?<!\S)(?P<nth>\S+)(?= (?P<day>\S+))")
_BEFORE = re.compile(r"(?<!\S)(?:(?:on|the|el|los|al|a|en|every|each|cada) )+$")
_MORE_DAYS = re.compile(r"(?: (?:and|y|e))? (?P<day>\S+)")
_EACH = re.compile(rf"(?<!\S){_EVERY} $")
_LISTED = re.compile(rf"(?<!\S)(?:{'|'.join(_NTH)}) (?:and |y )?(?:(?:the|el|on) )*$")
_ONCE = re.compile(r"(?<!\S)(?:next|proxim[oa]|siguiente) (?P<day>\S+)")
"""One day alone: a digest comes again and again."""
_DAY_BEFORE = re.compile(
    r"(?<!\S)(?:(?:day|dia) )?(?P<number>\d{1,2})(?:st|nd|rd|th|o)? (?:and|y|e) (?:(?:the|el|on) )*$"
)
_DAY_BEHIND = re.compile(
    r"^ (?:and|y|e) (?:(?:the|el|on) )*(?P<number>\d{1,2})(?:st|nd|rd|th|o)?(?! ?[ap]\.? ?m)(?!\S)"
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What is said of how often: `every` so many weeks, or what comes `monthly`; `rest` is the other text."""

    rest: str
    every: int | None = None
    monthly: Monthly | None = None


def take_rhythm(text: str) -> Rhythm | Problem:
    """How often, and the text without it; where weeks are counted their days are left in the text."""
    words = [word for word in re.split(r"[\s,;]+", text) if _plain(word)]
    line = " ".join(map(_plain, words))
    paydays = _PAYDAYS.search(line)
    if paydays is not None:
        is_weekly = paydays[0].startswith("quincenal") and any(
            find_weekday(word) is not None for word in words
        )
        return _weeks(words, paydays.span(), 2) if is_weekly else Problem(ProblemCode.RHYTHM_TWICE_A_MONTH)
    never = _STRANGE.search(line) or _SELDOM.search(line)
    if never is not None:
        return Problem(ProblemCode.RHYTHM_UNKNOWN, _typed(words, never.span()))
    once = _ONCE.search(line)
    if once is not None and find_weekday(once["day"]) is not None:
        return Problem(ProblemCode.RHYTHM_UNKNOWN, _typed(words, once.span()))
    monthly = _by_month(line, words)
    if isinstance(monthly, Rhythm):
        return _only_by_month(monthly, line, words)
    return monthly or _by_weeks(line, words) or Rhythm(text)


def _only_by_month(found: Rhythm, line: str, words: list[str]) -> Rhythm | Problem:
    """What comes by month; what is said to come by weeks too is asked about, where that can be."""
    others = found.rest.split()
    weekly = _by_weeks(" ".join(map(_plain, others)), others)
    if weekly is None:
        return found
    pair = next((each for each in _PAIR.finditer(line) if each["nth"] in _NTH), None)
    if isinstance(weekly, Problem) or pair is None or not isinstance(found.monthly, MonthlyOnWeekday):
        return Problem(ProblemCode.RHYTHM_SEVERAL)
    once = _typed(words, (pair.start(), pair.end("day")))
    kept = weekly.rest.split()
    each = [bare(word) for word in others if word not in kept]
    said = " ".join(bare(word) for word in words if bare(word) in {*each, *once.split()})
    weeks = " ".join([*each, once.split()[-1]])
    return Problem(ProblemCode.RHYTHM_BOTH, said, (once, weeks))


def _plain(word: str) -> str:
    return _ORDINAL.sub(r"\1", folded(bare(word)).replace("\u00b0", "o"))


def _by_month(line: str, words: list[str]) -> Rhythm | Problem | None:
    marks = [match.span() for match in _MONTHLY.finditer(line)]
    found = _nth(line, words, has_mark=bool(marks)) or _end_of_month(line, words) or _month_day(line)
    if found is None:
        return Problem(ProblemCode.MONTH_DAY_MISSING) if marks else None
    if isinstance(found, Problem):
        return found
    (begin, end), monthly = found
    lead = _BEFORE.search(line[:begin])
    spans = [*marks, (begin if lead is None else lead.start(), end)]
    return Rhythm(_left(words, spans), monthly=monthly)


_Found: TypeAlias = tuple[tuple[int, int], Monthly]


def _nth(line: str, words: list[str], *, has_mark: bool) -> _Found | Problem | None:
    """The first to fourth, or the last, of a weekday.

    Unless by month, `every second Friday` counts weeks, and `every third Friday` may mean either.
    """
    found: _Found | None = None
    for match in _PAIR.finditer(line):
        weekday, before = find_weekday(match["day"]), line[: match.start()]
        if weekday is None:
            continue
        if match["nth"] in _FIFTH:
            return Problem(ProblemCode.MONTH_DAY_UNKNOWN, _typed(words, (match.start(), match.end("day"))))
        nth = _NTH.get(match["nth"])
        each = None if has_mark else _EACH.search(before)
        if nth is None or (each is not None and match["nth"] in _COUNTED):
            continue
        if each is not None and nth not in {1, LAST}:
            typed = _typed(words, (each.start(), _through_days(line, match.end("day"))))
            return _either(typed, nth)
        if found is not None or _LISTED.search(before):
            return Problem(ProblemCode.RHYTHM_SEVERAL)
        found = (match.start(), match.end("day")), MonthlyOnWeekday(nth, weekday)
    return found


def _through_days(line: str, end: int) -> int:
    """Where the list of days ends that goes on there."""
    while (more := _MORE_DAYS.match(line, end)) is not None and find_weekday(more["day"]) is not None:
        end = more.end()
    return end


def _either(typed: str, nth: int) -> Problem:
    """Once a month, or after so many weeks: asks which, in the words that were typed.

    Of several days at once only weeks can be counted.
    """
    each, which, day = typed.split(" ", 2)
    weeks = f"cada {nth} semanas" if folded(each) == "cada" else f"every {nth} weeks"
    once = () if " " in day else (f"{which} {day}",)
    return Problem(ProblemCode.RHYTHM_EITHER, typed, (*once, f"{weeks} {day}"))


def _end_of_month(line: str, words: list[str]) -> _Found | Problem | None:
    """Its first or its last day."""
    for pattern, day in ((_LAST_DAY, LAST), (_FIRST_DAY, 1)):
        match = pattern.search(line)
        if match is not None:
            before = _DAY_BEFORE.search(line[: match.start()])
            if before is not None:
                return _two_days(before["number"], day, _typed(words, before.span()))
            is_listed = _LISTED.search(line[: match.start()])
            return _two_days(1, day) if is_listed else (match.span(), MonthlyOnDay(day))
    return None


def _month_day(line: str) -> _Found | Problem | None:
    match = next((found for pattern in _DAY_OF_MONTH if (found := pattern.search(line))), None)
    if match is None:
        return None
    before, behind = _DAY_BEFORE.search(line[: match.start()]), _DAY_BEHIND.search(line[match.end() :])
    if before is not None or behind is not None:
        days = [each["number"] for each in (before, match, behind) if each is not None]
        return _two_days(days[0], days[1])
    day = int(match["number"])
    if not 1 <= day <= MONTH_DAY_MAX:
        return Problem(ProblemCode.MONTH_DAY_UNKNOWN, match["number"])
    return match.span(), MonthlyOnDay(day)


def _two_days(first: str | int, second: str | int, typed: str = "") -> Problem:
    """Two days of the month are two digests: its suggestions are the days, in numbers."""
    for day in (int(first), int(second)):
        if day != LAST and not 1 <= day <= MONTH_DAY_MAX:
            return Problem(ProblemCode.MONTH_DAY_UNKNOWN, str(day))
    return Problem(ProblemCode.MONTH_DAYS_SEVERAL, typed, (str(first), str(second)))


def _by_weeks(line: str, words: list[str]) -> Rhythm | Problem | None:
    counted = _WEEKS.search(line)
    if counted is not None:
        return _weeks(words, counted.span(), _number(counted))
    days = _DAYS.search(line)
    if days is not None:
        weeks, over = divmod(_number(days), _WEEK_DAYS)
        weeks, over = (_WEEKS_SAID.get(_number(days), weeks), over and _number(days) not in _WEEKS_SAID)
        if over:
            return Problem(ProblemCode.RHYTHM_UNKNOWN, _typed(words, days.span()))
        return _weeks(words, days.span(), weeks)
    fortnight = _FORTNIGHT.search(line)
    if fortnight is not None:
        return _weeks(words, fortnight.span(), 2)
    such = _SUCH_DAYS.search(line)
    if such is not None and find_weekday(such["day"]) is not None:
        return _weeks(words, (such.start(), such.end("number")), _number(such))
    weekly = _WEEKLY.search(line)
    return None if weekly is None else _weeks(words, weekly.span(), 1)


def _weeks(words: list[str], span: tuple[int, int], weeks: int) -> Rhythm | Problem:
    if not 1 <= weeks <= EVERY_WEEKS_MAX:
        return Problem(ProblemCode.RHYTHM_WEEKS, str(weeks))
    return Rhythm(_left(words, [span]), every=weeks)


def _number(match: re.Match[str]) -> int:
    said = match["number"]
    return _NUMBERS.get(said) or int(said)


def _left(words: list[str], spans: list[tuple[int, int]]) -> str:
    """The words, as typed, that none of the spans of the plain line touches."""
    return " ".join(
        word
        for word, at, end in _placed(words)
        if not any(begin < end and at < stop for begin, stop in spans)
    )


def _typed(words: list[str], span: tuple[int, int]) -> str:
    """The words, as typed but for what is around each, that the span of the plain line touches."""
    begin, stop = span
    return " ".join(bare(word) for word, at, end in _placed(words) if begin < end and at < stop)


def _placed(words: list[str]) -> Iterator[tuple[str, int, int]]:
    """Each word with its place in the plain line."""
    at = 0
    for word in words:
        end = at + len(_plain(word))
        yield word, at, end
        at = end + 1
