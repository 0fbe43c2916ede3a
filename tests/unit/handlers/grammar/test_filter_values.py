"""Filters with a value or a trait: what each takes, and which go together."""

from dataclasses import replace
from datetime import date

import pytest

from domain.group import Sector
from domain.register import Order, Trait
from handlers.grammar.command import parse
from handlers.grammar.dates.rules import Reader
from handlers.grammar.filter_values import read_quarter
from handlers.grammar.filters import read_filters
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.wanted import ME, Wanted
from tests.fakes.setting import setting_with
from tests.unit.handlers.grammar.lists import RECOMMENDATIONS, Themes, read


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("owner:<@U1|lead>", "responsable: <@U1>"), Wanted(owner="U1")),
        (("owner:me", "responsable:mí"), Wanted(owner=ME)),
        (("by:me", "de:mí", "de:yo", "autor:yo"), Wanted(author=ME)),
        (
            ("owner:nobody", "responsable:nadie", "unowned", "sin responsable"),
            Wanted(traits=frozenset({Trait.UNOWNED})),
        ),
        (("sector:industry", "sector: industria", "sector:INDUS"), Wanted(sector=Sector.INDUSTRY)),
        (("sector:university", "sector:academia", "sector: académico"), Wanted(sector=Sector.ACADEMIA)),
        (
            ("country:US", "country:usa", "país:EE.UU.", "pais: estados unidos", "country: united states"),
            Wanted(country="US"),
        ),
        (("country:mexico", "país:México", "country:MX"), Wanted(country="MX")),
        (
            ("driver:jobs", "motor:empleo de calidad", "driver: quality jobs", 'driver:"Quality jobs"'),
            Wanted(driver="jobs"),
        ),
        (
            (
                "quarter:2027-Q1",
                "trimestre:2027-T1",
                "quarter: q1 2027",
                "2027-Q1",
                "2027-t1",
                "quarter:this",
            ),
            Wanted(quarter="2027-Q1"),
        ),
        (("quarter: next", "trimestre:próximo", "quarter:Q2", "T2"), Wanted(quarter="2027-Q2")),
        (("meeting:M-2", "reunión:m2", "meeting:2"), Wanted(meeting=2)),
        (
            (
                "since:2027-03-01",
                "desde: 1 de marzo",
                "since march 1",
                "desde el 1 de marzo de 2027",
                "since:last week",
            ),
            Wanted(since=date(2027, 3, 1)),
        ),
        (("until:yesterday", "hasta: ayer", "hasta ayer", 'until:"march 7"'), Wanted(until=date(2027, 3, 7))),
        (("overdue", "vencidas", "vencido", "atrasados", "late"), Wanted(traits=frozenset({Trait.OVERDUE}))),
        (("priority", "prioritarias", "prioridad", "prio"), Wanted(traits=frozenset({Trait.PRIORITY}))),
        (
            ("unanswered", "sin respuesta", "no respondido", "sin-responder"),
            Wanted(traits=frozenset({Trait.UNANSWERED})),
        ),
        (("due:2027-03-15", "vence: 15 de marzo", "vencen:15 de marzo"), Wanted(due=date(2027, 3, 15))),
        (("due:friday", 'vence:"viernes"', "due: march 12"), Wanted(due=date(2027, 3, 12))),
        (("stalled", "estancadas", "sin movimiento"), Wanted(traits=frozenset({Trait.STALLED}))),
        (("undated", "sin fecha", "no date"), Wanted(traits=frozenset({Trait.UNDATED}))),
        (("unvoiced", "sin voz", "unheard"), Wanted(traits=frozenset({Trait.UNVOICED}))),
        (("untranslated", "sin traducir", "sin traducción"), Wanted(traits=frozenset({Trait.UNTRANSLATED}))),
        (("owed", "debo", "sin mi posición"), Wanted(owed=True)),
        (("sort:due", "orden:fecha", "orden: vencimiento", "sort:due date"), Wanted(order=Order.DUE)),
        (("sort:status", "orden:estado"), Wanted(order=Order.STATUS)),
        (("sort:oldest", "orden:antiguas", "orden:antiguos"), Wanted(order=Order.OLDEST)),
        (("table", "tabla", "as a table", "como tabla"), Wanted(table=True)),
        (("all theme:infra", "theme:infra all"), Wanted(theme="infrastructure")),
    ],
)
def test_every_filter_is_read_in_both_languages(
    texts: tuple[str, ...], wanted: Wanted, themes: Themes
) -> None:
    for text in texts:
        assert read(text, themes) == wanted, text


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("since:monday until:friday", (3, 8), (3, 12)),
        ("until:friday since:monday", (3, 8), (3, 12)),
        ("until friday since monday", (3, 8), (3, 12)),
        ("until:friday desde lunes", (3, 8), (3, 12)),
        ("acciones desde:lunes hasta:viernes", (3, 8), (3, 12)),
        ("since:mar 1 until:friday 12", (3, 1), (3, 12)),
        ("since:feb 1 until:mar 31", (2, 1), (3, 31)),
        ("since:feb 1 until:feb 15", (2, 1), (2, 15)),
        ("since:feb 1 until:yesterday", (2, 1), (3, 7)),
        ("until:friday 12", None, (3, 12)),
        ("until:mar 31", None, (3, 31)),
        ("hasta el 15", None, (3, 15)),
        ("hasta el 5", None, (3, 5)),
        ('until:"march 31"', None, (3, 31)),
        ("until:feb 15", None, (2, 15)),
    ],
)
def test_until_is_the_nearer_day_and_never_before_since(
    text: str, since: tuple[int, int] | None, until: tuple[int, int], themes: Themes
) -> None:
    found = read(text, themes)
    assert isinstance(found, Wanted)
    assert found.since == (since and date(2027, *since))
    assert found.until == date(2027, *until)


