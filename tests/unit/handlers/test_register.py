"""What Bolt calls."""

from __future__ import annotations

import inspect

import pytest
from slack_bolt.kwargs_injection.async_args import AsyncArgs

from handlers.feature_table import FEATURES
from handlers.grammar.verbs import Verb
from handlers.groups import views as groups
from handlers.register import Register

LISTENERS = (
    Register.command,
    Register.action,
    Register.view,
    Register.options,
    Register.shortcut,
    Register.mentioned,
    Register.message,
    Register.home_opened,
    Register.user_changed,
    Register.channel_moved,
    Register.other_event,
)


@pytest.mark.parametrize("listener", LISTENERS, ids=lambda listener: listener.__name__)
def test_a_listener_asks_for_what_bolt_injects(listener: object) -> None:
    """Bolt gives None, with a warning only, for an argument it does not know."""
    assert callable(listener)
    wanted = set(inspect.signature(listener).parameters) - {"self"}
    assert wanted <= set(AsyncArgs.__annotations__)


def test_every_verb_has_a_listener() -> None:
    assert set(FEATURES.verbs) == set(Verb)


def test_every_form_that_is_shown_has_a_listener() -> None:
    stepwise = {groups.CHOOSE, groups.FOUND, groups.BIND, groups.RELEASE}
    assert set(FEATURES.forms) == stepwise | set(FEATURES.drawn)
