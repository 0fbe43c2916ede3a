"""Buttons of answers in the demonstration, pressed; and what axe-core says of what then stands there."""

from __future__ import annotations

import json

import pytest
from playwright.async_api import Request

from tests.browser.axe import grave_findings
from tests.browser.conftest import Visit
from tests.browser.held import HELD, SCENE
from tests.browser.kinds import kind_of
from tests.browser.pressed import SCENES

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize("scene", SCENES)
async def test_buttons_do_what_they_say(drop_in: Visit, scene: str) -> None:
    played = SCENES[scene]
    visitor = await drop_in(played.who, "ev-group" if played.where == "home" else played.where)
    pressed: set[str] = set()
    visitor.page.on("request", lambda request: pressed.update(_kinds(request)))
    if played.where == "home":
        await visitor.enter("home")
    for step in played.steps:
        await step.do(visitor)
    assert await grave_findings(visitor.page) == []
    assert {kind for kind, by in HELD.items() if by == SCENE + scene} - pressed == set()


def _kinds(request: Request) -> list[str]:
    """The kind of what the page says was pressed, if it says so: an action_id holds the line it says."""
    if not request.url.endswith("/people/action"):
        return []
    body = json.loads(request.post_data or "{}")
    action = str(body["action_id"])
    chosen = body.get("action", {}).get("selected_option")
    return [kind_of(action, action.partition(":")[2] if chosen is None else chosen["value"])]
