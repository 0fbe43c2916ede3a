"""One group's and one workspace's record in memory, to the protocols of `domain.repositories`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Generic, TypeVar

from domain.change import Change, NewChange
from domain.channel import Binding
from domain.delivery import Delivery, DeliveryState
from domain.group import Group, GroupCharter
from domain.item import Item, Place
from domain.language import Language, Names
from domain.note import Note
from domain.obstacle import Obstacle, Severity
from domain.people import Member, Profile
from domain.receipt import Receipt
from domain.recommendation import UNDER_WAY, Recommendation, RecommendationStatus
from domain.reference import RecordKind, Series
from domain.register import Count, Filter, Page, Tally, TallyKey
from domain.subscription import NewSubscription, Subscription, SubscriptionState

ItemT = TypeVar("ItemT", bound=Item)

_SEVERITY = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2, None: 3}


class FakeItems(Generic[ItemT]):
    """Items by number."""

    def __init__(self) -> None:
        self.by_number: dict[int, ItemT] = {}

    def get(self, number: int) -> ItemT | None:
        return self.by_number.get(number)

    def add(self, item: ItemT) -> None:
        if item.number in self.by_number:
            raise AssertionError(f"{item.reference} stored twice")
        self.by_number[item.number] = item

    def save(self, item: ItemT) -> None:
        if item.number not in self.by_number:
            raise AssertionError(f"{item.reference} was never stored")
        self.by_number[item.number] = item

    def of_theme(self, theme: str | None) -> list[ItemT]:
        return [item for item in self.by_number.values() if theme is None or item.theme == theme]


class FakeRecommendations(FakeItems[Recommendation]):
    """Recommendations by number."""

    def count_overdue(self, theme: str | None, quarter: str) -> int:
        return sum(
            RecommendationStatus(item.status).is_open and item.quarter is not None and item.quarter < quarter
            for item in self.of_theme(theme)
        )

    def count_stalled(self, theme: str | None, unchanged_since: datetime) -> int:
        return sum(
            item.status in UNDER_WAY and item.changed_at < unchanged_since for item in self.of_theme(theme)
        )


class FakeObstacles(FakeItems[Obstacle]):
    """Obstacles by number; which are answered is read from the recommendations."""

    def __init__(self, recommendations: FakeRecommendations) -> None:
        super().__init__()
        self._recommendations = recommendations

    def count_unanswered(self, theme: str | None) -> int:
        return sum(not self._is_answered(item) for item in self.of_theme(theme))

    def unanswered(self, themes: Collection[str], limit: int) -> tuple[Obstacle, ...]:
        found = [item for item in self.by_number.values() if not themes or item.theme in themes]
        waiting = [item for item in found if not self._is_answered(item)]
        return tuple(sorted(waiting, key=lambda item: (_SEVERITY[item.severity], item.number))[:limit])

    def _is_answered(self, obstacle: Obstacle) -> bool:
        if obstacle.status not in {"identified", "confirmed"}:
            return True
        return any(
            obstacle.number in item.answers
            and (RecommendationStatus(item.status).is_open or item.status == RecommendationStatus.IMPLEMENTED)
            for item in self._recommendations.by_number.values()
        )


class FakeRegister:
    """Every item of the group."""

    def __init__(self, record: FakeGroupRecord) -> None:
        self._record = record

    def _all(self) -> list[Item]:
        record = self._record
        stores: tuple[FakeItems[Note] | FakeItems[Obstacle] | FakeItems[Recommendation], ...] = (
            record.notes,
            record.obstacles,
            record.recommendations,
        )
        return [item for store in stores for item in store.by_number.values()]

    def page(self, filter_: Filter, *, before: int | None, limit: int) -> Page:
        found = [item for item in self._all() if _matches(item, filter_)]
        if before is not None:
            found = [item for item in found if item.recorded_in < before]
        found.sort(key=lambda item: item.recorded_in, reverse=True)
        shown = tuple(found[:limit])
        return Page(shown, shown[-1].recorded_in if len(found) > limit else None)

    def same(self, author: str, kind: RecordKind, text: str, since: datetime) -> Item | None:
        found = [
            item
            for item in self._all()
            if (item.author, item.kind, item.text.original) == (author, kind, text)
            and item.recorded_at >= since
        ]
        return max(found, key=lambda item: item.recorded_in, default=None)

    def tally(self) -> Tally:
        counts: dict[TallyKey, Count] = {}
        for item in self._all():
            key = TallyKey(item.theme, item.kind, item.status)
            progress = item.progress if isinstance(item, Recommendation) else 0
            counts[key] = counts.get(key, Count()) + Count(1, progress)
        return Tally(counts)

    def having(self, numbers: Collection[tuple[Series, int]]) -> tuple[Item, ...]:
        return tuple(
            item for item in self._all() if (item.reference.series, item.reference.number) in numbers
        )


def _matches(item: Item, wanted: Filter) -> bool:
    return (
        (not wanted.kinds or item.kind in wanted.kinds)
        and (wanted.theme is None or item.theme == wanted.theme)
        and (not wanted.statuses or item.status in wanted.statuses)
        and (wanted.author is None or item.author == wanted.author)
        and (wanted.concerns is None or wanted.concerns in {item.author, item.owner})
    )


class FakeChanges:
    """The numbered history."""

    def __init__(self) -> None:
        self.all: list[Change] = []

    @property
    def last_number(self) -> int:
        return len(self.all)

    def append(self, changes: Sequence[NewChange], actor: str, at: datetime) -> tuple[Change, ...]:
        told = tuple(
            Change(
                **{each.name: getattr(change, each.name) for each in fields(NewChange)},
                number=len(self.all) + position,
                actor=actor,
                at=at,
            )
            for position, change in enumerate(changes, start=1)
        )
        self.all.extend(told)
        return told

    def between(self, after: int, through: int, limit: int) -> tuple[Change, ...]:
        return tuple(self.all[after:through][:limit])

    def latest(self, theme: str | None, limit: int) -> tuple[Change, ...]:
        found = [change for change in reversed(self.all) if change.subject is not None]
        return tuple([change for change in found if theme is None or change.theme == theme][:limit])

    def of(self, series: Series, number: int, limit: int) -> tuple[Change, ...]:
        found = [
            change
            for change in self.all
            if change.subject is not None
            and (change.subject.series, change.subject.number) == (series, number)
        ]
        return tuple(found[:limit])


class FakeMembers:
    """Members by user id."""

    def __init__(self) -> None:
        self.by_user: dict[str, Member] = {}

    def get(self, user: str) -> Member | None:
        return self.by_user.get(user)

    def all(self) -> tuple[Member, ...]:
        return tuple(self.by_user.values())

    def add(self, member: Member, at: datetime) -> None:  # noqa: ARG002 - the protocol's argument
        self.by_user[member.user] = member

    def save(self, member: Member) -> None:
        self.by_user[member.user] = member


class FakeSubscriptions:
    """Subscriptions by number; their deliveries are the outbox's."""

    def __init__(self, group: Group, deliveries: dict[int, Delivery]) -> None:
        self._group = group
        self._deliveries = deliveries
        self.by_number: dict[int, Subscription] = {}

    def get(self, number: int) -> Subscription | None:
        return self.by_number.get(number)

    def of_channel(self, channel: str) -> tuple[Subscription, ...]:
        return tuple(
            found
            for found in self.by_number.values()
            if found.channel == channel and found.state is not SubscriptionState.STOPPED
        )

    def add(self, new: NewSubscription) -> Subscription:
        stored = Subscription(
            **{each.name: getattr(new, each.name) for each in fields(NewSubscription)},
            number=len(self.by_number) + 1,
            workspace=self._group.workspace,
            group=self._group.id,
        )
        self.by_number[stored.number] = stored
        return stored

    def save(self, subscription: Subscription) -> None:
        self.by_number[subscription.number] = subscription

    def in_flight(self, number: int) -> bool:
        return any(not delivery.state.is_final for delivery in self.deliveries_of(number))

    def latest_delivery(self, number: int) -> Delivery | None:
        sent = [found for found in self.deliveries_of(number) if found.state is not DeliveryState.SKIPPED]
        return max(sent, key=lambda delivery: delivery.id, default=None)

    def deliveries_of(self, number: int) -> list[Delivery]:
        mine = (self._group.workspace, self._group.id, number)
        return [
            found
            for found in self._deliveries.values()
            if (found.workspace, found.group, found.subscription) == mine
        ]


