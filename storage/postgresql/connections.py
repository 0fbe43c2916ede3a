"""Connections to a PostgreSQL server."""

from __future__ import annotations

from psycopg import RawCursor
from sqlalchemy import URL, Engine, QueuePool, create_engine

from storage.jsontext import read, written

CONNECT_TIMEOUT = 3
"""Seconds until a server that does not answer counts as gone."""

_SESSION = {
    "timezone": "UTC",
    # A group's row is locked for milliseconds; whoever holds it longer is stuck or gone.
    "lock_timeout": "3s",
    "statement_timeout": "30s",
    # A replica that lost its network must not keep a group locked.
    "idle_in_transaction_session_timeout": "15s",
}
_KEEPALIVES = {"keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3"}


def engine(url: URL, connections: int, *, timeouts: bool = True) -> Engine:
    """An engine with at most so many connections. Options in the URL win over ours.

    Without timeouts a statement may take as long as it takes: for migrations.
    """
    settings = _SESSION if timeouts else {"timezone": "UTC"}
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    given = url.query.get("options", "")
    return create_engine(
        url.difference_update_query(["options"]).set(drivername="postgresql+psycopg"),
        # Parameters as PostgreSQL itself writes them: the driver need not rewrite each statement.
        paramstyle="numeric_dollar",
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        connect_args={
            "connect_timeout": CONNECT_TIMEOUT,
            "options": f"{options} {given if isinstance(given, str) else ' '.join(given)}".strip(),
            "cursor_factory": RawCursor,
            **_KEEPALIVES,
        },
        json_serializer=written,
        json_deserializer=read,
        hide_parameters=True,  # texts of people must not stand in errors, and so in logs
    )
