"""The demonstration as people use it: recording, reading, asking for help."""

import re

import pytest
from playwright.async_api import Browser, expect

from bot.demo.sample import Sample, SampleRecommendation
from tests.browser.conftest import OpenPage, Visit
from tests.browser.visitor import GUEST, Visitor, user

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

HOSTILE = (
    "<script>alert(1)</script> *bold* _slanted_ ~gone~ `code` <!channel> @channel &amp; "
    "https://example.org 🔋 مرحبا بالعالم end"
)
OF_MEMBERS = ["Record", "Carry forward", "Take a position", "Read", "Arrange"]
HELP = {
    GUEST: (["Read"], {"status", "list"}),
    "observer-us": (["Read"], {"status", "list"}),
    "doe-us": (OF_MEMBERS, {"note", "recommend", "move", "support", "digest"}),
    "chair-us": (OF_MEMBERS, {"note", "action", "assign", "digest", "setup"}),
}
"""Headings and some of the verbs, by who asks."""


async def test_a_first_visit_finds_the_digest_in_both_languages_side_by_side(
    demonstration: str, open_page: OpenPage
) -> None:
    page = await open_page(demonstration)
    for channel in Sample.read().channels:
        await expect(page.get_by_test_id(f"channel-{channel.name}")).to_be_visible()
    await page.get_by_test_id("channel-ev-group").click()

    digest = page.get_by_test_id("message").filter(has_text="Resumen: ")
    await expect(digest).to_have_count(1)
    await expect(digest).to_contain_text("Digest: ")
    await expect(digest.get_by_role("img", name=re.compile("Por estado · By status"))).to_be_visible()
    await expect(digest.get_by_role("table").last).to_contain_text("Infraestructura · Infrastructure")
    await expect(digest.get_by_role("button", name="Cómo vamos · Where we stand")).to_be_visible()


async def test_the_first_to_act_is_a_chair_who_reads_the_browsers_language(
    demonstration: str, browser: Browser
) -> None:
    """What the README says to type is then answered in the language in which it says so."""
    firsts = (
        ("en-US", "chair-us", "/wg status infrastructure", "Where we stand: Infrastructure"),
        ("es-MX", "chair-mx", "/gt estado infraestructura", "Cómo vamos: Infraestructura"),
    )
    for locale, handle, line, answer in firsts:
        visitor = Visitor(await browser.new_page(locale=locale))
        await visitor.page.goto(demonstration)
        await expect(visitor.page.get_by_test_id("act-as")).to_have_value(user(handle))
        await visitor.say(line)
        await expect(visitor.told).to_contain_text(answer)
        await visitor.page.close()


async def test_a_note_stands_in_the_channel_for_everybody_with_its_reference_and_theme(visit: Visit) -> None:
    author, reader = await visit("doe-us", "infrastructure"), await visit("oem-us", "infrastructure")
    await author.say("/wg note The grid operator will share its load data")

    for each in (author, reader):
        await expect(each.said).to_contain_text(
            re.compile(r"N-\d+ note, Infrastructure: The grid operator will share its load data")
        )
        await expect(each.page.get_by_test_id("command-line").last).to_contain_text(
            "doe-us used /wg note The"
        )
    await author.press("Show it", author.said)
    await expect(author.told).to_contain_text("recorded by doe-us")
    await expect(reader.page.get_by_test_id("ephemeral")).to_have_count(0)


