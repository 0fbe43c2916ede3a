"""Whatever several people record, move and take back: nothing breaks, and everything can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.change import Change, ChangeKind
from domain.digest import net_effects
from domain.item import WITHDRAWN, Item
from domain.language import Language
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.undo import standing
from domain.usecases.moving import Move, move_recommendation
from domain.usecases.recording import (
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    record_note,
    record_obstacle,
    record_recommendation,
)
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import NOW, Stage

PEOPLE = (MEMBER, LEAD, CHAIR)
Step: TypeAlias = tuple[str, str, int, Status, int | None]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["note", "obstacle", "recommend", "move", "undo", "undo item"]),
        st.sampled_from(PEOPLE),
        st.integers(1, 4),
        st.sampled_from(Status),
        st.one_of(st.none(), st.integers(0, 100)),
    ),
    max_size=25,
)


def take(stage: Stage, step: Step) -> None:
    """One person does one thing; a refusal is an answer too."""
    what, user, number, status, progress = step
    uow, origin = stage.uow, stage.origin(user)
    words = {"origin": origin, "group": 1, "text": "text", "language": Language.ENGLISH, "again": True}
    obstacle = Reference(Series.OBSTACLE, number)
    with suppress(Refusal):
        if what == "note":
            record_note(NoteSubmission(**words), uow, NOW)  # type: ignore[arg-type]  # as named
        elif what == "obstacle":
            record_obstacle(ObstacleSubmission(**words), uow, NOW)  # type: ignore[arg-type]  # as named
        elif what == "recommend":
            answers = (obstacle,) if number in stage.record.obstacles.by_number else ()
            record_recommendation(RecommendationSubmission(**words, answers=answers), uow, NOW)  # type: ignore[arg-type]  # as named
        elif what == "move":
            move = Move(origin=origin, group=1, number=number, to=status, progress=progress, reason="so")
            move_recommendation(move, uow, NOW)
        else:
            series = list(Series)[number % len(Series)]
            reference = Reference(series, number) if what == "undo item" else None
            undo(Undo(origin=origin, group=1, reference=reference), uow, NOW)


def items(stage: Stage) -> list[Item]:
    record = stage.record
    return [
        *record.notes.by_number.values(),
        *record.obstacles.by_number.values(),
        *record.recommendations.by_number.values(),
    ]


def replayed(item: Item, history: Sequence[Change]) -> tuple[str, int]:
    """Status and progress as the changes tell them, from the first to the last."""
    status, progress = item.status, 0
    for change in history:
        if change.subject != item.reference:
            continue
        if change.kind in {ChangeKind.RECORDED, ChangeKind.MOVED}:
            assert change.kind is ChangeKind.RECORDED or change.before == status
            status = change.after or ""
        elif change.kind is ChangeKind.PROGRESSED:
            assert change.before == str(progress)
            progress = int(change.after or 0)
    return status, progress


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_the_history_tells_every_state_through_any_undo(steps: list[Step]) -> None:
    stage = Stage()
    for step in steps:
        take(stage, step)
    for item in items(stage):
        assert replayed(item, stage.record.changes.all) == (item.status, item.progress)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_everything_can_be_taken_back_and_then_nothing_is_left(steps: list[Step]) -> None:
    """Whoever wrote last of all can always take that back, and so on to the beginning."""
    stage = Stage()
    for step in steps:
        take(stage, step)
    while left := list(standing(stage.record.changes.all[::-1])):
        undo(Undo(origin=stage.origin(left[0].actor), group=1), stage.uow, NOW)
    for user in PEOPLE:
        nothing = Undo(origin=stage.origin(user), group=1)
        assert stage.code(partial(undo, nothing, stage.uow, NOW)) is RefusalCode.UNDO_NOTHING
    assert {(item.status, item.progress) for item in items(stage)} <= {(WITHDRAWN, 0)}
    effects = net_effects(stage.record.changes.all, frozenset())
    assert effects.is_quiet


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, cut=st.integers(0, 80))
def test_of_two_digests_the_second_tells_what_was_taken_back_after_the_first(
    steps: list[Step], cut: int
) -> None:
    stage = Stage()
    for step in steps:
        take(stage, step)
    history = stage.record.changes.all
    bounds = sorted({change.write - 1 for change in history} | {len(history)})
    end = bounds[cut % len(bounds)]
    first, second = (net_effects(part, frozenset()) for part in (history[:end], history[end:]))
    told_withdrawn = {shift.subject for shift in second.moved if shift.after == WITHDRAWN}
    recordings = {change.write for change in standing(history[::-1]) if change.kind is ChangeKind.RECORDED}
    for item in items(stage):
        then, _ = replayed(item, history[:end])
        if item.recorded_in in recordings:
            assert [*first.recorded, *second.recorded].count(item.reference) == 1
        elif item.recorded_in > end:
            assert item.reference not in {*second.recorded, *told_withdrawn}
        else:
            assert (item.reference in told_withdrawn) == (then != WITHDRAWN)
