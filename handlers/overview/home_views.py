"""How the Home tab looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.group import Group
from domain.language import Names
from domain.meeting import Meeting
from domain.permissions import Actor, may_record
from domain.standing import Standing
from domain.usecases.situation import Situation
from domain.usecases.waiting import Mine
from handlers.desk.metadata import Metadata
from handlers.meetings.views import meeting_line
from handlers.overview.help_views import help_message
from handlers.overview.mine_views import mine_message
from handlers.overview.shortcuts import NEW_RECORD
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
