"""What is asked of digests: schedules and orders, in both languages."""

from datetime import time

import pytest

from domain.group import Theme
from domain.language import Language
from domain.recurrence import Weekly
from domain.schedule import Schedule
from handlers.grammar.coverages import Covered
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import DigestAction, DigestOrder, DigestWanted, read_digest
from handlers.grammar.times import TimeTaken, take_one_time

Themes = tuple[Theme, ...]
HERE = "America/Mexico_City"
EN, ES = Language.ENGLISH, Language.SPANISH
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def wanted(days: set[int], at: time, zone: str = HERE) -> DigestWanted:
    return DigestWanted(schedule=Schedule(Weekly(frozenset(days)), at, zone))


@pytest.mark.parametrize(
    "text",
    [
        "weekly mon 09:00",
        "mon 9",
        "9:00 monday",
        "semanal lunes 9:00",
        "los lunes a las 9",
        "el lunes a las 9:00",
        "cada lunes 9 am",
        "todos los lunes a las 9 de la mañana",
        "every monday at 9am",
        "Mondays at 9 a.m.",
        "MON 09.00",
        "lun. 9h",
        "each week on mon at 9 in the morning",
    ],
)
def test_a_week_day_and_a_time_are_read(text: str, themes: Themes) -> None:
    assert read_digest(text, themes, HERE) == wanted({MON}, time(9))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon,thu 17:30", {MON, THU}),
        ("lunes y jueves 17:30", {MON, THU}),
        ("mon, wed and fri 17:30", {MON, WED, FRI}),
        ("mon-fri 17:30", {MON, TUE, WED, THU, FRI}),
        ("lunes a viernes 17:30", {MON, TUE, WED, THU, FRI}),
        ("de lunes a viernes a las 17:30", {MON, TUE, WED, THU, FRI}),
        ("fri to mon 17:30", {FRI, SAT, SUN, MON}),
        ("weekdays 17:30", {MON, TUE, WED, THU, FRI}),
        ("entre semana 17:30", {MON, TUE, WED, THU, FRI}),
        ("días hábiles 17:30", {MON, TUE, WED, THU, FRI}),
        ("daily 17:30", {MON, TUE, WED, THU, FRI, SAT, SUN}),
        ("todos los días 17:30", {MON, TUE, WED, THU, FRI, SAT, SUN}),
        ("miércoles y sábados 5:30 pm", {WED, SAT}),
        ("mie y sab 5:30 pm", {WED, SAT}),
        ("tu th 5:30pm", {TUE, THU}),
        ("domingo 5:30 de la tarde", {SUN}),
    ],
)
def test_several_days_are_read(text: str, days: set[int], themes: Themes) -> None:
    assert read_digest(text, themes, HERE) == wanted(days, time(17, 30))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("mon 0:00", time(0)),
        ("mon 23:59", time(23, 59)),
        ("mon noon", time(12)),
        ("lunes mediodía", time(12)),
        ("mon midnight", time(0)),
        ("mon 12am", time(0)),
        ("mon 12pm", time(12)),
        ("mon 1 p. m.", time(13)),
        ("lunes 12 de la noche", time(0)),
        ("lunes 9 de la noche", time(21)),
        ("lunes 12 de la tarde", time(12)),
        ("mon at 5 in the evening", time(17)),
        ("lunes 17 hrs", time(17)),
        ("mon @ 7", time(7)),
    ],
)
def test_times_of_day_are_read(text: str, at: time, themes: Themes) -> None:
    assert read_digest(text, themes, HERE) == wanted({MON}, at)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("mon 9 America/Los_Angeles", "America/Los_Angeles"),
        ("mon 9 america/los_angeles", "America/Los_Angeles"),
        ("mon 9 Los_Angeles", "America/Los_Angeles"),
        ("mon 9:00 Los Angeles time", "America/Los_Angeles"),
        ("los lunes a las 9 Los Ángeles", "America/Los_Angeles"),
        ("lunes 9 hora de Tijuana", "America/Tijuana"),
        ("mon 9 Mexico_City", "America/Mexico_City"),
        ("lunes 9 ciudad de méxico", "America/Mexico_City"),
        ("lunes 9 CDMX", "America/Mexico_City"),
        ("lunes 9 Nueva York", "America/New_York"),
        ("mon 9 new yo", "America/New_York"),
        ("mon 9 zone:Europe/London", "Europe/London"),
        ("lunes 9 zona: ciudad de méxico", "America/Mexico_City"),
        ("mon 9 in La Paz", "America/La_Paz"),
        ("mon 9 UTC", "UTC"),
        ("mon 9 Pacific time", "America/Los_Angeles"),
    ],
)
def test_zones_are_read_by_name_and_city(text: str, zone: str, themes: Themes) -> None:
    assert read_digest(text, themes, "Asia/Tokyo") == wanted({MON}, time(9), zone)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("theme:infra", ("infrastructure",)),
        ("tema:infra,talent", ("infrastructure", "human-capital")),
        ("theme:infra theme:gov", ("infrastructure", "governance")),
        ("tema: capital humano", ("human-capital",)),
        ("theme:all", ()),
        ("", ()),
    ],
)
def test_themes_are_read(text: str, keys: tuple[str, ...], themes: Themes) -> None:
    found = read_digest(f"mon 9 {text}", themes, HERE)

    assert isinstance(found, DigestWanted)
    assert (found.covered.themes or ()) == keys
    assert found.schedule.zone == HERE


