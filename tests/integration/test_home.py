"""The Home tab: what each role sees there, and what its buttons open."""

from __future__ import annotations

import pytest

from bot.sandbox.client import ElementName, InView
from tests.goldens import Goldens
from tests.integration.cast import USERS
from tests.integration.office import Office
from tests.integration.screen import buttons_of
from tests.integration.words import ENGLISH, SPANISH, words
from tests.integration.working_group import make_another
from tests.rendering import view_text


@pytest.mark.parametrize("who", ["chair-mx", "oem-us", "observer-us", "guest-mx", "newcomer-us"])
async def test_home_says_who_one_is_and_what_one_can_do(office: Office, goldens: Goldens, who: str) -> None:
    await office.asks("oem-us", "infrastructure", "/wg recommend Publish a map")

    view = await office.people.home(USERS[who])

    assert view is not None
    goldens.compare(f"home/{who}", view_text(view))


async def test_home_names_the_groups_of_somebody_in_two(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "Second group")

    view = await office.people.home(USERS["oem-us"])

    assert view is not None
    assert "Second group" in view_text(view)


async def test_a_button_of_the_home_answers_in_a_modal(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note Something")

    english = await _pressed(office, "oem-us", words(office, ENGLISH, "button-status"))
    spanish = await _pressed(office, "lead-infra", words(office, SPANISH, "button-status"))

    assert words(office, ENGLISH, "standing-title", scope="all themes") in english
    assert "*N-1*" in english
    assert words(office, SPANISH, "standing-title", scope="todos los temas") in spanish


async def _pressed(office: Office, who: str, label: str) -> str:
    """The modal that stands before the person once they have pressed a button of their Home."""
    view = await office.people.home(USERS[who])
    assert view is not None
    button = next(button for button in buttons_of(view) if button["text"]["text"] == label)
    element = ElementName(InView(view["id"]), button["block_id"], button["action_id"])
    reply = await office.people.action(USERS[who], element)
    assert reply.ok, reply
    return view_text(await office.form(who))


async def test_the_home_of_somebody_in_two_groups_is_switched_and_stays_so(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "Second group")
    await office.asks("oem-us", "infrastructure", "/wg action Call the first group")
    first = await office.people.home(USERS["oem-us"])
    assert first is not None
    block = next(block for block in first["blocks"] if block["type"] == "actions")
    select = block["elements"][0]
    other = next(one for one in select["options"] if one["text"]["text"] == "Second group")

    element = ElementName(InView(first["id"]), block["block_id"], select["action_id"])
    reply = await office.people.action(USERS["oem-us"], element, {"selected_option": other})
    switched = await office.people.home(USERS["oem-us"])

    assert reply.ok, reply
    assert "Call the first group" in view_text(first)
    assert switched is not None
    assert switched["blocks"][0]["text"]["text"] == "Second group"
    assert "Call the first group" not in view_text(switched)


async def test_what_is_finished_at_the_home_is_gone_from_it(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg action Call the plant")
    await office.people.home(USERS["oem-us"])

    answer = await _pressed(office, "oem-us", words(office, ENGLISH, "mine-done", reference="A-1"))
    shown = await office.people.home(USERS["oem-us"])

    assert "*A-1*" in answer
    assert shown is not None
    assert words(office, ENGLISH, "mine-nothing") in view_text(shown)
