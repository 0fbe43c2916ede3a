"""What becomes of the whole group is told in every digest, whatever its themes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.change import Change, ChangeKind
from domain.digest import net_effects

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PHASE, RULE = ChangeKind.PHASE_CHANGED, ChangeKind.RULE_CHANGED


def change(kind: ChangeKind, before: str, after: str) -> Change:
    return Change(number=1, actor="U0CHAIR", at=AT, kind=kind, before=before, after=after)


@pytest.mark.parametrize("themes", [frozenset[str](), frozenset({"charging"})], ids=["all", "one theme"])
def test_another_phase_and_another_rule_are_news(themes: frozenset[str]) -> None:
    changes = [
        change(PHASE, "diagnosis", "recommendations"),
        change(RULE, "no-objection", "open"),
        change(RULE, "open", "each-country"),
    ]

    told = net_effects(changes, themes)

    assert not told.is_quiet
    assert [(one.kind, one.before, one.after) for one in told.steered] == [
        (PHASE, "diagnosis", "recommendations"),
        (RULE, "no-objection", "each-country"),
    ]


def test_a_phase_that_was_changed_back_is_no_news() -> None:
    told = net_effects([change(PHASE, "a", "b"), change(PHASE, "b", "a")], frozenset())

    assert told.steered == ()
    assert told.is_quiet
