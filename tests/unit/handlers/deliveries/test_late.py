"""The log says when a digest arrived that came later than it was due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.delivery import Delivery, DeliveryState, Part, Payload
from domain.language import Language
from domain.usecases.resending import Log
from handlers.deliveries.views import LATE_FROM, log
from tests.fakes.deliveries import stored
from tests.unit.handlers.material import WORDS

DUE = datetime(2027, 3, 8, 15, tzinfo=UTC)
ZONE = "America/Mexico_City"
NOTHING = Payload({}, {})


def delivered(*late: timedelta | None, state: DeliveryState = DeliveryState.SENT) -> Delivery:
    """A message for each: so long after it was due it stood in the channel; None: it may not."""
    stamps = [None if each is None else f"{(DUE + each).timestamp():.6f}" for each in late]
    parts = [Part(position=at, payload=NOTHING, ts=ts) for at, ts in enumerate(stamps)]
    return stored(*parts, subscription=3, due_at=DUE, state=state, attempts=1)


def told(delivery: Delivery, language: Language = Language.ENGLISH) -> str:
    return log(WORDS.for_language(language), Log((delivery,), decides=False, zones={3: ZONE}), ZONE).text


def test_the_last_message_says_when_a_delivery_arrived() -> None:
    hour = timedelta(hours=1)
    assert delivered(timedelta(), hour).arrived_at == DUE + hour
    assert delivered(None).arrived_at is None
    assert replace(delivered(), parts=()).arrived_at is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ENGLISH, "arrived late, on Mar 8, 2027, 11:30"),
        (Language.SPANISH, "llegó con retraso, el 8 mar 2027, 11:30"),
    ],
)
def test_what_came_late_says_when_in_the_zone_of_the_digest(language: Language, said: str) -> None:
    assert said in told(delivered(timedelta(hours=2, minutes=30)), language)


@pytest.mark.parametrize("late", [timedelta(), LATE_FROM - timedelta(seconds=1)])
def test_what_came_in_time_is_sent_and_no_more_is_said(late: timedelta) -> None:
    assert "late" not in told(delivered(late))
    assert WORDS.for_language(Language.ENGLISH)("log-sent") in told(delivered(late))


def test_what_is_in_doubt_is_not_called_sent() -> None:
    assert "late" not in told(delivered(LATE_FROM, state=DeliveryState.UNCERTAIN))
