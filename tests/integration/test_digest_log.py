"""What became of the channel's digests, and what a chair says of one in doubt: over signed requests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.demo.workspace import TEAM
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease, NewDelivery, Payload
from domain.ports import UnitOfWork
from tests.integration.cast import CHANNELS, USERS
from tests.integration.office import DIRECT, START, Office
from tests.integration.words import ENGLISH, SPANISH, words

MINE = Lease("mine")
WHERE = "ev-group"


async def ended(office: Office, state: DeliveryState, channel: str | None = None) -> int:
    """The first digest of the channel as it came out."""
    new = NewDelivery(
        key=f"digest:{state}",
        kind=DeliveryKind.DIGEST,
        workspace=TEAM.id,
        group=1,
        subscription=1,
        channel=channel or CHANNELS[WHERE],
        facts={"after": 0, "through": 1, "since": START.isoformat(), "until": START.isoformat()},
        due_at=START,
    )

    def job(uow: UnitOfWork) -> int:
        number = uow.outbox.add(new)
        assert number is not None
        uow.outbox.claim(replace(MINE), office.clock.now(), 50)
        uow.outbox.freeze(number, MINE, [Payload({"text": "x"}, {"text": "x"})])
        uow.outbox.begin(number, MINE, 0, office.clock.now())
        uow.outbox.settle(number, MINE, state, "missing_scope")
        return number

    return await office.bot.services.store.write(job)


async def row(office: Office, number: int) -> Delivery:
    found = await office.bot.services.store.read(lambda uow: uow.outbox.get(number))
    assert found is not None
    return found


@pytest.fixture
async def doubtful(office: Office) -> tuple[Office, int]:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    return office, await ended(office, DeliveryState.UNCERTAIN)


@pytest.mark.parametrize("line", ["/wg digest log", "/gt resumen envíos", "/gt resumen envios"])
async def test_a_chair_is_shown_what_is_in_doubt_and_asked(doubtful: tuple[Office, int], line: str) -> None:
    office, _ = doubtful
    shown = await office.asks("chair-us", WHERE, line)
    assert ":warning:" in shown
    assert "missing_scope" in shown
    labels = [words(office, language, "button-arrived") for language in (ENGLISH, SPANISH)]
    assert any(f"[{label}]" in shown for label in labels)


@pytest.mark.parametrize("who", ["oem-us", "observer-us"])
async def test_others_see_the_log_and_decide_nothing(doubtful: tuple[Office, int], who: str) -> None:
    office, number = doubtful
    shown = await office.asks(who, WHERE, "/wg digest log")
    assert ":warning:" in shown
    assert words(office, ENGLISH, "button-resend") not in shown
    refused = await office.asks(who, WHERE, f"/wg digest log resend {number}/1")
    expected = "refusal-chair-only" if who == "oem-us" else "refusal-observer-reads-only"
    assert words(office, ENGLISH, expected) in refused
    assert (await row(office, number)).state is DeliveryState.UNCERTAIN


async def test_it_arrived(doubtful: tuple[Office, int]) -> None:
    office, number = doubtful
    await office.asks("chair-us", WHERE, "/wg digest log")
    told = await office.presses("chair-us", WHERE, words(office, ENGLISH, "button-arrived"))
    assert "D-1" in told
    assert (await row(office, number)).state is DeliveryState.SENT


async def test_sending_again_twice_over_sends_it_once(doubtful: tuple[Office, int]) -> None:
    office, number = doubtful
    await office.asks("chair-us", WHERE, "/wg digest log")
    label = words(office, ENGLISH, "button-resend")
    first = await office.presses("chair-us", WHERE, label)
    assert (await row(office, number)).state is not DeliveryState.UNCERTAIN
    changes = await office.changes()
    assert await office.presses("chair-us", WHERE, label) == first
    assert await office.changes() == changes


async def test_a_direct_message_shows_ones_own_digests_and_no_channels(doubtful: tuple[Office, int]) -> None:
    office, number = doubtful
    shown = await office.asks("chair-us", DIRECT, "/wg digest log")
    assert words(office, ENGLISH, "log-none") in shown
    refused = await office.asks("chair-us", DIRECT, f"/wg digest log arrived {number}/1")
    assert words(office, ENGLISH, "refusal-delivery-unknown") in refused


async def test_ones_own_digest_is_ones_own_to_decide_about(office: Office) -> None:
    await office.asks("oem-us", DIRECT, "/wg digest mon 09:00")
    number = await ended(office, DeliveryState.UNCERTAIN, USERS["oem-us"])
    await office.asks("oem-us", DIRECT, "/wg digest log")
    await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-arrived"))
    assert (await row(office, number)).state is DeliveryState.SENT


async def test_what_cannot_be_read_is_said(office: Office) -> None:
    shown = await office.asks("chair-us", WHERE, "/wg digest log burn everything")
    assert "burn everything" in shown
