"""Which of SQLite's errors mean that the database is not there to write to or read from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from domain.ports import StoreUnavailable

_PRIMARY = 0xFF
"""Extended result codes keep the primary one in the low byte (sqlite.org/rescode.html)."""

_UNAVAILABLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    }
)


def understood(error: BaseException, *, writing: bool) -> BaseException:
    """StoreUnavailable where the error means that; else the error itself.

    A read-only file is one of these for a writer; a reader that meets it has tried to write, which is a bug.
    """
    driver = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(driver, sqlite3.Error):
        return error
    code = getattr(driver, "sqlite_errorcode", 0) & _PRIMARY
    if code in _UNAVAILABLE or (writing and code == sqlite3.SQLITE_READONLY):
        return unavailable(driver)
    return error


def is_locked(error: BaseException) -> bool:
    """Whether another connection holds the lock that was waited for."""
    driver = error.orig if isinstance(error, DBAPIError) else error
    return (
        isinstance(driver, sqlite3.Error)
        and getattr(driver, "sqlite_errorcode", 0) & _PRIMARY == sqlite3.SQLITE_BUSY
    )


@contextmanager
def translated(*, writing: bool) -> Iterator[None]:
    """What is raised inside, understood."""
    try:
        yield
    except DBAPIError as error:
        told = understood(error, writing=writing)
        if told is error:
            raise
        raise told from error


def unavailable(error: BaseException) -> StoreUnavailable:
    """StoreUnavailable, caused by the error."""
    told = StoreUnavailable(f"SQLite: {error}")
    told.__cause__ = error
    return told
