"""What the domain asks of the record of one group and one workspace. Protocols; `storage` implements them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from domain.action import Action
from domain.change import Change, NewChange
from domain.channel import Binding
from domain.delivery import Delivery
from domain.group import Group, GroupCharter
from domain.item import Item, Place
from domain.language import Language, Names
from domain.note import Note
from domain.obstacle import Obstacle
from domain.people import Member, Profile
from domain.position import Position
from domain.receipt import Receipt
from domain.recommendation import Recommendation
from domain.reference import RecordKind, Series
from domain.register import Filter, Page, Tally
from domain.search import Query, Results
from domain.subscription import NewSubscription, Subscription

ItemT = TypeVar("ItemT", bound=Item)


class Items(Protocol[ItemT]):
    """The items of one group and one series. Every write keeps the tally."""

    def get(self, number: int) -> ItemT | None: ...

    def add(self, item: ItemT) -> None:
        """Store a new item, whose number came from `GroupRecord.place`."""
        ...

    def save(self, item: ItemT) -> None:
        """Store the item's new state."""
        ...


class Recommendations(Items[Recommendation], Protocol):
    """Recommendations of one group."""

    def count_stalled(self, theme: str | None, unchanged_since: datetime) -> int:
        """Ones under way whose latest change is older."""
        ...


class Obstacles(Items[Obstacle], Protocol):
    """Obstacles of one group."""

    def count_unanswered(self, theme: str | None) -> int:
        """Open ones that no open or implemented recommendation answers."""
        ...

    def unanswered(self, themes: Collection[str], limit: int) -> tuple[Obstacle, ...]:
        """The same ones, severest and oldest first; empty `themes` means all."""
        ...


class Positions(Protocol):
    """What the members of one group hold of its recommendations."""

    def of(self, recommendation: int) -> tuple[Position, ...]:
        """The latest position of everybody who took one, the oldest first."""
        ...

    def put(self, recommendation: int, position: Position) -> None:
        """Store a member's latest position, instead of the one before."""
        ...


class Register(Protocol):
    """Every item of one group, whatever its kind."""

    def page(self, filter_: Filter, *, before: int | None, limit: int) -> Page:
        """Newest first, from below the cursor `before`. Items carry what all kinds have in common."""
        ...

    def same(self, author: str, kind: RecordKind, text: str, since: datetime) -> Item | None:
        """The latest item of this author and kind with exactly this text, recorded since then.

        Withdrawn ones are left out: their words may be recorded anew.
        """
        ...

    def tally(self) -> Tally: ...

    def count_overdue(self, theme: str | None, today: date) -> Mapping[RecordKind, int]:
        """Open recommendations and actions that were due before `today`, by kind; both kinds are there."""
        ...

    def having(self, numbers: Collection[tuple[Series, int]]) -> tuple[Item, ...]:
        """The items with these references that exist, in no particular order."""
        ...


class Search(Protocol):
    """Every item of one group, by the words of its text. `Items` keeps it with every write."""

    def find(self, query: Query, filter_: Filter, *, before: int | None, limit: int) -> Results:
        """What has every term and passes the filter, newest first, from below the cursor `before`."""
        ...


class Changes(Protocol):
    """The numbered history of one group."""

    @property
    def last_number(self) -> int:
        """Number of the latest change; 0 in an empty history."""
        ...

    def append(self, changes: Sequence[NewChange], actor: str, at: datetime) -> tuple[Change, ...]:
        """Number and store the changes, in order, without gaps. What is appended together is one write."""
        ...

    def between(self, after: int, through: int, limit: int) -> tuple[Change, ...]:
        """Changes with after < number <= through, oldest first, at most `limit`."""
        ...

    def latest(self, theme: str | None, limit: int) -> tuple[Change, ...]:
        """The latest changes to items, newest first."""
        ...

    def of(self, series: Series, number: int, limit: int) -> tuple[Change, ...]:
        """The history of one item, oldest first."""
        ...

    def latest_of(self, series: Series, number: int, limit: int) -> tuple[Change, ...]:
        """The latest changes to one item, newest first."""
        ...

    def latest_by(self, actor: str, limit: int) -> tuple[Change, ...]:
        """The latest changes to items by one person, newest first."""
        ...


