"""One delivery under one lease: step after step until it waits, is settled, or belongs to somebody else."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import structlog

from bot import log_events
from bot.delivery.answers import NO_ENTRANCE
from bot.delivery.equipment import Equipment
from bot.delivery.heard import Heard
from bot.delivery.loss import Loss, remove_duplicates
from bot.delivery.settling import beginning, ending, settle
from bot.delivery.wording import Wording
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease, LeaseLost, Part, Skipped
from domain.pause import HISTORY, WORKSPACE, place_of
from domain.ports import OutcomeUnknown, Sending, StoreUnavailable, UnitOfWork
from domain.sending import (
    Hold,
    Keep,
    Look,
    Obscured,
    RateLimited,
    Seen,
    Send,
    Settle,
    Step,
    Wait,
    after_answer,
    after_look,
    next_step,
)
from domain.usecases.announcing import arrived

RECORDINGS = 3
"""Times the database is asked to take down what was posted; then the history has to tell."""


def _nothing(_: UnitOfWork) -> None:
    """Where nothing is to be done in the transaction."""


class Errand:
    """Works on a claimed delivery. `asked_at` is the monotonic time before the claim was asked for."""

    def __init__(self, equipment: Equipment, delivery: Delivery, lease: Lease, asked_at: float) -> None:
        self._use = equipment
        self._delivery = delivery
        self._lease = lease
        self._lease_ends = asked_at + lease.length.total_seconds()
        self._wording = Wording(equipment.compose, equipment.calendar)
        self._heard = Heard()
        self._log = structlog.get_logger().bind(delivery=delivery.key, workspace=delivery.workspace)

    async def run(self) -> None:
        """Never raises but for cancellation: what goes wrong here concerns no other delivery."""
        try:
            await self._work()
        except (StoreUnavailable, OutcomeUnknown) as error:
            self._log.warning(log_events.DELIVERY_ABANDONED, error=type(error).__name__)
        except Exception as error:  # noqa: BLE001 - logged, and given back to be tried again
            await self._break_off(error)

    async def _work(self) -> None:
        try:
            step: Step | None = await self._first()
            while step is not None:
                step = await self._take(step)
        except LeaseLost:
            posted = self._heard.posted
            self._log.warning(log_events.DELIVERY_LEASE_LOST, posted=posted is not None)
            if posted is not None:
                await remove_duplicates(posted, self._use, self._log)

    async def _first(self) -> Step:
        if self._delivery.parts or await self._is_worded():
            return self._next()
        return Settle(DeliveryState.SKIPPED)

    async def _is_worded(self) -> bool:
        """Whether there is something to say, in the words of this moment where these matter."""
        worded = await self._wording.worded(self._delivery)
        self._delivery = worded or self._delivery
        return worded is not None

    def _next(self) -> Step:
        return next_step(self._delivery, self._use.clock.now(), self._use.timings)

    async def _take(self, step: Step) -> Step | None:
        match step:
            case Send(part, plain):
                return await self._send(part, plain=plain)
            case Look(part):
                return await self._look(part)
            case Keep():
                return await self._keep(step)
            case Wait():
                await self._postpone(step)
            case Hold(length, error):
                self._heard.shut = length
                await self._postpone(Wait(DeliveryState.PENDING, self._use.clock.now(), error))
            case Settle():
                await self._settle(step)
        return None

    async def _send(self, part: Part, *, plain: bool) -> Step:
        """Post once, if turn and lease allow it; the lease is looked at again right before the post."""
        if not await self._is_worded():
            return Settle(DeliveryState.SKIPPED)
        wait = timedelta()
        while True:
            if await self._use.is_stopped_within(wait) or not self._lease_outlasts_a_post():
                return self._give_back()
            began = await self._begin(part)
            if isinstance(began, Settle):
                return began
            wait = began
            if not wait:
                break
            if wait > self._use.timings.longest_pause:
                # Claims wait for that pause: with a time of its own a message would lose its place.
                is_message = self._delivery.kind is not DeliveryKind.REACTION
                return self._give_back(timedelta() if is_message else wait)
        part = next(found for found in self._delivery.parts if found.position == part.position)
        if not self._lease_outlasts_a_post():
            self._heard.refused = part.position
            return self._give_back()
        return await self._post(part, plain=plain)

    async def _begin(self, part: Part) -> timedelta | Settle:
        """Take the channel's turn and begin the part, or neither: then how long until the turn comes.

        What was worded is frozen beside it, either way. Or it is not to be said any more: under its group's
        lock nobody can make it so in between.
        """
        one, now, position = self._delivery, self._use.clock.now(), part.position
        turn = one.workspace, place_of(one), self._use.timings.pace

        def job(uow: UnitOfWork) -> tuple[Delivery, timedelta] | Skipped:
            why = self._use.why_unsaid(one, uow)
            if why is not None:
                return why
            # What the database says is what the next step starts from; the parts are this lease's own.
            row = replace(uow.outbox.held(one.id, self._lease), parts=one.parts)
            waited = uow.pauses.take_turn(*turn)
            self._wording.store(uow, one, self._lease)
            if waited:
                return row, waited
            if row.error in NO_ENTRANCE and self._use.timings.pace:
                # It finds out whether the workspace is open again; the others wait for its answer.
                uow.pauses.hold(one.workspace, WORKSPACE, self._use.timings.pace)
            uow.outbox.begin(one.id, self._lease, position, now)
            return row.begun(position, now), waited

        came = await self._use.store.write(job, beginning(one, self._lease))
        if isinstance(came, Skipped):
            return Settle(DeliveryState.SKIPPED, why=came)
        self._wording.done()
        self._delivery, waited = came
        if not waited:
            self._heard.refused = None
        return waited

    async def _post(self, part: Part, *, plain: bool) -> Step:
        self._heard.posted = Loss(self._delivery, part)
        self._use.meter.sent(self._delivery)
        answer = await self._use.poster.post(self._delivery, part, plain=plain)
        self._heard.answer(answer, self._delivery, part, self._use.monotonic())
        if isinstance(answer, RateLimited):
            self._use.meter.limited(self._delivery)
        now, timings = self._use.clock.now(), self._use.timings
        overdue = self._use.calendar.now() - self._delivery.due_at
        one = replace(self._delivery, due_at=now - overdue)
        return after_answer(answer, one, part, plain=plain, now=now, timings=timings)

    async def _look(self, part: Part) -> Step:
        workspace = self._delivery.workspace
        wait = await self._use.store.read(lambda uow: uow.pauses.left(workspace, HISTORY))
        if wait:
            return self._give_back(wait)
        finding = await self._use.reconciler.find(self._delivery, part)
        self._heard.finding(finding)
        self._use.meter.looked(self._delivery, len(finding.timestamps) if isinstance(finding, Seen) else 0)
        return after_look(finding, self._delivery, part, self._use.clock.now(), self._use.timings)

    async def _keep(self, step: Keep) -> Step | None:
        """First the others go, then the one that stays is taken down: a crash between leaves no pair.

        With the last part the delivery is settled in the same transaction.
        """
        for ts in step.remove:
            obstacle = await self._use.reconciler.remove(self._delivery, ts)
            if isinstance(obstacle, Obscured):
                return self._give_back(obstacle.retry_after or self._use.timings.backoff_first)
            removed = log_events.DELIVERY_DUPLICATE_REMOVED
            event = removed if obstacle is None else log_events.DELIVERY_REMOVAL_REFUSED
            self._log.warning(event, part=step.part.position)
            if obstacle is None:
                self._use.meter.removed(self._delivery)

        def job(uow: UnitOfWork) -> None:
            arrived(self._delivery, step.part.position, step.ts, uow)
            uow.outbox.arrived(self._delivery.id, self._lease, step.part.position, step.ts)

        if all(part.ts is not None for part in self._delivery.parts if part.position != step.part.position):
            await self._settle(Settle(DeliveryState.SENT), job)
            return None
        await self._record(job)
        return self._next()

    async def _postpone(self, step: Wait) -> None:
        def job(uow: UnitOfWork) -> None:
            self._wording.store(uow, self._delivery, self._lease)
            uow.outbox.postpone(self._delivery.id, self._lease, step.state, step.until, step.error)

        await self._record(job, last=True)
        self._log_wait(step)

    async def _settle(self, step: Settle, first: Callable[[UnitOfWork], None] = _nothing) -> None:
        done: Settle | Wait = step

        def job(uow: UnitOfWork) -> None:
            nonlocal done
            first(uow)
            done = settle(uow, self._delivery, self._lease, step, self._use, self._give_back())

        ahead = ending(self._delivery, self._lease) if step.state is DeliveryState.SENT else None
        await self._record(job, last=True, ahead=ahead)
        if isinstance(done, Wait):
            self._log_wait(done)
            return
        self._use.meter.settled(self._delivery, done.state)
        self._log.info(log_events.DELIVERY_SETTLED, state=done.state, error=done.error or done.why)

    def _log_wait(self, step: Wait) -> None:
        self._log.info(
            log_events.DELIVERY_POSTPONED, state=step.state, until=step.until.isoformat(), error=step.error
        )

    def _give_back(self, wait: timedelta = timedelta()) -> Wait:
        """Another claim goes on from here; what is in doubt stays so, without counting as looked at."""
        part = next((part for part in self._delivery.parts if part.ts is None), None)
        doubtful = part is not None and part.begun_at is not None and self._heard.refused != part.position
        state = DeliveryState.SENDING if doubtful else DeliveryState.PENDING
        return Wait(state, self._use.clock.now() + wait, self._delivery.error)

    def _lease_outlasts_a_post(self) -> bool:
        left = self._lease_ends - self._use.monotonic()
        return left > self._use.timings.post_timeout.total_seconds()

    async def _write(self, job: Callable[[UnitOfWork], None], *, last: bool, ahead: Sending | None) -> None:
        """Do it and read the row again: what the database says is what the next step starts from, if any."""

        def whole(uow: UnitOfWork) -> Delivery:
            if ahead is not None:
                uow.outbox.held(self._delivery.id, self._lease)
            job(uow)
            found = self._delivery if last else uow.outbox.get(self._delivery.id)
            if found is None:
                raise LeaseLost(self._delivery.id)
            return found

        self._delivery = await self._use.store.write(whole, ahead)
        self._wording.done()

    async def _record(
        self, job: Callable[[UnitOfWork], None], *, last: bool = False, ahead: Sending | None = None
    ) -> None:
        """Write what Slack said, more patiently than the rest: it cannot be had again so cheaply."""

        def told(uow: UnitOfWork) -> None:
            rest = self._heard.rest(self._use.timings.pace, self._use.monotonic())
            self._heard.store(uow, self._delivery, self._lease, rest)
            job(uow)

        for left in reversed(range(RECORDINGS)):
            try:
                await self._write(told, last=last, ahead=ahead)
                break
            except (StoreUnavailable, OutcomeUnknown):
                if not left:
                    raise
                await asyncio.sleep(self._use.timings.record_again.total_seconds())
        self._heard = Heard()

    async def _break_off(self, error: Exception) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{last.name}:{last.lineno}"
        self._log.error(log_events.DELIVERY_BROKEN, error=type(error).__name__, place=place)
        wait = self._give_back(self._use.timings.lease)
        self._wording.done()  # it may be the words that cannot be stored
        try:
            await self._postpone(Wait(wait.state, wait.until, type(error).__name__))
        except (LeaseLost, StoreUnavailable, OutcomeUnknown) as reason:
            self._log.warning(log_events.DELIVERY_ABANDONED, error=type(reason).__name__)
