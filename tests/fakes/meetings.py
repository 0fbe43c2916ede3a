"""Meetings of one group, and what was recorded from messages, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from domain.change import Change, ChangeKind
from domain.gatherings import Timetable
from domain.item import Item
from domain.meeting import Meeting, MeetingStatus
from domain.reference import Reference
from domain.scribed import Scribed
from tests.fakes.items import FakeItems, FakeRegister


class FakeMeetings(FakeItems[Meeting]):
    """Meetings by number; what changed during them is read from the history."""

    def __init__(self) -> None:
        super().__init__()
        self.register: FakeRegister | None = None
        self.history: Sequence[Change] = ()

    def look_at(self, register: FakeRegister, history: Sequence[Change]) -> None:
        """The rest of the group's record."""
        self.register, self.history = register, history

    def outline(self, number: int) -> Item | None:
        return self.by_number.get(number)

    def all_open(self, limit: int) -> tuple[Meeting, ...]:
        found = [each for each in self.by_number.values() if each.status == MeetingStatus.OPEN]
        return tuple(sorted(found, key=lambda each: each.opened_in or 0)[:limit])

    def in_thread(self, channel: str, thread: str) -> Meeting | None:
        found = (each for each in self.by_number.values() if (each.channel, each.thread) == (channel, thread))
        return next(found, None)

    def upcoming(
        self, themes: Collection[str], *, since: datetime, behind: int | None, limit: int
    ) -> Timetable:
        found = [each for each in self._ahead(since) if not themes or each.theme in themes]
        return _page(found, behind, limit)

    def next_one(self, theme: str | None, since: datetime) -> Meeting | None:
        return next((each for each in self._ahead(since) if each.theme == theme), None)

    def past(self, themes: Collection[str], *, behind: int | None, limit: int) -> Timetable:
        found = [
            each
            for each in self.by_number.values()
            if each.opened_in is not None and (not themes or each.theme in themes)
        ]
        found.sort(key=lambda each: each.opened_in or 0, reverse=True)
        return _page(found, behind, limit)

    def last_closed(self, theme: str | None, before: int | None = None) -> Meeting | None:
        found = [
            each
            for each in self.by_number.values()
            if each.closed_in is not None
            and each.theme == theme
            and (before is None or (each.opened_in or 0) < before)
        ]
        return max(found, key=lambda each: each.closed_in or 0, default=None)

    def items_of(self, number: int) -> tuple[Item, ...]:
        assert self.register is not None
        found = [each for each in self.register.all() if each.meeting == number]
        return tuple(sorted(found, key=lambda each: each.recorded_in))

    def during(self, reference: Reference) -> tuple[int, ...]:
        numbers = {
            each.number
            for each in self.by_number.values()
            for change in self.history
            if change.subject == reference
            and change.kind is not ChangeKind.RECORDED
            and each.theme in {None, change.theme}
            and each.opened_in is not None
            and each.opened_in < change.number
            and (each.closed_in is None or change.number < each.closed_in)
        }
        return tuple(sorted(numbers))

    def _ahead(self, since: datetime) -> list[Meeting]:
        """Scheduled ones from then on, the next first."""
        found = [
            (each.arrangement.starts_at, each.number)
            for each in self.by_number.values()
            if each.status == MeetingStatus.SCHEDULED
            and each.arrangement.starts_at is not None
            and each.arrangement.starts_at >= since
        ]
        return [self.by_number[number] for _, number in sorted(found)]


def _page(found: list[Meeting], behind: int | None, limit: int) -> Timetable:
    numbers = [each.number for each in found]
    start = numbers.index(behind) + 1 if behind in numbers else 0
    shown = tuple(found[start : start + limit])
    return Timetable(shown, shown[-1].number if len(found) > start + limit else None)


class FakeScribed:
    """Entries of messages."""

    def __init__(self) -> None:
        self.by_key: dict[tuple[str, str, int], Scribed] = {}

    def move_channel(self, old: str, new: str) -> None:
        for key, each in list(self.by_key.items()):
            if each.channel == old:
                del self.by_key[key]
                self.put(replace(each, channel=new))

    def of_message(self, channel: str, ts: str) -> tuple[Scribed, ...]:
        found = [each for key, each in self.by_key.items() if key[:2] == (channel, ts)]
        return tuple(sorted(found, key=lambda each: each.entry))

    def put(self, scribed: Scribed) -> None:
        self.by_key[scribed.channel, scribed.ts, scribed.entry] = scribed
