"""A connection that ends is replaced: without a gap when Slack announces it, soon when it is lost."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

import pytest

from bot import connections
from bot.sandbox import sockets
from bot.sandbox.faults import Effect, Fault
from bot.sandbox.sockets import DisconnectReason, SocketTiming
from tests.integration.office import Office
from tests.integration.sockets.lines import connections_of, lose, sockets_of, until, until_back

OPEN = "apps.connections.open"
QUICK = SocketTiming(warning=0.2)
"""Slack ends a connection a fiftieth as long after announcing it as it does."""


@pytest.fixture
def socket_timing() -> SocketTiming:
    return QUICK


async def _records(office: Office, text: str) -> None:
    answer = await office.asks("oem-us", "infrastructure", f"/wg note {text}")
    assert text in answer


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_connections_that_slack_announces_to_end_are_replaced_without_a_gap(
    office: Office, reason: DisconnectReason
) -> None:
    await until_back(office)
    before = connections_of(office)

    await office.people.disconnect(reason)
    await until(lambda: any(connection not in before for connection in connections_of(office)))
    for number in range(10):
        await _records(office, f"Meanwhile {number}")
    await until_back(office)

    assert not set(before) & set(connections_of(office))


@pytest.mark.parametrize("socket_timing", [SocketTiming(connection=0.5, warning=0.1)], ids=["short-lived"])
async def test_connections_that_end_one_after_another_lose_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "STEADY_SECONDS", 0.2)
    for number in range(40):
        await _records(office, f"Number {number}")
        await asyncio.sleep(0.05)

    assert len(await office.exchanges(OPEN)) > 4


async def test_while_one_connection_is_lost_the_other_takes_everything(office: Office) -> None:
    await until_back(office)

    lose(office, 1)
    for number in range(5):
        await _records(office, f"Number {number}")

    await until_back(office)


async def test_connections_that_are_all_lost_come_back(office: Office) -> None:
    await until_back(office)

    lose(office)
    await until_back(office)

    await _records(office, "Back again")


@pytest.mark.parametrize(
    "effect", ["ratelimited", "error_before", "error_after", "drop_before", "empty", "not_json"]
)
async def test_slack_that_opens_no_connection_for_a_while_is_asked_again(
    office: Office, effect: Effect
) -> None:
    await until_back(office)
    office.expected.add(OPEN)
    await office.people.fault(Fault(OPEN, effect, times=3))

    lose(office)
    await until_back(office)

    await _records(office, "Back again")
    assert sum(exchange["status"] != 200 for exchange in await office.exchanges(OPEN)) == (
        0 if effect in {"empty", "not_json"} else 3
    )


async def test_a_token_that_is_refused_for_a_while_is_tried_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await until_back(office)
    office.expected.add(OPEN)
    monkeypatch.setattr(office.sandbox.workspace.tokens, "_app_token", "xapp-another")
    lose(office)
    refused = office.sandbox.workspace.payloads.rejected
    await until(lambda: len(office.sandbox.workspace.payloads.rejected) >= len(refused) + 4)
    monkeypatch.undo()

    await until_back(office)

    await _records(office, "Back again")


async def test_an_address_that_is_refused_is_not_used_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await until_back(office)
    with monkeypatch.context() as patch:
        refused: list[str] = []

        def admits(_: object, ticket: str) -> bool:
            refused.append(ticket)
            return False

        patch.setattr(sockets.Sockets, "admits", admits)
        lose(office)
        await until(lambda: len(refused) >= 4)

    await until_back(office)

    assert len(set(refused)) == len(refused)
    await _records(office, "Back again")


async def test_where_slack_takes_fewer_connections_one_is_enough(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await until_back(office)
    monkeypatch.setattr(sockets, "MAX_CONNECTIONS", 1)

    lose(office)
    await until_back(office, 1)
    for number in range(5):
        await _records(office, f"Number {number}")
    monkeypatch.undo()

    await until_back(office)


async def test_slack_that_was_away_is_found_again_at_the_same_address(office: Office) -> None:
    await until_back(office)
    port = urlsplit(office.sandbox.url).port or 0

    await office.sandbox.stop()
    await until(lambda: sockets_of(office).connections == 0)
    await asyncio.sleep(0.3)
    await office.sandbox.start(port=port)
    await until_back(office)

    await _records(office, "Back again")


async def test_socket_mode_that_is_turned_off_and_on_again_is_served_again(office: Office) -> None:
    await until_back(office)

    await office.people.disconnect("link_disabled")
    await until(lambda: not sockets_of(office).enabled)
    await office.people.socket_mode(enabled=True)
    await until_back(office)

    await _records(office, "Back again")
