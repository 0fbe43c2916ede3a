"""What of a range of changes a digest's coverage lets through, asked of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from domain.change import Change, ChangeKind
from domain.coverage import Company, Coverage
from domain.digest import NetEffects, net_effects
from domain.editing import Field, difference
from domain.item import Item
from domain.reference import Reference
from domain.repositories import GroupRecord


def read_now(record: GroupRecord, coverage: Coverage) -> Coverage:
    """The coverage with what its reader leads at present."""
    if coverage.concerning is None:
        return coverage
    return coverage.read_by(record.members.get(coverage.concerning))


def effects_of(
    record: GroupRecord, coverage: Coverage, changes: Iterable[Change]
) -> tuple[NetEffects, Mapping[Reference, Item]]:
    """The net effect of changes (oldest first) as far as it is covered, and every item named in it.

    The theme of each change decides about themes; of everything else what the item and its author are now.
    What left its reader in the range, for another owner or another theme, is told once more.
    """
    witness = _Witness(changes, coverage)
    effects = net_effects(witness, frozenset(coverage.themes))
    items = _items(record, coverage, effects.subjects, witness.left)
    return (effects if coverage.by_theme_alone else effects.only(items)), items


def covered(record: GroupRecord, coverage: Coverage, items: Iterable[Item]) -> Iterator[Item]:
    """Those of whole items that are covered."""
    by_seat = bool(coverage.sectors or coverage.countries)
    members = {member.user: member for member in record.members.all()} if by_seat else {}
    return (item for item in items if coverage.covers(item, Company(members)))


def _items(
    record: GroupRecord, coverage: Coverage, subjects: frozenset[Reference], left: frozenset[Reference]
) -> Mapping[Reference, Item]:
    if coverage.by_theme_alone:
        found = record.register.having(subjects)
        return {item.reference: item for item in found}
    within = replace(coverage, themes=())
    found = record.register.having(subjects, within)
    gone = left & subjects
    if gone:
        found += record.register.having(gone, replace(within, mine_of=None, concerning=None))
    return {item.reference: item for item in found}


class _Witness:
    """Passes changes on, and notes which items left the reader of the coverage in them."""

    def __init__(self, changes: Iterable[Change], coverage: Coverage) -> None:
        self._changes = changes
        self._coverage = coverage
        self._left: set[Reference] = set()

    @property
    def left(self) -> frozenset[Reference]:
        return frozenset(self._left)

    def __iter__(self) -> Iterator[Change]:
        for change in self._changes:
            if change.subject is not None and self._leaves(change):
                self._left.add(change.subject)
            yield change

    def _leaves(self, change: Change) -> bool:
        if change.kind is ChangeKind.ASSIGNED:
            return change.before is not None and change.before == self._coverage.reader
        if change.kind is ChangeKind.EDITED:
            told = difference(change)
            return told.field is Field.THEME and told.before in self._coverage.led
        return False
