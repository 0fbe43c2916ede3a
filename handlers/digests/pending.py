"""What a digest says waits for somebody, what is coming, and from whom there is no word yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.group import Sector
from domain.item import Item
from domain.outlook import Heap
from domain.reference import RecordKind
from domain.register import COUNTED_MAX, Order, Trait
from handlers.digests.news import Telling, duty
from handlers.digests.sections import Section, entry, listed
from handlers.grammar.wanted import Wanted
from handlers.meetings.naming import TITLE_MAX, when
from handlers.parts.items import state
from handlers.words.translator import Translator


def pending(telling: Telling) -> Iterator[Section]:
    """What waits, the most pressing first; then the meetings ahead, and who has not spoken."""
    outlook, wanted = telling.digest.outlook, telling.wanted
    yield from _heap(telling, "overdue", outlook.overdue, _with(wanted, Trait.OVERDUE, Order.DUE))
    soon = replace(wanted, due=outlook.soon_by, order=Order.DUE)
    yield from _heap(telling, "soon", outlook.soon, soon)
    yield from _stalled(telling)
    yield from _unanswered(telling)
    yield from _upcoming(telling)
    yield from _silent(telling)


def _with(wanted: Wanted, trait: Trait, order: Order | None = None) -> Wanted:
    return replace(wanted, traits=frozenset({trait}), order=order)


def _heap(telling: Telling, name: str, heap: Heap, wanted: Wanted) -> Iterator[Section]:
    if heap:
        new = frozenset(telling.digest.effects.recorded)
        entries = tuple(
            telling.entry(item, _duty(telling, item, is_new=item.reference in new)) for item in heap.items
        )
        heading = telling.t(f"digest-{name}", count=_count(heap))
        section = Section(name=name, heading=heading, entries=entries, line=wanted.line())
        yield listed(telling.t, section, _count(heap))


def _stalled(telling: Telling) -> Iterator[Section]:
    t, heap = telling.t, telling.digest.outlook.stalled
    if heap:
        entries = tuple(telling.entry(item, _untouched(t, item)) for item in heap.items)
        heading = t("digest-stalled", count=_count(heap), weeks=telling.group.stalled_weeks)
        line = _with(telling.wanted, Trait.STALLED).line()
        section = Section(name="stalled", heading=heading, entries=entries, line=line)
        yield listed(t, section, _count(heap))


def _unanswered(telling: Telling) -> Iterator[Section]:
    digest = telling.digest
    if digest.unanswered:
        total = max(digest.standing.unanswered, len(digest.unanswered))
        section = Section(
            name="unanswered",
            heading=telling.t("digest-unanswered", count=total),
            entries=tuple(telling.entry(item, "") for item in digest.unanswered),
            line=_with(telling.wanted, Trait.UNANSWERED).line(),
        )
        yield listed(telling.t, section, total)


def _upcoming(telling: Telling) -> Iterator[Section]:
    t, ahead = telling.t, telling.digest.upcoming
    if ahead:
        entries = tuple(
            entry(t, each, limit=TITLE_MAX, remark=when(t, each.arrangement, telling.zone)) for each in ahead
        )
        heading = t("digest-upcoming", count=len(ahead))
        yield Section(name="upcoming", heading=heading, entries=entries)


def _silent(telling: Telling) -> Iterator[Section]:
    """From where no word came, without a reproach: sectors, countries, then single seats."""
    t, silence = telling.t, telling.digest.silence
    if silence:
        kinds = (
            [_silent_sector(t, sector) for sector in silence.sectors],
            [t("silent-country", country=t.country(country)) for country in silence.countries],
            [
                t("seat", sector=_silent_sector(t, seat.sector), country=t.country(seat.country))
                for seat in silence.seats
            ],
        )
        told = [t.list(places) for places in kinds if places]
        yield Section(name="silent", heading=t("digest-silent"), words=("; ".join(told),))


def _silent_sector(t: Translator, sector: Sector) -> str:
    return t(f"silent-sector-{sector.value}")


def _count(heap: Heap) -> int:
    return COUNTED_MAX if heap.count is None else heap.count


def _duty(telling: Telling, item: Item, *, is_new: bool) -> str:
    """Whether it is told as new here, by when, who carries it out: `new · due Mar 5, 2027 · lead-infra`."""
    news = [telling.t("digest-is-new")] if is_new and item.kind is RecordKind.ACTION else []
    return " · ".join([*news, duty(telling, item)])


def _untouched(t: Translator, item: Item) -> str:
    return " · ".join([state(t, item), t("digest-untouched", day=t.date(item.changed_at.date()))])
