"""What several recordings are about to ask, asked at once, under the locks of their groups."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    Text,
    and_,
    select,
    true,
)
from sqlalchemy.sql.selectable import NamedFromClause
from sqlalchemy.types import TypeEngine

from domain.ports import Ahead
from domain.reference import Series
from storage.bulk import Bulk, Question, source
from storage.direct import Rows, row_of
from storage.repositories import channels, counters, meetings, members, people, receipts, register
from storage.session import Session
from storage.statements import PerEngine
from storage.tables.base import Instant
from storage.tables.channels import binding
from storage.tables.groups import working_group
from storage.tables.items import item
from storage.tables.people import member, person
from storage.tables.receipts import receipt


@dataclass(frozen=True, slots=True)
class _Part:
    """A question of every recording: the statement it is asked by, and the table that has its answer."""

    statement: Select[Any]
    table: NamedFromClause

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.statement.exported_columns.keys())


_meeting = item.alias("open_meeting")
_PARTS = (
    _Part(people.GET, person),
    _Part(members.GET, member),
    _Part(channels.GET, binding),
    _Part(receipts.FIND, receipt),
    _Part(register.SAME, item),
    _Part(meetings.OUTLINE, _meeting),
)
_OPEN_THERE = 1 + [(part.table, name) for part in _PARTS for name in part.names].index((binding, "meeting"))
"""Where in an answer the number of the meeting is that is open in the channel."""
_MAKERS = tuple((len(part.names), row_of(part.names)) for part in _PARTS)

_ASKED: Mapping[str, TypeEngine[Any]] = {
    "at": BigInteger(),
    "workspace": Text(),
    "user_id": Text(),
    "channel": Text(),
    "group_id": BigInteger(),
    "key": Text(),
    "kind": Text(),
    "text": Text(),
    "since": Instant(),
}
_LOCKED: Mapping[str, TypeEngine[Any]] = {"id": BigInteger()}


def _same(asked: FromClause) -> ScalarSelect[Any]:
    """Which item has the same words, looked for as `storage.repositories.register` does."""
    words = {
        "group_id": asked.c.group_id,
        "author": asked.c.user_id,
        **{name: asked.c[name] for name in ("kind", "text", "since")},
    }
    return register.same_words(["recorded_in"], words, asked).scalar_subquery()


def _open_there(asked: FromClause) -> ScalarSelect[Any]:
    """Which meeting is open in the channel."""
    of_channel = and_(binding.c.workspace == asked.c.workspace, binding.c.channel == asked.c.channel)
    return select(binding.c.meeting).where(of_channel).correlate(asked).scalar_subquery()


def _everything(asked: FromClause, *, lateral: bool) -> Select[Any]:
    """A row for each recording, with everything it asks side by side.

    PostgreSQL would rather read a table whole than ask an index a hundred times, as many as it takes any JSON
    for; `lateral` lookups of one row each leave it no choice.
    """
    found: Mapping[FromClause, ColumnElement[bool]] = {
        person: and_(person.c.workspace == asked.c.workspace, person.c.user_id == asked.c.user_id),
        member: and_(member.c.group_id == asked.c.group_id, member.c.user_id == asked.c.user_id),
        binding: and_(binding.c.workspace == asked.c.workspace, binding.c.channel == asked.c.channel),
        receipt: and_(receipt.c.workspace == asked.c.workspace, receipt.c.key == asked.c.key),
        item: and_(item.c.group_id == asked.c.group_id, item.c.recorded_in == _same(asked)),
        _meeting: and_(
            _meeting.c.group_id == asked.c.group_id,
            _meeting.c.series == Series.MEETING.value,
            _meeting.c.number == _open_there(asked),
        ),
    }
    columns: list[ColumnElement[Any]] = [asked.c.at]
    joined = asked
    for part in _PARTS:
        of: FromClause = part.table
        if lateral:
            one = select(*(of.c[name] for name in part.names)).where(found[part.table]).limit(1)
            of = one.correlate(asked).lateral(f"of_{part.table.name}")
        joined = joined.outerjoin(of, true() if lateral else found[part.table])
        columns += [of.c[name].label(f"{part.table.name}_{name}") for name in part.names]
    return select(*columns).select_from(joined)


def _locking(wanted: FromClause, *, waits: bool) -> Select[Any]:
    names = ("id", "workspace", *counters.NAMES)
    return (
        select(*(working_group.c[name] for name in names))
        .where(working_group.c.id.in_(select(wanted.c.id)))
        # In one order, so that nobody waits for a group in a circle.
        .order_by(working_group.c.id)
        .with_for_update(key_share=True, skip_locked=not waits)
    )


_asked, _wanted = source(_ASKED, "asked"), source(_LOCKED, "wanted")
# Read once: SQLite would take the JSON apart anew for each item it compares.
_asked_once = select(_asked.sqlite).cte("asked_once").prefix_with("MATERIALIZED")
_EVERYTHING = Bulk(
    item,
    _ASKED,
    PerEngine(_everything(_asked_once, lateral=False), _everything(_asked.postgresql, lateral=True)),
)
_LOCK = {
    waits: Bulk(
        working_group,
        _LOCKED,
        PerEngine(_locking(_wanted.sqlite, waits=waits), _locking(_wanted.postgresql, waits=waits)),
    )
    for waits in (False, True)
}


def lock_and_foresee(session: Session, every: Sequence[Ahead]) -> frozenset[int]:
    """Lock the groups and tell the session what each will ask; returns the groups that are locked.

    Of several groups only those are locked that nobody else holds. Two of `every` have nothing in common: not
    the person, not the key. Raises DBAPIError or RowsError.
    """
    facts = [_facts(at, ahead) for at, ahead in enumerate(every)]
    wanted = {ahead.group for ahead in every}
    lock = lock_of(wanted, session, waits=len(wanted) == 1)
    locked, answers = session.ask(lock, _EVERYTHING.question(facts, session))
    groups = know_locked(session, locked)
    for row in answers:
        begin = 1
        questions = _questions(every[row[0]], row[_OPEN_THERE])
        for (width, make), (statement, parameters) in zip(_MAKERS, questions, strict=True):
            known = row[begin : begin + width]
            begin += width
            if parameters is not None:
                # No column that comes first is ever NULL.
                found = Rows((), 0) if known[0] is None else Rows([make(known)], 1)
                session.know((statement, parameters), found)
    return groups


def lock_of(groups: Collection[int], session: Session, *, waits: bool) -> Question:
    """What locks the groups; unless it waits, those that nobody else holds."""
    return _LOCK[waits].question([{"id": group} for group in sorted(groups)], session)


def know_locked(session: Session, locked: Rows) -> frozenset[int]:
    """Tell the session what the locked rows of groups hold; which groups these are."""
    for group, workspace, *row in locked:
        session.know((counters.LOCK, counters.asked(workspace, group)), Rows([tuple(row)], 1))
    return frozenset(row[0] for row in locked)


def _facts(at: int, ahead: Ahead) -> dict[str, Any]:
    return {
        "at": at,
        "workspace": ahead.person.workspace,
        "user_id": ahead.person.user,
        "channel": ahead.channel,
        "group_id": ahead.group,
        "key": ahead.key,
        "kind": ahead.kind.value,
        "text": ahead.text,
        "since": ahead.since,
    }


def _questions(ahead: Ahead, meeting: int | None) -> Iterator[tuple[Select[Any], dict[str, Any] | None]]:
    """What it will ask, in the order of _PARTS; None where it will not."""
    workspace, user = ahead.person.workspace, ahead.person.user
    yield people.GET, people.asked(workspace, user)
    yield members.GET, members.asked(ahead.group, user)
    yield channels.GET, channels.asked(workspace, ahead.channel) if ahead.channel else None
    yield receipts.FIND, receipts.asked(workspace, ahead.key)
    if ahead.text is None:
        yield register.SAME, None
    else:
        yield register.SAME, register.asked(ahead.group, user, ahead.kind, ahead.text, ahead.since)
    yield meetings.OUTLINE, None if meeting is None else meetings.asked(ahead.group, meeting)
