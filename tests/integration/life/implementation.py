"""The plan is carried out, or not; who proposed it is told; what was published is corrected."""

from __future__ import annotations

from datetime import date

from handlers.grammar.verbs import Verb
from tests.integration.cast import CHANNELS, USERS
from tests.integration.gathering import Gathering
from tests.integration.life.recommendations import CENSUS, FUND
from tests.integration.life.story import PLENARY, ROOMS, Story
from tests.integration.office import DIRECT

STEPS = (
    # Number in the sample, theme, lead, quarter, what comes of it.
    (CENSUS, "infrastructure", "lead-infra", "2027-T4", "prioridad impulsores:charging,demand"),
    (4, "suppliers", "lead-suppliers", "2028-T1", "prioridad impulsores:resilience,jobs"),
    (11, "human-capital", "lead-talent", "2027-T4", "impulsores:jobs"),
    (1, "innovation", "lead-innovation", "2028-T2", "impulsores:partnerships"),
)


async def plan(story: Story) -> None:
    """Owners, quarters, drivers and priorities."""
    await story.comes(date(2022, 11, 15))
    for number, theme, lead, quarter, traits in STEPS:
        reference = story.references["recommend", number]
        await story.types("chair-mx", ROOMS[theme], Verb.ASSIGN, f"{reference} @{lead} trimestre {quarter}")
        await story.types("chair-mx", ROOMS[theme], Verb.EDIT, f"{reference} {traits}")
    strange = f"{story.references['recommend', CENSUS]} motivos:charging"
    await story.types("chair-mx", ROOMS["infrastructure"], Verb.EDIT, strange)
    office = story.references["recommend", 9]
    await story.types(
        "chair-us", ROOMS["governance"], Verb.ASSIGN, f"{office} @lead-governance quarter 2028-Q1"
    )


async def act(story: Story) -> None:
    """Actions are done, or overdue; others get them."""
    where = ROOMS["infrastructure"]
    await story.types("lead-infra", where, Verb.DONE, "A-1")
    await story.types("doe-us", where, Verb.LIST, "actions overdue theme:all")
    await story.types("chair-mx", where, Verb.LIST, "acciones vencidas tema:todos")
    await story.types("doe-us", where, Verb.DONE, "A-2")
    await story.types("lead-governance", ROOMS["governance"], Verb.ASSIGN, "A-3 @doe-us due in 2 weeks")
    await story.types("doe-us", DIRECT, Verb.MINE)


async def carry_out(story: Story) -> None:
    """Every way that a recommendation may go, and who is told of it."""
    census, suppliers, skills, platform = (story.references["recommend", each[0]] for each in STEPS)
    fund, twin = story.references["recommend", FUND], story.references["twin", 1]
    where = ROOMS["infrastructure"]
    await story.catches_up(("lead-innovation", DIRECT), ("lead-suppliers", DIRECT), ("lead-talent", DIRECT))
    await story.types("lead-infra", where, Verb.MOVE, f"{census} en curso 20% porque ya salió la licitación")
    await story.types("oem-us", where, Verb.MOVE, f"{census} 90%")
    await story.types("lead-infra", where, Verb.MOVE, f"{census} parcialmente implementada 60 %")
    await story.types("lead-suppliers", ROOMS["suppliers"], Verb.MOVE, f"{suppliers} en curso 10%")
    await story.types("lead-talent", ROOMS["human-capital"], Verb.MOVE, f"{skills} en curso")
    await story.types("lead-talent", ROOMS["human-capital"], Verb.DONE, skills)
    await story.types("chair-us", ROOMS["innovation"], Verb.MOVE, f"{platform} not implemented")
    await story.types(
        "chair-us", ROOMS["innovation"], Verb.MOVE, f"{platform} not implemented because nobody hosts it"
    )
    await story.types("lead-infra", where, Verb.MOVE, f"{twin} sustituida por {census}")
    await story.types("lead-innovation", ROOMS["innovation"], Verb.WITHDRAW, fund)
    await story.passes(minutes=3)
    for who in ("lead-innovation", "lead-suppliers"):
        await story.reads(who, DIRECT)
    await story.presses("lead-innovation", DIRECT, "button-mute")
    await story.types(
        "chair-mx", ROOMS["innovation"], Verb.MOVE, f"{platform} reabrir porque la universidad la hospeda"
    )
    await story.types("chair-us", ROOMS["innovation"], Verb.MOVE, f"{platform} in progress 5%")
    await story.passes(minutes=3)
    await story.reads("lead-innovation", DIRECT)


async def correct(story: Story) -> None:
    """What stands in minutes, positions and versions is put right, and some of it taken back."""
    where, governance = ROOMS["infrastructure"], ROOMS["governance"]
    await story.types(
        "lead-infra", where, Verb.EDIT, "N-3 CFE presentó el estado de la red; la carga nocturna se medirá."
    )
    await story.passes(minutes=1)
    await story.types("lead-infra", where, Verb.MEETING, "presente M-3 @lead-talent")
    await story.passes(minutes=1)
    await story.types("doe-us", where, Verb.MEETING, "note M-3 The connector roadmap was handed out on paper")
    await story.passes(minutes=1)
    told = (await Gathering(story.office, where).meeting(3)).minutes
    assert told is not None
    story.notes(
        "--- the thread of the minutes of M-3", await Gathering(story.office, where).replies("doe-us", told)
    )
    await story.types("doe-us", where, Verb.SHOW, "M-3")
    office = story.references["recommend", 9]
    await story.types(
        "lead-governance",
        governance,
        Verb.EDIT,
        f"{office} Create one joint office for energy, transport and telecommunications.",
    )
    await story.types("chair-mx", governance, Verb.SHOW, office)
    await story.types("doe-us", governance, Verb.SUPPORT, f"{office} This is clearer")
    await story.types("doe-us", governance, Verb.UNDO)
    await story.types(
        "lead-governance",
        governance,
        Verb.EDIT,
        f"{office} es: Crear una sola oficina de energía, transporte y telecomunicaciones.",
    )
    await story.types("chair-mx", governance, Verb.SHOW, office)
    await story.types("lead-governance", governance, Verb.UNDO, office)
    await story.types("chair-mx", governance, Verb.HISTORY, office)


async def speak_in_a_direct_message(story: Story) -> None:
    """The same words without a slash, and the Home tab."""
    for who, text in (("lead-infra", "míos"), ("oem-us", "mine")):
        await story.catches_up((who, DIRECT))
        await story.office.people.message(USERS[who], f"D{USERS[who][1:]}", text)
        await story.reads(who, DIRECT)
        await story.looks_home(who)
    assert PLENARY in CHANNELS
