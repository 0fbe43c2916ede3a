"""Editing a digest: only what is said becomes different. Leaving its next date out, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from domain.refusal import Refusal, RefusalCode
from domain.schedule import Schedule
from domain.subscription import Definition
from domain.usecases.rescheduling import EditDigest, Revision, edit_digest
from domain.usecases.skipping import Dates, SkipDigest, left_out_in, skip_digest, unskip_digest
from domain.usecases.subscriptions import Steer, may_keep
from handlers.desk.answer import Answer, Reply
from handlers.desk.request import Request
from handlers.digests import editing_views
from handlers.digests.scheduling import covering, destination, in_group_order
from handlers.grammar.schedules import DigestSaid


async def edit(request: Request, number: int, revision: Revision, version: int | None = None) -> Answer:
    """The digest as it is now, and what became different. Raises Refusal."""
    channel, reader = destination(request)
    command = EditDigest(
        origin=request.origin,
        group=request.group.id,
        channel=channel,
        number=number,
        revision=revision,
        version=version,
    )
    edited = await request.services.store.write(lambda uow: edit_digest(command, uow, request.now))
    message = editing_views.edited(request.t, request.group, edited.subscription, edited.changes)
    return Reply(message, in_channel=reader is None and bool(edited.changes))


async def edit_as_said(request: Request, number: int, said: DigestSaid) -> Answer:
    """The same for what was typed. Raises Refusal for `every 2 weeks` of a digest that has no weekday."""
    revise = as_said(request, said)

    def revised(before: Definition) -> Definition:
        if said.every is not None and said.recurrence(before.schedule.recurrence) is None:
            raise Refusal(RefusalCode.DIGEST_DAYS_MISSING, number=number, weeks=said.every)
        return revise(before)

    return await edit(request, number, revised)


def as_said(request: Request, said: DigestSaid) -> Revision:
    """What becomes of a digest by what was typed."""

    def revised(before: Definition) -> Definition:
        schedule = before.schedule
        return replace(
            before,
            schedule=Schedule(
                said.recurrence(schedule.recurrence) or schedule.recurrence,
                said.at or schedule.at,
                said.zone or schedule.zone,
            ),
            coverage=covering(request, said.covered, before.coverage),
            languages=in_group_order(request, said.languages) or before.languages,
            skip_quiet=before.skip_quiet if said.skip_quiet is None else said.skip_quiet,
        )

    return revised


async def skip(request: Request, number: int, on: date | None) -> Answer:
    """The next one is left out, or the one of that date if it is the next. Raises Refusal."""
    command, reader = _of_date(request, number, on)
    found = await request.services.store.write(lambda uow: skip_digest(command, uow, request.now))
    keeps = request.actor is not None and may_keep(request.actor, found.subscription)
    message = editing_views.skipped(request.t, found, on, keeps=keeps)
    return Reply(message, in_channel=reader is None and found.date is not None)


async def unskip(request: Request, number: int, on: date | None) -> Answer:
    """The one of that date that was left out comes after all, else the last. Raises Refusal."""
    command, reader = _of_date(request, number, on)
    found = await request.services.store.write(lambda uow: unskip_digest(command, uow, request.now))
    message = editing_views.reinstated(request.t, found, on)
    return Reply(message, in_channel=reader is None and found.date is not None)


async def left_out_here(request: Request) -> Mapping[int, Dates]:
    """The dates ahead that are left out, of each digest here that has any."""
    channel, _ = destination(request)
    origin, group, now = request.origin, request.group.id, request.now
    return await request.services.store.read(lambda uow: left_out_in(origin, group, channel, uow, now))


def _of_date(request: Request, number: int, on: date | None) -> tuple[SkipDigest, str | None]:
    """The command, and the reader of a digest in a direct message."""
    channel, reader = destination(request)
    steer = Steer(origin=request.origin, group=request.group.id, channel=channel, number=number)
    return SkipDigest(steer=steer, on=on), reader
