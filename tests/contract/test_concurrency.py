"""Many at once: numbers without gaps, replays under a race, two who deliver."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from domain.delivery import Lease
from domain.ports import Store, UnitOfWork
from domain.receipt import Receipt
from domain.reference import Series
from domain.repositories import GroupRecord
from domain.usecases.deliveries import Materialised, materialise
from storage.opening import open_store
from tests.contract.desk import Desk, found
from tests.contract.samples import (
    CHARTER,
    ELSEWHERE,
    LEAD,
    NOW,
    WORKSPACE,
    add_note,
    add_obstacle,
    add_recommendation,
    delivery,
    entry,
    subscription,
    told,
)
from tests.jobs import over

CALLERS, EACH = 16, 12


async def desks(store: Store) -> list[Desk]:
    return [await found(store), await found(store), await found(store, ELSEWHERE)]


def record_in_turn(record: GroupRecord, turn: int) -> int:
    """A note, an obstacle, a recommendation, or two changes; the number of the last change made."""
    made = (add_note, add_obstacle, add_recommendation)
    if turn % 4 < len(made):
        return made[turn % 4](record, entry(f"turn {turn}")).recorded_in
    return record.changes.append([told(), told()], LEAD, NOW)[-1].number


async def check_numbers(desk: Desk, changes: int) -> None:
    history = await desk.read(lambda record: record.changes.between(0, 10_000, 10_000))
    assert [change.number for change in history] == list(range(1, changes + 1))
    numbers: dict[Series, list[int]] = {series: [] for series in Series}
    for change in history:
        if change.subject is not None:
            numbers[change.subject.series].append(change.subject.number)
    for given in numbers.values():
        assert given == list(range(1, len(given) + 1))
    tally = await desk.read(lambda record: record.register.tally())
    assert sum(count.items for count in tally.counts.values()) == sum(map(len, numbers.values()))


async def test_tasks_that_write_together_leave_no_gap(durable: Store) -> None:
    groups = await desks(durable)
    answered: list[list[int]] = [[] for _ in groups]

    async def caller(number: int) -> None:
        for turn in range(EACH):
            where = (number + turn) % len(groups)
            last = await groups[where].write(over(turn, record_in_turn))
            answered[where].append(last)

    await asyncio.gather(*(caller(number) for number in range(CALLERS)))
    for desk, numbers in zip(groups, answered, strict=True):
        await check_numbers(desk, max(numbers))
        assert len(set(numbers)) == len(numbers)


async def test_threads_with_loops_of_their_own_share_a_store(durable: Store) -> None:
    groups = await desks(durable)

    def thread(number: int) -> list[tuple[int, int]]:
        async def main() -> list[tuple[int, int]]:
            made = []
            for turn in range(EACH):
                where = (number + turn) % len(groups)
                last = await groups[where].write(over(turn, record_in_turn))
                made.append((where, last))
            return made

        return asyncio.run(main())

    def run_all() -> list[tuple[int, int]]:
        with ThreadPoolExecutor(CALLERS) as threads:
            return [pair for made in threads.map(thread, range(CALLERS)) for pair in made]

    made = await asyncio.to_thread(run_all)
    last: Counter[int] = Counter()
    for where, number in made:
        last[where] = max(last[where], number)
    for where, desk in enumerate(groups):
        await check_numbers(desk, last[where])


@pytest.mark.postgresql
async def test_replicas_that_write_together_leave_no_gap(postgresql_url: str) -> None:
    replicas = [await open_store(postgresql_url) for _ in range(2)]
    desk = await found(replicas[0])

    async def caller(number: int) -> int:
        mine = Desk(replicas[number % 2], desk.group)
        last = 0
        for turn in range(EACH):
            last = await mine.write(over(turn, record_in_turn))
        return last

    last = await asyncio.gather(*(caller(number) for number in range(8)))
    await check_numbers(desk, max(last))
    for replica in replicas:
        await replica.close()


async def test_an_interaction_that_comes_many_times_at_once_is_accepted_once(durable: Store) -> None:
    desk = await found(durable)

    def record_once(uow: UnitOfWork) -> str:
        workspace = uow.workspace(WORKSPACE)
        receipt = workspace.receipts.find("trigger")
        if receipt is not None:
            return receipt.subject
        note = add_note(workspace.group(desk.group))
        workspace.receipts.add("trigger", Receipt(str(note.reference)), NOW)
        return str(note.reference)

    answers = await asyncio.gather(*(durable.write(record_once) for _ in range(CALLERS)))
    assert set(answers) == {"N-1"}
    assert await desk.read(lambda record: record.changes.last_number) == 1


async def test_a_group_is_founded_once_though_nothing_was_there_to_lock(durable: Store) -> None:
    """No group is locked yet: the key alone keeps the second one out."""

    def found_once(uow: UnitOfWork) -> str:
        workspace = uow.workspace(WORKSPACE)
        receipt = workspace.receipts.find("trigger")
        if receipt is not None:
            return receipt.subject
        record = workspace.found_group(CHARTER)
        workspace.receipts.add("trigger", Receipt(str(record.group.id)), NOW)
        return str(record.group.id)

    answers = await asyncio.gather(*(durable.write(found_once) for _ in range(CALLERS)))
    assert len(set(answers)) == 1
    assert len(await durable.read(lambda uow: uow.workspace(WORKSPACE).groups())) == 1


async def test_each_delivery_is_claimed_by_one(durable: Store) -> None:
    desk = await found(durable)
    for number in range(30):
        await durable.write(
            over(number, lambda uow, number: uow.outbox.add(delivery(f"digest:{number}", desk.group)))
        )

    async def claimer(token: str) -> list[int]:
        mine: list[int] = []
        lease = Lease(token)
        while await durable.read(lambda uow: uow.outbox.waiting()) > 0:
            claimed = await durable.write(lambda uow: uow.outbox.claim(lease, NOW, 4))
            if not claimed:
                break
            mine += [found.id for found in claimed]
        return mine

    claimed = await asyncio.gather(*(claimer(f"claimer {number}") for number in range(4)))
    numbers = Counter(number for mine in claimed for number in mine)
    assert set(numbers.values()) == {1}


@pytest.mark.postgresql
async def test_a_second_claimer_passes_over_the_workspace_of_a_claim_under_way(postgresql_url: str) -> None:
    store = await open_store(postgresql_url)
    desk = await found(store)
    for number in range(2):
        new = replace(delivery(f"digest:{number}", desk.group), channel=f"C{number}")
        await store.write(over(new, lambda uow, new: uow.outbox.add(new)))
    taken, go_on = threading.Event(), threading.Event()

    def hold(uow: UnitOfWork) -> list[str]:
        claimed = uow.outbox.claim(Lease("first"), NOW, 1)
        taken.set()
        assert go_on.wait(10)
        return [found.key for found in claimed]

    first = asyncio.create_task(store.write(hold))
    await asyncio.to_thread(taken.wait, 10)
    second = await store.write(lambda uow: [each.key for each in uow.outbox.claim(Lease("second"), NOW, 1)])
    go_on.set()
    assert (await first, second) == (["digest:0"], [])
    third = await store.write(lambda uow: [each.key for each in uow.outbox.claim(Lease("third"), NOW, 1)])
    assert third == ["digest:1"]
    await store.close()


LOUD = replace(subscription(NOW), reader=None, skip_quiet=False)


@pytest.mark.postgresql
async def test_what_is_due_is_made_into_a_delivery_by_one_of_two_replicas(postgresql_url: str) -> None:
    stores = [await open_store(postgresql_url) for _ in range(2)]
    for _ in range(5):
        desk = await found(stores[0])
        await desk.write(lambda record: record.subscriptions.add(LOUD))
    together = threading.Barrier(2)

    def tick(uow: UnitOfWork) -> Materialised:
        together.wait(10)
        return materialise(uow, NOW, 50)

    made = await asyncio.gather(*(store.write(tick) for store in stores))
    assert sum(each.created for each in made) == 5
    assert await stores[0].read(lambda uow: uow.outbox.waiting()) == 5
    for store in stores:
        await store.close()


@pytest.mark.postgresql
async def test_a_group_that_is_written_to_all_the_time_gets_its_digest_too(postgresql_url: str) -> None:
    store = await open_store(postgresql_url)
    desk = await found(store)
    await desk.write(lambda record: record.subscriptions.add(LOUD))
    locked, go_on = threading.Event(), threading.Event()

    def hold(record: GroupRecord) -> None:
        locked.set()
        assert go_on.wait(10)
        add_note(record)

    writing = asyncio.create_task(desk.write(hold))
    await asyncio.to_thread(locked.wait, 10)
    ticking = asyncio.create_task(store.write(lambda uow: materialise(uow, NOW, 50)))
    await asyncio.sleep(0.2)
    assert not ticking.done()
    go_on.set()
    await writing
    assert await ticking == Materialised(created=1)
    await store.close()


@pytest.mark.postgresql
async def test_two_who_lock_two_groups_the_other_way_round_both_succeed(postgresql_url: str) -> None:
    store = await open_store(postgresql_url)
    one, other = await found(store), await found(store)
    both = threading.Barrier(2)

    def write_both(first: int, second: int) -> Callable[[UnitOfWork], None]:
        met: list[bool] = []

        def job(uow: UnitOfWork) -> None:
            add_note(uow.workspace(WORKSPACE).group(first))
            if not met:
                met.append(True)
                both.wait(10)
            add_note(uow.workspace(WORKSPACE).group(second))

        return job

    await asyncio.gather(
        store.write(write_both(one.group, other.group)), store.write(write_both(other.group, one.group))
    )
    for desk in (one, other):
        assert await desk.read(lambda record: record.changes.last_number) == 2
    await store.close()
