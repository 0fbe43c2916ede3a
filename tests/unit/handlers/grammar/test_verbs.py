"""Verbs by name, synonym and prefix, in both languages."""

import pytest

from domain.language import Language
from handlers.grammar.folding import folded
from handlers.grammar.verbs import (
    NAMES,
    OTHER_WORDS,
    WHOLE,
    Ambiguous,
    Unknown,
    Verb,
    VerbFound,
    VerbNames,
    find_verb,
    is_asked,
    is_written_out,
)

EN, ES = Language.ENGLISH, Language.SPANISH


@pytest.mark.parametrize(
    ("verb", "english", "spanish"),
    [
        (Verb.HELP, "help", "ayuda"),
        (Verb.SETUP, "setup", "configurar"),
        (Verb.JOIN, "join", "unirse"),
        (Verb.NOTE, "note", "nota"),
        (Verb.DECISION, "decision", "decisión"),
        (Verb.OPPORTUNITY, "opportunity", "oportunidad"),
        (Verb.OBSTACLE, "obstacle", "obstáculo"),
        (Verb.RECOMMEND, "recommend", "recomendar"),
        (Verb.ACTION, "action", "acción"),
        (Verb.MOVE, "move", "mover"),
        (Verb.DONE, "done", "hecho"),
        (Verb.ASSIGN, "assign", "asignar"),
        (Verb.WITHDRAW, "withdraw", "retirar"),
        (Verb.SUPPORT, "support", "apoyar"),
        (Verb.RESERVE, "reserve", "reservar"),
        (Verb.OBJECT, "object", "objetar"),
        (Verb.ABSTAIN, "abstain", "abstenerse"),
        (Verb.UNDO, "undo", "deshacer"),
        (Verb.SHOW, "show", "ver"),
        (Verb.STATUS, "status", "estado"),
        (Verb.LIST, "list", "listar"),
        (Verb.FIND, "find", "buscar"),
        (Verb.LANGUAGE, "language", "idioma"),
        (Verb.DIGEST, "digest", "resumen"),
    ],
)
def test_every_verb_has_its_name_in_both_languages(verb: Verb, english: str, spanish: str) -> None:
    assert (verb.name_in(EN), verb.name_in(ES)) == (english, spanish)
    assert find_verb(english) in (VerbFound(verb, EN), VerbFound(verb, None))
    assert find_verb(spanish) == VerbFound(verb, ES)


def test_no_word_names_two_verbs() -> None:
    words = [folded(word) for row in NAMES.values() for each in row.words.values() for word in set(each)]
    shared = {word for word in words if len({verb for verb, row in NAMES.items() if _has(row, word)}) > 1}

    assert shared == set()


def _has(row: VerbNames, word: str) -> bool:
    return any(folded(name) == word for names in row.words.values() for name in names)


def test_every_verb_has_a_row() -> None:
    assert set(NAMES) == set(Verb)
    assert all(set(row.words) == set(Language) for row in NAMES.values())


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("?", Verb.HELP),
        ("acuerdo", Verb.DECISION),
        ("propose", Verb.RECOMMEND),
        ("estatus", Verb.STATUS),
        ("mostrar", Verb.SHOW),
        ("recomendación", Verb.RECOMMEND),
        ("OBSTACULO", Verb.OBSTACLE),
        ("Decisio\u0301n", Verb.DECISION),
        ("no\u200bta", Verb.NOTE),
        (" nota ", Verb.NOTE),
    ],
)
def test_synonyms_case_accents_and_invisible_characters_do_not_matter(word: str, verb: Verb) -> None:
    found = find_verb(word)

    assert isinstance(found, VerbFound)
    assert found.verb is verb


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("nota", ES),
        ("note", EN),
        ("obj", None),
        ("decision", None),
        ("decisión", ES),
        ("DECISIÓN", ES),
        ("recomen", ES),
        ("recomm", EN),
        ("obs", None),
        ("?", None),
        ("zzz", None),
    ],
)
def test_a_word_tells_its_language_when_only_one_has_it(word: str, language: Language | None) -> None:
    found = find_verb(word)

    assert (found.language if isinstance(found, VerbFound) else None) is language


