"""Changes: what a use case decided, and the same as stored."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, datetime

import pytest

from domain.change import Change, ChangeKind, NewChange
from domain.reference import Reference, Series

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
MOVED = NewChange(
    kind=ChangeKind.MOVED,
    subject=Reference(Series.RECOMMENDATION, 2),
    theme="charging",
    before="proposed",
    after="under_review",
    comment="the census is done",
)


def test_a_stored_change_says_all_that_was_decided_and_who_and_when() -> None:
    facts = {each.name: getattr(MOVED, each.name) for each in fields(NewChange)}
    stored = Change(**facts, number=7, actor="U1", at=NOW)
    assert {name: getattr(stored, name) for name in facts} == facts
    assert (stored.number, stored.actor, stored.at) == (7, "U1", NOW)


def test_a_change_needs_no_more_than_its_kind() -> None:
    plain = NewChange(kind=ChangeKind.GROUP_CREATED)
    assert (plain.subject, plain.theme, plain.before, plain.after, plain.comment) == (None,) * 5


def test_history_is_not_rewritten() -> None:
    with pytest.raises(FrozenInstanceError):
        MOVED.after = "agreed"  # type: ignore[misc]  # that it cannot be is what is tested
    assert replace(MOVED, after="agreed") != MOVED


def test_kinds_are_written_as_parts_of_message_ids() -> None:
    assert all(kind.value.replace("-", "").isalpha() and kind.value.islower() for kind in ChangeKind)
