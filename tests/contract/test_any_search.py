"""Any search: every store finds what one who reads every text would, and none fails."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.language import Language, Text
from domain.ports import Store
from domain.register import Filter
from domain.search import Phrase, Prefix, Query, Results, Term, Word, words
from handlers.grammar.command import parse
from handlers.grammar.searches import Search, read_search
from storage.stems import stem
from tests.contract.desk import Desk, found
from tests.contract.searching import write
from tests.fakes.setting import setting_with

VOCABULARY = (
    "carga",
    "cargas",
    "cargador",
    "charging",
    "charge",
    "mañana",
    "manana",
    "de",
    "a",
    "2",
    "batería",
)
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=6).map(" ".join)
SINGLE = st.sampled_from([word for text in VOCABULARY for word in words(text)])
TERMS = (
    SINGLE.map(Word)
    | SINGLE.filter(lambda word: len(word) > 1).map(lambda word: Prefix(word[:4]))
    | st.lists(SINGLE, min_size=1, max_size=3).map(lambda found: Phrase(tuple(found)))
)


@st.composite
def stored_texts(draw: st.DrawFn) -> Text:
    language = draw(st.sampled_from(Language))
    others = [other for other in Language if other is not language]
    versions = {other: draw(TEXTS) for other in others if draw(st.booleans())}
    return Text(draw(TEXTS), language, versions)


def has(text: Text, term: Term) -> bool:
    """Whether somebody who reads the text finds the term in it."""
    return any(
        _reads(term, language, words(version))
        for language, version in {text.language: text.original, **text.versions}.items()
    )


def _reads(term: Term, language: Language, found: tuple[str, ...]) -> bool:
    if isinstance(term, Word):
        return any(stem(word, language) == stem(term.text, language) for word in found)
    if isinstance(term, Prefix):
        return any(word.startswith(term.text) for word in found)
    return f" {' '.join(term.words)} " in f" {' '.join(found)} "


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    corpus=st.lists(stored_texts(), max_size=6),
    asked=st.lists(st.lists(TERMS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=6),
)
async def test_every_search_finds_what_a_reader_would(
    store: Store, corpus: list[Text], asked: list[tuple[Term, ...]]
) -> None:
    desk = await found(store)
    items = await desk.write(lambda record: write(record, *corpus))
    for terms in asked:
        expected = [item for item in reversed(items) if all(has(item.text, term) for term in terms)]
        assert await _found(desk, terms) == [item.number for item in expected]


async def _found(desk: Desk, terms: Iterable[Term]) -> list[int]:
    asked = Query(tuple(terms))
    results = await desk.read(lambda record: record.search.find(asked, Filter(), before=None, limit=50))
    return [hit.item.number for hit in results.hits]


HOSTILE = [
    *("AND", "OR", "NOT", "NEAR", "NEAR(a, 2)", "^", ":", "-", "+", "*", '"', "'", "%", "_", "\\", "{", "}"),
    *("words:", "stems:", "rowid", ";", "--", "/*", "' OR 1=1", "\x00", "\ud800", "🔋", "مرحبا"),
    *("|", "&", "!", "<->", ":*", "þ", "search_index", "delete", "theme:", "before:1", "x" * 70),
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=12).map(" ".join)) | st.text()
)
async def test_whatever_is_typed_is_searched_or_is_a_problem_and_never_fails(
    store: Store, typed: str
) -> None:
    desk = await found(store)
    search = read_search(parse(f"find {typed}"), setting_with())
    if isinstance(search, Search):
        results = await desk.read(
            lambda record: record.search.find(search.query, Filter(), before=None, limit=10)
        )
        assert results == Results((), None)
