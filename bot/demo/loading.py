"""Loading the sample group through the use cases, as its members would have recorded it, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.demo.cast import Cast
from bot.demo.charter import charter_of
from bot.demo.events import NOON, Job, Loading
from bot.demo.gatherings import gathered, open_one
from bot.demo.sample import Sample
from domain.coverage import EVERYTHING
from domain.people import Person, Role
from domain.ports import UnitOfWork
from domain.recurrence import Weekly
from domain.schedule import Schedule
from domain.usecases.groups import BindChannel, Founding, bind_channel, found_group
from domain.usecases.members import Adjust, adjust
from domain.usecases.membership import Join, join
from domain.usecases.situation import remember_profile
from domain.usecases.subscriptions import Subscribe, subscribe
from handlers.desk.reception import profile_of
from handlers.desk.request import Services


async def load(services: Services, sample: Sample, cast: Cast) -> int:
    """Load the sample so that it ended at a noon within the last week; the group's number.

    A database that has the group keeps it as it is: the sample is loaded in one transaction, or not at all.
    """
    now = services.clock.now()
    await _profiles(services, sample, cast, now)
    entrance = cast.channels[sample.channels[0].name]
    present = await services.store.read(lambda uow: uow.workspace(cast.workspace).channels.get(entrance))
    if present is not None:
        return present.group
    zone = ZoneInfo(sample.group.zone)
    passed = now.astimezone(zone).replace(tzinfo=None) - datetime.combine(sample.ends_on, NOON)
    shift = timedelta(weeks=passed // timedelta(weeks=1))
    charter = charter_of(sample.group, shift)
    founder = sample.members[0]
    origin = cast.origin(founder.handle, sample.channels[0].name, "found")
    founding = Founding(
        origin=origin,
        charter=charter,
        sector=founder.sector,
        country=founder.country,
        organisation=founder.organisation,
    )
    start = datetime.combine(charter.starts_on, datetime.min.time(), tzinfo=zone)

    def whole(uow: UnitOfWork) -> int:
        group = found_group(founding, uow, start).group.id
        loading = Loading(sample=sample, cast=cast, group=group, zone=zone, shift=shift)
        for job in (*_arrangements(loading, start), *_history(loading)):
            job(uow)
        open_one(loading, uow, now)
        return group

    return await services.store.write(whole)


async def _profiles(services: Services, sample: Sample, cast: Cast, now: datetime) -> None:
    for member in sample.members:
        person = Person(cast.workspace, cast.users[member.handle])
        told = await services.slack.user(person.workspace, person.user)
        profile = profile_of(person, told or {}, now)
        await services.store.write(partial(remember_profile, profile))


def _arrangements(loading: Loading, start: datetime) -> Iterator[Job]:
    """Channels bound, members joined, roles given by the founder."""
    founder, *others = loading.sample.members
    entrance = loading.sample.channels[0].name
    for channel in loading.sample.channels:
        bind = BindChannel(
            origin=loading.cast.origin(founder.handle, channel.name, f"bind:{channel.name}"),
            group=loading.group,
            theme=channel.theme,
        )
        yield partial(bind_channel, bind, now=start)
    for member in others:
        joining = Join(
            origin=loading.cast.origin(member.handle, entrance, f"join:{member.handle}"),
            group=loading.group,
            sector=member.sector,
            country=member.country,
            organisation=member.organisation,
        )
        yield partial(join, joining, now=start)
        if member.role is not Role.MEMBER:
            role = Adjust(
                origin=loading.cast.origin(founder.handle, None, f"appoint:{member.handle}"),
                group=loading.group,
                user=loading.cast.users[member.handle],
                role=member.role,
                themes=frozenset(member.themes) if member.role is Role.LEAD else None,
            )
            yield partial(adjust, role, now=start)


def _history(loading: Loading) -> Iterator[Job]:
    """Events in the order of their dates, the digest set up where its date falls."""
    digest = loading.sample.digest
    waiting = True
    for number, event in enumerate(loading.sample.events):
        if waiting and event.at > digest.at:
            waiting = False
            yield _digest_job(loading)
        yield from gathered(loading, number, event)


def _digest_job(loading: Loading) -> Job:
    digest = loading.sample.digest
    origin = loading.cast.origin(digest.by, digest.channel, "digest")
    command = Subscribe(
        origin=origin,
        group=loading.group,
        channel=loading.cast.channels[digest.channel],
        reader=None,
        schedule=Schedule(Weekly(frozenset({digest.weekday})), digest.time, digest.zone),
        coverage=EVERYTHING,
        languages=digest.languages,
    )
    return partial(subscribe, command, now=loading.at(digest.at))
