"""Whose history is asked for."""

from __future__ import annotations

import pytest

from domain.group import Theme
from domain.language import Language, Names
from domain.reference import Reference, Series
from handlers.grammar.audits import AuditWanted, read_audit
from handlers.grammar.problems import Problem, ProblemCode

THEMES = (Theme("infra", Names({Language.ENGLISH: "Infrastructure", Language.SPANISH: "Infraestructura"})),)
R2 = Reference(Series.RECOMMENDATION, 2)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", AuditWanted()),
        ("R-2", AuditWanted(reference=R2)),
        ("r2 before:41", AuditWanted(reference=R2, before=41)),
        ("all", AuditWanted(everywhere=True)),
        ("todo", AuditWanted(everywhere=True)),
        ("all before:7", AuditWanted(everywhere=True, before=7)),
        ("infraestructura", AuditWanted(theme="infra")),
        ("theme:infra before:999999999999999999", AuditWanted(theme="infra", before=999999999999999999)),
        ("before:3", AuditWanted(before=3)),
    ],
)
def test_a_history_is_asked_for(typed: str, expected: AuditWanted) -> None:
    assert read_audit(typed, THEMES) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("X-2", ProblemCode.REFERENCE_UNKNOWN),
        ("energy", ProblemCode.THEME_UNKNOWN),
        ("R-2 O-3", ProblemCode.THEME_UNKNOWN),
        ("theme:", ProblemCode.VALUE_MISSING),
        ("all before:9999999999999999999", ProblemCode.THEME_UNKNOWN),
    ],
)
def test_what_is_no_history_is_named(typed: str, code: ProblemCode) -> None:
    found = read_audit(typed, THEMES)
    assert isinstance(found, Problem)
    assert found.code is code
