"""The Home tab: who one is here, where the group stands, and what one can do."""

from __future__ import annotations

from datetime import datetime

from domain.people import Person
from domain.ports import UnitOfWork
from domain.standing import Standing
from domain.usecases.reading import standing
from domain.usecases.situation import Situation
from handlers.desk.reception import receive
from handlers.desk.request import Services
from handlers.overview.helping import help_message
from handlers.parts.blocks import Block, divider, header
from handlers.parts.figures import figure_blocks
from handlers.parts.modals import View
from handlers.parts.naming import group_name
from handlers.words.translator import Translator


async def view(services: Services, person: Person) -> View:
    """The Home tab of a person."""
    now = services.clock.now()
    situation = await receive(services, person, None, now)
    t = services.words.for_language(situation.language)
    figures = await services.store.read(lambda uow: _figures(situation, now, uow))
    return home_view(t, situation, figures, services.commands[t.language])


def home_view(t: Translator, situation: Situation, figures: Standing | None, command: str) -> View:
    """A Home view."""
    blocks: list[Block] = []
    if situation.group is not None and figures is not None:
        blocks += [header(group_name(t, situation.group)), *figure_blocks(t, figures), divider()]
    blocks += help_message(t, situation, command).blocks
    return {"type": "home", "blocks": blocks}


def _figures(situation: Situation, now: datetime, uow: UnitOfWork) -> Standing | None:
    if situation.group is None or situation.member is None:
        return None
    record = uow.workspace(situation.person.workspace).group(situation.group.id)
    return standing(record, (), now)
