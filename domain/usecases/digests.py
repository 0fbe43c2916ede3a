"""Composing a digest from the record: the range of changes, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.change import Change
from domain.coverage import Coverage
from domain.digest import Digest
from domain.figures import ThemeFigures, by_theme
from domain.group import Seat
from domain.item import Item
from domain.language import Language
from domain.meeting import Meeting, MeetingStatus
from domain.reference import Reference, Series
from domain.register import Filter, Trait
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.silence import NOBODY_SILENT, Listener, Silence, silence
from domain.standing import Standing
from domain.usecases.bearings import NO_BEARINGS, Bearings
from domain.usecases.covering import covered, effects_of, read_now
from domain.usecases.listing import people_in
from domain.usecases.outlooks import outlook, trend
from domain.usecases.reading import names_of, standing

CHUNK = 500
"""Changes read at a time: a year of silence must not be read at once."""

UNANSWERED_SHOWN = 10

UPCOMING_SHOWN = 5
UPCOMING_READ = 50
"""Meetings that a digest names, and scheduled ones among which these are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The changes a digest covers, after < number <= through, and the period they fall in (UTC)."""

    after: int
    through: int
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Scope:
    """What a digest is about and in which languages."""

    coverage: Coverage
    languages: tuple[Language, ...]


def compose(
    workspace: WorkspaceRecord,
    record: GroupRecord,
    scope: Scope,
    stretch: Stretch,
    bearings: Bearings = NO_BEARINGS,
) -> Digest:
    """The digest of a stretch of the group's history, its waiting matters as of the stretch's end."""
    coverage = read_now(record, scope.coverage)
    counter = _Counter(changes_of(record, stretch), frozenset(coverage.themes))
    effects, found = effects_of(record, coverage, counter)
    items = _with_times(record, found)
    unanswered = _unanswered(record, coverage)
    ahead = outlook(record, coverage, stretch.until, bearings.soon_by)
    people = people_in([*items.values(), *unanswered, *ahead.items])
    return Digest(
        since=stretch.since,
        until=stretch.until,
        coverage=coverage,
        languages=scope.languages,
        effects=effects,
        changes=counter.seen,
        items=items,
        unanswered=unanswered,
        standing=_standing(record, coverage, stretch.until),
        names=names_of(workspace, {*people, *effects.joined}),
        upcoming=_upcoming(record, coverage, stretch.until),
        outlook=ahead,
        silence=_silence(record, coverage, counter.listener),
        trend=trend(bearings.now, bearings.before, effects, items),
        by_theme=_by_theme(record, coverage),
        missed=bearings.missed,
    )


def _with_times(record: GroupRecord, items: Mapping[Reference, Item]) -> Mapping[Reference, Item]:
    """Meetings that nobody opened are told with their time, which is no part of what a register holds."""
    whole = {
        each: record.meetings.get(each.number)
        for each, item in items.items()
        if each.series is Series.MEETING and item.status == MeetingStatus.SCHEDULED
    }
    return {each: whole.get(each) or item for each, item in items.items()}


def _silence(record: GroupRecord, coverage: Coverage, listener: Listener) -> Silence:
    """Where the digest leaves people out by sector, country or person, nobody can be missed."""
    if not coverage.by_theme_alone:
        return NOBODY_SILENT
    heard = listener.heard
    seats = [Seat(one.sector, one.country) for one in record.members.all() if one.user in heard]
    return silence(record.group, seats)


def _by_theme(record: GroupRecord, coverage: Coverage) -> tuple[ThemeFigures, ...]:
    if not coverage.by_theme_alone:
        return ()
    themes = [theme.key for theme in record.group.themes]
    return by_theme(record.register.tally(), [key for key in themes if key in (coverage.themes or themes)])


def _unanswered(record: GroupRecord, coverage: Coverage) -> tuple[Item, ...]:
    within = None if coverage.by_theme_alone else coverage
    return record.obstacles.unanswered(coverage.themes, UNANSWERED_SHOWN, within)


def _standing(record: GroupRecord, coverage: Coverage, now: datetime) -> Standing:
    """The figures of the themes; of what waits for an answer, as many as are covered."""
    found = standing(record, coverage.themes, now)
    if coverage.by_theme_alone:
        return found
    waiting = record.register.count(Filter(traits=frozenset({Trait.UNANSWERED}), within=coverage))
    return replace(found, unanswered=found.unanswered if waiting is None else waiting)


def _upcoming(record: GroupRecord, coverage: Coverage, now: datetime) -> tuple[Meeting, ...]:
    """Those ahead: a meeting that was scheduled and never opened is none."""
    page = record.meetings.upcoming(coverage.themes, since=now, behind=None, limit=UPCOMING_READ)
    told = {item.reference for item in covered(record, coverage, page.meetings)}
    return tuple(each for each in page.meetings if each.reference in told)[:UPCOMING_SHOWN]


class _Counter:
    """Passes changes on, counts them, and hears whose word there is about the themes (none: all)."""

    def __init__(self, changes: Iterator[Change], themes: frozenset[str]) -> None:
        self._changes = changes
        self._themes = themes
        self.seen = 0
        self.listener = Listener()

    def __iter__(self) -> Iterator[Change]:
        for change in self._changes:
            self.seen += 1
            if not self._themes or change.theme in self._themes:
                self.listener.hear(change)
            yield change


def changes_of(record: GroupRecord, stretch: Stretch) -> Iterator[Change]:
    """The changes of the stretch, oldest first, read a chunk at a time."""
    for chunk in _chunks(record, stretch):
        yield from chunk


def is_quiet(record: GroupRecord, coverage: Coverage, stretch: Stretch) -> bool:
    """Whether the stretch has nothing to tell; after the first chunk that has, no more is read.

    Asked while the group's row is locked. News that a later chunk takes back again counts as news: that
    digest is posted and says in one line that the week was quiet.
    """
    present = read_now(record, coverage)
    return all(effects_of(record, present, chunk)[0].is_quiet for chunk in _chunks(record, stretch))


def _chunks(record: GroupRecord, stretch: Stretch) -> Iterator[tuple[Change, ...]]:
    after = stretch.after
    while after < stretch.through and (chunk := record.changes.between(after, stretch.through, CHUNK)):
        yield chunk
        after = chunk[-1].number
