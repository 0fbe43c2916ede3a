"""Setting up, pausing, resuming and stopping digests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from domain.change import ChangeKind, NewChange
from domain.language import Language
from domain.people import Role
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import RefusalCode
from domain.schedule import Slot
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.origin import Origin
from domain.usecases.subscriptions import (
    SUBSCRIPTIONS_MAX,
    Scheduled,
    Steer,
    Subscribe,
    pause,
    resume,
    stop,
    subscribe,
    subscriptions_of,
)
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, MEMBER, MONDAYS_AT_NINE, WORKSPACE
from tests.unit.domain.usecases.stage import GUEST, NEWCOMER, NOW, OBSERVER, UNBOUND, UNKNOWN, Stage, profile

MONDAY = Slot(date(2026, 11, 23), datetime(2026, 11, 23, 15, 0, tzinfo=UTC))
Verb = Callable[[Steer, UnitOfWork, datetime], Subscription]
every_verb = pytest.mark.parametrize("verb", [pause, resume, stop])


@pytest.fixture
def stage() -> Stage:
    return Stage()


def wanted(origin: Origin, **facts: object) -> Subscribe:
    plain = Subscribe(
        origin=origin,
        group=1,
        channel=CHANNEL,
        reader=None,
        schedule=MONDAYS_AT_NINE,
        themes=("charging",),
        languages=(Language.ENGLISH, Language.SPANISH),
        skip_quiet=True,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def own(origin: Origin) -> Subscribe:
    user = origin.person.user
    return wanted(origin, channel=user, reader=user, themes=())


def test_a_digest_of_a_channel_is_stored_and_tells_from_now_on(stage: Stage) -> None:
    stage.note()
    stored = subscribe(wanted(stage.origin(LEAD, key="trigger-digest")), stage.uow, NOW).subscription
    assert stored == Subscription(
        channel=CHANNEL,
        reader=None,
        schedule=MONDAYS_AT_NINE,
        themes=("charging",),
        languages=(Language.ENGLISH, Language.SPANISH),
        skip_quiet=True,
        state=SubscriptionState.ACTIVE,
        next_slot=MONDAY,
        last_date=None,
        told_through=2,
        created_by=LEAD,
        created_at=NOW,
        number=1,
        workspace=WORKSPACE,
        group=1,
    )
    assert stage.record.subscriptions.by_number == {1: stored}
    assert stage.told(1) == [NewChange(kind=ChangeKind.DIGEST_SCHEDULED, after=CHANNEL)]
    receipts = stage.uow.workspace(WORKSPACE).receipts.by_key
    assert receipts == {"trigger-digest": (Receipt("1"), NOW)}


def test_a_replay_of_subscribing_gets_the_same_and_writes_nothing(stage: Stage) -> None:
    command = wanted(stage.origin(LEAD, key="same"))
    stored = subscribe(command, stage.uow, NOW)
    assert stage.writes_nothing(lambda: subscribe(command, stage.uow, NOW)) == stored


def test_a_member_has_their_own_digest_of_any_theme(stage: Stage) -> None:
    assert subscribe(own(stage.origin(MEMBER)), stage.uow, NOW).subscription.reader == MEMBER


@pytest.mark.parametrize(
    ("user", "facts", "code", "said"),
    [
        (MEMBER, {}, RefusalCode.LEAD_ONLY, {}),
        (LEAD, {"themes": ()}, RefusalCode.LEAD_ONLY, {}),
        (LEAD, {"themes": ("talent",)}, RefusalCode.LEAD_ONLY, {}),
        (LEAD, {"themes": ("charging", "talent")}, RefusalCode.LEAD_ONLY, {}),
        (MEMBER, {"reader": LEAD}, RefusalCode.LEAD_ONLY, {}),
        (OBSERVER, {"reader": OBSERVER}, RefusalCode.OBSERVER_READS_ONLY, {}),
        (OBSERVER, {}, RefusalCode.OBSERVER_READS_ONLY, {}),
        (GUEST, {}, RefusalCode.GUEST_READS_ONLY, {}),
        (NEWCOMER, {}, RefusalCode.MEMBERS_ONLY, {}),
        (UNKNOWN, {}, RefusalCode.PERSON_UNKNOWN, {}),
        (CHAIR, {"group": 2}, RefusalCode.CHANNEL_NEEDS_GROUP, {}),
        (CHAIR, {"themes": ("supply",)}, RefusalCode.THEME_UNKNOWN, {"word": "supply"}),
        (
            CHAIR,
            {"schedule": replace(MONDAYS_AT_NINE, zone="CDMX")},
            RefusalCode.ZONE_UNKNOWN,
            {"word": "CDMX"},
        ),
    ],
)
def test_a_digest_that_cannot_be_scheduled_is_refused_and_nothing_is_written(
    stage: Stage, user: str, facts: dict[str, object], code: RefusalCode, said: dict[str, object]
) -> None:
    refused = stage.refused(lambda: subscribe(wanted(stage.origin(user), **facts), stage.uow, NOW))
    assert (refused.code, refused.facts) == (code, said)


def test_a_channel_has_ten_digests_and_not_eleven_stopped_ones_not_counted(stage: Stage) -> None:
    for hour in range(SUBSCRIPTIONS_MAX):
        stage.hand.subscribe(NOW, replace(MONDAYS_AT_NINE, at=time(10 + hour)))
    refused = stage.refused(lambda: subscribe(wanted(stage.origin(CHAIR)), stage.uow, NOW))
    assert (refused.code, refused.facts) == (RefusalCode.TOO_MANY, {"limit": 10})
    stop(stage.hand.steer(3), stage.uow, NOW)
    assert subscribe(wanted(stage.origin(CHAIR)), stage.uow, NOW).subscription.number == 11


@pytest.mark.parametrize("state", [SubscriptionState.ACTIVE, SubscriptionState.PAUSED])
def test_the_same_digest_once_more_is_the_one_that_is_there(stage: Stage, state: SubscriptionState) -> None:
    command = wanted(stage.origin(CHAIR), themes=("charging", "talent"))
    subscribe(command, stage.uow, NOW)
    if state is SubscriptionState.PAUSED:
        pause(stage.hand.steer(1), stage.uow, NOW)
    again = replace(command, origin=stage.origin(CHAIR), themes=("talent", "charging"))
    outcome = stage.writes_nothing(lambda: subscribe(again, stage.uow, NOW))
    assert outcome == Scheduled(stage.record.subscriptions.by_number[1], already=True)


@pytest.mark.parametrize(
    "facts",
    [
        {"schedule": replace(MONDAYS_AT_NINE, at=time(10))},
        {"themes": ()},
        {"languages": (Language.SPANISH,)},
    ],
)
def test_a_digest_of_another_time_theme_or_language_is_another(
    stage: Stage, facts: dict[str, object]
) -> None:
    subscribe(wanted(stage.origin(CHAIR)), stage.uow, NOW)
    outcome = subscribe(wanted(stage.origin(CHAIR), **facts), stage.uow, NOW)
    assert (outcome.subscription.number, outcome.already) == (2, False)


def test_a_digest_that_was_stopped_is_scheduled_anew(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    stop(stage.hand.steer(1), stage.uow, NOW)
    assert stage.hand.subscribe(NOW).number == 2


def test_a_channels_digests_are_listed_without_stopped_ones(stage: Stage) -> None:
    kept, ended = stage.hand.subscribe(NOW), stage.hand.subscribe(NOW, themes=("talent",))
    stop(stage.hand.steer(ended.number), stage.uow, NOW)
    subscribe(own(stage.origin(MEMBER)), stage.uow, NOW)
    origin = stage.origin(NEWCOMER)
    listed = stage.writes_nothing(lambda: subscriptions_of(origin, 1, CHANNEL, stage.uow))
    assert listed == (kept,)
    outside = stage.origin(NEWCOMER, channel=UNBOUND)
    refused = stage.code(lambda: subscriptions_of(outside, 1, CHANNEL, stage.uow))
    assert refused is RefusalCode.MEMBERS_ONLY


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
    assert stage.told(1) == [NewChange(kind=kind, after=CHANNEL)]
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
    used = replace(stage.hand.subscribe(NOW), last_date=MONDAY.date)
    stage.record.subscriptions.save(used)
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


@pytest.mark.parametrize("lost", ["rights", "workspace", "membership"])
def test_who_lost_their_rights_resumes_nothing(stage: Stage, lost: str) -> None:
    subscribe(own(stage.origin(MEMBER)), stage.uow, NOW)
    mine = replace(stage.hand.steer(1, MEMBER), channel=MEMBER, origin=stage.origin(MEMBER, channel=None))
    pause(mine, stage.uow, NOW)
    lose(stage, lost)
    again = replace(mine, origin=stage.origin(MEMBER, channel=None))
    assert stage.code(lambda: resume(again, stage.uow, NOW)) in {
        RefusalCode.OBSERVER_READS_ONLY,
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
