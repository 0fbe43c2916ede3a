"""The meetings of a group: what is open, what is to come, and what was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.meeting import Meeting, MeetingStatus
from domain.ports import UnitOfWork
from domain.usecases.convening import PLANNED_WITHIN
from domain.usecases.origin import Origin, enter

MEETINGS_SHOWN = 10
"""Meetings of one kind on a page."""

OPEN_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarAsked:
    """Which meetings: of a theme (a key; None: all), those to come or past ones alone (None: both)."""

    theme: str | None = None
    past: bool | None = None
    behind: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Meetings by what they are now; the numbers say behind which meeting the next page begins."""

    theme: str | None
    open: tuple[Meeting, ...] = ()
    upcoming: tuple[Meeting, ...] = ()
    upcoming_behind: int | None = None
    past: tuple[Meeting, ...] = ()
    past_behind: int | None = None


def calendar(origin: Origin, group: int, asked: CalendarAsked, now: datetime, uow: UnitOfWork) -> Calendar:
    """A page of the group's meetings. Raises Refusal THEME_UNKNOWN.

    One whose time has come and that nobody has opened is to come for as long as starting one would open it.
    """
    record = enter(uow, origin, group).record
    record.group.theme(asked.theme)
    themes = (asked.theme,) if asked.theme is not None else ()
    meetings = record.meetings
    held = Calendar(theme=asked.theme)
    is_first = asked.behind is None
    here = meetings.all_open(OPEN_SHOWN) if is_first and asked.past is None else ()
    if asked.past is not True:
        since = now - PLANNED_WITHIN
        ahead = meetings.upcoming(themes, since=since, behind=asked.behind, limit=MEETINGS_SHOWN)
        held = Calendar(
            theme=asked.theme,
            open=tuple(each for each in here if asked.theme in {None, each.theme}),
            upcoming=ahead.meetings,
            upcoming_behind=ahead.following,
        )
    if asked.past is False:
        return held
    before = meetings.past(themes, behind=asked.behind, limit=MEETINGS_SHOWN)
    return Calendar(
        theme=asked.theme,
        open=held.open,
        upcoming=held.upcoming,
        upcoming_behind=held.upcoming_behind,
        past=tuple(each for each in before.meetings if each.status != MeetingStatus.OPEN),
        past_behind=before.following,
    )
