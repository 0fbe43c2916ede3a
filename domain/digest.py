"""What a digest tells: the net effect of a range of changes, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from domain.change import Change, ChangeKind, NewChange
from domain.coverage import Coverage
from domain.editing import Difference, Field, difference
from domain.figures import ThemeFigures, Trend
from domain.item import WITHDRAWN, Item
from domain.language import Language
from domain.meeting import Meeting
from domain.outlook import NONE_MISSED, NOTHING_WAITS, Missed, Outlook
from domain.reference import Reference
from domain.silence import NOBODY_SILENT, Silence
from domain.standing import Standing

LATE_AFTER = timedelta(days=1)
"""A digest tells what is due and ahead as of the end of its period: where it comes later it says so."""


def is_late(until: datetime, now: datetime) -> bool:
    """Whether a digest of the time until then (UTC) comes late."""
    return now - until > LATE_AFTER


@dataclass(frozen=True, slots=True)
class Shift:
    """From the state before the range to the state after it; what happened between does not show."""

    subject: Reference
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What corrections in the range come to for one item, field by field."""

    subject: Reference
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class NetEffects:
    """What a range of changes comes to, each list in the order of its first change."""

    recorded: tuple[Reference, ...]
    moved: tuple[Shift, ...]
    progressed: tuple[Shift, ...]
    joined: tuple[str, ...]
    """User ids of new members."""
    revised: tuple[Revision, ...] = ()
    """Corrections of what was recorded before the range."""
    held: tuple[Reference, ...] = ()
    """Meetings that ended; one that was scheduled in the range too is told here alone."""
    steered: tuple[NewChange, ...] = ()
    """What became of the whole group: its phase, its rule of agreement."""

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to tell."""
        told = (
            self.recorded,
            self.moved,
            self.progressed,
            self.joined,
            self.revised,
            self.held,
            self.steered,
        )
        return not any(told)

    @property
    def subjects(self) -> frozenset[Reference]:
        """Every item and meeting it tells of."""
        shifted = (shift.subject for shift in (*self.moved, *self.progressed))
        revised = (revision.subject for revision in self.revised)
        return frozenset((*self.recorded, *self.held, *shifted, *revised))

    def only(self, subjects: Container[Reference]) -> NetEffects:
        """The same of these items alone; who joined and what became of the group is everybody's."""
        return replace(
            self,
            recorded=tuple(one for one in self.recorded if one in subjects),
            held=tuple(one for one in self.held if one in subjects),
            moved=tuple(shift for shift in self.moved if shift.subject in subjects),
            progressed=tuple(shift for shift in self.progressed if shift.subject in subjects),
            revised=tuple(revision for revision in self.revised if revision.subject in subjects),
        )


