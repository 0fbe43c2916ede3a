"""What a correction says of a meeting: `tuesday 11:00; Ports`, `place: Room 5`, `moved to friday`, a title.

Whatever it says of when and where is read as `meeting move` is. But a correction may be a title alone, and
that may begin like anything: a weekday, a time or `hybrid` with other words behind it is a title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from domain.meeting import Arrangement
from domain.retiming import Retiming, Toward
from handlers.grammar.arrangements import (
    JOINING,
    begins_part,
    take_keyed_mode,
    take_link,
    take_mode,
    take_place,
)
from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.departures import begins_departure
from handlers.grammar.folding import folded, scannable
from handlers.grammar.occasions import DAYS_ALONE, take_day, take_hour, take_occasion
from handlers.grammar.postponements import MoveTaken, read_postponement, split_agenda
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.rearrangements import untitled
from handlers.grammar.small_words import goes_on
from handlers.grammar.times import EitherHour

_WHEN = re.compile(r"(?<!\S)(?:when|date|cu[aá]ndo|fecha):\s*(?=\S)", re.IGNORECASE)
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{1,2}(?![\w:])", re.ASCII)
_HOUR = r"(?:[01]?[0-9]|2[0-4])(?::[0-9]{2})?\s?(?:[ap]\.?\s?m\.?|h|hrs?)?(?!\w)"
_BEGIN_AND_END = re.compile(
    r"\s*(?![0-9]+-[0-9]+[\s.!]*(?:;|\n|$))(?:(?:from|between|de|desde|entre)\s+)?"
    rf"(?:las?\s+)?{_HOUR}\s*(?:-|(?<=\s)(?:to|until|till|a|al?|hasta|and|y)\s)\s*"
    rf"(?:las?\s+)?(?P<end>{_HOUR})[\s.!]*(?=;|\n|$)",
    re.IGNORECASE,
)
"""`de 10 a 12`: from when to when, where nothing says that it is moved. `10-12` may be a date."""

_PARTS = re.compile(r"(?:\"[^\"\n]*\"|[^;\n])+")
"""What semicolons and lines set apart."""

_TITLED = re.compile(r"(?<!\S)(?:title|agenda|topic|t[ií]tulo|orden del d[ií]a):", re.IGNORECASE)
_BEFORE_KEY = re.compile(
    r",\s*(?:place|room|where|venue|lugar|sala|sede|mode|modo|modalidad):", re.IGNORECASE
)
_BEHIND_MODE = re.compile(r"(?:mode|modo|modalidad):[^,:]+,\s*", re.IGNORECASE)
_MONTH = timedelta(days=31)
_DIGIT = re.compile(r"[0-9]", re.ASCII)
_TOWARDS_DAY = re.compile(r"(?:to|on|for|until|al?|el|para|hasta)\s", re.IGNORECASE)
_ONWARDS = re.compile(r"(?:to|until|al?|hasta)\s", re.IGNORECASE)
_MOVES = re.compile(
    r"(?:(?:is|was|has been|it is|se|queda)\s+)?"
    r"(?P<word>postponed?|put off|brought forward|moved?|rescheduled?|changed?|advanced?"
    r"|pospuest[ao]|pospone[r]?|aplazad[ao]|apla(?:za|zar)|adelantad[ao]|adelantar?|movid[ao]|mueve|mover"
    r"|reprogramad[ao]|reprogramar?|cambiad[ao]|cambiar?|recorrid[ao]|recorrer?|pasa|pasar)\s+(?=\S)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:an?|one|(?:a\s+)?una?)\s+(?:day|week|fortnight|month|year|hour|d[ií]a|semana|quincena|mes|a[ñn]o|hora)"
    r"(?:\s+(?!(?:later|after|earlier|sooner|before|more|m[aá]s|antes|despu[eé]s|tarde|por|due|because|porque"
    r"|since|as|and|y|con|from|desde|instead|mejor)\b)(?P<of>\w.*)|(?!\w))",
    re.IGNORECASE | re.DOTALL,
)
"""One of a unit, and what it is of: `A day at the plant`, `A un año del acuerdo`."""

_MEANT: Mapping[ProblemCode, bool] = MappingProxyType(
    {
        ProblemCode.NUMBER_EITHER: True,
        ProblemCode.PLACE_TOO_LONG: True,
        ProblemCode.REASON_OR_AGENDA: True,
        ProblemCode.ZONE_AMBIGUOUS: True,
        ProblemCode.WHEN_MISSING: False,
    }
)
_WAYS: Mapping[str, Toward] = MappingProxyType(
    dict.fromkeys(("postpon", "put off", "pospue", "pospone", "apla"), Toward.LATER)
    | dict.fromkeys(("brought", "advance", "adelant"), Toward.EARLIER)
)


@dataclass(frozen=True, slots=True)
class AmendmentTaken:
    """What was said of when and where, None where nothing was, and the text without it.

    `retiming` tells when from when the meeting is, where not all of that was said; `reason` why it is then.
    `either` is what was typed of an hour that may be of either half of the day.
    """

    arrangement: Arrangement | None
    rest: str
    retiming: Retiming | None = None
    reason: str | None = None
    either: EitherHour | None = None


def take_amendment(text: str, reader: Reader, zone: str) -> AmendmentTaken | Problem:
    """The arrangement in the text of a correction; `zone` is the group's (IANA)."""
    line = _begins(text, reader)
    if isinstance(line, Problem):
        return line
    verb = _MOVES.match(scannable(line))
    told = line if verb is None else line[verb.end() :]
    toward = None if verb is None else _toward(verb["word"])
    moved = read_postponement(told, reader, zone, toward)
    if isinstance(moved, MoveTaken):
        return AmendmentTaken(moved.arrangement, moved.text, moved.retiming, moved.reason, moved.either)
    if line != text or _means_when(told, moved, reader):
        return moved
    loose = _loose_words(text)
    if not loose:
        several = _names_several_days(told, reader)
        return Problem(ProblemCode.DATE_RANGE, told) if several else _placed(text, zone)
    before, found, behind = text.partition(loose)
    parted = f"{before.strip(JOINING)} {behind.strip(JOINING)}".strip()
    return Problem(ProblemCode.AGENDA_OR_PART, loose, (f"{parted}; {loose}",) if found else ())


