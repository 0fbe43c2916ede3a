"""Notices: what one person is told in a direct message because it concerns something of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from domain.change import Change, ChangeKind
from domain.group import Group
from domain.item import Item
from domain.kinds import NATURES
from domain.language import Language
from domain.meeting import Meeting
from domain.people import Member, Profile, Role
from domain.permissions import leads
from domain.reference import RecordKind, Reference
from domain.subscription import Subscription

HELD_FOR = timedelta(minutes=1)
"""How long a notice waits: who takes a move back at once has bothered nobody."""

STALE_AFTER = timedelta(days=30)
"""What is older is no news to anybody: after a long downtime, or where an old record was taken over."""

TOLD_KINDS = frozenset({RecordKind.RECOMMENDATION, RecordKind.OBSTACLE})
"""Of whose moves proposers and owners are told (PRODUCT: the proposer told when a recommendation moves)."""


class About(StrEnum):
    """What a notice is about: kept with its delivery."""

    MOVED = "moved"
    TAKEN_BACK = "taken-back"
    ASSIGNED = "assigned"
    """Somebody gave it to the reader to carry out."""
    GIVEN_BACK = "given-back"
    """Whoever was to carry it out says that it is not theirs, and nobody has it."""
    DIGEST_FAILED = "digest-failed"
    DIGEST_UNCERTAIN = "digest-uncertain"
    """Nobody knows whether it arrived."""
    DIGEST_UNSAID = "digest-unsaid"
    """It was to be sent again, is not to be said any more, and no later one tells what it told."""
    MINUTES_FAILED = "minutes-failed"
    MINUTES_UNCERTAIN = "minutes-uncertain"
    """Nobody knows whether they arrived."""
    CORRECTION_FAILED = "correction-failed"
    """Of what the reader corrected the channel of the minutes was not told."""


OF_DIGESTS = frozenset({About.DIGEST_FAILED, About.DIGEST_UNCERTAIN, About.DIGEST_UNSAID})
OF_MINUTES = frozenset({About.MINUTES_FAILED, About.MINUTES_UNCERTAIN, About.CORRECTION_FAILED})


class Stake(StrEnum):
    """Why an item concerns the reader. Each has a wording `stake-STAKE`."""

    PROPOSED = "proposed"
    OWNS = "owns"
    BOTH = "both"
    TOLD = "told"
    """It is not theirs any more, or never was: they were told of what was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who reads a notice, in which language and zone (IANA) of theirs, and in which group."""

    user: str
    language: Language
    zone: str
    group: Group


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveNotice:
    """An item moved, or a move of it that the reader was told of was taken back.

    `changes` are those of that write to the item, in order, with who made them and when; `names` are display
    names by user id.
    """

    reader: Addressee
    item: Item
    changes: tuple[Change, ...]
    names: Mapping[str, str]
    about: About = About.MOVED

    @property
    def taken_back(self) -> bool:
        """Whether it tells that a move was taken back."""
        return self.about is About.TAKEN_BACK

    @property
    def stake(self) -> Stake:
        """Why the reader is told."""
        is_author = self.item.author == self.reader.user
        if self.item.owner != self.reader.user:
            return Stake.PROPOSED if is_author else Stake.TOLD
        return Stake.BOTH if is_author else Stake.OWNS


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestNotice:
    """A digest cannot be posted, or what else it is `about`; and when it was due (UTC).

    `error` is Slack's; of one that is not to be said any more it says why (`Skipped`).
    """

    reader: Addressee
    subscription: Subscription
    error: str
    due_at: datetime
    about: About = About.DIGEST_FAILED

    @property
    def uncertain(self) -> bool:
        """Whether nobody knows that it arrived."""
        return self.about is About.DIGEST_UNCERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesNotice:
    """The minutes of a meeting that the reader ended, or a correction of theirs, cannot be posted.

    `about` says which, or that nobody knows; `error` is Slack's. `partly`: some of their messages stand in
    the channel.
    """

    reader: Addressee
    meeting: Meeting
    error: str
    about: About
    partly: bool


Notice: TypeAlias = MoveNotice | DigestNotice | MinutesNotice


ASSIGNED_KINDS = frozenset({RecordKind.RECOMMENDATION, RecordKind.ACTION})
"""What is given to people, and what they hear of when somebody else gave it to them."""


def has_moved(changes: Iterable[Change], reference: Reference) -> bool:
    """Whether one of the changes gave the item another status: that is what people are told of."""
    return any(change.kind is ChangeKind.MOVED and change.subject == reference for change in changes)


def concerned(item: Item) -> tuple[str, ...]:
    """User ids of its proposer and its owner, each once."""
    return tuple(dict.fromkeys(user for user in (item.author, item.owner) if user is not None))


def deciders(item: Item, members: Sequence[Member]) -> tuple[str, ...]:
    """User ids of those who find an owner of what is open: leads of its theme, else chairs; its author."""
    if _is_closed(item):
        return ()
    of_theme = [one.user for one in members if one.role is Role.LEAD and leads(one, item.theme)]
    chairs = [one.user for one in members if one.role is Role.CHAIR]
    return tuple(dict.fromkeys([*(of_theme or chairs), item.author]))


def still_concerns(item: Item, user: str, about: About) -> bool:
    """Whether what a notice about an item says is so, and its reader's business: asked as it is sent.

    That something was taken back concerns whoever was told of it.
    """
    match about:
        case About.MOVED:
            return user in concerned(item)
        case About.ASSIGNED:
            return item.owner == user and not _is_closed(item)
        case About.GIVEN_BACK:
            return item.owner is None and not _is_closed(item)
        case _:
            return True


def _is_closed(item: Item) -> bool:
    """Whether there is nothing more to do about it."""
    return NATURES[item.kind.series].life.is_closed(item.status)


def zone_of(profile: Profile | None, group: Group) -> str:
    """Where the person reads times: their zone, else the group's."""
    chosen = None if profile is None else profile.reading_zone
    return chosen or group.zone


def language_of(profile: Profile | None, group: Group) -> Language:
    """What the person reads: their language, else the group's first."""
    chosen = None if profile is None else profile.language
    return chosen or group.languages[0]
