"""Where it all stands, theme by theme: asked by members, an observer and a guest, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.grammar.verbs import Verb
from tests.integration.life.recommendations import AGREEMENTS
from tests.integration.life.story import PLENARY, ROOMS, Story
from tests.integration.office import DIRECT

ASKED = (Verb.STATUS, Verb.LIST, Verb.GAPS, Verb.ROADMAP, Verb.HISTORY)
READERS = (
    ("lead-infra", "oem-us"),
    ("lead-talent", "observer-us"),
    ("chair-mx", "doe-us"),
    ("lead-suppliers", "guest-us"),
    ("guest-mx", "chair-us"),
)


async def ask(story: Story, chapter: int) -> None:
    """Every question in the channel of every theme, once in Spanish and once in English."""
    for number, (theme, readers) in enumerate(zip(ROOMS, READERS, strict=True), chapter):
        for verb in ASKED:
            for who in readers:
                await story.types(who, ROOMS[theme], verb)
        await _show(story, theme, readers)
        await story.ends(f"{number:02}-questions-on-{theme}")


async def ask_of_everything(story: Story) -> None:
    """The same of the whole group, where it meets and in a direct message; and digests."""
    for verb in ASKED:
        for who in ("chair-mx", "observer-us"):
            await story.types(who, PLENARY, verb)
    for who in ("lead-infra", "oem-us"):
        await story.types(who, DIRECT, Verb.MINE)
    await story.types("doe-us", DIRECT, Verb.FIND, "census")
    await story.types("lead-suppliers", PLENARY, Verb.FIND, "censo")
    await story.types("chair-mx", PLENARY, Verb.MEETING)
    await story.types("chair-us", PLENARY, Verb.DIGEST, "preview")


async def _show(story: Story, theme: str, readers: Sequence[str]) -> None:
    """The recommendations of the theme, and the one it agreed on."""
    agreed = story.references["recommend", AGREEMENTS[theme].recommendation]
    for who in readers:
        await story.types(who, ROOMS[theme], Verb.LIST, "recommendations sort:oldest table")
        await story.types(who, ROOMS[theme], Verb.SHOW, agreed)
