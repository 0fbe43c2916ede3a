"""Finding the open recommendations of one group that share words with a text, by the index of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import BigInteger, Text, bindparam, cast, select
from sqlalchemy.dialects.postgresql import TSQUERY

from domain.item import Item
from domain.language import Language
from domain.recommendation import OPEN_STATUSES
from domain.reference import RecordKind
from domain.similarity import Likeness, telling_words
from storage.likeness import likenesses
from storage.repositories.chunks import chunked
from storage.repositories.items import COLUMNS, item_of
from storage.repositories.scope import Scope
from storage.statements import PerEngine
from storage.stems import WORD_MARK, stems_of
from storage.tables.items import item
from storage.tables.search import place, search, search_index

WORDS_ASKED = 16
"""Words of a text that are looked up, the longest: they are the rarest, and one rare word finds its like."""

LOOKED_AT = 1000
"""Items with a word that are looked at: a word that more have tells little."""

RANKED = 2000
"""Items that share most words, whatever their kind, among which open recommendations are looked for."""

COMPARED = 30
"""Recommendations that are compared with the text, those that share most of its words."""

_BEGINNING = 6
"""Letters by which a word is found in the other language: `electrificación` by `electr`."""

_LONG = 8

_BASE = bindparam("base", type_=BigInteger)
_ABOVE, _BELOW = bindparam("above", type_=BigInteger), bindparam("below", type_=BigInteger)
_WITH_WORD = PerEngine(
    sqlite=(
        select(search_index.c.rowid - _BASE)
        .where(
            search_index.c.search_index.op("MATCH")(bindparam("wanted", type_=Text)),
            search_index.c.rowid > _ABOVE,
            search_index.c.rowid < _BELOW,
        )
        .order_by(search_index.c.rowid.desc())
        .limit(LOOKED_AT)
    ),
    postgresql=(
        select(search.c.place - _BASE)
        .where(
            search.c.stems.op("@@")(cast(bindparam("wanted", type_=Text), TSQUERY)),
            search.c.place > _ABOVE,
            search.c.place < _BELOW,
        )
        .limit(LOOKED_AT)
    ),
)
"""Items of the group with a word, whatever their kind: that is asked for afterwards, of few, by their places.

Both in one statement were planned by PostgreSQL, while it had no statistics yet, as a look through every
recommendation for each item with the word: 1.5 s for a text instead of 62 ms.
"""

_OPEN_ONES = select(*COLUMNS).where(
    item.c.group_id == bindparam("of_group"),
    item.c.recorded_in.in_(bindparam("places", expanding=True)),
    item.c.kind == RecordKind.RECOMMENDATION.value,
    item.c.status.in_(sorted(status.value for status in OPEN_STATUSES)),
)


def alike(scope: Scope, text: str, language: Language) -> tuple[Likeness, ...]:
    """How like the text the open recommendations are that share most of its words."""
    shared = _sharing(scope, sorted(telling_words(text), key=len, reverse=True)[:WORDS_ASKED])
    ranked = sorted(shared, key=lambda recorded_in: (-shared[recorded_in], -recorded_in))
    found: list[Item] = []
    for places in chunked(ranked[:RANKED]):
        rows = scope.connection.execute(_OPEN_ONES, {"of_group": scope.group, "places": places})
        found += map(item_of, rows)
    found.sort(key=lambda one: (-shared[one.recorded_in], -one.recorded_in))
    return likenesses(text, language, found[:COMPARED])


def _sharing(scope: Scope, words: Sequence[str]) -> Counter[int]:
    """How many of the words each item has that has any, by its place in the register."""
    is_sqlite = scope.connection.dialect.name == "sqlite"
    statement = _WITH_WORD.on(scope.connection)
    bounds = {
        "base": place(scope.group, 0),
        "above": place(scope.group, 0),
        "below": place(scope.group + 1, 0),
    }
    shared: Counter[int] = Counter()
    for word in words:
        wanted = _fts5(word) if is_sqlite else _tsquery(word)
        shared.update(scope.connection.execute(statement, bounds | {"wanted": wanted}).scalars())
    return shared


def _fts5(word: str) -> str:
    """For SQLite's index (sqlite.org/fts5.html, full-text query syntax): every string in quotes."""
    stems = " OR ".join(f'"{stem}"' for stem in stems_of(word))
    beginning = f' OR words : "{word[:_BEGINNING]}" *' if len(word) >= _LONG else ""
    return f"stems : ({stems}){beginning}"


def _tsquery(word: str) -> str:
    stems = " | ".join(f"'{stem}'" for stem in stems_of(word))
    beginning = f" | '{WORD_MARK}{word[:_BEGINNING]}':*" if len(word) >= _LONG else ""
    return f"{stems}{beginning}"
