"""What became different about a digest, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType

from domain.change import ChangeKind, NewChange
from domain.group import Group, Sector
from domain.language import Language
from domain.recurrence import recurrence_of
from handlers.parts.naming import day_name, scope_name, sector_name
from handlers.parts.recurrences import recurrence_words
from handlers.words.translator import Translator

DIGEST_CHANGES = frozenset({ChangeKind.DIGEST_EDITED, ChangeKind.DIGEST_SKIPPED, ChangeKind.DIGEST_UNSKIPPED})
"""The changes that `digest_change_text` puts into words."""


def digest_change_text(t: Translator, change: NewChange, group: Group) -> str:
    """`Digest, time: 09:00 → 10:00`, as the history has it; not escaped."""
    if change.kind is not ChangeKind.DIGEST_EDITED:
        day = day_name(t, date.fromisoformat(change.after or ""))
        return t(f"change-{change.kind.value}", day=day)
    (name, _, before), (_, _, after) = (
        (written or "").partition("=") for written in (change.before, change.after)
    )
    values = {
        "before": _value(t, name, before, group),
        "after": _value(t, name, after, group),
    }
    return t("change-digest-edited", what=t(f"digest-said-{name}"), **values)


def _value(t: Translator, name: str, written: str, group: Group) -> str:
    tell = _LISTS.get(name)
    if tell is not None:
        keys = [key for key in written.split(",") if key]
        none = t("theme-all") if name == "themes" else t("covers-any")
        return t.list([tell(t, group, key) for key in keys]) if keys else none
    match name:
        case "days":
            return recurrence_words(t, recurrence_of(written))
        case "time":
            return t.time(time.fromisoformat(written))
        case "zone":
            return t.city(written)
        case _:
            return t(f"digest-{name}-{written or 'all'}")


_LISTS: Mapping[str, Callable[[Translator, Group, str], str]] = MappingProxyType(
    {
        "themes": scope_name,
        "sectors": lambda t, _, key: sector_name(t, Sector(key)),
        "countries": lambda t, _, key: t.country(key),
        "languages": lambda t, _, key: t(f"language-{Language(key).value}"),
    }
)
