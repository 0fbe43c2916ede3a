"""The people of a group: who they are, what they may, and who comes and goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.action import ActionStatus
from domain.change import ChangeKind, NewChange
from domain.group import Group, Seat
from domain.people import Member, Role
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.recommendation import OPEN_STATUSES
from domain.refusal import Refusal, RefusalCode
from domain.register import DUE_KINDS, Filter
from domain.repositories import GroupRecord
from domain.text import name
from domain.usecases.origin import Origin, Scene, enter

_TO_DO = frozenset({*OPEN_STATUSES, ActionStatus.OPEN})
_ORDER = (Role.CHAIR, Role.LEAD, Role.MEMBER, Role.OBSERVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust:
    """What a chair makes of a person (user id); None leaves it as it is. `themes` are keys, for leads.

    Who is no member yet needs a sector, a country and an organisation. `seen` is the member as whoever asks
    saw them; None when they did not say.
    """

    origin: Origin
    group: int
    user: str
    role: Role | None = None
    themes: frozenset[str] | None = None
    sector: str | None = None
    country: str | None = None
    organisation: str | None = None
    seen: Member | None = None


@dataclass(frozen=True, slots=True)
class Adjusted:
    """The member as they are now, and what changed; nothing where they were so already."""

    member: Member
    group: Group
    changes: tuple[NewChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """A person leaves the group, or a chair removes them (`user` is another's id then)."""

    origin: Origin
    group: int
    user: str


@dataclass(frozen=True, slots=True)
class Gone:
    """Who left, and how many open items stay theirs; None: more than are counted."""

    user: str
    owned: int | None
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Everybody, chairs first and then by name; how many speak from each seat, observers left out.

    `gone` are the user ids of members whom Slack deactivated: they speak no more, and wait to be taken out.
    """

    group: Group
    members: tuple[Member, ...]
    seats: Mapping[Seat, int]
    names: Mapping[str, str]
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberCard:
    """One person: `member` is None for somebody the group does not have. `owned` counts their open items.

    It is None where there are more than are counted. `is_known`: Slack told us of them. `reads_only`: guests
    and people of other workspaces. `is_gone`: Slack deactivated them.
    """

    group: Group
    user: str
    member: Member | None
    name: str
    owned: int | None
    is_known: bool
    reads_only: bool
    is_gone: bool = False


def adjust(command: Adjust, uow: UnitOfWork, now: datetime) -> Adjusted:
    """The member as a chair wants them. The last chair stays chair. Raises Refusal."""
    scene = enter(uow, command.origin, command.group)
    record = scene.record
    member = record.members.get(command.user)
    if member is not None and scene.workspace.receipts.find(command.origin.key) is not None:
        return Adjusted(member, record.group, ())
    require(scene.actor, Right.ADMINISTER)
    if command.seen is not None and command.seen != member:
        raise Refusal(RefusalCode.MEMBER_CHANGED)
    before = member if member is not None else _newcomer(scene, command)
    after = _adjusted(record.group, before, command)
    if after.role is not Role.CHAIR:
        _require_another_chair(scene, command.user)
    joined = (NewChange(kind=ChangeKind.MEMBER_JOINED, after=after.user, person=after.user),)
    changes = (*(joined if member is None else ()), *_differences(before, after))
    if not changes:
        return Adjusted(after, record.group, ())
    if member is None:
        record.members.add(after, now)
    else:
        record.members.save(after)
    record.changes.append(changes, scene.actor.person.user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(after.user), now)
    return Adjusted(after, record.group, changes)


def leave(command: Leave, uow: UnitOfWork, now: datetime) -> Gone:
    """Everything they wrote and own stays; their positions count no more. The last chair stays.

    Raises Refusal.
    """
    scene = enter(uow, command.origin, command.group)
    record, user = scene.record, scene.actor.person.user
    if scene.workspace.receipts.find(command.origin.key) is not None:
        return Gone(command.user, owned_by(record, command.user), repeated=True)
    if command.user != user:
        require(scene.actor, Right.ADMINISTER)
    if record.members.get(command.user) is None:
        raise Refusal(RefusalCode.MEMBERS_ONLY if command.user == user else RefusalCode.OWNER_UNKNOWN)
    _require_another_chair(scene, command.user)
    record.members.remove(command.user)
    person = command.user if command.user != user else None
    change = NewChange(kind=ChangeKind.MEMBER_LEFT, before=command.user, person=person)
    record.changes.append([change], user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(command.user), now)
    return Gone(command.user, owned_by(record, command.user))


def roster(origin: Origin, group: int, uow: UnitOfWork) -> Roster:
    """The people of the group. Raises Refusal."""
    scene = enter(uow, origin, group)
    members = scene.record.members.all()
    profiles = scene.workspace.people.many({member.user for member in members})
    names = {profile.person.user: profile.name for profile in profiles}
    gone = frozenset(profile.person.user for profile in profiles if profile.is_deactivated)
    speaking = [one for one in members if one.role is not Role.OBSERVER and one.user not in gone]
    held = Counter(Seat(member.sector, member.country) for member in speaking)
    charter = scene.record.group
    return Roster(
        group=charter,
        members=tuple(sorted(members, key=lambda member: _place(member, names))),
        seats={seat: held[seat] for seat in dict.fromkeys([*charter.seats, *held])},
        names=names,
        gone=gone,
    )


def member_card(origin: Origin, group: int, user: str, uow: UnitOfWork) -> MemberCard:
    """One person of the workspace, as the group knows them. Raises Refusal."""
    scene = enter(uow, origin, group)
    profile = scene.workspace.people.get(user)
    return MemberCard(
        group=scene.record.group,
        user=user,
        member=scene.record.members.get(user),
        name=user if profile is None else profile.name,
        owned=owned_by(scene.record, user),
        is_known=profile is not None,
        reads_only=profile is not None and profile.reads_only,
        is_gone=profile is not None and profile.is_deactivated,
    )


def owned_by(record: GroupRecord, user: str) -> int | None:
    """How many open recommendations and actions the person owns; None when more than COUNTED_MAX."""
    owned = Filter(kinds=frozenset(DUE_KINDS), statuses=frozenset(map(str, _TO_DO)), owner=user)
    return record.register.count(owned)


def _place(member: Member, names: Mapping[str, str]) -> tuple[int, str, str]:
    return _ORDER.index(member.role), names.get(member.user, member.user).casefold(), member.user


def _newcomer(scene: Scene, command: Adjust) -> Member:
    """Somebody whom the chair brings in. Raises Refusal."""
    profile = scene.workspace.people.get(command.user)
    if profile is None:
        raise Refusal(RefusalCode.MEMBER_UNKNOWN)
    if profile.reads_only:
        raise Refusal(RefusalCode.GUEST_NO_MEMBER)
    if command.sector is None or command.country is None or command.organisation is None:
        raise Refusal(RefusalCode.MEMBER_INCOMPLETE)
    return Member(
        user=command.user,
        role=Role.MEMBER,
        sector=scene.record.group.sector(command.sector),
        country=scene.record.group.country(command.country),
        organisation=name(command.organisation),
    )


def _adjusted(group: Group, before: Member, command: Adjust) -> Member:
    role = command.role or before.role
    themes = before.themes if command.themes is None else command.themes
    for theme in themes:
        group.theme(theme)
    if role is not Role.LEAD and command.themes:
        raise Refusal(RefusalCode.THEMES_OF_LEADS)
    if role is Role.LEAD and not themes:
        raise Refusal(RefusalCode.LEAD_NEEDS_THEMES)
    return replace(
        before,
        role=role,
        themes=themes if role is Role.LEAD else frozenset(),
        sector=before.sector if command.sector is None else group.sector(command.sector),
        country=before.country if command.country is None else group.country(command.country),
        organisation=before.organisation if command.organisation is None else name(command.organisation),
    )


def _require_another_chair(scene: Scene, user: str) -> None:
    """A group keeps a chair who can act, which guests and deactivated people cannot. Raises Refusal."""
    chairs = [member.user for member in scene.record.members.all() if member.role is Role.CHAIR]
    if user not in chairs:
        return
    profiles = scene.workspace.people.many(chairs)
    acting = {
        profile.person.user for profile in profiles if not profile.reads_only and not profile.is_deactivated
    }
    if not acting - {user}:
        raise Refusal(RefusalCode.LAST_CHAIR)


def _differences(before: Member, after: Member) -> Iterator[NewChange]:
    shifts = (
        (ChangeKind.ROLE_CHANGED, before.role.value, after.role.value),
        (ChangeKind.LEADS_CHANGED, _keys(before.themes), _keys(after.themes)),
        (ChangeKind.SECTOR_CHANGED, before.sector.value, after.sector.value),
        (ChangeKind.COUNTRY_CHANGED, before.country, after.country),
        (ChangeKind.ORGANISATION_CHANGED, before.organisation, after.organisation),
    )
    for kind, old, new in shifts:
        if old != new:
            yield NewChange(kind=kind, before=old, after=new, person=after.user)


def _keys(themes: frozenset[str]) -> str | None:
    return ",".join(sorted(themes)) or None
