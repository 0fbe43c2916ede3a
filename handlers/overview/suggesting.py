"""What the searches of forms offer while somebody types in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.reference import Reference, Series
from domain.search import words
from domain.usecases.suggesting import Sought, suggest_items, suggest_members
from handlers.desk.request import Request
from handlers.grammar.references import NUMBER_DIGITS, find_reference
from handlers.parts.blocks import Block
from handlers.parts.limits import OPTIONS_MAX
from handlers.parts.modals import option
from handlers.parts.sources import ITEMS, MEMBERS, THEMES, Among, item_label, member_label

OFFERED_MAX = 50
"""Options of one answer: more is read by nobody, and Slack takes OPTIONS_MAX."""

TYPED_MAX = 200
"""Characters that are looked at."""

_NUMBER = re.compile(rf"[1-9][0-9]{{0,{NUMBER_DIGITS - 1}}}")


async def suggest(request: Request, source: str, typed: str) -> Sequence[Block]:
    """The options that fit what was typed, of the group that the form is about. Raises Refusal."""
    typed = typed[:TYPED_MAX]
    if source == THEMES:
        return _themes(request, typed)
    if source == MEMBERS:
        return await _members(request, typed)
    return await _items(request, ITEMS[source], typed)


def _themes(request: Request, typed: str) -> Sequence[Block]:
    wanted = words(typed)
    found = [
        theme
        for theme in request.group.themes
        if _begins(wanted, [theme.key, *theme.aliases, *theme.names.by_language.values()])
    ]
    return [option(theme.names.in_language(request.t.language), theme.key) for theme in found[:OPTIONS_MAX]]


async def _members(request: Request, typed: str) -> Sequence[Block]:
    group = request.group.id
    found = await request.services.store.read(
        lambda uow: suggest_members(request.origin, group, typed, uow, OFFERED_MAX)
    )
    return [option(member_label(member), member.user) for member in found]


async def _items(request: Request, among: Among, typed: str) -> Sequence[Block]:
    group = request.group.id
    sought = Sought(
        kinds=among.kinds, statuses=among.statuses, typed=typed, references=_references(among, typed)
    )
    found = await request.services.store.read(
        lambda uow: suggest_items(request.origin, group, sought, uow, OFFERED_MAX)
    )
    return [option(item_label(request.t, item), str(item.reference)) for item in found]


def _references(among: Among, typed: str) -> tuple[Reference, ...]:
    """What a reference, or a number alone, may name."""
    reference = find_reference(typed)
    if reference is not None:
        return (reference,)
    number = typed.strip()
    if not _NUMBER.fullmatch(number):
        return ()
    series: set[Series] = {kind.series for kind in among.kinds}
    return tuple(Reference(one, int(number)) for one in sorted(series))


def _begins(wanted: Sequence[str], names: Sequence[str]) -> bool:
    present = [word for name in names for word in words(name)]
    return all(any(word.startswith(beginning) for word in present) for beginning in wanted)
