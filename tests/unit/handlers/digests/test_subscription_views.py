"""The words about a digest's subscription."""

from __future__ import annotations

from domain.subscription import SubscriptionState
from handlers.digests import subscription_views
from handlers.digests.views import message
from handlers.grammar.command import parse
from handlers.grammar.problems import Problem
from handlers.grammar.schedules import DigestAction, read_digest
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.digests.made import digest, subscription
from tests.unit.handlers.material import EN, GROUP, WORDS, ZONE

HERE = (
    subscription(1),
    subscription(2, SubscriptionState.PAUSED, ("talent",)),
    subscription(1234, themes=("infrastructure", "talent")),
)

EVERY = {each.number for each in HERE}


def test_every_word_about_a_digest(album: Album) -> None:
    paused = subscription(2, SubscriptionState.PAUSED)
    stopped = subscription(2, SubscriptionState.STOPPED)
    album.compare(
        "subscription",
        {
            "scheduled": lambda t: subscription_views.scheduled(t, GROUP, subscription(themes=("talent",))),
            "scheduled already": lambda t: subscription_views.already(t, GROUP, paused),
            "listed": lambda t: subscription_views.listed(t, GROUP, HERE, EVERY),
            "listed for somebody who leads one theme": lambda t: subscription_views.listed(
                t, GROUP, HERE, {2}
            ),
            "which one": lambda t: subscription_views.which(t, GROUP, DigestAction.PAUSE, HERE[::2]),
            "preview": lambda t: subscription_views.previewed(t, 1, _digest_message(t)),
            "on its way": lambda t: subscription_views.on_its_way(t, subscription()),
            "paused": lambda t: subscription_views.paused(t, paused),
            "resumed": lambda t: subscription_views.resumed(t, subscription(2)),
            "stopped": lambda t: subscription_views.stopped(t, stopped),
        },
    )


def _digest_message(t: Translator) -> Message:
    return message(t, GROUP, ZONE, digest(), chart=False)


def test_every_button_says_what_the_grammar_reads() -> None:
    shown = buttons(subscription_views.listed(WORDS.for_language(EN), GROUP, HERE, EVERY))
    lines = [parse(button["value"]).rest for button in shown]
    assert len(lines) == 11
    assert not any(isinstance(read_digest(line, GROUP.themes, ZONE), Problem) for line in lines)


def test_who_cannot_steer_a_digest_may_still_see_what_it_would_say() -> None:
    shown = buttons(subscription_views.listed(WORDS.for_language(EN), GROUP, HERE, ()))
    assert [button["value"] for button in shown] == [
        f"digest preview D-{subscription.number}" for subscription in HERE
    ]
