"""What was found is sifted: confirmed, merged, dropped, translated, and taken back where it was wrong."""

from __future__ import annotations

from bot.demo.sample import SampleObstacle
from domain.language import Language
from handlers.grammar.verbs import Verb
from tests.integration.cast import SAMPLE
from tests.integration.life.story import LANGUAGES, ROOMS, Story

OBSTACLES = [event for event in SAMPLE.events if isinstance(event, SampleObstacle)]
STATIONS, PLANNING = 5, 8
"""Numbers of the sample: too few charging stations, offices that do not decide together."""
CONFIRMED = {Language.ENGLISH: "confirmed", Language.SPANISH: "confirmado"}


async def sift(story: Story) -> None:
    """Leads confirm what is theirs; a twin is merged, a matter of taste dropped."""
    where, stations = ROOMS["infrastructure"], story.references["obstacle", STATIONS]
    await story.types("oem-us", where, Verb.MOVE, f"{stations} confirmed")
    await story.types("lead-infra", where, Verb.MOVE, stations)
    await story.presses("lead-infra", where, "button-move", status=CONFIRMED[Language.SPANISH])
    twin = await story.types(
        "lead-suppliers", where, Verb.OBSTACLE, "No existe ningún mapa oficial de las estaciones de carga"
    )
    await story.types("lead-infra", where, Verb.MOVE, f"{twin} fusionado con {stations}")
    taste = await story.types("oem-us", where, Verb.OBSTACLE, "Charging stations look ugly")
    await story.types("chair-us", where, Verb.MOVE, f"{taste} dropped")
    await story.types("chair-us", where, Verb.MOVE, f"{taste} dropped because it is a matter of taste")
    for number, theme, lead in (
        (1, "innovation", "lead-innovation"),
        (3, "suppliers", "lead-suppliers"),
        (6, "infrastructure", "lead-infra"),
        (PLANNING, "governance", "lead-governance"),
        (10, "human-capital", "lead-talent"),
    ):
        reference = story.references["obstacle", number]
        await story.types(lead, ROOMS[theme], Verb.MOVE, f"{reference} {CONFIRMED[LANGUAGES[lead]]}")
    planning = story.references["obstacle", PLANNING]
    await story.types("lead-governance", ROOMS["governance"], Verb.UNDO)
    await story.types("lead-governance", ROOMS["governance"], Verb.MOVE, f"{planning} confirmed")


async def translate(story: Story) -> None:
    """Their authors give them the version in the other language of the group, one of them wrong at first."""
    await story.types("lead-suppliers", ROOMS["suppliers"], Verb.LIST, "sin traducir")
    for number, event in enumerate(OBSTACLES, 1):
        reference = story.references.get(("obstacle", number))
        if reference is None:
            continue
        for language, version in event.versions.items():
            said = f"{reference} {language.value}: {version}"
            await story.types(event.by, ROOMS[event.theme], Verb.EDIT, said)
    stations = story.references["obstacle", STATIONS]
    await story.types("oem-us", ROOMS["infrastructure"], Verb.EDIT, f"{stations} en: Few stations")
    await story.types("lead-infra", ROOMS["infrastructure"], Verb.EDIT, f"{stations} en: Few stations")
    await story.presses("lead-infra", ROOMS["infrastructure"], "button-undo")
    await story.types("oem-us", ROOMS["infrastructure"], Verb.SHOW, stations)
    await story.types("lead-infra", ROOMS["infrastructure"], Verb.HISTORY, stations)
    await story.types("lead-suppliers", ROOMS["suppliers"], Verb.LIST, "sin traducir")
