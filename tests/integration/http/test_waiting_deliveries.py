"""What waits for Slack while its group goes on: it is looked at again before it is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.sandbox.faults import Fault
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Skipped
from domain.refusal import Refusal, RefusalCode
from domain.usecases.resending import retry
from tests.integration.gathering import WHERE, Gathering, happens
from tests.integration.http.test_reminders import TASK, THURSDAY, planned, rows
from tests.integration.office import DIRECT, TICK_SECONDS, Office
from tests.integration.words import ENGLISH, words
from tests.integration.working_group import make_another

NINE = datetime(2027, 3, 4, 15, 1, tzinfo=UTC)
"""A minute after nine in Mexico City, on a Thursday."""
SECRET = "Only for the first group"


@pytest.fixture
def tick_seconds() -> float:
    """Deliveries go out by themselves."""
    return TICK_SECONDS


@pytest.fixture
def office(office: Office) -> Office:
    office.expected |= {"chat.postMessage", "digest"}
    return office


def unanswered() -> Fault:
    """Nobody can know whether it was taken: it is looked for twice, and sent again after a minute."""
    return Fault("chat.postMessage", "error_before", times=1)


def put_off() -> Fault:
    """Slack takes nothing for some seconds, and says so."""
    return Fault("chat.postMessage", "ratelimited", times=1, retry_after=3)


async def has_waiting_digest(office: Office, fault: Fault) -> None:
    """A chair's D-1 is due, and Slack has answered so."""
    await office.asks("chair-us", WHERE, "/wg digest thu 09:00")
    await office.people.fault(fault)
    await office.people.move_clock(NINE)
    await waits(office, DeliveryKind.DIGEST)


async def waits(office: Office, kind: DeliveryKind) -> None:
    """Slack has put the first of the kind off."""

    async def is_put_off() -> bool:
        return any(row.attempts and row.error for row in await rows(office, kind))

    await happens(is_put_off)


async def ends(office: Office, kind: DeliveryKind) -> Delivery:
    """The only one of the kind, once it is final; real time goes on meanwhile."""

    async def is_final() -> bool:
        office.clock.advance(5)
        found = await rows(office, kind)
        return bool(found) and all(row.state.is_final for row in found)

    await happens(is_final)
    (row,) = await rows(office, kind)
    found: Delivery = row
    return found


async def posted(office: Office, where: str, who: str = "oem-us") -> str:
    found: list[dict[str, Any]] = await office.messages(who, where)
    return str(found)


async def release(office: Office) -> None:
    """The channel leaves its group and becomes another's."""
    await office.asks("chair-us", WHERE, "/wg setup")
    await office.submits("chair-us", {"group": "none"})
    await office.submits("chair-us", {})
    await make_another(office, WHERE, ["oem-mx"], "Second group")


