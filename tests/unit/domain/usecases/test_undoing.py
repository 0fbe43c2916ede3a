"""Taking back one's own last write: which one it is, who may, and what stands in its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.change import ChangeKind, NewChange
from domain.item import WITHDRAWN
from domain.language import Language
from domain.people import Role
from domain.receipt import Receipt
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.moving import Move, move
from domain.usecases.reading import standing
from domain.usecases.recording import (
    AlreadyThere,
    NoteSubmission,
    RecommendationSubmission,
    Recorded,
    record_note,
    record_recommendation,
)
from domain.usecases.undoing import LOOKS_BACK, TakenBack, Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    GUEST,
    NEWCOMER,
    NOW,
    OBSERVER,
    STRANGER,
    TALENT_LEAD,
    UNKNOWN,
    Stage,
)

N1, O1, R1 = (
    Reference(Series.NOTE, 1),
    Reference(Series.OBSTACLE, 1),
    Reference(Series.RECOMMENDATION, 1),
)


@pytest.fixture
def stage() -> Stage:
    return Stage()


def command(
    stage: Stage,
    user: str = MEMBER,
    reference: Reference | None = None,
    version: int | None = None,
    key: str | None = None,
) -> Undo:
    return Undo(origin=stage.origin(user, key=key), group=1, reference=reference, version=version)


def undone(
    stage: Stage, user: str = MEMBER, reference: Reference | None = None, version: int | None = None
) -> TakenBack:
    return undo(command(stage, user, reference, version), stage.uow, NOW)


def refused(
    stage: Stage, user: str = MEMBER, reference: Reference | None = None, version: int | None = None
) -> tuple[RefusalCode, dict[str, str | int]]:
    caught = stage.refused(lambda: undone(stage, user, reference, version))
    return caught.code, caught.facts


def moved(stage: Stage, user: str, to: Status, progress: int | None = None) -> None:
    wanted = Move(
        origin=stage.origin(user), group=1, reference=R1, to=to, progress=progress, reason="because"
    )
    move(wanted, stage.uow, NOW)


def answering(stage: Stage, user: str = MEMBER) -> None:
    """A recommendation for O-1, recorded as people do."""
    submission = RecommendationSubmission(
        origin=stage.origin(user), group=1, text="Publish a map", language=Language.ENGLISH, answers=(O1,)
    )
    record_recommendation(submission, stage.uow, NOW)


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


def test_changes_that_are_not_about_items_are_passed_over(stage: Stage) -> None:
    stage.note()
    stage.record.changes.append([NewChange(kind=ChangeKind.DIGEST_PAUSED)], MEMBER, NOW)
    assert undone(stage).item.number == 1


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
    after = standing(stage.record, (), NOW)
    assert (before.obstacles, before.unanswered, sum(before.notes.values())) == (1, 1, 1)
    assert (after.obstacles, after.unanswered, sum(after.notes.values())) == (0, 0, 0)
    assert [change.after for change in after.latest] == ["withdrawn", "withdrawn"]


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


def test_of_two_undos_of_one_item_the_second_sees_what_happened(stage: Stage) -> None:
    stage.note()
    undone(stage, reference=N1, version=1)
    assert refused(stage, reference=N1, version=1) == (RefusalCode.UNDO_DONE, {"reference": "N-1"})


@pytest.mark.parametrize(
    ("user", "refusal"),
    [
        (UNKNOWN, RefusalCode.PERSON_UNKNOWN),
        (NEWCOMER, RefusalCode.MEMBERS_ONLY),
        (OBSERVER, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, RefusalCode.GUEST_READS_ONLY),
        (STRANGER, RefusalCode.GUEST_READS_ONLY),
    ],
)
def test_who_may_not_record_undoes_nothing(stage: Stage, user: str, refusal: RefusalCode) -> None:
    stage.note(stage.entry(author=user))
    assert refused(stage, user) == (refusal, {})


def test_whoever_is_no_member_any_more_undoes_nothing(stage: Stage) -> None:
    stage.note()
    del stage.record.members.by_user[MEMBER]
    assert refused(stage) == (RefusalCode.MEMBERS_ONLY, {})


def test_a_lead_who_became_a_member_cannot_take_back_the_moves_of_a_lead(stage: Stage) -> None:
    stage.recommendation()
    moved(stage, LEAD, Status.UNDER_REVIEW)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.MEMBER, themes=frozenset()))
    assert refused(stage, LEAD) == (RefusalCode.LEAD_ONLY, {})


def test_an_owner_takes_back_their_own_report_and_the_author_their_withdrawal(stage: Stage) -> None:
    stage.recommendation(status=Status.IN_PROGRESS, owner=LEAD, progress=20)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.MEMBER, themes=frozenset()))
    moved(stage, LEAD, Status.IN_PROGRESS, 40)
    assert undone(stage, LEAD).item.progress == 20
    moved(stage, MEMBER, Status.WITHDRAWN)
    assert undone(stage, MEMBER).item.status == "in_progress"


def assigned(stage: Stage, user: str) -> None:
    """O-1 of MEMBER gets an owner."""
    stage.record.obstacles.save(replace(stage.obstacle(), owner="U0NEW"))
    change = NewChange(kind=ChangeKind.ASSIGNED, subject=O1, theme="charging", after="U0NEW")
    stage.record.changes.append([change], user, NOW)


@pytest.mark.parametrize("user", [MEMBER, LEAD, CHAIR])
def test_other_changes_to_an_item_are_taken_back_by_its_author_and_who_leads_its_theme(
    stage: Stage, user: str
) -> None:
    assigned(stage, user)
    assert undone(stage, user, O1).item.owner is None


def test_who_leads_another_theme_takes_back_no_change_to_what_others_recorded(stage: Stage) -> None:
    assigned(stage, TALENT_LEAD)
    assert refused(stage, TALENT_LEAD, O1) == (RefusalCode.LEAD_ONLY, {})


def test_an_item_that_is_not_there_is_not_undone(stage: Stage) -> None:
    assert refused(stage, reference=N1) == (RefusalCode.REFERENCE_UNKNOWN, {"reference": "N-1"})


def test_only_who_wrote_it_takes_it_back(stage: Stage) -> None:
    stage.note()
    for user in (CHAIR, LEAD):
        assert refused(stage, user, N1, 1) == (RefusalCode.UNDO_NOT_YOURS, {"reference": "N-1"})


@pytest.mark.parametrize("reference", [None, R1])
def test_what_somebody_built_on_stays_until_they_take_that_back(
    stage: Stage, reference: Reference | None
) -> None:
    stage.recommendation()
    moved(stage, LEAD, Status.UNDER_REVIEW)
    facts = {"reference": "R-1", "person": LEAD, "change": "moved"}
    assert refused(stage, MEMBER, reference) == (RefusalCode.UNDO_BUILT_ON, facts)
    undone(stage, LEAD)
    assert undone(stage, MEMBER, reference).item.status == WITHDRAWN


def test_a_move_with_progress_is_named_as_a_move(stage: Stage) -> None:
    stage.recommendation(status=Status.IN_PROGRESS)
    moved(stage, LEAD, Status.IMPLEMENTED)
    for reference in (None, R1):
        _, facts = refused(stage, MEMBER, reference)
        assert facts["change"] == "moved"


def test_somebody_of_whom_slack_told_nothing_is_named_by_id(stage: Stage) -> None:
    stage.note()
    change = NewChange(kind=ChangeKind.ASSIGNED, subject=N1, theme="charging", after=MEMBER)
    stage.record.changes.append([change], UNKNOWN, NOW)
    _, facts = refused(stage)
    assert facts == {"reference": "N-1", "person": UNKNOWN, "change": "assigned"}


def test_ones_own_later_change_is_taken_back_before_the_record(stage: Stage) -> None:
    stage.recommendation(stage.entry(author=LEAD))
    moved(stage, LEAD, Status.UNDER_REVIEW)
    assert refused(stage, LEAD, R1, 1) == (RefusalCode.UNDO_OUTDATED, {"reference": "R-1"})
    assert undone(stage, LEAD, R1, 2).item.status == "proposed"
    assert undone(stage, LEAD, R1).item.status == WITHDRAWN


@pytest.mark.parametrize("user", [MEMBER, LEAD])
def test_an_obstacle_that_is_answered_by_now_stays(stage: Stage, user: str) -> None:
    stage.obstacle()
    answering(stage, user)
    facts = {"reference": "O-1", "by": "R-1"}
    assert refused(stage, MEMBER, O1) == (RefusalCode.UNDO_ANSWERED, facts)
    undone(stage, user, R1)
    assert undone(stage, MEMBER, O1).item.status == WITHDRAWN


def test_a_change_to_an_answered_obstacle_is_taken_back(stage: Stage) -> None:
    stage.obstacle()
    answering(stage)
    stage.record.obstacles.save(replace(stage.record.obstacles.by_number[1], status="confirmed"))
    change = NewChange(
        kind=ChangeKind.MOVED, subject=O1, theme="charging", before="identified", after="confirmed"
    )
    stage.record.changes.append([change], LEAD, NOW)
    assert undone(stage, LEAD).item.status == "identified"


def test_a_last_change_without_a_way_back_is_named(stage: Stage) -> None:
    stage.note()
    change = NewChange(kind=ChangeKind.CHANNEL_BOUND, subject=N1, theme="charging")
    stage.record.changes.append([change], MEMBER, NOW)
    assert refused(stage) == (RefusalCode.UNDO_IMPOSSIBLE, {"reference": "N-1"})


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
