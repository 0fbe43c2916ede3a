"""How often a digest comes, what it covers and what is to be different, as people write it."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.group import Sector, Theme
from domain.recurrence import LAST, NTH, MonthlyOnDay, MonthlyOnWeekday, Recurrence, Weekly
from domain.schedule import Schedule
from handlers.grammar.coverages import Covered
from handlers.grammar.digests import recurrence_line
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import (
    NOTHING_SAID,
    DigestAction,
    DigestEdit,
    DigestOrder,
    DigestSaid,
    DigestWanted,
    read_digest,
)
from tests.fakes.setting import setting_with

Themes = tuple[Theme, ...]
HERE = "America/Mexico_City"
MON, WED, FRI = 0, 2, 4
FORTNIGHTLY = Weekly(frozenset({FRI}), 2)


def read(text: str, themes: Themes) -> DigestWanted | DigestOrder | DigestEdit | Problem:
    return read_digest(text, themes, HERE, setting_with(themes))


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("monthly 1", MonthlyOnDay(1)),
        ("monthly on the 1st at", MonthlyOnDay(1)),
        ("every month on day 15", MonthlyOnDay(15)),
        ("1st of the month", MonthlyOnDay(1)),
        ("mensual 15", MonthlyOnDay(15)),
        ("el 15 de cada mes a las", MonthlyOnDay(15)),
        ("el 1.º de cada mes", MonthlyOnDay(1)),
        ("mensual el día 5", MonthlyOnDay(5)),
        ("monthly last day", MonthlyOnDay(LAST)),
        ("last day of the month", MonthlyOnDay(LAST)),
        ("end of the month", MonthlyOnDay(LAST)),
        ("a fin de mes", MonthlyOnDay(LAST)),
        ("el último día del mes a las", MonthlyOnDay(LAST)),
        ("first monday", MonthlyOnWeekday(1, MON)),
        ("monthly first mon", MonthlyOnWeekday(1, MON)),
        ("second friday of every month", MonthlyOnWeekday(2, FRI)),
        ("every second friday of the month", MonthlyOnWeekday(2, FRI)),
        ("el primer lunes de cada mes a las", MonthlyOnWeekday(1, MON)),
        ("tercer miércoles", MonthlyOnWeekday(3, WED)),
        ("mensual último viernes", MonthlyOnWeekday(LAST, FRI)),
        ("último vie", MonthlyOnWeekday(LAST, FRI)),
        ("every 2 weeks fri", FORTNIGHTLY),
        ("every other friday", FORTNIGHTLY),
        ("every second friday", FORTNIGHTLY),
        ("fortnightly on fridays at", FORTNIGHTLY),
        ("cada dos semanas los viernes a las", FORTNIGHTLY),
        ("cada 2 viernes", FORTNIGHTLY),
        ("cada 15 días viernes", FORTNIGHTLY),
        ("every 14 days fri", FORTNIGHTLY),
        ("every 3 weeks mon,fri", Weekly(frozenset({MON, FRI}), 3)),
        ("weekly fri", Weekly(frozenset({FRI}))),
        ("cada semana el viernes a las", Weekly(frozenset({FRI}))),
    ],
)
def test_how_often_is_read(text: str, recurrence: Recurrence, themes: Themes) -> None:
    wanted = DigestWanted(schedule=Schedule(recurrence, time(17), HERE))
    assert read(f"{text} 17:00", themes) == wanted
    there = DigestWanted(schedule=Schedule(recurrence, time(17), "America/Tijuana"))
    assert read(f"{text} 5 pm Tijuana", themes) == there


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("every 2 months 9:00", ProblemCode.RHYTHM_UNKNOWN, "every 2 months"),
        ("bimestral 9:00", ProblemCode.RHYTHM_UNKNOWN, "bimestral"),
        ("cada 10 días 9:00", ProblemCode.RHYTHM_UNKNOWN, "cada 10 días"),
        ("every 13 weeks mon 9:00", ProblemCode.RHYTHM_WEEKS, "13"),
        ("every 0 weeks mon 9:00", ProblemCode.RHYTHM_WEEKS, "0"),
        ("quincenal 9:00", ProblemCode.RHYTHM_TWICE_A_MONTH, ""),
        ("twice a month 9:00", ProblemCode.RHYTHM_TWICE_A_MONTH, ""),
        ("first and third monday 9:00", ProblemCode.RHYTHM_SEVERAL, ""),
        ("primer y tercer lunes 9:00", ProblemCode.RHYTHM_SEVERAL, ""),
        ("first monday and third friday 9:00", ProblemCode.RHYTHM_SEVERAL, ""),
        ("primer lunes y jueves 9:00", ProblemCode.RHYTHM_SEVERAL, ""),
        ("monthly 9:00", ProblemCode.MONTH_DAY_MISSING, ""),
        ("monthly mon 9:00", ProblemCode.MONTH_DAY_MISSING, ""),
        ("mensual a las 9", ProblemCode.MONTH_DAY_MISSING, ""),
        ("monthly 31 9:00", ProblemCode.MONTH_DAY_UNKNOWN, "31"),
        ("quinto lunes 9:00", ProblemCode.MONTH_DAY_UNKNOWN, "quinto lunes"),
        ("cada 15 días 9:00", ProblemCode.WEEKDAY_MISSING, "2"),
        ("every 2 weeks 9:00", ProblemCode.WEEKDAY_MISSING, "2"),
        ("monthly 1", ProblemCode.TIME_MISSING, ""),
        ("mon 9 sector:press", ProblemCode.SECTOR_UNKNOWN, "press"),
        ("mon 9 country:Canada", ProblemCode.COUNTRY_UNKNOWN, "Canada"),
        ("skip D-1 2026-13-40", ProblemCode.DATE_IMPOSSIBLE, "2026-13-40"),
    ],
)
def test_what_no_digest_can_do_is_a_problem_of_its_own(
    text: str, code: ProblemCode, word: str, themes: Themes
) -> None:
    problem = read(text, themes)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.word) == (code, word)


def test_a_sector_or_country_that_the_group_does_not_have_is_met_with_those_it_has(themes: Themes) -> None:
    sector, country = read("mon 9 sector:zzz", themes), read("mon 9 country:zzz", themes)
    assert isinstance(sector, Problem)
    assert isinstance(country, Problem)
    assert (sector.suggestions, sector.every) == (("government", "industry", "academia"), True)
    assert (country.suggestions, country.every) == (("Mexico", "United States"), True)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("mine", Covered(mine=True)),
        ("solo lo mío", Covered(mine=True)),
        ("for me", Covered(for_me=True)),
        ("para mí", Covered(for_me=True)),
        ("everything", Covered(everything=True)),
        ("todo", Covered(everything=True)),
        ("theme:all", Covered(themes=())),
        ("sector:industry", Covered(sectors=(Sector.INDUSTRY,))),
        ("sector:industria,academia", Covered(sectors=(Sector.INDUSTRY, Sector.ACADEMIA))),
        ("país:México", Covered(countries=("MX",))),
        ("country: United States", Covered(countries=("US",))),
        ("country:MX,US mine", Covered(countries=("MX", "US"), mine=True)),
        ("sector:all country:all", Covered(sectors=(), countries=())),
    ],
)
def test_what_it_covers_is_read(text: str, covered: Covered, themes: Themes) -> None:
    wanted = DigestWanted(schedule=Schedule(Weekly(frozenset({MON})), time(9), HERE), covered=covered)
    assert read(f"mon 9:00 {text}", themes) == wanted
    assert read(wanted.line().removeprefix("digest "), themes) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("edit", DigestEdit(None, NOTHING_SAID)),
        ("editar D-1", DigestEdit(1, NOTHING_SAID)),
        ("edit 3", DigestEdit(3, NOTHING_SAID)),
        ("edit D-1 10:00", DigestEdit(1, DigestSaid(at=time(10)))),
        ("edit fri", DigestEdit(None, DigestSaid(days=frozenset({FRI})))),
        ("editar D-1 cada 2 semanas", DigestEdit(1, DigestSaid(every=2))),
        ("edit #1 monthly 1", DigestEdit(1, DigestSaid(monthly=MonthlyOnDay(1)))),
        ("cambiar D-1 Tijuana", DigestEdit(1, DigestSaid(zone="America/Tijuana"))),
        ("edit D-1 skip-quiet", DigestEdit(1, DigestSaid(skip_quiet=True))),
        ("edit D-1 tell-quiet", DigestEdit(1, DigestSaid(skip_quiet=False))),
        ("editar D-1 incluir sin novedades", DigestEdit(1, DigestSaid(skip_quiet=False))),
        ("edit D-1 sector:industry", DigestEdit(1, DigestSaid(covered=Covered(sectors=(Sector.INDUSTRY,))))),
        ("skip D-2", DigestOrder(DigestAction.SKIP, 2)),
        ("omitir", DigestOrder(DigestAction.SKIP)),
        ("skip D-2 2026-11-30", DigestOrder(DigestAction.SKIP, 2, date(2026, 11, 30))),
        ("silenciar D-2", DigestOrder(DigestAction.MUTE, 2)),
        ("own digest:T1/1/D-1:2026-11-23", DigestOrder(DigestAction.OWN, key="digest:T1/1/D-1:2026-11-23")),
    ],
)
def test_edits_and_orders_are_read(text: str, wanted: DigestEdit | DigestOrder, themes: Themes) -> None:
    assert read(text, themes) == wanted


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        (DigestSaid(days=frozenset({MON})), FORTNIGHTLY, Weekly(frozenset({MON}), 2)),
        (DigestSaid(every=2), Weekly(frozenset({FRI})), FORTNIGHTLY),
        (DigestSaid(every=1), FORTNIGHTLY, Weekly(frozenset({FRI}))),
        (DigestSaid(at=time(9)), FORTNIGHTLY, FORTNIGHTLY),
        (DigestSaid(at=time(9)), MonthlyOnDay(1), MonthlyOnDay(1)),
        (DigestSaid(monthly=MonthlyOnDay(1)), FORTNIGHTLY, MonthlyOnDay(1)),
        (DigestSaid(days=frozenset({FRI}), every=2), MonthlyOnDay(1), FORTNIGHTLY),
        (DigestSaid(every=2), MonthlyOnDay(1), None),
    ],
)
def test_of_the_days_too_only_what_is_said_is_different(
    said: DigestSaid, before: Recurrence, after: Recurrence | None
) -> None:
    assert said.recurrence(before) == after


RECURRENCES = st.one_of(
    st.builds(Weekly, st.frozensets(st.integers(0, 6), min_size=1), st.integers(1, 12)),
    st.builds(MonthlyOnDay, st.sampled_from([*range(1, 29), LAST])),
    st.builds(MonthlyOnWeekday, st.sampled_from(NTH), st.integers(0, 6)),
)


@given(RECURRENCES, st.times().map(lambda at: time(at.hour, at.minute)))
def test_the_line_of_any_recurrence_asks_for_the_same(recurrence: Recurrence, at: time) -> None:
    found = read_digest(f"{recurrence_line(recurrence)} {at:%H:%M}", (), HERE)
    assert found == DigestWanted(schedule=Schedule(recurrence, at, HERE))
