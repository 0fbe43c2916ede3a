"""What is said of a meeting that is moved: `friday 11:00, hybrid, because of the holiday; Budget`.

When it is moved to comes first. The agenda changes only behind a semicolon, on a further line or behind its
key: other words that are not understood are asked about, since a moved meeting is told to everybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from domain.meeting import LINK_MAX, MEETING_PLACE_MAX, Arrangement
from domain.retiming import Retiming, Toward
from domain.wall_time import instant_of
from handlers.grammar.arrangements import JOINING, take_link, take_mode, take_place
from handlers.grammar.dates.rules import Reader
from handlers.grammar.departures import begins_departure, says_weekday, take_departure
from handlers.grammar.folding import scannable
from handlers.grammar.occasions import OccasionTaken
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.rearrangements import read_arrangement_part, untitled
from handlers.grammar.retimings import RetimingTaken, take_retiming
from handlers.grammar.subjects import split_reason, without_courtesy
from handlers.grammar.times import EitherHour
from handlers.grammar.unclear_zones import unclear_zone

_AGENDA = re.compile(
    r"[ \t]*[;\n]|(?<!\S)(?=(?:title|agenda|topic|t[ií]tulo|orden del d[ií]a):)", re.IGNORECASE
)
_SAME_HOUR = re.compile(
    r"(?:^|[\s,]+)(?:(?:a\s+)?(?:la\s+)?misma\s+hora|(?:at\s+)?(?:the\s+)?same\s+(?:time|hour))$",
    re.IGNORECASE,
)
_KEYED = re.compile(r"(?:title|agenda|topic|t[ií]tulo|orden del d[ií]a):", re.IGNORECASE)
_AROUND = JOINING + ".!"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTaken:
    """Where and when it is, `retiming` as far as that is told from its own time; its agenda, and why."""

    arrangement: Arrangement
    retiming: Retiming | None
    text: str
    reason: str | None
    either: EitherHour | None = None
    """What was typed of when, where its hour may be of either half of the day."""


def read_postponement(text: str, reader: Reader, zone: str, toward: Toward | None) -> MoveTaken | Problem:
    """The words behind the reference. `zone` is the group's (IANA); an hour is one of the meeting's own."""
    place, rest = take_place(text)
    link, rest = take_link(rest)
    for value, most in ((place, MEETING_PLACE_MAX), (link, LINK_MAX)):
        if value is not None and len(value) > most:
            return Problem(ProblemCode.PLACE_TOO_LONG, value)
    said, agenda, reason, strange = _parts(rest)
    departure = take_departure(said, reader)
    is_unclear = departure is None and begins_departure(said)
    said = said if departure is None else departure.rest
    timed = Problem(ProblemCode.MOVE_UNCLEAR, said) if is_unclear else take_retiming(said, reader, toward)
    if isinstance(timed, Problem):
        return timed
    retiming = _in_own_zone(timed, toward)
    mode, left = take_mode(_without_courtesy(timed))
    if mode is None:
        mode, agenda = take_mode(agenda)
    left = left.strip(_AROUND)
    is_timed = retiming is not None or timed.occasion.day is not None
    if not (is_timed or place or link or mode):
        return Problem(ProblemCode.WHEN_MISSING)
    if left:
        return _unread(left, timed.occasion)
    if strange:
        return Problem(ProblemCode.REASON_OR_AGENDA, strange)
    if departure is not None:
        weekly = says_weekday(said, reader)
        retiming = replace(retiming or _whole(timed, toward), before=departure.before, weekly=weekly)
    arrangement = Arrangement(
        starts_at=_instant(timed, zone), zone=timed.occasion.zone or zone, mode=mode, place=place, link=link
    )
    return MoveTaken(
        arrangement=arrangement,
        retiming=retiming,
        text=untitled(agenda.strip(JOINING)),
        reason=reason,
        either=timed.occasion.either,
    )


def _unread(left: str, taken: OccasionTaken) -> Problem:
    """What is wrong with words behind when it is moved to."""
    is_hour = taken.at is not None and taken.zone is None
    return (unclear_zone(left) if is_hour else None) or Problem(ProblemCode.MOVE_UNCLEAR, left)


def _parts(text: str) -> tuple[str, str, str | None, str]:
    """What is said of when, the agenda behind it, and the reason, which stands on either side of that.

    Last what is strange: words behind a reason that no key calls the agenda.
    """
    said, agenda = split_agenda(text)
    said, reason = split_reason(said)
    before, further = split_last_reason(agenda)
    if reason is None:
        return said, before, further, ""
    behind = without_courtesy(agenda.strip(_AROUND))
    mode, left = take_mode(behind)
    is_mode = mode is not None and not left.strip(_AROUND)
    is_agenda = not behind or is_mode or _KEYED.match(scannable(behind)) is not None
    return said, behind, without_courtesy(reason) or None, "" if is_agenda else behind


def split_last_reason(agenda: str) -> tuple[str, str | None]:
    """The agenda, and the reason that is a part of its own: all of it, or what stands behind a semicolon."""
    *before, last = agenda.split(";")
    said, reason = split_reason(last.strip(JOINING))
    return (agenda, None) if said or reason is None else (";".join(before), reason)


def split_agenda(text: str) -> tuple[str, str]:
    """What is said of when, and the agenda behind it."""
    found = _AGENDA.search(scannable(text))
    return (text, "") if found is None else (text[: found.start()], text[found.end() :])


def mended(text: str, reader: Reader) -> str:
    """The words behind the reference without those that nobody understood, to fill in a form from."""
    said, agenda = split_agenda(text)
    departure = take_departure(said, reader)
    said = said if departure is None else departure.rest
    timed = take_retiming(said, reader, None)
    is_shift = isinstance(timed, RetimingTaken) and timed.retiming is not None and timed.retiming.shift
    if is_shift or begins_departure(said):
        said = ""
    left = read_arrangement_part(said, reader).text
    kept = said.rstrip(JOINING)
    kept = kept.removesuffix(left).rstrip(JOINING) if left else kept
    return f"{kept}; {agenda.strip()}" if agenda.strip() else kept


def _in_own_zone(timed: RetimingTaken, toward: Toward | None) -> Retiming | None:
    """Day and time that were said without a zone are of the meeting's own, as a time alone is."""
    taken, retiming = timed.occasion, timed.retiming
    if taken.zone is not None:
        if retiming is None or taken.either is None:
            return None if retiming is None else replace(retiming, zone=taken.zone)
        return replace(retiming, day=taken.day, at=taken.at, zone=taken.zone)
    if taken.day is not None and taken.at is not None:
        return Retiming(day=taken.day, at=taken.at, toward=toward, either=taken.either is not None)
    return retiming


def _whole(timed: RetimingTaken, toward: Toward | None) -> Retiming:
    """What tells no more than the occasion does, which has day, time and zone."""
    return Retiming(toward=toward, zone=timed.occasion.zone)


def _instant(timed: RetimingTaken, zone: str) -> datetime | None:
    """When it is, where day and time were both said: in the zone that was, else in the group's."""
    taken = timed.occasion
    if taken.day is None or taken.at is None:
        return None
    return instant_of(taken.day, taken.at, taken.zone or zone)


def _without_courtesy(timed: RetimingTaken) -> str:
    """What stands behind the time, but for a `please`, and for `same time` where no other was said."""
    left = without_courtesy(timed.occasion.rest.rstrip(_AROUND))
    return left if timed.occasion.at is not None else _SAME_HOUR.sub("", left)
