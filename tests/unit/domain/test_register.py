"""Counting what the register holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reference import RecordKind
from domain.register import Arrangement, Count, Cursor, Filter, Order, Page, Tally, TallyKey

KEYS = st.builds(
    TallyKey,
    st.sampled_from(["charging", "talent", None]),
    st.sampled_from(RecordKind),
    st.sampled_from(["proposed", "agreed", "recorded"]),
)
TALLIES = st.builds(
    Tally, st.dictionaries(KEYS, st.builds(Count, st.integers(0, 9), st.integers(0, 900)), max_size=12)
)
RECOMMENDATION, NOTE = RecordKind.RECOMMENDATION, RecordKind.NOTE
TALLY = Tally(
    {
        TallyKey("charging", RECOMMENDATION, "proposed"): Count(3, 0),
        TallyKey("charging", RECOMMENDATION, "in_progress"): Count(2, 90),
        TallyKey("talent", RECOMMENDATION, "in_progress"): Count(1, 50),
        TallyKey(None, RECOMMENDATION, "proposed"): Count(1, 10),
        TallyKey("charging", NOTE, "recorded"): Count(7, 0),
    }
)


def test_counts_add_up_items_and_progress() -> None:
    assert Count(2, 90) + Count(1, 50) == Count(3, 140)
    assert Count() == Count(0, 0)


@pytest.mark.parametrize(
    ("theme", "statuses", "count"),
    [
        (None, None, Count(7, 150)),
        ("charging", None, Count(5, 90)),
        ("talent", None, Count(1, 50)),
        ("supply", None, Count()),
        (None, frozenset({"in_progress"}), Count(3, 140)),
        ("charging", frozenset({"in_progress", "agreed"}), Count(2, 90)),
        (None, frozenset[str](), Count()),
    ],
)
def test_a_total_is_of_one_kind_over_theme_and_statuses(
    theme: str | None, statuses: frozenset[str] | None, count: Count
) -> None:
    assert TALLY.total(RECOMMENDATION, theme=theme, statuses=statuses) == count


def test_everywhere_counts_items_without_a_theme_too() -> None:
    assert TALLY.total(RECOMMENDATION, statuses=frozenset({"proposed"})) == Count(4, 10)


def test_an_empty_tally_counts_nothing() -> None:
    assert Tally().total(NOTE) == Count()


@given(TALLIES, st.sampled_from(RecordKind))
def test_a_total_is_the_sum_of_its_statuses(tally: Tally, kind: RecordKind) -> None:
    statuses = {key.status for key in tally.counts}
    parts = [tally.total(kind, statuses=frozenset({status})) for status in statuses]
    assert sum(parts, Count()) == tally.total(kind)


def test_a_filter_is_open_and_a_page_is_the_last_unless_they_say_otherwise() -> None:
    assert Filter() == Filter(kinds=frozenset(), theme=None, statuses=frozenset(), author=None, concerns=None)
    assert Page((), None, 0).preceding is None


@given(TALLIES, st.frozensets(st.sampled_from(RecordKind)), st.sampled_from([None, "", "talent"]))
def test_the_tally_counts_what_a_filter_leaves(
    tally: Tally, kinds: frozenset[RecordKind], theme: str | None
) -> None:
    wanted = Filter(kinds=kinds, theme=theme, statuses=frozenset({"agreed", "proposed"}))
    expected = sum(
        count.items
        for key, count in tally.counts.items()
        if key.kind in (kinds or RecordKind) and theme in {None, key.theme or ""} and key.status != "recorded"
    )
    assert wanted.is_tallied
    assert tally.count(wanted) == expected


@pytest.mark.parametrize("order", Order)
@given(
    places=st.lists(st.integers(1, 99), unique=True, max_size=30),
    limit=st.integers(1, 7),
    data=st.data(),
)
def test_pages_follow_each_other_there_and_back(
    order: Order, places: list[int], limit: int, data: st.DataObject
) -> None:
    arrangement = Arrangement(order, ("2027-01-01", "b", "1"))
    keys = st.sampled_from(["", "2027-01-01", "2026-01-01", "b", "a", "1"])
    found = [Cursor(place, data.draw(keys)) for place in places]
    pages, last = [], None
    while True:
        page = arrangement.cut(found, last, limit)
        pages.append(page)
        last = page.following
        if last is None:
            break
    shown = [cursor for page in pages for cursor in page.shown]
    assert shown == sorted(found, key=arrangement.place)
    assert [page.preceding for page in pages[2:]] == [page.following for page in pages[:-2]]
    assert all(page.preceding is None for page in pages[:2])
