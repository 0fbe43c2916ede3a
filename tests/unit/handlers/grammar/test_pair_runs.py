"""Of any line, text and understood pairs together are the line, and prose with colons stays whole."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.obstacle import Severity
from handlers.grammar.dates.rules import Reader
from handlers.grammar.proposals import proposal_end, read_proposal
from handlers.grammar.record_pairs import DUE, OF_OBSTACLE, PLAN, PairsTaken, take_record_pairs
from handlers.words.slack_text import Mention
from tests.fakes.setting import setting_with

ALL = PLAN | OF_OBSTACLE
PEOPLE = (Mention("U1", "@lead-infra"),)
READER = Reader(today=date(2027, 3, 3), day_first=False)

PROSE = (
    "No hay red en todo el país charging for O-1 due friday and, by para priority prioridad (the) a:b 12:30"
)
APART = "country: severity: gravedad: prioridad: responsable: vence: owner: due: quarter: theme:"
PAIRS = (
    "country:mx severity:high owner:@lead-infra due:friday quarter:2027-Q1 priority:yes owner:nobody due:x"
)
words = st.lists(st.sampled_from(PROSE.split()), min_size=1, max_size=8)
lines = st.lists(st.sampled_from([*PROSE.split(), *APART.split(), *PAIRS.split(), "\n", "\n-"]), max_size=12)


def taken(text: str) -> PairsTaken:
    setting = setting_with()
    return take_record_pairs(text, PEOPLE, setting, ALL, lambda said: proposal_end(said, READER))


def counted(text: str) -> Counter[str]:
    """The words; a first line's colon stands behind whatever is left of that."""
    return Counter(word.strip(",;.:") for word in text.split() if word.strip(",;.:"))


@given(lines.map(" ".join))
@example("Build 40 chargers owner:@lead-infra due friday for O-1 quarter:2027-Q1 priority")
@example("Rules differ by country:mx and by state")
@example("country:mx prioridad: \n-")
@example("No country:mx prioridad: \n No")
def test_what_is_no_longer_in_the_text_is_a_pair_or_the_word_priority(line: str) -> None:
    read = taken(line)
    gone, more = counted(line) - counted(read.text), counted(read.text) - counted(line)
    assert not more
    pairs = {
        *PAIRS.split(),
        *APART.split(),
        *APART.replace(":", "").split(),
        "priority",
        "prioridad",
        "No",
        "friday",
    }
    assert all(word in pairs for word in gone), gone
    assert all(kept.typed in read.text for kept in read.kept)
    said = bool(read.said.fields()) or read.owner is not None or bool(read.problems)
    assert said == bool(gone)


DATED = frozenset({"vence:", "due:"})


@given(
    words,
    st.sampled_from([key for key in APART.split() if key not in DATED]),
    st.sampled_from(["México", "low", "yo", "el viernes", "high, or"]),
)
@example(["No", "hay", "red", "en", "todo", "el"], "country:", "México")
def test_prose_with_colons_stays_whole(before: list[str], key: str, value: str) -> None:
    line = " ".join([*before, key, value])
    assert taken(line).text == line


@given(words, st.sampled_from(PAIRS.split()), words)
def test_a_pair_within_a_sentence_stays_and_is_told(before: list[str], pair: str, after: list[str]) -> None:
    line = " ".join(["So", *before, pair, "is", *after, "indeed"])
    read = taken(line)
    assert (read.text, [kept.typed for kept in read.kept]) == (line, [pair])


SAID = ("severity:high", "gravedad:alta", "country:mx", "due:mar 31", "quarter:2027-Q1", "priority:yes")


@given(
    st.permutations(["for O-1", "due mar 31", "priority", *SAID]).filter(lambda said: said[0] != "priority")
)
def test_a_run_at_the_end_is_read_in_any_order(said: list[str]) -> None:
    read = taken(" ".join(["Build chargers", *said]))
    proposal = read_proposal(read.text, READER)
    assert (proposal.text, [str(each) for each in proposal.answers]) == ("Build chargers", ["O-1"])
    assert (proposal.due_on, read.said.due_on) == (date(2027, 3, 31), date(2027, 3, 31))
    assert (read.said.severity, read.said.countries, read.said.priority) == (Severity.HIGH, ("MX",), True)
    assert (read.kept, dict(read.problems)) == ((), {})


def test_a_value_that_is_none_is_a_problem_at_an_end_alone() -> None:
    assert set(taken("Call them due:next fridy").problems) == {DUE}
    assert set(taken("due:fridy Call them").problems) == {DUE}
    assert not taken("Call due:fridy them and then us").problems


def test_the_spanish_day_beside_obstacles_is_read_in_either_order() -> None:
    reader = Reader(today=date(2027, 3, 3), day_first=True)
    for line in (
        "Sembrar árboles para O-1 para el viernes 19",
        "Sembrar árboles para el viernes 19 para O-1",
        "Sembrar árboles, vence el viernes 19 para O-1",
    ):
        read = read_proposal(line, reader)
        assert (read.text, [str(each) for each in read.answers]) == ("Sembrar árboles", ["O-1"])
        assert read.due_on == date(2027, 3, 19)
    kept = read_proposal("Sembrar árboles para 2030 para O-1", reader)
    assert (kept.text, kept.due_on) == ("Sembrar árboles para 2030", None)


@given(
    words,
    st.sampled_from(["vence: el viernes", "due: friday", "owner: @lead-infra", "responsable: @lead-infra"]),
)
def test_a_person_or_day_at_the_end_is_one_with_a_space_too(before: list[str], pair: str) -> None:
    read = taken(" ".join([*before, "datos", pair]))
    assert read.text == " ".join([*before, "datos"])
    assert (read.said.due_on or read.owner) in {date(2027, 3, 12), "U1"}
    assert taken(f"Ask for the {pair}").text == f"Ask for the {pair}"


def test_every_pair_with_a_space_is_told_to_stay() -> None:
    read = taken("Falta agua gravedad: alta, país: México")
    assert read.text == "Falta agua gravedad: alta, país: México"
    assert [kept.typed for kept in read.kept] == ["gravedad: alta", "país: México"]


def test_countries_with_commas_are_taken_whole() -> None:
    read = taken("Falta gas país:México,Estados Unidos")
    assert (read.text, read.said.countries) == ("Falta gas", ("MX", "US"))


@pytest.mark.parametrize(
    "line",
    ["Barrer patio para:viernes", "Sweep due by:friday", "Clean it deadline:friday", "Limpiar fecha:viernes"],
)
def test_other_words_for_a_day_are_pairs_too(line: str) -> None:
    read = taken(line)
    assert (len(read.text.split()) < 3, read.said.due_on) == (True, date(2027, 3, 12))


@pytest.mark.parametrize("line", ["Informar para:todos", "Escrito by:nadie", "Nota para: el comité"])
def test_words_that_name_no_day_are_none(line: str) -> None:
    read = taken(line)
    assert (read.text, read.kept, dict(read.problems)) == (line, (), {})


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Firmar convenio vence:martes 15 de marzo", "Firmar convenio"),
        ("Pedir mapas vence:30 de febrero", "Pedir mapas"),
        (
            "Regar plazas responsable:@lead-infra vence:lunes 16 país:mx prioridad para O-1",
            "Regar plazas para O-1",
        ),
    ],
)
def test_nothing_of_a_wrong_day_stays_in_the_text(line: str, text: str) -> None:
    read = taken(line)
    assert (read.text, list(read.problems)) == (text, [DUE])
