"""The people of a group: `members`, `members @who`, and what chairs make of them."""

from __future__ import annotations

from collections import Counter

from domain.people import Person, Role
from domain.ports import UnitOfWork
from domain.usecases.members import Adjust, Leave, MemberCard, adjust, leave, member_card, roster
from domain.usecases.situation import remember_profile
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import setting_of
from handlers.desk.excuses import misunderstood
from handlers.desk.pressed import once
from handlers.desk.reception import profile_of
from handlers.desk.request import Request
from handlers.grammar.membership import (
    LeaveWanted,
    MembersWanted,
    MemberWanted,
    RosterWanted,
    SettingsWanted,
    read_members,
)
from handlers.grammar.problems import Problem, ProblemCode
from handlers.members.forms import MEMBER, open_member
from handlers.members.views import (
    adjusted_message,
    card_message,
    gone_message,
    leaving_message,
    roster_message,
)
from handlers.words.slack_text import Mention

__all__ = ["MEMBER", "listen"]


async def listen(request: Request) -> Answer:
    """The list, one person, or a change of somebody."""
    text, people, setting = request.utterance.rest, request.utterance.people, setting_of(request)
    wanted = read_members(text, people, setting)
    if isinstance(wanted, Problem) and wanted.code is ProblemCode.PERSON_UNKNOWN:
        wanted = read_members(text, (*people, *await _gone(request)), setting)
    if isinstance(wanted, Problem):
        return misunderstood(request.t, wanted)
    return await _answer(request, wanted)


async def _answer(request: Request, wanted: MembersWanted) -> Answer:
    match wanted:
        case RosterWanted(page):
            return await _list(request, page)
        case LeaveWanted(sure):
            return await _leave_oneself(request, sure=sure)
        case MemberWanted(user, remove=True):
            return await _leave(request, user)
        case MemberWanted(user, edit=True):
            return await open_member(request, await _card(request, user))
        case MemberWanted(user):
            message = card_message(
                request.t, await _card(request, user), request.command, may_change=_is_chair(request)
            )
            return Reply(message)
        case SettingsWanted():
            return await _adjust(request, wanted)


async def _list(request: Request, page: int) -> Reply:
    found = await request.services.store.read(lambda uow: roster(request.origin, request.group.id, uow))
    return Reply(roster_message(request.t, found, page))


async def _gone(request: Request) -> tuple[Mention, ...]:
    """The members whom Slack deactivated, by their names: of these it does not tell any more who is meant.

    Left out are those who share a name.
    """
    found = await request.services.store.read(lambda uow: roster(request.origin, request.group.id, uow))
    times = Counter(found.names.values())
    return tuple(
        Mention(user, f"@{found.names[user]}")
        for user in sorted(found.gone & found.names.keys())
        if times[found.names[user]] == 1
    )


async def _card(request: Request, user: str) -> MemberCard:
    """What is known of the person; Slack is asked of somebody who is not known yet."""

    def query(uow: UnitOfWork) -> MemberCard:
        return member_card(request.origin, request.group.id, user, uow)

    card = await request.services.store.read(query)
    if card.member is None and not card.is_known and await _meet(request, user):
        return await request.services.store.read(query)
    return card


async def _meet(request: Request, user: str) -> bool:
    """Whether Slack told us of somebody."""
    person = Person(request.interaction.person.workspace, user)
    told = await request.services.slack.user(person.workspace, person.user)
    if told is None:
        return False
    profile = profile_of(person, told, request.now)
    await request.services.store.write(lambda uow: remember_profile(profile, uow))
    return True


async def _adjust(request: Request, wanted: SettingsWanted) -> Reply:
    card = await _card(request, wanted.user)
    command = Adjust(
        origin=request.origin,
        group=request.group.id,
        user=wanted.user,
        role=wanted.role,
        themes=wanted.themes,
        sector=None if wanted.sector is None else wanted.sector.value,
        country=wanted.country,
        organisation=wanted.organisation,
    )
    adjusted = await request.services.store.write(lambda uow: adjust(command, uow, request.now))
    return Reply(adjusted_message(request.t, adjusted, card.name))


async def _leave_oneself(request: Request, *, sure: bool) -> Reply:
    """Whoever is a member and has not said that they are sure is asked."""
    user = request.interaction.person.user
    if sure or request.situation.member is None:
        return await _leave(request, user)
    return Reply(leaving_message(request.t, request.group, await _card(request, user)))


async def _leave(request: Request, user: str) -> Reply:
    card = await _card(request, user)
    pressed = once(request, f"leave:{user}")
    command = Leave(origin=pressed.origin, group=request.group.id, user=user)
    gone = await request.services.store.write(lambda uow: leave(command, uow, request.now))
    oneself = user == request.interaction.person.user
    return Reply(gone_message(request.t, gone, card.name, oneself=oneself))


def _is_chair(request: Request) -> bool:
    member = request.situation.member
    return member is not None and member.role is Role.CHAIR
