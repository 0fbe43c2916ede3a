"""The lines of the README are answered in the demonstration, and the items it names are there then."""

from __future__ import annotations

import re
from pathlib import Path

from aiohttp import ClientSession

from bot.demo.running import cast_of, demo_settings, demonstrating
from bot.demo.sample import Sample
from bot.sandbox.client import People

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
LINES = re.findall(r"^    (/(?:wg|gt) .+)$", README, re.MULTILINE)
TABLE = "\n".join(line for line in README.splitlines() if line.startswith("| `"))
NAMED = sorted(set(re.findall(r"\b[OREAM]-\d+", TABLE)))
ANSWERS = ("O-13 ", "R-13 ", "A-4 ", "M-12 ", "Where we stand: Infrastructure", "Digest D-2 is set")


async def test_what_the_readme_says_can_be_typed_in_the_demonstration(tmp_path: Path) -> None:
    cast = cast_of(Sample.read())
    who, where = cast.users["chair-us"], cast.channels["ev-group"]
    async with demonstrating(demo_settings(tmp_path), 0) as shown, ClientSession() as session:
        people = People(shown.page, session)

        async def answer(line: str) -> str:
            reply = await people.command(who, where, line)
            assert reply.ok, f"{line}: {reply.error} {reply.detail}"
            return str((await people.messages(who, where))[-1]["text"]).replace("*", "")

        assert len(LINES) == len(ANSWERS)
        for line, begins in zip(LINES, ANSWERS, strict=True):
            assert (await answer(line)).startswith(begins)
        assert NAMED
        for reference in NAMED:
            assert (await answer(f"/wg {reference}")).startswith(f"{reference} · ")
