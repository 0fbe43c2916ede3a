"""What the tests of subscriptions share: digests as they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.coverage import EVERYTHING, Coverage
from domain.language import Language
from domain.schedule import Slot
from domain.usecases.origin import Origin
from domain.usecases.subscriptions import Subscribe
from tests.fakes.scene import CHANNEL, MONDAYS_AT_NINE

MONDAY = Slot(date(2026, 11, 23), datetime(2026, 11, 23, 15, 0, tzinfo=UTC))


def wanted(origin: Origin, **facts: object) -> Subscribe:
    plain = Subscribe(
        origin=origin,
        group=1,
        channel=CHANNEL,
        reader=None,
        schedule=MONDAYS_AT_NINE,
        coverage=Coverage(themes=("charging",)),
        languages=(Language.ENGLISH, Language.SPANISH),
        skip_quiet=True,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def own(origin: Origin) -> Subscribe:
    user = origin.person.user
    return wanted(origin, channel=user, reader=user, coverage=EVERYTHING)
