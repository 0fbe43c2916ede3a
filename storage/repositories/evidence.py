"""Evidence of one group, and what it is attached to."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, insert, select, update

from domain.address import same_place
from domain.evidence import Evidence, EvidenceSort
from domain.item import WITHDRAWN
from domain.reference import Reference, Series
from storage.repositories.items import ItemRows, by_number, common
from storage.tables.evidence import evidence, support
from storage.tables.items import item

_JOINED = and_(
    evidence.c.group_id == item.c.group_id,
    item.c.series == Series.EVIDENCE.value,
    evidence.c.number == item.c.number,
)
_GET = by_number(evidence.c.address, evidence.c.sort).where(_JOINED)
_SUPPORTS = (
    select(support.c.series, support.c.item)
    .where(support.c.group_id == bindparam("group_id"), support.c.evidence == bindparam("evidence"))
    .order_by(support.c.position)
)
_LINKING = (
    select(support.c.evidence)
    .where(
        support.c.group_id == bindparam("group_id"),
        support.c.series == bindparam("series"),
        support.c.item == bindparam("item"),
    )
    .order_by(support.c.evidence)
)
_AT = (
    select(evidence.c.number)
    .where(
        evidence.c.group_id == bindparam("group_id"),
        evidence.c.place == bindparam("place"),
        _JOINED,
        item.c.status != WITHDRAWN,
    )
    .order_by(evidence.c.number.desc())
    .limit(1)
)
_ADD = insert(evidence)
_SAVE = update(evidence).where(
    evidence.c.group_id == bindparam("of_group"), evidence.c.number == bindparam("of_number")
)
_ATTACH = insert(support)
_DETACH = delete(support).where(
    support.c.group_id == bindparam("of_group"), support.c.evidence == bindparam("of_number")
)


class EvidenceRows(ItemRows[Evidence]):
    """Items of the series E."""

    series = Series.EVIDENCE

    def at_address(self, address: str) -> int | None:
        parameters = {"group_id": self._scope.group, "place": _place(address)}
        found: int | None = self._scope.connection.execute(_AT, parameters).scalar()
        return found

    def linking(self, reference: Reference) -> tuple[int, ...]:
        parameters = {
            "group_id": self._scope.group,
            "series": reference.series.value,
            "item": reference.number,
        }
        return tuple(self._scope.connection.execute(_LINKING, parameters).scalars())

    def _read(self, number: int) -> Evidence | None:
        row = self._scope.connection.execute(_GET, self.key(number)).one_or_none()
        if row is None:
            return None
        parameters = {"group_id": self._scope.group, "evidence": number}
        supports = self._scope.connection.execute(_SUPPORTS, parameters)
        return _evidence(row, tuple(Reference(Series(series), item) for series, item in supports))

    def _add_own(self, item: Evidence) -> None:
        self._scope.connection.execute(
            _ADD, {"group_id": self._scope.group, "number": item.number, **_values(item)}
        )
        self._attach(item)

    def _save_own(self, before: Evidence, after: Evidence) -> None:
        key = {"of_group": self._scope.group, "of_number": after.number}
        if _values(before) != _values(after):
            self._scope.connection.execute(_SAVE, key | _values(after))
        if before.supports != after.supports:
            self._scope.connection.execute(_DETACH, key)
            self._attach(after)

    def _attach(self, item: Evidence) -> None:
        rows = [
            {
                "group_id": self._scope.group,
                "evidence": item.number,
                "series": reference.series.value,
                "item": reference.number,
                "position": position,
            }
            for position, reference in enumerate(item.supports)
        ]
        if rows:
            self._scope.connection.execute(_ATTACH, rows)


def _evidence(row: Row[Any], supports: tuple[Reference, ...]) -> Evidence:
    return Evidence(**common(row), address=row.address, sort=EvidenceSort(row.sort), supports=supports)


def _values(item: Evidence) -> dict[str, Any]:
    return {"address": item.address, "place": _place(item.address), "sort": item.sort.value}


def _place(address: str) -> str:
    """A hash of what the addresses of one place share: PostgreSQL indexes no text of 3,000 characters."""
    return sha256(same_place(address).encode()).hexdigest()
