"""A store that tells a channel or thread what was written through it, in the transaction of the write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from domain.change import Change
from domain.item import Item
from domain.ports import Asking, Store, UnitOfWork
from domain.usecases.replying import CHANGES_MAX, Place, announced, is_queued, tell
from domain.usecases.telling_order import is_told_of
from domain.usecases.tellings import places_told, withdraw_telling
from domain.usecases.undoing import TakenBack
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
    """The request, whose writes are told there; nothing is without a group, or where the group is a guest."""
    group = request.situation.group
    if group is None or request.outside:
        return request, None
    store = Announcing(request.services.store, group.id, place, request.now)
    return replace(request, services=replace(request.services, store=store)), store


def tell_elsewhere(
    request: Request, places: Collection[str], changes: Sequence[Change], uow: UnitOfWork
) -> None:
    """Queue what was done for the other channels in which everybody is told of it, signed.

    For this one too, where an answer at once would pass what is told there of the same thing before, or did
    not find the channel the group's. Nothing for a channel that has gone to another group, and nothing for
    one between two people.
    """
    here, person = request.situation.channel, request.interaction.person
    is_answered = not request.outside and not _is_behind(request, changes, uow)
    request.course.told_here = False
    for channel in sorted({*places} - ({here} if is_answered else set())):
        binding = uow.workspace(person.workspace).channels.get(channel)
        if not changes or binding is None or binding.group != request.group.id:
            continue
        tell(request.group.id, _there(request, channel), changes, uow)
        request.course.told_here |= channel == here


def _is_behind(request: Request, changes: Sequence[Change], uow: UnitOfWork) -> bool:
    """Whether what is told here at once would pass what is still to be told here of the same item.

    What the outbox tells here anyway keeps its order by itself.
    """
    here = request.situation.channel
    if here is None or isinstance(request.services.store, Announcing):
        return False
    workspace, group = request.interaction.person.workspace, request.group.id
    subject = next((change.subject for change in changes if change.subject is not None), None)
    return subject is not None and is_told_of(uow, workspace, group, subject, here)


def _there(request: Request, channel: str) -> Place:
    return _signed(request, channel, f"{request.interaction.key}:there:{channel}")


def _signed(request: Request, channel: str, key: str) -> Place:
    person = request.interaction.person
    return Place(
        workspace=person.workspace,
        channel=channel,
        user=person.user,
        language=request.t.language,
        key=key,
        signed=True,
    )


def _again(request: Request, uow: UnitOfWork) -> None:
    """Nothing was written, perhaps because it was before: then it is told here as it was."""
    here = request.situation.channel
    request.course.told_here = here is not None and is_queued(_there(request, here), uow)


def told_there(
    request: Request, job: Callable[[UnitOfWork], T], item_of: Callable[[T], Item | None], uow: UnitOfWork
) -> T:
    """The job; what it wrote to its item is told wherever it is told besides the place it was said in."""
    changes = uow.workspace(request.interaction.person.workspace).group(request.group.id).changes
    before = changes.last_number
    result = job(uow)
    item = item_of(result)
    if item is not None and changes.last_number > before:
        written = changes.between(before, changes.last_number, CHANGES_MAX)
        tell_elsewhere(request, places_told(item, written), written, uow)
    elif item is not None:
        _again(request, uow)
    return result


def told_back(request: Request, taken: TakenBack, uow: UnitOfWork) -> frozenset[str]:
    """The channels in which everybody is told that it was taken back; the others of them are queued for.

    They are those that were told of the write. One that was still to be told of it is told neither.
    """
    places = places_told(taken.item, taken.undone)
    if taken.repeated:
        _again(request, uow)
        return places
    here, announces = request.situation.channel, isinstance(request.services.store, Announcing)
    workspace, group = request.interaction.person.workspace, request.group.id
    left = frozenset(
        place
        for place in places
        # What is told here by the outbox follows what waits for it there.
        if (place == here and announces) or not withdraw_telling(uow, workspace, group, place, taken.undone)
    )
    tell_elsewhere(request, left, taken.told, uow)
    return left


def place_of_form(request: Request) -> Place | None:
    """Where a form was opened, when others are there to be told; in a direct message the form says it all."""
    channel = request.interaction.channel
    if channel is None or request.interaction.direct:
        return None
    return _signed(request, channel, request.interaction.key)
