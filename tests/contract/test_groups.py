"""Groups of a workspace: founding, reading, changing, and staying out of each other's way."""

from __future__ import annotations

import asyncio
from dataclasses import fields, replace

import pytest

from domain.channel import Binding
from domain.delivery import DeliveryState
from domain.group import Group, GroupCharter
from domain.language import Language
from domain.ports import Store, UnitOfWork
from domain.reference import Reference, Series
from domain.repositories import GroupRecord
from tests.contract.desk import Desk, found
from tests.contract.samples import (
    CHANNEL,
    CHARTER,
    ELSEWHERE,
    LEAD,
    LEADER,
    NOW,
    WORKSPACE,
    add_note,
    add_recommendation,
    delivery,
    names,
    subscription,
    told,
)


async def test_a_group_comes_back_as_it_was_founded(desk: Desk) -> None:
    group = await desk.read(lambda record: record.group)
    assert {each.name: getattr(group, each.name) for each in fields(GroupCharter)} == {
        each.name: getattr(CHARTER, each.name) for each in fields(GroupCharter)
    }
    assert (group.id, group.workspace) == (desk.group, WORKSPACE)


async def test_names_keep_the_order_they_were_given_in(desk: Desk) -> None:
    group = await desk.read(lambda record: record.group)
    assert list(group.themes[0].names.by_language) == [Language.SPANISH, Language.ENGLISH]


async def test_a_saved_group_is_read_by_everybody_after(desk: Desk) -> None:
    await desk.read(lambda record: record.group)

    def rename(record: GroupRecord) -> Group:
        record.save_group(replace(record.group, names=names("Renamed", "Nuevo"), horizon_months=6))
        return record.group

    renamed = await desk.write(rename)
    after = await desk.read(lambda record: record.group)
    assert (after.horizon_months, after.names) == (6, names("Renamed", "Nuevo"))
    assert await desk.write(lambda record: record.group) == after == renamed


async def test_groups_are_listed_by_number_with_their_names(store: Store) -> None:
    first, second = await found(store), await found(store)
    await found(store, ELSEWHERE)
    listed = await store.read(lambda uow: uow.workspace(WORKSPACE).groups())
    assert listed == ((first.group, CHARTER.names), (second.group, CHARTER.names))


async def test_a_group_of_another_workspace_cannot_be_reached(durable: Store) -> None:
    desk = await found(durable)
    for run in (durable.read, durable.write):
        with pytest.raises(LookupError):
            await run(lambda uow: uow.workspace(ELSEWHERE).group(desk.group))


async def test_a_number_nobody_has_is_no_group(store: Store) -> None:
    with pytest.raises(LookupError):
        await store.read(lambda uow: uow.workspace(WORKSPACE).group(404))


async def test_two_groups_share_nothing(durable: Store) -> None:
    one, other = await found(durable), await found(durable)
    await one.write(add_note)
    await one.write(lambda record: record.members.add(LEADER, NOW))
    await other.write(lambda record: record.changes.append([told()], LEAD, NOW))
    assert await other.read(lambda record: record.notes.get(1)) is None
    assert await other.read(lambda record: record.members.all()) == ()
    assert await other.read(lambda record: record.register.tally().counts) == {}
    assert await other.read(lambda record: record.changes.latest_of(Reference(Series.NOTE, 1), 10)) == ()
    assert await one.read(lambda record: record.changes.last_number) == 1


async def test_the_groups_of_a_person_are_those_of_the_workspace_they_are_in(durable: Store) -> None:
    first, second = await found(durable), await found(durable)
    elsewhere = await found(durable, ELSEWHERE)
    for desk in (second, first, elsewhere):
        await desk.write(lambda record: record.members.add(LEADER, NOW))
    mine = await durable.read(lambda uow: uow.workspace(WORKSPACE).groups_of(LEAD))
    assert mine == (first.group, second.group)
    assert await durable.read(lambda uow: uow.workspace(ELSEWHERE).groups_of("U0MEMBER")) == ()


async def test_a_channel_is_bound_and_bound_anew(store: Store) -> None:
    first, second = await found(store), await found(store)

    async def bind(binding: Binding) -> None:
        await store.write(lambda uow: uow.workspace(WORKSPACE).channels.bind(binding))

    await bind(Binding("C0001", first.group, "charging"))
    await bind(Binding("C0002", first.group))
    await bind(Binding("C0001", second.group))
    channels = await store.read(lambda uow: uow.workspace(WORKSPACE).channels.get("C0001"))
    assert channels == Binding("C0001", second.group, None)
    assert await store.read(lambda uow: uow.workspace(WORKSPACE).channels.get("C0003")) is None
    bound = await store.read(lambda uow: uow.workspace(WORKSPACE).channels.of_group(first.group))
    assert bound == (Binding("C0002", first.group),)


