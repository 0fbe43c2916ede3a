"""What is counted about deliveries, for whoever watches the bot: Prometheus' names and kinds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.ports import Clock, Store, StoreUnavailable

CONTENT_TYPE = CONTENT_TYPE_LATEST

LATENESS = (0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600, 86400)
"""Seconds: a tick, a minute with both looks, Slack's longest waits, a downtime."""

_KIND, _STATE = "kind", "state"


class Meter:
    """Counts in this process's memory; what waits is read when it is asked for.

    `clock` is the application's, by which deliveries are due; `skew` how far the machine's is ahead of
    Slack's.
    """

    def __init__(self, clock: Clock, skew: Callable[[], timedelta] = timedelta) -> None:
        self._clock = clock
        self._registry = CollectorRegistry()
        prefix = "rapporteur_deliveries"
        self._lateness = Histogram(
            "rapporteur_delivery_lateness_seconds",
            "From when a delivery was due until all of it had arrived.",
            [_KIND],
            buckets=LATENESS,
            registry=self._registry,
        )
        self._settled = self._counter(f"{prefix}_settled", "Deliveries that came to an end.", _KIND, _STATE)
        self._attempts = self._counter("rapporteur_delivery_attempts", "Messages sent to Slack.", _KIND)
        self._limited = self._counter("rapporteur_delivery_limited", "Messages answered with 429.", _KIND)
        self._looks = self._counter("rapporteur_delivery_looks", "Looks into a history.", _KIND)
        self._prevented = self._counter(
            "rapporteur_doubles_prevented",
            "Messages in doubt that were found, not sent again.",
            _KIND,
        )
        self._removed = self._counter("rapporteur_doubles_removed", "Messages that stood twice.", _KIND)
        self._pending = Gauge(
            f"{prefix}_pending", "Deliveries that wait to be sent.", [_KIND], registry=self._registry
        )
        self._oldest = Gauge(
            "rapporteur_delivery_oldest_pending_seconds",
            "Since when the longest waiting delivery is due.",
            [_KIND],
            registry=self._registry,
        )
        Gauge(
            "rapporteur_clock_skew_seconds",
            "How far the machine's clock is ahead of Slack's, where that is corrected.",
            registry=self._registry,
        ).set_function(lambda: skew().total_seconds())

    def sent(self, delivery: Delivery) -> None:
        """A message left for Slack."""
        self._attempts.labels(delivery.kind).inc()

    def limited(self, delivery: Delivery) -> None:
        """Slack answered with 429."""
        self._limited.labels(delivery.kind).inc()

    def looked(self, delivery: Delivery, found: int) -> None:
        """The history was read for a message in doubt, which stands there so many times."""
        self._looks.labels(delivery.kind).inc()
        if found:
            self._prevented.labels(delivery.kind).inc()

    def removed(self, delivery: Delivery) -> None:
        """A message that stood twice is gone."""
        self._removed.labels(delivery.kind).inc()

    def settled(self, delivery: Delivery, state: DeliveryState) -> None:
        """Nothing more is done about it."""
        self._settled.labels(delivery.kind, state).inc()
        if state is DeliveryState.SENT:
            self._lateness.labels(delivery.kind).observe(self._since(delivery.due_at))

    async def text(self, store: Store) -> bytes:
        """Everything in Prometheus' format; without what waits where the database does not answer."""
        try:
            queues = await store.read(lambda uow: uow.logbook.queues())
        except StoreUnavailable:
            self._pending.clear()
            self._oldest.clear()
        else:
            for kind in DeliveryKind:
                queue = queues.get(kind)
                self._pending.labels(kind).set(queue.count if queue else 0)
                self._oldest.labels(kind).set(self._since(queue.oldest) if queue else 0)
        return generate_latest(self._registry)

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(name, what, labels, registry=self._registry)

    def _since(self, due_at: datetime) -> float:
        return max(0.0, (self._clock.now() - due_at).total_seconds())
