"""The history of an item, a theme or the whole group, read page by page. Nothing here writes."""

from __future__ import annotations

from dataclasses import dataclass

from domain.change import Change
from domain.item import Item
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.usecases.items import item_in
from domain.usecases.origin import Origin, enter
from domain.usecases.reading import names_of, people_of

AUDIT_PAGE = 15
"""Changes on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditQuery:
    """What is asked for: one item's history, else a theme's (its key), else the group's.

    `before` is the number of the change below which the page begins; None: at the latest one.
    """

    reference: Reference | None = None
    theme: str | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A page of changes, newest first; `more`: there are older ones. `item` is whose history it is."""

    asked: AuditQuery
    changes: tuple[Change, ...]
    more: bool
    names: dict[str, str]
    """Display names of the people in it, by user id; who is not known is missing."""
    item: Item | None = None


def audit(origin: Origin, group: int, asked: AuditQuery, uow: UnitOfWork) -> Audit:
    """A page of a history. Raises Refusal REFERENCE_UNKNOWN or THEME_UNKNOWN."""
    scene = enter(uow, origin, group)
    record, reference = scene.record, asked.reference
    record.group.theme(asked.theme)
    item = None if reference is None else item_in(record, reference)
    found = record.changes.page(of=reference, theme=asked.theme, before=asked.before, limit=AUDIT_PAGE + 1)
    shown = found[:AUDIT_PAGE]
    return Audit(
        asked=asked,
        changes=shown,
        more=len(found) > len(shown),
        names=names_of(scene.workspace, people_of(shown)),
        item=item,
    )
