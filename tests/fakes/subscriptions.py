"""One group's subscriptions in memory, to the protocol of `domain.repositories`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, datetime

from domain.delivery import Delivery, DeliveryState, Skipped
from domain.group import Group
from domain.subscription import NewSubscription, Subscription, SubscriptionState


class FakeSubscriptions:
    """Subscriptions by number; their deliveries are the outbox's."""

    def __init__(self, group: Group, deliveries: dict[int, Delivery]) -> None:
        self._group = group
        self._deliveries = deliveries
        self.by_number: dict[int, Subscription] = {}

    def get(self, number: int) -> Subscription | None:
        return self.by_number.get(number)

    def of_channel(self, channel: str) -> tuple[Subscription, ...]:
        return tuple(
            found
            for found in self.by_number.values()
            if found.channel == channel and found.state is not SubscriptionState.STOPPED
        )

    def add(self, new: NewSubscription) -> Subscription:
        stored = Subscription(
            **{each.name: getattr(new, each.name) for each in fields(NewSubscription)},
            number=len(self.by_number) + 1,
            workspace=self._group.workspace,
            group=self._group.id,
        )
        self.by_number[stored.number] = stored
        return stored

    def save(self, subscription: Subscription) -> None:
        self.by_number[subscription.number] = subscription

    def move_channel(self, old: str, new: str) -> None:
        for found in [found for found in self.by_number.values() if found.channel == old]:
            self.by_number[found.number] = replace(found, channel=new)
        for delivery in list(self._deliveries.values()):
            of_group = (delivery.workspace, delivery.group) == (self._group.workspace, self._group.id)
            if of_group and delivery.channel == old:
                self._deliveries[delivery.id] = replace(delivery, channel=new)

    def advance(self, subscription: Subscription) -> None:
        self.save(subscription)

    def waiting(self, numbers: Sequence[int]) -> tuple[Subscription, ...]:
        found = [self.get(number) for number in sorted(numbers) if not self.in_flight(number)]
        return tuple(one for one in found if one is not None)

    def in_flight(self, number: int) -> bool:
        return any(not delivery.state.is_final for delivery in self.deliveries_of(number))

    def delivery(self, key: str) -> Delivery | None:
        of_group = (self._group.workspace, self._group.id)
        return next(
            (
                found
                for found in self._deliveries.values()
                if found.key == key
                and found.subscription is not None
                and (found.workspace, found.group) == of_group
            ),
            None,
        )

    def dates_taken(self, number: int, since: datetime) -> dict[date, Skipped | None]:
        rows = [one for one in self.deliveries_of(number) if "slot" in one.facts and one.due_at >= since]
        return {date.fromisoformat(one.facts["slot"]): one.skipped for one in rows}

    def latest_delivery(self, number: int) -> Delivery | None:
        sent = [found for found in self.deliveries_of(number) if found.state is not DeliveryState.SKIPPED]
        return max(sent, key=lambda delivery: delivery.id, default=None)

    def latest_deliveries(self, numbers: Sequence[int]) -> dict[int, Delivery]:
        found = {number: self.latest_delivery(number) for number in numbers}
        return {number: one for number, one in found.items() if one is not None}

    def deliveries_of(self, number: int) -> list[Delivery]:
        mine = (self._group.workspace, self._group.id, number)
        return [
            found
            for found in self._deliveries.values()
            if (found.workspace, found.group, found.subscription) == mine
        ]
