"""Digests of a channel are shown to everybody, and steered by those who may."""

from __future__ import annotations

import pytest

from tests.integration.office import Office
from tests.integration.words import ENGLISH, words


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
    ("who", "refusal"), [("oem-us", "refusal-lead-only"), ("observer-us", "refusal-observer-reads-only")]
)
async def test_who_may_steer_none_is_refused_instead_of_asked_which_one(
    scheduled: Office, who: str, refusal: str
) -> None:
    shown = await scheduled.asks(who, "ev-group", "/wg digest stop")
    assert words(scheduled, ENGLISH, refusal) in shown


async def test_who_may_is_asked_which_one(scheduled: Office) -> None:
    shown = await scheduled.asks("chair-us", "ev-group", "/wg digest stop")
    assert words(scheduled, ENGLISH, "digest-which") in shown
