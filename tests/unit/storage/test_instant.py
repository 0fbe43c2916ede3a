"""Instants on their way in and out of each engine's column."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect, make_url

from storage.tables.base import Instant

LITE, POST = (make_url(url).get_dialect()() for url in ("sqlite+pysqlite://", "postgresql+psycopg://"))
INSTANT = Instant()
ZONES = st.sampled_from([UTC, ZoneInfo("America/Tijuana"), timezone(timedelta(hours=5, minutes=45))])


@given(st.datetimes(timezones=ZONES, min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 28)))  # noqa: DTZ001 - bounds without zone
def test_an_instant_comes_back_from_sqlite_to_the_microsecond_in_utc(instant: datetime) -> None:
    stored = INSTANT.process_bind_param(instant, LITE)
    back = INSTANT.process_result_value(stored, LITE)
    assert isinstance(stored, int)
    assert back is not None
    assert (back - instant, back.tzinfo) == (timedelta(0), UTC)


@given(
    st.datetimes(timezones=ZONES, min_value=datetime(1900, 1, 1)),  # noqa: DTZ001 - bounds without zone
    st.datetimes(timezones=ZONES, min_value=datetime(1900, 1, 1)),  # noqa: DTZ001 - bounds without zone
)
def test_numbers_on_sqlite_are_in_the_order_of_the_instants(one: datetime, other: datetime) -> None:
    stored = [INSTANT.process_bind_param(instant, LITE) for instant in (one, other)]
    assert (stored[0] < stored[1]) == (one.astimezone(UTC) < other.astimezone(UTC))


@pytest.mark.parametrize("dialect", [LITE, POST], ids=["sqlite", "postgresql"])
def test_a_datetime_without_a_zone_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        INSTANT.process_bind_param(datetime(2026, 11, 20), dialect)  # noqa: DTZ001 - the point


def test_postgresql_gets_and_gives_utc() -> None:
    local = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("America/Mexico_City"))
    assert INSTANT.process_bind_param(local, POST).isoformat() == "2026-11-20T15:00:00+00:00"
    back = INSTANT.process_result_value(local, POST)
    assert back is not None
    assert back.isoformat() == "2026-11-20T15:00:00+00:00"


@pytest.mark.parametrize("dialect", [LITE, POST], ids=["sqlite", "postgresql"])
def test_nothing_stays_nothing(dialect: Dialect) -> None:
    assert INSTANT.process_bind_param(None, dialect) is None
    assert INSTANT.process_result_value(None, dialect) is None
