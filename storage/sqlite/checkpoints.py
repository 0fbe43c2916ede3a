"""The log's pages go into the database file beside the commits, not inside of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from threading import Event, Thread

PAUSE = 0.25
"""Seconds from a commit to the checkpoint: a checkpoint syncs two files however much there is to carry."""


class Checkpoints:
    """A thread that carries what was committed into the file, and keeps nobody waiting.

    It asks for PASSIVE ones (sqlite.org/wal.html). What was committed is in the log and synced there: nothing
    is lost without a checkpoint. While the writer never rests some of the log is always left, and it grows;
    past `connections.LOG_PAGES` a commit carries the rest itself, and the log begins anew: as soon as nobody
    reads it, so while views overlap without end it grows beyond that, as SQLite's own would.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._wanted = Event()
        self._ended = Event()
        self._thread = Thread(target=self._run, name="sqlite-checkpoints", daemon=True)
        self._thread.start()

    def committed(self) -> None:
        """There is something to carry."""
        self._wanted.set()

    def close(self) -> None:
        """End the thread. Closing twice is closing once."""
        self._ended.set()
        self._wanted.set()
        self._thread.join()

    def _run(self) -> None:
        with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
            while True:
                self._wanted.wait()
                # Before the look at the end: it is told first and wakes afterwards, so none goes unseen.
                self._wanted.clear()
                if self._ended.wait(PAUSE):
                    return
                # As SQLite does with its own: the log holds everything, and the next one may succeed.
                with suppress(sqlite3.Error):
                    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
