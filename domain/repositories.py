"""What the domain asks of the record of one group and one workspace. Protocols; `storage` implements them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from domain.action import Action
from domain.channel import Binding
from domain.coverage import Coverage
from domain.delivery import Delivery, Skipped
from domain.evidence import Evidence
from domain.gatherings import Meetings, ScribedEntries
from domain.group import Group, GroupCharter
from domain.item import Item, Place
from domain.language import Names
from domain.note import Note
from domain.obstacle import Obstacle
from domain.position import Position
from domain.readings import Changes, Register, Search
from domain.receipt import Receipt
from domain.recommendation import Recommendation
from domain.reference import Reference, Series
from domain.reminding import Reminding, Snoozes
from domain.rosters import Acts, Drafts, Members, Mutes, People
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

    def linking(self, reference: Reference) -> tuple[int, ...]:
        """The numbers of those that link to the item, rising; none where the kind has no links."""
        ...


class Recommendations(Items[Recommendation], Protocol):
    """Recommendations of one group."""

    def count_stalled(self, theme: str | None, unchanged_since: datetime) -> int:
        """Ones under way whose latest change is older."""
        ...

    def having(self, numbers: Collection[int]) -> tuple[Recommendation, ...]:
        """The whole of those that exist, in no particular order."""
        ...


class Obstacles(Items[Obstacle], Protocol):
    """Obstacles of one group."""

    def count_unanswered(self, theme: str | None) -> int:
        """Open ones that no open or implemented recommendation answers."""
        ...

    def unanswered(
        self, themes: Collection[str], limit: int, within: Coverage | None = None
    ) -> tuple[Obstacle, ...]:
        """The same ones, severest and oldest first; empty `themes` means all, `within` None any."""
        ...


class EvidenceItems(Items[Evidence], Protocol):
    """Evidence of one group."""

    def at_address(self, address: str) -> int | None:
        """The number of the latest that leads to the same place (`domain.address`) and was not taken back."""
        ...


class Positions(Protocol):
    """What the members of one group hold of its recommendations."""

    def of(self, recommendation: int) -> tuple[Position, ...]:
        """The latest position of everybody who took one, the oldest first."""
        ...

    def put(self, recommendation: int, position: Position) -> None:
        """Store a member's latest position, instead of the one before."""
        ...

    def remove(self, recommendation: int, user: str) -> None:
        """The member (user id) holds nothing of it any more. Nothing happens where they did not."""
        ...


class Subscriptions(Protocol):
    """The digest subscriptions of one group."""

    def get(self, number: int) -> Subscription | None: ...

    def of_channel(self, channel: str) -> tuple[Subscription, ...]:
        """Those not stopped, by number."""
        ...

    def add(self, new: NewSubscription) -> Subscription: ...

    def save(self, subscription: Subscription) -> None: ...

    def advance(self, subscription: Subscription) -> None:
        """Store how far it has come: its next slot, the last one used, and the change it was told through."""
        ...

    def waiting(self, numbers: Sequence[int]) -> tuple[Subscription, ...]:
        """Those of these numbers of which every delivery is final, by number."""
        ...

    def in_flight(self, number: int) -> bool:
        """Whether a delivery of it is not final yet."""
        ...

    def delivery(self, key: str) -> Delivery | None:
        """A delivery of one of them, by its key."""
        ...

    def dates_taken(self, number: int, since: datetime) -> Mapping[date, Skipped | None]:
        """The local dates that have a delivery due since then, and why it was skipped, if it was."""
        ...

    def latest_delivery(self, number: int) -> Delivery | None:
        """The newest delivery that was not skipped."""
        ...

    def latest_deliveries(self, numbers: Sequence[int]) -> Mapping[int, Delivery]:
        """The same of several, by their numbers; without those that have none."""
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

    def release(self, channel: str) -> None:
        """The channel belongs to no group."""
        ...

    def of_group(self, group: int) -> tuple[Binding, ...]: ...

    def move(self, old: str, new: str) -> None:
        """The channel has another id now; where that one is bound already, it stays so."""
        ...


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
    def evidence(self) -> EvidenceItems: ...

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
    def meetings(self) -> Meetings: ...

    @property
    def scribed(self) -> ScribedEntries: ...

    @property
    def mutes(self) -> Mutes: ...

    @property
    def reminding(self) -> Reminding: ...

    @property
    def snoozes(self) -> Snoozes: ...

    @property
    def acts(self) -> Acts: ...

    @property
    def drafts(self) -> Drafts: ...

    @property
    def subscriptions(self) -> Subscriptions: ...

    def place(self, series: Series) -> Place:
        """The next number of the series, taken by this transaction, and the next change's number."""
        ...

    def save_group(self, group: Group) -> None: ...

    def move_channel(self, old: str, new: str) -> None:
        """Give items, subscriptions, deliveries and what was said there the channel's new id."""
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

    def lock_group(self, group: int) -> None:
        """Hold the group from here to the end of a writing transaction, as the first access of `group` does.

        Whoever needs a group and a delivery of it, or one of its channels, holds the group first, so that no
        two wait for each other. Raises LookupError.
        """
        ...

    def found_group(self, charter: GroupCharter) -> GroupRecord: ...

    def groups(self) -> tuple[tuple[int, Names], ...]:
        """Every group's number and name, by number."""
        ...

    def groups_of(self, user: str) -> tuple[int, ...]:
        """The groups the person is a member of, by number."""
        ...
