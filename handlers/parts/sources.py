"""What the searches of forms look among, and how what was found is named in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.item import WITHDRAWN, Item
from domain.kinds import NATURES
from domain.meeting import MeetingStatus
from domain.recommendation import OPEN_STATUSES
from domain.reference import RecordKind
from domain.usecases.suggesting import MemberFound
from handlers.parts.limits import OPTION_TEXT_MAX
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

THEMES, MEMBERS = "themes", "members"


@dataclass(frozen=True, slots=True)
class Among:
    """Items of these kinds with these statuses."""

    kinds: frozenset[RecordKind]
    statuses: frozenset[str]


def _open(*kinds: RecordKind) -> Among:
    return Among(frozenset(kinds), frozenset(status for kind in kinds for status in _unfinished(kind)))


def _unfinished(kind: RecordKind) -> frozenset[str]:
    """The statuses from which an item still goes on."""
    nature = NATURES[kind.series]
    return frozenset(str(one) for one in nature.statuses if not nature.life.is_closed(str(one)))


def _standing(*kinds: RecordKind) -> Among:
    """Whatever was not taken back."""
    statuses = {str(one) for kind in kinds for one in NATURES[kind.series].statuses} - {WITHDRAWN}
    return Among(frozenset(kinds), frozenset(statuses))


def _finishing() -> tuple[RecordKind, ...]:
    return tuple(kind for kind in RecordKind if NATURES[kind.series].finished is not None)


def _assignable() -> tuple[RecordKind, ...]:
    return tuple(kind for kind in RecordKind if NATURES[kind.series].assignable)


def _moving() -> tuple[RecordKind, ...]:
    return tuple(kind for kind in RecordKind if not NATURES[kind.series].stands)


ITEMS: Mapping[str, Among] = MappingProxyType(
    {
        "obstacles": _open(RecordKind.OBSTACLE),
        "recommendations": Among(frozenset({RecordKind.RECOMMENDATION}), frozenset(map(str, OPEN_STATUSES))),
        "moving": _standing(*_moving()),
        "finishing": _open(*_finishing()),
        "assignable": _open(*_assignable()),
        "supported": Among(
            frozenset({RecordKind.OBSTACLE, RecordKind.RECOMMENDATION}),
            frozenset(
                str(status)
                for kind in (RecordKind.OBSTACLE, RecordKind.RECOMMENDATION)
                for status in NATURES[kind.series].statuses
                if str(status) != WITHDRAWN
            ),
        ),
        "items": _standing(*RecordKind),
        "evidence": _standing(RecordKind.EVIDENCE),
        "begun": Among(
            frozenset({RecordKind.MEETING}), frozenset(map(str, (MeetingStatus.OPEN, MeetingStatus.CLOSED)))
        ),
    }
)
"""Sources that are items. Every source has a message `search-for-SOURCE`."""

SOURCES = frozenset({THEMES, MEMBERS, *ITEMS})


def item_label(t: Translator, item: Item) -> str:
    """`R-2 The text in the reader's language`, as much as an option takes."""
    return cut_plain(f"{item.reference} {item.text.for_reader(t.language).text}", OPTION_TEXT_MAX)


def member_label(member: MemberFound) -> str:
    """`lead-infra · Organisation`."""
    return cut_plain(f"{member.name} · {member.organisation}", OPTION_TEXT_MAX)
