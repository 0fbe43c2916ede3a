"""What a meeting is called, when it is and where."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.group import Group
from domain.meeting import Arrangement, Meeting, Mode
from handlers.parts.naming import day_name, phase_name, theme_name
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

TITLE_MAX = 120
"""Characters of a meeting's text where it serves as its title."""


def title(t: Translator, meeting: Meeting) -> str:
    """The first line of its text, in the reader's language. Not escaped."""
    return cut_plain(lines_of(t, meeting)[0], TITLE_MAX)


def lines_of(t: Translator, meeting: Meeting) -> list[str]:
    """The lines of its text in which something stands; the first one is its title. Not escaped."""
    text = meeting.text.for_reader(t.language).text
    return [line for line in text.splitlines() if line.strip()] or [text]


def what(t: Translator, group: Group, meeting: Meeting) -> list[str]:
    """Its theme, when it has one, and its phase. Not escaped."""
    theme = [theme_name(t, group, meeting.theme)] if meeting.theme is not None else []
    return [*theme, phase_name(t, group, meeting.phase)]


def when(t: Translator, arrangement: Arrangement, reader: str | None = None) -> str:
    """`Tuesday, Mar 9, 2027, 10:00 AM (Mexico City)`; and in the reader's IANA zone where that differs."""
    starts_at = arrangement.starts_at
    if starts_at is None:
        return t("meeting-when-unknown")
    said = moment(t, starts_at, arrangement.zone)
    if reader is None or _offset(starts_at, reader) == _offset(starts_at, arrangement.zone):
        return said
    local = starts_at.astimezone(ZoneInfo(reader))
    return t("meeting-when-yours", when=said, time=t.time(local.time()), city=t.city(reader))


def moment(t: Translator, instant: datetime, zone: str) -> str:
    """The same of any instant."""
    local = instant.astimezone(ZoneInfo(zone))
    return t("meeting-when", day=day_name(t, local.date()), time=t.time(local.time()), city=t.city(zone))


def where(t: Translator, arrangement: Arrangement) -> list[str]:
    """How people take part, the place and the link, as far as somebody said. Not escaped.

    A meeting online keeps the place it had, for when it is held there again; it is not held at it.
    """
    place = None if arrangement.mode is Mode.ONLINE else arrangement.place
    mode = [] if arrangement.mode is None else [t(f"meeting-mode-{arrangement.mode.value}")]
    return [*mode, *(part for part in (place, arrangement.link) if part)]


def lasted(t: Translator, meeting: Meeting) -> str:
    """From when to when it was held, in the zone it was arranged in."""
    if meeting.opened_at is None:
        return when(t, meeting.arrangement)
    zone = meeting.arrangement.zone
    began = moment(t, meeting.opened_at, zone)
    if meeting.closed_at is None:
        return began
    local = meeting.closed_at.astimezone(ZoneInfo(zone))
    is_same_day = local.date() == meeting.opened_at.astimezone(ZoneInfo(zone)).date()
    end = t.time(local.time()) if is_same_day else moment(t, meeting.closed_at, zone)
    return t("meeting-lasted", began=began, ended=end)


def _offset(instant: datetime, zone: str) -> object:
    return instant.astimezone(ZoneInfo(zone)).utcoffset()
