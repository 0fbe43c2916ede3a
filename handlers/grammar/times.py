"""Times of day as people write them: `9:00`, `9am`, `17.30`, `las 5 de la tarde`, `noon`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode

_SPOKEN = {
    hour: number
    for first, words in (
        (1, "one two three four five six seven eight nine ten eleven twelve"),
        (1, "una dos tres cuatro cinco seis siete ocho nueve diez once doce"),
    )
    for number, hour in enumerate(words.split(), first)
}
"""Hours in words: read behind `at` and `a las` alone."""
_ONE = "one"
_BEHIND_ONE = r"(?=\s*(?:[,;.)]|$)|\s+(?:o'clock|thirty|fifteen|forty|[ap]\.?\s?m\b|in\s+the\s+[mae]))"
"""`At one` may go on: at one of the plants."""
_SPOKEN_HOURS = rf"(?:{'|'.join(_SPOKEN)})\b(?:(?<!\bone)|{_BEHIND_ONE})"
_PAST = {None: "00", "cuarto": "15", "media": "30"}
_PAST |= {"fifteen": "15", "thirty": "30", "forty five": "45", "forty-five": "45"}
_EITHER_LAST = 6
"""Hours up to this one may be of the morning or the afternoon; of a digest's those in digits are of 24."""