def _names_several_days(text: str, reader: Reader) -> bool:
    """Whether all of it is a week or a month, `next week`: on which of its days nobody said."""
    lead = _TOWARDS_DAY.match(text)
    period = read_period(text[lead.end() :] if lead else text, reader)
    return period is not None and period.first < period.last <= period.first + _MONTH


def _toward(word: str) -> Toward | None:
    return next((way for begin, way in _WAYS.items() if folded(word).startswith(begin)), None)


def _begins(text: str, reader: Reader) -> str | Problem:
    """The text with when it is in front, or what is wrong with that: from when to when is not kept."""
    line = _when_first(text, reader)
    lasting = None if isinstance(line, Problem) else _BEGIN_AND_END.match(scannable(line))
    if isinstance(line, Problem) or lasting is None:
        return line
    return Problem(ProblemCode.HOURS_SEVERAL, line[lasting.start("end") : lasting.end("end")])


def _when_first(text: str, reader: Reader) -> str | Problem:
    """The text with what stands behind `when:` in front of it; the same where there is no such key."""
    keyed = _WHEN.search(scannable(text))
    if keyed is None or _is_prose(text, keyed, reader):
        return text
    when, before = text[keyed.end() :], text[: keyed.start()].strip(JOINING)
    taken = take_occasion(when, reader)
    if isinstance(taken, Problem):
        return taken if taken.code is not ProblemCode.HOUR_MISSING else _joined(when, before)
    return Problem(ProblemCode.WHEN_MISSING) if taken.day is None else _joined(when, before)


