"""The numbered history of one group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from domain.change import Change, ChangeKind, NewChange
from domain.reference import Reference, Series
from storage.bulk import inserted
from storage.repositories.counters import CHANGE, Counters
from storage.repositories.scope import Scope
from storage.tables.changes import change

_ADD = inserted(change)
_OF_GROUP = change.c.group_id == bindparam("group_id")
_ALL = select(change).where(_OF_GROUP).limit(bindparam("limit"))
_BETWEEN = _ALL.where(
    change.c.number > bindparam("after_number"), change.c.number <= bindparam("through")
).order_by(change.c.number)
_LATEST_OF = _ALL.where(change.c.series == bindparam("series"), change.c.item == bindparam("item")).order_by(
    change.c.number.desc()
)
_LATEST_BY = _ALL.where(change.c.actor == bindparam("actor"), change.c.series.is_not(None)).order_by(
    change.c.number.desc()
)
_LATEST_TO_GROUP_BY = _ALL.where(
    change.c.series.is_(None), change.c.item.is_(None), change.c.actor == bindparam("actor")
).order_by(change.c.number.desc())
"""By the index over items, in which what concerns none stands together: they are few beside the others."""
_LATEST_OF_BY = _LATEST_OF.where(change.c.actor == bindparam("actor"))
_LATEST = _ALL.where(change.c.series.is_not(None)).order_by(change.c.number.desc())
_LATEST_IN_THEME = _LATEST.where(change.c.theme == bindparam("theme"))
_BELOW = change.c.number < bindparam("before_number")
_PAGE = _ALL.where(_BELOW).order_by(change.c.number.desc())
_PAGE_IN_THEME = _PAGE.where(change.c.theme == bindparam("theme"))
_PAGE_OF = _LATEST_OF.where(_BELOW)
_NO_END = 2**62
"""Above the number of any change."""
_NEW = tuple(field.name for field in fields(NewChange))


class ChangeRows:
    """Numbers come from the group's locked row, so they are given in the order of the commits."""

    def __init__(self, scope: Scope, counters: Counters) -> None:
        self._scope = scope
        self._counters = counters

    @property
    def last_number(self) -> int:
        return self._counters.last(CHANGE)

    def append(
        self, changes: Sequence[NewChange], actor: str, at: datetime, said_in: str | None = None
    ) -> tuple[Change, ...]:
        if not changes:
            return ()
        first = self._counters.take(CHANGE, len(changes))
        numbered = tuple(
            Change(
                **{name: getattr(new, name) for name in _NEW},
                number=first + step,
                step=step,
                actor=actor,
                at=at,
                said_in=said_in,
            )
            for step, new in enumerate(changes)
        )
        rows = [{"group_id": self._scope.group, **_values(one)} for one in numbered]
        self._scope.connection.add(_ADD, rows)
        return numbered

    def between(self, after: int, through: int, limit: int) -> tuple[Change, ...]:
        return self._read(_BETWEEN, {"after_number": after, "through": through, "limit": limit})

    def latest(self, theme: str | None, limit: int) -> tuple[Change, ...]:
        if theme is None:
            return self._read(_LATEST, {"limit": limit})
        return self._read(_LATEST_IN_THEME, {"theme": theme, "limit": limit})

    def latest_of(self, reference: Reference, limit: int) -> tuple[Change, ...]:
        return self._read(_LATEST_OF, {**_subject(reference), "limit": limit})

    def latest_by(self, actor: str, limit: int) -> tuple[Change, ...]:
        return self._read(_LATEST_BY, {"actor": actor, "limit": limit})

    def latest_to_group_by(self, actor: str, limit: int) -> tuple[Change, ...]:
        return self._read(_LATEST_TO_GROUP_BY, {"actor": actor, "limit": limit})

    def latest_of_by(self, reference: Reference, actor: str, limit: int) -> tuple[Change, ...]:
        return self._read(_LATEST_OF_BY, {**_subject(reference), "actor": actor, "limit": limit})

    def page(
        self, *, of: Reference | None, theme: str | None, before: int | None, limit: int
    ) -> tuple[Change, ...]:
        parameters: dict[str, Any] = {"before_number": _NO_END if before is None else before, "limit": limit}
        if of is not None:
            return self._read(_PAGE_OF, {**_subject(of), **parameters})
        if theme is not None:
            return self._read(_PAGE_IN_THEME, {"theme": theme, **parameters})
        return self._read(_PAGE, parameters)

    def _read(self, statement: Any, parameters: dict[str, Any]) -> tuple[Change, ...]:  # noqa: ANN401 - a Select
        rows = self._scope.connection.execute(statement, {"group_id": self._scope.group, **parameters})
        return tuple(_change(row) for row in rows)


def _subject(reference: Reference) -> dict[str, Any]:
    return {"series": reference.series.value, "item": reference.number}


def _values(one: Change) -> dict[str, Any]:
    return {
        "number": one.number,
        "kind": one.kind.value,
        "series": None if one.subject is None else one.subject.series.value,
        "item": None if one.subject is None else one.subject.number,
        "theme": one.theme,
        "before": None if one.before is None else str(one.before),
        "after": None if one.after is None else str(one.after),
        "comment": one.comment,
        "person": one.person,
        "edition": one.edition,
        "step": one.step,
        "actor": one.actor,
        "at": one.at,
        "said_in": one.said_in,
    }


def _change(row: Row[Any]) -> Change:
    return Change(
        kind=ChangeKind(row.kind),
        subject=None if row.series is None else Reference(Series(row.series), row.item),
        theme=row.theme,
        before=row.before,
        after=row.after,
        comment=row.comment,
        person=row.person,
        edition=row.edition,
        step=row.step,
        number=row.number,
        actor=row.actor,
        at=row.at,
        said_in=row.said_in,
    )
