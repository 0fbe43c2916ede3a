"""Whether every note that was acknowledged is stored, read from outside the bot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import NullPool, create_engine, make_url, select

from domain.reference import Series
from storage.tables.items import item
from tests.bench.wrk import LoadError

_NUMBER = re.compile(r"line (\d+):")


def require_stored(database_url: str, answers: Iterable[Path]) -> int:
    """How many notes were acknowledged. Raises LoadError unless each is stored, and no note twice."""
    acknowledged = [int(line) for path in answers for line in path.read_text().split() if line.isdigit()]
    stored = Counter(_stored(database_url))
    check(acknowledged, stored)
    return len(acknowledged)


def check(acknowledged: Iterable[int], stored: Counter[int]) -> None:
    """Raises LoadError unless all that was acknowledged is stored, and nothing is stored twice."""
    lost = sorted(set(acknowledged) - stored.keys())
    if lost:
        raise LoadError(f"{len(lost)} notes were acknowledged and are not stored, the first is {lost[0]}.")
    doubled = sorted(number for number, copies in stored.items() if copies > 1)
    if doubled:
        raise LoadError(f"{len(doubled)} notes are stored twice, the first is {doubled[0]}.")


def _stored(database_url: str) -> Iterable[int]:
    url = make_url(database_url)
    if url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        for text in connection.execute(select(item.c.text).where(item.c.series == Series.NOTE)).scalars():
            found = _NUMBER.search(text)
            if found is not None:
                yield int(found.group(1))
