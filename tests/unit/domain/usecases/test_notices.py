"""Who is told when something of theirs moves, and what becomes of that when the move is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease, Payload
from domain.group import AgreementRule
from domain.language import Language
from domain.notice import HELD_FOR, STALE_AFTER, DigestNotice, MoveNotice, Stake
from domain.people import Person, Role
from domain.recommendation import RecommendationStatus
from domain.reference import Reference, Series
from domain.usecases.deliveries import materialise
from domain.usecases.giving_up import give_up
from domain.usecases.moving import Move, move
from domain.usecases.muting import Mute, mute
from domain.usecases.notices import notice_of
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import GUEST, NOW, TALENT_LEAD, Stage, profile

REVIEW = RecommendationStatus.UNDER_REVIEW
AFTER_A_WEEK = timedelta(days=8)


def moves(stage: Stage, reference: Reference, to: str = REVIEW, user: str = CHAIR, **facts: object) -> None:
    command = Move(origin=stage.origin(user), group=1, reference=reference, to=to)
    move(replace(command, **facts), stage.uow, NOW)  # type: ignore[arg-type]  # any of its fields


def notices(stage: Stage) -> list[Delivery]:
    found = stage.uow.outbox.deliveries.values()
    return [delivery for delivery in found if delivery.kind is DeliveryKind.NOTICE]


def told(stage: Stage) -> list[str]:
    return [delivery.channel for delivery in notices(stage)]


def sends(stage: Stage) -> None:
    """Every delivery that waits is sent."""
    stage.uow.outbox.release(NOW + HELD_FOR)
    lease = Lease("token")
    for delivery in stage.uow.outbox.claim(lease, NOW, 100):
        stage.uow.outbox.freeze(delivery.id, lease, [Payload({}, {})])
        stage.uow.outbox.begin(delivery.id, lease, 0, NOW)
        stage.uow.outbox.settle(delivery.id, lease, DeliveryState.SENT, None)


def told_of(stage: Stage, delivery: Delivery) -> MoveNotice:
    notice = notice_of(delivery, stage.uow, NOW)
    assert isinstance(notice, MoveNotice)
    return notice


def test_proposer_and_owner_are_told_of_a_move_once_each(stage: Stage) -> None:
    item = stage.recommendation(owner=LEAD)
    moves(stage, item.reference)
    assert told(stage) == [MEMBER, LEAD]
    assert {delivery.state for delivery in notices(stage)} == {DeliveryState.HELD}
    assert [told_of(stage, delivery).stake for delivery in notices(stage)] == [Stake.PROPOSED, Stake.OWNS]


def test_who_proposed_it_and_owns_it_is_told_once(stage: Stage) -> None:
    item = stage.recommendation(owner=MEMBER)
    moves(stage, item.reference)
    assert told(stage) == [MEMBER]
    assert told_of(stage, notices(stage)[0]).stake is Stake.BOTH


def test_nobody_is_told_of_what_they_moved_themselves(stage: Stage) -> None:
    item = stage.recommendation(stage.entry(author=LEAD), owner=MEMBER)
    moves(stage, item.reference, user=LEAD)
    assert told(stage) == [MEMBER]


def test_an_obstacle_s_finder_is_told_that_it_was_merged(stage: Stage) -> None:
    gone, stays = stage.obstacle(), stage.obstacle()
    moves(stage, gone.reference, "merged", successor=stays.reference)
    assert told(stage) == [MEMBER]


def test_a_chair_s_override_is_told_with_its_reason(stage: Stage) -> None:
    item = stage.recommendation(status=REVIEW)
    stage.record.group = replace(stage.record.group, agreement_rule=AgreementRule.EACH_COUNTRY)
    moves(stage, item.reference, "agreed", reason="we need it now")
    notice = told_of(stage, notices(stage)[0])
    assert "we need it now" in {change.comment for change in notice.changes}


def test_progress_alone_is_no_news(stage: Stage) -> None:
    item = stage.recommendation(status="in_progress")
    moves(stage, item.reference, "in_progress", progress=40)
    assert notices(stage) == []


def test_of_actions_and_notes_nobody_is_told(stage: Stage) -> None:
    moves(stage, stage.action().reference, "done")
    moves(stage, stage.note().reference, "withdrawn")
    assert notices(stage) == []


def test_who_muted_the_item_is_not_told_until_they_want_to_again(stage: Stage) -> None:
    item = stage.recommendation()
    wish = Mute(origin=stage.origin(MEMBER), group=1, reference=item.reference)
    mute(wish, stage.uow)
    mute(wish, stage.uow)
    moves(stage, item.reference)
    assert notices(stage) == []
    mute(replace(wish, muted=False), stage.uow)
    moves(stage, item.reference, "proposed")
    assert told(stage) == [MEMBER]


def test_what_does_not_exist_cannot_be_muted(stage: Stage) -> None:
    nothing = Mute(origin=stage.origin(MEMBER), group=1, reference=Reference(Series.RECOMMENDATION, 99))
    assert stage.code(lambda: mute(nothing, stage.uow)) == "reference-unknown"


@pytest.mark.parametrize("user", ["U0GONE", GUEST])
def test_who_left_or_only_reads_is_not_told(stage: Stage, user: str) -> None:
    item = stage.recommendation(stage.entry(author=user))
    moves(stage, item.reference)
    assert notices(stage) == []


def test_who_is_not_in_the_workspace_any_more_is_not_told(stage: Stage) -> None:
    item = stage.recommendation()
    stage.uow.workspace(WORKSPACE).people.save(profile(MEMBER, is_deactivated=True))
    moves(stage, item.reference)
    assert notices(stage) == []


def test_a_replayed_move_tells_nobody_again(stage: Stage) -> None:
    item = stage.recommendation()
    origin = stage.origin(CHAIR, key="once")
    for _ in range(2):
        move(Move(origin=origin, group=1, reference=item.reference, to=REVIEW), stage.uow, NOW)
    assert len(notices(stage)) == 1


def test_a_move_taken_back_at_once_is_never_told(stage: Stage) -> None:
    item = stage.recommendation()
    moves(stage, item.reference)
    undo(Undo(origin=stage.origin(CHAIR), group=1), stage.uow, NOW)
    assert [delivery.state for delivery in notices(stage)] == [DeliveryState.SKIPPED]


def test_a_notice_that_somebody_was_about_to_send_is_taken_from_them(stage: Stage) -> None:
    item = stage.recommendation()
    moves(stage, item.reference)
    stage.uow.outbox.release(NOW + HELD_FOR)
    stage.uow.outbox.claim(Lease("sender"), NOW, 1)
    undo(Undo(origin=stage.origin(CHAIR), group=1), stage.uow, NOW)
    assert [delivery.state for delivery in notices(stage)] == [DeliveryState.SKIPPED]
    assert stage.uow.outbox.leases == {}


def test_who_was_told_of_a_move_is_told_that_it_was_taken_back(stage: Stage) -> None:
    item = stage.recommendation()
    moves(stage, item.reference)
    sends(stage)
    undo(Undo(origin=stage.origin(CHAIR), group=1), stage.uow, NOW)
    first, second = notices(stage)
    assert (first.state, second.state) == (DeliveryState.SENT, DeliveryState.HELD)
    notice = told_of(stage, second)
    assert notice.taken_back
    assert [change.after for change in notice.changes if change.kind == "moved"] == ["proposed"]


def test_nobody_is_told_that_something_was_taken_back_that_they_muted_since(stage: Stage) -> None:
    item = stage.recommendation()
    moves(stage, item.reference)
    sends(stage)
    mute(Mute(origin=stage.origin(MEMBER), group=1, reference=item.reference), stage.uow)
    undo(Undo(origin=stage.origin(CHAIR), group=1), stage.uow, NOW)
    assert len(notices(stage)) == 1


def test_what_was_muted_after_the_move_is_not_worded_any_more(stage: Stage) -> None:
    item = stage.recommendation()
    moves(stage, item.reference)
    mute(Mute(origin=stage.origin(MEMBER), group=1, reference=item.reference), stage.uow)
    assert notice_of(notices(stage)[0], stage.uow, NOW) is None


def test_what_is_a_month_old_is_no_news(stage: Stage) -> None:
    moves(stage, stage.recommendation().reference)
    (delivery,) = notices(stage)
    assert notice_of(delivery, stage.uow, NOW + HELD_FOR + STALE_AFTER) is not None
    assert notice_of(delivery, stage.uow, NOW + HELD_FOR + STALE_AFTER + timedelta(seconds=1)) is None


def test_a_notice_is_for_its_reader_s_language_and_zone(stage: Stage) -> None:
    people = stage.uow.workspace(WORKSPACE).people
    reads = profile(MEMBER, person=Person(WORKSPACE, MEMBER), locale_language=Language.SPANISH)
    people.save(replace(reads, zone="America/Monterrey"))
    moves(stage, stage.recommendation().reference)
    reader = told_of(stage, notices(stage)[0]).reader
    assert (reader.language, reader.zone) == (Language.SPANISH, "America/Monterrey")


def fails(stage: Stage, number: int, error: str = "is_archived") -> None:
    """The digest of the week comes due and Slack refuses it for good."""
    materialise(stage.uow, NOW + AFTER_A_WEEK * number, 10)
    lease = Lease("token")
    for delivery in stage.uow.outbox.claim(lease, NOW, 100):
        if delivery.kind is DeliveryKind.DIGEST:
            give_up(stage.uow, delivery, lease, error)


def test_who_set_up_a_digest_is_told_once_that_it_cannot_be_posted(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    for week in (1, 2, 3):
        fails(stage, week)
    assert told(stage) == [CHAIR]
    notice = notice_of(notices(stage)[0], stage.uow, NOW)
    assert isinstance(notice, DigestNotice)
    assert (notice.error, notice.subscription.number) == ("is_archived", 1)


def test_another_reason_is_told_too(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    fails(stage, 1)
    fails(stage, 2, "not_in_channel")
    assert told(stage) == [CHAIR, CHAIR]


def test_the_chairs_are_told_of_a_digest_whose_maker_left_the_group(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    stage.record.members.save(replace(stage.member(LEAD), role=Role.CHAIR))
    stage.record.members.remove(CHAIR)
    fails(stage, 1)
    assert told(stage) == [LEAD]
    assert notice_of(notices(stage)[0], stage.uow, NOW) is not None
    fails(stage, 2)
    assert told(stage) == [LEAD]


@pytest.mark.parametrize("gone", [{"is_deactivated": True}, {"is_guest": True}])
def test_the_chairs_are_told_of_a_digest_whose_maker_gets_no_messages_any_more(
    stage: Stage, gone: dict[str, bool]
) -> None:
    stage.hand.subscribe(NOW)
    stage.record.members.save(replace(stage.member(TALENT_LEAD), role=Role.CHAIR))
    stage.uow.workspace(WORKSPACE).people.save(profile(CHAIR, **gone))
    fails(stage, 1)
    assert told(stage) == [TALENT_LEAD]


def test_nobody_is_told_of_a_digest_that_failed_where_no_chair_is_left(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    stage.record.members.remove(CHAIR)
    fails(stage, 1)
    assert notices(stage) == []


def test_a_notice_that_fails_is_nobody_s_business(stage: Stage) -> None:
    moves(stage, stage.recommendation().reference)
    stage.uow.outbox.release(NOW + HELD_FOR)
    lease = Lease("token")
    (claimed,) = stage.uow.outbox.claim(lease, NOW, 10)
    give_up(stage.uow, claimed, lease, "user_not_found")
    assert [delivery.state for delivery in notices(stage)] == [DeliveryState.FAILED]