@pytest.mark.parametrize(
    ("text", "everything"),
    [("theme:all", True), ("tema:todos", True), ("", False), ("theme:all,suppliers", False)],
)
def test_all_themes_are_told_from_none_said(text: str, *, everything: bool, themes: Themes) -> None:
    found = read_digest(f"mon 9 {text}", themes, HERE)

    assert isinstance(found, DigestWanted)
    assert (found.covered.themes == ()) is everything


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("lang:en", (EN,)),
        ("idioma:español", (ES,)),
        ("lang:both", (EN, ES)),
        ("idioma: ambos", (EN, ES)),
        ("lang:es,en", (ES, EN)),
        ("language:Spanish", (ES,)),
        ("", ()),
    ],
)
def test_languages_are_read(text: str, languages: tuple[Language, ...], themes: Themes) -> None:
    found = read_digest(f"{text} mon 9", themes, HERE)

    assert isinstance(found, DigestWanted)
    assert found.languages == languages


@pytest.mark.parametrize(
    "text", ["skip-quiet", "skip quiet", "Skip quiet weeks", "sin novedades no", "omitir sin novedades"]
)
def test_quiet_periods_may_be_skipped(text: str, themes: Themes) -> None:
    found = read_digest(f"mon 9 {text} Tijuana", themes, HERE)

    assert isinstance(found, DigestWanted)
    assert found.skip_quiet
    assert found.schedule.zone == "America/Tijuana"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("list", DigestOrder(DigestAction.LIST)),
        ("listar", DigestOrder(DigestAction.LIST)),
        ("preview", DigestOrder(DigestAction.PREVIEW)),
        ("vista previa D-3", DigestOrder(DigestAction.PREVIEW, 3)),
        ("previa", DigestOrder(DigestAction.PREVIEW)),
        ("now d3", DigestOrder(DigestAction.NOW, 3)),
        ("ahora", DigestOrder(DigestAction.NOW)),
        ("pause 3", DigestOrder(DigestAction.PAUSE, 3)),
        ("pausar D\u20133", DigestOrder(DigestAction.PAUSE, 3)),
        ("resume D-03", DigestOrder(DigestAction.RESUME, 3)),
        ("reanudar #3", DigestOrder(DigestAction.RESUME, 3)),
        ("stop D 3.", DigestOrder(DigestAction.STOP, 3)),
        ("detener", DigestOrder(DigestAction.STOP)),
        ("det", DigestOrder(DigestAction.STOP)),
    ],
)
def test_orders_are_read(text: str, order: DigestOrder, themes: Themes) -> None:
    assert read_digest(text, themes, HERE) == order


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("", ProblemCode.DAY_MISSING, ""),
        ("weekly", ProblemCode.DAY_MISSING, ""),
        ("09:00", ProblemCode.DAY_MISSING, ""),
        ("mon", ProblemCode.TIME_MISSING, ""),
        ("mon 25:00", ProblemCode.TIME_UNKNOWN, "25:00"),
        ("mon 9:60", ProblemCode.TIME_UNKNOWN, "9:60"),
        ("mon 9:5", ProblemCode.TIME_UNKNOWN, "9:5"),
        ("mon 13 pm", ProblemCode.TIME_UNKNOWN, "13 pm"),
        ("mon 0am", ProblemCode.TIME_UNKNOWN, "0am"),
        ("mon 0900", ProblemCode.TIME_UNKNOWN, "0900"),
        ("mon 9 Atlantis", ProblemCode.ZONE_UNKNOWN, "Atlantis"),
        ("mon 9 zone:Atlantis", ProblemCode.ZONE_UNKNOWN, "Atlantis"),
        ("mon 9 central", ProblemCode.ZONE_AMBIGUOUS, "central"),
        ("mon 9 CST", ProblemCode.ZONE_AMBIGUOUS, "CST"),
        ("mon 9 zone:", ProblemCode.VALUE_MISSING, "zone:"),
        ("mon 9 theme:zzz", ProblemCode.THEME_UNKNOWN, "zzz"),
        ("mon 9 theme:in", ProblemCode.THEME_AMBIGUOUS, "in"),
        ("mon 9 lang:fr", ProblemCode.LANGUAGE_UNKNOWN, "fr"),
        ("mon 9 lang:,", ProblemCode.VALUE_MISSING, "lang:"),
        ("pause it", ProblemCode.DIGEST_NUMBER_UNKNOWN, "it"),
        ("pause D-0", ProblemCode.DIGEST_NUMBER_UNKNOWN, "D-0"),
        ("zzz", ProblemCode.DIGEST_WORD_UNKNOWN, "zzz"),
        ("pa", ProblemCode.DIGEST_WORD_UNKNOWN, "pa"),
        ("mon 9 zone:zone", ProblemCode.VALUE_MISSING, "zone:"),
    ],
)
def test_what_cannot_be_understood_is_a_problem(
    text: str, code: ProblemCode, word: str, themes: Themes
) -> None:
    problem = read_digest(text, themes, HERE)

    assert isinstance(problem, Problem)
    assert (problem.code, problem.word) == (code, word)


