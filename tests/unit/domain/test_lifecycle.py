"""The life of every kind: succession, reopening, progress, and any walk through it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.action import ActionStatus, give
from domain.change import ChangeKind
from domain.evidence import cite
from domain.item import Entry, Item, Place
from domain.kinds import LIFECYCLES, NATURES
from domain.language import Language, Text
from domain.lifecycle import Former, Lifecycle, Movement, move, reopen
from domain.meeting import Arrangement, schedule
from domain.note import record
from domain.obstacle import ObstacleStatus, identify
from domain.recommendation import RecommendationStatus, propose
from domain.reference import RecordKind, Series
from domain.refusal import Refusal, RefusalCode

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LATER = AT + timedelta(days=1)
ENTRY = Entry(
    theme="charging", text=Text("Few chargers", Language.ENGLISH, {}), author="U1", channel=None, at=AT
)
PLACE = Place(2, 5)
NEW: dict[Series, Item] = {
    Series.NOTE: record(RecordKind.NOTE, ENTRY, PLACE)[0],
    Series.OBSTACLE: identify(ENTRY, PLACE)[0],
    Series.RECOMMENDATION: propose(ENTRY, PLACE)[0],
    Series.ACTION: give(ENTRY, PLACE, owner="U1", due_on=date(2026, 11, 27))[0],
    Series.MEETING: schedule(
        ENTRY, PLACE, phase="diagnosis", arrangement=Arrangement(starts_at=LATER, zone="UTC")
    )[0],
    Series.EVIDENCE: cite(ENTRY, PLACE, address="https://example.org/map")[0],
}
STATUSES = {series: nature.statuses for series, nature in NATURES.items()}


def refused(item: Item, movement: Movement) -> RefusalCode:
    with pytest.raises(Refusal) as caught:
        move(item, movement, LIFECYCLES[item.kind.series])
    return caught.value.code


def test_every_series_has_a_life() -> None:
    assert set(LIFECYCLES) == set(Series) == set(NEW)


@pytest.mark.parametrize(
    ("series", "to"),
    [(Series.OBSTACLE, ObstacleStatus.MERGED), (Series.RECOMMENDATION, RecommendationStatus.SUPERSEDED)],
)
def test_what_gives_way_names_another_of_its_series(series: Series, to: str) -> None:
    item = NEW[series]
    movement = Movement(to=to, at=LATER)

    assert refused(item, movement) is RefusalCode.SUCCESSOR_NEEDED
    assert refused(item, replace(movement, successor=item.number)) is RefusalCode.SUCCESSOR_ITSELF
    moved, changes = move(item, replace(movement, successor=7), LIFECYCLES[series])
    assert (moved.status, moved.successor) == (to, 7)
    assert [(change.kind, change.before, change.after) for change in changes] == [
        (ChangeKind.MOVED, item.status, to),
        (ChangeKind.SUCCEEDED, None, f"{series.value}-7"),
    ]


def test_a_dropped_obstacle_says_why() -> None:
    movement = Movement(to=ObstacleStatus.DROPPED, at=LATER)

    assert refused(NEW[Series.OBSTACLE], movement) is RefusalCode.REASON_NEEDED
    moved, _ = move(NEW[Series.OBSTACLE], replace(movement, reason="a law came"), LIFECYCLES[Series.OBSTACLE])
    assert moved.status == ObstacleStatus.DROPPED


@pytest.mark.parametrize(("series", "life"), LIFECYCLES.items())
def test_what_stands_there_already_needs_no_reason_nor_successor(series: Series, life: Lifecycle) -> None:
    for status in STATUSES[series]:
        standing = replace(NEW[series], status=status, successor=7 if status in life.successions else None)
        assert move(standing, Movement(to=status, at=LATER), life) == (standing, ())


def test_what_gave_way_to_one_item_may_give_way_to_another() -> None:
    merged = replace(NEW[Series.OBSTACLE], status=ObstacleStatus.MERGED, successor=7)
    movement = Movement(to=ObstacleStatus.MERGED, at=LATER, successor=8)
    assert move(merged, movement, LIFECYCLES[Series.OBSTACLE])[0].successor == 8


@pytest.mark.parametrize("series", [Series.NOTE, Series.OBSTACLE, Series.ACTION])
def test_only_recommendations_have_progress(series: Series) -> None:
    item = NEW[series]

    assert refused(item, Movement(to=item.status, at=LATER, progress=40)) is RefusalCode.PROGRESS_UNKNOWN


def test_what_is_closed_makes_no_progress() -> None:
    closed = replace(NEW[Series.RECOMMENDATION], status=RecommendationStatus.WITHDRAWN, progress=40)
    movement = Movement(to=closed.status, at=LATER, progress=60)

    assert refused(closed, movement) is RefusalCode.CLOSED
    assert move(closed, replace(movement, progress=40), LIFECYCLES[Series.RECOMMENDATION]) == (closed, ())


def test_what_is_closed_comes_back_as_it_was_with_a_reason() -> None:
    closed = replace(
        NEW[Series.RECOMMENDATION], status=RecommendationStatus.SUPERSEDED, successor=7, progress=40
    )
    former = Former(RecommendationStatus.IN_PROGRESS, 40)
    life = LIFECYCLES[Series.RECOMMENDATION]
    with pytest.raises(Refusal) as caught:
        reopen(closed, former, Movement(to=closed.status, at=LATER), life)
    assert caught.value.code is RefusalCode.REASON_NEEDED

    back, changes = reopen(closed, former, Movement(to=closed.status, at=LATER, reason="R-7 failed"), life)

    assert (back.status, back.successor, back.progress) == ("in_progress", None, 40)
    assert [(change.kind, change.before, change.after) for change in changes] == [
        (ChangeKind.MOVED, "superseded", "in_progress"),
        (ChangeKind.SUCCEEDED, "R-7", None),
    ]


def test_what_was_implemented_comes_back_with_its_progress_or_the_one_that_is_said() -> None:
    done = replace(NEW[Series.RECOMMENDATION], status=RecommendationStatus.IMPLEMENTED, progress=100)
    former = Former(RecommendationStatus.IN_PROGRESS, 60)
    life = LIFECYCLES[Series.RECOMMENDATION]
    movement = Movement(to=done.status, at=LATER, reason="not in every state")

    assert reopen(done, former, movement, life)[0].progress == 60
    assert reopen(done, former, replace(movement, progress=80), life)[0].progress == 80


def test_a_finished_action_is_reopened_without_ceremony() -> None:
    done = replace(NEW[Series.ACTION], status=ActionStatus.DONE)
    life = LIFECYCLES[Series.ACTION]

    back, _ = reopen(done, Former(ActionStatus.OPEN, 0), Movement(to=done.status, at=LATER), life)

    assert back.status == ActionStatus.OPEN


def test_what_is_open_is_not_reopened() -> None:
    for series, item in NEW.items():
        with pytest.raises(Refusal) as caught:
            reopen(item, Former(item.status, 0), Movement(to=item.status, at=LATER), LIFECYCLES[series])
        assert caught.value.code is RefusalCode.NOT_CLOSED


@given(data=st.data(), series=st.sampled_from(Series))
def test_any_walk_through_any_life_keeps_to_its_table(data: st.DataObject, series: Series) -> None:
    life, walker = LIFECYCLES[series], NEW[series]
    movements = st.builds(
        Movement,
        to=st.sampled_from(STATUSES[series]),
        at=st.just(LATER),
        reason=st.sampled_from([None, "because"]),
        progress=st.none() | st.integers(-1, 101),
        successor=st.none() | st.integers(1, 3),
    )
    for movement in data.draw(st.lists(movements, max_size=20)):
        try:
            moved, changes = move(walker, movement, life)
        except Refusal:
            continue
        assert moved.status == walker.status or moved.status in life.forward[walker.status]
        assert 0 <= moved.progress <= 100
        assert (moved.successor is not None) == (moved.status in life.successions)
        assert (moved == walker) == (not changes)
        assert moved.version == walker.version + bool(changes)
        walker = moved
