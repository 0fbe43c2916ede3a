"""What a list is asked for, in either language and any order."""

import pytest

from domain.group import Theme
from domain.language import Language, Names
from domain.reference import RecordKind
from domain.register import Cursor
from handlers.grammar.command import parse
from handlers.grammar.filters import read_filters
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.wanted import Wanted
from tests.fakes.setting import setting_with
from tests.unit.handlers.grammar.lists import OBSTACLES, RECOMMENDATIONS, Themes, read


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
    assert read("obstáculos estado:acordadas", themes) == Problem(
        ProblemCode.FILTERS_CONTRADICT, "estado:acordadas + obstáculos"
    )


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
    "text", ["actions <@U2>", "acciones de <@U2>", "actions for <@U2>", "tareas de <@U2>"]
)
def test_of_actions_alone_a_person_is_whoever_does_them(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(kinds=frozenset({RecordKind.ACTION}), owner="U2")


@pytest.mark.parametrize("text", ["actions by <@U2>", "acciones por <@U2>", "acciones de:<@U2>"])
def test_by_says_who_recorded_an_action(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(kinds=frozenset({RecordKind.ACTION}), author="U2")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("acciones para el 2027-03-05", "acciones vence:2027-03-05"),
        ("actions for 2027-03-05", "actions due:2027-03-05"),
        ("actions by 2027-03-05", "actions due:2027-03-05"),
        ("acciones pendientes", "actions open"),
        ("pending actions", "actions open"),
    ],
)
def test_what_is_to_be_done_is_asked_for_in_plain_words(text: str, meant: str, themes: Themes) -> None:
    found, expected = read(text, themes), read(meant, themes)
    assert isinstance(found, Wanted)
    assert isinstance(expected, Wanted)
    assert (found.kinds, found.due) == (expected.kinds, expected.due)
    assert found.statuses >= expected.statuses


@pytest.mark.parametrize("text", ["recommendations table please", "recommendations, table, thanks"])
def test_a_courtesy_narrows_nothing(text: str, themes: Themes) -> None:
    assert read(text, themes) == read("recommendations table", themes)


def test_due_before_a_day_needs_no_colon(themes: Themes) -> None:
    assert read("actions due friday", themes) == read("actions by friday", themes)
    assert isinstance(read("actions due", themes), Problem)


@pytest.mark.parametrize("text", ["for me", "of me", "by me", "para mí", "de mí", "por mí", "me", "mi"])
def test_whoever_says_me_asks_for_what_is_theirs(text: str, themes: Themes) -> None:
    actions = frozenset({RecordKind.ACTION})
    assert read(f"actions {text}", themes) == Wanted(kinds=actions, mine=True)
    assert read(f"acciones {text}", themes) == Wanted(kinds=actions, mine=True)


@pytest.mark.parametrize("text", ["meet", "meeting", "meetings"])
def test_a_longer_beginning_of_meetings_is_meetings(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(kinds=frozenset({RecordKind.MEETING}))
