"""A moment, and in which zone it is told."""

from __future__ import annotations

from datetime import datetime

from handlers.words.translator import Translator

_COMMON = ("Ciudad ", "Isla ")
"""What Spanish names of places begin with that is said with an article."""


def moment_in(t: Translator, instant: datetime, zone: str) -> str:
    """`Nov 23, 2026, 9:00 AM (Mexico City time)`; `zone` is the IANA zone."""
    return t("moment-in-zone", when=t.datetime(instant, zone), zone=city_behind(t, zone))


def city_behind(t: Translator, zone: str) -> str:
    """The city of the zone as it stands behind `hora de`: `la Ciudad de México`."""
    city = t.city(zone)
    return t("city-behind.common" if city.startswith(_COMMON) else "city-behind", city=city)
