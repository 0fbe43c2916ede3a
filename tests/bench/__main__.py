"""`python -m tests.bench`, or `make bench-quick`: what the bot answers, beside what its HTTP server could."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from itertools import count
from pathlib import Path

from bot.clocks import SystemClock
from tests.bench.document import replaced, report
from tests.bench.figures import Figures
from tests.bench.machine import this_machine
from tests.bench.measuring import Bench, Effort, Engine
from tests.bench.servers import bots, serving
from tests.bench.typed import Typist
from tests.bench.wrk import LoadError, require_wrk
from tests.postgresql import PostgresqlServer

DURABLE = {"fsync": "on", "full_page_writes": "on", "shared_buffers": "128MB"}
"""PostgreSQL's own defaults: what is acknowledged is on the disk."""


def say(line: str) -> None:
    """Tell how far it is, apart from the table."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


async def measure(folder: Path, effort: Effort, postgresql: PostgresqlServer) -> Figures:
    """All figures. Raises LoadError."""
    names = count(1)
    engines = (
        Engine("SQLite", lambda: f"sqlite:///{folder / f'{next(names)}.db'}", migrates=True),
        Engine("PostgreSQL", lambda: postgresql.url(postgresql.create()), migrates=False),
    )
    async with (
        bots(folder) as started,
        serving("tests.bench.limit", folder / "limit.log", {}) as limit,
    ):
        typist = Typist(SystemClock(), count(1))
        return await Bench(folder, started, limit, typist, effort, say).figures(engines)


def main(effort: Effort, document: Path | None) -> None:
    """Print the tables; with a document, put them in the place of its own. Raises LoadError or ValueError."""
    require_wrk()
    if document is not None:
        replaced(document.read_text("utf-8"), "")
    server = PostgresqlServer(DURABLE)
    try:
        server.start()
        with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as folder:
            figures = asyncio.run(measure(Path(folder), effort, server))
    finally:
        server.remove()
    told = report(figures, this_machine(SystemClock().now()))
    sys.stdout.write(told)
    if document is not None:
        document.write_text(replaced(document.read_text("utf-8"), told), "utf-8")


def arguments() -> argparse.Namespace:
    """What was asked for."""
    usual = Effort()
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--seconds", type=int, default=usual.seconds, help="of each load")
    parser.add_argument("--rounds", type=int, default=usual.rounds, help="of all loads")
    parser.add_argument("--write", type=Path, metavar="FILE", help="the document whose tables are replaced")
    return parser.parse_args()


if __name__ == "__main__":
    asked = arguments()
    try:
        main(Effort(asked.seconds, asked.rounds), asked.write)
    except (LoadError, OSError, ValueError) as error:
        sys.exit(f"The bench ends here: {error}")
