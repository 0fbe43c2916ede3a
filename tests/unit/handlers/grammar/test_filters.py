"""What a list is asked for, in either language and any order."""

from datetime import date

import pytest

from domain.group import Sector, Theme
from domain.language import Language, Names
from domain.reference import RecordKind
from domain.register import Cursor, Order, Trait
from handlers.grammar.command import parse
from handlers.grammar.filter_values import read_quarter
from handlers.grammar.filters import read_filters
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.wanted import ME, Wanted
from tests.fakes.setting import setting_with

Themes = tuple[Theme, ...]
RECOMMENDATIONS = frozenset({RecordKind.RECOMMENDATION})
OBSTACLES = frozenset({RecordKind.OBSTACLE})


def read(text: str, themes: Themes) -> Wanted | Problem:
    return read_filters(parse(f"list {text}"), setting_with(themes))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("note notes nota notas no NOTAS", RecordKind.NOTE),
        ("decision decisions decisión decisiones acuerdos dec", RecordKind.DECISION),
        ("opportunity opportunities oportunidad oportunidades opor", RecordKind.OPPORTUNITY),
        ("obstacle obstacles obstáculo obstáculos obstaculos barriers obst", RecordKind.OBSTACLE),
        ("recommendation recommendations recomendación recomendaciones reco", RecordKind.RECOMMENDATION),
    ],
)
def test_kinds_are_read_in_singular_and_plural(words: str, kind: RecordKind, themes: Themes) -> None:
    for word in words.split():
        assert read(word, themes) == Wanted(kinds=frozenset({kind})), word


