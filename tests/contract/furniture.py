"""A register full enough that every filter finds something, on a database and in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from domain.group import Sector
from domain.language import Language
from domain.note import NoteStatus
from domain.people import Role
from domain.position import Position, Stance
from domain.reference import RecordKind
from domain.register import Arrangement, Order, Page
from domain.repositories import GroupRecord
from tests.contract.samples import (
    CHAIR,
    CHARTER,
    LEAD,
    LEADER,
    MEMBER,
    NOW,
    WORKSPACE,
    add_action,
    add_note,
    add_obstacle,
    add_recommendation,
    entry,
)
from tests.fakes.record import FakeGroupRecord
from tests.fakes.store import FakeUnitOfWork

ARRANGEMENTS = (
    *map(Arrangement, (Order.NEWEST, Order.OLDEST, Order.DUE)),
    Arrangement(Order.STATUS, ("proposed", "identified", "open")),
    Arrangement(Order.THEME, ("talent", "charging")),
    Arrangement(Order.PRIORITY, ("1", "0")),
)


def fill(record: GroupRecord) -> None:
    """Twelve items: R-1, D, O, N in turn, over two themes and none, with an owner here and there."""
    for turn, theme in enumerate((None, "charging", "talent")):
        author = (LEAD, MEMBER, CHAIR)[turn]
        said = entry(f"item {turn}", theme=theme, author=author)
        made = add_recommendation(record, said, progress=10 * turn)
        record.recommendations.save(replace(made, owner=MEMBER))
        add_note(record, said, RecordKind.DECISION)
        add_obstacle(record, said)
        note = add_note(record, said)
        if turn:
            record.notes.save(replace(note, status=NoteStatus.WITHDRAWN))


def furnish(record: GroupRecord) -> None:
    """The twelve, and thirty that differ in all that a filter asks for; their authors, and who spoke."""
    people = (
        (LEAD, Sector.ACADEMIA, "MX", Role.LEAD),
        (MEMBER, Sector.INDUSTRY, "US", Role.MEMBER),
        (CHAIR, Sector.INDUSTRY, "MX", Role.OBSERVER),
    )
    for user, sector, country, role in people:
        seated = replace(LEADER, user=user, sector=sector, country=country, role=role)
        record.members.add(seated, NOW)
    fill(record)
    for turn in range(10):
        said = entry(
            f"more {turn}",
            theme=(None, "charging", "talent")[turn % 3],
            author=(LEAD, MEMBER, CHAIR, "U0GONE")[turn % 4],
            at=NOW + timedelta(days=turn),
        )
        if turn % 5 == 0:
            said = replace(said, text=replace(said.text, versions={Language.ENGLISH: "version"}))
        obstacle = add_obstacle(record, said)
        record.obstacles.save(replace(obstacle, countries=((), ("MX",), ("US", "MX"))[turn % 3]))
        made = add_recommendation(
            record,
            said,
            answers=(obstacle.number,) if turn % 2 else (),
            owner=MEMBER if turn % 4 == 0 else None,
            due_on=date(2026, 11, 10 + turn) if turn % 3 else None,
            priority=turn % 4 == 1,
            drivers=((), ("jobs",), ("jo_s", "jobs-abroad"))[turn % 3],
            countries=("US",) if turn % 5 == 0 else (),
            status=("proposed", "under_review", "agreed", "superseded")[turn % 4],
            edition=1 + turn % 2,
            meeting=turn % 2 or None,
        )
        add_action(record, said, due_on=date(2026, 12, 20 - 3 * turn if turn < 6 else 9))
        for user in (LEAD, MEMBER, CHAIR)[: turn % 4]:
            record.positions.put(
                made.number, Position(user=user, stance=Stance.SUPPORT, comment=None, edition=1, at=NOW)
            )


def recorded_in(page: Page) -> list[int]:
    return [item.recorded_in for item in page.items]


@cache
def remembered() -> FakeGroupRecord:
    """The same furniture in memory: what the engines are compared with."""
    record = FakeUnitOfWork().workspace(WORKSPACE).found_group(CHARTER)
    furnish(record)
    return record
