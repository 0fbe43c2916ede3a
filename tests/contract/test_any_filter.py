"""Whatever is asked of the register: what passes any filter, in any order, page by page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.coverage import Coverage
from domain.group import Sector
from domain.language import Language
from domain.reference import RecordKind
from domain.register import NO_THEME, Arrangement, Cursor, Filter, Page, Trait
from tests.contract.desk import Desk
from tests.contract.furniture import ARRANGEMENTS, furnish, recorded_in, remembered
from tests.contract.samples import CHAIR, CHARTER, LEAD, MEMBER, NOW
from tests.jobs import over

SEATS = frozenset(CHARTER.seats)
TODAY = date(2026, 12, 1)
COVERAGES = st.builds(
    Coverage,
    themes=st.sampled_from([(), (), ("charging",), ("charging", "talent"), ("unknown",)]),
    mine_of=st.sampled_from([None, None, MEMBER, "U0NOBODY"]),
    sectors=st.sampled_from([(), (), (Sector.INDUSTRY,), (Sector.ACADEMIA, Sector.GOVERNMENT)]),
    countries=st.sampled_from([(), (), ("MX",), ("US", "MX")]),
    concerning=st.sampled_from([None, None, MEMBER, LEAD, "U0NOBODY"]),
    led=st.sampled_from([(), ("talent",)]),
)
FILTERS = st.builds(
    Filter,
    kinds=st.frozensets(st.sampled_from(RecordKind), max_size=2),
    theme=st.sampled_from([None, None, "charging", "talent", "unknown", NO_THEME]),
    statuses=st.frozensets(
        st.sampled_from(["recorded", "withdrawn", "proposed", "identified", "open"]), max_size=2
    ),
    author=st.sampled_from([None, None, LEAD, MEMBER, "U0NOBODY"]),
    owner=st.sampled_from([None, None, MEMBER, "U0NOBODY"]),
    concerns=st.sampled_from([None, None, MEMBER, CHAIR, "U0NOBODY"]),
    owing=st.sampled_from([None, None, None, LEAD, MEMBER]),
    sector=st.sampled_from([None, None, *Sector]),
    country=st.sampled_from([None, None, "MX", "US"]),
    quarter=st.sampled_from([None, None, "2026-Q4", "2027-Q1"]),
    driver=st.sampled_from([None, None, None, "jobs", "jo_s", "ñ"]),
    meeting=st.sampled_from([None, None, 1, 2]),
    since=st.sampled_from([None, None, NOW, NOW + timedelta(days=3)]),
    until=st.sampled_from([None, None, NOW + timedelta(days=7), NOW + timedelta(days=2)]),
    traits=st.frozensets(st.sampled_from(Trait), max_size=2),
    today=st.just(TODAY),
    seats=st.just(SEATS),
    languages=st.sampled_from([frozenset(Language), frozenset({Language.SPANISH})]),
    within=st.none() | COVERAGES,
    unchanged_since=st.just(NOW + timedelta(days=3)),
    due_by=st.sampled_from([None, None, TODAY + timedelta(days=10)]),
)


async def paged(desk: Desk, filter_: Filter, arrangement: Arrangement, limit: int) -> tuple[list[int], int]:
    """Everything that the pages hold, one after the other, and what each says there is in all."""
    found: list[int] = []
    after: Cursor | None = None
    while True:
        page = await desk.read(
            over(
                after,
                lambda record, after: record.register.page(
                    filter_, arrangement=arrangement, after=after, limit=limit
                ),
            )
        )
        assert await desk.read(lambda record: record.register.count(filter_)) == page.count
        found += recorded_in(page)
        after = page.following
        if after is None:
            return found, page.count or 0


async def expected_page(desk: Desk, filter_: Filter, arrangement: Arrangement) -> Page:
    """What passes the filter in memory; the desk is furnished the same."""
    if await desk.read(lambda record: record.changes.last_number) == 0:
        await desk.write(furnish)
    return remembered().register.page(filter_, arrangement=arrangement, limit=999)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filter_=FILTERS, arrangement=st.sampled_from(ARRANGEMENTS), limit=st.integers(2, 9))
async def test_the_pages_of_any_filter_are_what_passes_it_in_order(
    desk: Desk, filter_: Filter, arrangement: Arrangement, limit: int
) -> None:
    expected = await expected_page(desk, filter_, arrangement)
    assert await paged(desk, filter_, arrangement, limit) == (recorded_in(expected), len(expected.items))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filter_=FILTERS, arrangement=st.sampled_from(ARRANGEMENTS), limit=st.integers(2, 9))
async def test_many_items_come_in_the_same_order_as_few(
    durable_desk: Desk, filter_: Filter, arrangement: Arrangement, limit: int
) -> None:
    expected = await expected_page(durable_desk, filter_, arrangement)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.repositories.paging.COUNTED_MAX", 3)
        found, _ = await paged(durable_desk, filter_, arrangement, limit)
    assert found == recorded_in(expected)


async def test_of_very_many_only_that_they_are_many_is_told(durable_desk: Desk) -> None:
    await durable_desk.write(furnish)
    by_lead, tallied = Filter(author=LEAD), Filter(theme="talent")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.repositories.paging.COUNTED_MAX", 3)
        page = await durable_desk.read(lambda record: record.register.page(by_lead, limit=5))
        counted = await durable_desk.read(lambda record: record.register.page(tallied, limit=5))
    assert (page.count, counted.count) == (None, remembered().register.count(tallied))