async def test_an_obstacle_and_the_recommendation_that_answers_it_are_linked(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    await visitor.say("/wg obstacle Permits take nine months")
    await expect(visitor.said).to_contain_text(
        re.compile(r"O-\d+ obstacle, Infrastructure: Permits take nine")
    )
    obstacle = (await visitor.said.inner_text()).split("O-")[1].split()[0]

    await visitor.say(f"/wg recommend Publish the census as open data for O-5,O-{obstacle}")
    await expect(visitor.said).to_contain_text(
        re.compile(rf"R-\d+ recommendation, Infrastructure, answers O-5 and O-{obstacle}: Publish the census")
    )


async def test_status_tells_the_figures_of_the_record_and_can_be_shown_to_the_channel(visit: Visit) -> None:
    reader, other = await visit("doe-us", "infrastructure"), await visit("oem-us", "infrastructure")
    proposals = [event for event in Sample.read().events if isinstance(event, SampleRecommendation)]
    here = [event for event in proposals if event.theme == "infrastructure"]

    await reader.say("/wg status infrastructure")
    await expect(reader.told).to_contain_text("Where we stand: Infrastructure")
    await expect(reader.told).to_contain_text(f"{len(here)} recommendations")
    await reader.say("/wg recommend Let every station publish its load")
    await expect(reader.said).to_contain_text("Let every station publish its load")
    await reader.say("/wg status all")
    await expect(reader.told).to_contain_text(f"{len(proposals) + 1} recommendations")

    await reader.press("Infrastructure", reader.told)
    await expect(reader.told).to_contain_text(f"{len(here) + 1} recommendations")
    await expect(other.page.get_by_text("Where we stand: Infrastructure")).to_have_count(0)
    await reader.press("Show to the channel", reader.told)
    for each in (reader, other):
        await expect(each.said).to_contain_text("Where we stand: Infrastructure")


async def test_the_register_is_paged_and_an_item_leads_to_what_it_answers(visit: Visit) -> None:
    visitor = await visit("doe-us", "ev-group")
    await visitor.say("/wg list")
    await expect(visitor.told).to_contain_text("Everything · all themes")
    first = await visitor.told.get_by_role("listitem").all_inner_texts()
    await visitor.press("Next page", visitor.told)
    await expect(visitor.told.get_by_role("button", name="First page")).to_be_visible()
    second = await visitor.told.get_by_role("listitem").all_inner_texts()
    assert first
    assert second
    assert not set(first) & set(second)

    await visitor.say("/wg show R-6")
    await expect(visitor.told).to_contain_text("R-6 · recommendation · Infrastructure")
    await expect(visitor.told).to_contain_text("Obstacles it answers")
    await visitor.press("O-5", visitor.told)
    await expect(visitor.told).to_contain_text("O-5 · obstacle · Infrastructure")
    await expect(visitor.told).to_contain_text("Recommendations that answer it")


async def test_help_offers_each_role_what_it_may_do(visit: Visit) -> None:
    for handle, (headings, verbs) in HELP.items():
        visitor = await visit(handle, "infrastructure")
        await visitor.say("/wg help")
        await expect(visitor.told).to_contain_text("What you can do here")
        await expect(visitor.told.locator("strong")).to_have_text(headings)
        shown = set(await visitor.told.locator("code").all_inner_texts())
        assert verbs <= shown
        assert ("note" in shown) == ("Record" in headings)
        assert ("setup" in shown) == (handle == "chair-us")


async def test_a_wrong_verb_offers_the_right_one_with_what_was_typed(visit: Visit) -> None:
    visitor = await visit("doe-us", "governance")
    await visitor.say("/wg sttaus infrastructure")
    await expect(visitor.told).to_contain_text("I do not know “sttaus”. Did you mean status?")
    await expect(visitor.told.get_by_role("button", name="Help")).to_be_visible()
    await visitor.press("status", visitor.told)
    await expect(visitor.told).to_contain_text("Where we stand: Infrastructure")


async def test_the_same_words_twice_ask_before_they_stand_twice(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    recorded = visitor.page.get_by_test_id("message").filter(has_text="note, Infrastructure: Counted once")
    await visitor.say("/wg note Counted once")
    await expect(recorded).to_have_count(1)
    await visitor.say("/wg note Counted once")
    await expect(visitor.told).to_contain_text("You recorded the same words a moment ago")
    await expect(recorded).to_have_count(1)

    await visitor.press("Record it again", visitor.told)
    await expect(recorded).to_have_count(2)


async def test_text_of_people_is_shown_as_typed(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    await visitor.say(f"/wg note {HOSTILE}")
    await expect(visitor.said).to_contain_text(f"note, Infrastructure: {HOSTILE}")
    body = visitor.said.locator(".message-body")
    assert await body.locator("script, em, s, code, .mention, b").count() == 0
    await expect(body.locator("strong")).to_have_text(re.compile(r"^N-\d+ ?$"))

    await visitor.press("Show it", visitor.said)
    await expect(visitor.told).to_contain_text(HOSTILE)


async def test_home_shows_the_group_at_a_glance_and_what_one_can_do(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    await visitor.enter("home")
    home = visitor.page.get_by_test_id("home-view")
    await expect(home.get_by_role("heading").first).to_have_text(
        "Mexico-United States Electric Vehicle Working Group"
    )
    proposals = sum(isinstance(event, SampleRecommendation) for event in Sample.read().events)
    await expect(home).to_contain_text(f"{proposals} recommendations")
    await expect(home).to_contain_text("What you can do here")


async def test_everything_is_in_spanish_for_a_spanish_speaking_member(visit: Visit) -> None:
    visitor = await visit("lead-infra", "infrastructure")
    await expect(visitor.composer).to_have_attribute("placeholder", "Mensaje para #infrastructure")
    await visitor.say("/gt nota Los permisos tardan nueve meses")
    await expect(visitor.said).to_contain_text(
        re.compile(r"N-\d+ nota, Infraestructura: Los permisos tardan nueve meses")
    )
    await visitor.press("Cómo vamos", visitor.said)
    await expect(visitor.told).to_contain_text("Cómo vamos: Infraestructura")
    await expect(visitor.told).to_contain_text("Solo tú puedes ver esto")
    await visitor.press("Mostrar al canal", visitor.told)
    await expect(visitor.said).to_contain_text("Cómo vamos: Infraestructura")

    await visitor.say("/gt ayuda")
    await expect(visitor.told).to_contain_text("Lo que puede hacer aquí")
    await visitor.say("/gt estdo")
    await visitor.press("estado", visitor.told)
    await expect(visitor.told).to_contain_text("Cómo vamos: Infraestructura")
    await visitor.enter("home")
    await expect(visitor.page.get_by_test_id("home-view")).to_contain_text("Lo que puede hacer aquí")


async def test_the_bot_answers_in_the_language_chosen_on_the_page(visit: Visit) -> None:
    visitor = await visit("chair-mx", "ev-group")
    for language, place, told in (
        ("en", "Message #ev-group", "Where we stand: all themes"),
        ("es", "Mensaje para #ev-group", "Cómo vamos: todos los temas"),
    ):
        await visitor.page.get_by_test_id(f"language-{language}").click()
        await expect(visitor.composer).to_have_attribute("placeholder", place)
        # As in Slack, a command may overtake the event that tells the app of the language: not the next one.
        answers = visitor.place.get_by_test_id("ephemeral").filter(has_text=": ")
        before = await answers.count()
        await visitor.say("/wg status all")
        await expect(answers).to_have_count(before + 1)
        await visitor.say("/wg status all")
        await expect(answers).to_have_count(before + 2)
        await expect(visitor.told).to_contain_text(told)


@pytest.mark.parametrize(("handle", "first"), [("chair-us", "/wg"), ("chair-mx", "/gt")])
async def test_the_command_of_the_readers_language_is_offered_first(
    drop_in: Visit, handle: str, first: str
) -> None:
    visitor = await drop_in(handle, "ev-group")
    await visitor.composer.fill("/")
    offered = visitor.page.locator("[role=listbox] [role=option]")
    await expect(offered.first).to_contain_text(first)


async def test_the_menu_of_shortcuts_begins_at_its_button(drop_in: Visit) -> None:
    visitor = await drop_in("chair-mx", "ev-group")
    button = visitor.page.get_by_test_id("shortcuts")
    await button.click()
    menu = visitor.page.get_by_role("menu")
    left = "node => Math.round(node.getBoundingClientRect().left)"
    assert await menu.evaluate(left) == await button.evaluate(left)


async def test_a_table_is_shown_at_once_when_it_is_asked_for_and_is_not_cut(drop_in: Visit) -> None:
    visitor = await drop_in("chair-mx", "ev-group")
    await visitor.page.set_viewport_size({"width": 1366, "height": 800})
    for line in ("/gt listar obstáculos tabla", "/wg list table obstacles", "/gt obstáculos como tabla"):
        table = await visitor.next_with("O-3")
        await visitor.say(line)
        await expect(table.get_by_role("table")).to_be_visible()
        await expect(table.get_by_role("button", name="Como lista")).to_be_visible()
        cut = "node => node.scrollWidth > node.clientWidth"
        assert not await table.locator(".table-scroll").evaluate(cut)
