"""Who was at a meeting: marked by themselves or by others, and taken out again."""

from __future__ import annotations

from dataclasses import replace

from domain.change import ChangeKind
from domain.delivery import DeliveryKind
from domain.refusal import RefusalCode
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.gathering import (
    M1,
    attended,
    deliveries,
    ended,
    meeting,
    scheduled,
    started,
)
from tests.unit.domain.usecases.stage import (
    NEWCOMER,
    NOW,
    OBSERVER,
    TALENT_LEAD,
    Stage,
)


def test_members_mark_themselves_and_others_with_what_they_are_then(charging: Stage) -> None:
    started(charging)
    assert attended(charging, LEAD).marked == (LEAD,)
    outcome = attended(charging, LEAD, CHAIR, OBSERVER, NEWCOMER, MEMBER)
    assert (outcome.marked, outcome.unknown) == ((CHAIR, OBSERVER), (NEWCOMER,))
    charging.record.members.save(replace(charging.member(CHAIR), country="US"))

    found = meeting(charging)
    assert [each.user for each in found.present] == [MEMBER, LEAD, CHAIR, OBSERVER]
    assert {each.country for each in found.present} == {"MX"}
    assert found.present[2].marked_by == LEAD


def test_who_is_marked_already_is_not_marked_again_and_nobody_at_all_is_refused(charging: Stage) -> None:
    started(charging)
    again = charging.writes_nothing(lambda: attended(charging, MEMBER))
    assert again.marked == ()
    assert charging.code(lambda: attended(charging, MEMBER, NEWCOMER)) is RefusalCode.MEETING_ATTENDEE_UNKNOWN
    many = [f"U{number}" for number in range(101)]
    assert charging.code(lambda: attended(charging, MEMBER, *many)) is RefusalCode.TOO_MANY


def test_nobody_was_at_a_meeting_that_has_not_begun(charging: Stage) -> None:
    scheduled(charging)
    assert charging.code(lambda: attended(charging, MEMBER, reference=M1)) is RefusalCode.MEETING_NOT_OPEN


def test_who_was_marked_by_mistake_is_taken_out_by_those_concerned(charging: Stage) -> None:
    started(charging, LEAD)
    attended(charging, MEMBER, CHAIR)
    attended(charging, CHAIR, TALENT_LEAD)
    refused = charging.code(lambda: attended(charging, MEMBER, TALENT_LEAD, present=False))
    assert refused is RefusalCode.LEAD_ONLY
    assert attended(charging, MEMBER, CHAIR, present=False).marked == (CHAIR,)
    assert attended(charging, TALENT_LEAD, present=False).marked == (TALENT_LEAD,)
    assert [each.user for each in meeting(charging).present] == [LEAD]


def test_ones_own_mark_is_undone_while_it_is_the_last_change(charging: Stage) -> None:
    started(charging, LEAD)
    attended(charging, MEMBER)
    undo(Undo(origin=charging.origin(), group=1), charging.uow, NOW)
    assert [each.user for each in meeting(charging).present] == [LEAD]


def test_after_the_end_a_mark_is_a_correction_that_the_channel_is_told_of(charging: Stage) -> None:
    started(charging)
    attended(charging, LEAD)
    assert deliveries(charging, DeliveryKind.CORRECTION) == []
    ended(charging)
    attended(charging, LEAD, CHAIR, reference=M1)
    (told,) = deliveries(charging, DeliveryKind.CORRECTION)
    last = charging.record.changes.last_number
    assert told.facts == {"meeting": 1, "after": last - 1, "through": last}


def test_the_channel_is_also_told_when_such_a_mark_is_taken_back(charging: Stage) -> None:
    started(charging)
    ended(charging)
    attended(charging, LEAD, CHAIR, reference=M1)
    undo(Undo(origin=charging.origin(LEAD), group=1), charging.uow, NOW)
    _, told = deliveries(charging, DeliveryKind.CORRECTION)
    changes = charging.told(int(told.facts["after"]))
    assert [(change.kind, change.before, change.person) for change in changes] == [
        (ChangeKind.ATTENDED, CHAIR, CHAIR),
        (ChangeKind.UNDONE, changes[1].before, None),
    ]
