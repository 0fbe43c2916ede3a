"""Which texts are taken for much the same: pairs in both languages, and the sample's own recommendations."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo.sample import Sample, SampleRecommendation
from domain.item import Item
from domain.language import Language, Text
from domain.reference import RecordKind
from domain.similarity import SHOWN_MAX, similar
from storage.likeness import likenesses
from tests.unit.storage.different_pairs import DIFFERENT
from tests.unit.storage.pairs import EN, ES, SAME, Pair

THEME, OTHER_THEME = "infrastructure", "talent"
AT = datetime(2027, 3, 3, tzinfo=UTC)
MAP = "Publish a national map of charging stations"


def item(text: str | Text, language: Language = EN, number: int = 1) -> Item:
    return Item(
        kind=RecordKind.RECOMMENDATION,
        number=number,
        theme=THEME,
        status="proposed",
        text=text if isinstance(text, Text) else Text(text, language, {}),
        author="U0MEMBER",
        channel=None,
        recorded_in=number,
        recorded_at=AT,
        changed_at=AT,
    )


def found(text: str, language: Language, *items: Item, theme: str | None = THEME) -> tuple[Item, ...]:
    return similar(likenesses(text, language, items), theme)


def test_there_are_enough_pairs_in_both_languages() -> None:
    for pairs in (SAME, DIFFERENT):
        for language in (EN, ES):
            assert sum(first == second == language for first, _, second, _ in pairs) >= 10
        assert len(pairs) >= 20


@pytest.mark.parametrize("pair", SAME, ids=lambda pair: pair[3][:40])
def test_what_people_take_for_the_same_is_found_whatever_its_theme(pair: Pair) -> None:
    language, text, other_language, other = pair
    for theme in (THEME, OTHER_THEME, None):
        there = item(other, other_language)
        assert found(text, language, there, theme=theme) == (there,)


@pytest.mark.parametrize("pair", DIFFERENT, ids=lambda pair: pair[3][:40])
def test_what_people_take_for_different_is_left_alone_even_in_the_same_theme(pair: Pair) -> None:
    language, text, other_language, other = pair
    assert found(text, language, item(other, other_language)) == ()
    assert found(other, other_language, item(text, language)) == ()


def test_no_two_recommendations_of_the_sample_are_alike() -> None:
    proposed = [event for event in Sample.read().events if isinstance(event, SampleRecommendation)]
    texts = [Text(event.text, event.language, event.versions) for event in proposed]
    assert len(texts) > 10
    for one, other in combinations(texts, 2):
        assert found(one.original, one.language, item(other)) == ()


def test_a_version_in_the_reader_s_language_is_compared_too() -> None:
    spanish = item(Text("Levantar un censo de cargadores y hacerlo público", ES, {EN: MAP}))
    assert found("A national map of charging stations", EN, spanish) == (spanish,)


def test_the_likest_comes_first_and_no_more_than_three() -> None:
    texts = (
        "Publish a map of charging stations in every nation",
        MAP,
        "National map of charging stations",
        "Map charging stations nationally",
    )
    items = [item(text, number=number) for number, text in enumerate(texts, 1)]
    shown = found(MAP, EN, *items)
    assert len(shown) == SHOWN_MAX
    assert shown[0].text.original == MAP


def test_one_word_in_common_is_no_likeness_but_the_very_same_word_is() -> None:
    assert found("Charging", EN, item("Charging stations")) == ()
    assert found("Charging", EN, item("charging")) != ()


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    (likeness,) = likenesses(one, ES, [item(other)])
    assert 0 <= likeness.words <= 1
    assert 0 <= likeness.wording <= 1
