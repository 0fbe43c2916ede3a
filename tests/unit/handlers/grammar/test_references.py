"""References as people write them, and the obstacles a recommendation is for."""

import pytest

from domain.reference import Reference, Series
from handlers.grammar.references import find_reference, find_references, split_answers, take_version


def obstacles(*numbers: int) -> tuple[Reference, ...]:
    return tuple(Reference(Series.OBSTACLE, number) for number in numbers)


@pytest.mark.parametrize(
    "word",
    [
        "R-2",
        "r2",
        "R 2",
        "r\u20132",
        "R\u22122",
        "R\u00a02",
        "R_2",
        "R#2",
        "R-02",
        "(R-2)",
        "R-2.",
        "[r-2],",
        "R - 2",
    ],
)
def test_a_reference_is_read_however_it_is_written(word: str) -> None:
    assert find_reference(word) == Reference(Series.RECOMMENDATION, 2)


@pytest.mark.parametrize(
    "word",
    ["", "R", "2", "R-", "R-0", "D-3", "R-2x", "RR-2", "R-1234567890", "R--2", "O-3 O-4", "R-٢", "R-2 now"],
)
def test_what_is_no_reference_is_none(word: str) -> None:
    assert find_reference(word) is None


@pytest.mark.parametrize(
    "text",
    [
        "O-3,O-4",
        "O3 y O4",
        "o-3 and o-4",
        "O-3; O-4",
        "O-3 O-4",
        "O-3, y O-4",
        "O-3 & O-4",
        "O-3/O-4",
        "o3,o4,o3",
    ],
)
def test_a_list_of_references_is_read_once_each(text: str) -> None:
    assert find_references(text) == obstacles(3, 4)


@pytest.mark.parametrize("text", ["O-3 or more", "see O-3", "O-3,X-4", "O-3 . O-4", ""])
def test_a_list_holds_nothing_but_references(text: str) -> None:
    assert find_references(text) == ()


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("Publish a map for O-3 for O-4", (3, 4)),
        ("Publish a map for O-3, para O-4 y O-5 for O-3", (3, 4, 5)),
    ],
)
def test_several_endings_with_obstacles_are_one(typed: str, numbers: tuple[int, ...]) -> None:
    text, found = split_answers(typed)
    assert (text.rstrip(","), found) == ("Publish a map", obstacles(*numbers))


@pytest.mark.parametrize(
    ("typed", "text", "numbers"),
    [
        ("Publish a map for O-3,O-4", "Publish a map", (3, 4)),
        ("Publicar un mapa para O-3", "Publicar un mapa", (3,)),
        ("Publicar un mapa para el obstáculo O-3.", "Publicar un mapa", (3,)),
        ("Publicar un mapa para los obstáculos O3 y O4", "Publicar un mapa", (3, 4)),
        ("Publish a map for the obstacles o-3 and o-4", "Publish a map", (3, 4)),
        ("Publish a map FOR obstacle O\u20133", "Publish a map", (3,)),
        ("Publish a map (for O-3)", "Publish a map", (3,)),
        ("A map for drivers for O-3", "A map for drivers", (3,)),
        ("First line\nsecond line for O-3", "First line\nsecond line", (3,)),
        ("for O-3", "", (3,)),
    ],
)
def test_trailing_obstacles_are_split_from_the_text(typed: str, text: str, numbers: tuple[int, ...]) -> None:
    assert split_answers(typed) == (text, obstacles(*numbers))


@pytest.mark.parametrize(
    "text",
    [
        "A map for drivers",
        "Un mapa para conductores",
        "Funds for O-3 and more",
        "A successor for R-2",
        "Something for O-3 and R-2",
        "Money for",
        "Therefor O-3",
        "para",
        "",
    ],
)
def test_other_words_stay_in_the_text(text: str) -> None:
    assert split_answers(text) == (text, ())


@pytest.mark.parametrize(
    "ending",
    [" !", "?", "!", "…", " please", ", please!", " por favor", " thanks.", " ¡gracias!", " thank you"],
)
def test_punctuation_and_a_courtesy_may_end_the_obstacles(ending: str) -> None:
    assert split_answers(f"Publish a map for O-3, O-4{ending}") == ("Publish a map", obstacles(3, 4))


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("N-12 v1", ("N-12", 1)),
        ("R-2 v34", ("R-2", 34)),
        ("N-12", ("N-12", None)),
        ("N-12 v0", ("N-12 v0", None)),
        ("N-12 v1 and more", ("N-12 v1 and more", None)),
        ("N-12 v1234567890", ("N-12 v1234567890", None)),
        ("", ("", None)),
    ],
)
def test_a_button_writes_the_version_behind_the_reference(text: str, taken: tuple[str, int | None]) -> None:
    assert take_version(text) == taken
