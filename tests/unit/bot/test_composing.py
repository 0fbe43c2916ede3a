"""Every kind of delivery has its composer."""

from __future__ import annotations

from bot.composing import Digests, composers
from domain.delivery import DeliveryKind


def test_every_kind_of_delivery_is_worded_by_its_own_composer() -> None:
    assert set(composers(Digests())) == set(DeliveryKind)
