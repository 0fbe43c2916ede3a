"""Searching the items of one group, newest first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, cast, exists, func, select
from sqlalchemy.dialects.postgresql import TSQUERY

from domain.language import Language
from domain.register import Filter
from domain.search import Phrase, Prefix, Query, Results, Term
from domain.similarity import Likeness
from storage.repositories.alike import alike
from storage.repositories.conditions import Conditions, filtered
from storage.repositories.items import COLUMNS, item_of
from storage.repositories.scope import Scope
from storage.stems import WORD_MARK, hit, stems_of
from storage.tables.items import item
from storage.tables.search import place, search, search_index

FEW = 1000
"""Matches in a group up to which PostgreSQL is asked for all of them; of more the newest are soon found."""

_passing = item.alias("passing")


class SearchRows:
    """Asks the engine's index of words which items have every term."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def find(self, query: Query, filter_: Filter, *, before: int | None, limit: int) -> Results:
        """Newest first, from below the cursor `before`."""
        if self._scope.connection.dialect.name == "sqlite":
            matching = [_match(query), *self._range(search_index.c.rowid, before)]
            statement = self._newest(search_index.c.rowid, matching, filter_, limit + 1)
        else:
            matching = [*_contain(query), *self._range(search.c.place, before)]
            few = self._few(matching)
            statement = (
                self._newest(search.c.place, matching, filter_, limit + 1)
                if few is None
                else self._items(few, limit + 1).where(*filtered(filter_, self._scope.group))
            )
        rows = self._scope.connection.execute(statement).all()
        hits = tuple(hit(query, item_of(row)) for row in rows[:limit])
        return Results(hits, hits[-1].item.recorded_in if len(rows) > limit else None)

    def alike(self, text: str, language: Language) -> tuple[Likeness, ...]:
        """How like the text the open recommendations are that share most of its words."""
        return alike(self._scope, text, language)

    def _newest(
        self, column: ColumnElement[int], matching: Conditions, filter_: Filter, limit: int
    ) -> Select[Any]:
        """Places in falling order, each looked up in the register only where the filter asks for more."""
        recorded_in = self._recorded_in(column)
        conditions = filtered(filter_, self._scope.group, _passing)
        if conditions:
            here = (_passing.c.group_id == self._scope.group, _passing.c.recorded_in == recorded_in)
            matching = [*matching, exists().where(*here, *conditions)]
        found = select(recorded_in).where(*matching).order_by(column.desc()).limit(limit).subquery()
        return self._items(select(found.c.recorded_in), limit)

    def _few(self, matching: Conditions) -> list[int] | None:
        """Every match, in no order; None when there are FEW or more.

        PostgreSQL would go through a group from its newest item on in search of a word that is nowhere: how
        rare a word is it knows of the commonest alone. Materialized, the search is planned as one for all
        matches, which its index of words answers (docs/decisions/0008).
        """
        recorded_in = self._recorded_in(search.c.place)
        every = select(recorded_in).where(*matching).cte().prefix_with("MATERIALIZED")
        found = self._scope.connection.execute(select(every.c.recorded_in).limit(FEW)).scalars().all()
        return list(found) if len(found) < FEW else None

    def _items(self, recorded_in: Select[Any] | list[int], limit: int) -> Select[Any]:
        return (
            select(*COLUMNS)
            .where(item.c.group_id == self._scope.group, item.c.recorded_in.in_(recorded_in))
            .order_by(item.c.recorded_in.desc())
            .limit(limit)
        )

    def _range(self, column: ColumnElement[int], before: int | None) -> Conditions:
        group = self._scope.group
        below = place(group + 1, 0) if before is None else place(group, before)
        return [column > place(group, 0), column < below]

    def _recorded_in(self, column: ColumnElement[int]) -> ColumnElement[int]:
        return (column - cast(place(self._scope.group, 0), BigInteger)).label("recorded_in")


def _match(query: Query) -> ColumnElement[bool]:
    """For SQLite's index (sqlite.org/fts5.html, full-text query syntax): every string in quotes."""
    expression = " AND ".join(map(_fts5, query.terms))
    return search_index.c.search_index.op("MATCH")(expression)


def _fts5(term: Term) -> str:
    if isinstance(term, Phrase):
        phrase = " ".join(term.words)
        return f'words : "{phrase}"'
    if isinstance(term, Prefix):
        return f'words : "{term.text}" *'
    alternatives = " OR ".join(f'"{stem}"' for stem in stems_of(term.text))
    return f"stems : ({alternatives})"


def _contain(query: Query) -> Conditions:
    """For PostgreSQL: lexemes from its index, and for phrases a look at the words in their order."""
    expression = " & ".join(map(_tsquery, query.terms))
    phrases = [" ".join(term.words) for term in query.terms if isinstance(term, Phrase) and term.words[1:]]
    return [
        search.c.stems.op("@@")(cast(expression, TSQUERY)),
        *(func.strpos(" " + search.c.words + " ", f" {phrase} ") > 0 for phrase in phrases),
    ]


def _tsquery(term: Term) -> str:
    if isinstance(term, Phrase):
        return " & ".join(f"'{WORD_MARK}{word}'" for word in term.words)
    if isinstance(term, Prefix):
        return f"'{WORD_MARK}{term.text}':*"
    alternatives = " | ".join(f"'{stem}'" for stem in stems_of(term.text))
    return f"({alternatives})"
