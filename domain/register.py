"""Reading the register: filters, pages and counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from domain.coverage import Coverage
from domain.group import Seat, Sector
from domain.item import Item
from domain.language import Language
from domain.reference import RecordKind

DUE_KINDS = (RecordKind.RECOMMENDATION, RecordKind.ACTION)
"""The kinds that somebody carries out by a day."""

COUNTED_MAX = 1000
"""So many matches are counted one by one; of more than these it is enough to know that there are more."""

NO_THEME = ""
"""Asks for items without a theme, where a theme is asked for."""


class Trait(StrEnum):
    """What an item may lack, or be: each is one question to the record, so that whoever counts agrees."""

    OVERDUE = "overdue"
    """An open recommendation or action whose day has passed."""
    PRIORITY = "priority"
    """A recommendation that comes first."""
    UNANSWERED = "unanswered"
    """An open obstacle that no open or implemented recommendation answers."""
    UNOWNED = "unowned"
    """An open recommendation that nobody carries out."""
    UNDATED = "undated"
    """An open recommendation without a day."""
    UNVOICED = "unvoiced"
    """A recommendation still debated (proposed, under review) on whose text a seat has not spoken: somebody
    of a sector of a country whose position counts."""
    STALLED = "stalled"
    """A recommendation under way that nobody has touched for as long as the group says."""
    UNTRANSLATED = "untranslated"
    """What has no version of its text in the group's other language, unless nobody needs one any more: it
    gave way, was taken back or dropped, or is an action that is done."""


TRAIT_KINDS: Mapping[Trait, frozenset[RecordKind]] = {
    Trait.OVERDUE: frozenset(DUE_KINDS),
    Trait.PRIORITY: frozenset({RecordKind.RECOMMENDATION}),
    Trait.UNANSWERED: frozenset({RecordKind.OBSTACLE}),
    Trait.UNOWNED: frozenset({RecordKind.RECOMMENDATION}),
    Trait.UNDATED: frozenset({RecordKind.RECOMMENDATION}),
    Trait.UNVOICED: frozenset({RecordKind.RECOMMENDATION}),
    Trait.STALLED: frozenset({RecordKind.RECOMMENDATION}),
    Trait.UNTRANSLATED: frozenset({RecordKind.OBSTACLE, RecordKind.RECOMMENDATION, RecordKind.ACTION}),
}
"""The kinds that can have a trait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list shows. Empty sets and None mean anything.

    `theme` is a key, or NO_THEME. `author`, `owner`, `concerns` (author or owner) and `owing` (who has not
    said what they hold of it, while it is under review) are user ids. `sector` is the author's. `country`
    (ISO 3166) is one that the item names, or where it names none, the author's: who asks for a country wants
    what is about it, and most obstacles name no country. `quarter` is written `2027-Q1`, `driver` is a key.
    `since` and `until` bound when it was recorded (UTC, `until` excluded). `due_by`: what is still to be done
    from today through that local day. `within` is what a digest covers. `today` (the group's local day),
    `seats` (sector and country) and `languages` (the group's) are what OVERDUE, UNVOICED and UNTRANSLATED are
    judged by, `unchanged_since` (UTC) what STALLED is.
    """

    kinds: frozenset[RecordKind] = frozenset()
    theme: str | None = None
    statuses: frozenset[str] = frozenset()
    author: str | None = None
    owner: str | None = None
    concerns: str | None = None
    owing: str | None = None
    sector: Sector | None = None
    country: str | None = None
    quarter: str | None = None
    driver: str | None = None
    meeting: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    due_by: date | None = None
    traits: frozenset[Trait] = frozenset()
    today: date | None = None
    unchanged_since: datetime | None = None
    seats: frozenset[Seat] = frozenset()
    languages: frozenset[Language] = frozenset()
    within: Coverage | None = None

    @property
    def is_tallied(self) -> bool:
        """Whether the tally alone knows how many items there are."""
        bare = Filter(kinds=self.kinds, theme=self.theme, statuses=self.statuses)
        return (
            replace(self, today=None, unchanged_since=None, seats=frozenset(), languages=frozenset()) == bare
        )


class Order(StrEnum):
    """By what a list is sorted. Within the same due day the oldest item comes first, else the newest."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DUE = "due"
    STATUS = "status"
    PRIORITY = "priority"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last item of a page: the number of the change that recorded it, and what it was sorted by."""

    recorded_in: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Slice:
    """Where the items of a page stand, with the cursors of the pages around it as `Page` has them."""

    shown: tuple[Cursor, ...]
    following: Cursor | None
    preceding: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An order, with the keys that come first in it (statuses, themes, `1` for priority); others follow."""

    order: Order = Order.NEWEST
    keys: tuple[str, ...] = ()

    def rank(self, key: str) -> tuple[int, str]:
        """Where a key stands among the others. Days stand by themselves, none at all behind every day."""
        if self.order is Order.DUE:
            return (0, key) if key else (1, key)
        return (self.keys.index(key), "") if key in self.keys else (len(self.keys), key)

    def place(self, cursor: Cursor) -> tuple[tuple[int, str], int]:
        """What items are sorted by, rising."""
        rising = self.order in {Order.OLDEST, Order.DUE}
        return self.rank(cursor.key), cursor.recorded_in if rising else -cursor.recorded_in

    def cut(self, found: Iterable[Cursor], last: Cursor | None, limit: int) -> Slice:
        """A page of what was found, from behind the last one of the page before."""
        ordered = sorted(found, key=self.place)
        begin = 0 if last is None else bisect_right(ordered, self.place(last), key=self.place)
        shown = ordered[begin : begin + limit]
        more = begin + limit < len(ordered)
        preceding = ordered[begin - limit - 1] if begin > limit else None
        return Slice(tuple(shown), shown[-1] if more and shown else None, preceding)

    def key_of(self, item: Item, *, priority: bool) -> str:
        """What the item is sorted by."""
        match self.order:
            case Order.DUE:
                return "" if item.due_on is None else item.due_on.isoformat()
            case Order.STATUS:
                return str(item.status)
            case Order.THEME:
                return item.theme or ""
            case Order.PRIORITY:
                return "1" if priority else "0"
            case _:
                return ""


NEWEST_FIRST = Arrangement()


@dataclass(frozen=True, slots=True)
class Page:
    """Items in the order asked for. `following` is the cursor of the next page; None on the last one.

    `count` is how many pass the filter in all; None when more than COUNTED_MAX do. `preceding` is the cursor
    of the page before; None where that is the first one, or would be long to look for.
    """

    items: tuple[Item, ...]
    following: Cursor | None
    count: int | None
    preceding: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many items, and the sum of their progress in percent (0 for kinds without progress)."""

    items: int = 0
    progress: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.items + other.items, self.progress + other.progress)


@dataclass(frozen=True, slots=True)
class TallyKey:
    """What a count is of. `theme` None: items without a theme."""

    theme: str | None
    kind: RecordKind
    status: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by theme, kind and status, kept in the transaction of every write."""

    counts: Mapping[TallyKey, Count] = field(default_factory=dict)

    def within(self, themes: Collection[str]) -> Tally:
        """The counts of these themes alone; of everything when there are none."""
        if not themes:
            return self
        return Tally({key: count for key, count in self.counts.items() if key.theme in themes})

    def total(
        self, kind: RecordKind, *, theme: str | None = None, statuses: frozenset[str] | None = None
    ) -> Count:
        """The count over the chosen statuses (None: all) in a theme (None: everywhere)."""
        found = (
            count
            for key, count in self.counts.items()
            if key.kind is kind
            and (theme is None or key.theme == theme)
            and (statuses is None or key.status in statuses)
        )
        return sum(found, Count())

    def count(self, filter_: Filter) -> int:
        """How many items pass a filter that `is_tallied`."""
        return sum(
            count.items
            for key, count in self.counts.items()
            if (not filter_.kinds or key.kind in filter_.kinds)
            and (filter_.theme is None or (key.theme or NO_THEME) == filter_.theme)
            and (not filter_.statuses or key.status in filter_.statuses)
        )
