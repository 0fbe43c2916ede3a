"""Changes as digests read them, and what they come to."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.change import Change, ChangeKind
from domain.digest import NetEffects, net_effects
from domain.reference import Reference, Series

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
R1, R2, N1 = (
    Reference(Series.RECOMMENDATION, 1),
    Reference(Series.RECOMMENDATION, 2),
    Reference(Series.NOTE, 1),
)
EVERYTHING = frozenset[str]()
RECORDED, MOVED, PROGRESSED = ChangeKind.RECORDED, ChangeKind.MOVED, ChangeKind.PROGRESSED


def change(
    kind: ChangeKind,
    subject: Reference | None = None,
    before: str | None = None,
    after: str | None = None,
    theme: str | None = "charging",
) -> Change:
    return Change(
        number=1, actor="U0MEMBER", at=AT, kind=kind, subject=subject, theme=theme, before=before, after=after
    )


def effects(*changes: Change, themes: frozenset[str] = EVERYTHING) -> NetEffects:
    return net_effects(changes, themes)


NOTHING = NetEffects((), (), (), ())
