"""The forms of the demonstration: founding a group, connecting a channel, joining."""

import pytest
from playwright.async_api import expect

from bot.sandbox.client import People
from tests.browser.conftest import Visit
from tests.browser.visitor import GUEST, GUEST_ID, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

GROUP = "Battery Recycling Table"


async def open_founding(visitor: Visitor) -> None:
    """In a direct message `setup` founds a group at once: there is no channel to connect."""
    await visitor.say("/wg setup")
    await expect(visitor.field("themes")).to_be_visible()


async def found(visitor: Visitor) -> None:
    """A group with one theme, filled in right."""
    await visitor.field("name_en").fill(GROUP)
    await visitor.field("themes").fill("Collection | Recolección\nStandards | Normas")
    await visitor.field("countries").fill("Mexico, United States")
    await visitor.field("organisation").fill("UC Alianza MX")
    await visitor.choose("sector", "academia")
    await visitor.field("country").fill("United States")
    await visitor.submit()


async def test_what_is_wrong_stands_beside_its_field_until_it_is_right(visit: Visit) -> None:
    visitor = await visit("chair-us", "ev-group")
    await visitor.enter("direct")
    await open_founding(visitor)

    await visitor.submit()
    for name in ("themes", "countries", "organisation", "sector", "country"):
        await expect(visitor.error(name)).to_be_visible()

    await visitor.field("zone").fill("Mexico/Nowhere")
    await found(visitor)
    await expect(visitor.error("zone")).to_have_text(
        "I do not know the time zone “Mexico/Nowhere”. Did you mean America/Mexico_City?"
    )
    await expect(visitor.error("themes")).to_be_hidden()

    await visitor.field("zone").fill("America/Tijuana")
    await visitor.field("country").fill("Atlantis")
    await visitor.submit()
    await expect(visitor.error("country")).to_have_text("I do not know a country named “Atlantis”.")

    await visitor.field("country").fill("US")
    await visitor.field("themes").fill(" | ")
    await visitor.submit()
    await expect(visitor.error("themes")).to_have_text("A group needs at least one theme.")

    await visitor.field("themes").fill("Collection | Recolección")
    await visitor.submit()
    await expect(visitor.modal).to_contain_text(f"{GROUP} is ready, and you chair it.")


async def test_a_channel_moves_to_a_group_one_has_just_founded(visit: Visit) -> None:
    visitor = await visit("chair-us", "innovation")
    await visitor.enter("direct")
    await open_founding(visitor)
    await found(visitor)
    await expect(visitor.modal).to_contain_text(f"{GROUP} is ready")
    await visitor.page.keyboard.press("Escape")
    await expect(visitor.modal).to_have_count(0)

    await visitor.enter("innovation")
    await visitor.say("/wg setup")
    await visitor.choose("group", GROUP)
    await visitor.submit()
    await expect(visitor.modal).to_contain_text(f"The channel will belong to {GROUP}.")
    await visitor.choose("theme", "Standards")
    await visitor.submit()
    await expect(visitor.modal).to_contain_text(f"This channel belongs to {GROUP} now (Standards).")
    await visitor.page.get_by_test_id("modal-close").click()
    await visitor.say("/wg note First words of the new group")
    await expect(visitor.said).to_contain_text("N-1 note, Standards: First words of the new group")


async def test_somebody_new_joins_and_can_then_record(visit: Visit, people: People) -> None:
    await people.change_user(GUEST_ID, is_restricted=False)
    visitor = await visit(GUEST, "infrastructure")
    await visitor.say("/wg note Before joining")
    await expect(visitor.told).to_contain_text("This is for members of the group.")

    await visitor.say("/wg help")
    await visitor.press("Join the group", visitor.told)
    await visitor.field("organisation").fill("Grid operator")
    await visitor.page.keyboard.press("Escape")
    await expect(visitor.modal).to_have_count(0)

    await visitor.say("/wg join")
    await expect(visitor.field("organisation")).to_have_value("")
    await visitor.submit()
    await expect(visitor.error("sector")).to_be_visible()
    await visitor.field("organisation").fill("Grid operator")
    await visitor.choose("sector", "industry")
    await visitor.choose("country", "United States")
    await visitor.submit()
    await expect(visitor.modal).to_contain_text(
        "You take part on behalf of Grid operator (industry, United States)."
    )
    await visitor.page.get_by_test_id("modal-close").click()
    await visitor.say("/wg note After joining")
    await expect(visitor.said).to_contain_text("note, Infrastructure: After joining")


async def test_a_guest_may_not_join_and_a_member_may_not_set_up(visit: Visit) -> None:
    guest = await visit(GUEST, "infrastructure")
    await guest.say("/wg join")
    await expect(guest.told).to_contain_text("Guests and people of other workspaces can read here.")
    member = await visit("doe-us", "infrastructure")
    await member.say("/wg setup")
    await expect(member.told).to_contain_text("This is for the chair of the group.")
    await expect(member.modal).to_have_count(0)
