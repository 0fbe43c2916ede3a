"""References: written, read back, ordered."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reference import RecordKind, Reference, Series

REFERENCES = st.builds(Reference, st.sampled_from(Series), st.integers(min_value=1))


@given(REFERENCES)
def test_a_reference_reads_back_as_it_was_written(reference: Reference) -> None:
    assert Reference.parse(str(reference)) == reference


def test_a_reference_is_written_with_its_letter_and_number() -> None:
    assert str(Reference(Series.RECOMMENDATION, 12)) == "R-12"
    assert all(re.fullmatch("[A-Z]-12", str(Reference(series, 12))) for series in Series)


@pytest.mark.parametrize(
    "written", ["", "R", "R-", "-2", "X-2", "r-2", "R2", "R-two", "R-2-3", "R-2.0", "RR-2"]
)
def test_what_is_not_a_reference_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Reference.parse(written)


def test_references_order_by_series_and_then_by_number_not_by_text() -> None:
    written = ["R-2", "N-10", "O-1", "N-9"]
    ordered = sorted(Reference.parse(each) for each in written)
    assert [str(each) for each in ordered] == ["N-9", "N-10", "O-1", "R-2"]


@pytest.mark.parametrize(
    ("kind", "series"),
    [
        (RecordKind.NOTE, Series.NOTE),
        (RecordKind.DECISION, Series.NOTE),
        (RecordKind.OPPORTUNITY, Series.NOTE),
        (RecordKind.OBSTACLE, Series.OBSTACLE),
        (RecordKind.RECOMMENDATION, Series.RECOMMENDATION),
    ],
)
def test_notes_decisions_and_opportunities_share_a_series(kind: RecordKind, series: Series) -> None:
    assert kind.series is series


def test_every_kind_of_record_has_a_series() -> None:
    assert {kind.series for kind in RecordKind} == set(Series)
