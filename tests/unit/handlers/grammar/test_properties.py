"""What holds for any text."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from domain.language import Language
from domain.reference import RecordKind, Reference
from handlers.grammar.assignments import AssignmentWanted, read_assignment
from handlers.grammar.command import parse
from handlers.grammar.dates.rules import Reader
from handlers.grammar.filters import read_filters
from handlers.grammar.folding import folded, scannable, visible
from handlers.grammar.languages import read_language, read_languages
from handlers.grammar.moves import MoveWanted, read_move
from handlers.grammar.problems import Problem
from handlers.grammar.references import find_references, split_answers
from handlers.grammar.schedules import DigestOrder, DigestWanted, read_digest
from handlers.grammar.statuses import names_for, statuses_of
from handlers.grammar.subjects import Remark, read_remark
from handlers.grammar.themes import ThemeNamed, ThemeTaken, read_theme, take_theme
from handlers.grammar.tokens import find_tokens, without
from handlers.grammar.verbs import NAMES, OTHER_WORDS, Ambiguous, Unknown, Verb, VerbFound, find_verb
from handlers.grammar.wanted import Wanted
from handlers.words.slack_text import Mention
from tests.fakes.setting import setting_with
from tests.unit.handlers.grammar.lists import Themes
from tests.unit.handlers.grammar.orders import read_action

ANY = st.text(max_size=80) | st.text(
    alphabet=st.sampled_from("<>&;|@#!:\"'\u201c\u201d\u2013-_,. \n\u00a0\u200b\u00e1\u00f109adfimnortu")
)
PIECES = """
theme: tema:infra status:agreed by: <@U1|a> mine for O-3 para O\u20134 y mon 9:00 a las lunes weekly
owner:me sector:industria country:mx quarter:2027-T1 driver:jobs since:monday hasta: 3 de junio
overdue sin fecha sort:due tabla unanswered meeting:M-2 zone: lang:es \u201chuman capital\u201d D-1 pause
&lt; skip-quiet before:3 : , - under review de
"""
SNIPPETS = st.lists(st.sampled_from(PIECES.split()), max_size=9).map(" ".join)
NAMED_THEMES = {
    "infra": "infrastructure",
    "Infraestructura": "infrastructure",
    '"Human capital"': "human-capital",
    "“capital humano”": "human-capital",
    "innovación": "innovation",
    "GOVERNANCE": "governance",
}
WORDS = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=6)
VERB_WORDS = [(verb, word) for verb, row in NAMES.items() for words in row.words.values() for word in words]


@settings(deadline=None)  # the first text builds the table of zones
@given(ANY | SNIPPETS)
@example("theme:")
@example("for for for")
@example("\ud800 theme:\udfff")
def test_no_text_makes_the_grammar_fail(themes: Themes, text: str) -> None:
    utterance = parse(text)

    assert isinstance(find_verb(utterance.word), VerbFound | Ambiguous | Unknown)
    assert isinstance(take_theme(text, themes), Problem | ThemeTaken)
    assert isinstance(read_theme(text, themes), Problem | ThemeNamed)
    assert isinstance(read_filters(utterance, setting_with(themes)), Problem | Wanted)
    assert isinstance(read_digest(text, themes, "UTC"), Problem | DigestWanted | DigestOrder)
    assert isinstance(read_language(text), Problem | Language)
    assert isinstance(read_languages(text), Problem | tuple)
    assert isinstance(find_references(text), tuple)
    assert split_answers(text)[0] == text or split_answers(text)[1]


TODAY = date(2027, 3, 8)
PEOPLE = (Mention("U1", "@a"), Mention("U2", "@ab"))
LIFE_PIECES = """
R-2 r2 R 2 O\u20133 O-2 A-7 v3 v 40% 40 % por ciento 999% in progress en curso merged into fusionado con
superseded by because porque : \u2014 , reopen open done @a @ab @ to a para due el viernes friday 3 de junio
2027-Q1 T1 trimestre quarter me m\u00ed ( )
"""
LIVES = st.lists(st.sampled_from(LIFE_PIECES.split()), max_size=9).map(" ".join)


@settings(deadline=None)
@given(ANY | LIVES | LIVES.map(lambda text: f"R-2 {text}"), st.sampled_from(Language))
@example("R-2 because", Language.ENGLISH)
@example("a 99999999999999999999999", Language.ENGLISH)
def test_no_text_makes_the_life_of_items_fail(text: str, language: Language) -> None:
    reader = Reader(today=TODAY, day_first=language is Language.SPANISH)

    assert isinstance(read_move(text, language), MoveWanted | Problem)
    assert isinstance(read_assignment(text, PEOPLE, reader), AssignmentWanted | Problem)
    assert isinstance(read_remark(text), Remark | Problem)
    action = read_action(text, PEOPLE, reader)
    rest = iter(text)
    assert isinstance(action, Problem) or all(character in rest for character in action.text)


@given(st.sampled_from(RecordKind), st.sampled_from(Language))
def test_every_status_that_is_offered_is_understood(kind: RecordKind, language: Language) -> None:
    reference = Reference(kind.series, 1)
    read = [read_move(f"{reference} {name}", language) for name in names_for(kind, language)]

    assert all(isinstance(wanted, MoveWanted) for wanted in read)
    assert len(read) == len(statuses_of({kind}))


@given(ANY)
def test_scanning_keeps_every_position(text: str) -> None:
    assert len(scannable(text)) == len(text)
    assert scannable(scannable(text)) == scannable(text)


@given(ANY)
@example("\U0001d400")
@example("one\ntwo\r\n three\tfour")
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.sampled_from(VERB_WORDS), st.data())
def test_case_and_accents_of_a_verb_never_matter(named: tuple[Verb, str], data: st.DataObject) -> None:
    verb, word = named
    written = data.draw(
        st.sampled_from(
            [
                word.upper(),
                word.title(),
                folded(word),
                unicodedata.normalize("NFD", word),
                f"\u200b{word}\u00ad",
            ]
        )
    )

    found = find_verb(written)

    assert isinstance(found, VerbFound)
    assert found.verb is verb


@given(st.sampled_from(list(Verb)), st.sampled_from(Language), st.integers(min_value=2, max_value=20))
def test_prefixes_work_alike_in_both_languages(verb: Verb, language: Language, length: int) -> None:
    """A prefix of a verb's name finds that verb, or the several verbs of which some name begins so.

    One that is another word is none.
    """
    name = folded(verb.name_in(language))
    prefix = name[:length]
    assume(prefix not in OTHER_WORDS)
    sharing = {other for other in Verb for each in Language if folded(other.name_in(each)).startswith(prefix)}

    found = find_verb(prefix)

    if len(sharing) == 1:
        assert isinstance(found, VerbFound)
        assert found.verb is verb
    elif isinstance(found, Ambiguous):
        assert set(found.suggestions) == sharing
    else:
        assert isinstance(found, VerbFound)
        assert prefix in {folded(word) for words in NAMES[found.verb].words.values() for word in words}


@given(WORDS, st.sampled_from(sorted(NAMED_THEMES)), WORDS, st.sampled_from(["theme:", "tema:", "TEMA:"]))
def test_a_theme_anywhere_is_found_and_removed(
    themes: Themes, before: list[str], name: str, after: list[str], key: str
) -> None:
    text = " ".join([*before, key + name, *after])

    assert take_theme(text, themes) == ThemeTaken(" ".join([*before, *after]), NAMED_THEMES[name])


@given(st.text(alphabet="ab \n", max_size=30), st.integers(0, 10), st.text(alphabet="ab \n", max_size=30))
def test_removing_a_pair_leaves_the_other_words_and_lines(before: str, number: int, after: str) -> None:
    text = f"{before} key:{number} {after}"

    rest = without(
        text, [(token.start, token.readings[-1].end) for token in find_tokens(text, {"key": "key"})]
    )

    assert rest.split() == [*before.split(), *after.split()]


@given(st.text(max_size=60))
def test_a_text_without_references_is_left_alone(text: str) -> None:
    assume(not re.search(r"[oO]\W*\d", scannable(visible(text))))

    assert split_answers(text) == (text, ())


@pytest.mark.parametrize("zone", ["America/Mexico_City", "America/New_York", "Asia/Ho_Chi_Minh"])
def test_a_zone_is_found_with_or_without_its_key(themes: Themes, zone: str) -> None:
    assert read_digest(f"mon 9 {zone}", themes, "UTC") == read_digest(f"mon 9 zone:{zone}", themes, "UTC")
