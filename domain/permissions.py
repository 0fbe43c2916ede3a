"""Who may do what (PRODUCT: Who may). Asked again inside every transaction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.people import Member, Person, Profile, Role
from domain.refusal import Refusal, RefusalCode


class Right(StrEnum):
    """What a role can be allowed."""

    RECORD = "record"
    """Notes, obstacles, recommendations, positions, actions; and one's own items."""
    MODERATE = "moderate"
    """Status moves, confirming obstacles, others' items: leads in their themes, chairs anywhere."""
    SCHEDULE_DIGESTS = "schedule-digests"
    """Digests of a channel: leads in their themes, chairs anywhere."""
    ADMINISTER = "administer"
    """Members, themes, phases, the agreement rule, channels."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The person of an interaction as the group knows them."""

    profile: Profile
    member: Member | None

    @property
    def person(self) -> Person:
        """Identity of the actor."""
        return self.profile.person


def require(actor: Actor, right: Right, theme: str | None = None) -> Member:
    """The member behind the actor, when they hold the right in the theme (None: the whole group).

    Raises Refusal MEMBERS_ONLY, GUEST_READS_ONLY, OBSERVER_READS_ONLY, LEAD_ONLY or CHAIR_ONLY.
    """
    found = _holder(actor, right, theme)
    if isinstance(found, RefusalCode):
        raise Refusal(found)
    return found


def may(actor: Actor, right: Right, theme: str | None = None) -> bool:
    """Whether `require` would let the actor pass."""
    return isinstance(_holder(actor, right, theme), Member)


def may_record(actor: Actor) -> bool:
    """Whether the actor may write at all."""
    return may(actor, Right.RECORD)


def may_schedule_digests(actor: Actor) -> bool:
    """Whether the actor may set up any digest of a channel: of everything, or of a theme they lead."""
    member = actor.member
    if member is None or not may_record(actor):
        return False
    return any(leads(member, theme) for theme in (None, *member.themes))


def leads(member: Member, theme: str | None) -> bool:
    """Whether the member answers for the theme. Nobody but a chair answers for the whole group (None)."""
    if member.role is Role.CHAIR:
        return True
    return member.role is Role.LEAD and theme is not None and theme in member.themes


def require_admin(profile: Profile) -> None:
    """Groups are created by an administrator of the workspace. Raises Refusal ADMIN_ONLY."""
    if profile.reads_only or not profile.is_admin:
        raise Refusal(RefusalCode.ADMIN_ONLY)


def _holder(actor: Actor, right: Right, theme: str | None) -> Member | RefusalCode:
    """The member behind the actor, or why they do not hold the right."""
    member = actor.member
    if actor.profile.reads_only:
        return RefusalCode.GUEST_READS_ONLY
    if member is None:
        return RefusalCode.MEMBERS_ONLY
    if member.role is Role.OBSERVER:
        return RefusalCode.OBSERVER_READS_ONLY
    if right is Right.RECORD or member.role is Role.CHAIR:
        return member
    if right is Right.ADMINISTER:
        return RefusalCode.CHAIR_ONLY
    return member if leads(member, theme) else RefusalCode.LEAD_ONLY