class FakeGroupRecord:
    """Everything of one group."""

    def __init__(self, group: Group, deliveries: dict[int, Delivery]) -> None:
        self.group = group
        self.notes: FakeItems[Note] = FakeItems()
        self.recommendations = FakeRecommendations()
        self.obstacles = FakeObstacles(self.recommendations)
        self.register = FakeRegister(self)
        self.changes = FakeChanges()
        self.members = FakeMembers()
        self.subscriptions = FakeSubscriptions(group, deliveries)
        self._numbers: dict[Series, int] = {}

    def place(self, series: Series) -> Place:
        self._numbers[series] = self._numbers.get(series, 0) + 1
        return Place(self._numbers[series], self.changes.last_number + 1)

    def save_group(self, group: Group) -> None:
        self.group = group


class FakeChannels:
    """Bindings by channel."""

    def __init__(self) -> None:
        self.by_channel: dict[str, Binding] = {}

    def get(self, channel: str) -> Binding | None:
        return self.by_channel.get(channel)

    def bind(self, binding: Binding) -> None:
        self.by_channel[binding.channel] = binding

    def of_group(self, group: int) -> tuple[Binding, ...]:
        return tuple(found for found in self.by_channel.values() if found.group == group)


class FakePeople:
    """Profiles by user id."""

    def __init__(self) -> None:
        self.by_user: dict[str, Profile] = {}

    def get(self, user: str) -> Profile | None:
        return self.by_user.get(user)

    def many(self, users: Collection[str]) -> tuple[Profile, ...]:
        return tuple(self.by_user[user] for user in users if user in self.by_user)

    def save(self, profile: Profile) -> None:
        known = self.by_user.get(profile.person.user)
        if known is not None and profile.chosen_language is None:
            profile = replace(profile, chosen_language=known.chosen_language)
        self.by_user[profile.person.user] = profile

    def choose_language(self, user: str, language: Language) -> None:
        self.by_user[user] = replace(self.by_user[user], chosen_language=language)


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
