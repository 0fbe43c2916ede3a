"""When and where a meeting is, in the form of `edit`: its times are of the zone it was arranged in."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

from domain.item import Item
from domain.meeting import Meeting, MeetingStatus
from domain.wall_time import instant_of
from handlers.grammar.rearrangements import ArrangementPart
from handlers.interaction import FieldValue
from handlers.parts.forms import Entered
from handlers.parts.widgets import Setting

_SAID_IN = "said_in"
"""Beside what was typed: the zone (IANA) that a time was said in. No field holds it."""


def is_meeting(setting: Setting, _entered: Entered) -> bool:
    """Whether it has a place."""
    return isinstance(setting.item, Meeting)


def is_ahead(setting: Setting, _entered: Entered) -> bool:
    """Whether it has a time that may still be another."""
    return isinstance(setting.item, Meeting) and setting.item.status == MeetingStatus.SCHEDULED


def own_zone(setting: Setting) -> str:
    """In which zone a time of the form is: the meeting's own, as a time of a line is."""
    item = setting.item
    if not isinstance(item, Meeting):
        return setting.t("field-time-hint")
    return setting.t("field-time-hint.own", city=setting.t.city(item.arrangement.zone))


def drafted_arrangement(held: ArrangementPart | None) -> dict[str, FieldValue]:
    """What was typed of when and where, as it was said; of a day without a time the time is empty."""
    if held is None:
        return {}
    day = None if held.day is None else held.day.isoformat()
    at = None if held.at is None else f"{held.at:%H:%M}"
    at = "" if day is not None and at is None else at
    mode = None if held.mode is None else held.mode.value
    zone = held.zone if at else None
    return {"day": day, "at": at, _SAID_IN: zone, "mode": mode, "place": held.place, "link": held.link}


def in_own_zone(item: Item, said: Entered) -> dict[str, FieldValue]:
    """What was typed, its day and time in the meeting's own zone whatever zone they were said in."""
    fields = {name: value for name, value in said.items() if name != _SAID_IN}
    zone, day, at = (said.get(name) for name in (_SAID_IN, "day", "at"))
    is_said = all(isinstance(each, str) and each for each in (zone, day, at))
    if not is_said or not isinstance(item, Meeting):
        return fields
    instant = instant_of(date.fromisoformat(str(day)), time.fromisoformat(str(at)), str(zone))
    local = instant.astimezone(ZoneInfo(item.arrangement.zone))
    return fields | {"day": local.date().isoformat(), "at": f"{local:%H:%M}"}


def present_arrangement(item: Item) -> dict[str, FieldValue]:
    """When and where a meeting is now; nothing of any other item."""
    if not isinstance(item, Meeting):
        return {}
    held = item.arrangement
    local = None if held.starts_at is None else held.starts_at.astimezone(ZoneInfo(held.zone))
    return {
        "day": None if local is None else local.date().isoformat(),
        "at": None if local is None else f"{local:%H:%M}",
        "mode": None if held.mode is None else held.mode.value,
        "place": held.place,
        "link": held.link,
    }