def test_a_slip_in_an_order_is_met_with_the_order_as_its_reader_calls_it(themes: Themes) -> None:
    assert read_digest("detner D-2", themes, HERE) == Problem(
        ProblemCode.DIGEST_WORD_UNKNOWN, "detner", ("stop",)
    )


def test_several_zones_are_offered_by_their_ids(themes: Themes) -> None:
    problem = read_digest("mon 9 central", themes, HERE)

    assert isinstance(problem, Problem)
    assert set(problem.suggestions) == {"America/Mexico_City", "America/Chicago"}


def test_a_slip_in_a_city_is_met_with_the_city(themes: Themes) -> None:
    problem = read_digest("lunes 9 Tijuna", themes, HERE)

    assert isinstance(problem, Problem)
    assert problem.suggestions[0] == "Tijuana"


@pytest.mark.parametrize(
    "found",
    [
        wanted({MON}, time(9)),
        DigestWanted(
            schedule=Schedule(Weekly(frozenset({SUN, WED})), time(0, 5), "America/Argentina/Buenos_Aires"),
            covered=Covered(themes=("human-capital", "infrastructure")),
            languages=(ES, EN),
            skip_quiet=True,
        ),
        DigestWanted(schedule=Schedule(Weekly(frozenset({SUN})), time(7), HERE), covered=Covered(themes=())),
    ],
)
def test_the_line_of_a_digest_asks_for_the_same(found: DigestWanted, themes: Themes) -> None:
    assert read_digest(found.line().removeprefix("digest "), themes, "UTC") == found


@pytest.mark.parametrize("text", ["mon at 4", "lunes a las 5", "mon 6"])
def test_an_hour_of_either_half_of_the_day_is_asked_about(text: str) -> None:
    found = take_one_time(text)
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.HOUR_EITHER


@pytest.mark.parametrize("text", ["mon at 4 pm", "mon 16:00", "mon 4:00 am", "mon 6:00", "mon at 9"])
def test_an_hour_that_is_told_is_not_asked_about(text: str) -> None:
    assert isinstance(take_one_time(text), TimeTaken)
