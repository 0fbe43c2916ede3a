"""Evidence: what an obstacle or a recommendation rests on, as a link with a title."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.address import host_of
from domain.change import NewChange
from domain.item import WITHDRAWN, Entry, Item, Place, recorded, told_link
from domain.lifecycle import Lifecycle
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode

SUPPORTED = frozenset({Series.OBSTACLE, Series.RECOMMENDATION})
"""What evidence is attached to (PRODUCT: evidence)."""

SUPPORTS_MAX = 20
"""Items that one piece of evidence is attached to: what is about more of them is about the theme."""


class EvidenceSort(StrEnum):
    """What the link leads to (PRODUCT: evidence)."""

    SOURCE = "source"
    PROGRAMME = "programme"
    PLANT = "plant"
    RESEARCH_CENTRE = "research-centre"
    DATA = "data"


class EvidenceStatus(StrEnum):
    """Evidence stands, or its author took it back."""

    RECORDED = "recorded"
    WITHDRAWN = "withdrawn"


LIFECYCLE = Lifecycle(forward={EvidenceStatus.RECORDED: frozenset({EvidenceStatus.WITHDRAWN})})
"""Evidence can be taken back, and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Item):
    """A link to `address`, an address of the web; its text is the title.

    `supports` are the obstacles and recommendations it is attached to; none: it is about its theme.
    """

    address: str
    sort: EvidenceSort = EvidenceSort.SOURCE
    supports: tuple[Reference, ...] = ()

    @property
    def host(self) -> str:
        """Where the link leads, in short."""
        return host_of(self.address)

    @property
    def links(self) -> tuple[Reference, ...]:
        """What it is attached to."""
        return self.supports

    def linked(self, links: tuple[Reference, ...]) -> Evidence:
        """The same evidence, attached to these."""
        return replace(self, supports=links)


def cite(
    entry: Entry,
    place: Place,
    *,
    address: str,
    sort: EvidenceSort = EvidenceSort.SOURCE,
    supports: tuple[Reference, ...] = (),
) -> tuple[Evidence, tuple[NewChange, ...]]:
    """The evidence, and the changes that tell of it and of what it is attached to.

    Raises Refusal ATTACH_FULL.
    """
    made, told = recorded(
        Evidence,
        RecordKind.EVIDENCE,
        EvidenceStatus.RECORDED,
        entry,
        place,
        address=address,
        sort=sort,
        supports=supports,
    )
    _require_room(made)
    return made, (told, *(told_link(made, after=reference) for reference in supports))


def attach(
    evidence: Evidence, references: tuple[Reference, ...], at: datetime
) -> tuple[Evidence, tuple[NewChange, ...]]:
    """The evidence attached to these too, and the changes that tell of it; none when it was already.

    Raises Refusal EVIDENCE_WITHDRAWN, ATTACH_FULL.
    """
    _require_standing(evidence)
    added = tuple(one for one in dict.fromkeys(references) if one not in evidence.supports)
    if not added:
        return evidence, ()
    more = _changed(evidence, (*evidence.supports, *added), at)
    _require_room(more)
    return more, tuple(told_link(more, after=reference) for reference in added)


def detach(
    evidence: Evidence, references: tuple[Reference, ...], at: datetime
) -> tuple[Evidence, tuple[NewChange, ...]]:
    """The evidence without these, and the changes that tell of it; none when it was not attached to them.

    Raises Refusal EVIDENCE_WITHDRAWN.
    """
    _require_standing(evidence)
    gone = tuple(one for one in evidence.supports if one in references)
    if not gone:
        return evidence, ()
    less = _changed(evidence, tuple(one for one in evidence.supports if one not in gone), at)
    return less, tuple(told_link(less, before=reference) for reference in gone)


def _changed(evidence: Evidence, supports: tuple[Reference, ...], at: datetime) -> Evidence:
    return replace(evidence, supports=supports, changed_at=at, version=evidence.version + 1)


def _require_standing(evidence: Evidence) -> None:
    if evidence.status == WITHDRAWN:
        raise Refusal(RefusalCode.EVIDENCE_WITHDRAWN, reference=str(evidence.reference))


def _require_room(evidence: Evidence) -> None:
    if len(evidence.supports) > SUPPORTS_MAX:
        raise Refusal(RefusalCode.ATTACH_FULL, reference=str(evidence.reference), limit=SUPPORTS_MAX)
