"""What is searched, and the words of everything that is recorded already.

All in one transaction: what stops it leaves nothing, and the next start begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

from domain.language import Language, Text
from storage.stems import indexed

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STEMS = sa.Text().with_variant(TSVECTOR(), "postgresql")
_BATCH = 1000
_GROUP_SHIFT = 32

_item = sa.table(
    "item",
    *(sa.column(name) for name in ("group_id", "recorded_in", "text", "language")),
    sa.column("versions", sa.JSON()),
)
_NEXT = (
    sa.select(_item)
    .where(sa.tuple_(_item.c.group_id, _item.c.recorded_in) > sa.tuple_(sa.bindparam("group"), sa.bindparam("after")))
    .order_by(_item.c.group_id, _item.c.recorded_in)
    .limit(_BATCH)
)
_OLD, _NEW = ("old.place, old.words, old.stems", "new.place, new.words, new.stems")
_REMOVE = f"INSERT INTO search_index(search_index, rowid, words, stems) VALUES ('delete', {_OLD});"
_ADD = f"INSERT INTO search_index(rowid, words, stems) VALUES ({_NEW});"
_OPTIONS = "content='search', content_rowid='place', columnsize=0, tokenize='unicode61 remove_diacritics 0'"
_SQLITE = (
    f"CREATE VIRTUAL TABLE search_index USING fts5(words, stems, {_OPTIONS})",
    "INSERT INTO search_index(search_index, rank) VALUES ('automerge', 16)",
    "INSERT INTO search_index(search_index, rank) VALUES ('crisismerge', 64)",
    f"CREATE TRIGGER search_added AFTER INSERT ON search BEGIN {_ADD} END",
    f"CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN {_REMOVE} END",
    f"CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN {_REMOVE} {_ADD} END",
    "INSERT INTO search_index(search_index) VALUES ('rebuild')",
)


def upgrade() -> None:
    search = op.create_table(
        "search",
        sa.Column("place", _KEY, autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("stems", _STEMS, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_search"),
    )
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    for rows in _recorded(connection):
        connection.execute(sa.insert(search), [_searched(row, postgresql=postgresql) for row in rows])
    # Indexes are made over what is there: several times quicker than row by row.
    if postgresql:
        op.create_index("ix_search_stems", "search", ["stems"], postgresql_using="gin")
        op.execute("ANALYZE search")
    else:
        for statement in _SQLITE:
            op.execute(statement)


def _recorded(connection: sa.Connection) -> Iterator[Any]:
    """Every item, in lists of at most _BATCH."""
    place = {"group": 0, "after": 0}
    while rows := connection.execute(_NEXT, place).all():
        yield rows
        place = {"group": rows[-1].group_id, "after": rows[-1].recorded_in}


def _searched(row: Any, *, postgresql: bool) -> dict[str, Any]:
    versions = {Language(code): version for code, version in row.versions.items()}
    text = Text(row.text, Language(row.language), versions)
    return {
        "place": row.group_id << _GROUP_SHIFT | row.recorded_in,
        **indexed(text, words_among_stems=postgresql),
    }
