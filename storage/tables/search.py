"""What is searched: one row for each item, and over it each engine's own index of words.

Rows are read and written by `storage.repositories.search` and `storage.repositories.indexing`.
"""

from __future__ import annotations

from sqlalchemy import DDL, BigInteger, Index, Text, column
from sqlalchemy import table as named_table
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import ExecutableDDLElement

from storage.tables.base import Base, Key, table_of

SEARCH_INDEX = "search_index"

GROUP_SHIFT = 32
"""Bits of `recorded_in` in a row's place: four thousand million changes to a group."""


def place(group: int, recorded_in: int) -> int:
    """Where an item stands among all that are searched."""
    return group << GROUP_SHIFT | recorded_in


def _index_statements() -> tuple[ExecutableDDLElement, ...]:
    """What makes SQLite's index and keeps it: FTS5 over the table's rows, and triggers.

    `remove_diacritics 0`: the words are folded already, and FTS5 would fold ñ too. Nothing is ranked, so the
    sizes of columns are not kept. Pieces of the index are joined later than FTS5 would join them, which makes
    a write a quarter as dear (docs/decisions/0008).
    """
    options = (
        "content='search', content_rowid='place', columnsize=0, tokenize='unicode61 remove_diacritics 0'"
    )
    columns = "rowid, words, stems"
    remove = (
        f"INSERT INTO search_index(search_index, {columns}) "  # noqa: S608 - our own words alone
        "VALUES ('delete', old.place, old.words, old.stems);"
    )
    add = f"INSERT INTO search_index({columns}) VALUES (new.place, new.words, new.stems);"  # noqa: S608 - the same
    statements = (
        f"CREATE VIRTUAL TABLE search_index USING fts5(words, stems, {options})",
        "INSERT INTO search_index(search_index, rank) VALUES ('automerge', 16)",
        "INSERT INTO search_index(search_index, rank) VALUES ('crisismerge', 64)",
        f"CREATE TRIGGER search_added AFTER INSERT ON search BEGIN {add} END",
        f"CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN {remove} END",
        f"CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN {remove} {add} END",
    )
    return tuple(DDL(statement).execute_if(dialect="sqlite") for statement in statements)  # type: ignore[no-untyped-call]  # SQLAlchemy's own


class SearchRow(Base):
    """The words of an item.

    `place` is group and `recorded_in` in one number: one range of places is one group, and their order is
    that of the register, so the newest of a group are found without looking at others. `words` and `stems`
    are made by `storage.stems.indexed`; on PostgreSQL the words stand among the stems too.
    """

    __tablename__ = "search"
    __table_args__ = (
        Index("ix_search_stems", "stems", postgresql_using="gin").ddl_if(dialect="postgresql"),
        {"listeners": [("after_create", statement) for statement in _index_statements()]},
    )

    place: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    words: Mapped[str]
    stems: Mapped[str] = mapped_column(Text().with_variant(TSVECTOR(), "postgresql"))


search = table_of(SearchRow)

search_index = named_table(SEARCH_INDEX, column("rowid", BigInteger), column(SEARCH_INDEX, Text))
"""SQLite's index: the column with its own name takes what is to be matched (sqlite.org/fts5.html)."""
