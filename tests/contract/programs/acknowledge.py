"""Writes notes to a SQLite file until it is killed; prints each note's number once it was acknowledged.

Arguments: the database's address and the group's number.
"""

from __future__ import annotations

import asyncio
import sys
from itertools import count

from storage.opening import open_store
from tests.contract.desk import Desk
from tests.contract.samples import add_note

CALLERS = 4


async def main(url: str, group: int) -> None:
    desk = Desk(await open_store(url), group)

    async def caller() -> None:
        for _ in count():
            note = await desk.write(add_note)
            sys.stdout.write(f"{note.number}\n")
            sys.stdout.flush()

    await asyncio.gather(*(caller() for _ in range(CALLERS)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
