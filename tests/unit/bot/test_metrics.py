"""Figures for Prometheus, scraped over HTTP and read by its own parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.delivery.meter import CONTENT_TYPE, Meter
from bot.http import application
from bot.settings import Settings
from domain.delivery import DeliveryKind, DeliveryState
from domain.ports import StoreUnavailable
from domain.sending import Ambiguous, RateLimited
from tests.fakes.store import FakeStore
from tests.unit.bot.delivery.rig import Rig, work


async def scraped(rig: Rig, meter: Meter) -> dict[tuple[str, str], float]:
    """Each figure of digests by its name and, where it has one, its state or bound."""
    async with TestClient(TestServer(application(None, rig.store, None, meter))) as client:
        response = await client.get("/metrics")
        assert (response.status, response.headers["Content-Type"]) == (200, CONTENT_TYPE)
        families = list(text_string_to_metric_families(await response.text()))
    samples = [sample for family in families for sample in family.samples]
    return {
        (sample.name, sample.labels.get("state", sample.labels.get("le", ""))): sample.value
        for sample in samples
        if sample.labels.get("kind") == DeliveryKind.DIGEST.value
    }


@pytest.fixture
def rig() -> Rig:
    return Rig()


async def test_what_was_sent_how_late_and_what_waits_is_told(rig: Rig) -> None:
    meter = Meter(rig.clock)
    worker = rig.worker(replace(rig.equipment(), meter=meter))
    rig.add()
    rig.clock.advance(7)
    await work(worker)
    rig.add("digest:2", "C2")
    rig.clock.advance(40)
    told = await scraped(rig, meter)
    assert told["rapporteur_deliveries_settled_total", "sent"] == 1
    assert told["rapporteur_delivery_attempts_total", ""] == 1
    assert told["rapporteur_delivery_lateness_seconds_sum", ""] == 7
    assert told["rapporteur_delivery_lateness_seconds_bucket", "5.0"] == 0
    assert told["rapporteur_delivery_lateness_seconds_bucket", "10.0"] == 1
    assert told["rapporteur_deliveries_pending", ""] == 1
    assert told["rapporteur_delivery_oldest_pending_seconds", ""] == 40


async def test_doubles_that_were_prevented_and_those_that_were_removed_are_told(rig: Rig) -> None:
    meter = Meter(rig.clock)
    worker = rig.worker(replace(rig.equipment(), meter=meter))
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    await work(worker)
    rig.channel.stand(rig.row(), rig.row().parts[0])
    rig.clock.advance(10)
    await work(worker)
    told = await scraped(rig, meter)
    assert told["rapporteur_delivery_looks_total", ""] == 1
    assert told["rapporteur_doubles_prevented_total", ""] == 1
    assert told["rapporteur_doubles_removed_total", ""] == 1
    assert rig.row().state is DeliveryState.SENT


async def test_how_far_the_machine_s_clock_is_ahead_is_told(rig: Rig) -> None:
    meter = Meter(rig.clock, lambda: timedelta(minutes=-4))
    assert b"\nrapporteur_clock_skew_seconds -240.0\n" in await meter.text(rig.store)
    assert b"\nrapporteur_clock_skew_seconds 0.0\n" in await Meter(rig.clock).text(rig.store)


async def test_what_slack_held_back_is_told(rig: Rig) -> None:
    meter = Meter(rig.clock)
    rig.add()
    rig.channel.answers.append(RateLimited(timedelta(seconds=30)))
    await work(rig.worker(replace(rig.equipment(), meter=meter)))
    assert (await scraped(rig, meter))["rapporteur_delivery_limited_total", ""] == 1


async def test_without_the_database_the_counts_are_told_and_nothing_is_made_up(rig: Rig) -> None:
    meter = Meter(rig.clock)
    rig.add()
    await work(rig.worker(replace(rig.equipment(), meter=meter)))

    class Gone(FakeStore):
        async def read(self, *_: object, **__: object) -> object:  # type: ignore[override]  # it never answers
            raise StoreUnavailable

    rig.store = Gone()
    told = await scraped(rig, meter)
    assert told["rapporteur_delivery_attempts_total", ""] == 1
    assert ("rapporteur_deliveries_pending", "") not in told


async def test_figures_are_served_only_when_they_are_asked_for(rig: Rig) -> None:
    async with TestClient(TestServer(application(None, rig.store))) as client:
        assert (await client.get("/metrics")).status == 404


def test_they_are_asked_for_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_SIGNING_SECRET", "secret")):
        monkeypatch.setenv(name, value)
    assert not Settings().metrics  # type: ignore[call-arg]  # pydantic-settings fills them from the environment
    monkeypatch.setenv("RAPPORTEUR_METRICS", "1")
    assert Settings().metrics  # type: ignore[call-arg]  # the same
