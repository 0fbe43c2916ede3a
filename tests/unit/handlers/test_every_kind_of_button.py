"""Every kind of button that a view carries is pressed somewhere, and every place that is named exists."""

from __future__ import annotations

import ast
import re

import pytest

from handlers.grammar.digests import DigestAction
from handlers.parts.next_steps import Press
from tests.browser.held import HELD, SCENE
from tests.browser.kinds import kind_of, kinds_in_goldens
from tests.browser.pressed import SCENES
from tests.goldens import ROOT


def test_every_kind_that_the_views_carry_is_pressed_somewhere() -> None:
    carried = kinds_in_goldens()
    assert {kind: where for kind, where in carried.items() if kind not in HELD} == {}
    assert sorted(HELD.keys() - carried.keys()) == []


def test_every_way_to_say_a_line_is_among_them() -> None:
    ways = {kind.split()[0] for kind in HELD}
    assert ways >= {Press.SAY, Press.SHARE, Press.FILL, Press.AGAIN, Press.ANYWAY, Press.CHOOSE, Press.OPEN}


def test_every_order_about_a_digest_that_is_no_answer_of_words_alone_is_among_them() -> None:
    said = {kind.split()[2] for kind in HELD if kind.startswith("say digest")}
    assert {action.value for action in DigestAction} - said == {DigestAction.LIST.value}


@pytest.mark.parametrize("place", sorted(set(HELD.values())))
def test_the_place_that_is_named_exists(place: str) -> None:
    if place.startswith(SCENE):
        assert place.removeprefix(SCENE) in SCENES
        return
    path, _, name = place.partition("::")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef)]
    (body,) = (ast.unparse(node) for node in functions if node.name == name)
    assert re.search("press|button|chooses|people.action|_switch|static_select", body)


@pytest.mark.parametrize(
    ("action", "value", "kind"),
    [
        ("say@3:done A-7 v1", "done A-7 v1", "say done"),
        ("say:digest log resend 46/2", "digest log resend 46/2", "say digest log resend"),
        ("share:list theme:talent", "list theme:talent", "share list"),
        ("say:list before:11", "list before:11", "say list before:"),
        ("fill:edit R-1", "edit R-1", "fill edit"),
        ("again:N-1", "N-1", "again"),
        ("say:mute reminders", "mute reminders", "say mute reminders"),
    ],
)
def test_a_kind_is_what_is_said_without_what_it_is_about(action: str, value: str, kind: str) -> None:
    assert kind_of(action, value) == kind


def test_a_button_that_says_no_verb_has_no_kind() -> None:
    with pytest.raises(ValueError, match="begins with no verb"):
        kind_of("say:zzz", "zzz")
