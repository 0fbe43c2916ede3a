"""Every line that docs/lines.md shows is answered as it says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from handlers.desk.answer import Reply
from tests.fakes.scene import CHAIR, LEAD
from tests.goldens import ROOT
from tests.unit.handlers.desk.house import House, command

PAGE = ROOT / "docs" / "lines.md"
ROWS = re.findall(r"^\| `([^`]+)` \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)


async def answered(*lines: str) -> str:
    """What the last of the lines is answered, as the page writes it."""
    router = House().router()
    for number, line in enumerate(lines):
        typed = command(line.replace("@lead", f"<@{LEAD}>"), CHAIR)
        answer = await router.command(replace(typed, interaction=replace(typed.interaction, key=f"{number}")))
    assert isinstance(answer, Reply)
    told = answer.message.text.replace("\n", " ").replace("|", "\\|")
    return told.replace(LEAD, "@lead").replace(CHAIR, "@chair")


def test_the_page_has_lines_to_say() -> None:
    assert len(ROWS) == PAGE.read_text("utf-8").count("\n| `")


@pytest.mark.parametrize(("line", "told"), ROWS, ids=[line for line, _ in ROWS])
async def test_a_line_is_answered_as_the_page_says(line: str, told: str) -> None:
    assert await answered("obstacle Permits take months", line) == told
