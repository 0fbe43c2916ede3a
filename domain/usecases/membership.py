"""Joining a group, and the language a person is answered in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.change import ChangeKind, NewChange
from domain.group import Group, Sector
from domain.language import Language
from domain.people import Member, Person, Role
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.text import name
from domain.usecases.origin import Origin, enter


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """What a person says of themselves when they join."""

    origin: Origin
    group: int
    sector: str
    country: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The member and their group."""

    member: Member
    group: Group


def join(command: Join, uow: UnitOfWork, now: datetime) -> Joined:
    """The new member. Guests and people of other workspaces cannot join. Raises Refusal."""
    scene = enter(uow, command.origin, command.group)
    group = scene.record.group
    receipts = scene.workspace.receipts
    present = scene.actor.member
    if present is not None:
        if receipts.find(command.origin.key) is not None:
            return Joined(present, group)
        raise Refusal(RefusalCode.ALREADY_MEMBER)
    if scene.actor.profile.reads_only:
        raise Refusal(RefusalCode.GUEST_READS_ONLY)
    if command.country not in group.countries:
        raise Refusal(RefusalCode.COUNTRY_UNKNOWN, word=command.country)
    member = Member(
        user=command.origin.person.user,
        role=Role.MEMBER,
        sector=_sector(group, command.sector),
        country=command.country,
        organisation=name(command.organisation),
    )
    scene.record.members.add(member, now)
    change = NewChange(kind=ChangeKind.MEMBER_JOINED, after=member.user)
    scene.record.changes.append([change], member.user, now)
    receipts.add(command.origin.key, Receipt(member.user), now)
    return Joined(member, group)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint:
    """What a chair makes of member `user`; `themes` are keys, for leads."""

    origin: Origin
    group: int
    user: str
    role: Role
    themes: frozenset[str] = frozenset()


def appoint(command: Appoint, uow: UnitOfWork, now: datetime) -> Joined:
    """The member in their new role. The last chair stays chair. Raises Refusal."""
    scene = enter(uow, command.origin, command.group)
    members = scene.record.members
    member = members.get(command.user)
    if member is not None and scene.workspace.receipts.find(command.origin.key) is not None:
        return Joined(member, scene.record.group)
    require(scene.actor, Right.ADMINISTER)
    if member is None:
        raise Refusal(RefusalCode.OWNER_UNKNOWN)
    for theme in command.themes:
        scene.record.group.theme(theme)
    chairs = [each for each in members.all() if each.role is Role.CHAIR]
    if command.role is not Role.CHAIR and chairs == [member]:
        raise Refusal(RefusalCode.LAST_CHAIR)
    themes = command.themes if command.role is Role.LEAD else frozenset()
    appointed = replace(member, role=command.role, themes=themes)
    members.save(appointed)
    change = NewChange(
        kind=ChangeKind.ROLE_CHANGED, before=member.role, after=appointed.role, person=member.user
    )
    scene.record.changes.append([change], scene.actor.person.user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(member.user), now)
    return Joined(appointed, scene.record.group)


def choose_language(person: Person, language: Language, uow: UnitOfWork) -> None:
    """Answer this person in this language from now on. Saying it twice changes nothing more.

    Raises Refusal PERSON_UNKNOWN when Slack told us nothing of them: there is no profile to keep it in.
    """
    people = uow.workspace(person.workspace).people
    if people.get(person.user) is None:
        raise Refusal(RefusalCode.PERSON_UNKNOWN)
    people.choose_language(person.user, language)


def _sector(group: Group, word: str) -> Sector:
    for sector in group.sectors:
        if sector.value == word:
            return sector
    raise Refusal(RefusalCode.SECTOR_UNKNOWN, word=word)
