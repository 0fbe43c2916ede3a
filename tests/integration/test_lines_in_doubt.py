"""What is typed under a meeting's first message while nobody knows whether that one arrived."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.sandbox.faults import Fault
from tests.integration.cast import CHANNELS, USERS
from tests.integration.gathering import WHERE, Gathering, happens
from tests.integration.office import UNHURRIED, Office, Patience
from tests.integration.test_scribe import recorded
from tests.integration.ways import on_both_engines

POST, HISTORY = "chat.postMessage", "conversations.history"
FIRST_LOOK = timedelta(seconds=11)
LINE = "obstacle: Few sockets"


@pytest.fixture
def tick_seconds() -> float:
    return 0.05


@pytest.fixture
def patience() -> Patience:
    """Slack asks again sooner than it does."""
    budget = replace(UNHURRIED.budget, answer=4.0)
    return replace(UNHURRIED, budget=budget, acknowledge=10.0, retries=(0.0, *[0.2] * 100))


async def opening_in_doubt(office: Office) -> str:
    """A meeting whose first message stands in the channel, and nobody told the bot so; its ts."""
    office.expected |= {POST, HISTORY, "message"}
    await office.people.fault(Fault(POST, "error_after"))
    await office.types("lead-infra", WHERE, "/wg meeting start")

    async def stands() -> bool:
        return await root_of(office) is not None

    await happens(stands)
    found = await root_of(office)
    assert found is not None
    return found


async def root_of(office: Office) -> str | None:
    shown = await office.messages("oem-us", WHERE)
    found = [one for one in shown if "M-1" in str(one) and one["user"] not in USERS.values()]
    return str(found[0]["ts"]) if found and not found[0].get("ephemeral") else None


@on_both_engines
async def test_a_line_under_a_first_message_in_doubt_is_recorded_once_it_is_found(
    office: Office, gathering: Gathering
) -> None:
    root = await opening_in_doubt(office)
    await office.people.message(USERS["oem-us"], CHANNELS[WHERE], LINE, root)
    await office.people.idle()
    assert await recorded(office) == {}
    office.clock.advance(FIRST_LOOK.total_seconds())

    async def is_recorded() -> bool:
        return await recorded(office) == {"O-1": "Few sockets"}

    await happens(is_recorded)
    assert (await gathering.meeting(1)).thread == root


async def test_whoever_types_under_a_first_message_nobody_can_find_reads_that_it_is_not_recorded(
    office: Office,
) -> None:
    await office.people.fault(Fault(HISTORY, "refused", error="missing_scope", times=20))
    root = await opening_in_doubt(office)
    await office.people.message(USERS["oem-us"], CHANNELS[WHERE], LINE, root)
    office.clock.advance(FIRST_LOOK.total_seconds())

    async def is_told() -> bool:
        thread = await office.people.messages(USERS["oem-us"], CHANNELS[WHERE], root)
        return "I do not know whether this is the thread of M-1" in str(thread)

    await happens(is_told)
    assert await recorded(office) == {}


async def test_a_line_under_any_other_message_is_nobodys_business(office: Office) -> None:
    earlier = await office.people.message(USERS["oem-us"], CHANNELS[WHERE], "Good morning")
    office.clock.advance(timedelta(minutes=10).total_seconds())
    await opening_in_doubt(office)
    await office.people.message(USERS["oem-us"], CHANNELS[WHERE], LINE, earlier)
    await office.people.idle()
    assert len(await office.people.messages(USERS["oem-us"], CHANNELS[WHERE], earlier)) == 2
