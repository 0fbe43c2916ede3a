"""One group's and one workspace's record in memory, to the protocols of `domain.repositories`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from domain.action import Action
from domain.change import Change, NewChange
from domain.channel import Binding
from domain.delivery import Delivery
from domain.group import Group, GroupCharter
from domain.item import Place
from domain.language import Names
from domain.note import Note
from domain.receipt import Receipt
from domain.reference import Reference, Series
from tests.fakes.filtering import Facts
from tests.fakes.items import (
    FakeEvidence,
    FakeItems,
    FakeObstacles,
    FakePositions,
    FakeRecommendations,
    FakeRegister,
    FakeSearch,
)
from tests.fakes.meetings import FakeMeetings, FakeScribed
from tests.fakes.people import FakeActs, FakeDrafts, FakeMembers, FakeMutes, FakePeople
from tests.fakes.reminders import FakeReminding, FakeSnoozes
from tests.fakes.subscriptions import FakeSubscriptions


class FakeChanges:
    """The numbered history."""

    def __init__(self) -> None:
        self.all: list[Change] = []

    @property
    def last_number(self) -> int:
        return len(self.all)

    def append(
        self, changes: Sequence[NewChange], actor: str, at: datetime, said_in: str | None = None
    ) -> tuple[Change, ...]:
        told = tuple(
            Change(
                **{each.name: getattr(change, each.name) for each in fields(NewChange)},
                number=len(self.all) + 1 + step,
                step=step,
                actor=actor,
                at=at,
                said_in=said_in,
            )
            for step, change in enumerate(changes)
        )
        self.all.extend(told)
        return told

    def move_channel(self, old: str, new: str) -> None:
        self.all = [replace(one, said_in=new) if one.said_in == old else one for one in self.all]

    def between(self, after: int, through: int, limit: int) -> tuple[Change, ...]:
        return tuple(self.all[after:through][:limit])

    def latest(self, theme: str | None, limit: int) -> tuple[Change, ...]:
        found = [change for change in reversed(self.all) if change.subject is not None]
        return tuple([change for change in found if theme is None or change.theme == theme][:limit])

    def latest_of(self, reference: Reference, limit: int) -> tuple[Change, ...]:
        return tuple(self._of(reference)[::-1][:limit])

    def latest_by(self, actor: str, limit: int) -> tuple[Change, ...]:
        found = [change for change in self.all if change.subject is not None and change.actor == actor]
        return tuple(found[::-1][:limit])

    def latest_to_group_by(self, actor: str, limit: int) -> tuple[Change, ...]:
        found = [change for change in self.all if change.subject is None and change.actor == actor]
        return tuple(found[::-1][:limit])

    def latest_of_by(self, reference: Reference, actor: str, limit: int) -> tuple[Change, ...]:
        found = [change for change in self._of(reference) if change.actor == actor]
        return tuple(found[::-1][:limit])

    def page(
        self, *, of: Reference | None, theme: str | None, before: int | None, limit: int
    ) -> tuple[Change, ...]:
        found = [change for change in reversed(self.all) if before is None or change.number < before]
        if of is not None:
            found = [change for change in found if change.subject == of]
        elif theme is not None:
            found = [change for change in found if change.theme == theme]
        return tuple(found[:limit])

    def _of(self, reference: Reference) -> list[Change]:
        return [change for change in self.all if change.subject == reference]


class FakeGroupRecord:
    """Everything of one group."""

    def __init__(self, group: Group, deliveries: dict[int, Delivery]) -> None:
        self.group = group
        self.recommendations = FakeRecommendations()
        self.obstacles = FakeObstacles(self.recommendations)
        self.meetings = FakeMeetings()
        self.evidence = FakeEvidence()
        own: dict[Series, FakeItems[Any]] = {
            Series.RECOMMENDATION: self.recommendations,
            Series.OBSTACLE: self.obstacles,
            Series.MEETING: self.meetings,
            Series.EVIDENCE: self.evidence,
        }
        self._items = {series: own.get(series) or FakeItems[Any]() for series in Series}
        self.notes: FakeItems[Note] = self._items[Series.NOTE]
        self.actions: FakeItems[Action] = self._items[Series.ACTION]
        self.positions = FakePositions()
        self.members = FakeMembers()
        facts = Facts(self.obstacles, self.positions, self.members)
        self.obstacles.is_covered = facts.is_covered
        self.register = FakeRegister(list(self._items.values()), facts)
        self.search = FakeSearch(self.register)
        self.changes = FakeChanges()
        self.meetings.look_at(self.register, self.changes.all)
        self.scribed = FakeScribed()
        self.mutes = FakeMutes()
        self.reminding = FakeReminding(self.members, self._items)
        self.snoozes = FakeSnoozes()
        self.acts = FakeActs()
        self.drafts = FakeDrafts()
        self.subscriptions = FakeSubscriptions(group, deliveries)
        self._numbers: dict[Series, int] = {}

    def items(self, series: Series) -> FakeItems[Any]:
        return self._items[series]

    def place(self, series: Series) -> Place:
        self._numbers[series] = self._numbers.get(series, 0) + 1
        return Place(self._numbers[series], self.changes.last_number + 1)

    def save_group(self, group: Group) -> None:
        self.group = group

    def move_channel(self, old: str, new: str) -> None:
        for series in Series:
            self.items(series).move_channel(old, new)
        self.scribed.move_channel(old, new)
        self.changes.move_channel(old, new)
        self.subscriptions.move_channel(old, new)


class FakeChannels:
    """Bindings by channel."""

    def __init__(self) -> None:
        self.by_channel: dict[str, Binding] = {}

    def get(self, channel: str) -> Binding | None:
        return self.by_channel.get(channel)

    def claim(self, binding: Binding) -> bool:
        return self.by_channel.setdefault(binding.channel, binding) is binding

    def bind(self, binding: Binding) -> None:
        self.by_channel[binding.channel] = binding

    def release(self, channel: str) -> None:
        self.by_channel.pop(channel, None)

    def move(self, old: str, new: str) -> None:
        moved = self.by_channel.pop(old, None)
        if moved is None:
            return
        there = self.by_channel.setdefault(new, replace(moved, channel=new))
        if there.group == moved.group and there.meeting is None:
            self.by_channel[new] = replace(there, meeting=moved.meeting)

    def of_group(self, group: int) -> tuple[Binding, ...]:
        return tuple(found for found in self.by_channel.values() if found.group == group)


class FakeReceipts:
    """Receipts by key."""

    def __init__(self) -> None:
        self.by_key: dict[str, tuple[Receipt, datetime]] = {}

    def find(self, key: str) -> Receipt | None:
        found = self.by_key.get(key)
        return found[0] if found is not None else None

    def add(self, key: str, receipt: Receipt, at: datetime) -> None:
        if key in self.by_key:
            raise AssertionError(f"receipt {key} stored twice")
        self.by_key[key] = (receipt, at)


@dataclass(slots=True)
class FakeWorkspaceRecord:
    """Everything of one workspace. Groups are numbered in each workspace, so numbers repeat across them."""

    name: str
    deliveries: dict[int, Delivery]
    channels: FakeChannels = field(default_factory=FakeChannels)
    people: FakePeople = field(default_factory=FakePeople)
    receipts: FakeReceipts = field(default_factory=FakeReceipts)
    records: dict[int, FakeGroupRecord] = field(default_factory=dict)

    def group(self, group: int) -> FakeGroupRecord:
        if group not in self.records:
            raise LookupError(group)
        return self.records[group]

    def lock_group(self, group: int) -> None:
        self.group(group)

    def found_group(self, charter: GroupCharter) -> FakeGroupRecord:
        number = len(self.records) + 1
        facts = {each.name: getattr(charter, each.name) for each in fields(GroupCharter)}
        record = FakeGroupRecord(Group(**facts, id=number, workspace=self.name), self.deliveries)
        self.records[number] = record
        return record

    def groups(self) -> tuple[tuple[int, Names], ...]:
        return tuple((number, record.group.names) for number, record in self.records.items())

    def groups_of(self, user: str) -> tuple[int, ...]:
        return tuple(number for number, record in self.records.items() if record.members.get(user))
