"""What is read of the whole record of one group: the register, its words, its history. Protocols."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.change import Change, NewChange
from domain.coverage import Coverage
from domain.item import Item
from domain.language import Language
from domain.reference import RecordKind, Reference
from domain.register import NEWEST_FIRST, Arrangement, Cursor, Filter, Page, Tally
from domain.search import Query, Results
from domain.similarity import Likeness


class Register(Protocol):
    """Every item of one group, whatever its kind."""

    def page(
        self,
        filter_: Filter,
        *,
        arrangement: Arrangement = NEWEST_FIRST,
        after: Cursor | None = None,
        limit: int,
    ) -> Page:
        """What passes the filter, in order, from behind the cursor, with what all kinds have in common."""
        ...

    def count(self, filter_: Filter) -> int | None:
        """How many pass the filter; None when more than COUNTED_MAX do and nobody keeps count."""
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

    def having(self, references: Collection[Reference], within: Coverage | None = None) -> tuple[Item, ...]:
        """The items with these references that exist and are covered (None: any), in no particular order."""
        ...


class Search(Protocol):
    """Every item of one group, by the words of its text. `Items` keeps it with every write."""

    def find(self, query: Query, filter_: Filter, *, before: int | None, limit: int) -> Results:
        """What has every term and passes the filter, newest first, from below the cursor `before`."""
        ...

    def alike(self, text: str, language: Language) -> tuple[Likeness, ...]:
        """How like the text the open recommendations are that share most of its words, in no order."""
        ...


class Changes(Protocol):
    """The numbered history of one group."""

    @property
    def last_number(self) -> int:
        """Number of the latest change; 0 in an empty history."""
        ...

    def append(
        self, changes: Sequence[NewChange], actor: str, at: datetime, said_in: str | None = None
    ) -> tuple[Change, ...]:
        """Number and store the changes, in order, without gaps. What is appended together is one write."""
        ...

    def between(self, after: int, through: int, limit: int) -> tuple[Change, ...]:
        """Changes with after < number <= through, oldest first, at most `limit`."""
        ...

    def latest(self, theme: str | None, limit: int) -> tuple[Change, ...]:
        """The latest changes to items, newest first."""
        ...

    def latest_of(self, reference: Reference, limit: int) -> tuple[Change, ...]:
        """The latest changes to one item, newest first."""
        ...

    def latest_by(self, actor: str, limit: int) -> tuple[Change, ...]:
        """The latest changes to items by one person, newest first."""
        ...

    def latest_to_group_by(self, actor: str, limit: int) -> tuple[Change, ...]:
        """The latest changes to no item but the group (people, digests) by one person, newest first."""
        ...

    def latest_of_by(self, reference: Reference, actor: str, limit: int) -> tuple[Change, ...]:
        """The latest changes to one item by one person, newest first."""
        ...

    def page(
        self, *, of: Reference | None, theme: str | None, before: int | None, limit: int
    ) -> tuple[Change, ...]:
        """Newest first, from below the number `before`: of one item, else of a theme, else of the group.

        The group's history has what happened to it besides what happened to its items.
        """
        ...
