"""Recording and attaching evidence: what is stored, what is there already, who may, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind
from domain.evidence import Evidence, EvidenceSort
from domain.item import WITHDRAWN
from domain.language import Language
from domain.people import Role
from domain.reference import RecordKind, Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.evidence import (
    AddressThere,
    Attach,
    Attached,
    EvidenceSubmission,
    attach_evidence,
    record_evidence,
)
from domain.usecases.moving import Move, move
from domain.usecases.reading import linked, show, show_linked
from domain.usecases.recording import Recorded
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import (
    NOW,
    OBSERVER,
    TALENT_LEAD,
    WHO_MAY_NOT_RECORD,
    Stage,
)

E1 = Reference(Series.EVIDENCE, 1)
O1, O2, R1 = Reference(Series.OBSTACLE, 1), Reference(Series.OBSTACLE, 2), Reference(Series.RECOMMENDATION, 1)
MAP = "https://example.org/map"


@pytest.fixture
def stage() -> Stage:
    """Two obstacles and a recommendation, and a note."""
    made = Stage()
    for record in (made.obstacle, made.obstacle, made.recommendation, made.note):
        record()
    return made


def submission(stage: Stage, user: str = MEMBER, **facts: object) -> EvidenceSubmission:
    plain = EvidenceSubmission(
        origin=stage.origin(user), group=1, text="Map of stations", language=Language.ENGLISH, address=MAP
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def recorded(stage: Stage, user: str = MEMBER, **facts: object) -> Evidence:
    outcome = record_evidence(submission(stage, user, **facts), stage.uow, NOW)
    assert isinstance(outcome, Recorded)
    assert isinstance(outcome.item, Evidence)
    return outcome.item


def attach(stage: Stage, *supports: Reference, user: str = MEMBER, off: bool = False) -> Attached:
    command = Attach(origin=stage.origin(user), group=1, reference=E1, supports=supports, off=off)
    return attach_evidence(command, stage.uow, NOW)


def present(stage: Stage) -> Evidence:
    found = stage.record.evidence.get(1)
    assert found is not None
    return found


def test_evidence_is_stored_with_its_changes(stage: Stage) -> None:
    before = len(stage.record.changes.all)
    made = recorded(stage, supports=(R1, O2, R1), sort=EvidenceSort.DATA, theme="talent")
    assert stage.record.evidence.by_number == {1: made}
    assert (made.supports, made.sort, made.theme) == ((R1, O2), EvidenceSort.DATA, "talent")
    told = stage.told(before)
    assert [change.kind for change in told] == [ChangeKind.RECORDED, ChangeKind.LINKED, ChangeKind.LINKED]
    assert [change.after for change in told] == ["recorded", "R-1", "O-2"]
    assert {change.subject for change in told} == {E1}


def test_a_replay_gets_the_evidence_and_writes_nothing(stage: Stage) -> None:
    wanted = submission(stage, supports=(O1,))
    first = record_evidence(wanted, stage.uow, NOW)
    again = stage.writes_nothing(lambda: record_evidence(wanted, stage.uow, NOW))
    assert again == Recorded(first.item, repeated=True)


def test_an_address_that_anybody_recorded_is_there_already(stage: Stage) -> None:
    made = recorded(stage, supports=(O1,))
    wanted = submission(stage, LEAD, text="Other", address="http://WWW.example.org/map/", supports=(O1, R1))
    there = stage.writes_nothing(lambda: record_evidence(wanted, stage.uow, NOW))
    assert there == AddressThere(made, (R1,))


def test_knowing_that_it_is_there_one_records_it_again(stage: Stage) -> None:
    recorded(stage)
    assert recorded(stage, text="Other title", again=True).number == 2


def test_what_was_taken_back_may_be_recorded_anew(stage: Stage) -> None:
    recorded(stage)
    withdraw = Move(origin=stage.origin(), group=1, reference=E1, to=WITHDRAWN)
    move(withdraw, stage.uow, NOW)
    assert recorded(stage).number == 2


def test_the_same_title_for_another_address_is_no_slip(stage: Stage) -> None:
    recorded(stage)
    assert recorded(stage, address="https://example.org/other").number == 2


@pytest.mark.parametrize(
    ("user", "facts", "refusal"),
    [
        *((user, {}, code) for user, code in WHO_MAY_NOT_RECORD),
        (OBSERVER, {"address": "javascript:x"}, RefusalCode.OBSERVER_READS_ONLY),
        (MEMBER, {"text": "  "}, RefusalCode.TEXT_EMPTY),
        (MEMBER, {"text": "n" * 3001}, RefusalCode.TEXT_TOO_LONG),
        (MEMBER, {"theme": "supply"}, RefusalCode.THEME_UNKNOWN),
        (MEMBER, {"address": "javascript:alert(1)"}, RefusalCode.ADDRESS_NOT_WEB),
        (MEMBER, {"address": " "}, RefusalCode.ADDRESS_MISSING),
        (MEMBER, {"address": "https://localhost"}, RefusalCode.ADDRESS_UNREADABLE),
        (MEMBER, {"address": "https://a:b@example.org"}, RefusalCode.ADDRESS_SECRET),
        (MEMBER, {"address": "https://example.org/" + "x" * 3000}, RefusalCode.ADDRESS_TOO_LONG),
        (MEMBER, {"supports": (Reference(Series.NOTE, 1),)}, RefusalCode.ATTACH_OTHER_KIND),
        (MEMBER, {"supports": (Reference(Series.OBSTACLE, 9),)}, RefusalCode.REFERENCE_UNKNOWN),
        (
            MEMBER,
            {"supports": tuple(Reference(Series.OBSTACLE, number) for number in range(1, 22))},
            RefusalCode.TOO_MANY,
        ),
    ],
)
@pytest.mark.parametrize("again", [False, True])
def test_evidence_that_cannot_be_recorded_is_refused_and_nothing_is_written(
    stage: Stage, user: str, facts: dict[str, object], refusal: RefusalCode, *, again: bool
) -> None:
    wanted = submission(stage, user, **facts, again=again)
    assert stage.code(lambda: record_evidence(wanted, stage.uow, NOW)) is refusal


def test_what_was_merged_or_taken_back_takes_no_evidence(stage: Stage) -> None:
    merge = Move(origin=stage.origin(CHAIR), group=1, reference=O1, to="merged", successor=O2)
    move(merge, stage.uow, NOW)
    move(Move(origin=stage.origin(), group=1, reference=R1, to=WITHDRAWN), stage.uow, NOW)
    merged = stage.refused(lambda: recorded(stage, supports=(O1,)))
    assert (merged.code, merged.facts) == (
        RefusalCode.OBSTACLE_MERGED,
        {"reference": "O-1", "successor": "O-2"},
    )
    gone = stage.refused(lambda: recorded(stage, supports=(R1,)))
    assert (gone.code, gone.facts) == (RefusalCode.ATTACH_WITHDRAWN, {"reference": "R-1"})


def test_everybody_who_records_attaches_evidence_of_others(stage: Stage) -> None:
    recorded(stage)
    attached = attach(stage, O1, R1, user=TALENT_LEAD)
    assert attached.item.supports == (O1, R1)
    assert [change.after for change in attached.changes] == ["O-1", "R-1"]
    assert stage.code(lambda: attach(stage, O2, user=OBSERVER)) is RefusalCode.OBSERVER_READS_ONLY


def test_attached_already_nothing_is_written(stage: Stage) -> None:
    made = recorded(stage, supports=(O1,))
    assert stage.writes_nothing(lambda: attach(stage, O1)) == Attached(made)
    assert stage.writes_nothing(lambda: attach(stage, O2, off=True)) == Attached(made)


def test_a_replay_of_an_attachment_tells_the_same_again(stage: Stage) -> None:
    recorded(stage)
    command = Attach(origin=stage.origin(key="one"), group=1, reference=E1, supports=(O1, R1))
    first = attach_evidence(command, stage.uow, NOW)
    again = stage.writes_nothing(lambda: attach_evidence(command, stage.uow, NOW))
    assert isinstance(again, Attached)
    assert again.repeated
    assert [change.after for change in again.changes] == [change.after for change in first.changes]


def test_only_its_author_and_who_moderates_its_theme_take_evidence_away(stage: Stage) -> None:
    recorded(stage, theme="charging", supports=(O1, O2, R1))
    refused = stage.code(lambda: attach(stage, O1, user=TALENT_LEAD, off=True))
    assert refused is RefusalCode.LEAD_ONLY
    for user, supports in ((MEMBER, O1), (LEAD, O2), (CHAIR, R1)):
        attach(stage, supports, user=user, off=True)
    assert present(stage).supports == ()


def test_what_is_no_evidence_is_not_attached(stage: Stage) -> None:
    command = Attach(origin=stage.origin(), group=1, reference=R1, supports=(O1,))
    assert stage.code(lambda: attach_evidence(command, stage.uow, NOW)) is RefusalCode.REFERENCE_UNKNOWN
    unknown = replace(command, reference=E1)
    assert stage.code(lambda: attach_evidence(unknown, stage.uow, NOW)) is RefusalCode.REFERENCE_UNKNOWN


def test_evidence_follows_an_obstacle_that_is_merged_and_comes_back_with_it(stage: Stage) -> None:
    recorded(stage, supports=(O1, R1))
    merge = Move(origin=stage.origin(CHAIR), group=1, reference=O1, to="merged", successor=O2)
    move(merge, stage.uow, NOW)
    assert (present(stage).supports, present(stage).version) == ((O2, R1), 2)
    told = stage.record.changes.all[-1]
    assert (told.subject, told.before, told.after) == (E1, "O-1", "O-2")
    undo(Undo(origin=stage.origin(CHAIR), group=1, reference=O1), stage.uow, NOW)
    assert present(stage).supports == (O1, R1)


def test_evidence_for_both_obstacles_is_for_the_one_that_is_left(stage: Stage) -> None:
    recorded(stage, supports=(O1, O2))
    merge = Move(origin=stage.origin(CHAIR), group=1, reference=O1, to="merged", successor=O2)
    move(merge, stage.uow, NOW)
    assert present(stage).supports == (O2,)
    undo(Undo(origin=stage.origin(CHAIR), group=1, reference=O1), stage.uow, NOW)
    assert set(present(stage).supports) == {O1, O2}


def test_an_attachment_is_taken_back_by_who_made_it(stage: Stage) -> None:
    recorded(stage, theme="charging")
    attach(stage, O1, R1, user=TALENT_LEAD)
    undo(Undo(origin=stage.origin(TALENT_LEAD), group=1), stage.uow, NOW)
    assert (present(stage).supports, present(stage).status) == ((), "recorded")
    attach(stage, O1)
    attach(stage, O1, off=True)
    undo(Undo(origin=stage.origin(), group=1, reference=E1), stage.uow, NOW)
    assert present(stage).supports == (O1,)


def test_who_may_not_take_evidence_away_any_more_does_not_undo_that(stage: Stage) -> None:
    recorded(stage, theme="charging", supports=(O1,))
    attach(stage, O1, user=LEAD, off=True)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.MEMBER))
    command = Undo(origin=stage.origin(LEAD), group=1, reference=E1)
    assert stage.code(lambda: undo(command, stage.uow, NOW)) is RefusalCode.LEAD_ONLY


def test_the_recording_is_taken_back_while_nobody_built_on_it(stage: Stage) -> None:
    recorded(stage, supports=(O1,))
    undo(Undo(origin=stage.origin(), group=1), stage.uow, NOW)
    assert (present(stage).status, present(stage).supports) == (WITHDRAWN, (O1,))


def test_an_item_shows_the_first_of_its_evidence_and_how_much_there_is(stage: Stage) -> None:
    for number in range(23):
        recorded(stage, address=f"{MAP}/{number}", supports=(O1, R1))
    card = show(stage.origin(OBSERVER), 1, O1, stage.uow)
    (links,) = card.links
    assert (links.total, links.further) == (23, True)
    assert [item.number for item in links.items] == list(range(1, 11))
    item, page = show_linked(stage.origin(OBSERVER), 1, R1, links.kind, 20, stage.uow)
    assert (item.reference, [one.number for one in page.items], page.further) == (R1, [21, 22, 23], False)


def test_what_is_linked_with_nothing_has_no_page(stage: Stage) -> None:
    found = linked(stage.record, stage.note(), RecordKind.EVIDENCE)
    assert (found.items, found.total, found.further) == ((), 0, False)
    refused = stage.code(
        lambda: show_linked(
            stage.origin(), 1, Reference(Series.OBSTACLE, 77), RecordKind.EVIDENCE, 0, stage.uow
        )
    )
    assert refused is RefusalCode.REFERENCE_UNKNOWN


def withdrawn(stage: Stage) -> None:
    move(Move(origin=stage.origin(), group=1, reference=E1, to=WITHDRAWN), stage.uow, NOW)


def test_evidence_does_not_come_back_beside_what_was_recorded_in_its_place(stage: Stage) -> None:
    recorded(stage)
    withdrawn(stage)
    recorded(stage, LEAD)
    caught = stage.refused(lambda: undo(Undo(origin=stage.origin(), group=1, reference=E1), stage.uow, NOW))
    assert (caught.code, caught.facts) == (
        RefusalCode.UNDO_ADDRESS_THERE,
        {"reference": "E-1", "by": "E-2"},
    )
    assert present(stage).status == WITHDRAWN


def test_evidence_comes_back_beside_what_had_its_address_all_along(stage: Stage) -> None:
    recorded(stage)
    recorded(stage, again=True)
    withdrawn(stage)
    undo(Undo(origin=stage.origin(), group=1, reference=E1), stage.uow, NOW)
    assert present(stage).status == "recorded"
