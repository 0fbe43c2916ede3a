"""What is missing in the record, and what waits for one person. Each count is that of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from domain.action import ActionStatus
from domain.group import Seat
from domain.item import Item
from domain.outlook import Heap
from domain.people import Member, Role
from domain.ports import UnitOfWork
from domain.position import counted, matrix
from domain.recommendation import OPEN_STATUSES
from domain.reference import RecordKind, Reference
from domain.register import Filter, Order, Trait
from domain.repositories import GroupRecord
from domain.usecases.listing import heap_of, named, people_in
from domain.usecases.origin import Origin, enter

SHOWN = 5
"""Items of each heap that are shown; the list has all of them."""

GAPS = (Trait.UNANSWERED, Trait.UNOWNED, Trait.UNDATED, Trait.UNVOICED, Trait.UNTRANSLATED)
"""What is missing, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing in a theme, or in the whole group (None).

    `silent` are the seats that have not spoken on a recommendation among those shown.
    """

    theme: str | None
    heaps: Mapping[Trait, Heap]
    silent: Mapping[Reference, tuple[Seat, ...]]


class Duty(StrEnum):
    """Why something is on somebody's list."""

    ACTIONS = "actions"
    POSITIONS = "positions"
    RECOMMENDATIONS = "recommendations"
    OBSTACLES = "obstacles"


@dataclass(frozen=True, slots=True)
class Mine:
    """What waits for one person; `names` are display names.

    Their open actions by day, positions they owe, open recommendations they proposed or carry out, and
    obstacles of theirs that nobody answers; of the `theme` alone, when there is one. `snoozed`: until when
    they have put some of it off.
    """

    heaps: Mapping[Duty, Heap]
    names: Mapping[str, str]
    snoozed: Mapping[Reference, date] = field(default_factory=dict)
    theme: str | None = None


def gaps(origin: Origin, group: int, theme: str | None, now: datetime, uow: UnitOfWork) -> Gaps:
    """What is missing. Raises Refusal THEME_UNKNOWN."""
    record = enter(uow, origin, group).record
    record.group.theme(theme)
    several = len(record.group.languages) > 1
    wanted = [trait for trait in GAPS if several or trait is not Trait.UNTRANSLATED]
    heaps = {
        trait: heap_of(record, Filter(theme=theme, traits=frozenset({trait})), Order.NEWEST, now, limit=SHOWN)
        for trait in wanted
    }
    return Gaps(theme, heaps, silent(record, heaps[Trait.UNVOICED].items))


def silent(record: GroupRecord, items: Iterable[Item]) -> dict[Reference, tuple[Seat, ...]]:
    """The seats that have not spoken on each recommendation's present text."""
    members = {member.user: member for member in record.members.all()}
    found: dict[Reference, tuple[Seat, ...]] = {}
    for item in items:
        voices = counted(record.positions.of(item.number), members, item.edition)
        found[item.reference] = matrix(voices, record.group).silent
    return found


def mine(origin: Origin, group: int, now: datetime, uow: UnitOfWork, *, theme: str | None = None) -> Mine:
    """What waits for whoever asks, in the theme or in the whole group. Raises Refusal THEME_UNKNOWN."""
    scene = enter(uow, origin, group)
    scene.record.group.theme(theme)
    asked = duties(scene.actor.person.user, scene.actor.member, theme)
    heaps = {duty: heap_of(scene.record, *wanted, now, limit=SHOWN) for duty, wanted in asked.items()}
    people = people_in(item for heap in heaps.values() for item in heap.items)
    snoozed = scene.record.snoozes.of([scene.actor.person.user]).get(scene.actor.person.user, {})
    return Mine(heaps, named(scene.workspace, people), snoozed, theme)


def duties(user: str, member: Member | None, theme: str | None = None) -> dict[Duty, tuple[Filter, Order]]:
    """What each part of somebody's list holds, and in which order. Only those whose voice counts owe any."""
    recommendations = frozenset({RecordKind.RECOMMENDATION})
    found = {
        Duty.ACTIONS: (
            Filter(
                kinds=frozenset({RecordKind.ACTION}),
                owner=user,
                statuses=frozenset({ActionStatus.OPEN.value}),
            ),
            Order.DUE,
        ),
        Duty.POSITIONS: (Filter(owing=user), Order.OLDEST),
        Duty.RECOMMENDATIONS: (
            Filter(
                kinds=recommendations,
                concerns=user,
                statuses=frozenset(status.value for status in OPEN_STATUSES),
            ),
            Order.DUE,
        ),
        Duty.OBSTACLES: (Filter(author=user, traits=frozenset({Trait.UNANSWERED})), Order.OLDEST),
    }
    if member is None or member.role is Role.OBSERVER:
        del found[Duty.POSITIONS]
    return {duty: (replace(filter_, theme=theme), order) for duty, (filter_, order) in found.items()}
