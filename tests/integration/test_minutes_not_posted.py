"""Minutes that Slack does not take: they come when it does, and whoever ended the meeting hears of it."""

from __future__ import annotations

import pytest

from bot.demo.workspace import TEAM
from bot.sandbox.faults import Fault
from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.outbox import Sought
from domain.ports import UnitOfWork
from domain.usecases.resending import retry
from tests.integration.cast import CHANNELS, USERS
from tests.integration.gathering import WHERE, Gathering, happens
from tests.integration.office import DIRECT, Office
from tests.integration.ways import over_sockets

POST, HISTORY = "chat.postMessage", "conversations.history"
CHANNEL = CHANNELS[WHERE]
MOVED = "C0MOVED"
EN, ES = "Minutes of M-1", "Minuta de M-1"

pytestmark = over_sockets


@pytest.fixture
def tick_seconds() -> float:
    return 0.05


async def minutes_row(office: Office) -> Delivery | None:
    def query(uow: UnitOfWork) -> Delivery | None:
        found = uow.logbook.latest(Sought(workspace=TEAM.id, group=1), 20)
        return next((one for one in found if one.kind is DeliveryKind.MINUTES), None)

    return await office.bot.services.store.read(query)


async def comes_to(office: Office, state: DeliveryState, error: str | None = None) -> Delivery:
    """The minutes, once they are so; the clock goes on meanwhile."""

    async def is_so() -> bool:
        office.clock.advance(1)
        row = await minutes_row(office)
        return row is not None and (row.state, row.error) == (state, error)

    await happens(is_so)
    row = await minutes_row(office)
    assert row is not None
    return row


async def minutes_in(office: Office, channel: str) -> list[str]:
    """In which languages they stand there, in thread and channel."""
    shown = await office.people.messages(USERS["chair-us"], channel)
    root = next((str(one["ts"]) for one in shown if one["text"].startswith((EN, ES))), None)
    thread = [] if root is None else await office.people.messages(USERS["chair-us"], channel, root)
    return sorted(str(one["text"])[: len(EN)].strip() for one in thread if one["text"].startswith((EN, ES)))


async def test_minutes_wait_for_a_token_that_is_good_again(office: Office, gathering: Gathering) -> None:
    await gathering.starts("lead-infra")
    office.expected |= {POST}
    await office.people.fault(Fault(POST, "refused", times=1, error="token_revoked"))
    await office.asks("lead-infra", WHERE, "/wg meeting end")
    await comes_to(office, DeliveryState.SENT)
    assert len(await minutes_in(office, CHANNEL)) == 2


async def test_minutes_refused_by_a_channel_that_has_another_id_by_now_come_there(
    office: Office, gathering: Gathering
) -> None:
    await gathering.starts("lead-infra")
    office.expected |= {POST}
    await office.people.fault(Fault(POST, "refused", times=2, error="channel_not_found"))
    await office.asks("lead-infra", WHERE, "/wg meeting end")
    await comes_to(office, DeliveryState.PENDING, "channel_not_found")
    await office.people.change_channel_id(CHANNEL, MOVED)
    await office.people.idle()
    await comes_to(office, DeliveryState.SENT)
    assert len(await minutes_in(office, MOVED)) == 2


async def test_of_minutes_that_stand_in_part_whoever_ended_the_meeting_hears_and_the_rest_comes_after_a_retry(
    office: Office, gathering: Gathering
) -> None:
    await gathering.starts("lead-infra")
    office.expected |= {POST}
    await office.people.fault(Fault(POST, "refused", skip=1, error="is_archived"))
    await office.asks("lead-infra", WHERE, "/wg meeting end")
    failed = await comes_to(office, DeliveryState.FAILED, "is_archived")
    assert len(await minutes_in(office, CHANNEL)) == 1

    async def is_told() -> bool:
        return "Solo una parte de la minuta de *M-1*" in await office.reads("lead-infra", DIRECT)

    await happens(is_told)
    store, now = office.bot.services.store, office.clock.now()
    await store.write(lambda uow: retry(uow, failed.id, now, afresh=False))
    await comes_to(office, DeliveryState.SENT)
    assert len(await minutes_in(office, CHANNEL)) == 2
