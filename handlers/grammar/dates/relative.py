"""Phrases that count from today: `el próximo viernes`, `in 2 weeks`, `fin de mes`, `la quincena`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from domain.recurrence import DAYS_A_WEEK
from handlers.grammar.dates.period import Period, Unit, later
from handlers.grammar.dates.rules import Reader, Rule, rule
from handlers.grammar.dates.words import (
    DAYS_AWAY,
    LAST,
    LAST_BEHIND,
    MONTH,
    MONTHS,
    NEXT,
    NEXT_BEHIND,
    NUMBER,
    THIS,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    any_of,
    number,
    year,
)

_SATURDAY = 5
_MID_MONTH = 15
_EARLY_DAYS = 10
_OF = r"(?: of| del?)?(?: the| el| la)?"
_AMOUNT = rf"(?P<count>{NUMBER})(?: of| de)? (?P<unit>{UNIT})"


def day_away(match: re.Match[str], reader: Reader) -> Period:
    """`pasado mañana`."""
    return Period.of_day(reader.today + timedelta(days=DAYS_AWAY[match["phrase"]]))


def weekday(match: re.Match[str], reader: Reader) -> Period:
    """`friday`, `el próximo viernes`, `este viernes`, `viernes pasado`; `friday next week`.

    The coming one, in both languages the same; today only when the phrase says `this`, or looks back.
    """
    parts = match.groupdict()
    wanted, today = WEEKDAYS[parts["weekday"]], reader.today
    if parts.get("next_week"):
        monday = Period.around(today, Unit.WEEK).first + timedelta(days=DAYS_A_WEEK)
        return Period.of_day(monday + timedelta(days=wanted))
    ahead = (wanted - today.weekday()) % DAYS_A_WEEK
    behind = (today.weekday() - wanted) % DAYS_A_WEEK
    if parts.get("this"):
        return Period.of_day(today + timedelta(days=ahead))
    if parts.get("last") or parts.get("last_behind"):
        return Period.of_day(today - timedelta(days=behind or DAYS_A_WEEK))
    if parts.get("next") or parts.get("next_behind"):
        return Period.of_day(today + timedelta(days=ahead or DAYS_A_WEEK))
    return Period.of_day(
        reader.nearest(today - timedelta(days=behind), today + timedelta(days=ahead or DAYS_A_WEEK))
    )


def from_now(match: re.Match[str], reader: Reader) -> Period:
    """`in 2 weeks`, `dentro de dos semanas`; without a preposition too, and then back when looking back."""
    count = number(match["count"])
    is_bare = not match.groupdict().get("ahead") and not match.groupdict().get("ahead_behind")
    unit = UNITS[match["unit"]]
    return Period.of_day(later(reader.today, -count if is_bare and reader.past else count, unit))


def ago(match: re.Match[str], reader: Reader) -> Period:
    """`2 weeks ago`, `hace dos semanas`."""
    return Period.of_day(later(reader.today, -number(match["count"]), UNITS[match["unit"]]))


def last_few(match: re.Match[str], reader: Reader) -> Period:
    """`last 30 days`, `las últimas dos semanas`: through today."""
    return Period(later(reader.today, -number(match["count"]), UNITS[match["unit"]]), reader.today)


def whole(match: re.Match[str], reader: Reader) -> Period:
    """`this week`, `el mes que viene`, `last quarter`."""
    return _whole(match, reader.today)


def weekend(match: re.Match[str], reader: Reader) -> Period:
    """`el fin de semana`: Saturday and Sunday; the next ones with `next`."""
    week = Period.around(reader.today, Unit.WEEK)
    ahead = bool(match["next"] or match["next_behind"])
    saturday = week.first + timedelta(days=_SATURDAY + ahead * DAYS_A_WEEK)
    return Period(saturday, saturday + timedelta(days=1))


def part_of_unit(match: re.Match[str], reader: Reader) -> Period:
    """`end of month`, `mediados del próximo mes`, `principios de año`."""
    return _part(match, _whole(match, reader.today))


def part_of_month(match: re.Match[str], reader: Reader) -> Period | None:
    """`end of June`, `mediados de junio de 2027`."""
    found = month_of(match, reader)
    return None if found is None else _part(match, found)


def abbreviated_end(match: re.Match[str], reader: Reader) -> Period:
    """`EOM`: end of week, month, quarter, year."""
    unit = {"w": Unit.WEEK, "m": Unit.MONTH, "q": Unit.QUARTER, "y": Unit.YEAR}[match["letter"]]
    return Period.of_day(Period.around(reader.today, unit).due)


def quincena(match: re.Match[str], reader: Reader) -> Period:
    """The day people are paid in Mexico: the 15th or the month's last, the coming one, today counted."""
    today = reader.today
    last = monthrange(today.year, today.month)[1]
    day = today.replace(day=_MID_MONTH if today.day <= _MID_MONTH else last)
    if match["next"] and day == today:
        following = today + timedelta(days=1)
        return quincena(match, Reader(following, reader.day_first, reader.past))
    return Period.of_day(day)


