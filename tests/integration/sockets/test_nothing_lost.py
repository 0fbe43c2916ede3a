"""Connections lost in the middle of requests: what was acknowledged is there, what comes again is so once."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

import pytest

from bot.demo.workspace import TEAM
from bot.sandbox.deliveries import Acknowledgement
from bot.sandbox.faults import Effect, Fault
from domain.ports import UnitOfWork
from tests.integration.forged import COMMAND
from tests.integration.office import Office
from tests.integration.sockets.lines import lose, sockets_of, until, until_back

WRITERS, BATCH = 40, 8
MISHAPS: tuple[tuple[Effect, int], ...] = (("drop_after", 1), ("drop_before", 4))
"""Of each batch: the connection is lost once the second envelope is out, and another one with the sixth."""
COMMANDS = "slash_commands"


async def test_an_answer_whose_connection_was_lost_goes_over_the_other(office: Office) -> None:
    await until_back(office)
    await office.people.fault(Fault(COMMANDS, "drop_after"))

    answer = await office.asks("oem-us", "infrastructure", "/wg note Answered elsewhere")

    assert "*N-1*" in answer
    await until_back(office)


async def test_an_answer_waits_for_the_next_connection_when_all_are_lost(office: Office) -> None:
    await until_back(office)

    async with _held_up(office) as goes_on:
        asked = asyncio.create_task(_sends(office, "Answered later"))
        await until(lambda: bool(sockets_of(office)._waiting))
        lose(office)
        goes_on.set()
        answer = await asked

    assert "*N-1*" in str(answer.body())
    await until_back(office)


async def test_an_envelope_that_is_lost_before_it_arrives_changes_nothing(office: Office) -> None:
    office.expected.add("/wg")
    await until_back(office)
    before = await office.changes()
    await office.people.fault(Fault(COMMANDS, "drop_before"))

    lost = await office.types("oem-us", "infrastructure", "/wg note Never arrived")

    assert lost.error == "dispatch_failed"
    assert await office.changes() == before


async def test_an_envelope_that_is_delivered_twice_records_once(office: Office) -> None:
    await until_back(office)
    before = await office.changes()
    await office.people.fault(Fault(COMMANDS, "twice"))

    answer = await office.asks("oem-us", "infrastructure", "/wg note Once only")
    await office.asks("oem-us", "infrastructure", "/wg status")

    assert "*N-1*" in answer
    assert await office.changes() == {group: number + 1 for group, number in before.items()}


@pytest.mark.parametrize("command", ["note", "obstacle", "recommend"])
async def test_an_envelope_that_comes_again_is_answered_as_before_and_records_once(
    office: Office, command: str
) -> None:
    await until_back(office)
    first = await _sends(office, "Once only", command)
    before = await office.changes()

    lose(office)
    await until_back(office)
    second = await _sends(office, "Once only", command)

    assert second.body() == first.body()
    assert await office.changes() == before


async def test_under_losses_what_is_acknowledged_is_recorded_and_what_comes_again_is_there_once(
    office: Office,
) -> None:
    office.expected.add("/wg")
    texts = [f"Writer {number}" for number in range(WRITERS)]
    acknowledged: set[str] = set()
    for batch in (texts[start : start + BATCH] for start in range(0, WRITERS, BATCH)):
        await until_back(office)
        for effect, skip in MISHAPS:
            await office.people.fault(Fault(COMMANDS, effect, skip=skip))
        answers = await asyncio.gather(*(_sends(office, text) for text in batch))
        acknowledged |= {text for text, answer in zip(batch, answers, strict=True) if answer.error is None}
    await until_back(office)
    there = await _recorded(office)

    again = await asyncio.gather(*(_sends(office, text) for text in texts))

    assert 0 < len(acknowledged) < WRITERS
    assert acknowledged <= set(there)
    assert all(answer.error is None for answer in again)
    assert await _recorded(office) == Counter(texts)


async def _sends(office: Office, text: str, verb: str = "note") -> Acknowledgement:
    """One request, the same every time it is sent."""
    fields = COMMAND | {"text": f"{verb} {text}", "trigger_id": f"1.1.{text}"}
    return await office.sandbox.workspace.dispatcher.command(fields)


@asynccontextmanager
async def _held_up(office: Office) -> AsyncIterator[threading.Event]:
    """Nothing is written until the event is set: the thread that writes has other work."""
    goes_on = threading.Event()

    def job(_: UnitOfWork) -> None:
        goes_on.wait(10)

    work = asyncio.create_task(office.bot.services.store.write(job))
    try:
        yield goes_on
    finally:
        goes_on.set()
        await work


async def _recorded(office: Office) -> Counter[str]:
    """How often each text stands among the notes."""

    def query(uow: UnitOfWork) -> Counter[str]:
        notes = uow.workspace(TEAM.id).group(1).notes
        found: Counter[str] = Counter()
        for number in count(1):
            note = notes.get(number)
            if note is None:
                break
            found[note.text.original] += 1
        return found

    return await office.bot.services.store.read(query)
