"""A recommendation's life: the table of moves, reasons, progress, and any walk through it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.change import ChangeKind, NewChange
from domain.item import Entry, Place
from domain.language import Language, Text
from domain.lifecycle import Movement, move
from domain.recommendation import (
    LIFECYCLE,
    OPEN_STATUSES,
    PROGRESS_STATUSES,
    UNDER_WAY,
    Plan,
    Recommendation,
    StatusGroup,
    propose,
)
from domain.recommendation import RecommendationStatus as Status
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LATER = AT + timedelta(days=1)
TEXT = Text("One permit for chargers", Language.ENGLISH, {})
ENTRY = Entry(theme="charging", text=TEXT, author="U0MEMBER", channel="C0001", at=AT)
REFERENCE = Reference(Series.RECOMMENDATION, 2)

OPEN_ONES = {Status.SUPERSEDED, Status.WITHDRAWN}
TABLE: dict[Status, set[Status]] = {
    Status.PROPOSED: {Status.UNDER_REVIEW, *OPEN_ONES},
    Status.UNDER_REVIEW: {Status.PROPOSED, Status.AGREED, Status.NOT_IMPLEMENTED, *OPEN_ONES},
    Status.AGREED: {Status.IN_PROGRESS, Status.NOT_IMPLEMENTED, *OPEN_ONES},
    Status.IN_PROGRESS: {
        Status.PARTIALLY_IMPLEMENTED,
        Status.IMPLEMENTED,
        Status.NOT_IMPLEMENTED,
        *OPEN_ONES,
    },
    Status.PARTIALLY_IMPLEMENTED: {
        Status.IN_PROGRESS,
        Status.IMPLEMENTED,
        Status.NOT_IMPLEMENTED,
        *OPEN_ONES,
    },
    Status.IMPLEMENTED: set(),
    Status.NOT_IMPLEMENTED: set(),
    Status.SUPERSEDED: set(),
    Status.WITHDRAWN: set(),
}
"""PRODUCT: recommendation status. Staying where one is, to report progress, is no move."""

ANOTHER = [(before, to) for before in Status for to in Status if before is not to]


def at(status: Status, progress: int = 0) -> Recommendation:
    made, _ = propose(ENTRY, Place(2, 5))
    return replace(made, status=status, progress=progress)


def test_a_recommendation_is_proposed_with_the_change_that_tells_of_it() -> None:
    plan = Plan(
        owner="U0LEAD", due_on=date(2027, 3, 31), drivers=("jobs",), countries=("MX", "US"), priority=True
    )
    made, change = propose(ENTRY, Place(2, 5), answers=(3, 1), plan=plan)
    assert made == Recommendation(
        kind=RecordKind.RECOMMENDATION,
        number=2,
        theme="charging",
        status=Status.PROPOSED,
        text=TEXT,
        author="U0MEMBER",
        owner="U0LEAD",
        channel="C0001",
        recorded_in=5,
        recorded_at=AT,
        changed_at=AT,
        answers=(3, 1),
        countries=("MX", "US"),
        drivers=("jobs",),
        priority=True,
        due_on=date(2027, 3, 31),
        progress=0,
    )
    assert change == NewChange(
        kind=ChangeKind.RECORDED, subject=REFERENCE, theme="charging", after="proposed"
    )


def test_a_recommendation_without_a_plan_has_no_owner_and_no_quarter() -> None:
    made, _ = propose(ENTRY, Place(1, 1))
    assert (made.owner, made.quarter, made.drivers, made.countries, made.priority) == (
        None,
        None,
        (),
        (),
        False,
    )


def walk(
    item: Recommendation, to: Status, *, progress: int | None = None, reason: str | None = None
) -> tuple[Recommendation, tuple[NewChange, ...]]:
    """Where it goes; what is superseded gives way to R-9."""
    successor = 9 if to is Status.SUPERSEDED else None
    movement = Movement(to=to, at=LATER, progress=progress, reason=reason, successor=successor)
    return move(item, movement, LIFECYCLE)


@pytest.mark.parametrize(("before", "to"), ANOTHER)
def test_a_recommendation_moves_along_the_table_and_nowhere_else(before: Status, to: Status) -> None:
    if to in TABLE[before]:
        moved, (change, *_) = walk(at(before), to, reason="because")
        assert (moved.status, moved.changed_at, moved.version) == (to, LATER, 2)
        assert change == NewChange(
            kind=ChangeKind.MOVED,
            subject=REFERENCE,
            theme="charging",
            before=before,
            after=to,
            comment="because",
        )
        return
    with pytest.raises(Refusal) as caught:
        walk(at(before), to, reason="because")
    assert caught.value.code is RefusalCode.MOVE_IMPOSSIBLE
    assert caught.value.facts == {"reference": "R-2", "before": before, "after": to}


@pytest.mark.parametrize("to", Status)
def test_only_what_is_not_implemented_needs_a_reason(to: Status) -> None:
    before = Status.UNDER_REVIEW if to in TABLE[Status.UNDER_REVIEW] else to
    if to is not Status.NOT_IMPLEMENTED:
        assert walk(at(before), to)[0].status == to
        return
    for reason in (None, ""):
        with pytest.raises(Refusal) as caught:
            walk(at(before), to, reason=reason)
        assert caught.value.code is RefusalCode.REASON_NEEDED
        assert caught.value.facts == {"reference": "R-2", "status": Status.NOT_IMPLEMENTED}


def test_a_move_changes_nothing_else_of_the_recommendation() -> None:
    before = at(Status.AGREED)
    moved, changes = walk(before, Status.IN_PROGRESS)
    assert moved == replace(before, status=Status.IN_PROGRESS, changed_at=LATER, version=2)
    assert [change.kind for change in changes] == [ChangeKind.MOVED]


def test_progress_alone_is_told_as_progress() -> None:
    moved, changes = walk(at(Status.IN_PROGRESS, 20), Status.IN_PROGRESS, progress=40, reason="pilot")
    assert moved.progress == 40
    assert changes == (
        NewChange(
            kind=ChangeKind.PROGRESSED,
            subject=REFERENCE,
            theme="charging",
            before="20",
            after="40",
            comment="pilot",
        ),
    )


def test_a_move_with_progress_is_told_as_both() -> None:
    _, changes = walk(at(Status.IN_PROGRESS, 20), Status.PARTIALLY_IMPLEMENTED, progress=60)
    told = [(change.kind, change.before, change.after) for change in changes]
    assert told == [
        (ChangeKind.MOVED, "in_progress", "partially_implemented"),
        (ChangeKind.PROGRESSED, "20", "60"),
    ]


@pytest.mark.parametrize("progress", [None, 0, 40, 100])
def test_implemented_means_100_percent_whatever_was_said(progress: int | None) -> None:
    moved, changes = walk(at(Status.IN_PROGRESS, 20), Status.IMPLEMENTED, progress=progress)
    assert moved.progress == 100
    assert (changes[1].before, changes[1].after) == ("20", "100")


def test_a_move_to_where_it_stands_leaves_it_untouched_and_tells_nothing() -> None:
    standing = at(Status.IN_PROGRESS, 20)
    assert walk(standing, Status.IN_PROGRESS) == (standing, ())
    assert walk(standing, Status.IN_PROGRESS, progress=20, reason="as before") == (standing, ())


@pytest.mark.parametrize("progress", [0, 1, 99, 100])
def test_progress_between_0_and_100_is_taken(progress: int) -> None:
    assert walk(at(Status.AGREED), Status.IN_PROGRESS, progress=progress)[0].progress == progress


@pytest.mark.parametrize("progress", [-1, 101, 10**9])
def test_progress_outside_of_0_to_100_is_refused_even_on_the_way_to_implemented(progress: int) -> None:
    for to in (Status.IN_PROGRESS, Status.IMPLEMENTED):
        with pytest.raises(Refusal) as caught:
            walk(at(Status.IN_PROGRESS), to, progress=progress)
        assert caught.value.code is RefusalCode.PROGRESS_OUT_OF_RANGE
        assert caught.value.facts == {"progress": progress}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(Status),
        st.none() | st.integers(-5, 105),
        st.sampled_from([None, "", "because"]),
    ),
    max_size=30,
)


@given(STEPS)
def test_no_walk_leaves_the_table_or_the_range_of_progress(
    steps: list[tuple[Status, int | None, str | None]],
) -> None:
    walker, _ = propose(ENTRY, Place(2, 5))
    for to, progress, reason in steps:
        try:
            moved, changes = walk(walker, to, progress=progress, reason=reason)
        except Refusal:
            continue
        before = Status(walker.status)
        assert to is before or to in TABLE[before]
        assert moved.status == to
        assert 0 <= moved.progress <= 100
        assert moved.progress == 100 or to is not Status.IMPLEMENTED
        assert moved.version == walker.version + bool(changes)
        told = {change.kind: (change.before, change.after) for change in changes}
        shifts = {
            ChangeKind.MOVED: (walker.status, moved.status),
            ChangeKind.PROGRESSED: (str(walker.progress), str(moved.progress)),
        }
        told.pop(ChangeKind.SUCCEEDED, None)
        assert told == {kind: (old, new) for kind, (old, new) in shifts.items() if old != new}
        walker = moved


GROUPS = {
    Status.PROPOSED: StatusGroup.OPEN,
    Status.UNDER_REVIEW: StatusGroup.OPEN,
    Status.AGREED: StatusGroup.AGREED,
    Status.IN_PROGRESS: StatusGroup.UNDER_WAY,
    Status.PARTIALLY_IMPLEMENTED: StatusGroup.UNDER_WAY,
    Status.IMPLEMENTED: StatusGroup.DONE,
    Status.NOT_IMPLEMENTED: StatusGroup.CLOSED,
    Status.SUPERSEDED: StatusGroup.CLOSED,
    Status.WITHDRAWN: StatusGroup.CLOSED,
}


def test_charts_show_five_groups_of_status() -> None:
    assert {status: StatusGroup.of(status) for status in Status} == GROUPS


def test_work_or_debate_goes_on_where_the_table_leads_on() -> None:
    assert {status for status in Status if status.is_open} == OPEN_STATUSES
    assert {status for status in Status if TABLE[status]} == OPEN_STATUSES


def test_owners_report_between_what_is_under_way_and_done() -> None:
    under_way = {status for status in Status if GROUPS[status] is StatusGroup.UNDER_WAY}
    assert under_way == UNDER_WAY
    assert {*UNDER_WAY, Status.IMPLEMENTED} == PROGRESS_STATUSES