@pytest.mark.parametrize(
    "text",
    [
        "recommendations theme:infra status:agreed",
        "status:agreed theme:infra recommendations",
        "recomendaciones tema:infraestructura estado:acordada",
        "estado:acordadas recomendaciones de infraestructura",
        "agreed recommendations in infrastructure",
        "recomendaciones acordadas sobre infraestructura",
        "recomendaciones estado: acordado, tema: infra",
    ],
)
def test_filters_come_in_any_order_and_language(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(
        kinds=RECOMMENDATIONS, theme="infrastructure", statuses=frozenset({"agreed"})
    )


@pytest.mark.parametrize(
    "text",
    [
        'status:"under review"',
        "status:“under review”",
        "status:under_review",
        "status:under-review",
        "status: under review",
        "estado:en revisión",
        "estado:en_revision",
        "under review",
        "en revisión",
        "status:under_rev",
    ],
)
def test_statuses_of_two_words_are_read_however_they_are_joined(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(statuses=frozenset({"under_review"}))


def test_several_statuses_may_be_asked_for(themes: Themes) -> None:
    wanted = Wanted(statuses=frozenset({"agreed", "in_progress"}))

    assert read("status:agreed,in_progress", themes) == wanted
    assert read("status:agreed status:in-progress", themes) == wanted
    assert read("agreed, in progress", themes) == wanted


def test_a_group_of_statuses_means_those_that_the_kind_can_have(themes: Themes) -> None:
    assert read("open obstacles", themes) == Wanted(
        kinds=OBSTACLES, statuses=frozenset({"identified", "confirmed"})
    )
    assert read("recomendaciones cerradas", themes) == Wanted(
        kinds=RECOMMENDATIONS, statuses=frozenset({"not_implemented", "superseded", "withdrawn"})
    )


def test_a_status_that_the_kind_cannot_have_is_a_problem(themes: Themes) -> None:
    assert read("obstacles status:agreed", themes) == Problem(ProblemCode.STATUS_UNKNOWN, "agreed")


@pytest.mark.parametrize(
    "text", ["notes, obstacles", "- notes\n- obstacles", "notas y obstáculos", "notes + obs ."]
)
def test_punctuation_between_words_does_not_matter(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(kinds=OBSTACLES | {RecordKind.NOTE})


@pytest.mark.parametrize("text", ["mine", "míos", "mías", "mios", "mis", "my"])
def test_mine_is_understood_in_both_languages(text: str, themes: Themes) -> None:
    assert read(f"{text} obstacles", themes) == Wanted(kinds=OBSTACLES, mine=True)


@pytest.mark.parametrize(
    "text",
    [
        "by:<@U12|lead-infra>",
        "de:<@U12|lead-infra>",
        "by: <@U12>",
        "by <@U12|lead-infra>",
        "de <@U12|A Name of several Words>",
        "<@U12>",
    ],
)
def test_an_author_is_who_slack_says_was_mentioned(text: str, themes: Themes) -> None:
    assert read(f"{text} notes", themes) == Wanted(kinds=frozenset({RecordKind.NOTE}), author="U12")


def test_of_two_names_that_begin_alike_the_longer_one_is_meant(themes: Themes) -> None:
    assert read("<@U1|lead> owner:<@U2|lead-infra>", themes) == Wanted(author="U1", owner="U2")
    assert read("by:<@U2|lead-infra>", themes) == Wanted(author="U2")


@pytest.mark.parametrize(
    "text", ["all", "todo", "theme:all", "tema:todos", "everything", "theme: all themes"]
)
def test_everything_is_asked_for(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(everywhere=True)


def test_a_theme_of_two_words_needs_no_quotes(themes: Themes) -> None:
    assert read("notas tema:capital humano mis", themes) == Wanted(
        kinds=frozenset({RecordKind.NOTE}), theme="human-capital", mine=True
    )
    assert read("human capital", themes) == Wanted(theme="human-capital")


def test_nothing_asks_for_nothing_in_particular(themes: Themes) -> None:
    assert read("", themes) == Wanted()


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("zzz", ProblemCode.WORD_UNKNOWN, "zzz"),
        ("notes zzz theme:infra", ProblemCode.WORD_UNKNOWN, "zzz"),
        ("under", ProblemCode.WORD_AMBIGUOUS, "under"),
        ("theme:zzz", ProblemCode.THEME_UNKNOWN, "zzz"),
        ("theme:in", ProblemCode.THEME_AMBIGUOUS, "in"),
        ("status:zzz", ProblemCode.STATUS_UNKNOWN, "zzz"),
        ("status:re", ProblemCode.STATUS_AMBIGUOUS, "re"),
        ("status:", ProblemCode.VALUE_MISSING, "status:"),
        ("tema: notas:", ProblemCode.THEME_UNKNOWN, "notas"),
        ("by:", ProblemCode.VALUE_MISSING, "by:"),
        ("by:lead-infra", ProblemCode.PERSON_UNKNOWN, "lead-infra"),
        ("by:@lead-infra", ProblemCode.PERSON_UNKNOWN, "@lead-infra"),
        ("before:x", ProblemCode.WORD_UNKNOWN, "before:"),
        ("before:99999999999999999999", ProblemCode.WORD_UNKNOWN, "before:"),
    ],
)
def test_a_wrong_word_is_a_problem(text: str, code: ProblemCode, word: str, themes: Themes) -> None:
    problem = read(text, themes)

    assert isinstance(problem, Problem)
    assert (problem.code, problem.word) == (code, word)


def test_a_slip_is_met_with_a_word(themes: Themes) -> None:
    problem = read("recomendacoines", themes)

    assert isinstance(problem, Problem)
    assert "recomendaciones" in problem.suggestions


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(kinds=RECOMMENDATIONS | OBSTACLES, theme="human-capital"),
        Wanted(everywhere=True, statuses=frozenset({"under_review", "not_implemented"}), mine=True),
        Wanted(kinds=frozenset(RecordKind), author="U012ABC", before=17),
    ],
)
def test_the_line_of_what_is_wanted_asks_for_the_same(wanted: Wanted, themes: Themes) -> None:
    assert read_filters(parse(wanted.line(after=wanted.cursor)), setting_with(themes)) == wanted


def test_the_line_of_another_page_differs_only_in_its_page(themes: Themes) -> None:
    wanted = Wanted(kinds=OBSTACLES)

    assert read_filters(parse(wanted.line(after=Cursor(12))), setting_with(themes)) == Wanted(
        kinds=OBSTACLES, before=12
    )


@pytest.mark.parametrize(
    "typed", ["human capital formation", "human-capital formation", "HUMAN_capital formation"]
)
def test_a_name_of_several_words_is_found_whatever_stands_between_them(typed: str) -> None:
    long = Theme("formation", Names({Language.ENGLISH: "Human capital formation"}))
    short = Theme("human-capital", Names({Language.ENGLISH: "Human capital"}))
    assert read(f"notes {typed}", (short, long)) == Wanted(
        kinds=frozenset({RecordKind.NOTE}), theme="formation"
    )


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