async def test_a_digest_never_stands_in_a_channel_that_is_another_groups_by_then(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest thu 09:00")
    await office.asks("oem-us", WHERE, f"/wg note {SECRET}")
    await office.people.fault(unanswered())
    await office.people.move_clock(NINE)
    await waits(office, DeliveryKind.DIGEST)
    before = (await posted(office, WHERE)).count(SECRET)
    await release(office)
    row = await ends(office, DeliveryKind.DIGEST)
    assert (row.state, row.error) == (DeliveryState.SKIPPED, Skipped.ELSEWHERE)
    assert (await posted(office, WHERE)).count(SECRET) == before


async def test_a_digest_that_failed_is_not_taken_up_in_a_channel_of_another_group(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest thu 09:00")
    await office.people.fault(Fault("chat.postMessage", "refused", times=1, error="restricted_action"))
    await office.people.move_clock(NINE)
    row = await ends(office, DeliveryKind.DIGEST)
    assert row.state is DeliveryState.FAILED
    await release(office)
    now = office.clock.now()
    with pytest.raises(Refusal) as refused:
        await office.bot.services.store.write(lambda uow: retry(uow, row.id, now, afresh=False))
    assert refused.value.code is RefusalCode.DELIVERY_UNSAID


async def test_a_personal_digest_does_not_follow_who_left_meanwhile(office: Office) -> None:
    await office.asks("oem-us", DIRECT, "/wg digest thu 09:00 everything")
    await office.asks("chair-us", WHERE, f"/wg note {SECRET}")
    await office.people.fault(unanswered())
    await office.people.move_clock(NINE)
    await waits(office, DeliveryKind.DIGEST)
    await office.asks("oem-us", WHERE, "/wg members leave")
    await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-leave"))
    row = await ends(office, DeliveryKind.DIGEST)
    assert (row.state, row.error) == (DeliveryState.SKIPPED, Skipped.READER_LEFT)
    assert SECRET not in await posted(office, DIRECT)


async def test_a_digest_that_waits_ends_with_its_subscription(office: Office) -> None:
    await has_waiting_digest(office, put_off())
    said = await office.asks("chair-us", WHERE, "/wg digest stop D-1")
    assert "has ended." in said
    assert "being sent" not in said
    row = await ends(office, DeliveryKind.DIGEST)
    assert (row.state, row.error) == (DeliveryState.SKIPPED, Skipped.STOPPED)


@pytest.mark.parametrize(
    ("line", "said"),
    [("/wg digest stop D-1", "may still arrive"), ("/gt resumen detener D-1", "todavía puede llegar")],
)
async def test_whoever_stops_a_digest_in_doubt_is_told_that_it_may_arrive(
    office: Office, line: str, said: str
) -> None:
    await has_waiting_digest(office, unanswered())
    chair = "chair-us" if line.startswith("/wg") else "chair-mx"
    assert said in await office.asks(chair, WHERE, line)
    row = await ends(office, DeliveryKind.DIGEST)
    assert (row.state, row.error) == (DeliveryState.SKIPPED, Skipped.STOPPED)


async def test_a_digest_that_waits_does_not_come_once_it_is_paused(office: Office) -> None:
    await has_waiting_digest(office, put_off())
    said = await office.asks("chair-us", WHERE, "/wg digest pause D-1")
    assert "is paused. When it resumes" in said
    row = await ends(office, DeliveryKind.DIGEST)
    assert (row.state, row.error) == (DeliveryState.SKIPPED, Skipped.WITHDRAWN)


@pytest.mark.parametrize(
    ("line", "said"),
    [("/wg digest pause D-1", "may still arrive"), ("/gt resumen pausar D-1", "todavía puede llegar")],
)
async def test_whoever_pauses_a_digest_in_doubt_is_told_that_it_may_arrive(
    office: Office, line: str, said: str
) -> None:
    await has_waiting_digest(office, unanswered())
    chair = "chair-us" if line.startswith("/wg") else "chair-mx"
    assert said in await office.asks(chair, WHERE, line)
    assert (await ends(office, DeliveryKind.DIGEST)).state is DeliveryState.SENT


@pytest.mark.parametrize("muted", [True, False])
async def test_thursdays_reminder_is_of_thursday_and_of_who_wants_it(
    office: Office, gathering: Gathering, *, muted: bool
) -> None:
    await office.asks("chair-mx", WHERE, TASK)
    await planned(office)
    await office.people.advance(timedelta(minutes=2))
    await ends(office, DeliveryKind.NOTICE)
    await gathering.settled()
    before = await posted(office, DIRECT)
    await office.people.fault(unanswered())
    await office.people.move_clock(THURSDAY)
    await waits(office, DeliveryKind.REMINDERS)
    if muted:
        await office.asks("oem-us", WHERE, "/wg mute reminders")
    else:
        await office.people.move_clock(THURSDAY + timedelta(days=2, hours=15))
    row = await ends(office, DeliveryKind.REMINDERS)
    why = Skipped.MUTED if muted else Skipped.TOO_LATE
    assert (row.state, row.error) == (DeliveryState.SKIPPED, why)
    assert await posted(office, DIRECT) == before


async def test_in_an_hour_is_not_said_an_hour_later_of_a_meeting_that_was_moved(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting schedule 2027-03-03 12:00; Talk")
    await office.people.fault(unanswered())
    await office.people.move_clock(datetime(2027, 3, 3, 17, 0, 5, tzinfo=UTC))
    await waits(office, DeliveryKind.MEETING_AHEAD)
    await office.asks("chair-us", WHERE, "/wg meeting schedule M-1 2027-03-10 12:00")

    async def is_skipped() -> bool:
        office.clock.advance(5)
        return any(
            row.error == Skipped.MOVED and row.state is DeliveryState.SKIPPED
            for row in await rows(office, DeliveryKind.MEETING_AHEAD)
        )

    await happens(is_skipped)


async def test_the_log_of_digests_sends_nothing_else_again(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting schedule 2027-03-03 12:00; Talk")
    await office.people.fault(Fault("chat.postMessage", "refused", times=1, error="restricted_action"))
    await office.people.move_clock(datetime(2027, 3, 3, 17, 0, 5, tzinfo=UTC))
    row = await ends(office, DeliveryKind.MEETING_AHEAD)
    assert row.state is DeliveryState.FAILED
    said = await office.asks("chair-us", WHERE, f"/wg digest log resend {row.id}/{row.attempts}")
    assert words(office, ENGLISH, "refusal-delivery-unknown") in said
