"""What was agreed and then says something else: who leaves it agreed, who puts it under review again."""

from __future__ import annotations

import pytest

from domain.change import ChangeKind
from domain.delivery import DeliveryKind
from domain.editing import Correction
from domain.group import AgreementRule as Rule
from domain.language import Language
from domain.position import Stance
from domain.recommendation import Recommendation
from domain.recommendation import RecommendationStatus as Status
from domain.usecases.editing import Edit, Edited, edit
from domain.usecases.moving import Blocked, Move, Moved, move
from domain.usecases.positions import balance
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.agreement import R1, SEATS, Room, user_of
from tests.unit.domain.usecases.gathering import deliveries
from tests.unit.domain.usecases.stage import NOW, TALENT_LEAD

EVERYBODY = [user_of(seat) for seat in SEATS]


def agreed(rule: Rule, reason: str | None = None) -> Room:
    """R-1, by the member, agreed: everybody supports it, or a chair decided."""
    room = Room(rule)
    room.hold(Stance.SUPPORT if reason is None else Stance.OBJECTION, *EVERYBODY)
    assert isinstance(room.agree(LEAD if reason is None else CHAIR, reason), Moved)
    return room


def corrected(room: Room, user: str, **fields: object) -> Edited:
    correction = Correction(**fields)  # type: ignore[arg-type]  # any of its fields
    wanted = Edit(origin=room.stage.origin(user), group=1, reference=R1, correction=correction)
    outcome = edit(wanted, room.stage.uow, NOW)
    assert isinstance(outcome, Edited)
    return outcome


def present(room: Room) -> Recommendation:
    return room.stage.record.recommendations.by_number[1]


@pytest.mark.parametrize("rule", Rule)
def test_an_author_who_rewrites_what_was_agreed_puts_it_under_review_again(rule: Rule) -> None:
    room = agreed(rule)
    outcome = corrected(room, MEMBER, text="Something else")
    assert outcome.item.status == present(room).status == Status.UNDER_REVIEW
    assert outcome.uncounted == len(EVERYBODY)
    text, moved = outcome.changes
    assert (text.kind, text.after) == (ChangeKind.EDITED, "text=Something else")
    assert (moved.kind, moved.before, moved.after) == (ChangeKind.MOVED, "agreed", "under_review")


@pytest.mark.parametrize(
    ("rule", "stays"),
    [(Rule.OPEN, True), (Rule.NO_OBJECTION, True), (Rule.EACH_COUNTRY, False), (Rule.TRIPLE_HELIX, False)],
)
@pytest.mark.parametrize("user", [LEAD, CHAIR])
def test_whoever_may_agree_leaves_it_agreed_where_the_rule_holds_on_the_new_text(
    rule: Rule,
    stays: bool,  # noqa: FBT001 - a case of the table
    user: str,
) -> None:
    room = agreed(rule)
    outcome = corrected(room, user, text="Something else")
    assert outcome.item.status == (Status.AGREED if stays else Status.UNDER_REVIEW)


def test_what_a_chair_decided_was_about_the_text_before() -> None:
    room = agreed(Rule.NO_OBJECTION, "the ministry asks for it")
    outcome = corrected(room, CHAIR, text="Something else")
    assert (outcome.item.status, present(room).override) == (Status.UNDER_REVIEW, None)
    _, _, told = outcome.changes
    assert (told.kind, told.before, told.after) == (ChangeKind.OVERRIDDEN, "no-objection", None)
    assert told.comment == "the ministry asks for it"


@pytest.mark.parametrize("reason", [None, "the ministry asks for it"])
def test_taking_the_edit_back_agrees_the_former_text_again_with_its_positions(reason: str | None) -> None:
    room = agreed(Rule.NO_OBJECTION, reason)
    before = present(room)
    corrected(room, MEMBER, text="Something else")
    undo(Undo(origin=room.stage.origin(MEMBER), group=1), room.stage.uow, NOW)
    after = present(room)
    assert (after.status, after.override, after.text, after.edition) == (
        Status.AGREED,
        reason,
        before.text,
        before.edition,
    )
    assert len(balance(room.stage.record, after).voices) == len(EVERYBODY)


def test_another_version_or_field_leaves_it_agreed() -> None:
    room = agreed(Rule.TRIPLE_HELIX)
    corrected(room, MEMBER, versions={Language.SPANISH: "Un mapa"})
    corrected(room, LEAD, priority=True)
    assert present(room).status == Status.AGREED


def test_what_is_under_way_goes_on_under_its_new_text() -> None:
    room = agreed(Rule.TRIPLE_HELIX)
    wanted = Move(origin=room.stage.origin(LEAD), group=1, reference=R1, to=Status.IN_PROGRESS)
    move(wanted, room.stage.uow, NOW)
    assert corrected(room, MEMBER, text="Something else").item.status == Status.IN_PROGRESS


def test_it_is_agreed_anew_once_the_rule_holds_on_the_new_text() -> None:
    room = agreed(Rule.TRIPLE_HELIX)
    corrected(room, MEMBER, text="Something else")
    assert isinstance(room.agree(), Blocked)
    room.hold(Stance.SUPPORT, *EVERYBODY)
    assert isinstance(room.agree(), Moved)


def test_its_proposer_hears_that_somebody_elses_edit_put_it_under_review() -> None:
    room = agreed(Rule.TRIPLE_HELIX)
    already = len(deliveries(room.stage, DeliveryKind.NOTICE))
    corrected(room, LEAD, text="Something else")
    told = deliveries(room.stage, DeliveryKind.NOTICE)[already:]
    assert [notice.channel for notice in told] == [MEMBER]


def test_the_lead_of_another_theme_may_not_edit_it_at_all() -> None:
    room = agreed(Rule.OPEN)
    refusal = room.stage.refused(lambda: corrected(room, TALENT_LEAD, text="Something else"))
    assert refusal.code.value == "lead-only"