async def test_a_binding_goes_with_its_channel_unless_the_new_id_is_bound(store: Store) -> None:
    desk, other = await found(store), await found(store)

    async def move(old: str, new: str) -> list[Binding | None]:
        await store.write(lambda uow: uow.workspace(WORKSPACE).channels.move(old, new))
        return await store.read(lambda uow: list(map(uow.workspace(WORKSPACE).channels.get, (old, new))))

    await store.write(
        lambda uow: uow.workspace(WORKSPACE).channels.bind(Binding("C0001", desk.group, "charging"))
    )
    assert await move("C0001", "C0007") == [None, Binding("C0007", desk.group, "charging")]
    assert await move("C0001", "C0007") == [None, Binding("C0007", desk.group, "charging")]
    assert await move("C0007", "C0007") == [Binding("C0007", desk.group, "charging")] * 2
    await store.write(lambda uow: uow.workspace(WORKSPACE).channels.bind(Binding("C0008", other.group)))
    assert await move("C0007", "C0008") == [None, Binding("C0008", other.group)]


async def test_what_stands_in_a_channel_goes_with_it_in_one_group_alone(store: Store) -> None:
    desk, other = await found(store), await found(store)
    keys = {desk.group: await _furnished(desk), other.group: await _furnished(other)}
    before = await desk.read(lambda record: record.notes.get(1))
    await desk.write(lambda record: record.move_channel(CHANNEL, "C0007"))

    async def channels(each: Desk) -> list[str | None]:
        def read(uow: UnitOfWork) -> list[str | None]:
            record = each.record(uow)
            found = [record.notes.get(1), record.recommendations.get(1), record.subscriptions.get(1)]
            deliveries = [uow.outbox.get(key) for key in keys[each.group]]
            return [item.channel if item is not None else None for item in (*found, *deliveries)]

        return await each.store.read(read)

    assert before is not None
    assert await channels(desk) == ["C0007", "C0007", "C0007", "C0007", "C0007"]
    assert await channels(other) == [CHANNEL] * 5
    assert await desk.read(lambda record: record.notes.get(1)) == replace(before, channel="C0007")
    assert len(await desk.read(lambda record: record.subscriptions.of_channel("C0007"))) == 1


async def _furnished(desk: Desk) -> list[int]:
    """Fill a channel of the group; the numbers of a delivery that waits and of one that was sent."""

    def job(uow: UnitOfWork) -> list[int]:
        record = desk.record(uow)
        add_note(record)
        add_recommendation(record)
        record.subscriptions.add(subscription())
        states = (DeliveryState.PENDING, DeliveryState.SENT)
        new = [replace(delivery(f"{desk.group}:{state}", desk.group), state=state) for state in states]
        return [uow.outbox.add(each) or 0 for each in new]

    return await desk.store.write(job)


async def test_of_many_who_claim_a_channel_at_once_one_gets_it(durable: Store) -> None:
    desks = [await found(durable) for _ in range(4)]

    async def claim(group: int) -> bool:
        return await durable.write(
            lambda uow: uow.workspace(WORKSPACE).channels.claim(Binding("C0009", group))
        )

    claimed = await asyncio.gather(*(claim(desk.group) for desk in desks))
    assert sorted(claimed) == [False, False, False, True]
    bound = await durable.read(lambda uow: uow.workspace(WORKSPACE).channels.get("C0009"))
    assert bound == Binding("C0009", desks[claimed.index(True)].group)


async def test_the_same_channel_of_another_workspace_is_another_channel(store: Store) -> None:
    desk = await found(store)
    await store.write(lambda uow: uow.workspace(WORKSPACE).channels.bind(Binding("C0001", desk.group)))
    assert await store.read(lambda uow: uow.workspace(ELSEWHERE).channels.get("C0001")) is None
    assert await store.read(lambda uow: uow.workspace(ELSEWHERE).channels.of_group(desk.group)) == ()


async def test_a_channel_cannot_be_bound_to_a_group_of_another_workspace(durable: Store) -> None:
    desk = await found(durable)
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await durable.write(lambda uow: uow.workspace(ELSEWHERE).channels.bind(Binding("C0001", desk.group)))
    assert await durable.read(lambda uow: uow.workspace(ELSEWHERE).channels.get("C0001")) is None


async def test_another_groups_charter_is_not_saved(durable: Store) -> None:
    one, other = await found(durable), await found(durable)
    foreign = await other.read(lambda record: record.group)
    with pytest.raises(ValueError, match="not the one"):
        await one.write(lambda record: record.save_group(foreign))
