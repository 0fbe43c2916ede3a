"""Every kind of block that Slack knows, wherever it may stand, as assistive technology gets it."""

import pytest

from bot.sandbox.validator import Surface
from bot.sandbox.validator.blocks import BLOCKS
from bot.sandbox.validator.surfaces import BLOCK_PLACEMENTS
from tests.browser.axe import grave_findings
from tests.browser.block_samples import SAMPLES
from tests.browser.element_uses import IN_FORMS, IN_MESSAGES
from tests.browser.shapes import actions, field
from tests.browser.stage import Stage
from tests.goldens import Goldens

pytestmark = pytest.mark.browser


def surfaces_of(kind: str) -> list[Surface]:
    """Where an app may put it."""
    placement = BLOCK_PLACEMENTS.get(kind)
    return [surface for surface in Surface if placement is None or surface in placement.surfaces]


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("kind", sorted(BLOCKS))
async def test_a_block_is_drawn_as_its_reference_says(stage: Stage, references: Goldens, kind: str) -> None:
    pictures: dict[str, list[str]] = {}
    for surface in surfaces_of(kind):
        for sample in SAMPLES[kind]:
            shown = await stage.show(surface, *sample)
            pictures.setdefault(await shown.aria_snapshot(), []).append(surface.value)
            await stage.clear()
    if not pictures:
        shown = await stage.in_message_of_slack(*SAMPLES[kind][0])
        pictures[await shown.aria_snapshot()] = ["message, sent by Slack itself"]
    described = [f"# {', '.join(places)}\n{tree}" for tree, places in pictures.items()]
    references.compare(f"blocks/{kind}", "\n\n".join(described))


@pytest.mark.asyncio(loop_scope="session")
async def test_axe_finds_nothing_grave_in_any_block(stage: Stage) -> None:
    for kind, samples in SAMPLES.items():
        for sample in samples:
            if Surface.MESSAGE in surfaces_of(kind):
                await stage.in_message(*sample)
    menus = [{"type": kind, "action_id": kind, **use.spec} for kind, use in IN_MESSAGES.items()]
    await stage.in_message(actions(*menus))
    await stage.page.emulate_media(color_scheme="light")
    in_light = await grave_findings(stage.page)
    await stage.page.emulate_media(color_scheme="dark")
    in_dark = await grave_findings(stage.page)
    fields = [field(kind, kind, {"type": kind, **use.spec}) for kind, use in IN_FORMS.items()]
    await stage.in_modal(*SAMPLES["alert"][0], *fields)
    in_dark += await grave_findings(stage.page)
    await stage.page.emulate_media(color_scheme="light")
    in_light += await grave_findings(stage.page)
    assert (in_light, in_dark) == ([], [])


def test_every_sample_is_of_a_kind_that_slack_knows() -> None:
    assert set(SAMPLES) == set(BLOCKS)
