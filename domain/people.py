"""Who acts: a Slack person, what Slack says of them, and what they are in a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.group import Sector
from domain.language import Language


@dataclass(frozen=True, slots=True, order=True)
class Person:
    """Identity everywhere: (workspace, user). User ids repeat across workspaces; never use one alone."""

    workspace: str
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What Slack says of a person (users.info), and the language and zone they chose with us.

    `locale_language` and `zone` are None where Slack gives none (people of other workspaces).
    """

    person: Person
    name: str
    locale_language: Language | None
    zone: str | None
    is_admin: bool = False
    is_guest: bool = False
    is_stranger: bool = False
    is_deactivated: bool = False
    chosen_language: Language | None = None
    chosen_zone: str | None = None
    fetched_at: datetime

    @property
    def language(self) -> Language | None:
        """Chosen, else Slack's; None when neither is known (the group's first language then serves)."""
        return self.chosen_language or self.locale_language

    @property
    def reading_zone(self) -> str | None:
        """Chosen, else Slack's; None when neither is known (the group's then serves). An IANA name."""
        return self.chosen_zone or self.zone

    @property
    def reads_only(self) -> bool:
        """Guests and people of other workspaces read, whatever their role."""
        return self.is_guest or self.is_stranger


class Role(StrEnum):
    """What a member is in a group."""

    CHAIR = "chair"
    LEAD = "lead"
    MEMBER = "member"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a group. `themes` are the keys a lead leads; empty for other roles."""

    user: str
    role: Role
    sector: Sector
    country: str
    organisation: str
    themes: frozenset[str] = frozenset()


def is_written_to(profile: Profile | None, member: Member | None) -> bool:
    """Whether somebody gets messages of their own: members do.

    Not guests, strangers, nor who is not in the workspace any more.
    """
    is_there = profile is None or not (profile.reads_only or profile.is_deactivated)
    return is_there and member is not None
