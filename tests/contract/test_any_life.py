"""Whatever several people do, a database remembers it as the store in memory does, and counts right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings

from domain.people import Person
from domain.ports import Asking, Store, UnitOfWork
from domain.reference import Series
from domain.refusal import Refusal, RefusalCode
from domain.register import Count, Filter, Tally, TallyKey
from domain.repositories import GroupRecord
from domain.usecases.origin import Origin
from tests.fakes.scene import CHANNEL, FOUNDED_AT, WORKSPACE, found
from tests.fakes.store import FakeStore
from tests.fakes.walk import DEEDS, POSITION, Step, steps, take

T = TypeVar("T")
DAYS = 9
"""Days after the founding by which everything that is due in a walk is overdue."""


class PlainStore(FakeStore):
    """Without the copy for rolling back: what is refused has written nothing (`test_undoing_any_history`)."""

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        del ahead
        return job(self.uow)


async def walked(store: Store, walk: Sequence[Step]) -> tuple[int, list[RefusalCode | None]]:
    """A new group that has lived through the steps, and how each of them was refused."""
    group = await store.write(lambda uow: found(uow).group.id)
    codes: list[RefusalCode | None] = []
    for turn, step in enumerate(walk):
        origin = Origin(person=Person(WORKSPACE, step.user), channel=CHANNEL, key=f"{group}-{turn}")

        def job(uow: UnitOfWork, step: Step = step, origin: Origin = origin) -> object:
            return take(step, group, origin, uow, FOUNDED_AT)

        try:
            await store.write(job)
            codes.append(None)
        except Refusal as refused:
            codes.append(refused.code)
    return group, codes


def whole(record: GroupRecord) -> dict[str, Any]:
    """Everything that the record can be asked for."""
    page = record.register.page(Filter(), limit=999)
    references = [item.reference for item in page.items]
    today = FOUNDED_AT.date().replace(day=FOUNDED_AT.day + DAYS)
    return {
        "references": references,
        "items": [record.items(found.series).get(found.number) for found in references],
        "positions": [record.positions.of(number) for number in range(1, len(references))],
        "changes": record.changes.between(0, 9999, 9999),
        "tally": record.register.tally().counts,
        "overdue": [record.register.count_overdue(theme, today) for theme in (None, "charging", "talent")],
        "unanswered": [record.obstacles.unanswered(themes, 99) for themes in ((), ("charging",))],
        "count": record.obstacles.count_unanswered(None),
    }


def recount(record: GroupRecord) -> Tally:
    """The tally counted from the items themselves."""
    counts: dict[TallyKey, Count] = {}
    for series in Series:
        number = 1
        while (item := record.items(series).get(number)) is not None:
            key = TallyKey(item.theme, item.kind, item.status)
            counts[key] = counts.get(key, Count()) + Count(1, item.progress)
            number += 1
    return Tally(counts)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=steps(*DEEDS, POSITION))
async def test_a_database_remembers_any_life_as_memory_does(durable: Store, walk: list[Step]) -> None:
    memory = PlainStore()
    here, refusals = await walked(durable, walk)
    there, expected = await walked(memory, walk)
    stored = await durable.read(lambda uow: whole(uow.workspace(WORKSPACE).group(here)))
    remembered = await memory.read(lambda uow: whole(uow.workspace(WORKSPACE).group(there)))
    assert refusals == expected
    assert stored == remembered
    counted = await durable.read(lambda uow: recount(uow.workspace(WORKSPACE).group(here)))
    assert stored["tally"] == counted.counts
