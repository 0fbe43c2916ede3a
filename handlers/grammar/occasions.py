"""When a meeting is, day and time in one phrase: `el martes a las 10:00`, `10 am tomorrow Mexico City`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from handlers.grammar.dates.disagreements import Disagreement, disagreement
from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import DAY_WORDS_MAX
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.times import WORD, EitherHour, TimeTaken, either_hour, goes_on, spoken_early, take_time
from handlers.grammar.vocabulary import Hit
from handlers.grammar.zones import find_zone, is_zone

TIME_WORDS_MAX = 8
ZONE_WORDS_MAX = 5
"""Words of the longest time, zone: `a las 5 y media de la tarde`."""

_LEAD = re.compile(r"(?:on|el|para el|para|the)\s+(?=\S)", re.IGNORECASE)
_TOWARDS = re.compile(r"(?:to|al?)\s+(?=\S)", re.IGNORECASE)
"""In front of the day that something is moved to."""


_LOOSE = " ,;:.·-"
_NUMBER = re.compile(r"[0-9]+", re.ASCII)
_NUMBER_OR_RANGE = re.compile(r"[0-9]+(?:-[0-9]{1,2})?", re.ASCII)
_JOINING = frozenset({"de", "of", "del"})
_PLAIN_WORDS, _JOINED_WORDS = 2, 3
"""Words of `31 feb` and of `31 de febrero`."""

HOURS_A_DAY = 24
_ASKED = frozenset(
    {ProblemCode.WEEKDAY_DISAGREES, ProblemCode.DAYS_DISAGREE}
    | {ProblemCode.DATE_PASSED, ProblemCode.DATE_RANGE}
)
DAYS_ALONE = frozenset({ProblemCode.HOUR_MISSING}) | _ASKED
"""Problems of a day without a time."""

_BETWEEN = re.compile(r"[\s,;·-]*")
_GAP = re.compile(r"[ \t,]*")
_ANOTHER = re.compile(
    r"[ \t,]*(?:[-\u2013\u2014&]|(?:(?P<also>and|y|e|or|o)|to|until|till|through|a|hasta)(?=\s))[ \t]*",
    re.IGNORECASE,
)
"""What joins a second occasion to the first; a semicolon or a line's end begins the text."""

_APART = re.compile(r"[\s,(]*")
_ZONE_LEAD = re.compile(r"[\s,(]*(?:(?:hora|horario)\s+(?:de\s+(?:la\s+)?)?|in\s+|time\s+)?", re.IGNORECASE)
_CLOCK = re.compile(r"[\s,(]*(?:(?:hora|horario|tiempo)\s+local|local\s+time)(?!\w)\)?", re.IGNORECASE)
"""That of the place where it is held, which is what is understood without it."""

_OF_CLOCK = re.compile(r"(?:hora(?:rio)?|tiempo)\s+(?=del?\s)", re.IGNORECASE)
_OF = re.compile(r"\s+(?:del?|of)\s", re.IGNORECASE)
"""Behind these it is another thing's name: `Centro de carga`."""

