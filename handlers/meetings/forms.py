"""The form of `meeting schedule`."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from domain.meeting import LINK_MAX, MEETING_PLACE_MAX, Arrangement, Mode
from domain.refusal import RefusalCode
from domain.text import TEXT_MAX
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.recording import drafted
from handlers.desk.request import Request
from handlers.grammar.meetings import MeetingAction, MeetingWanted
from handlers.meetings.listeners import schedule
from handlers.parts.asking import TextLanguage, ThemeKey
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.widgets import Choice, Clock, Day, Pairs, Setting, Words

_WHEN = frozenset({RefusalCode.MEETING_PASSED})
_TITLE = frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.TEXT_TOO_LONG})


def modes(setting: Setting) -> Pairs:
    """How people may take part."""
    return [(mode.value, setting.t(f"meeting-mode-{mode.value}")) for mode in Mode]


class MeetingForm(Form):
    """About what, when and where; the time is that of the group's zone."""

    text: Annotated[
        str | None, Asked("field-meeting", Words(multiline=True, limit=TEXT_MAX), refusals=_TITLE)
    ] = None
    theme: ThemeKey = None
    day: Annotated[date, Asked("field-day", Day(), refusals=_WHEN)]
    at: Annotated[time, Asked("field-time", Clock(), hint="field-time-hint")]
    mode: Annotated[Mode | None, Asked("field-mode", Choice(modes))] = None
    place: Annotated[str | None, Asked("field-place", Words(limit=MEETING_PLACE_MAX))] = None
    link: Annotated[str | None, Asked("field-link", Words(limit=LINK_MAX))] = None
    language: TextLanguage = None


async def carry(request: Request, form: MeetingForm) -> Answer:
    """Schedule the meeting. Raises Refusal."""
    zone = request.group.zone
    local = datetime.combine(form.day, form.at, ZoneInfo(zone))
    arrangement = Arrangement(
        starts_at=local.astimezone(UTC), zone=zone, mode=form.mode, place=form.place, link=form.link
    )
    wanted = MeetingWanted(
        action=MeetingAction.SCHEDULE,
        theme=form.theme,
        arrangement=arrangement,
        text=form.text or "",
        language=form.language or request.situation.language,
    )
    return await schedule(request, wanted)


def draft(request: Request) -> Entered:
    """In a week at ten, in the channel's theme."""
    _, fields = drafted(request)
    today = request.now.astimezone(request.group.timezone).date()
    return {**fields, "day": (today + timedelta(weeks=1)).isoformat(), "at": "10:00"}


MEETING = FormOf(name="meeting", model=MeetingForm, title="form-meeting", carry=carry, draft=draft)
