"""Changes in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias
from zoneinfo import ZoneInfo

from domain.change import FORMER_THEME, ChangeKind, NewChange
from domain.group import AgreementRule, Group
from domain.kinds import NATURES
from domain.meeting import read_when
from domain.position import Stance
from domain.reference import RecordKind, Reference
from handlers.parts.digest_changes import DIGEST_CHANGES, digest_change_text
from handlers.parts.edited import edited_text
from handlers.parts.membership import membership_text
from handlers.parts.naming import day_name, person_name, phase_name, rule_name, scope_name, status_word
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

COMMENT_MAX = 120
"""Characters of a reason in a line of history."""

_Names: TypeAlias = Mapping[str, str]
_Tell: TypeAlias = Callable[[Translator, NewChange, _Names], str]


def change_text(t: Translator, change: NewChange, names: Mapping[str, str], group: Group) -> str:
    """What happened, without who and when: `proposed → under review (reason)`. Not escaped.

    `names` are display names by user id; the `group` gives those of themes and drivers.
    """
    what = what_changed(t, change, names, group)
    return f"{what} ({cut_plain(change.comment, COMMENT_MAX)})" if change.comment else what


def what_changed(t: Translator, change: NewChange, names: Mapping[str, str], group: Group) -> str:
    """The same without its reason."""
    if change.kind is ChangeKind.EDITED:
        return edited_text(t, change, group)
    if change.kind is ChangeKind.PHASE_CHANGED:
        before, after = (phase_name(t, group, key or "") for key in (change.before, change.after))
        return t("change-phase-changed", before=before, after=after)
    if change.kind is ChangeKind.CHANNEL_BOUND and _is_of_theme(change):
        former = (change.before or "").removeprefix(FORMER_THEME) or None
        before, after = (scope_name(t, group, key) for key in (former, change.theme))
        return t("change-channel-bound.theme", before=before, after=after)
    if change.kind in DIGEST_CHANGES:
        return digest_change_text(t, change, group)
    of_people = membership_text(t, change, names, group)
    if of_people is not None:
        return of_people
    return _TELLS.get(change.kind, _plainly)(t, change, names)


def when_text(t: Translator, written: str) -> str:
    """When a meeting starts as changes tell it: the local time, in the zone in which it was said."""
    starts_at, zone = read_when(written)
    local = starts_at.astimezone(ZoneInfo(zone))
    return f"{day_name(t, local.date())}, {t.time(local.time())} ({t.city(zone)})"


def kind_of(subject: Reference | None) -> RecordKind:
    """The kind whose statuses the subject has."""
    return NATURES[subject.series].kind if subject is not None else RecordKind.NOTE


def _plainly(t: Translator, change: NewChange, _: _Names) -> str:
    return t(f"change-{change.kind.value}", before=change.before or "", after=change.after or "")


def _is_of_theme(change: NewChange) -> bool:
    """Whether the channel was the group's before, with another theme."""
    return change.after is not None and change.before is not None


def _bound(t: Translator, change: NewChange, _: _Names) -> str:
    return t("change-channel-bound" if change.after is not None else "change-channel-bound.gone")


def _moved(t: Translator, change: NewChange, _: _Names) -> str:
    kind = kind_of(change.subject)
    before, after = (status_word(t, kind, status or "") for status in (change.before, change.after))
    return t("change-moved", before=before, after=after)


def _progressed(t: Translator, change: NewChange, _: _Names) -> str:
    before, after = (t.percent(int(percent or 0)) for percent in (change.before, change.after))
    return t("change-progressed", before=before, after=after)


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
    """A link that was made, taken away, or turned to another item, as one says it of the kind that links."""
    before, after = change.before or "", change.after or ""
    kind = kind_of(change.subject).value
    own = t.has(f"linked-{kind}")
    if before and after:
        facts = {"before": before, "after": after}
        return t(f"linked-{kind}.instead", **facts) if own else t("change-linked.instead", **facts)
    if after:
        return t(f"linked-{kind}", after=after) if own else t("change-linked", after=after)
    return t(f"linked-{kind}.gone", before=before) if own else t("change-linked.gone", before=before)


def _succeeded(t: Translator, change: NewChange, _: _Names) -> str:
    if change.after is None:
        return t("change-succeeded.gone", before=change.before or "")
    return t("change-succeeded", after=change.after)


def _overridden(t: Translator, change: NewChange, _: _Names) -> str:
    if change.after is None:
        return t("change-overridden.gone")
    return t("change-overridden", rule=rule_name(t, AgreementRule(change.after or AgreementRule.OPEN)))


def _ruled(t: Translator, change: NewChange, _: _Names) -> str:
    return t("change-rule-changed", after=rule_name(t, AgreementRule(change.after or AgreementRule.OPEN)))


def _stalling(t: Translator, change: NewChange, _: _Names) -> str:
    return t("change-stalling-changed", weeks=int(change.after or 0))


def _positioned(t: Translator, change: NewChange, _: _Names) -> str:
    before, after = (
        None if stance is None else t(f"stance-{Stance(stance).value}")
        for stance in (change.before, change.after)
    )
    if after is None:
        return t("change-positioned.gone", before=before or t("nothing"))
    if before is None or before == after:
        return t("change-positioned", after=after)
    return t("change-positioned.other", before=before, after=after)


def _attended(t: Translator, change: NewChange, names: _Names) -> str:
    person = person_name(names, change.person or "")
    return t("change-attended" if change.after is not None else "change-attended.gone", person=person)


def _rescheduled(t: Translator, change: NewChange, _: _Names) -> str:
    return t("change-rescheduled", after=when_text(t, change.after or ""))


_TELLS: Mapping[ChangeKind, _Tell] = MappingProxyType(
    {
        ChangeKind.CHANNEL_BOUND: _bound,
        ChangeKind.MOVED: _moved,
        ChangeKind.PROGRESSED: _progressed,
        ChangeKind.ASSIGNED: _assigned,
        ChangeKind.DUE: _due,
        ChangeKind.LINKED: _linked,
        ChangeKind.SUCCEEDED: _succeeded,
        ChangeKind.OVERRIDDEN: _overridden,
        ChangeKind.POSITIONED: _positioned,
        ChangeKind.ATTENDED: _attended,
        ChangeKind.RESCHEDULED: _rescheduled,
        ChangeKind.RULE_CHANGED: _ruled,
        ChangeKind.STALLING_CHANGED: _stalling,
    }
)
