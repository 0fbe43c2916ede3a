"""Five meetings answer what was found; each agrees on something by another rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.group import AgreementRule
from handlers.grammar.verbs import Verb
from tests.integration.cast import SAMPLE
from tests.integration.life import meetings
from tests.integration.life.story import PLENARY, ROOMS, Story

MEETINGS = [meeting for meeting in SAMPLE.meetings if meeting.phase == "recommendations"]
FIRST_NUMBER = 6
"""Of a meeting: five were held before."""
CENSUS, FUND, OFFICE = 6, 2, 9
"""Numbers of the sample."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a theme agrees on (its number in the sample), by which rule, and who says what before."""

    recommendation: int
    lead: str
    rule: AgreementRule
    positions: Sequence[tuple[str, Verb, str]]
    words: tuple[str, str]
    override: tuple[str, str] | None = None


AGREEMENTS = {
    "innovation": Agreement(
        1,
        "lead-innovation",
        AgreementRule.NO_OBJECTION,
        (
            ("oem-us", Verb.OBJECT, "Who pays for it?"),
            ("lead-infra", Verb.SUPPORT, ""),
            ("oem-us", Verb.RESERVE, "As long as it is free for suppliers"),
        ),
        ("en revisión", "acordada"),
    ),
    "suppliers": Agreement(
        4,
        "lead-suppliers",
        AgreementRule.EACH_COUNTRY,
        (
            ("lead-suppliers", Verb.SUPPORT, "Ya hay proveedores que piden acompañamiento"),
            ("oem-us", Verb.SUPPORT, "We would buy from them"),
        ),
        ("en revisión", "acordada"),
    ),
    "infrastructure": Agreement(
        CENSUS,
        "lead-infra",
        AgreementRule.TRIPLE_HELIX,
        (
            ("lead-infra", Verb.SUPPORT, ""),
            ("doe-us", Verb.SUPPORT, "The US station map can serve as a template"),
            ("oem-us", Verb.SUPPORT, ""),
            ("lead-suppliers", Verb.SUPPORT, ""),
            ("chair-us", Verb.SUPPORT, ""),
            ("lead-talent", Verb.SUPPORT, "Con estudiantes de servicio social"),
        ),
        ("en revisión", "acordada"),
    ),
    "governance": Agreement(
        OFFICE,
        "lead-governance",
        AgreementRule.NO_OBJECTION,
        (
            ("lead-infra", Verb.OBJECT, "Primero hay que aclarar quién paga la oficina"),
            ("doe-us", Verb.SUPPORT, ""),
            ("observer-us", Verb.SUPPORT, "If I may"),
        ),
        ("under review", "agreed"),
        override=("chair-us", "agreed because both ministries will share the costs"),
    ),
    "human-capital": Agreement(
        11, "lead-talent", AgreementRule.OPEN, (("oem-us", Verb.ABSTAIN, ""),), ("en revisión", "acordada")
    ),
}


async def turn_to(story: Story, phase: str) -> None:
    """A chair leads the group into its next phase; a lead cannot."""
    await story.types("lead-infra", PLENARY, Verb.SETUP)
    await story.minutes.opens("chair-mx", PLENARY, "/gt configurar")
    await story.minutes.submits("chair-mx", {"group": "1"})
    await story.completes("chair-mx", phase=phase)
    await story.types("lead-infra", PLENARY, Verb.HISTORY)


async def meet(story: Story, chapter: int) -> None:
    """The five of them, each a chapter."""
    for number, meeting in enumerate(MEETINGS, FIRST_NUMBER):
        await meetings.announce(story, meeting)
        agreement = AGREEMENTS[meeting.theme]
        await _rule(story, ROOMS[meeting.theme], agreement.rule)
        thread = await meetings.open_it(story, number, meeting)
        await meetings.record(story, thread, meeting)
        if meeting.theme == "infrastructure":
            await _propose_again(story)
        await _agree(story, ROOMS[meeting.theme], agreement)
        await meetings.close(story, meeting, button=number % 2 == 0)
        await story.ends(f"{chapter + number - FIRST_NUMBER:02}-recommendations-on-{meeting.theme}")


async def _rule(story: Story, where: str, rule: AgreementRule) -> None:
    """The chair changes the rule where the meeting is to be."""
    await story.office.asks("chair-mx", where, "/gt configurar")
    await story.office.submits("chair-mx", {"group": "1"})
    await story.completes("chair-mx", rule=rule.value)


async def _propose_again(story: Story) -> None:
    """What was proposed already is shown first: one supports it, another insists."""
    where = ROOMS["infrastructure"]
    said = "Hacer un censo de estaciones de carga y publicarlo como mapa nacional"
    census = story.references["recommend", CENSUS]
    await story.types("lead-talent", where, Verb.RECOMMEND, said)
    await story.presses("lead-talent", where, "button-support-instead", reference=census)
    await story.types("lead-suppliers", where, Verb.RECOMMEND, f"{said}, cada año")
    await story.presses("lead-suppliers", where, "button-anyway")
    story.references["twin", 1] = await story.newest()


async def _agree(story: Story, where: str, agreement: Agreement) -> None:
    """Under review, too early, position by position, agreed."""
    reference = story.references["recommend", agreement.recommendation]
    review, agreed = agreement.words
    await story.types(agreement.lead, where, Verb.MOVE, f"{reference} {review}")
    first, *others = agreement.positions
    await story.types(first[0], where, first[1], f"{reference} {first[2]}".strip())
    if agreement.rule is not AgreementRule.OPEN:
        await story.types(agreement.lead, where, Verb.MOVE, f"{reference} {agreed}")
    for who, stance, comment in others:
        await story.types(who, where, stance, f"{reference} {comment}".strip())
    await story.types(agreement.lead, where, Verb.MOVE, f"{reference} {agreed}")
    if agreement.override is not None:
        chair, to = agreement.override
        await story.types(chair, where, Verb.MOVE, f"{reference} {to}")
    await story.types("lead-suppliers", where, Verb.SHOW, reference)
