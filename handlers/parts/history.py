"""Changes in words."""

from __future__ import annotations

from collections.abc import Mapping

from domain.change import Change, ChangeKind
from domain.reference import RecordKind, Reference, Series
from handlers.parts.naming import person_name, status_word
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

COMMENT_MAX = 120
"""Characters of a reason in a line of history."""

_KINDS = {Series.OBSTACLE: RecordKind.OBSTACLE, Series.RECOMMENDATION: RecordKind.RECOMMENDATION}


def change_text(t: Translator, change: Change, names: Mapping[str, str]) -> str:
    """What happened, without who and when: `proposed → under review (reason)`. Not escaped.

    `names` are display names by user id.
    """
    facts = {"before": change.before or "", "after": change.after or ""}
    if change.kind is ChangeKind.MOVED:
        kind = kind_of(change.subject)
        facts = {name: status_word(t, kind, value) for name, value in facts.items()}
    elif change.kind is ChangeKind.PROGRESSED:
        facts = {name: t.percent(int(value)) for name, value in facts.items()}
    elif change.kind is ChangeKind.ROLE_CHANGED:
        facts = {name: t(f"role-{value}") for name, value in facts.items()}
        facts["person"] = person_name(names, change.person) if change.person else t("nothing")
    what = t(f"change-{change.kind.value}", **facts)
    return f"{what} ({cut_plain(change.comment, COMMENT_MAX)})" if change.comment else what


def kind_of(subject: Reference | None) -> RecordKind:
    """The kind whose statuses the subject has."""
    return _KINDS.get(subject.series, RecordKind.NOTE) if subject is not None else RecordKind.NOTE
