"""Joining a group, and the language a person is answered in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.act import ActKind
from domain.change import ChangeKind, NewChange
from domain.group import Group, known_zone
from domain.language import Language
from domain.people import Member, Role
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.text import name
from domain.usecases.acts import keep_act_everywhere
from domain.usecases.origin import Origin, enter, profile_of


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


def choose_language(origin: Origin, language: Language, uow: UnitOfWork) -> None:
    """Answer whoever asks in this language from now on. Saying it twice changes nothing more.

    Raises Refusal PERSON_UNKNOWN when Slack told us nothing of them: there is no profile to keep it in.
    """
    known = profile_of(uow, origin)
    if known.language is not language:
        keep_act_everywhere(uow, origin, ActKind.LANGUAGE_CHOSEN, known.language)
    uow.workspace(origin.person.workspace).people.choose_language(origin.person.user, language)


def choose_zone(origin: Origin, zone: str | None, uow: UnitOfWork) -> str | None:
    """Tell whoever asks times in this IANA zone from now on; None: in Slack's again. Which one it is now.

    Raises Refusal PERSON_UNKNOWN, ZONE_UNKNOWN.
    """
    known = profile_of(uow, origin)
    if zone is not None:
        known_zone(zone)
    if known.chosen_zone != zone:
        keep_act_everywhere(uow, origin, ActKind.ZONE_CHOSEN, known.chosen_zone)
    uow.workspace(origin.person.workspace).people.choose_zone(origin.person.user, zone)
    return zone or known.zone
