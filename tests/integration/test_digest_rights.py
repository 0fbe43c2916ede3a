"""Digests of a channel are shown to everybody, and steered by those who may."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import DIRECT, Office
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, words


@pytest.fixture
async def scheduled(office: Office) -> Office:
    for time in ("09:00", "10:00"):
        await office.asks("chair-us", "ev-group", f"/wg digest mon {time}")
    return office


@pytest.mark.parametrize(("who", "steers"), [("chair-us", True), ("oem-us", False), ("observer-us", False)])
async def test_the_list_offers_what_one_may_do(scheduled: Office, who: str, *, steers: bool) -> None:
    shown = await scheduled.asks(who, "ev-group", "/wg digest list")
    offered = [
        words(scheduled, ENGLISH, f"button-{action}") for action in ("preview", "now", "pause", "stop")
    ]
    assert [f"[{label}]" in shown for label in offered] == [True, steers, steers, steers]


@pytest.mark.parametrize(
    ("who", "own"), [("oem-us", True), ("lead-infra", True), ("observer-us", False), ("guest-us", False)]
)
@pytest.mark.parametrize("said", ["stop", "mon 11:00", "edit D-1 10:00"])
async def test_who_may_steer_none_is_told_who_may_and_how_to_have_their_own(
    scheduled: Office, who: str, said: str, *, own: bool
) -> None:
    await scheduled.asks(who, "ev-group", "/wg language en")
    shown = await scheduled.asks(who, "ev-group", f"/wg digest {said}")
    assert words(scheduled, ENGLISH, "digest-none-whose") in shown
    assert (words(scheduled, ENGLISH, "digest-mute-own", command="/wg") in shown) == own
    assert f"only {who} sees this" in shown


async def test_who_may_is_asked_which_one(scheduled: Office) -> None:
    shown = await scheduled.asks("chair-us", "ev-group", "/wg digest stop")
    assert words(scheduled, ENGLISH, "digest-which") in shown


@pytest.mark.parametrize("language", [ENGLISH, SPANISH])
@pytest.mark.parametrize(
    ("who", "may", "own"),
    [
        ("chair-us", True, False),
        ("lead-infra", True, False),
        ("oem-us", False, True),
        ("observer-us", False, False),
    ],
)
async def test_a_form_is_offered_to_whom_it_is_not_refused(
    office: Office, language: Language, who: str, *, may: bool, own: bool
) -> None:
    command, verb = COMMANDS[language], words(office, language, "verb-digest")
    await office.asks(who, "ev-group", f"/wg language {language}")
    alone = await office.asks(who, "ev-group", f"{command} {verb}")
    unread = await office.asks(who, "ev-group", f"{command} {verb} 25:00")
    assert words(office, language, "digest-none") in alone
    assert (words(office, language, "digest-none-whose") in alone) != may
    assert (words(office, language, "digest-mute-own", command=command) in alone) == own
    assert (f"[{words(office, language, 'button-open-form')}]" in alone) == may
    assert (f"[{words(office, language, 'button-form')}]" in unread) == may


async def test_a_list_of_digests_has_the_form_for_those_who_may_set_one(scheduled: Office) -> None:
    form = f"[{words(scheduled, ENGLISH, 'button-open-form')}]"
    shown = {who: await scheduled.asks(who, "ev-group", "/wg digest") for who in ("chair-us", "oem-us")}
    assert {who: form in text for who, text in shown.items()} == {"chair-us": True, "oem-us": False}


@pytest.mark.parametrize(("who", "may"), [("oem-us", True), ("observer-us", False)])
async def test_ones_own_digest_is_offered_to_those_who_may_have_one(
    office: Office, who: str, *, may: bool
) -> None:
    shown = await office.asks(who, DIRECT, "/wg digest")
    assert (f"[{words(office, ENGLISH, 'button-open-form')}]" in shown) == may
    assert (words(office, ENGLISH, "refusal-observer-reads-only") in shown) != may