@pytest.mark.parametrize(
    ("prefix", "verb"),
    [("li", Verb.LIST), ("st", Verb.STATUS), ("estad", Verb.STATUS), ("mo", Verb.MOVE), ("mos", Verb.SHOW)],
)
def test_a_prefix_of_two_letters_is_enough_when_only_one_verb_has_it(prefix: str, verb: Verb) -> None:
    found = find_verb(prefix)

    assert isinstance(found, VerbFound)
    assert found.verb is verb


def test_a_prefix_of_several_verbs_names_them() -> None:
    several = (Verb.RECOMMEND, Verb.MEETING, Verb.WITHDRAW, Verb.RESERVE, Verb.DIGEST)
    assert find_verb("re") == Ambiguous("re", several)
    assert find_verb("ob") == Ambiguous("ob", (Verb.OBSTACLE, Verb.OBJECT))


def test_one_letter_finds_no_verb_and_names_those_that_begin_so() -> None:
    assert find_verb("o") == Ambiguous("o", (Verb.OPPORTUNITY, Verb.OBSTACLE, Verb.OBJECT))
    assert find_verb("N?") == Ambiguous("N?", (Verb.NOTE,))


def test_a_synonym_makes_no_prefix_ambiguous() -> None:
    assert find_verb("sup") == VerbFound(Verb.SUPPORT, EN)
    assert find_verb("sum") == VerbFound(Verb.DIGEST, EN)
    assert find_verb("dec") == VerbFound(Verb.DECISION, None)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ntoe", Verb.NOTE),
        ("noet", Verb.NOTE),
        ("sow", Verb.SHOW),
        ("ayda", Verb.HELP),
        ("recomendat", Verb.RECOMMEND),
        ("obstacule", Verb.OBSTACLE),
        ("dijest", Verb.DIGEST),
        ("lsitar", Verb.LIST),
    ],
)
def test_a_slip_is_met_with_what_was_meant(word: str, meant: Verb) -> None:
    found = find_verb(word)

    assert isinstance(found, Unknown)
    assert found.suggestions[0] is meant
    assert len(found.suggestions) <= 3


@pytest.mark.parametrize("word", sorted(WHOLE))
def test_a_word_that_is_understood_whole_is_understood_by_no_beginning(word: str) -> None:
    found = find_verb(word[:-1])

    assert isinstance(find_verb(word), VerbFound)
    assert isinstance(found, Unknown) or word[:-1] in WHOLE


@pytest.mark.parametrize(
    "word", ["tabla", "report", "remind", "proposal", "recordar", "resolver", "eléctrico", "confirmar", "log"]
)
def test_a_word_far_from_every_verb_is_met_with_none(word: str) -> None:
    assert find_verb(word) == Unknown(word, ())


@pytest.mark.parametrize("word", ["", "x", "qqqq", "!", "\u0301", "ñ"])
def test_a_word_like_no_verb_gets_no_suggestion(word: str) -> None:
    assert find_verb(word) == Unknown(word, ())


@pytest.mark.parametrize("word", ["help?", "¿ayuda?", "Help!", "(help)", "help,"])
def test_a_verb_is_found_with_punctuation_around_it(word: str) -> None:
    found = find_verb(word)
    assert isinstance(found, VerbFound)
    assert found.verb is Verb.HELP


@pytest.mark.parametrize("word", sorted(OTHER_WORDS))
def test_a_word_of_its_own_is_no_verb_although_one_begins_so(word: str) -> None:
    names = [folded(name) for row in NAMES.values() for words in row.words.values() for name in words]
    assert any(name.startswith(word) for name in names)
    assert word not in names
    for typed in (word, word.upper(), f"{word},", f"¿{word.title()}"):
        assert find_verb(typed) == Unknown(typed, ())


@pytest.mark.parametrize(
    ("word", "whole"), [("nota", True), ("Nota:", True), ("not", False), ("notas", False)]
)
def test_a_verb_that_is_written_out_is_told_from_its_beginning(word: str, whole: bool) -> None:  # noqa: FBT001 - a case of the table
    assert is_written_out(word) is whole


@pytest.mark.parametrize(
    ("word", "asked"), [("done?", True), ("¿hecho", True), ("done!", False), ("?", False)]
)
def test_a_verb_that_asks_is_told_from_one_that_says(word: str, asked: bool) -> None:  # noqa: FBT001 - a case of the table
    assert is_asked(word) is asked
