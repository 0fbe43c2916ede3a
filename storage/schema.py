"""The version of the tables: reading it, and bringing it to this release's."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.errors import SchemaError

MIGRATIONS = Path(__file__).parent / "migrations"


def configuration(connection: Connection) -> Config:
    """Alembic's configuration, in code, for one connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


class Upgrade(StrEnum):
    """What it took to bring the tables to this release's version."""

    CREATED = "created"
    UPGRADED = "upgraded"
    NOTHING = "nothing"


def upgrade(connection: Connection) -> Upgrade:
    """Bring the tables to this release's version. The caller begins and commits. Raises SchemaError."""
    current = _current(connection)
    if current == _head():
        return Upgrade.NOTHING
    _require_known(current)
    command.upgrade(configuration(connection), "head")
    return Upgrade.CREATED if current is None else Upgrade.UPGRADED


def require_head(connection: Connection, place: str) -> None:
    """Raise SchemaError unless the tables are of this release's version; `place` is where they are."""
    require_head_of(_current(connection), place)


def require_head_of(current: str | None, place: str) -> None:
    """Raise SchemaError unless this is this release's version; None: there are no tables."""
    head = _head()
    if current == head:
        return
    if current is None:
        raise SchemaError(f"{place} has no tables yet: run `rapporteur migrate` first")
    _require_known(current)
    raise SchemaError(
        f"the tables of {place} are of version {current}, this release needs {head}: "
        "run `rapporteur migrate` first"
    )


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@cache
def _scripts() -> ScriptDirectory:
    """Read once: the versions that a release knows stay the same."""
    return ScriptDirectory(str(MIGRATIONS))


def _head() -> str | None:
    return _scripts().get_current_head()


def _require_known(current: str | None) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if current is not None and current not in known:
        raise SchemaError(
            f"the database's tables are of version {current}, which this release does not know: "
            "a newer release has upgraded them; run that one"
        )
