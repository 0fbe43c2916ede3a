"""The form of `meeting schedule`."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from domain.meeting import LINK_MAX, MEETING_PLACE_MAX, Arrangement, Mode
from domain.refusal import RefusalCode
from domain.text import TEXT_MAX
from domain.wall_time import instant_of
from handlers.desk.answer import Answer
from handlers.desk.calendar import reader_in
from handlers.desk.forming import FormOf
from handlers.desk.recording import drafted, language_in_form
from handlers.desk.request import Request
from handlers.grammar.meetings import MeetingAction, MeetingWanted, action_of, read_meeting
from handlers.grammar.problems import Problem, wrong
from handlers.grammar.rearrangements import ArrangementPart
from handlers.grammar.themes import take_theme_part
from handlers.grammar.titles import read_behind_title
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
    )
    return await schedule(request, wanted, form.language or language_in_form(request, wanted.text))


def draft(request: Request) -> Entered:
    """What was typed, as far as it was understood; where nothing was typed, in a week at ten."""
    _, fields = drafted(request)
    group = request.group
    reader = reader_in(group.zone, request.t.language, request.now)
    _, rest = action_of(request.utterance.rest)
    taken, _ = take_theme_part(rest, group.themes)
    part = read_behind_title(taken.rest, reader)
    day, at = local_occasion(part, group.zone)
    if not rest:
        day, at = (reader.today + timedelta(weeks=1)).isoformat(), "10:00"
    return {
        **fields,
        "text": part.text,
        "day": day,
        "at": at,
        "mode": None if part.mode is None else part.mode.value,
        "place": part.place,
        "link": part.link,
    }


def local_occasion(part: ArrangementPart, zone: str) -> tuple[str | None, str | None]:
    """The day and time as fields hold them, in the zone of the group (IANA)."""
    if part.day is None or part.at is None:
        return (None if part.day is None else part.day.isoformat()), None
    local = instant_of(part.day, part.at, part.zone or zone).astimezone(ZoneInfo(zone))
    return local.date().isoformat(), f"{local:%H:%M}"


def misread(request: Request) -> tuple[Problem, ...]:
    """What was wrong with the line; where nothing was typed, nothing was."""
    group = request.group
    reader = reader_in(group.zone, request.t.language, request.now)
    wanted = read_meeting(request.utterance, group.themes, reader, group.zone)
    _, rest = action_of(request.utterance.rest)
    return wrong(wanted, take_theme_part(rest, group.themes)[1]) if rest else ()


MEETING = FormOf(
    name="meeting", model=MeetingForm, title="form-meeting", carry=carry, draft=draft, misread=misread
)
