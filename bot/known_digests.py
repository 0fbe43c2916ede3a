"""Digests that were composed and worded a moment ago, for the next subscription that is told the same."""

from __future__ import annotations

from collections.abc import Hashable

from domain.delivery import NewDelivery
from domain.digest import Digest
from domain.ports import UnitOfWork
from domain.subscription import Subscription
from domain.usecases.composed import Composed, Told, digest_told
from handlers.digests.views import Made

WEIGHT_MAX = 8_000
"""Weight of all that is kept; past it the longest unused goes.

By tracemalloc a digest takes 2 to 5 KiB for each unit: 26 KiB with 5 items in one language, 563 with 50
in two.
"""

ITEMS_MAX = 50
"""Items of a digest that is kept: what is larger would take more memory than composing it takes time."""

_EMPTY = 5
"""Weight of a digest without items; each item weighs 1, and each language as much again."""


class Known:
    """A digest as it was last composed of its facts, and what was worded of it."""

    def __init__(self) -> None:
        self.weight = _EMPTY
        self._composed: Composed | None = None
        self._worded: tuple[Composed | None, Made] = (None, {})

    def told(self, delivery: NewDelivery, uow: UnitOfWork, advanced: Subscription | None = None) -> Told:
        """What the delivery tells; run by a thread of the store's. `advanced` as for `digest_told`."""
        told = digest_told(delivery, uow, self._composed, advanced)
        self._composed = told.composed
        return told

    def made_of(self, composed: Composed) -> Made:
        """What was worded of it, if anything; used by the loop."""
        if self._worded[0] is not composed:
            self._worded = composed, {}
        return self._worded[1]


class KnownDigests:
    """By their facts, as many as their weight allows. Of one loop."""

    def __init__(self, weight_max: int = WEIGHT_MAX) -> None:
        self._weight_max = weight_max
        self._known: dict[Hashable, Known] = {}
        self._weight = 0

    def of(self, facts: Hashable) -> Known:
        """What is known of these facts, at first nothing; deliveries of one moment share it."""
        known = self._known.pop(facts, None)
        if known is None:
            known = Known()
            self._weight += known.weight
        self._known[facts] = known
        return known

    def weigh(self, facts: Hashable, known: Known, digest: Digest) -> None:
        """It holds this digest now, with its words: keep it, or let go what is too much."""
        if self._known.get(facts) is not known:
            return
        weight = (_EMPTY + len(digest.items)) * len(digest.languages)
        self._weight += weight - known.weight
        known.weight = weight
        if len(digest.items) > ITEMS_MAX:
            self._forget(facts)
        while self._weight > self._weight_max and self._known:
            self._forget(next(iter(self._known)))

    def __len__(self) -> int:
        return len(self._known)

    def _forget(self, facts: Hashable) -> None:
        self._weight -= self._known.pop(facts).weight
