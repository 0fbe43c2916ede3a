"""What the domain asks of the record about people. Protocols; `storage` implements them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Protocol

from domain.act import Act
from domain.draft import Draft
from domain.language import Language
from domain.people import Member, Profile
from domain.reference import Reference


class Members(Protocol):
    """The people of one group."""

    def get(self, user: str) -> Member | None: ...

    def all(self) -> tuple[Member, ...]: ...

    def add(self, member: Member, at: datetime) -> None: ...

    def save(self, member: Member) -> None: ...

    def remove(self, user: str) -> None:
        """They are no member any more; what they wrote stays. Nothing happens for anybody else."""
        ...


class Mutes(Protocol):
    """Of which items' moves people of one group do not want to be told."""

    def has(self, user: str, reference: Reference) -> bool: ...

    def add(self, user: str, reference: Reference) -> None:
        """Doing so twice changes nothing more."""
        ...

    def remove(self, user: str, reference: Reference) -> None:
        """Doing so twice changes nothing more."""
        ...


class Acts(Protocol):
    """What people of one group did last, where no change tells it."""

    def latest(self, user: str) -> Act | None: ...

    def put(self, user: str, act: Act) -> None:
        """Store it, instead of the one before."""
        ...


class Drafts(Protocol):
    """What people of one group wrote and have not recorded yet. Kept 7 days."""

    def keep(self, user: str, key: str, content: Mapping[str, Any], at: datetime) -> int:
        """Its number; a key that is there already keeps its first content."""
        ...

    def get(self, number: int) -> Draft | None: ...

    def remove(self, number: int) -> None: ...


class People(Protocol):
    """What Slack says of the people of a workspace, and the language and zone they chose."""

    def get(self, user: str) -> Profile | None: ...

    def many(self, users: Collection[str]) -> tuple[Profile, ...]: ...

    def save(self, profile: Profile) -> None:
        """Store what Slack says; a chosen language or zone is kept when the profile has none."""
        ...

    def choose_language(self, user: str, language: Language) -> None: ...

    def choose_zone(self, user: str, zone: str | None) -> None:
        """The IANA zone the person reads times in from now on; None: Slack's again."""
        ...
