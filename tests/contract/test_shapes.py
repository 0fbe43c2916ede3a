"""The same question of other groups and on other days gets each its own answer, time after time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.coverage import Coverage
from domain.group import Sector
from domain.ports import Store
from domain.register import Filter, Trait
from storage.repositories.shapes import has_shape, matching
from storage.tables.items import item
from tests.contract.desk import found

TODAY = date(2027, 3, 5)
OVERDUE = Filter(traits=frozenset({Trait.OVERDUE}), today=TODAY)
SOON = Filter(today=TODAY, due_by=TODAY + timedelta(days=7))


def test_groups_and_days_share_a_statement_and_what_is_covered_has_its_own() -> None:
    one, parameters = matching(OVERDUE, 1, item.c.number)
    other, others = matching(replace(OVERDUE, today=TODAY + timedelta(days=1)), 2, item.c.number)
    assert one is other
    assert (parameters["of_group"], others["of_group"]) == (1, 2)
    assert others["today"] - parameters["today"] == timedelta(days=1)
    themes = [Coverage(themes=(theme,)) for theme in ("talent", "charging")]
    made = [matching(replace(OVERDUE, within=within), 1, item.c.number)[0] for within in themes]
    assert made[0] is not made[1]


def test_what_turns_on_one_person_has_no_shape() -> None:
    assert has_shape(OVERDUE)
    assert has_shape(replace(SOON, within=Coverage(sectors=(Sector.INDUSTRY,))))
    assert not has_shape(replace(SOON, within=Coverage(concerning="U1", led=("talent",))))
    assert not has_shape(replace(SOON, owner="U1"))


async def test_asked_again_and_again_a_shape_is_answered_for_its_group(store: Store) -> None:
    desk = await found(store)
    for filter_ in (OVERDUE, SOON, replace(SOON, due_by=TODAY)) * 3:
        page = await desk.write(lambda record, filter_=filter_: record.register.page(filter_, limit=5))  # type: ignore[misc]  # each its own
        assert (page.items, page.count) == ((), 0)
