"""The buttons under a digest: each says a line that the grammar reads, and whose they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.coverage import Coverage
from domain.digest import Posted
from handlers.digests.buttons import digest_buttons
from handlers.grammar.command import parse
from handlers.grammar.problems import Problem
from handlers.grammar.roadmaps import read_roadmap
from handlers.grammar.schedules import read_digest
from tests.unit.handlers.digests.made import digest
from tests.unit.handlers.material import EN, ES, GROUP, MEMBER, WORDS, ZONE

KEY = "digest:T0001/1/D-1:2027-03-08"
NEXT = date(2027, 3, 15)
TS = [WORDS.for_language(language) for language in (EN, ES)]


@pytest.mark.parametrize(
    ("posted", "lines"),
    [
        (None, ["roadmap theme:talent"]),
        (Posted(KEY, 1, None, NEXT), ["roadmap theme:talent", f"digest own {KEY}", "digest mute D-1"]),
        (
            Posted(KEY, 1, MEMBER, NEXT),
            ["roadmap theme:talent", "digest skip D-1 2027-03-15", "digest pause D-1"],
        ),
        (Posted(KEY, 1, MEMBER, None), ["roadmap theme:talent", "digest pause D-1"]),
    ],
)
def test_a_channels_digest_is_everybodys_and_ones_own_is_ones_own(
    posted: Posted | None, lines: list[str]
) -> None:
    shown = replace(digest(), coverage=Coverage(themes=("talent",)), posted=posted)
    buttons = digest_buttons(TS, shown)
    assert [button["value"] for button in buttons] == lines
    for line in lines[1:]:
        assert not isinstance(read_digest(parse(line).rest, GROUP.themes, ZONE), Problem)
    assert buttons[0]["text"]["text"] == "Roadmap · Hoja de ruta"


@pytest.mark.parametrize("themes", [(), ("charging", "talent")])
def test_a_digest_of_several_themes_leads_to_the_whole_roadmap_in_the_channel_of_one_too(
    themes: tuple[str, ...],
) -> None:
    shown = replace(digest(), coverage=Coverage(themes=themes), posted=None)
    [line] = [button["value"] for button in digest_buttons(TS, shown)]
    read = read_roadmap(parse(line).rest, GROUP.themes)
    assert not isinstance(read, Problem)
    assert read.theme.everything
