"""The tally equals a recount, whatever was done."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.action import ActionStatus
from domain.note import NoteStatus
from domain.obstacle import ObstacleStatus
from domain.recommendation import RecommendationStatus
from domain.reference import RecordKind, Series
from domain.register import Count, Tally, TallyKey
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import add_action, add_note, add_obstacle, add_recommendation, entry
from tests.jobs import over

THEMES = st.sampled_from([None, "charging", "talent"])
STEPS = st.one_of(
    st.tuples(st.just("note"), THEMES, st.sampled_from(sorted(NoteStatus)), st.just(0)),
    st.tuples(st.just("action"), THEMES, st.sampled_from(sorted(ActionStatus)), st.just(0)),
    st.tuples(st.just("obstacle"), THEMES, st.sampled_from(sorted(ObstacleStatus)), st.just(0)),
    st.tuples(
        st.just("recommendation"), THEMES, st.sampled_from(sorted(RecommendationStatus)), st.integers(0, 100)
    ),
)
WALKS = st.lists(st.tuples(st.booleans(), STEPS, st.integers(1, 6), st.booleans()), max_size=12)

Step: TypeAlias = tuple[str, str | None, str, int]
Turn: TypeAlias = tuple[bool, Step, int, bool]
"""Whether the step adds an item, the step, the number of what it changes otherwise, whether the job fails."""


class FailedError(Exception):
    """Raised at the end of a job that must leave nothing."""


def take(record: GroupRecord, new: bool, step: Step, number: int) -> None:  # noqa: FBT001 - as drawn
    """Add an item, or save the one with the number in another theme, status and progress."""
    kind, theme, status, progress = step
    if kind == "note":
        note = add_note(record, entry(theme=theme)) if new else record.notes.get(number)
        if note is not None:
            record.notes.save(replace(note, theme=theme, status=status))
    elif kind == "obstacle":
        obstacle = add_obstacle(record, entry(theme=theme)) if new else record.obstacles.get(number)
        if obstacle is not None:
            record.obstacles.save(replace(obstacle, theme=theme, status=status))
    elif kind == "action":
        action = add_action(record, entry(theme=theme)) if new else record.actions.get(number)
        if action is not None:
            record.actions.save(replace(action, theme=theme, status=status))
    else:
        made = add_recommendation(record, entry(theme=theme)) if new else record.recommendations.get(number)
        if made is not None:
            record.recommendations.save(replace(made, theme=theme, status=status, progress=progress))


def take_turn(record: GroupRecord, turn: Turn) -> None:
    new, step, number, fails = turn
    take(record, new, step, number)
    if fails:
        raise FailedError


def recount(record: GroupRecord) -> Tally:
    """The tally counted from the items themselves."""
    items: Counter[TallyKey] = Counter()
    progress: Counter[TallyKey] = Counter()
    for number in range(1, 200):
        whole = tuple(record.items(series).get(number) for series in Series)
        if not any(whole):
            break
        for item in whole:
            if item is not None:
                key = TallyKey(item.theme, item.kind, item.status)
                items[key] += 1
                progress[key] += item.progress
    return Tally({key: Count(items[key], progress[key]) for key in items})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=WALKS)
async def test_the_tally_equals_a_recount_after_any_walk(desk: Desk, walk: list[Turn]) -> None:
    for turn in walk:
        job = over(turn, take_turn)
        if turn[-1]:
            with pytest.raises(FailedError):
                await desk.write(job)
        else:
            await desk.write(job)
    tally = await desk.read(lambda record: record.register.tally())
    assert tally.counts == (await desk.read(recount)).counts


async def test_the_tally_is_kept_within_one_transaction_too(desk: Desk) -> None:
    def work(record: GroupRecord) -> Tally:
        made = add_recommendation(record, progress=20)
        record.recommendations.save(replace(made, progress=50, theme=None))
        record.recommendations.save(replace(made, progress=70, status=RecommendationStatus.AGREED))
        add_obstacle(record)
        return record.register.tally()

    tally = await desk.write(work)
    assert tally.counts == {
        TallyKey("charging", RecordKind.RECOMMENDATION, "agreed"): Count(1, 70),
        TallyKey("charging", RecordKind.OBSTACLE, "identified"): Count(1, 0),
    }
