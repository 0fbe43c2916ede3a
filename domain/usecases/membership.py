"""Joining a group, and the language a person is answered in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.act import ActKind
from domain.change import ChangeKind, NewChange
from domain.group import Group, known_zone
from domain.language import Language
from domain.people import Member, Profile, Role
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.text import name
from domain.usecases.acts import keep_act_everywhere
from domain.usecases.members import Adjust, adjust
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
    member = Member(
        user=command.origin.person.user,
        role=Role.MEMBER,
        sector=group.sector(command.sector),
        country=group.country(command.country),
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
    """The member in their new role. The last chair stays chair. Raises Refusal as `adjust` does."""
    wanted = Adjust(
        origin=command.origin,
        group=command.group,
        user=command.user,
        role=command.role,
        themes=command.themes if command.role is Role.LEAD else None,
    )
    adjusted = adjust(wanted, uow, now)
    return Joined(adjusted.member, adjusted.group)


def choose_language(origin: Origin, language: Language, uow: UnitOfWork) -> None:
    """Answer whoever asks in this language from now on. Saying it twice changes nothing more.

    Raises Refusal PERSON_UNKNOWN when Slack told us nothing of them: there is no profile to keep it in.
    """
    known = _known(origin, uow)
    if known.language is not language:
        keep_act_everywhere(uow, origin, ActKind.LANGUAGE_CHOSEN, known.language)
    uow.workspace(origin.person.workspace).people.choose_language(origin.person.user, language)


def choose_zone(origin: Origin, zone: str | None, uow: UnitOfWork) -> str | None:
    """Tell whoever asks times in this IANA zone from now on; None: in Slack's again. Which one it is now.

    Raises Refusal PERSON_UNKNOWN, ZONE_UNKNOWN.
    """
    known = _known(origin, uow)
    if zone is not None:
        known_zone(zone)
    if known.chosen_zone != zone:
        keep_act_everywhere(uow, origin, ActKind.ZONE_CHOSEN, known.chosen_zone)
    uow.workspace(origin.person.workspace).people.choose_zone(origin.person.user, zone)
    return zone or known.zone


def _known(origin: Origin, uow: UnitOfWork) -> Profile:
    profile = uow.workspace(origin.person.workspace).people.get(origin.person.user)
    if profile is None:
        raise Refusal(RefusalCode.PERSON_UNKNOWN)
    return profile
