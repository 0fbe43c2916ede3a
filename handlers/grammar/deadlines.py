"""By when: `due friday`, `para el 3 de junio`, `quarter 2027-Q1`, at the end of a text or line, or alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from handlers.grammar.closings import CLOSING_MAX, begins_with_hour, closing
from handlers.grammar.dates.disagreements import disagreement
from handlers.grammar.dates.period import Period
from handlers.grammar.dates.reading import PHRASE_MAX, is_impossible, read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import DAY_WORDS_MAX, NUMBER, ORDINALS, UNIT, may_name_day
from handlers.grammar.deadline_names import NAMED, is_linked, is_thing
from handlers.grammar.first_lines import first_line, joined, without_empty_item
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.small_words import COURTESY, EMOJI

TAIL_MAX = PHRASE_MAX + 20
"""Characters at the end of a text in which a deadline may begin: the longest one, and a `please`."""

LEAD_WORDS_MAX = 4
"""Words in front of a day: `due on or before`."""

PHRASES_KEPT = 64
"""Phrases whose reading is kept: those at a line's end are read again for all that may stand around them."""

Fits: TypeAlias = Callable[["Deadline"], bool]
"""Whether what may be a deadline is one for who asks."""

_LENGTH = re.compile(rf"\(?by (?:the |each |every )?(?:{NUMBER} )?{UNIT}")
"""`Shorten it by 3 days`, `count them by month`: how much or how, not by when."""

_WORD = re.compile(r"\S+")
_CAN_STAND = re.compile(
    rf"\(|{EMOJI}|(?:at|in|by|before|around|if|as|without|al?|por|en|de|antes|sin|si|lo|urgent|asap)\b",
    re.IGNORECASE,
)
_AROUND = " \t\n,;:("
_DUE = re.compile(
    rf"(?<!\S)\(?(?:(?:{NAMED}|due|by|para|on or before|before|antes del?|no later than|a m[aá]s tardar"
    r"|(?:que )?vence|hasta)(?=\s)|p/)",
    re.IGNORECASE,
)
_NUMBER_DUE = re.compile(
    r"\(?(?:due|(?:que )?vence)(?: on| the| el)? [0-3]?[0-9]\)?", re.IGNORECASE | re.ASCII
)
"""`due 15`, which may be a day or an hour: what has an article was read as a day before."""
_ON_OR_BEFORE = re.compile(r"(?<!\w)(?:on or before|before or on)(?= )", re.IGNORECASE)
_BEFORE = re.compile(
    r"\(?(?:due |(?:que )?vence )?(?:before|antes del?) (?!.*\b(?:end|close|fin|final(?:es)?|fines)\b)"
)
"""Not before a day that is an end itself: `before the end of june` is in June."""