_TIME = re.compile(
    rf"""
    (?<!\S)(?P<lead>(?:at|a\s+las?|las|para\s+las?(?=\s+[0-9])|al?(?=\s+(?:mediod|medianoche)))\s+|@\s*)?
    (?:
        (?:(?P<hour>[0-9]{{1,4}})(?:[:.h](?P<minute>[0-9]{{1,3}}))?|(?P<spoken>(?(lead){_SPOKEN_HOURS}|(?!))))
        (?:\s+y\s+(?P<past>media|cuarto)(?!\S)
            |(?(spoken)\s+(?P<minutes>thirty|fifteen|forty[-\s]five)(?!\w)|(?!)))?
        \s?(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|de\s+la\s+(?:ma.{{1,2}}ana|tarde|noche)
            |de\s+la\s+madrugada|del\s+(?:mediod.{{1,2}}a|d.{{1,2}}a(?!\s+(?:[0-9]|de\b|primero|siguiente)))\b
            |in\s+the\s+(?:morning|afternoon|evening))?
        (?:\s?(?:h|hs|hrs|horas|o'clock)\b\.?)?
      | (?P<word>noon|mediod.{{1,2}}a|midnight|medianoche)
    )
    (?=[\s,;]|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = {"noon": 12, "mediodia": 12, "midnight": 0, "medianoche": 0}
_HALF_DAY = 12
_MIDDAY, _MIDDAY_LAST = frozenset({"deldia", "delmediodia"}), 3
"""`Las 12 del día` is noon, and so is `12 de la mañana`; midnight is `12 de la noche`."""
_HOURS, _MINUTES = 24, 60

_DAY_BEFORE = re.compile(
    r"(?<!\S)(?<!at )(?<!las )(?:0?[1-9]|[12][0-9]|3[01])(?=\s+(?:(?:at|a\s+las?|las)\s+)?[0-9])",
    re.IGNORECASE,
)
"""`Friday 5 9:00`: of two numbers without a word between them the first is a day of the month."""

WORD = re.compile(
    r"[0-9]{1,2}(?::[0-9]{2}\s?(?:[ap]\.?m\.?|h(?:rs?)?)?|(?:[ap]\.?m\.?|h(?:rs?)?))(?=-[0-9])|\S+",
    re.IGNORECASE,
)
"""What spaces part, and of `10:00-12:00` the hour at which it begins."""

_EARLY = " am"
_OF_THE_DAY = re.compile(r"(?:h|hs|hrs|horas)\.?$", re.IGNORECASE)

_SPAN = re.compile(r"(?<!\S)[0-9]{1,2}(?:[:.][0-9]{2})?\s?-\s?[0-9]{1,2}[:.][0-9]{2}(?=[\s,;]|$)", re.ASCII)
"""`9:00-10:00`: nothing comes at a stretch of time."""


@dataclass(frozen=True, slots=True)
class TimeTaken:
    """The time, None when the text has none, and the text without it."""

    at: time | None
    rest: str


@dataclass(frozen=True, slots=True)
class EitherHour:
    """What was `typed`, and the same with its time as one of the afternoon, and of the early morning."""

    typed: str
    late: str
    early: str


def take_time(text: str) -> TimeTaken | Problem:
    """The first time of day in a text of a schedule, where a number can be nothing else."""
    match = _TIME.search(scannable(text))
    if match is None:
        return TimeTaken(None, text)
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    if match["word"]:
        return TimeTaken(time(_NAMED[folded(match["word"])]), rest)
    number = int(match["hour"]) if match["hour"] else _SPOKEN[folded(match["spoken"])]
    hour = _hour(number, folded(match["half"] or "").replace(".", "").replace(" ", ""))
    past = match["past"] or match["minutes"]
    minute = match["minute"] or _PAST[past and folded(past)]
    if hour is None or hour >= _HOURS or int(minute) >= _MINUTES or len(minute) != len("00"):
        return Problem(ProblemCode.TIME_UNKNOWN, match[0].strip())
    if match["spoken"] and not match["half"] and number <= _EITHER_LAST:
        either = (f"{number + _HALF_DAY}:{minute}", f"{number}:{minute}{_EARLY}")
        return Problem(ProblemCode.HOUR_EITHER, match[0].strip(), either)
    return TimeTaken(time(hour, int(minute)), rest)


def spoken_early(problem: Problem) -> time:
    """The hour in words of an HOUR_EITHER, taken for one of the morning."""
    hour, minute = problem.suggestions[-1].removesuffix(_EARLY).split(":")
    return time(int(hour), int(minute))


def goes_on(phrase: str, behind: str) -> bool:
    """Whether `one` at the end of a phrase is no hour, because words follow: `at one of the plants`."""
    return folded(phrase).split()[-1:] == [_ONE] and bool(behind.strip())


def either_hour(text: str, *, last: bool) -> EitherHour | None:
    """The first time of the text, or its `last`, where that may be of either half of the day.

    `4`, `a las cuatro`, `4:30` may be; `04:30`, `4:30 hrs` and `4 am` say which it is.
    """
    found = list(_TIME.finditer(scannable(text)))
    match = found[-1 if last else 0] if found else None
    if match is None or match["word"] or match["half"] or (match["hour"] or "").startswith("0"):
        return None
    if match["minute"] and _OF_THE_DAY.search(match[0]):
        return None
    hour = int(match["hour"]) if match["hour"] else _SPOKEN[folded(match["spoken"])]
    if not 1 <= hour <= _EITHER_LAST:
        return None
    past = match["past"] or match["minutes"]
    minute = match["minute"] or _PAST[past and folded(past)]
    begin, end = match.span()
    said = (f"{hour + _HALF_DAY}:{minute}", f"{hour}:{minute}{_EARLY}")
    late, early = (f"{text[:begin]}{each}{text[end:]}" for each in said)
    return EitherHour(text, late, early)


def hour_problem(either: EitherHour) -> Problem:
    """The question of which half of the day it is."""
    return Problem(ProblemCode.HOUR_EITHER, either.typed, (either.late, either.early))


def take_one_time(text: str) -> TimeTaken | Problem:
    """The same of what comes at one time of day: a second one is a problem, named as it was typed.

    So is a bare `at 4`: nothing else tells which half of the day a digest is meant to come in.
    """
    stretch = _SPAN.search(scannable(text))
    if stretch is not None:
        return Problem(ProblemCode.TIMES_SEVERAL, stretch[0])
    taken = take_time(text)
    if isinstance(taken, Problem) or taken.at is None:
        return taken
    second = _TIME.search(scannable(taken.rest))
    if second is None:
        return _of_one_half(text) or taken
    day = _DAY_BEFORE.search(scannable(text))
    if day is not None:
        return Problem(ProblemCode.RHYTHM_SEVERAL, day[0])
    return Problem(ProblemCode.TIMES_SEVERAL, second[0].strip())


def _of_one_half(text: str) -> Problem | None:
    """The question of which half of the day its first time is, where that was said without minutes."""
    match = _TIME.search(scannable(text))
    either = either_hour(match[0].strip(), last=False) if match and not match["minute"] else None
    return None if either is None else hour_problem(either)


def _hour(hour: int, half: str) -> int | None:
    """The hour of 24; `half` is folded without spaces. None for `13 pm`."""
    if not half:
        return hour
    if not 1 <= hour <= _HALF_DAY:
        return None
    late = half in {"pm", "delatarde", "delanoche", "intheafternoon", "intheevening"}
    if hour == _HALF_DAY:
        late = half in {"pm", "delatarde", "delamanana", *_MIDDAY, "intheafternoon", "intheevening"}
    elif half in _MIDDAY:
        late = hour <= _MIDDAY_LAST
    return hour % _HALF_DAY + (_HALF_DAY if late else 0)