@dataclass(frozen=True, slots=True)
class Posted:
    """The delivery of a digest by its key, with the number and reader of its subscription.

    `following` is the local date of the next one, None while none is to come.
    """

    key: str
    number: int
    reader: str | None
    following: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """Everything the words of a digest are made of, for one subscription and one range of changes.

    `since` and `until` bound the period (UTC). `items` holds every item named in `effects`, by reference.
    `changes` counts the changes told.
    """

    since: datetime
    until: datetime
    coverage: Coverage
    languages: tuple[Language, ...]
    effects: NetEffects
    changes: int
    items: Mapping[Reference, Item]
    unanswered: tuple[Item, ...]
    standing: Standing
    names: Mapping[str, str]
    upcoming: tuple[Meeting, ...] = ()
    """The next meetings, as far as they are scheduled."""
    outlook: Outlook = NOTHING_WAITS
    silence: Silence = NOBODY_SILENT
    trend: Trend | None = None
    """None where the figures of what it covers are nobody's: of one's own items, of a sector."""
    by_theme: tuple[ThemeFigures, ...] = ()
    missed: Missed = NONE_MISSED
    posted: Posted | None = None
    """None for one that is only shown."""

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes it is about; none for all."""
        return self.coverage.themes


def net_effects(changes: Iterable[Change], themes: frozenset[str]) -> NetEffects:
    """The net effect of changes (oldest first) to the themes; an empty set means all of them.

    An item recorded in the range is told as new, in its present state: its later moves are not told apart.
    One that was withdrawn in the range, or its recording taken back, is not told at all, nor is a shift that
    ends where it began. Owners, days, positions and what gave way to what are no news of their own: they show
    in the items.
    Nor is a version in another language: it says what the text says. An item that was moved to another theme
    is told in both.
    """
    joined: dict[str, None] = {}
    steered: dict[ChangeKind, NewChange] = {}
    items = _OfItems()
    for change in changes:
        _come_and_go(joined, change)
        _steer(steered, change)
        if change.subject is not None and _covered(change, themes):
            items.follow(change.subject, change)
    new = (
        one for one in items.recorded if _is_there(items.moved.get(one), taken_back=one in items.taken_back)
    )
    return NetEffects(
        recorded=tuple(one for one in new if one not in items.held),
        moved=_told(items.moved, items.recorded),
        progressed=_told(items.progressed, items.recorded),
        joined=tuple(joined),
        revised=tuple(_revisions(items.revised, items.recorded)),
        held=tuple(items.held),
        steered=tuple(one for one in steered.values() if one.before != one.after),
    )


@dataclass(slots=True)
class _OfItems:
    """What happened to items, in the order of each one's first change; RECORDED with the write it was in."""

    recorded: dict[Reference, int] = field(default_factory=dict)
    taken_back: set[Reference] = field(default_factory=set)
    moved: dict[Reference, Shift] = field(default_factory=dict)
    progressed: dict[Reference, Shift] = field(default_factory=dict)
    revised: dict[Reference, dict[Field, Difference]] = field(default_factory=dict)
    held: dict[Reference, None] = field(default_factory=dict)

    def follow(self, subject: Reference, change: Change) -> None:
        """Take one more change in."""
        if change.kind is ChangeKind.RECORDED:
            self.recorded[subject] = change.write
        elif change.kind is ChangeKind.UNDONE:
            if change.before == str(self.recorded.get(subject)):
                self.taken_back.add(subject)
        elif change.kind is ChangeKind.MOVED:
            _follow(self.moved, subject, change)
        elif change.kind is ChangeKind.PROGRESSED:
            _follow(self.progressed, subject, change)
        elif change.kind is ChangeKind.EDITED:
            _revise(self.revised.setdefault(subject, {}), difference(change))
        elif change.kind is ChangeKind.MEETING_ENDED:
            self.held[subject] = None


def _come_and_go(joined: dict[str, None], change: Change) -> None:
    """Who joined and left again in the range is nobody new."""
    if change.kind is ChangeKind.MEMBER_JOINED and change.after is not None:
        joined[change.after] = None
    elif change.kind is ChangeKind.MEMBER_LEFT and change.before is not None:
        joined.pop(change.before, None)


_STEERING = frozenset({ChangeKind.PHASE_CHANGED, ChangeKind.RULE_CHANGED, ChangeKind.STALLING_CHANGED})


def _steer(steered: dict[ChangeKind, NewChange], change: Change) -> None:
    if change.kind in _STEERING:
        first = steered.get(change.kind, change)
        steered[change.kind] = NewChange(kind=change.kind, before=first.before, after=change.after)


def _covered(change: Change, themes: frozenset[str]) -> bool:
    if not themes or change.theme in themes:
        return True
    left = difference(change) if change.kind is ChangeKind.EDITED else None
    return left is not None and left.field is Field.THEME and left.before in themes


def _revise(revised: dict[Field, Difference], told: Difference) -> None:
    if told.field is not Field.VERSION:
        first = revised.get(told.field, told)
        revised[told.field] = replace(told, before=first.before)


def _revisions(
    revised: Mapping[Reference, Mapping[Field, Difference]], recorded: Collection[Reference]
) -> Iterator[Revision]:
    for subject, by_field in revised.items():
        left = tuple(one for one in by_field.values() if one.before != one.after)
        if left and subject not in recorded:
            yield Revision(subject, left)


def _follow(shifts: dict[Reference, Shift], subject: Reference, change: Change) -> None:
    first = shifts.get(subject)
    before = first.before if first is not None else change.before or ""
    shifts[subject] = Shift(subject, before, change.after or "")


def _is_there(shift: Shift | None, *, taken_back: bool) -> bool:
    """Whether a new item is there at the end: what was taken back may have come again."""
    return not taken_back if shift is None else shift.after != WITHDRAWN


def _told(shifts: dict[Reference, Shift], recorded: Collection[Reference]) -> tuple[Shift, ...]:
    return tuple(
        shift for shift in shifts.values() if shift.before != shift.after and shift.subject not in recorded
    )
