"""A moment, and in which zone it is told."""

from __future__ import annotations

from datetime import datetime

from handlers.words.translator import Translator


def moment_in(t: Translator, instant: datetime, zone: str) -> str:
    """`Nov 23, 2026, 9:00 AM (Mexico City time)`; `zone` is the IANA zone."""
    return t("moment-in-zone", when=t.datetime(instant, zone), zone=t.city(zone))
