"""Agreeing: what each rule of a group asks of the positions, and a chair who overrides it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.agreement import Shortfall
from domain.change import ChangeKind, NewChange
from domain.group import AgreementRule
from domain.people import Role
from domain.position import Stance
from domain.recommendation import Recommendation
from domain.recommendation import RecommendationStatus as Status
from domain.refusal import RefusalCode
from domain.usecases.moving import Blocked, Move, move
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.agreement import R1, SEATS, Room, Rule, user_of
from tests.unit.domain.usecases.stage import NOW, OBSERVER


def test_an_open_group_agrees_whatever_is_held() -> None:
    room = Room(Rule.OPEN)
    room.hold(Stance.OBJECTION, *map(user_of, SEATS))
    assert room.agreed().override is None


def test_without_an_objection_nobody_needs_to_support() -> None:
    room = Room(Rule.NO_OBJECTION)
    room.hold(Stance.RESERVATION, user_of(SEATS[0]))
    room.hold(Stance.ABSTENTION, user_of(SEATS[1]))
    assert room.agreed().override is None


def test_one_objection_stands_in_the_way_until_it_is_taken_back() -> None:
    room = Room(Rule.NO_OBJECTION)
    room.hold(Stance.SUPPORT, *map(user_of, SEATS))
    room.hold(Stance.OBJECTION, user_of(SEATS[4]))
    assert room.missed() == Shortfall(objecting=(user_of(SEATS[4]),))
    room.hold(Stance.RESERVATION, user_of(SEATS[4]))
    room.agreed()


def test_each_country_has_to_support_it_and_nobody_to_object() -> None:
    room = Room(Rule.EACH_COUNTRY)
    assert room.missed() == Shortfall(countries=("MX", "US"))
    room.hold(Stance.SUPPORT, user_of(SEATS[0]))
    assert room.missed() == Shortfall(countries=("US",))
    room.hold(Stance.SUPPORT, user_of(SEATS[5]))
    room.hold(Stance.OBJECTION, user_of(SEATS[1]))
    assert room.missed() == Shortfall(objecting=(user_of(SEATS[1]),))
    room.hold(Stance.ABSTENTION, user_of(SEATS[1]))
    room.agreed()


def test_the_triple_helix_needs_a_support_from_every_sector_of_every_country() -> None:
    room = Room(Rule.TRIPLE_HELIX)
    room.hold(Stance.SUPPORT, *map(user_of, SEATS[:-1]))
    assert room.missed() == Shortfall(seats=(SEATS[-1],))
    room.hold(Stance.SUPPORT, user_of(SEATS[-1]))
    room.agreed()


def test_who_is_told_what_is_missing_sees_the_matrix_too() -> None:
    room = Room(Rule.EACH_COUNTRY)
    room.hold(Stance.SUPPORT, user_of(SEATS[0]))
    outcome = room.agree()
    assert isinstance(outcome, Blocked)
    assert outcome.item == room.stage.record.recommendations.get(1)
    assert outcome.item.status == Status.UNDER_REVIEW
    assert outcome.matrix.counts[SEATS[0]][Stance.SUPPORT] == 1
    assert set(outcome.matrix.silent) == set(SEATS[1:])


def test_positions_on_an_earlier_text_do_not_count() -> None:
    room = Room(Rule.NO_OBJECTION)
    room.hold(Stance.OBJECTION, MEMBER)
    recommendations = room.stage.record.recommendations
    recommendations.save(replace(recommendations.by_number[1], edition=2))
    room.agreed()


def test_who_became_an_observer_or_left_has_no_say_any_more() -> None:
    room = Room(Rule.NO_OBJECTION)
    room.hold(Stance.OBJECTION, MEMBER, user_of(SEATS[0]))
    members = room.stage.record.members
    members.save(replace(room.stage.member(MEMBER), role=Role.OBSERVER))
    assert room.missed().objecting == (user_of(SEATS[0]),)
    del members.by_user[user_of(SEATS[0])]
    room.agreed()


def test_a_chair_overrides_the_rule_with_a_reason_that_stays_visible() -> None:
    room = Room(Rule.NO_OBJECTION)
    room.hold(Stance.OBJECTION, MEMBER)
    last = room.stage.record.changes.last_number
    assert room.agreed(CHAIR, "the ministers agreed").override == "the ministers agreed"
    told = NewChange(
        kind=ChangeKind.MOVED,
        subject=R1,
        theme="charging",
        before="under_review",
        after="agreed",
        comment="the ministers agreed",
    )
    overridden = replace(told, kind=ChangeKind.OVERRIDDEN, before=None, after="no-objection")
    assert room.stage.told(last) == [told, overridden]


def test_nobody_overrides_the_rule_by_the_way() -> None:
    """A chair without a reason does not; a lead's reason is a comment."""
    room = Room(Rule.NO_OBJECTION)
    room.hold(Stance.OBJECTION, MEMBER)
    assert room.missed(CHAIR)
    assert room.missed(CHAIR, "")
    assert room.missed(LEAD, "the ministers agreed")


def test_a_chairs_reason_overrides_nothing_where_the_rule_holds() -> None:
    room = Room(Rule.NO_OBJECTION)
    assert room.agreed(CHAIR, "as we said").override is None


def test_an_agreement_that_was_overridden_is_taken_back_whole() -> None:
    room = Room(Rule.NO_OBJECTION)
    room.hold(Stance.OBJECTION, MEMBER)
    room.agreed(CHAIR, "the ministers agreed")
    taken = undo(Undo(origin=room.stage.origin(CHAIR), group=1), room.stage.uow, NOW).item
    assert isinstance(taken, Recommendation)
    assert (taken.status, taken.override) == (Status.UNDER_REVIEW, None)
    assert room.missed(LEAD)


def test_what_was_agreed_once_comes_back_from_closed_without_being_asked_again() -> None:
    room = Room(Rule.NO_OBJECTION)
    room.agreed()
    room.hold(Stance.OBJECTION, MEMBER)
    closing = Move(
        origin=room.stage.origin(CHAIR), group=1, reference=R1, to=Status.NOT_IMPLEMENTED, reason="no money"
    )
    move(closing, room.stage.uow, NOW)
    move(replace(closing, origin=room.stage.origin(CHAIR), to=None, reopen=True), room.stage.uow, NOW)
    assert room.stage.record.recommendations.by_number[1].status == Status.AGREED


@pytest.mark.parametrize("rule", Rule)
def test_who_may_not_agree_is_told_so_whatever_the_rule_says(rule: AgreementRule) -> None:
    room = Room(rule)
    assert room.stage.code(lambda: room.agree(MEMBER)) is RefusalCode.LEAD_ONLY
    assert room.stage.code(lambda: room.agree(OBSERVER)) is RefusalCode.OBSERVER_READS_ONLY