def month_of(match: re.Match[str], reader: Reader) -> Period | None:
    """The month named, of the year named; else the nearest one that is not over (or has begun)."""
    named, today = MONTHS[match["month"]], reader.today
    if match["year"]:
        return Period.around(date(year(match["year"]), named, 1), Unit.MONTH)
    this_year = Period.around(date(today.year, named, 1), Unit.MONTH)
    step = (
        -1
        if reader.past and this_year.first > today
        else 1
        if not reader.past and this_year.last < today
        else 0
    )
    return Period.around(later(this_year.first, step, Unit.YEAR), Unit.MONTH)


def _whole(match: re.Match[str], today: date) -> Period:
    parts = match.groupdict()
    unit = UNITS[parts["unit"]]
    ahead = bool(parts.get("next") or parts.get("next_behind"))
    behind = bool(parts.get("last") or parts.get("last_behind"))
    first = Period.around(today, unit).first
    return Period.around(later(first, ahead - behind, unit), unit)


def _part(match: re.Match[str], found: Period) -> Period:
    if match["early"]:
        return Period(found.first, found.first + timedelta(days=min(_EARLY_DAYS, _days(found)) - 1))
    if match["middle"]:
        return Period.of_day(found.first + timedelta(days=(_days(found) - 1) // 2))
    return Period.of_day(found.due)


def _days(found: Period) -> int:
    return (found.last - found.first).days + 1


_EARLY = r"(?P<early>start|beginning|early|principios?|inicios?|comienzos?)"
_MIDDLE = r"(?P<middle>middle|mid|mediados?)"
_END = r"(?P<late>end|late|fin|final|fines|finales)"
_PART = rf"(?:{_EARLY}|{_MIDDLE}|{_END})[ -]?{_OF} ?"
_WHICH = rf"(?:(?P<this>{THIS}) |(?P<next>{NEXT}) |(?P<last>{LAST}) )?"
_WHICH_BEHIND = rf"(?: (?P<next_behind>{NEXT_BEHIND})| (?P<last_behind>{LAST_BEHIND}))?"
_NEXT_WEEK = (
    r"(?: (?P<next_week>next week|of next week|(?:de )?la (?:proxima|siguiente) semana|"
    r"(?:de )?la semana (?:proxima|siguiente|que viene|que entra|entrante)))?"
)

RULES: tuple[Rule, ...] = (
    rule(rf"(?P<phrase>{any_of(DAYS_AWAY)})", day_away),
    rule(rf"{_WHICH}(?P<weekday>{WEEKDAY})\.?{_WHICH_BEHIND}{_NEXT_WEEK}", weekday),
    rule(
        rf"(?:(?P<ahead>in|within|dentro de|en|de aqui a|a) )?{_AMOUNT}"
        r"(?P<ahead_behind> from now| from today| later| mas| a partir de hoy)?",
        from_now,
    ),
    rule(rf"{_AMOUNT} (?:ago|atras)", ago),
    rule(rf"hace {_AMOUNT}", ago),
    rule(rf"(?:last|past|ultim[oa]s) {_AMOUNT}", last_few),
    rule(rf"(?P<count>{NUMBER}) ultim[oa]s (?P<unit>{UNIT})", last_few),
    rule(rf"{_WHICH}(?:fin de semana|weekend){_WHICH_BEHIND}", weekend),
    rule(rf"{_PART}{_WHICH}(?P<unit>{UNIT}){_WHICH_BEHIND}", part_of_unit),
    rule(rf"{_WHICH}(?P<unit>{UNIT}){_WHICH_BEHIND}", whole),
    rule(rf"{_PART}(?P<month>{MONTH})\.?(?:(?: of| del?)?,? (?P<year>\d{{4}}))?", part_of_month),
    rule(r"eo(?P<letter>[wmqy])", abbreviated_end),
    rule(r"(?:(?P<next>proxima|siguiente) |esta )?(?:fin de )?(?:la )?quincena(?: que viene)?", quincena),
)
