"""Another phase and another rule of agreement, as a digest tells them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.digest import NetEffects
from domain.group import Phase
from domain.language import Language, Names
from tests.rendering import said_lines
from tests.unit.handlers.accepted import message_violations
from tests.unit.handlers.digests.made import digest, whole
from tests.unit.handlers.material import EN, ES, GROUP, WORDS

FIRST, SECOND = (
    Phase(key, Names({EN: english, ES: spanish}))
    for key, english, spanish in (
        ("diagnosis", "Diagnosis", "Diagnóstico"),
        ("recommendations", "Recommendations", "Recomendaciones"),
    )
)
IN_TWO_PHASES = replace(GROUP, phases=(FIRST, SECOND), phase=SECOND.key)
EFFECTS = NetEffects(
    (),
    (),
    (),
    (),
    steered=(
        NewChange(kind=ChangeKind.PHASE_CHANGED, before=FIRST.key, after=SECOND.key),
        NewChange(kind=ChangeKind.RULE_CHANGED, before="no-objection", after="each-country"),
    ),
)
TOLD = {
    EN: ("The group is in another phase: Diagnosis → Recommendations", "Another rule of agreement: "),
    ES: ("El grupo cambió de fase: Diagnóstico → Recomendaciones", "Nueva regla de acuerdo: "),
}


@pytest.mark.parametrize("language", TOLD)
def test_the_digest_says_so_and_so_does_its_text(language: Language) -> None:
    made = whole(WORDS.for_language(language), digest(EFFECTS), IN_TWO_PHASES)

    shown = "\n".join(said_lines({"text": made.text, "blocks": list(made.blocks)}))
    assert all(words in shown and words in made.text for words in TOLD[language])
    assert message_violations(made) == []
