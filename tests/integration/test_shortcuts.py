"""Shortcuts: a message is put on the record with its address, and a new record made from anywhere."""

from __future__ import annotations

import pytest

from bot.demo.workspace import TEAM
from bot.sandbox.faults import Fault
from domain.language import Language
from domain.text import TEXT_MAX
from tests.integration.cast import CHANNELS, USERS
from tests.integration.filling import names_of
from tests.integration.office import DIRECT, Office
from tests.integration.words import ENGLISH, SPANISH, words
from tests.integration.working_group import make_another
from tests.rendering import view_text


async def uses(office: Office, who: str, shortcut: str, where: str = "", ts: str = "") -> None:
    """Use a shortcut, on a message when it is named."""
    reply = await office.people.shortcut(USERS[who], shortcut, CHANNELS[where] if where else None, ts or None)
    assert reply.ok, reply


async def test_a_message_is_recorded_as_what_one_chooses_with_its_address(office: Office) -> None:
    ts = await office.people.message(
        USERS["lead-infra"], CHANNELS["infrastructure"], "Faltan <transformadores> & postes"
    )
    await uses(office, "oem-us", "record-this", "infrastructure", ts)
    form = await office.form("oem-us")
    obstacle = await office.chooses("oem-us", "kind", "obstacle")
    action = await office.chooses("oem-us", "kind", "action")
    await office.chooses("oem-us", "kind", "obstacle")

    done = await office.submits("oem-us", {"severity": "high"})

    assert "[Faltan <transformadores> & postes___]" in view_text(form)
    assert names_of(form) == ["kind", "text", "theme", "language"]
    assert names_of(obstacle) == ["kind", "text", "theme", "language", "severity", "countries"]
    assert names_of(action) == ["kind", "text", "theme", "language", "owner", "due_on"]
    understood = "obstacle, Infrastructure, text in Spanish, severity: high"
    assert f"*O-1* {understood}: Faltan <transformadores> & postes" in view_text(done.view or {})
    await office.asks("oem-us", "infrastructure", "/wg show O-1")
    shown = (await office.messages("oem-us", "infrastructure"))[-1]
    address = f"https://{TEAM.domain}.slack.com/archives/{CHANNELS['infrastructure']}/p{ts.replace('.', '')}"
    assert address in str(shown["blocks"])


async def test_a_new_record_from_anywhere_in_ones_only_group(office: Office) -> None:
    await uses(office, "lead-infra", "new-record")

    done = await office.submits("lead-infra", {"text": "Visto en la visita"})

    assert "*N-1* nota, sin tema: Visto en la visita" in view_text(done.view or {})


async def test_whoever_is_in_several_groups_chooses_one(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "Second group")
    await uses(office, "oem-us", "new-record")
    first = await office.form("oem-us")

    offered = first["blocks"][0]["element"]["options"]
    other = next(option["value"] for option in offered if option["text"]["text"] == "Second group")
    chosen = await office.chooses("oem-us", "group", other)
    done = await office.submits("oem-us", {"text": "For the second"})

    assert names_of(first) == ["group"]
    assert "Second group" in view_text(chosen)
    assert "*N-1*" in view_text(done.view or {})
    assert "For the second" in await office.asks("oem-us", "second-group", "/wg show N-1")


async def test_a_message_waits_while_one_chooses_among_several_groups(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "Second group")
    said = "L" * (TEXT_MAX + 500)
    ts = await office.people.message(USERS["oem-us"], CHANNELS["lobby"], said)
    await uses(office, "oem-us", "record-this", "lobby", ts)
    first = await office.form("oem-us")

    offered = first["blocks"][1]["element"]["options"]
    other = next(option["value"] for option in offered if option["text"]["text"] == "Second group")
    chosen = await office.chooses("oem-us", "group", other)
    done = await office.submits("oem-us", {})

    cut = words(office, ENGLISH, "record-cut", length=len(said), limit=TEXT_MAX)
    kept = said[: TEXT_MAX - 1] + "…"
    assert names_of(first) == ["group", "text"]
    assert all(cut in view_text(view) and kept in view_text(view) for view in (first, chosen))
    assert kept in view_text(done.view or {})


async def test_two_thousand_emoji_are_recorded_whole(office: Office) -> None:
    said = "\U0001f600" * 2000
    ts = await office.people.message(USERS["oem-us"], CHANNELS["infrastructure"], said)
    await uses(office, "oem-us", "record-this", "infrastructure", ts)

    done = await office.submits("oem-us", {})

    assert said in view_text(done.view or {})


@pytest.mark.parametrize(
    ("who", "where", "language", "message"),
    [
        ("guest-us", "infrastructure", ENGLISH, "refusal-guest-reads-only"),
        ("guest-mx", "infrastructure", SPANISH, "refusal-guest-reads-only"),
        ("stranger", "infrastructure", ENGLISH, "refusal-guest-reads-only"),
        ("newcomer-us", "infrastructure", ENGLISH, "refusal-members-only"),
        ("newcomer-us", "lobby", ENGLISH, "refusal-channel-needs-group"),
    ],
)
async def test_whoever_may_not_record_is_told_why_in_a_modal(
    office: Office, who: str, where: str, language: Language, message: str
) -> None:
    ts = await office.people.message(USERS["oem-us"], CHANNELS[where], "Something")

    await uses(office, who, "record-this", where, ts)

    view = await office.form(who)
    assert words(office, language, message) in view_text(view)


async def test_a_form_that_slack_does_not_open_is_excused_in_the_direct_message(office: Office) -> None:
    office.expected.add("views.open")
    await office.people.fault(Fault("views.open", "error_before"))

    await uses(office, "oem-us", "new-record")

    assert words(office, ENGLISH, "failure-form") in await office.reads("oem-us", DIRECT)
    assert await office.people.views(USERS["oem-us"]) == []


async def test_what_a_button_in_a_modal_did_is_told_though_slack_does_not_show_it(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note Something")
    await uses(office, "oem-us", "new-record")
    form = await office.form("oem-us")
    done = await office.submits("oem-us", {"text": "Another"})
    assert form["type"] == "modal"
    assert "N-2" in view_text(done.view or {})
    office.expected.add("views.update")
    await office.people.fault(Fault("views.update", "error_before"))

    await office.pushes("oem-us", words(office, ENGLISH, "button-undo"))

    assert "*N-2*" in await office.reads("oem-us", DIRECT)


async def test_a_shortcut_nobody_has_opens_nothing(office: Office) -> None:
    await uses(office, "oem-us", "new-record")
    (sent,) = await office.exchanges("shortcut")
    view = await office.form("oem-us")
    await office.people.close(USERS["oem-us"], view["id"])

    answer = await office.sandbox.workspace.dispatcher.interaction(
        sent["request"] | {"callback_id": "another"}
    )

    assert answer.error is None
    assert await office.people.views(USERS["oem-us"]) == []
