"""A channel has another id: what was said and sent in it is known under that one."""

from __future__ import annotations

from dataclasses import replace

from domain.change import Change
from domain.channel import Binding
from domain.delivery import Delivery, DeliveryState
from domain.language import Language
from domain.ports import Store, UnitOfWork
from domain.reference import Reference, Series
from domain.usecases.deliveries import materialise
from domain.usecases.groups import follow_channel
from domain.usecases.items import item_in
from domain.usecases.moving import Move, move
from domain.usecases.recording import ObstacleSubmission, record_obstacle
from domain.usecases.resending import log_of
from domain.usecases.tellings import places_told
from domain.usecases.writes import write_of
from tests.contract.giving_up import MINE, WORDS
from tests.fakes.scene import CHANNEL, FOUNDED_AT, WORKSPACE, Hand, found
from tests.unit.domain.usecases.outbox import MONDAY_NINE

OTHER, MOVED = "C0OTHER", "C0MOVED"
O1 = Reference(Series.OBSTACLE, 1)


def confirmed_elsewhere(uow: UnitOfWork) -> None:
    """An obstacle of one channel is confirmed in another."""
    hand = Hand(uow, found(uow))
    uow.workspace(WORKSPACE).channels.bind(Binding(OTHER, 1))
    grid = ObstacleSubmission(origin=hand.origin(), group=1, text="Grid", language=Language.ENGLISH)
    record_obstacle(grid, uow, FOUNDED_AT)
    origin = replace(hand.origin(), channel=OTHER)
    move(Move(origin=origin, group=1, reference=O1, to="confirmed"), uow, FOUNDED_AT)


def moves(old: str, uow: UnitOfWork) -> None:
    follow_channel(WORKSPACE, old, MOVED, uow, MONDAY_NINE)


async def test_what_was_said_in_it_is_taken_back_before_it(store: Store) -> None:
    await store.write(confirmed_elsewhere)

    def last(uow: UnitOfWork) -> tuple[Change, ...]:
        record = uow.workspace(WORKSPACE).group(1)
        return write_of(record, record.changes.last_number)

    assert {each.said_in for each in await store.read(last)} == {OTHER}
    await store.write(lambda uow: moves(OTHER, uow))
    write = await store.read(last)
    assert {each.said_in for each in write} == {MOVED}
    item = await store.read(lambda uow: item_in(uow.workspace(WORKSPACE).group(1), O1))
    assert item.channel == CHANNEL
    assert places_told(item, write) == {MOVED}


async def test_what_was_said_in_another_channel_or_group_stays_there(store: Store) -> None:
    await store.write(confirmed_elsewhere)
    await store.write(lambda uow: moves(CHANNEL, uow))

    def said(uow: UnitOfWork) -> list[str | None]:
        record = uow.workspace(WORKSPACE).group(1)
        return [each.said_in for each in record.changes.between(0, 99, 99)]

    assert await store.read(said) == [None, OTHER]


async def test_what_was_sent_in_it_is_in_its_log(store: Store) -> None:
    def sent(uow: UnitOfWork) -> None:
        hand = Hand(uow, found(uow))
        hand.subscribe(FOUNDED_AT)
        hand.change(FOUNDED_AT)
        materialise(uow, MONDAY_NINE, 10)
        (held,) = uow.outbox.claim(MINE, MONDAY_NINE, 10)
        uow.outbox.freeze(held.id, MINE, WORDS)
        uow.outbox.settle(held.id, MINE, DeliveryState.SENT, None)
        moves(CHANNEL, uow)

    def log(uow: UnitOfWork) -> tuple[Delivery, ...]:
        hand = Hand(uow, uow.workspace(WORKSPACE).group(1), channel=MOVED)
        return log_of(hand.origin(), 1, MOVED, uow).deliveries

    await store.write(sent)
    (one,) = await store.read(log)
    assert (one.state, one.channel) == (DeliveryState.SENT, MOVED)
