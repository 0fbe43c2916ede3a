"""What is told of a digest that is set up, what asks first, and what stands in one line of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.digest import Digest, NetEffects
from domain.language import Language
from domain.reference import Series
from domain.subscription import Subscription, SubscriptionState
from handlers.digests import subscription_views
from handlers.grammar.schedules import DigestAction
from handlers.parts.message import Message
from tests.rendering import said_lines
from tests.unit.handlers.accepted import message_violations
from tests.unit.handlers.digests.made import digest, shift, subscription, whole
from tests.unit.handlers.material import EN, ES, GROUP, WORDS, by_reference, recommendation

QUIET = replace(subscription(7), skip_quiet=True)
SKIPS_QUIET = {EN: "skipped when nothing is new", ES: "se omite si no hay novedades"}


def _told(language: Language, set_up: Subscription) -> tuple[Message, ...]:
    t = WORDS.for_language(language)
    return (
        subscription_views.scheduled(t, GROUP, set_up),
        subscription_views.already(t, GROUP, set_up),
        subscription_views.listed(t, GROUP, (set_up,), {7}),
        subscription_views.which(t, GROUP, DigestAction.PAUSE, (set_up, subscription(8))),
    )


@pytest.mark.parametrize("language", SKIPS_QUIET)
def test_a_digest_that_leaves_quiet_weeks_out_is_told_with_that_wherever_it_is_described(
    language: Language,
) -> None:
    for skipping, telling in zip(
        _told(language, QUIET), _told(language, replace(QUIET, skip_quiet=False)), strict=True
    ):
        assert SKIPS_QUIET[language] in str(skipping.blocks)
        assert SKIPS_QUIET[language] not in str(telling.blocks)
        assert message_violations(skipping) == []


@pytest.mark.parametrize(
    ("language", "title", "yes"), [(EN, "Stop digest D-7?", "Stop it"), (ES, "¿Detener D-7?", "Detenerlo")]
)
def test_what_ends_a_digest_for_good_asks_first(language: Language, title: str, yes: str) -> None:
    t = WORDS.for_language(language)
    dialog = subscription_views.button(t, DigestAction.STOP, QUIET)["confirm"]
    assert (dialog["title"]["text"], dialog["confirm"]["text"]) == (title, yes)
    assert t("button-pause") in dialog["text"]["text"]
    paused = replace(QUIET, state=SubscriptionState.PAUSED)
    asked = subscription_views.button(t, DigestAction.STOP, paused)["confirm"]["text"]["text"]
    assert t("button-pause") not in asked
    assert "confirm" not in subscription_views.button(t, DigestAction.PAUSE, QUIET)


@pytest.mark.parametrize(
    ("language", "told", "alone"),
    [
        (EN, "proposed → under review · 10% → 40%", "Progress"),
        (ES, "propuesta → en revisión · 10% → 40%", "Avance"),
    ],
)
def test_what_moved_and_went_further_stands_in_one_line(language: Language, told: str, alone: str) -> None:
    moved = shift(Series.RECOMMENDATION, 2, "proposed", "under_review")
    further = [shift(Series.RECOMMENDATION, number, "10", "40") for number in (2, 3)]
    items = by_reference(recommendation(2), recommendation(3))
    both = NetEffects((), (moved,), tuple(further), ())

    shown = said_lines(_posted(language, digest(both, items)))
    assert sum(told in line for line in shown if not line.startswith("aloud")) == 1
    assert sum("10% → 40%" in line for line in shown if not line.startswith("aloud")) == 2
    assert any(alone in line for line in shown)

    at_once = said_lines(_posted(language, digest(NetEffects((), (moved,), (further[0],), ()), items)))
    assert not any(alone == line.strip("*") for line in at_once)


def _posted(language: Language, shown: Digest) -> dict[str, Any]:
    made = whole(WORDS.for_language(language), shown)
    return {"text": made.text, "blocks": list(made.blocks)}
