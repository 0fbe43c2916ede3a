"""One process at a time: an advisory lock beside the database file, held as long as it is open."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Self

from storage.errors import DatabaseInUseError


class FileLock:
    """The lock on `FILE.lock`. The kernel drops it with the process, however that ends."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = database.with_name(f"{database.name}.lock")
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def acquire(self) -> None:
        """Take the lock. Raises DatabaseInUseError when another opener has it."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 32).decode("ascii", "replace").strip() or "unknown"
            os.close(descriptor)
            raise DatabaseInUseError(
                f"{self._database} is in use by another process (id {holder}, lock {self._path}): "
                "stop it first, or use PostgreSQL (DATABASE_URL) to run several"
            ) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go. The file stays: removing it could take it from under the next holder."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
