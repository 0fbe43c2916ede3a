"""Changes in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from domain.change import ChangeKind, NewChange
from domain.group import AgreementRule
from domain.position import Stance
from domain.reference import RecordKind, Reference, Series
from handlers.parts.naming import day_name, person_name, rule_name, status_word
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

COMMENT_MAX = 120
"""Characters of a reason in a line of history."""

_KINDS = {
    Series.OBSTACLE: RecordKind.OBSTACLE,
    Series.RECOMMENDATION: RecordKind.RECOMMENDATION,
    Series.ACTION: RecordKind.ACTION,
}
_Names: TypeAlias = Mapping[str, str]
_Tell: TypeAlias = Callable[[Translator, NewChange, _Names], str]


def change_text(t: Translator, change: NewChange, names: Mapping[str, str]) -> str:
    """What happened, without who and when: `proposed → under review (reason)`. Not escaped.

    `names` are display names by user id.
    """
    what = what_changed(t, change, names)
    return f"{what} ({cut_plain(change.comment, COMMENT_MAX)})" if change.comment else what


def what_changed(t: Translator, change: NewChange, names: Mapping[str, str]) -> str:
    """The same without its reason."""
    return _TELLS.get(change.kind, _plainly)(t, change, names)


def kind_of(subject: Reference | None) -> RecordKind:
    """The kind whose statuses the subject has."""
    return _KINDS.get(subject.series, RecordKind.NOTE) if subject is not None else RecordKind.NOTE


def _plainly(t: Translator, change: NewChange, _: _Names) -> str:
    return t(f"change-{change.kind.value}", before=change.before or "", after=change.after or "")


def _moved(t: Translator, change: NewChange, _: _Names) -> str:
    kind = kind_of(change.subject)
    before, after = (status_word(t, kind, status or "") for status in (change.before, change.after))
    return t("change-moved", before=before, after=after)


def _progressed(t: Translator, change: NewChange, _: _Names) -> str:
    before, after = (t.percent(int(percent or 0)) for percent in (change.before, change.after))
    return t("change-progressed", before=before, after=after)


def _role_changed(t: Translator, change: NewChange, names: _Names) -> str:
    person = person_name(names, change.person) if change.person else t("nothing")
    return t("change-role-changed", person=person, after=t(f"role-{change.after}"))


def _assigned(t: Translator, change: NewChange, names: _Names) -> str:
    if change.after is None:
        return t("change-assigned.gone")
    if change.after not in names:
        return t("change-assigned.unnamed")
    return t("change-assigned", after=names[change.after])


def _due(t: Translator, change: NewChange, _: _Names) -> str:
    if change.after is None:
        return t("change-due.gone")
    return t("change-due", after=day_name(t, date.fromisoformat(change.after)))


def _linked(t: Translator, change: NewChange, _: _Names) -> str:
    """A link that was made, taken away, or turned to another obstacle."""
    before, after = change.before or "", change.after or ""
    if before and after:
        return t("change-linked.instead", before=before, after=after)
    return t("change-linked", after=after) if after else t("change-linked.gone", before=before)


def _succeeded(t: Translator, change: NewChange, _: _Names) -> str:
    if change.after is None:
        return t("change-succeeded.gone", before=change.before or "")
    return t("change-succeeded", after=change.after)


def _overridden(t: Translator, change: NewChange, _: _Names) -> str:
    return t("change-overridden", rule=rule_name(t, AgreementRule(change.after or AgreementRule.OPEN)))


def _positioned(t: Translator, change: NewChange, _: _Names) -> str:
    after = t(f"stance-{Stance(change.after or Stance.ABSTENTION).value}")
    if change.before is None or change.before == change.after:
        return t("change-positioned", after=after)
    return t("change-positioned.other", before=t(f"stance-{Stance(change.before).value}"), after=after)


_TELLS: Mapping[ChangeKind, _Tell] = MappingProxyType(
    {
        ChangeKind.MOVED: _moved,
        ChangeKind.PROGRESSED: _progressed,
        ChangeKind.ROLE_CHANGED: _role_changed,
        ChangeKind.ASSIGNED: _assigned,
        ChangeKind.DUE: _due,
        ChangeKind.LINKED: _linked,
        ChangeKind.SUCCEEDED: _succeeded,
        ChangeKind.OVERRIDDEN: _overridden,
        ChangeKind.POSITIONED: _positioned,
    }
)
