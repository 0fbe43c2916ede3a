"""The people of a group and of a workspace in memory, to the protocols of `domain.rosters`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.act import Act
from domain.draft import Draft
from domain.language import Language
from domain.people import Member, Profile
from domain.reference import Reference


class FakeMembers:
    """Members by user id."""

    def __init__(self) -> None:
        self.by_user: dict[str, Member] = {}
        self.joined: set[str] = set()
        """Whose reminders are to be planned since."""

    def get(self, user: str) -> Member | None:
        return self.by_user.get(user)

    def all(self) -> tuple[Member, ...]:
        return tuple(self.by_user.values())

    def add(self, member: Member, at: datetime) -> None:  # noqa: ARG002 - the protocol's argument
        self.by_user[member.user] = member
        self.joined.add(member.user)

    def save(self, member: Member) -> None:
        self.by_user[member.user] = member

    def remove(self, user: str) -> None:
        self.by_user.pop(user, None)


class FakeMutes:
    """Person and item, of each that is muted."""

    def __init__(self) -> None:
        self.pairs: set[tuple[str, Reference]] = set()

    def has(self, user: str, reference: Reference) -> bool:
        return (user, reference) in self.pairs

    def add(self, user: str, reference: Reference) -> None:
        self.pairs.add((user, reference))

    def remove(self, user: str, reference: Reference) -> None:
        self.pairs.discard((user, reference))


class FakeActs:
    """The latest by user id."""

    def __init__(self) -> None:
        self.by_user: dict[str, Act] = {}

    def latest(self, user: str) -> Act | None:
        return self.by_user.get(user)

    def put(self, user: str, act: Act) -> None:
        self.by_user[user] = act


class FakeDrafts:
    """Drafts by number."""

    def __init__(self) -> None:
        self.by_number: dict[int, Draft] = {}
        self._kept = 0

    def keep(self, user: str, key: str, content: Mapping[str, Any], at: datetime) -> int:
        for draft in self.by_number.values():
            if draft.key == key:
                return draft.number
        self._kept += 1
        draft = Draft(number=self._kept, user=user, key=key, content=content, kept_at=at)
        self.by_number[draft.number] = draft
        return draft.number

    def get(self, number: int) -> Draft | None:
        return self.by_number.get(number)

    def remove(self, number: int) -> None:
        self.by_number.pop(number, None)


class FakePeople:
    """Profiles by user id."""

    def __init__(self) -> None:
        self.by_user: dict[str, Profile] = {}

    def get(self, user: str) -> Profile | None:
        return self.by_user.get(user)

    def many(self, users: Collection[str]) -> tuple[Profile, ...]:
        return tuple(self.by_user[user] for user in users if user in self.by_user)

    def save(self, profile: Profile) -> None:
        known = self.by_user.get(profile.person.user)
        if known is not None and profile.chosen_language is None:
            profile = replace(profile, chosen_language=known.chosen_language)
        if known is not None and profile.chosen_zone is None:
            profile = replace(profile, chosen_zone=known.chosen_zone)
        self.by_user[profile.person.user] = profile

    def choose_language(self, user: str, language: Language) -> None:
        self.by_user[user] = replace(self.by_user[user], chosen_language=language)

    def choose_zone(self, user: str, zone: str | None) -> None:
        self.by_user[user] = replace(self.by_user[user], chosen_zone=zone)
