"""What happened to the people of a group, in words: whose it was is always said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from domain.change import ChangeKind, NewChange
from domain.group import Group, Sector
from handlers.parts.naming import person_name, sector_name, theme_name
from handlers.words.translator import Translator

_Shown: TypeAlias = Callable[[Translator, str], str]


def membership_text(t: Translator, change: NewChange, names: Mapping[str, str], group: Group) -> str | None:
    """What happened to whom; None for other changes. `names` are display names by user id. Not escaped."""
    person = person_name(names, change.person) if change.person else t("nothing")
    if change.kind is ChangeKind.LEADS_CHANGED:
        return _leads(t, change, person, group)
    if change.kind is ChangeKind.ROLE_CHANGED:
        return t("change-role-changed", person=person, after=t(f"role-{change.after}"))
    if change.kind is ChangeKind.MEMBER_LEFT and change.person is not None:
        return t("change-member-left.removed", person=person)
    if change.kind is ChangeKind.MEMBER_JOINED and change.person is not None:
        return t("change-member-joined.added", person=person)
    shown = _SHOWN.get(change.kind)
    if shown is None:
        return None
    before, after = shown(t, change.before or ""), shown(t, change.after or "")
    return t(f"change-{change.kind.value}", person=person, before=before, after=after)


def _leads(t: Translator, change: NewChange, person: str, group: Group) -> str:
    keys = [key for key in (change.after or "").split(",") if key]
    if not keys:
        return t("change-leads-changed.gone", person=person)
    themes = [theme_name(t, group, key) for key in keys]
    return t("change-leads-changed", person=person, after=t.list(themes))


def _sector(t: Translator, value: str) -> str:
    return sector_name(t, Sector(value)) if value in {sector.value for sector in Sector} else value


def _country(t: Translator, code: str) -> str:
    return t.country(code)


def _as_written(_: Translator, words: str) -> str:
    return words


_SHOWN: Mapping[ChangeKind, _Shown] = MappingProxyType(
    {
        ChangeKind.SECTOR_CHANGED: _sector,
        ChangeKind.COUNTRY_CHANGED: _country,
        ChangeKind.ORGANISATION_CHANGED: _as_written,
    }
)