def _joined(when: str, before: str) -> str:
    """What stood before the key is the agenda, or the beginning of it."""
    said, agenda = split_agenda(when)
    return "; ".join(part for part in (said, before, agenda.strip(JOINING)) if part)


def _is_prose(text: str, keyed: re.Match[str], reader: Reader) -> bool:
    """Whether a key with a space behind it goes on with a sentence: `the date: friday 10:00 of it all`."""
    if keyed[0].endswith(":") or begins_part(text[: keyed.start()]):
        return False
    taken = take_occasion(text[keyed.end() :], reader)
    return isinstance(taken, Problem) or taken.day is None or bool(take_mode(taken.rest)[1].strip(JOINING))


def _means_when(text: str, problem: Problem, reader: Reader) -> bool:
    """Whether what could not be read was meant for a time, and is no title that begins like one."""
    said, _ = split_agenda(take_link(take_place(text)[1])[1])
    said = said.strip(JOINING)
    if problem.code in _MEANT:
        return _MEANT[problem.code]
    if problem.code is ProblemCode.HOURS_SEVERAL:
        return _DIGIT.search(said) is not None
    if problem.code is ProblemCode.DAY_UNKNOWN:
        return _CLOCK.match(said.removeprefix(problem.word).strip(JOINING)) is not None
    if problem.code is ProblemCode.MOVE_UNCLEAR:
        return _names_time(said, reader)
    if problem.code in DAYS_ALONE:
        return said.endswith(problem.word)
    return take_day(said, reader)[0] is not None and ":" in problem.word


def _names_time(said: str, reader: Reader) -> bool:
    """Whether words begin with day and time, or with a day that is more than the name of a weekday."""
    unit = _UNIT.match(scannable(said))
    if unit is not None:
        of = unit["of"]
        return not of or take_hour(of) is not None or take_day(of, reader)[0] is not None
    if begins_departure(said):
        _, _, rest = said.partition(" ")
        return take_day(rest, reader)[0] is not None or take_hour(rest) is not None
    taken = take_occasion(said, reader)
    if not isinstance(taken, Problem) and taken.day is not None:
        return not taken.undated or (_CLOCK.match(said) is not None and taken.rest[:1].isupper())
    day, rest = take_day(said, reader)
    named = said[: len(said) - len(rest)]
    return day is not None and bool(_DIGIT.search(named) or _TOWARDS_DAY.match(named))


def is_worded(text: str) -> bool:
    """Whether a text that was asked about reads like a title, as no hour or number stands in it."""
    return not (_DIGIT.search(text) or _ONWARDS.match(text))


def _loose_words(text: str) -> str:
    """Words beside a place, a link or how people take part that nothing sets apart; empty for none.

    They may belong to that: the agenda is not lost for them.
    """
    parts = (part for part in _PARTS.findall(text) if not _TITLED.search(scannable(part)))
    read = ((part, _placed(part, "")) for part in parts)
    loose = (taken.rest for part, taken in read if taken.arrangement and not _is_agenda(part, taken.rest))
    return next(filter(None, loose), "")


def _is_agenda(part: str, words: str) -> bool:
    """Whether a comma parts the words from a place behind them, or from how people take part before them."""
    plain = scannable(part).strip(JOINING)
    if plain.startswith(words) and _BEFORE_KEY.match(plain, len(words)):
        return True
    is_last = plain.endswith(words) and _BEHIND_MODE.fullmatch(plain.removesuffix(words))
    return bool(is_last) and not goes_on(words)


def _placed(text: str, zone: str) -> AmendmentTaken:
    """Where it is and how people take part, as far as keys say so; everything else is its text."""
    place, rest = take_place(text)
    link, rest = take_link(rest)
    mode, rest = take_keyed_mode(rest)
    if not any((place, link, mode)):
        return AmendmentTaken(None, untitled(text))
    arrangement = Arrangement(starts_at=None, zone=zone, mode=mode, place=place, link=link)
    return AmendmentTaken(arrangement, untitled(rest.strip(JOINING)))
