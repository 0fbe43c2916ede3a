"""What people did last, where no change tells it."""

from __future__ import annotations

from dataclasses import replace

from domain.act import Act, ActKind
from tests.contract.desk import Desk, found
from tests.contract.samples import LEAD, MEMBER

ACT = Act(kind=ActKind.SNOOZED, key="command:1", after=7, subject="A-1", former="2026-12-01")


async def test_the_latest_act_of_each_person_comes_back_as_it_was_kept(desk: Desk) -> None:
    assert await desk.read(lambda record: record.acts.latest(MEMBER)) is None
    await desk.write(lambda record: record.acts.put(MEMBER, ACT))
    assert await desk.read(lambda record: record.acts.latest(MEMBER)) == ACT
    assert await desk.read(lambda record: record.acts.latest(LEAD)) is None
    later = replace(ACT, kind=ActKind.LANGUAGE_CHOSEN, key="command:2", after=9, subject=None, former=None)
    await desk.write(lambda record: record.acts.put(MEMBER, later))
    assert await desk.read(lambda record: record.acts.latest(MEMBER)) == later


async def test_acts_are_their_group_s(desk: Desk) -> None:
    other = await found(desk.store)
    await desk.write(lambda record: record.acts.put(MEMBER, ACT))
    assert await other.read(lambda record: record.acts.latest(MEMBER)) is None
