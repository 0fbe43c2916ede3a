"""The charter of the sample group, its dates shifted."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.sample import Named, SampleGroup
from domain.group import Driver, GroupCharter, Phase, Theme
from domain.language import Language, Names


def charter_of(group: SampleGroup, shift: timedelta) -> GroupCharter:
    """The charter, every date moved by `shift`."""
    return GroupCharter(
        names=Names(dict(group.names)),
        countries=group.countries,
        sectors=group.sectors,
        languages=group.languages,
        zone=group.zone,
        themes=tuple(Theme(row.key, _names(row), row.aliases) for row in group.themes),
        phases=tuple(
            Phase(row.key, _names(row), row.starts + shift if row.starts else None) for row in group.phases
        ),
        drivers=tuple(Driver(row.key, _names(row)) for row in group.drivers),
        phase=group.phase,
        starts_on=group.starts_on + shift,
        horizon_months=group.horizon_months,
    )


def _names(row: Named) -> Names:
    return Names({Language.ENGLISH: row.en, Language.SPANISH: row.es})
