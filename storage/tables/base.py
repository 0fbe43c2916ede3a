"""What every table shares: the metadata, the names of constraints, and the types of columns."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, cast

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator, TypeEngine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """A zone-aware instant, always UTC: microseconds since 1970 on SQLite, timestamptz on PostgreSQL.

    Integers compare and index as instants do; SQLite's text dates would lose the zone. A naive datetime
    raises ValueError on its way in.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BigInteger())
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401 - int or datetime
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("an instant needs a zone")
        if dialect.name == "sqlite":
            return (value - EPOCH) // MICROSECOND
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401 - the driver's
        if value is None:
            return None
        if dialect.name == "sqlite":
            return EPOCH + timedelta(microseconds=value)
        return cast("datetime", value).astimezone(UTC)


Key = BigInteger().with_variant(Integer(), "sqlite")
"""A number the database gives: SQLite counts only an INTEGER PRIMARY KEY by itself."""

Json = JSON()
"""JSON as text, on PostgreSQL too: jsonb would not keep the order of names, and no query looks inside."""

CLUSTERED = {"sqlite_with_rowid": False}
"""On SQLite a table of short rows is kept in its primary key's tree: one tree less to write.

Only for tables that are read by that key alone: where there is a choice, SQLite prefers this tree to a better
index, and then reads a whole group to find one item's history.
"""


class Base(DeclarativeBase):
    """The registry of the tables."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(referred_table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant,
        int: BigInteger,
        str: Text,
        dict[str, Any]: Json,
        dict[str, str]: Json,
        list[str]: Json,
        list[int]: Json,
        list[dict[str, Any]]: Json,
    }


def table_of(model: type[Base]) -> Table:
    """The table behind a declarative class."""
    return cast("Table", model.__table__)
