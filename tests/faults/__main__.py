"""`python -m tests.faults`, or `make faults`: hundreds of digests while bots are killed and calls fail."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from storage.opening import migrate
from tests.bench.document import replaced
from tests.faults.campaign import Campaign, Figures, Plan, crashing
from tests.faults.fleet import REPLICAS, sailing
from tests.faults.nursery import BOT, CONTROL, Nursery, nursing
from tests.faults.report import Run, table
from tests.postgresql import PostgresqlServer, serving

PLACES = 20
CONTROL_PART = 8
"""The control is that much shorter."""
SQLITE, POSTGRESQL = "sqlite", "postgresql"
NAMES = {SQLITE: "SQLite", POSTGRESQL: f"PostgreSQL, {REPLICAS} replicas"}


def say(line: str) -> None:
    """Tell how far it is, apart from the table."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


async def sail(
    nursery: Nursery, folder: Path, engine: str, plan: Plan, program: str, server: PostgresqlServer
) -> Figures:
    """One run over a database of its own."""
    on_sqlite = engine == SQLITE
    url = f"sqlite:///{folder / 'rapporteur.db'}" if on_sqlite else server.url(server.create())
    migrate(url)
    replicas = 1 if on_sqlite else REPLICAS
    async with sailing(nursery, folder, url, replicas=replicas, places=PLACES, program=program) as fleet:
        campaign = Campaign(fleet, plan, say, None if on_sqlite else crashing(server))
        return await campaign.run(to_the_end=program == CONTROL)


async def runs(
    nursery: Nursery, folder: Path, engines: list[str], plan: Plan, server: PostgresqlServer
) -> list[Run]:
    """Every engine with the product and with the control."""
    found: list[Run] = []
    for engine in engines:
        short = replace(plan, deliveries=plan.deliveries // CONTROL_PART, kills=plan.kills // CONTROL_PART)
        for program, its in ((BOT, plan), (CONTROL, short)):
            name = NAMES[engine] + ("" if program == BOT else ", control")
            say(f"{name}: {its.deliveries} deliveries and {its.kills} kills, seed {its.seed}")
            place = Path(tempfile.mkdtemp(prefix=f"{engine}-{program}-", dir=folder))
            figures = await sail(nursery, place, engine, its, program, server)
            for complaint in figures.complaints if program == BOT else ():
                say(complaint)
            found.append(Run(name, figures, control=program == CONTROL))
    return found


def main() -> int:
    """0 when everything is as it must be."""
    arguments = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    arguments.add_argument("--deliveries", type=int, default=500)
    arguments.add_argument("--kills", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=int(datetime.now(UTC).timestamp()))
    arguments.add_argument("--engine", choices=[SQLITE, POSTGRESQL], help="by default both")
    arguments.add_argument("--write", type=Path, help="the document that keeps the figures")
    options = arguments.parse_args()
    plan = Plan(options.deliveries, options.kills, options.seed)
    with (
        serving() as server,
        tempfile.TemporaryDirectory(prefix="rapporteur-faults-") as folder,
        nursing(Path(folder)) as nursery,
    ):
        engines = [options.engine] if options.engine else [SQLITE, POSTGRESQL]
        found = asyncio.run(runs(nursery, Path(folder), engines, plan, server))
    figures = f"Seed {plan.seed}. A digest in each of {PLACES} channels a day.\n\n{table(found)}"
    sys.stdout.write(figures)
    if options.write is not None:
        options.write.write_text(replaced(options.write.read_text("utf-8"), figures), "utf-8")
    return 0 if all(run.is_right for run in found) else 1


if __name__ == "__main__":
    sys.exit(main())
