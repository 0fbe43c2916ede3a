"""The words of a delivery under way: made where its row has none, or none that still hold."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from domain.delivery import WORDED_ANEW, Delivery, DeliveryKind, Lease, Part, Payload
from domain.ports import Clock, UnitOfWork
from domain.usecases.digest_facts import is_told_late


class Wording:
    """Of one delivery under one lease; `compose` is asked at most once.

    `calendar` is the application's clock.
    """

    def __init__(self, compose: Callable[[Delivery], Awaitable[Sequence[Payload]]], calendar: Clock) -> None:
        self._compose = compose
        self._calendar = calendar
        self._is_made = False
        self._unstored: tuple[Payload, ...] = ()
        self._rest: tuple[Part, ...] = ()
        """Parts worded anew, while others of the delivery already stand in the channel."""
        self._replaces = False
        """Whether the row has other words."""

    async def worded(self, delivery: Delivery) -> Delivery | None:
        """The delivery as it is to be sent now; None when there is nothing to say (any more)."""
        if self._is_made or (delivery.parts and not self._is_worded_anew(delivery)):
            return delivery
        payloads = tuple(await self._compose(delivery))
        self._is_made = True
        if delivery.has_arrived:
            return self._rest_worded(delivery, payloads)
        if not payloads:
            return None
        payloads = _known_to_stand(payloads, delivery)
        self._unstored, self._replaces = payloads, bool(delivery.parts)
        parts = tuple(Part(position=at, payload=words) for at, words in enumerate(payloads))
        return replace(delivery, parts=parts)

    def _rest_worded(self, delivery: Delivery, payloads: Sequence[Payload]) -> Delivery:
        """Of what arrived in part the rest in the words of now, where these are as many messages.

        What it knows of stays what the first words knew of: what was corrected since is told beside it.
        """
        if len(payloads) != len(delivery.parts):
            return delivery
        through = delivery.worded_through
        parts = tuple(
            replace(part, payload=replace(words, through=through)) if _is_to_come(part) else part
            for part, words in zip(delivery.parts, payloads, strict=True)
        )
        self._rest = tuple(part for part in parts if _is_to_come(part))
        return replace(delivery, parts=parts)

    def _is_worded_anew(self, delivery: Delivery) -> bool:
        """Minutes even where some of them stand: their languages are not to say different things."""
        if delivery.kind is DeliveryKind.MINUTES and any(map(_is_to_come, delivery.parts)):
            return True
        tells_of_now = delivery.kind in WORDED_ANEW or is_told_late(delivery, self._calendar.now())
        return tells_of_now and not delivery.has_arrived

    def store(self, uow: UnitOfWork, delivery: Delivery, lease: Lease) -> None:
        """Freeze what was made and is in no row yet. Raises LeaseLost."""
        if self._unstored:
            freeze = uow.outbox.reword if self._replaces else uow.outbox.freeze
            freeze(delivery.id, lease, self._unstored)
        for part in self._rest:
            uow.outbox.reword_part(delivery.id, lease, part.position, part.payload)

    def done(self) -> None:
        """It is stored, or not to be stored."""
        self._unstored = ()
        self._rest = ()


def _known_to_stand(payloads: tuple[Payload, ...], delivery: Delivery) -> tuple[Payload, ...]:
    """Where words of before may stand all the same, what comes of it knows of no more than they do."""
    if all(part.begun_at is None for part in delivery.parts):
        return payloads
    return tuple(replace(one, through=delivery.worded_through) for one in payloads)


def _is_to_come(part: Part) -> bool:
    """Whether nothing of it can stand in the channel."""
    return part.ts is None and part.begun_at is None
