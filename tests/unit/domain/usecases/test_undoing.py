"""Taking back one's own last write: which one it is, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.change import ChangeKind, NewChange
from domain.item import WITHDRAWN
from domain.language import Language
from domain.people import Role
from domain.receipt import Receipt
from domain.recommendation import RecommendationStatus as Status
from domain.refusal import RefusalCode
from domain.usecases.latest_acts import LOOKS_BACK
from domain.usecases.reading import overview, standing
from domain.usecases.recording import (
    AlreadyThere,
    NoteSubmission,
    Recorded,
    record_note,
)
from domain.usecases.undoing import undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    NOW,
    Stage,
)
from tests.unit.domain.usecases.undos import N1, O1, R1, answering, command, moved, refused, undone


def test_what_was_recorded_is_withdrawn_with_its_changes_and_receipt(stage: Stage) -> None:
    note = stage.note()
    taken = undo(command(stage, key="trigger-undo"), stage.uow, NOW)
    assert taken.item == replace(note, status=WITHDRAWN, changed_at=NOW, version=2)
    assert stage.record.notes.by_number == {1: taken.item}
    subject = {"subject": N1, "theme": "charging"}
    assert stage.told(1) == [
        NewChange(kind=ChangeKind.MOVED, before="recorded", after="withdrawn", **subject),  # type: ignore[arg-type]  # as named
        NewChange(kind=ChangeKind.UNDONE, before="1", **subject),  # type: ignore[arg-type]  # as named
    ]
    assert taken.undone == tuple(stage.record.changes.all[:1])
    assert taken.told == tuple(stage.record.changes.all[1:])
    assert taken.recording
    assert {(change.actor, change.at) for change in taken.told} == {(MEMBER, NOW)}
    receipts = stage.uow.workspace(WORKSPACE).receipts.by_key
    assert receipts == {"trigger-undo": (Receipt("N-1", {"undone": "1", "told": "2"}), NOW)}


def test_a_move_is_taken_back_with_its_progress(stage: Stage) -> None:
    stage.recommendation(status=Status.IN_PROGRESS, progress=20)
    moved(stage, LEAD, Status.IMPLEMENTED)
    taken = undone(stage, LEAD)
    assert (taken.item.status, taken.item.progress) == ("in_progress", 20)
    assert not taken.recording


def test_undo_goes_back_write_by_write_and_never_undoes_itself(stage: Stage) -> None:
    for _ in range(3):
        stage.note()
    assert [undone(stage).item.number for _ in range(3)] == [3, 2, 1]
    assert refused(stage) == (RefusalCode.UNDO_NOTHING, {})


def test_what_was_recorded_since_an_undo_is_taken_back_first(stage: Stage) -> None:
    stage.note()
    stage.note()
    undone(stage)
    stage.note()
    assert [undone(stage).item.number for _ in range(2)] == [3, 1]


def test_a_named_item_is_taken_back_whatever_was_recorded_since(stage: Stage) -> None:
    """The scribe sees a moment later that the first of three was wrong."""
    for _ in range(3):
        stage.note()
    assert undone(stage, reference=N1, version=1).item.number == 1
    assert [undone(stage).item.number for _ in range(2)] == [3, 2]
    assert refused(stage) == (RefusalCode.UNDO_NOTHING, {})


def test_what_somebody_else_recorded_does_not_count(stage: Stage) -> None:
    stage.note()
    stage.note(stage.entry(author=LEAD))
    assert undone(stage).item.number == 1
    assert refused(stage, CHAIR) == (RefusalCode.UNDO_NOTHING, {})


def test_a_recommendation_keeps_its_links_and_frees_its_obstacle(stage: Stage) -> None:
    stage.obstacle()
    answering(stage)
    assert standing(stage.record, (), NOW).unanswered == 0
    taken = undone(stage)
    assert taken.item.reference == R1
    assert [change.kind for change in taken.undone] == [ChangeKind.RECORDED, ChangeKind.LINKED]
    assert stage.record.recommendations.by_number[1].answers == (1,)
    assert standing(stage.record, (), NOW).unanswered == 1


def test_the_figures_follow_and_the_latest_change_tells_what_became_of_it(stage: Stage) -> None:
    stage.obstacle()
    stage.note()
    before = standing(stage.record, (), NOW)
    undone(stage)
    undone(stage)
    found = overview(stage.record, None, NOW)
    after = found.standing
    assert (before.obstacles, before.unanswered, sum(before.notes.values())) == (1, 1, 1)
    assert (after.obstacles, after.unanswered, sum(after.notes.values())) == (0, 0, 0)
    assert [change.after for change in found.latest] == ["withdrawn", "withdrawn"]


def test_what_was_taken_back_is_no_longer_there_already(stage: Stage) -> None:
    def record() -> Recorded | AlreadyThere:
        submission = NoteSubmission(
            origin=stage.origin(), group=1, text="The same", language=Language.ENGLISH
        )
        return record_note(submission, stage.uow, NOW)

    assert isinstance(record(), Recorded)
    assert isinstance(record(), AlreadyThere)
    undone(stage)
    assert record().item.number == 2


def test_a_replay_gets_the_first_answer_and_writes_nothing(stage: Stage) -> None:
    stage.note()
    stage.note()
    wanted = command(stage, key="same")
    first = undo(wanted, stage.uow, NOW)
    assert stage.writes_nothing(lambda: undo(wanted, stage.uow, NOW)) == replace(first, repeated=True)


def test_a_replay_is_answered_even_when_the_person_may_not_any_more(stage: Stage) -> None:
    stage.note()
    wanted = command(stage, key="same")
    first = undo(wanted, stage.uow, NOW)
    stage.record.members.save(replace(stage.member(MEMBER), role=Role.OBSERVER))
    assert stage.writes_nothing(lambda: undo(wanted, stage.uow, NOW)) == replace(first, repeated=True)


def test_a_write_to_two_items_is_taken_back_from_both(stage: Stage) -> None:
    note, obstacle = stage.note(), stage.obstacle()
    stage.record.obstacles.save(replace(obstacle, status="merged"))
    stage.record.notes.save(replace(note, owner=LEAD))
    changes = [
        NewChange(kind=ChangeKind.MOVED, subject=O1, theme="charging", before="identified", after="merged"),
        NewChange(kind=ChangeKind.ASSIGNED, subject=N1, theme="charging", after=LEAD),
    ]
    stage.record.changes.append(changes, LEAD, NOW)
    assert undone(stage, LEAD).item.reference == O1
    assert stage.record.obstacles.by_number[1].status == "identified"
    assert stage.record.notes.by_number[1].owner is None
    assert undone(stage).item.reference == O1
    assert undone(stage).item.reference == N1


def test_no_age_protects_a_write(stage: Stage) -> None:
    stage.note()
    wanted = command(stage)
    assert undo(wanted, stage.uow, NOW + timedelta(days=400)).item.status == WITHDRAWN


def test_only_so_many_changes_are_looked_through(stage: Stage) -> None:
    """Each round is three changes; the first note lies behind more of them than are read."""
    stage.note()
    for _ in range(LOOKS_BACK // 3 + 1):
        stage.note()
        undone(stage)
    assert refused(stage) == (RefusalCode.UNDO_BEYOND, {})
    assert undone(stage, reference=N1).item.number == 1


def test_who_took_everything_back_has_nothing_left_to_take_back(stage: Stage) -> None:
    stage.note()
    undone(stage)
    assert refused(stage) == (RefusalCode.UNDO_NOTHING, {})
