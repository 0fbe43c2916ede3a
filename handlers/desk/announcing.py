"""A store that tells a channel or thread what was written through it, in the transaction of the write."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from domain.change import Change
from domain.item import Item
from domain.ports import Asking, Store, UnitOfWork
from domain.usecases.replying import CHANGES_MAX, Place, announced, tell
from handlers.desk.request import Request

T = TypeVar("T")


class Announcing:
    """Writes of one request to one group. `queued` says whether there is anything to tell of them."""

    def __init__(self, store: Store, group: int, place: Place, now: datetime) -> None:
        self._store = store
        self._group = group
        self._place = place
        self._now = now
        self.queued = False

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:  # noqa: ARG002 - see below
        """As Store.write; what the job did to an item is told by the outbox.

        What it asks ahead is not passed on: to tell of it takes reading what it wrote and writing the outbox.
        """
        result, queued = await self._store.write(
            lambda uow: announced(job, self._group, self._place, uow, self._now)
        )
        self.queued = self.queued or queued
        return result

    async def read(self, query: Callable[[UnitOfWork], T], *, key: Hashable | None = None) -> T:
        """As Store.read."""
        return await self._store.read(query, key=key)

    async def glance(self, key: Hashable, query: Callable[[UnitOfWork], T]) -> T:
        """As Store.glance."""
        return await self._store.glance(key, query)

    async def check(self) -> None:
        """As Store.check."""
        await self._store.check()

    async def close(self) -> None:
        """The store belongs to the process."""


def announcing(request: Request, place: Place) -> tuple[Request, Announcing | None]:
    """The request, whose writes are told there; without a group there is nothing to tell."""
    group = request.situation.group
    if group is None:
        return request, None
    store = Announcing(request.services.store, group.id, place, request.now)
    return replace(request, services=replace(request.services, store=store)), store


def tell_where_recorded(request: Request, item: Item, changes: Sequence[Change], uow: UnitOfWork) -> None:
    """Queue what was done to an item elsewhere for the channel it belongs to, signed.

    Nothing where it was done there itself, and nothing for a channel that has gone to another group.
    """
    channel, person = item.channel, request.interaction.person
    if not changes or channel is None or channel == request.situation.channel:
        return
    binding = uow.workspace(person.workspace).channels.get(channel)
    if binding is None or binding.group != request.group.id:
        return
    place = Place(
        workspace=person.workspace,
        channel=channel,
        user=person.user,
        language=request.t.language,
        key=f"{request.interaction.key}:there",
        signed=True,
    )
    tell(request.group.id, place, changes, uow)


def told_there(
    request: Request, job: Callable[[UnitOfWork], T], belongs: Callable[[T], Item | None], uow: UnitOfWork
) -> T:
    """The job; what it wrote is told in the channel too that its item `belongs` to. None tells nobody."""
    changes = uow.workspace(request.interaction.person.workspace).group(request.group.id).changes
    before = changes.last_number
    result = job(uow)
    item = belongs(result)
    if item is not None and changes.last_number > before:
        written = changes.between(before, changes.last_number, CHANGES_MAX)
        tell_where_recorded(request, item, written, uow)
    return result


def place_of_form(request: Request) -> Place | None:
    """Where a form was opened, when others are there to be told; in a direct message the form says it all."""
    channel = request.interaction.channel
    if channel is None or request.interaction.direct:
        return None
    person = request.interaction.person
    return Place(
        workspace=person.workspace,
        channel=channel,
        user=person.user,
        language=request.t.language,
        key=request.interaction.key,
        signed=True,
    )
