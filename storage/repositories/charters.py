"""Charters: what a group is, as JSON-friendly values and back, and a cache of what was read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from threading import Lock
from typing import Any

from sqlalchemy import Row

from domain.group import AgreementRule, Driver, Group, GroupCharter, Phase, Sector, Theme
from domain.language import Language, Names

CACHED = 2048
"""Groups kept in memory; past it the longest unused goes."""


class CharterCache:
    """Groups by number and revision, shared by the threads of a process.

    Only what was read as committed comes in: a revision that is rolled back may come again with other words.
    """

    def __init__(self) -> None:
        self._groups: dict[int, tuple[int, Group]] = {}
        self._lock = Lock()

    def get(self, group: int, revision: int) -> Group | None:
        """The group as of this revision, when it is here."""
        with self._lock:
            found = self._groups.pop(group, None)
            if found is None:
                return None
            self._groups[group] = found
        return found[1] if found[0] == revision else None

    def put(self, group: Group, revision: int) -> None:
        """Keep the group as of this revision, unless a later one is here."""
        with self._lock:
            found = self._groups.pop(group.id, None)
            self._groups[group.id] = found if found is not None and found[0] > revision else (revision, group)
            if len(self._groups) > CACHED:
                del self._groups[next(iter(self._groups))]

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._groups.clear()


def names_of(by_language: Mapping[str, str]) -> Names:
    """Names from their JSON, in its order."""
    return Names({Language(code): text for code, text in by_language.items()})


def charter_values(charter: GroupCharter) -> dict[str, Any]:
    """The columns of a charter."""
    return {
        "names": _names(charter.names),
        "countries": list(charter.countries),
        "sectors": [sector.value for sector in charter.sectors],
        "languages": [language.value for language in charter.languages],
        "zone": charter.zone,
        "themes": [
            {"key": theme.key, "names": _names(theme.names), "aliases": list(theme.aliases)}
            for theme in charter.themes
        ],
        "phases": [
            {"key": phase.key, "names": _names(phase.names), "starts_on": _iso(phase.starts_on)}
            for phase in charter.phases
        ],
        "drivers": [{"key": driver.key, "names": _names(driver.names)} for driver in charter.drivers],
        "phase": charter.phase,
        "starts_on": charter.starts_on,
        "horizon_months": charter.horizon_months,
        "agreement_rule": charter.agreement_rule.value,
        "stalled_weeks": charter.stalled_weeks,
    }


def group_of(row: Row[Any], group: int, workspace: str) -> Group:
    """The group of a charter's row."""
    return Group(
        id=group,
        workspace=workspace,
        names=names_of(row.names),
        countries=tuple(row.countries),
        sectors=tuple(Sector(sector) for sector in row.sectors),
        languages=tuple(Language(code) for code in row.languages),
        zone=row.zone,
        themes=tuple(
            Theme(theme["key"], names_of(theme["names"]), tuple(theme["aliases"])) for theme in row.themes
        ),
        phases=tuple(
            Phase(phase["key"], names_of(phase["names"]), _date(phase["starts_on"])) for phase in row.phases
        ),
        drivers=tuple(Driver(driver["key"], names_of(driver["names"])) for driver in row.drivers),
        phase=row.phase,
        starts_on=row.starts_on,
        horizon_months=row.horizon_months,
        agreement_rule=AgreementRule(row.agreement_rule),
        stalled_weeks=row.stalled_weeks,
    )


def _names(names: Names) -> dict[str, str]:
    return {language.value: text for language, text in names.by_language.items()}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
