"""What was measured on: the machine, its system, and the versions of what does the work. No host's name."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("aiohttp", "slack-bolt", "SQLAlchemy", "psycopg", "pydantic", "fluent.runtime")
_GIBI = 1024**3


@dataclass(frozen=True, slots=True)
class Machine:
    """`day` is the day of the measurement, UTC; `memory_gib` what the system has in all."""

    day: date
    cores: int
    processor: str
    memory_gib: float
    system: str
    versions: dict[str, str]


def this_machine(now: datetime) -> Machine:
    """As the system tells it: Linux, and Debian's file of its own name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        day=now.date(),
        cores=os.cpu_count() or 1,
        processor=processor(Path("/proc/cpuinfo").read_text(encoding="utf-8")),
        memory_gib=memory / _GIBI,
        system=f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}",
        versions={
            "Python": platform.python_version(),
            "SQLite": sqlite3.sqlite_version,
            **{name: version(name) for name in LIBRARIES},
        },
    )


def processor(cpuinfo: str) -> str:
    """The processor's model in /proc/cpuinfo."""
    found = re.search(r"^model name\s*:\s*(.+)$", cpuinfo, re.MULTILINE)
    return found.group(1).strip() if found is not None else platform.machine()