_ZONE_TAIL = re.compile(r"\s*(?:time\b)?\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OccasionTaken:
    """The local day and wall time, None where the text names neither; `zone` is IANA's, if one was named.

    `undated`: no day was named, so that today was taken for it.
    """

    day: date | None
    at: time | None
    zone: str | None
    rest: str
    undated: bool = field(default=False, compare=False)
    second: str = field(default="", compare=False)
    """Another time right behind it, as it was typed: `and friday 15:00`, `a 12:00`."""
    either: EitherHour | None = field(default=None, compare=False)
    """What was typed of it, where its time may be of either half of the day."""


def take_occasion(text: str, reader: Reader) -> OccasionTaken | Problem:
    """The occasion that the text begins with, and the rest of it. A time alone is today's."""
    text = text.strip()
    spans = [(found.start(), found.end()) for found in WORD.finditer(scannable(text))]
    dated = _day_first(text, spans, reader)
    found = dated or _time_first(text, spans, reader)
    if found is None:
        return OccasionTaken(None, None, None, text)
    if isinstance(found, Problem):
        is_told = found.code in DAYS_ALONE
        return found if is_told else _day_problem(text, spans, reader) or found
    day, at, end = found
    either = either_hour(text[:end].rstrip(_LOOSE), last=dated is not None)
    zone, end = _zone_at(text, end)
    rest = text[_BETWEEN.match(text, end).end() :]  # type: ignore[union-attr]  # it matches anywhere
    second = _second(text, end, reader)
    return OccasionTaken(day or reader.today, at, zone, rest, day is None, second, either)


def take_day(text: str, reader: Reader) -> tuple[date | None, str]:
    """The day that the text begins with, the longest reading, and the rest of it."""
    text = text.strip()
    spans = [(found.start(), found.end()) for found in WORD.finditer(scannable(text))]
    for words in range(min(DAY_WORDS_MAX, len(spans)), 0, -1):
        end = spans[words - 1][1]
        day = _day(text[:end], reader)
        if day is not None:
            return day, text[end:].lstrip(_LOOSE)
        if disagreement(text[:end], reader) is not None:
            break
    return None, text


def take_day_alone(text: str, reader: Reader) -> OccasionTaken:
    """The day that the text begins with, without a time."""
    day, rest = take_day(text, reader)
    end = len(text) - len(rest)
    return OccasionTaken(day, None, None, rest, second=_second(text, end, reader) if day else "")


def take_hour(text: str, *, number: bool = False) -> OccasionTaken | None:
    """The time that the text begins with, with its zone; a `number` alone is one only where it is said so."""
    spans = [(found.start(), found.end()) for found in WORD.finditer(scannable(text))]
    found = _time_at(text, spans)
    if found is None or isinstance(found, Problem):
        return None
    if not number and text[: found[1]].strip(_LOOSE).isdigit():
        return None
    either = either_hour(text[: found[1]].rstrip(_LOOSE), last=False)
    zone, end = _zone_at(text, found[1])
    rest = text[_BETWEEN.match(text, end).end() :]  # type: ignore[union-attr]  # it matches anywhere
    return OccasionTaken(None, found[0], zone, rest, either=either)


def _second(text: str, end: int, reader: Reader) -> str:
    """Another occasion right behind the first. A time alone counts where it is joined or has minutes."""
    if text[:end].endswith(";"):
        return ""
    lead = _ANOTHER.match(text, end)
    begin = lead.end() if lead else _GAP.match(text, end).end()  # type: ignore[union-attr]  # it matches anywhere
    behind = text[begin:]
    spans = [(found.start(), found.end()) for found in WORD.finditer(scannable(behind))]
    found = _day_first(behind, spans, reader) or _time_first(behind, spans, reader)
    if isinstance(found, Problem):
        is_day = lead is not None and lead["also"] and found.code in DAYS_ALONE
        return found.word if is_day else ""
    if found is None or (found[0] is None and not lead and ":" not in behind[: found[2]]):
        return ""
    return behind[: found[2]].strip(_LOOSE)


def _day_first(
    text: str, spans: Sequence[tuple[int, int]], reader: Reader
) -> tuple[date, time, int] | Problem | None:
    """`tuesday 10:00`, `jueves 18 a las 10`; a day without a time is a problem.

    A number right behind a weekday is the day of a month, unless more than it says that it is an hour.
    """
    problem: Problem | None = None
    numbered = 0
    for words in range(min(DAY_WORDS_MAX, len(spans)), 0, -1):
        end = spans[words - 1][1]
        day = _day(text[:end], reader)
        wrong = disagreement(text[:end], reader) if day is None else None
        if wrong is not None:
            is_timed = isinstance(_time_at(text, spans[words:]), tuple)
            asked = wrong.problem() if is_timed else _either(wrong, text, spans[words - 1])
            problem, numbered = problem or asked, words
        if day is None:
            continue
        found = _time_at(text, spans[words:])
        is_day = words + 1 == numbered and _is_number_alone(text, spans[words], found)
        if found is not None and not is_day:
            return found if isinstance(found, Problem) else (day, *found)
        problem = problem or Problem(ProblemCode.HOUR_MISSING, _as_example(text[:end], reader))
        numbered = words
    return problem


def _is_number_alone(text: str, span: tuple[int, int], found: tuple[time, int] | Problem | None) -> bool:
    is_short = not isinstance(found, tuple) or found[1] == span[1]
    return is_short and _NUMBER.fullmatch(text[slice(*span)].rstrip(_LOOSE)) is not None


def _either(wrong: Disagreement, text: str, last: tuple[int, int]) -> Problem:
    """The question which day was meant, or whether the number is an hour."""
    word = scannable(text[slice(*last)]).rstrip(_LOOSE)
    number = _NUMBER.match(word) if _NUMBER_OR_RANGE.fullmatch(word) else None
    is_hour = (
        wrong.code is not ProblemCode.DAYS_DISAGREE and number is not None and int(number[0]) < HOURS_A_DAY
    )
    return wrong.problem(*([f"{text[: last[0]].rstrip()} {int(number[0])}:00"] if number and is_hour else []))


def _day_problem(text: str, spans: Sequence[tuple[int, int]], reader: Reader) -> Problem | None:
    """The words before the time, where these begin with a number that is no time: `31 feb 10:00`."""
    begin, end = spans[0]
    if not _NUMBER.fullmatch(text[begin:end].rstrip(_LOOSE)) or _day(text[begin:end], reader) is not None:
        return None
    joined = len(spans) > 1 and folded(text[slice(*spans[1])]) in _JOINING
    usual = _JOINED_WORDS if joined else _PLAIN_WORDS
    before = next((at for at, word in enumerate(spans[1:], 1) if ":" in text[slice(*word)]), usual)
    words = spans[: min(before, DAY_WORDS_MAX)]
    return Problem(ProblemCode.DAY_UNKNOWN, text[begin : words[-1][1]].rstrip(_LOOSE))


def _time_first(
    text: str, spans: Sequence[tuple[int, int]], reader: Reader
) -> tuple[date | None, time, int] | Problem | None:
    """`10 am tomorrow`; a time alone names no day, and is more than a number."""
    found = _time_at(text, spans)
    if found is None or isinstance(found, Problem):
        return found
    at, end = found
    behind = [span for span in spans if span[0] >= end]
    for words in range(min(DAY_WORDS_MAX, len(behind)), 0, -1):
        phrase = text[behind[0][0] : behind[words - 1][1]]
        day, wrong = _day(phrase, reader), disagreement(phrase, reader)
        if day is not None:
            return day, at, behind[words - 1][1]
        if wrong is not None:
            return wrong.problem()
    return None if text[:end].strip().isdigit() else (None, at, end)


def _time_at(text: str, spans: Sequence[tuple[int, int]]) -> tuple[time, int] | Problem | None:
    """The time that the words begin with, and where it ends; the longest reading counts."""
    if not spans:
        return None
    problem: Problem | None = None
    for words in range(min(TIME_WORDS_MAX, len(spans)), 0, -1):
        start, end = spans[0][0], spans[words - 1][1]
        taken = take_time(text[start:end].rstrip(",;"))
        if isinstance(taken, Problem):
            if _asks_which(taken, text[start:end]) and not goes_on(taken.word, text[end:]):
                return spoken_early(taken), end
            problem = problem or (taken if words == 1 else None)
        elif _is_all(taken):
            return taken.at, end  # type: ignore[return-value]  # there is one
    return problem


def _asks_which(problem: Problem, phrase: str) -> bool:
    """Whether all of the phrase is an hour of the morning or of the afternoon."""
    return problem.code is ProblemCode.HOUR_EITHER and phrase.rstrip(_LOOSE) == problem.word


def _without(lead: re.Pattern[str], phrase: str) -> str:
    found = lead.match(phrase)
    return phrase[found.end() :] if found else phrase


def _as_example(phrase: str, reader: Reader) -> str:
    """The day as it stands in an example, without the word that something is moved to it."""
    phrase = phrase.rstrip(_LOOSE)
    moved = _without(_TOWARDS, phrase)
    return moved if _day(moved, reader) is not None else phrase


def _is_all(taken: TimeTaken) -> bool:
    return taken.at is not None and not taken.rest.strip(" ,;")


def _day(phrase: str, reader: Reader) -> date | None:
    moved = _without(_TOWARDS, phrase)
    for wanted in dict.fromkeys((phrase, moved, _without(_LEAD, moved))):
        period = read_period(wanted.rstrip(" ,;"), reader)
        if period is not None and period.first == period.last:
            return period.first
    return None


def _zone_at(text: str, at: int) -> tuple[str | None, int]:
    """The zone that is named right behind the time, and where it ends."""
    local = _CLOCK.match(text, at)
    if text[:at].rstrip().endswith(";"):
        return None, at
    if local is not None:
        return None, local.end()
    lead = _ZONE_LEAD.match(text, at)
    for begin in dict.fromkeys((_APART.match(text, at).end(), lead.end() if lead else at)):  # type: ignore[union-attr]  # it matches anywhere
        zone, end = _zone_from(text, begin)
        if zone is not None:
            return zone, end
    return None, at


def _zone_from(text: str, begin: int) -> tuple[str | None, int]:
    """The zone whose name begins there, the longest one."""
    spans = [(found.start(), found.end()) for found in WORD.finditer(text, begin)][:ZONE_WORDS_MAX]
    for words in range(len(spans), 0, -1):
        end = spans[words - 1][1]
        name = text[begin:end].rstrip(",;.)")
        spoken = _OF_CLOCK.sub("hora ", name)
        found = find_zone(spoken) if is_zone(spoken) else None
        if isinstance(found, Hit) and not _OF.match(text, begin + len(name)):
            tail = _ZONE_TAIL.match(text, begin + len(name))
            return found.value, tail.end() if tail else end
    return None, begin
