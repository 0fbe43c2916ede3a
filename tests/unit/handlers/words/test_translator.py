"""Messages, dates, numbers and lists in both languages."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from handlers.words.translator import PART_MAX, Translator, WordsMissingError
from handlers.words.words import Words

WORDS = Words.load()
EN = WORDS.for_language(Language.ENGLISH)
ES = WORDS.for_language(Language.SPANISH)
BOTH = pytest.mark.parametrize("t", [EN, ES], ids=["en", "es"])


def test_a_message_is_told_in_each_language() -> None:
    assert EN("kind-recommendation") == "recommendation"
    assert ES("kind-recommendation") == "recomendación"


def test_an_attribute_is_asked_for_behind_a_dot() -> None:
    assert ES("kind-decision.plural") == "decisiones"


@pytest.mark.parametrize(
    ("count", "english", "spanish"),
    [
        (0, "0 obstacles", "0 obstáculos"),
        (1, "1 obstacle", "1 obstáculo"),
        (2, "2 obstacles", "2 obstáculos"),
        (12345, "12,345 obstacles", "12,345 obstáculos"),
    ],
)
def test_counts_choose_singular_and_plural(count: int, english: str, spanish: str) -> None:
    assert EN("kind-obstacle.counted", count=count) == english
    assert ES("kind-obstacle.counted", count=count) == spanish


@BOTH
def test_an_unknown_message_raises_rather_than_shows_its_id(t: Translator) -> None:
    with pytest.raises(WordsMissingError, match="no message nothing-like-it"):
        t("nothing-like-it")


@BOTH
def test_an_unknown_attribute_raises(t: Translator) -> None:
    with pytest.raises(WordsMissingError):
        t("kind-note.colour")


@BOTH
def test_a_variable_that_is_not_given_raises(t: Translator) -> None:
    with pytest.raises(WordsMissingError, match="word"):
        t("refusal-theme-unknown")


@BOTH
def test_a_selector_that_is_not_given_raises(t: Translator) -> None:
    with pytest.raises(WordsMissingError):
        t("kind-note.counted")


@BOTH
@given(text=st.text(alphabet=st.characters(), max_size=40))
def test_text_of_people_passes_through_unharmed(t: Translator, text: str) -> None:
    frame = t("refusal-theme-unknown", word="|")

    assert t("refusal-theme-unknown", word=text) == frame.replace("|", text)


@BOTH
@pytest.mark.parametrize(
    "text", ["x" * 3000, "{ $word }", "\ue0000\ue001", "\u2068x\u2069", "-term", "🔌" * 3000]
)
def test_long_and_strange_texts_pass_through_too(t: Translator, text: str) -> None:
    frame = t("refusal-theme-unknown", word="|")

    assert t("refusal-theme-unknown", word=text) == frame.replace("|", text)


def test_two_long_texts_keep_their_places() -> None:
    first, second = "a" * (PART_MAX + 1), "b" * (PART_MAX + 1)

    assert EN("change-moved", before=first, after=second) == f"{first} → {second}"


@BOTH
def test_no_isolation_marks_stand_around_variables(t: Translator) -> None:
    assert "\u2068" not in t("refusal-theme-unknown", word="infra")


def test_numbers_of_digests_are_not_grouped() -> None:
    assert "D-12345 " in EN("refusal-subscription-unknown", number=12345)


def test_dates_are_written_as_in_each_country() -> None:
    day = dt.date(2027, 3, 5)

    assert (EN.date(day), ES.date(day)) == ("Mar 5, 2027", "5 mar 2027")


def test_an_instant_is_told_in_the_zone_of_its_reader() -> None:
    instant = dt.datetime(2027, 3, 6, 3, 4, tzinfo=dt.UTC)

    assert EN.datetime(instant, "America/Los_Angeles") == "Mar 5, 2027, 7:04 PM"
    assert ES.datetime(instant, "America/Mexico_City") == "5 mar 2027, 9:04 p.m."


def test_weekdays_have_their_names() -> None:
    assert (EN.weekday(0), ES.weekday(0), ES.weekday(6)) == ("Monday", "lunes", "domingo")


def test_numbers_are_written_alike_in_mexico_and_the_united_states() -> None:
    assert EN.number(12345.6) == ES.number(12345.6) == "12,345.6"
    assert EN.percent(40) == ES.percent(40) == "40%"


def test_countries_have_names() -> None:
    assert (EN.country("MX"), ES.country("US")) == ("Mexico", "Estados Unidos")
    assert ES.country("QX") == "QX"


@pytest.mark.parametrize(
    ("words", "either", "english", "spanish"),
    [
        ([], False, "", ""),
        (["a"], False, "a", "a"),
        (["a", "b"], False, "a and b", "a y b"),
        (["a", "b", "c"], False, "a, b, and c", "a, b y c"),
        (["a", "b"], True, "a or b", "a o b"),
        (["{0}", "{1}"], False, "{0} and {1}", "{0} y {1}"),
    ],
)
def test_lists_are_joined(words: list[str], either: bool, english: str, spanish: str) -> None:  # noqa: FBT001 - a column of the table
    assert EN.list(words, either=either) == english
    assert ES.list(words, either=either) == spanish


@pytest.mark.parametrize(
    ("words", "either", "spanish"),
    [
        (["capital", "industria"], False, "capital e industria"),
        (["capital", "Innovación"], False, "capital e Innovación"),
        (["padres", "hijos"], False, "padres e hijos"),
        (["agua", "hielo"], False, "agua y hielo"),
        (["agua", "iones"], False, "agua y iones"),
        (["siete", "ocho"], True, "siete u ocho"),
        (["uno", "hora"], True, "uno u hora"),
        (["O-3", "O-4"], True, "O-3 o O-4"),
        (["a", "o", "industria"], False, "a, o e industria"),
    ],
)
def test_spanish_lists_keep_the_vowels_apart(words: list[str], either: bool, spanish: str) -> None:  # noqa: FBT001 - a column of the table
    assert ES.list(words, either=either) == spanish


@BOTH
def test_a_lookup_costs_microseconds(t: Translator) -> None:
    rounds = 2000
    begun = time.perf_counter()
    for _ in range(rounds):
        t("refusal-theme-unknown", word="infra")

    assert (time.perf_counter() - begun) / rounds < 0.0005