def test_until_is_of_the_next_year_where_since_is_of_this_one(themes: Themes) -> None:
    setting = replace(setting_with(themes), reader=Reader(date(2027, 12, 30), day_first=False))
    found = read_filters(parse("list since:dec 1 until:jan 15"), setting)
    assert found == Wanted(since=date(2027, 12, 1), until=date(2028, 1, 15))


def test_filters_of_every_sort_go_together_in_any_order(themes: Themes) -> None:
    parts = [
        "recommendations", "theme:infra", "owner:<@U1|lead infra>", "country:méxico", "since:last monday",
        "priority", "sort:due", "sector: academia", "status: under review", "until:today", "driver:jobs",
    ]  # fmt: skip
    wanted = Wanted(
        kinds=RECOMMENDATIONS,
        theme="infrastructure",
        owner="U1",
        country="MX",
        since=date(2027, 3, 1),
        until=date(2027, 3, 8),
        traits=frozenset({Trait.PRIORITY}),
        order=Order.DUE,
        sector=Sector.ACADEMIA,
        statuses=frozenset({"under_review"}),
        driver="jobs",
    )
    for turn in range(len(parts)):
        assert read(" ".join(parts[turn:] + parts[:turn]), themes) == wanted, turn


@pytest.mark.parametrize(
    ("text", "code", "suggestions"),
    [
        ("sector:industrie", ProblemCode.SECTOR_UNKNOWN, ("industria",)),
        ("sector:zzz", ProblemCode.SECTOR_UNKNOWN, ("government", "industry", "academia")),
        ("country:france", ProblemCode.COUNTRY_UNKNOWN, ("Mexico", "United States")),
        ("driver:zzz", ProblemCode.DRIVER_UNKNOWN, ("Quality jobs", "Climate")),
        ("quarter:2027-Q5", ProblemCode.QUARTER_UNKNOWN, ()),
        ("quarter:monday", ProblemCode.QUARTER_UNKNOWN, ()),
        ("since:whenever", ProblemCode.DAY_UNKNOWN, ()),
        ("due:whenever", ProblemCode.DAY_UNKNOWN, ()),
        ("since:", ProblemCode.VALUE_MISSING, ()),
        ("meeting:first", ProblemCode.MEETING_UNKNOWN, ()),
        ("sort:zzz", ProblemCode.ORDER_UNKNOWN, ("newest", "oldest", "due", "status", "priority", "theme")),
        ("owner:lead", ProblemCode.PERSON_UNKNOWN, ()),
        ("before:7~", ProblemCode.WORD_UNKNOWN, None),
    ],
)
def test_a_wrong_value_is_met_with_what_it_can_be(
    text: str, code: ProblemCode, suggestions: tuple[str, ...] | None, themes: Themes
) -> None:
    problem = read(text, themes)
    if suggestions is None:
        assert problem == Wanted(before=7)
        return
    assert isinstance(problem, Problem), text
    assert (problem.code, set(problem.suggestions)) == (code, set(suggestions))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme:infra theme:talent", "theme:infra + theme:talent"),
        ("infra talent", "infra + talent"),
        ("owner:me owner:nobody", "owner:nobody + owner:me"),
        ("by:<@U1|a> by:me", "by:@a + by:me"),
        ("since:today until:yesterday", "since:today + until:yesterday"),
        ("undated overdue", "undated + overdue"),
        ("sin fecha trimestre:2027-T1", "sin fecha + trimestre:2027-T1"),
        ("notas vencidas", "notas + vencidas"),
        ("obstacles driver:jobs", "obstacles + driver:jobs"),
        ("unanswered unowned", "unanswered + unowned"),
        ("sort:due sort:status", "sort:due + sort:status"),
        ("acciones sin mi posición", "acciones + sin mi posición"),
    ],
)
def test_filters_that_nothing_can_pass_together_are_refused(text: str, words: str, themes: Themes) -> None:
    problem = read(text, themes)
    assert isinstance(problem, Problem), text
    assert problem.code is ProblemCode.FILTERS_CONTRADICT
    assert set(problem.word.split(" + ")) == set(words.split(" + "))


@pytest.mark.parametrize(
    "text", ["notes obstacles unanswered", "theme:infra tema:infraestructura", "all mine owner:me"]
)
def test_filters_that_only_look_contrary_are_taken(text: str, themes: Themes) -> None:
    assert isinstance(read(text, themes), Wanted)


def test_a_year_is_no_quarter() -> None:
    assert read_quarter("2027", setting_with().reader) is None