_IS_BEFORE = re.compile(r"\(?(?:before|antes)\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    rf"(?<!\w)(?:{UNIT}|hours?|horas?|minut[eo]s|nights?|noches?|not?|never|nunca|long|shortly|just|soon|poco|mucho"
    r"|justo)\Z"
)
"""Behind these `before` says how long before, or no earlier: `two weeks before june`, `not before friday`."""

_COURTESY = re.compile(rf"[\s,]+(?:{COURTESY})$", re.IGNORECASE)
_EMPTY = re.compile(
    rf"(?:{NAMED}|due|vence|que vence|a mas tardar|no later than|quarter|trimestre|in|en|on|the|el) "
)
_NOT_BEHIND = "".join(f"(?<!{word} )" for word in ORDINALS)
_QUARTER = re.compile(rf"(?i){_NOT_BEHIND}(?<!\S)(?:quarter|trimestre)[\s:]+(?=\d{{4}}|[qt]\d|\d\s?[qt])")
_ARTICLE = re.compile(rf"^(?:{_DUE.pattern})?[\s(]*(?:(?:on|the|el) )?", re.IGNORECASE)
_SAYS = re.compile(rf"{_DUE.pattern}|(?<!\S)(?:quarter|trimestre)(?=[\s:])", re.IGNORECASE)
_SPANISH_QUARTER = re.compile(r"(?<!\w)(?:(\d{4})[-/ ]t([1-4])|t([1-4])[-/ ](\d{4}))(?!\w)", re.IGNORECASE)


def read_deadline(phrase: str, reader: Reader) -> date | None:
    """The local day by which, when the whole phrase says one: of a quarter or month the last."""
    period = period_of(phrase, reader)
    return None if period is None else _due(phrase, period, reader)


def read_beginning(phrase: str, reader: Reader) -> date | None:
    """The local day until which: of a period that is ahead its first, of one that has begun its last."""
    period = period_of(phrase, reader)
    if period is None:
        return None
    return period.first if period.first > reader.today else period.due


def _due(phrase: str, period: Period, reader: Reader) -> date:
    """Of `before friday` the day before, unless that is over; `before friday at noon` is on friday."""
    before = period.first - timedelta(days=1)
    words = folded(_ON_OR_BEFORE.sub("by", phrase))
    return before if _BEFORE.match(words) and before >= reader.today else period.due


def period_of(phrase: str, reader: Reader) -> Period | None:
    """What the whole phrase names, with or without a word like `due` in front of it."""
    return _period_of(phrase, reader) if len(phrase) <= TAIL_MAX else None


@lru_cache(PHRASES_KEPT)
def _period_of(phrase: str, reader: Reader) -> Period | None:
    for wanted in _phrases(phrase):
        period = read_period(wanted, reader)
        if period is not None:
            return period
    return None


def _phrases(phrase: str) -> tuple[str, ...]:
    """The date itself as it may be read, with what stands in front of it and without."""
    if len(phrase) > TAIL_MAX or not may_name_day(folded(phrase)):
        return ()
    plain = _ON_OR_BEFORE.sub("by", _without_courtesy(scannable(phrase)).strip(" .,;:!?()"))
    plain = _SPANISH_QUARTER.sub(_english_quarter, _QUARTER.sub("", plain))
    return plain, _without_lead(plain)


def says_due(phrase: str) -> bool:
    """Whether a phrase begins with `due`, `para` or another word for a deadline."""
    return _DUE.match(scannable(phrase)) is not None


def date_problem(phrase: str, reader: Reader) -> Problem:
    """Why a phrase that should be a date is none."""
    return misnamed_problem(phrase, reader) or Problem(ProblemCode.DATE_UNKNOWN, phrase.strip())


def misnamed_problem(phrase: str, reader: Reader) -> Problem | None:
    """What is wrong with a day that a whole phrase names: its weekday is another, no calendar has it."""
    wanted = _phrases(phrase)
    found = (disagreement(each, reader) for each in wanted)
    told = next((replace(each, typed=phrase.strip()).problem() for each in found if each is not None), None)
    if told is None and any(is_impossible(each, reader) for each in wanted):
        return Problem(ProblemCode.DATE_IMPOSSIBLE, _ARTICLE.sub("", phrase).strip(_AROUND + ")."))
    return told


def says_several(phrase: str, reader: Reader) -> bool:
    """Whether it says a day in two ways, one behind the other: `due Jan 15 quarter 2027-Q1`."""
    if len(phrase) > TAIL_MAX:
        return False
    begins = [found.start() for found in _SAYS.finditer(scannable(phrase)) if found.start()]
    return any(
        read_deadline(phrase[:begin], reader) is not None
        and read_deadline(phrase[begin:], reader) is not None
        for begin in begins
    )


def split_deadline(text: str, reader: Reader) -> tuple[str, date | None]:
    """The text without the `due DATE` it ends in, and that day. Other words stay in the text.

    So do an hour behind the day and the like. Where lines follow the first one, its end says it too, and
    before the text's end: that may be of the last line alone.
    """
    line, below = first_line(text)
    found = find_deadline(text, reader)
    if not below or (isinstance(found, Deadline) and found.begin <= len(line)):
        return found.without(text) if isinstance(found, Deadline) else (text, None)
    of_all = find_deadline(line, reader)
    if isinstance(of_all, Deadline):
        kept, due = of_all.without(line)
        return joined(kept, below), due
    return found.without(text) if isinstance(found, Deadline) else (text, None)


def deadline_problem(text: str, reader: Reader) -> Problem | None:
    """What is wrong with a deadline at the end of a text or its first line: a weekday that is not its own."""
    line, _ = first_line(text)
    found = (find_deadline(said, reader) for said in dict.fromkeys((text, line)))
    return next((each for each in found if isinstance(each, Problem)), None)


def is_hour(said: str) -> bool:
    """Whether nothing but an hour stands behind a word like `due`: of which day nobody said."""
    lead = _DUE.match(scannable(said))
    return lead is not None and bool(closing(said[lead.end() :]))


@dataclass(frozen=True, slots=True)
class Deadline:
    """Where the words for a day begin that end a text, what they name, and what stays of them in the text.

    `due` is the day by which: of `before friday` the one before it.
    """

    begin: int
    said: str
    period: Period
    due: date
    kept: str = ""

    def without(self, text: str) -> tuple[str, date]:
        """The text without these words, and the day."""
        said = without_empty_item(text[: self.begin]).rstrip(_AROUND)
        return f"{said} {self.kept}".strip(), self.due


def find_deadline(
    text: str, reader: Reader, begins: Sequence[int] | None = None, fits: Fits = lambda _: True
) -> Deadline | Problem | None:
    """The deadline that a text ends in, which begins at one of the places, or what is wrong with one."""
    problem: Problem | None = None
    for begin in find_leads(text) if begins is None else begins:
        found = _deadline_at(text, begin, reader)
        if isinstance(found, Deadline) and fits(found):
            return found
        problem = problem or (found if isinstance(found, Problem) else None)
    return problem


def find_leads(text: str, leads: re.Pattern[str] = _DUE, *, named: bool = False) -> list[int]:
    """Where one of the `leads` stands near the end of a text that may be in front of a day.

    `named`: also where a sentence speaks of a deadline.
    """
    plain = scannable(text)
    found = leads.finditer(plain, max(0, len(plain) - TAIL_MAX - CLOSING_MAX))
    begins = [lead.start() for lead in found if not _is_after(plain, lead.start())]
    return [at for at in begins if named or not is_thing(plain, at)]


def _is_after(text: str, at: int) -> bool:
    """Whether the words in front of a `before` say how long before, or not before."""
    if _IS_BEFORE.match(text, at) is None:
        return False
    return _NOT_BEFORE.search(folded(text[max(0, at - TAIL_MAX) : at])) is not None


def word_ends(text: str, begin: int) -> list[int]:
    """Where the words end that may be of one deadline, the last one first."""
    words = _WORD.finditer(text, begin)
    return [word.end() for word in islice(words, LEAD_WORDS_MAX + DAY_WORDS_MAX)][::-1]


def _deadline_at(text: str, begin: int, reader: Reader) -> Deadline | Problem | None:
    """All of it a day, or a day with an hour and the like on one of its sides."""
    for end in dict.fromkeys((len(text), *word_ends(text, begin))):
        said = text[begin:end]
        kept = closing(text[end:]) if may_name_day(folded(said)) else None
        if kept is None:
            continue
        period = period_of(said, reader)
        if period is not None and not _LENGTH.fullmatch(folded(said)):
            due = _due(said, period, reader)
            is_hour_before = due < period.first and begins_with_hour(kept)
            if is_hour_before or is_linked(text, begin):
                whole = f"{said.lstrip('(')} {kept}".rstrip()
                return Deadline(begin, said, period, period.due if is_hour_before else due, whole)
            return Deadline(begin, said, period, due, _stays(kept, said))
        wrong = misnamed_problem(said, reader)
        if wrong is not None:
            return wrong
    return _hour_first(text, begin, reader) or _number_problem(text, begin)


def _hour_first(text: str, begin: int, reader: Reader) -> Deadline | None:
    """`para las 5 del viernes`, `by end of day friday`: the hour stays, with the word in front of it."""
    for end in word_ends(text, begin)[1:]:
        is_late = may_name_day(folded(text[end:])) and is_hour(text[begin:end])
        period = period_of(text[end:], reader) if is_late else None
        if period is not None:
            kept = text[begin:end].strip(_AROUND)
            return Deadline(begin, text[begin:], period, period.due, kept)
    return None


def _number_problem(text: str, begin: int) -> Problem | None:
    if _NUMBER_DUE.fullmatch(_without_courtesy(scannable(text[begin:]))):
        return Problem(ProblemCode.DATE_UNKNOWN, text[begin:].strip())
    return None


def _stays(kept: str, said: str) -> str:
    """`at 5pm` can do without the day, `5pm` cannot; nor is there a bracket that was opened before."""
    if kept and not _CAN_STAND.match(kept):
        return f"{said.lstrip('(')} {kept}"
    return kept.removesuffix(")") if said.startswith("(") and "(" not in kept else kept


def _without_courtesy(text: str) -> str:
    return _COURTESY.sub("", text.rstrip(" .!"))


def _without_lead(text: str) -> str:
    words = folded(text)
    while lead := _EMPTY.match(words):
        words = words[lead.end() :]
    return words


def _english_quarter(found: re.Match[str]) -> str:
    year, number = found[1] or found[4], found[2] or found[3]
    return f"{year}-Q{number}"
