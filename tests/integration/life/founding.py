"""A group is founded, its channels and people come to it, and its digests are set up."""

from __future__ import annotations

from domain.language import Language
from domain.people import Role
from handlers.grammar.verbs import Verb
from tests.integration.cast import SAMPLE, THEMES
from tests.integration.life.story import PLENARY, Story
from tests.integration.office import DIRECT

FOUNDER, *OTHERS = SAMPLE.members
CHARTER = {
    "name_en": SAMPLE.group.names[Language.ENGLISH],
    "name_es": SAMPLE.group.names[Language.SPANISH],
    "themes": "\n".join(
        f"{'Suppliers' if theme.key == 'suppliers' else theme.en} | {theme.es}"
        for theme in SAMPLE.group.themes
    ),
    "countries": "México, Estados Unidos",
    "sectors": SAMPLE.group.sectors,
    "languages": ("es", "en"),
    "zone": "Ciudad de México",
    "organisation": FOUNDER.organisation,
    "sector": FOUNDER.sector,
    "country": "México",
}
ROLES = {Role.CHAIR: "presidencia", Role.LEAD: "coordinación", Role.OBSERVER: "observación"}


async def found(story: Story) -> None:
    """The founding form, and the channels one by one."""
    await story.fills("chair-mx", PLENARY, Verb.SETUP, **CHARTER)
    for channel, theme in THEMES.items():
        if theme is not None:
            await story.minutes.opens("chair-mx", channel, "/gt configurar")
            await story.minutes.submits("chair-mx", {"group": "1"})
            await story.completes("chair-mx", theme=theme)
    await story.types("chair-mx", PLENARY, Verb.STATUS)


async def gather(story: Story) -> None:
    """People join; the founder says who they are in it. The channel's visitors may only look."""
    for member in OTHERS:
        entries = {
            "organisation": member.organisation,
            "sector": member.sector.value,
            "country": member.country,
        }
        await story.fills(member.handle, PLENARY, Verb.JOIN, **entries)
        role = ROLES.get(member.role)
        if role is not None:
            themes = f" temas {', '.join(member.themes)}" if member.themes else ""
            await story.types("chair-mx", PLENARY, Verb.MEMBERS, f"@{member.handle} rol {role}{themes}")
    await story.types("guest-us", PLENARY, Verb.JOIN)
    await story.types("guest-mx", PLENARY, Verb.NOTE, "Vengo de visita")
    await story.types("observer-us", PLENARY, Verb.NOTE, "I only look")
    await story.types("chair-us", PLENARY, Verb.MEMBERS)
    await story.types("lead-talent", PLENARY, Verb.MEMBERS, "@oem-us")
    await story.types("oem-us", PLENARY, Verb.HELP)


async def subscribe(story: Story) -> None:
    """A weekly digest in both languages for the group, one's own in a direct message."""
    await story.types("chair-mx", PLENARY, Verb.DIGEST, "lun 09:00 idioma:ambos")
    await story.types("lead-infra", "infrastructure", Verb.DIGEST, "lun 09:00 idioma:es")
    await story.types("oem-us", DIRECT, Verb.DIGEST, "mon 09:00")
    await story.types("oem-us", PLENARY, Verb.DIGEST, "mon 08:00")
    await story.types("doe-us", PLENARY, Verb.DIGEST, "list")
