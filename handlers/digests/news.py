"""What a digest says happened: decisions and moves first, then what is new, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.digest import Digest, Revision, Shift
from domain.group import Group
from domain.item import Item
from domain.kinds import NATURES
from domain.meeting import Meeting, MeetingStatus
from domain.quarter import last_day_of, quarter_of
from domain.reference import RecordKind, Reference
from handlers.digests.sections import SHOWN_MAX, Entry, Section, entry, listed
from handlers.grammar.wanted import Wanted
from handlers.meetings.naming import when
from handlers.parts.bilingual import JOINT
from handlers.parts.edited import field_text
from handlers.parts.history import kind_of, what_changed
from handlers.parts.naming import person_name, quarter_name, status_word
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

CORRECTIONS_MAX = 80
"""Characters that say what was corrected about an item; its history has the rest."""

_BEFORE_OTHERS = (RecordKind.RECOMMENDATION, RecordKind.OBSTACLE)
_AFTER_THEM = (RecordKind.ACTION, RecordKind.OPPORTUNITY, RecordKind.NOTE)
_FIRST = (RecordKind.DECISION, *_BEFORE_OTHERS, *_AFTER_THEM)
NEW_ORDER = tuple(dict.fromkeys([*_FIRST, *RecordKind]))
"""The order in which a digest tells what is new: of any kind. Moves stand between decisions and the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the sections of a digest are made with. `zone` (IANA) reads times; texts are cut to `limit`."""

    t: Translator
    group: Group
    zone: str
    digest: Digest
    limit: int

    @property
    def wanted(self) -> Wanted:
        """What the digest covers, as a list can be asked for it; of several themes, all of them."""
        covered = self.digest.coverage
        theme = covered.themes[0] if len(covered.themes) == 1 else None
        return Wanted(
            theme=theme,
            everywhere=theme is None,
            mine=covered.mine_of is not None,
            sector=covered.sectors[0] if len(covered.sectors) == 1 else None,
            country=covered.countries[0] if len(covered.countries) == 1 else None,
        )

    @property
    def in_theme(self) -> str:
        """The same as one word, for lines that take a theme alone."""
        theme = self.wanted.theme
        return "all" if theme is None else f"theme:{theme}"

    def items(self, references: Sequence[Reference]) -> list[Item]:
        """Those that are there."""
        return [self.digest.items[one] for one in references if one in self.digest.items]

    def entry(self, item: Item, remark: str | None = None) -> Entry:
        """The item in a line."""
        return entry(self.t, item, limit=self.limit, remark=remark)


def news(telling: Telling) -> Iterator[Section]:
    """Everything that happened in the range."""
    first, *others = NEW_ORDER
    yield from _steered(telling)
    yield from _new(telling, first)
    yield from _held(telling)
    yield from _moved(telling)
    for kind in others:
        yield from _new(telling, kind)
    yield from _revised(telling)
    yield from _joined(telling)


def corrections(t: Translator, group: Group, revision: Revision) -> str:
    """What was corrected, cut where it is long."""
    told = ", ".join(field_text(t, one, group) for one in revision.differences)
    return cut_plain(told, CORRECTIONS_MAX)


def _steered(telling: Telling) -> Iterator[Section]:
    digest = telling.digest
    lines = [what_changed(telling.t, one, digest.names, telling.group) for one in digest.effects.steered]
    for number, line in enumerate(lines):
        yield Section(name=f"steered-{number}", heading=line)


def _new(telling: Telling, kind: RecordKind) -> Iterator[Section]:
    """New items of the kind, but for those that stand below by their time: actions due, meetings ahead."""
    t, digest = telling.t, telling.digest
    made = [item for item in telling.items(digest.effects.recorded) if item.kind is kind]
    below = _below(digest, kind)
    found = [item for item in made if item.reference not in below]
    if found:
        since, until = _day(telling, digest.since), _day(telling, digest.until)
        wanted = replace(telling.wanted, kinds=frozenset({kind}), since=since, until=until)
        some_are_due = kind is RecordKind.ACTION and len(found) < len(made)
        heading = "digest-new-action.besides" if some_are_due else f"digest-new-{kind.value}"
        section = Section(
            name=f"new-{kind.value}",
            heading=t(heading, count=len(found)),
            entries=tuple(_new_entry(telling, item) for item in found[:SHOWN_MAX]),
            line=wanted.line(),
        )
        told = listed(t, section, len(found))
        yield replace(told, button=t("button-digest-all", count=len(made))) if told.more else told


def _below(digest: Digest, kind: RecordKind) -> frozenset[Reference]:
    """What of the kind is shown by its time: there it says that it is new."""
    match kind:
        case RecordKind.ACTION:
            return frozenset(item.reference for item in digest.outlook.due)
        case RecordKind.MEETING:
            return frozenset(meeting.reference for meeting in digest.upcoming)
        case _:
            return frozenset()


def _day(telling: Telling, instant: datetime) -> date:
    """The local day in the zone of the digest: lists take whole days, both included."""
    return instant.astimezone(ZoneInfo(telling.zone)).date()


def _new_entry(telling: Telling, item: Item) -> Entry:
    """A new item, with its state when that is no more the one that everything of its kind begins in."""
    if isinstance(item, Meeting) and item.status == MeetingStatus.SCHEDULED:
        return telling.entry(item, _to_come(telling, item))
    if item.status != NATURES[item.kind.series].first:
        return telling.entry(item)
    return telling.entry(item, duty(telling, item) if _is_due(telling, item) else "")


def _is_due(telling: Telling, item: Item) -> bool:
    """Of an action: due soon or overdue, with no room among those that stand below by their day."""
    due, by = item.due_on, telling.digest.outlook.soon_by
    return item.kind is RecordKind.ACTION and due is not None and by is not None and due <= by


def duty(telling: Telling, item: Item) -> str:
    """By when, and who carries it out: `due Mar 5, 2027 · lead-infra`."""
    owner = [] if item.owner is None else [person_name(telling.digest.names, item.owner)]
    return " · ".join([*_due(telling.t, item), *owner])


def _due(t: Translator, item: Item) -> list[str]:
    """The day; of a recommendation that is due by the end of a quarter, the quarter."""
    if item.due_on is None:
        return []
    quarter = quarter_of(item.due_on)
    if item.kind is RecordKind.RECOMMENDATION and item.due_on == last_day_of(quarter):
        return [t("due-in-quarter", quarter=quarter_name(t, quarter))]
    return [t("due", day=t.date(item.due_on))]


def _to_come(telling: Telling, meeting: Meeting) -> str:
    """The time of a meeting, and that it was not opened when that is past."""
    t, starts_at = telling.t, meeting.arrangement.starts_at
    said = when(t, meeting.arrangement, telling.zone)
    if starts_at is None or starts_at > telling.digest.until:
        return said
    return " · ".join([said, t("digest-not-opened")])


def _held(telling: Telling) -> Iterator[Section]:
    found = telling.items(telling.digest.effects.held)
    if found:
        heading = telling.t("digest-held", count=len(found))
        entries = tuple(telling.entry(item, "") for item in found[:SHOWN_MAX])
        line = f"meeting list theme:{telling.wanted.theme or 'all'}"
        section = Section(name="held", heading=heading, entries=entries, line=line)
        yield listed(telling.t, section, len(found))


def _shifts(
    telling: Telling, name: str, shifts: Sequence[Shift], pair: Callable[[Translator, Shift], str]
) -> Iterator[Section]:
    t, items = telling.t, telling.digest.items
    found = [shift for shift in shifts if shift.subject in items]
    if found:
        entries = tuple(telling.entry(items[shift.subject], pair(t, shift)) for shift in found[:SHOWN_MAX])
        heading = t(f"digest-{name}", count=len(found))
        line = f"history {telling.in_theme}"
        yield listed(t, Section(name=name, heading=heading, entries=entries, line=line), len(found))


def _moved(telling: Telling) -> Iterator[Section]:
    """Where things went; how far, in the same line, and by itself of what stayed where it was."""
    effects = telling.digest.effects
    far = {shift.subject: shift for shift in effects.progressed}
    moved = {shift.subject for shift in effects.moved}
    further = [shift for shift in effects.progressed if shift.subject not in moved]

    def pairs(t: Translator, shift: Shift) -> str:
        along = far.get(shift.subject)
        return JOINT.join([_status_pair(t, shift), *([] if along is None else [_percent_pair(t, along)])])

    yield from _shifts(telling, "moved", effects.moved, pairs)
    yield from _shifts(telling, "progressed", further, _percent_pair)


def _status_pair(t: Translator, shift: Shift) -> str:
    kind = kind_of(shift.subject)
    return f"{status_word(t, kind, shift.before)} → {status_word(t, kind, shift.after)}"


def _percent_pair(t: Translator, shift: Shift) -> str:
    return f"{t.percent(int(shift.before))} → {t.percent(int(shift.after))}"


def _revised(telling: Telling) -> Iterator[Section]:
    """What was recorded before and says something else now."""
    t, items = telling.t, telling.digest.items
    found = [revision for revision in telling.digest.effects.revised if revision.subject in items]
    if found:
        entries = tuple(
            telling.entry(items[revision.subject], corrections(t, telling.group, revision))
            for revision in found[:SHOWN_MAX]
        )
        heading = t("digest-revised", count=len(found))
        line = f"history {telling.in_theme}"
        section = Section(name="revised", heading=heading, entries=entries, line=line)
        yield listed(t, section, len(found))


def _joined(telling: Telling) -> Iterator[Section]:
    t, joined = telling.t, telling.digest.effects.joined
    if joined:
        names = [person_name(telling.digest.names, user) for user in joined[:SHOWN_MAX]]
        further = len(joined) - len(names)
        told = t.list([*names, *([t("and-more.alone", count=further)] if further else [])])
        heading = t("digest-joined", count=len(joined))
        yield Section(name="joined", heading=heading, words=(told,))
