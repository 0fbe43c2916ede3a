"""The Home tab: what waits for one, where the group stands, what comes, and what one can do."""

from __future__ import annotations

from datetime import datetime

from domain.people import Person
from domain.ports import UnitOfWork
from domain.usecases.origin import Origin
from domain.usecases.reading import standing
from domain.usecases.situation import Situation
from domain.usecases.timetable import CalendarAsked, calendar
from domain.usecases.waiting import mine
from handlers.desk.metadata import Metadata
from handlers.desk.reception import receive
from handlers.desk.request import Request, Services
from handlers.interaction import Click
from handlers.overview.home_views import MEETINGS_SHOWN, Glance, home_view
from handlers.parts.group_numbers import group_number
from handlers.parts.modals import View


async def show(services: Services, person: Person, metadata: str = "") -> None:
    """Show the Home tab about the group that the one before was about. Raises SlackUnavailable."""
    made = await view(services, person, Metadata.read(metadata).group)
    await services.slack.publish_home(person.workspace, person.user, made)


async def switch(request: Request, click: Click) -> None:
    """Show it about the group that was chosen there. Raises SlackUnavailable."""
    services, person = request.services, click.interaction.person
    made = await view(services, person, group_number(click.value))
    await services.slack.publish_home(person.workspace, person.user, made)


async def view(services: Services, person: Person, chosen: int | None = None) -> View:
    """The Home tab of a person, about the group they chose there, else their first one."""
    now = services.clock.now()
    situation = await receive(services, person, None, now)
    groups = situation.choices
    if groups:
        numbers = [number for number, _ in groups]
        meant = chosen if chosen in numbers else numbers[0]
        situation = await receive(services, person, None, now, meant)
    t = services.words.for_language(situation.language)
    glance = await services.store.read(lambda uow: _glance(situation, now, uow))
    return home_view(t, situation, glance, services.commands[t.language], groups)


def _glance(situation: Situation, now: datetime, uow: UnitOfWork) -> Glance | None:
    group = situation.group
    if group is None or situation.member is None:
        return None
    origin = Origin(person=situation.person, channel=None, key="")
    record = uow.workspace(situation.person.workspace).group(group.id)
    asked = CalendarAsked(past=False)
    return Glance(
        figures=standing(record, (), now),
        mine=mine(origin, group.id, now, uow),
        upcoming=calendar(origin, group.id, asked, now, uow).upcoming[:MEETINGS_SHOWN],
        today=now.astimezone(group.timezone).date(),
    )