class Members(Protocol):
    """The people of one group."""

    def get(self, user: str) -> Member | None: ...

    def all(self) -> tuple[Member, ...]: ...

    def add(self, member: Member, at: datetime) -> None: ...

    def save(self, member: Member) -> None: ...


class Subscriptions(Protocol):
    """The digest subscriptions of one group."""

    def get(self, number: int) -> Subscription | None: ...

    def of_channel(self, channel: str) -> tuple[Subscription, ...]:
        """Those not stopped, by number."""
        ...

    def add(self, new: NewSubscription) -> Subscription: ...

    def save(self, subscription: Subscription) -> None: ...

    def in_flight(self, number: int) -> bool:
        """Whether a delivery of it is not final yet."""
        ...

    def latest_delivery(self, number: int) -> Delivery | None:
        """The newest delivery that was not skipped."""
        ...


class Channels(Protocol):
    """Which channels of a workspace belong to which group."""

    def get(self, channel: str) -> Binding | None: ...

    def claim(self, binding: Binding) -> bool:
        """Bind a channel that belongs to no group; whether it did. Of two at once one does."""
        ...

    def bind(self, binding: Binding) -> None:
        """Bind or bind anew."""
        ...

    def of_group(self, group: int) -> tuple[Binding, ...]: ...

    def move(self, old: str, new: str) -> None:
        """The channel has another id now; where that one is bound already, it stays so."""
        ...


class People(Protocol):
    """What Slack says of the people of a workspace, and the language they chose."""

    def get(self, user: str) -> Profile | None: ...

    def many(self, users: Collection[str]) -> tuple[Profile, ...]: ...

    def save(self, profile: Profile) -> None:
        """Store what Slack says; a chosen language already stored is kept when the profile has none."""
        ...

    def choose_language(self, user: str, language: Language) -> None: ...


class Receipts(Protocol):
    """Which interactions of a workspace were accepted, and what they left behind. Kept 7 days."""

    def find(self, key: str) -> Receipt | None: ...

    def add(self, key: str, receipt: Receipt, at: datetime) -> None:
        """Store the key in the transaction of its write.

        A second writer of the same key fails, is tried again by the store, and then finds the receipt.
        """
        ...


class GroupRecord(Protocol):
    """Everything of one group. In a writing transaction the group's row is locked from the first access."""

    @property
    def group(self) -> Group: ...

    @property
    def notes(self) -> Items[Note]: ...

    @property
    def obstacles(self) -> Obstacles: ...

    @property
    def recommendations(self) -> Recommendations: ...

    @property
    def actions(self) -> Items[Action]: ...

    @property
    def positions(self) -> Positions: ...

    def items(self, series: Series) -> Items[Any]:
        """The items of one series, whatever its kind."""
        ...

    @property
    def register(self) -> Register: ...

    @property
    def search(self) -> Search: ...

    @property
    def changes(self) -> Changes: ...

    @property
    def members(self) -> Members: ...

    @property
    def subscriptions(self) -> Subscriptions: ...

    def place(self, series: Series) -> Place:
        """The next number of the series, taken by this transaction, and the next change's number."""
        ...

    def save_group(self, group: Group) -> None: ...

    def move_channel(self, old: str, new: str) -> None:
        """Give items, subscriptions and deliveries that are not final the channel's new id."""
        ...


class WorkspaceRecord(Protocol):
    """Everything of one workspace."""

    @property
    def channels(self) -> Channels: ...

    @property
    def people(self) -> People: ...

    @property
    def receipts(self) -> Receipts: ...

    def group(self, group: int) -> GroupRecord:
        """The record of one of this workspace's groups. Raises LookupError for any other number."""
        ...

    def found_group(self, charter: GroupCharter) -> GroupRecord: ...

    def groups(self) -> tuple[tuple[int, Names], ...]:
        """Every group's number and name, by number."""
        ...

    def groups_of(self, user: str) -> tuple[int, ...]:
        """The groups the person is a member of, by number."""
        ...
