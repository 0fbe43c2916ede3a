"""What a list is asked for, and the line that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from domain.group import Sector
from domain.reference import RecordKind
from domain.register import Cursor, Order, Trait
from handlers.grammar.statuses import written
from handlers.words.slack_text import person

ME = "me"
"""Whoever asks, where a user id may stand."""

MYSELF = frozenset({"me", "mi", "yo", "myself"})
"""Words for ME, folded."""

SEPARATOR = "~"
"""Between the two parts of a page's cursor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for. `theme` is a key, None when nothing was said of it; `everywhere` asks for all.

    `author` and `owner` are user ids that Slack vouched for in the text, or ME. `mine`: what I recorded or
    carry out; `owed`: what waits for my position. `since` and `until` are local days of who asks, both
    included. `due`: what is to be done from today through that day. `before` and `key` are a page's cursor.
    """

    kinds: frozenset[RecordKind] = frozenset()
    theme: str | None = None
    everywhere: bool = False
    statuses: frozenset[str] = frozenset()
    author: str | None = None
    owner: str | None = None
    mine: bool = False
    owed: bool = False
    sector: Sector | None = None
    country: str | None = None
    quarter: str | None = None
    driver: str | None = None
    meeting: int | None = None
    since: date | None = None
    until: date | None = None
    due: date | None = None
    traits: frozenset[Trait] = frozenset()
    order: Order | None = None
    table: bool = False
    before: int | None = None
    key: str = ""

    @property
    def cursor(self) -> Cursor | None:
        """The last item of the page before the one asked for."""
        return None if self.before is None else Cursor(self.before, self.key)

    def line(self, *, after: Cursor | None = None) -> str:
        """The line that asks for the same, from the given page on, in the grammar's own words."""
        words = [*sorted(self.kinds), *self._pairs(), *self._bare()]
        return " ".join(["list", *words, *_page(after)])

    def pairs(self, *, before: int | None = None) -> str:
        """The same with a key before every word, for lines whose other words mean something else."""
        parts = [f"kind:{','.join(sorted(self.kinds))}"] if self.kinds else []
        return " ".join([*parts, *self._pairs(), *_page(None if before is None else Cursor(before))])

    def _pairs(self) -> Iterator[str]:
        if self.everywhere or self.theme:
            yield "theme:all" if self.everywhere else f"theme:{self.theme}"
        if self.statuses:
            yield "status:" + ",".join(map(written, sorted(self.statuses)))
        for key, user in (("by", self.author), ("owner", self.owner)):
            if user:
                yield f"{key}:{ME if user == ME else person(user)}"
        for name in ("sector", "country", "quarter", "driver", "since", "until", "due"):
            value = getattr(self, name)
            if value is not None:
                yield f"{name}:{value}"
        if self.meeting is not None:
            yield f"meeting:M-{self.meeting}"

    def _bare(self) -> Iterator[str]:
        yield from (trait.value for trait in sorted(self.traits))
        yield from (word for word, said in (("mine", self.mine), ("owed", self.owed)) if said)
        if self.order is not None:
            yield f"sort:{self.order.value}"
        if self.table:
            yield "table"

    def narrowed(self, other: Wanted) -> Wanted:
        """Both together: sets grow, of single values the later one holds; a theme is more than `all`."""
        both: dict[str, Any] = {}
        for field in fields(Wanted):
            here, there = getattr(self, field.name), getattr(other, field.name)
            both[field.name] = here | there if isinstance(here, frozenset) else there or here
        both["before"] = self.before if other.before is None else other.before
        both["everywhere"] = both["everywhere"] and both["theme"] is None
        return Wanted(**both)


def _page(after: Cursor | None) -> list[str]:
    if after is None:
        return []
    return [f"before:{after.recorded_in}" + (f"{SEPARATOR}{after.key}" if after.key else "")]
