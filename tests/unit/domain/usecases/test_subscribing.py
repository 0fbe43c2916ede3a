"""Setting digests up, and those a channel has."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from domain.change import ChangeKind, NewChange
from domain.coverage import EVERYTHING, Coverage
from domain.language import Language
from domain.receipt import Receipt
from domain.refusal import RefusalCode
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.subscriptions import (
    SUBSCRIPTIONS_MAX,
    Scheduled,
    pause,
    stop,
    subscribe,
    subscriptions_of,
)
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, MEMBER, MONDAYS_AT_NINE, WORKSPACE
from tests.unit.domain.usecases.stage import GUEST, NEWCOMER, NOW, OBSERVER, UNBOUND, UNKNOWN, Stage
from tests.unit.domain.usecases.wanted import MONDAY, own, wanted


def test_a_digest_of_a_channel_is_stored_and_tells_from_now_on(stage: Stage) -> None:
    stage.note()
    stored = subscribe(wanted(stage.origin(LEAD, key="trigger-digest")), stage.uow, NOW).subscription
    assert stored == Subscription(
        channel=CHANNEL,
        reader=None,
        schedule=MONDAYS_AT_NINE,
        coverage=Coverage(themes=("charging",)),
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
    assert stage.told(1) == [NewChange(kind=ChangeKind.DIGEST_SCHEDULED, after=CHANNEL, comment="D-1")]
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
        (LEAD, {"coverage": EVERYTHING}, RefusalCode.LEAD_ONLY, {}),
        (LEAD, {"coverage": Coverage(themes=("talent",))}, RefusalCode.LEAD_ONLY, {}),
        (LEAD, {"coverage": Coverage(themes=("charging", "talent"))}, RefusalCode.LEAD_ONLY, {}),
        (MEMBER, {"reader": LEAD}, RefusalCode.LEAD_ONLY, {}),
        (OBSERVER, {"reader": OBSERVER}, RefusalCode.OBSERVER_READS_ONLY, {}),
        (OBSERVER, {}, RefusalCode.OBSERVER_READS_ONLY, {}),
        (GUEST, {}, RefusalCode.GUEST_READS_ONLY, {}),
        (NEWCOMER, {}, RefusalCode.MEMBERS_ONLY, {}),
        (UNKNOWN, {}, RefusalCode.PERSON_UNKNOWN, {}),
        (CHAIR, {"group": 2}, RefusalCode.CHANNEL_NEEDS_GROUP, {}),
        (CHAIR, {"coverage": Coverage(themes=("supply",))}, RefusalCode.THEME_UNKNOWN, {"word": "supply"}),
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
    assert (refused.code, refused.facts) == (RefusalCode.DIGESTS_TOO_MANY, {"limit": 10})
    stop(stage.hand.steer(3), stage.uow, NOW)
    assert subscribe(wanted(stage.origin(CHAIR)), stage.uow, NOW).subscription.number == 11


def test_a_digest_at_the_minute_of_another_is_stored_and_names_that_one(stage: Stage) -> None:
    first = subscribe(wanted(stage.origin(CHAIR)), stage.uow, NOW)
    later = replace(MONDAYS_AT_NINE, at=time(10))
    elsewhen = subscribe(wanted(stage.origin(CHAIR), schedule=later), stage.uow, NOW)
    both = wanted(stage.origin(CHAIR), coverage=EVERYTHING)

    assert elsewhen.beside == ()
    assert subscribe(both, stage.uow, NOW).beside == (first.subscription,)
    pause(stage.hand.steer(1), stage.uow, NOW)
    third = wanted(stage.origin(CHAIR), coverage=Coverage(themes=("talent",)))
    assert [each.number for each in subscribe(third, stage.uow, NOW).beside] == [3]


@pytest.mark.parametrize("state", [SubscriptionState.ACTIVE, SubscriptionState.PAUSED])
def test_the_same_digest_once_more_is_the_one_that_is_there(stage: Stage, state: SubscriptionState) -> None:
    command = wanted(stage.origin(CHAIR), coverage=Coverage(themes=("charging", "talent")))
    subscribe(command, stage.uow, NOW)
    if state is SubscriptionState.PAUSED:
        pause(stage.hand.steer(1), stage.uow, NOW)
    again = replace(command, origin=stage.origin(CHAIR), coverage=Coverage(themes=("talent", "charging")))
    outcome = stage.writes_nothing(lambda: subscribe(again, stage.uow, NOW))
    assert outcome == Scheduled(stage.record.subscriptions.by_number[1], already=True)


@pytest.mark.parametrize(
    "facts",
    [
        {"schedule": replace(MONDAYS_AT_NINE, at=time(10))},
        {"coverage": EVERYTHING},
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
