"""Meetings of one group, and who was there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, delete, insert, or_, select, update

from domain.change import ChangeKind
from domain.gatherings import Timetable
from domain.group import Sector
from domain.item import Item
from domain.meeting import Arrangement, Attendance, Meeting, MeetingStatus, Mode
from domain.reference import RecordKind, Reference, Series
from storage.repositories.chunks import among_few, few_by_few
from storage.repositories.items import COLUMNS, ItemRows, by_number, common, item_of
from storage.tables.changes import change
from storage.tables.items import item
from storage.tables.meetings import attendance, meeting

_OWN = (
    "phase",
    "starts_at",
    "zone",
    "mode",
    "place",
    "link",
    "opener",
    "opened_at",
    "opened_in",
    "closed_at",
    "closed_in",
    "thread",
    "minutes",
)
_JOINED = and_(
    meeting.c.group_id == item.c.group_id,
    item.c.series == Series.MEETING.value,
    meeting.c.number == item.c.number,
)
_OWN_COLUMNS = tuple(meeting.c[name] for name in _OWN)
_GET = by_number(*_OWN_COLUMNS).where(_JOINED)
_ALL = select(*COLUMNS, *_OWN_COLUMNS).where(item.c.group_id == bindparam("of_group"), _JOINED)
_HAS = _ALL.limit(bindparam("limit"))
_OPEN = meeting.c.opened_in.is_not(None) & meeting.c.closed_in.is_(None)
_ALL_OPEN = _HAS.where(_OPEN).order_by(meeting.c.opened_in)
_IN_THREAD = _HAS.where(item.c.channel == bindparam("channel"), meeting.c.thread == bindparam("thread"))
_PRESENT = (
    select(attendance)
    .where(attendance.c.group_id == bindparam("of_group"))
    .order_by(attendance.c.meeting, attendance.c.position)
)
_PRESENT_AT_ONE = _PRESENT.where(attendance.c.meeting == bindparam("of_meeting"))
_PRESENT_AT_FEW = _PRESENT.where(among_few(attendance.c.meeting))
_ITEMS = (
    select(*COLUMNS)
    .where(item.c.group_id == bindparam("of_group"), item.c.meeting == bindparam("of_meeting"))
    .order_by(item.c.recorded_in)
)
_THEN = (
    change.c.number > meeting.c.opened_in,
    or_(meeting.c.closed_in.is_(None), change.c.number < meeting.c.closed_in),
)
_DURING = (
    select(meeting.c.number)
    .select_from(change)
    .join(meeting, and_(meeting.c.group_id == change.c.group_id, *_THEN))
    .join(item, and_(item.c.group_id == change.c.group_id, _JOINED))
    .where(
        change.c.group_id == bindparam("of_group"),
        change.c.series == bindparam("of_series"),
        change.c.item == bindparam("of_item"),
        change.c.kind != ChangeKind.RECORDED.value,
        or_(item.c.theme.is_(None), item.c.theme == change.c.theme),
    )
    .distinct()
    .order_by(meeting.c.number)
)
_BY_START = (meeting.c.starts_at, meeting.c.number)
THEMES_KEPT = 64
"""Choices of themes whose statement is kept."""
OUTLINE = by_number()
_ADD = insert(meeting)
_SAVE = update(meeting).where(
    meeting.c.group_id == bindparam("of_group"), meeting.c.number == bindparam("of_number")
)
_ATTEND = insert(attendance)
_LEAVE = delete(attendance).where(
    attendance.c.group_id == bindparam("of_group"),
    attendance.c.meeting == bindparam("of_meeting"),
    attendance.c.user_id == bindparam("of_user"),
)


class MeetingRows(ItemRows[Meeting]):
    """Items of the series M."""

    series = Series.MEETING

    def outline(self, number: int) -> Item | None:
        row = self._scope.connection.execute(OUTLINE, asked(self._scope.group, number)).one_or_none()
        return None if row is None else item_of(row)

    def all_open(self, limit: int) -> tuple[Meeting, ...]:
        return self._several(_ALL_OPEN, {"limit": limit})

    def in_thread(self, channel: str, thread: str) -> Meeting | None:
        return self._first(_IN_THREAD, {"channel": channel, "thread": thread})

    def upcoming(
        self, themes: Collection[str], *, since: datetime, behind: int | None, limit: int
    ) -> Timetable:
        if behind is None:
            return self._page(_ahead(tuple(sorted(themes))), limit, since=since)
        page = _scheduled(themes)
        last = self._read(behind)
        if last is not None:
            at, same = last.arrangement.starts_at, meeting.c.starts_at == last.arrangement.starts_at
            page = page.where(or_(meeting.c.starts_at > at, and_(same, meeting.c.number > last.number)))
        return self._page(page.order_by(*_BY_START).limit(bindparam("limit")), limit, since=since)

    def next_one(self, theme: str | None, since: datetime) -> Meeting | None:
        wanted = _scheduled(()).where(_of_theme(theme)).order_by(*_BY_START).limit(bindparam("limit"))
        return self._first(wanted, {"since": since})

    def past(self, themes: Collection[str], *, behind: int | None, limit: int) -> Timetable:
        page = _themed(_ALL, themes).where(meeting.c.opened_in.is_not(None))
        last = None if behind is None else self._read(behind)
        if last is not None:
            page = page.where(meeting.c.opened_in < last.opened_in)
        return self._page(page.order_by(meeting.c.opened_in.desc()).limit(bindparam("limit")), limit)

    def last_closed(self, theme: str | None, before: int | None = None) -> Meeting | None:
        wanted = _HAS.where(meeting.c.closed_in.is_not(None), _of_theme(theme))
        if before is not None:
            wanted = wanted.where(meeting.c.opened_in < before)
        return self._first(wanted.order_by(meeting.c.closed_in.desc()), {})

    def items_of(self, number: int) -> tuple[Item, ...]:
        parameters = {"of_group": self._scope.group, "of_meeting": number}
        return tuple(item_of(row) for row in self._scope.connection.execute(_ITEMS, parameters))

    def during(self, reference: Reference) -> tuple[int, ...]:
        parameters = {
            "of_group": self._scope.group,
            "of_series": reference.series.value,
            "of_item": reference.number,
        }
        return tuple(self._scope.connection.execute(_DURING, parameters).scalars())

    def _read(self, number: int) -> Meeting | None:
        row = self._scope.connection.execute(_GET, self.key(number)).one_or_none()
        return None if row is None else self._whole([row])[0]

    def _add_own(self, item: Meeting) -> None:
        values = {"group_id": self._scope.group, "number": item.number, **_values(item)}
        self._scope.connection.execute(_ADD, values)
        self._attend(item, ())

    def _save_own(self, before: Meeting, after: Meeting) -> None:
        key = {"of_group": self._scope.group, "of_number": after.number}
        if _values(before) != _values(after):
            self._scope.connection.execute(_SAVE, key | _values(after))
        gone = [each.user for each in before.present if each not in after.present]
        for user in gone:
            of_meeting = {"of_group": self._scope.group, "of_meeting": after.number, "of_user": user}
            self._scope.connection.execute(_LEAVE, of_meeting)
        self._attend(after, before.present)

    def _attend(self, held: Meeting, before: tuple[Attendance, ...]) -> None:
        rows = [
            {
                "group_id": self._scope.group,
                "meeting": held.number,
                "user_id": each.user,
                "position": position,
                "sector": each.sector.value,
                "country": each.country,
                "marked_by": each.marked_by,
                "at": each.at,
            }
            for position, each in enumerate(held.present)
            if each not in before
        ]
        if rows:
            self._scope.connection.execute(_ATTEND, rows)

    def _page(self, page: Select[Any], limit: int, **more: datetime) -> Timetable:
        parameters = {"of_group": self._scope.group, "limit": limit + 1, **more}
        rows = self._scope.connection.execute(page, parameters).all()
        found = self._whole(rows[:limit])
        return Timetable(found, found[-1].number if len(rows) > limit else None)

    def _first(self, statement: Select[Any], parameters: dict[str, Any]) -> Meeting | None:
        return next(iter(self._several(statement, parameters | {"limit": 1})), None)

    def _several(self, statement: Select[Any], parameters: dict[str, Any]) -> tuple[Meeting, ...]:
        given = {"of_group": self._scope.group, **parameters}
        return self._whole(self._scope.connection.execute(statement, given).all())

    def _whole(self, rows: Sequence[Row[Any]]) -> tuple[Meeting, ...]:
        present: dict[int, list[Attendance]] = {}
        for row in self._present([row.number for row in rows]):
            present.setdefault(row.meeting, []).append(_attendance(row))
        found = tuple(_meeting(row, tuple(present.get(row.number, ()))) for row in rows)
        if self._scope.writing:
            self._known.update({each.number: each for each in found})
        return found

    def _present(self, numbers: Sequence[int]) -> Iterator[Row[Any]]:
        """Who was at one meeting is asked for all the time: alone, by the quicker statement."""
        group = {"of_group": self._scope.group}
        if len(numbers) == 1:
            yield from self._scope.connection.execute(_PRESENT_AT_ONE, group | {"of_meeting": numbers[0]})
            return
        for some in few_by_few(numbers):
            yield from self._scope.connection.execute(_PRESENT_AT_FEW, group | some)


def asked(group: int, number: int) -> dict[str, Any]:
    """The parameters of OUTLINE."""
    return {"of_group": group, "of_series": Series.MEETING.value, "of_number": number}


def _themed(statement: Select[Any], themes: Collection[str]) -> Select[Any]:
    return statement.where(item.c.theme.in_(sorted(themes))) if themes else statement


def _of_theme(theme: str | None) -> ColumnElement[bool]:
    """Exactly this one, or none at all."""
    return item.c.theme.is_(None) if theme is None else item.c.theme == theme


def _scheduled(themes: Collection[str]) -> Select[Any]:
    return _themed(_ALL, themes).where(
        item.c.kind == RecordKind.MEETING.value,
        item.c.status == MeetingStatus.SCHEDULED.value,
        meeting.c.starts_at >= bindparam("since"),
    )


@lru_cache(THEMES_KEPT)
def _ahead(themes: tuple[str, ...]) -> Select[Any]:
    """The first page, which every digest asks for: made once, so that it stays prepared."""
    return _scheduled(themes).order_by(*_BY_START).limit(bindparam("limit"))


def _meeting(row: Row[Any], present: tuple[Attendance, ...]) -> Meeting:
    return Meeting(
        **common(row),
        arrangement=Arrangement(
            starts_at=row.starts_at,
            zone=row.zone,
            mode=None if row.mode is None else Mode(row.mode),
            place=row.place,
            link=row.link,
        ),
        phase=row.phase,
        opener=row.opener,
        opened_at=row.opened_at,
        opened_in=row.opened_in,
        closed_at=row.closed_at,
        closed_in=row.closed_in,
        thread=row.thread,
        minutes=row.minutes,
        present=present,
    )


def _attendance(row: Row[Any]) -> Attendance:
    return Attendance(
        user=row.user_id,
        sector=Sector(row.sector),
        country=row.country,
        marked_by=row.marked_by,
        at=row.at,
    )


def _values(held: Meeting) -> dict[str, Any]:
    arranged = held.arrangement
    return {
        "phase": held.phase,
        "starts_at": arranged.starts_at,
        "zone": arranged.zone,
        "mode": None if arranged.mode is None else arranged.mode.value,
        "place": arranged.place,
        "link": arranged.link,
        "opener": held.opener,
        "opened_at": held.opened_at,
        "opened_in": held.opened_in,
        "closed_at": held.closed_at,
        "closed_in": held.closed_in,
        "thread": held.thread,
        "minutes": held.minutes,
    }
