"""What there is to choose from while somebody types in a form: items and people of one group."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from domain.item import Item
from domain.ports import UnitOfWork
from domain.reference import RecordKind, Reference
from domain.register import Filter
from domain.search import PREFIX_MIN, WORDS_MAX, Prefix, Query, Word, words
from domain.usecases.items import recall
from domain.usecases.origin import Origin, enter
from domain.usecases.reading import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for: kinds and statuses (none: any), and what was typed so far.

    `references` are the items that the typed words may name.
    """

    kinds: frozenset[RecordKind]
    statuses: frozenset[str] = frozenset()
    typed: str = ""
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberFound:
    """A member by user id, with their display name (the id when Slack told none) and organisation."""

    user: str
    name: str
    organisation: str


def suggest_items(
    origin: Origin, group: int, sought: Sought, uow: UnitOfWork, limit: int
) -> tuple[Item, ...]:
    """Those that are named first, then the newest that have every word; the last may be its beginning.

    Raises Refusal.
    """
    record = enter(uow, origin, group).record
    named = [item for item in record.register.having(sought.references) if _fits(item, sought)]
    filter_ = Filter(kinds=sought.kinds, statuses=sought.statuses)
    query = _query(sought.typed)
    found: Iterable[Item]
    if query is not None:
        found = (hit.item for hit in record.search.find(query, filter_, before=None, limit=limit).hits)
    elif sought.typed.strip() and sought.references:
        found = ()
    else:
        found = record.register.page(filter_, limit=limit).items
    return tuple({item.reference: item for item in (*named, *found)}.values())[:limit]


def suggest_members(
    origin: Origin, group: int, typed: str, uow: UnitOfWork, limit: int
) -> tuple[MemberFound, ...]:
    """Members in whose name or organisation every typed word begins a word, by name. Raises Refusal."""
    scene = enter(uow, origin, group)
    members = scene.record.members.all()
    names = names_of(scene.workspace, (member.user for member in members))
    people = (
        MemberFound(member.user, names.get(member.user, member.user), member.organisation)
        for member in members
    )
    wanted = words(typed)
    found = (one for one in people if _begins(wanted, words(f"{one.name} {one.organisation}")))
    return tuple(sorted(found, key=lambda one: (words(one.name), one.user))[:limit])


def look_at(origin: Origin, group: int, reference: Reference, uow: UnitOfWork) -> Item | None:
    """The whole item that a form is about; None when there is none. Raises Refusal."""
    return recall(enter(uow, origin, group).record, reference)


def named_in_form(
    origin: Origin,
    group: int,
    references: Collection[Reference],
    users: Collection[str],
    uow: UnitOfWork,
) -> tuple[tuple[Item, ...], dict[str, str]]:
    """The items with these references, and the display names of these members. Raises Refusal."""
    scene = enter(uow, origin, group)
    members = [user for user in users if scene.record.members.get(user) is not None]
    return scene.record.register.having(references), names_of(scene.workspace, members)


def _fits(item: Item, sought: Sought) -> bool:
    is_of_kind = not sought.kinds or item.kind in sought.kinds
    return is_of_kind and (not sought.statuses or item.status in sought.statuses)


def _query(typed: str) -> Query | None:
    """Every word; the last one as the beginning of a word, since it may still be typed."""
    *whole, last = words(typed)[:WORDS_MAX] or ("",)
    terms = [Word(word) for word in whole]
    tail = [Prefix(last)] if len(last) >= PREFIX_MIN else []
    return Query((*terms, *tail)) if terms or tail else None


def _begins(wanted: Collection[str], present: Collection[str]) -> bool:
    return all(any(word.startswith(beginning) for word in present) for beginning in wanted)
