"""Pausing, resuming and stopping digests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.change import ChangeKind, NewChange
from domain.delivery import Skipped
from domain.people import Role
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import RefusalCode
from domain.schedule import Slot
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.deliveries import deliver_now
from domain.usecases.slots import skip_slot
from domain.usecases.subscriptions import Steer, pause, resume, stop, subscribe
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import GUEST, NEWCOMER, NOW, OBSERVER, UNBOUND, UNKNOWN, Stage, profile
from tests.unit.domain.usecases.wanted import MONDAY, own

Verb = Callable[[Steer, UnitOfWork, datetime], Subscription]
every_verb = pytest.mark.parametrize("verb", [pause, resume, stop])


@pytest.mark.parametrize(
    ("verb", "kind", "state"),
    [
        (pause, ChangeKind.DIGEST_PAUSED, SubscriptionState.PAUSED),
        (stop, ChangeKind.DIGEST_STOPPED, SubscriptionState.STOPPED),
    ],
)
def test_pausing_and_stopping_keep_the_place_in_the_history_and_leave_no_slot(
    stage: Stage, verb: Verb, kind: ChangeKind, state: SubscriptionState
) -> None:
    before = stage.hand.subscribe(NOW)
    turned = verb(stage.hand.steer(1, key="trigger-turn"), stage.uow, NOW)
    assert turned == replace(before, state=state, next_slot=None, version=2)
    assert stage.record.subscriptions.by_number == {1: turned}
    assert stage.told(1) == [NewChange(kind=kind, after=CHANNEL, comment="D-1")]
    receipt, at = stage.uow.workspace(WORKSPACE).receipts.by_key["trigger-turn"]
    assert (receipt, at) == (Receipt("1"), NOW)


def test_resuming_takes_the_next_slot_from_now_on(stage: Stage) -> None:
    before = stage.hand.subscribe(NOW)
    pause(stage.hand.steer(1), stage.uow, NOW)
    resumed = resume(stage.hand.steer(1), stage.uow, MONDAY.due_at)
    week_later = Slot(date(2026, 11, 30), datetime(2026, 11, 30, 15, 0, tzinfo=UTC))
    assert resumed == replace(before, next_slot=week_later, version=3)
    assert [change.kind for change in stage.told(2)] == [ChangeKind.DIGEST_RESUMED]


def test_resuming_never_takes_a_date_that_was_used(stage: Stage) -> None:
    used = stage.hand.subscribe(NOW)
    stage.record.subscriptions.save(replace(used, last_date=MONDAY.date))
    skip_slot(stage.uow, used, MONDAY, Skipped.PASSED)
    pause(stage.hand.steer(1), stage.uow, NOW)
    slot = resume(stage.hand.steer(1), stage.uow, NOW).next_slot
    assert slot is not None
    assert slot.date == date(2026, 11, 30)


def prepared(stage: Stage, verb: Verb) -> Steer:
    stage.hand.subscribe(NOW)
    if verb is resume:
        pause(stage.hand.steer(1), stage.uow, NOW)
    return stage.hand.steer(1, key="same")


@every_verb
def test_a_replay_of_steering_gets_the_same_and_writes_nothing(stage: Stage, verb: Verb) -> None:
    steer = prepared(stage, verb)
    turned = verb(steer, stage.uow, NOW)
    stage.record.members.save(replace(stage.member(CHAIR), role=Role.OBSERVER))
    assert stage.writes_nothing(lambda: verb(steer, stage.uow, NOW)) == turned


@pytest.mark.parametrize("verb", [pause, resume])
def test_what_is_so_already_stays_so_without_a_trace(stage: Stage, verb: Verb) -> None:
    found = verb(prepared(stage, verb), stage.uow, NOW)
    assert stage.writes_nothing(lambda: verb(stage.hand.steer(1), stage.uow, NOW)) == found


@every_verb
def test_a_stopped_digest_is_not_steered_any_more(stage: Stage, verb: Verb) -> None:
    stage.hand.subscribe(NOW)
    stop(stage.hand.steer(1), stage.uow, NOW)
    refused = stage.refused(lambda: verb(stage.hand.steer(1), stage.uow, NOW))
    assert (refused.code, refused.facts) == (RefusalCode.SUBSCRIPTION_ENDED, {"number": 1})


@every_verb
@pytest.mark.parametrize(("number", "channel"), [(2, CHANNEL), (1, UNBOUND)])
def test_a_digest_the_channel_does_not_have_is_refused(
    stage: Stage, verb: Verb, number: int, channel: str
) -> None:
    stage.hand.subscribe(NOW)
    steer = replace(stage.hand.steer(number), channel=channel)
    refused = stage.refused(lambda: verb(steer, stage.uow, NOW))
    assert (refused.code, refused.facts) == (RefusalCode.SUBSCRIPTION_UNKNOWN, {"number": number})


@every_verb
@pytest.mark.parametrize(
    ("user", "code"),
    [
        (MEMBER, RefusalCode.LEAD_ONLY),
        (LEAD, RefusalCode.LEAD_ONLY),
        (OBSERVER, RefusalCode.OBSERVER_READS_ONLY),
        (GUEST, RefusalCode.GUEST_READS_ONLY),
        (NEWCOMER, RefusalCode.MEMBERS_ONLY),
        (UNKNOWN, RefusalCode.PERSON_UNKNOWN),
    ],
)
def test_the_digest_of_all_themes_is_steered_by_chairs_alone(
    stage: Stage, verb: Verb, user: str, code: RefusalCode
) -> None:
    stage.hand.subscribe(NOW)
    assert stage.code(lambda: verb(stage.hand.steer(1, user), stage.uow, NOW)) is code


def test_a_member_steers_their_own_digest_and_another_member_does_not(stage: Stage) -> None:
    subscribe(own(stage.origin(MEMBER)), stage.uow, NOW)
    theirs = replace(stage.hand.steer(1, LEAD), channel=MEMBER)
    assert stage.code(lambda: pause(theirs, stage.uow, NOW)) is RefusalCode.LEAD_ONLY
    mine = replace(stage.hand.steer(1, MEMBER), channel=MEMBER)
    assert pause(mine, stage.uow, NOW).state is SubscriptionState.PAUSED


@pytest.mark.parametrize("verb", [pause, stop])
@pytest.mark.parametrize("lost", ["rights", "workspace", "membership"])
def test_who_lost_their_rights_still_silences_their_own_digest(stage: Stage, verb: Verb, lost: str) -> None:
    subscribe(own(stage.origin(MEMBER)), stage.uow, NOW)
    lose(stage, lost)
    mine = replace(stage.hand.steer(1, MEMBER), channel=MEMBER, origin=stage.origin(MEMBER, channel=None))
    assert verb(mine, stage.uow, NOW).next_slot is None
    assert stage.record.changes.all[-1].actor == MEMBER


def test_an_observer_resumes_the_digest_that_they_had_and_has_it_now(stage: Stage) -> None:
    subscribe(own(stage.origin(MEMBER)), stage.uow, NOW)
    mine = replace(stage.hand.steer(1, MEMBER), channel=MEMBER, origin=stage.origin(MEMBER, channel=None))
    lose(stage, "rights")
    pause(mine, stage.uow, NOW)
    again = replace(mine, origin=stage.origin(MEMBER, channel=None))
    assert resume(again, stage.uow, NOW).state is SubscriptionState.ACTIVE
    now = replace(mine, origin=stage.origin(MEMBER, channel=None))
    assert deliver_now(now, stage.uow, NOW).subscription.number == 1


@pytest.mark.parametrize("lost", ["workspace", "membership"])
def test_who_lost_more_than_their_rights_resumes_nothing(stage: Stage, lost: str) -> None:
    subscribe(own(stage.origin(MEMBER)), stage.uow, NOW)
    mine = replace(stage.hand.steer(1, MEMBER), channel=MEMBER, origin=stage.origin(MEMBER, channel=None))
    pause(mine, stage.uow, NOW)
    lose(stage, lost)
    again = replace(mine, origin=stage.origin(MEMBER, channel=None))
    assert stage.code(lambda: resume(again, stage.uow, NOW)) in {
        RefusalCode.GUEST_READS_ONLY,
        RefusalCode.MEMBERS_ONLY,
    }


def lose(stage: Stage, what: str) -> None:
    """MEMBER becomes an observer, a guest, or no member at all."""
    if what == "rights":
        stage.record.members.save(replace(stage.member(MEMBER), role=Role.OBSERVER))
    elif what == "workspace":
        stage.uow.workspace(WORKSPACE).people.save(profile(MEMBER, is_guest=True))
    else:
        del stage.record.members.by_user[MEMBER]
