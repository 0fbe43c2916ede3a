"""What a list is asked for, in the reader's words: nobody has to guess how their line was understood."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from domain.group import Group
from domain.reference import RecordKind
from domain.register import Filter
from handlers.grammar.statuses import group_of, statuses_of
from handlers.grammar.wanted import Wanted
from handlers.parts.naming import driver_name, person_name, quarter_name, sector_name, status_word
from handlers.words.translator import Translator


def kinds_named(t: Translator, kinds: Collection[RecordKind]) -> str:
    """`notes and obstacles`; empty for none."""
    return t.list([t(f"kind-{kind.value}.plural") for kind in sorted(kinds)])


def narrowing(
    t: Translator, group: Group, wanted: Wanted, filter_: Filter, names: Mapping[str, str]
) -> list[str]:
    """What is asked for besides kinds and theme, a phrase each; `names` are display names. Not escaped."""
    return [
        *(t(f"trait-{trait.value}") for trait in sorted(wanted.traits)),
        *_statuses(t, filter_),
        *_people(t, wanted, filter_, names),
        *_places(t, group, wanted),
        *_times(t, wanted),
    ]


def _statuses(t: Translator, filter_: Filter) -> list[str]:
    """Each status, or the word that stands for all of them: `open`."""
    group = group_of(filter_.statuses, filter_.kinds or frozenset(RecordKind))
    if group is None:
        return [_status(t, filter_, status) for status in sorted(filter_.statuses)]
    has_obstacles = not filter_.kinds or RecordKind.OBSTACLE in filter_.kinds
    return [t(f"list-{group.value}" if has_obstacles else f"list-{group.value}.feminine")]


def _status(t: Translator, filter_: Filter, status: str) -> str:
    """The status in the gender of the first kind asked for that can have it."""
    kinds = filter_.kinds or frozenset(RecordKind)
    fitting = min(kind for kind in kinds if status in statuses_of({kind}))
    return status_word(t, fitting, status)


def _people(t: Translator, wanted: Wanted, filter_: Filter, names: Mapping[str, str]) -> Iterator[str]:
    if filter_.author:
        yield t("list-by", name=person_name(names, filter_.author))
    if filter_.owner:
        yield t("list-owner", name=person_name(names, filter_.owner))
    if wanted.mine:
        yield t("list-mine")
    if wanted.owed:
        yield t("list-owed")


def _places(t: Translator, group: Group, wanted: Wanted) -> Iterator[str]:
    if wanted.sector is not None:
        yield t("list-sector", sector=sector_name(t, wanted.sector))
    if wanted.country is not None:
        yield t("list-country", country=t.country(wanted.country))
    if wanted.driver is not None:
        yield t("list-driver", driver=driver_name(t, group, wanted.driver))
    if wanted.meeting is not None:
        yield t("list-meeting", reference=f"M-{wanted.meeting}")


def _times(t: Translator, wanted: Wanted) -> Iterator[str]:
    if wanted.quarter is not None:
        yield t("list-quarter", quarter=quarter_name(t, wanted.quarter))
    if wanted.due is not None:
        yield t("list-due", day=t.date(wanted.due))
    if wanted.since is not None:
        yield t("list-since", day=t.date(wanted.since))
    if wanted.until is not None:
        yield t("list-until", day=t.date(wanted.until))
