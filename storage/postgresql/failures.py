"""What an error of PostgreSQL means for a job: again, not now, or a fault of ours.

Codes are SQLSTATEs (postgresql.org, appendix "PostgreSQL Error Codes").
"""

from __future__ import annotations

import psycopg
from sqlalchemy.exc import DBAPIError

from storage.tables.deliveries import IN_FLIGHT
from storage.tables.receipts import receipt

_CONFLICTS = frozenset(
    {
        "40001",  # serialization_failure
        "40P01",  # deadlock_detected
    }
)
_UNIQUE_VIOLATION = "23505"

_GONE = frozenset(
    {
        "57P01",  # admin_shutdown
        "57P02",  # crash_shutdown
        "57P03",  # cannot_connect_now
        "57P05",  # idle_session_timeout
        "25P03",  # idle_in_transaction_session_timeout
        "53300",  # too_many_connections
    }
)
_NOT_NOW = frozenset(
    {
        "55P03",  # lock_not_available
        "57014",  # query_canceled, by statement_timeout
        "25006",  # read_only_sql_transaction: a standby
        "53100",  # disk_full
        "53200",  # out_of_memory
        "58030",  # io_error
    }
)
_RACES = frozenset({receipt.primary_key.name, IN_FLIGHT})
"""Unique keys that two jobs may want at once: run again, the second finds what the first left."""


def is_lost(error: DBAPIError) -> bool:
    """Whether the connection is gone, or could not be had."""
    if error.connection_invalidated or _state(error) in _GONE:
        return True
    return isinstance(error.orig, psycopg.OperationalError) and _state(error) is None


def is_worth_another_try(error: DBAPIError) -> bool:
    """Whether the same job may well succeed when it is run again."""
    return is_race(error) or _state(error) in _CONFLICTS or is_lost(error)


def is_race(error: DBAPIError) -> bool:
    """Whether another job took a key first that both may want."""
    if not isinstance(error.orig, psycopg.Error) or error.orig.sqlstate != _UNIQUE_VIOLATION:
        return False
    return error.orig.diag.constraint_name in _RACES


def is_unavailable(error: DBAPIError) -> bool:
    """Whether the server is not there to work with; a race that is lost again and again counts too."""
    return _state(error) in _NOT_NOW | _CONFLICTS or is_lost(error)


def _state(error: DBAPIError) -> str | None:
    return error.orig.sqlstate if isinstance(error.orig, psycopg.Error) else None
