"""The Home tab: what waits for one, where the group stands, what comes, and what one can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.group import Group
from domain.language import Names
from domain.meeting import Meeting
from domain.people import Person
from domain.permissions import Actor, may_record
from domain.ports import UnitOfWork
from domain.standing import Standing
from domain.usecases.origin import Origin
from domain.usecases.reading import standing
from domain.usecases.situation import Situation
from domain.usecases.timetable import CalendarAsked, calendar
from domain.usecases.waiting import Mine, mine
from handlers.desk.metadata import Metadata
from handlers.desk.reception import receive
from handlers.desk.request import Services
from handlers.meetings.views import meeting_line
from handlers.overview.helping import help_message
from handlers.overview.mine import mine_message
from handlers.overview.shortcuts import GROUP_DIGITS, NEW_RECORD
from handlers.parts.blocks import Block, actions, bullets, divider, header, section
from handlers.parts.figures import figure_blocks
from handlers.parts.limits import HOME_BLOCKS_MAX, OPTIONS_MAX
from handlers.parts.modals import View, option, select
from handlers.parts.naming import group_name
from handlers.parts.next_steps import opens, say
from handlers.words.translator import Translator

SWITCH = "home-group"
"""action_id of the select of one's groups."""

MEETINGS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What a member sees of their group; `today` is the group's local day."""

    figures: Standing
    mine: Mine
    upcoming: Sequence[Meeting]
    today: date


async def show(services: Services, person: Person, metadata: str = "") -> None:
    """Show the Home tab about the group that the one before was about. Raises SlackUnavailable."""
    made = await view(services, person, Metadata.read(metadata).group)
    await services.slack.publish_home(person.workspace, person.user, made)


async def switch(services: Services, person: Person, value: str) -> None:
    """Show it about the group that was chosen there. Raises SlackUnavailable."""
    number = int(value) if value.isascii() and value.isdigit() and len(value) <= GROUP_DIGITS else None
    made = await view(services, person, number)
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


def home_view(
    t: Translator,
    situation: Situation,
    glance: Glance | None,
    command: str,
    groups: Sequence[tuple[int, Names]] = (),
) -> View:
    """A Home view; `groups` are the person's when they are in several."""
    blocks: list[Block] = []
    group = situation.group
    if group is not None and glance is not None:
        blocks += _top(t, situation, group, groups)
        blocks += figure_blocks(t, glance.figures)
        blocks += _waiting(t, group, glance)
        blocks += _meetings(t, group, situation.zone, glance)
        blocks.append(divider())
    blocks += help_message(t, situation, command).blocks
    metadata = Metadata(group=None if group is None else group.id, language=t.language, home=True)
    return {"type": "home", "private_metadata": metadata.write(), "blocks": blocks[:HOME_BLOCKS_MAX]}


def _top(
    t: Translator, situation: Situation, group: Group, groups: Sequence[tuple[int, Names]]
) -> list[Block]:
    """The group, the way to one's others, and what one does most."""
    blocks = [header(group_name(t, group))]
    if len(groups) > 1:
        blocks.append(actions(_select(t, group.id, groups)))
    profile = situation.profile
    buttons = [
        say(t("button-mine"), "mine"),
        say(t("button-gaps"), "gaps"),
        say(t("button-language"), "language"),
    ]
    if profile is not None and may_record(Actor(profile, situation.member)):
        buttons.insert(0, opens(t("button-new-record"), NEW_RECORD, style="primary"))
    return [*blocks, actions(*buttons)]


def _select(t: Translator, present: int, groups: Sequence[tuple[int, Names]]) -> Block:
    options = [option(names.in_language(t.language), str(number)) for number, names in groups[:OPTIONS_MAX]]
    return select(options, initial=str(present)) | {"action_id": SWITCH}


def _waiting(t: Translator, group: Group, glance: Glance) -> list[Block]:
    if not any(glance.mine.heaps.values()):
        return [header(t("home-mine")), section(t("mine-nothing"))]
    message = mine_message(t, group, glance.mine, glance.today)
    return [header(t("home-mine")), *message.blocks[1:]]


def _meetings(t: Translator, group: Group, zone: str, glance: Glance) -> list[Block]:
    if not glance.upcoming:
        return []
    lines = [meeting_line(t, group, meeting, zone) for meeting in glance.upcoming]
    return [header(t("home-meetings")), bullets(lines)]


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
        upcoming=calendar(origin, group.id, asked, uow).upcoming[:MEETINGS_SHOWN],
        today=now.astimezone(group.timezone).date(),
    )
