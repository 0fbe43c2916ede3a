"""Connections to a SQLite file, set up for writing, for reading, or for migrations."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event

from storage.jsontext import read, written

BUSY_TIMEOUT = 1.5
"""Seconds to wait for a lock from outside (a backup, somebody's shell): within the 2 s of a request."""

LOG_PAGES = 4000
"""Pages of the log past which a commit carries them into the file itself (16 MB): what bounds the log."""

_WRITER = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"wal_autocheckpoint={LOG_PAGES}",
)
_READER = ("query_only=ON", "foreign_keys=ON")
_MIGRATION = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF")


def writing_engine(path: Path) -> Engine:
    """One connection that writes."""
    return _engine(path, 1, _WRITER)


def reading_engine(path: Path, readers: int) -> Engine:
    """As many connections as there are readers; none of them can write."""
    return _engine(path, readers, _READER)


def migration_engine(path: Path) -> Engine:
    """A connection for migrations: foreign keys are off, since tables may be made anew and renamed."""
    return _engine(path, 1, _MIGRATION)


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for statements about transactions."""
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("not a SQLite connection")
    return raw


def _engine(path: Path, size: int, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT},
        json_serializer=written,
        json_deserializer=read,
        hide_parameters=True,  # texts of people must not stand in errors, and so in logs
    )

    def configure(raw: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 - SQLAlchemy's pool record
        # The driver's own transactions begin late and lose updates: every BEGIN here is ours.
        raw.isolation_level = None
        for pragma in pragmas:
            raw.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", configure)
    return engine
