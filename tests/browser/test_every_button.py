"""Buttons of answers in the demonstration, pressed; and what axe-core says of what then stands there."""

from __future__ import annotations

import pytest

from tests.browser.axe import grave_findings
from tests.browser.conftest import Visit
from tests.browser.pressed import SCENES

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize("scene", SCENES)
async def test_buttons_do_what_they_say(drop_in: Visit, scene: str) -> None:
    played = SCENES[scene]
    visitor = await drop_in(played.who, "ev-group" if played.where == "home" else played.where)
    if played.where == "home":
        await visitor.enter("home")
    for step in played.steps:
        await step.do(visitor)
    assert await grave_findings(visitor.page) == []
