"""Pauses: how long a channel, a workspace or a method is left in peace, whoever of us posts.

Slack limits what is posted for each channel (about a message a second), for each workspace (several hundred a
minute) and for each method; a 429 does not say which it was (docs.slack.dev/apis/web-api/rate-limits).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from domain.delivery import Delivery, DeliveryKind

WORKSPACE = ""
"""Stands for the whole workspace, in the place of a channel's id."""

HISTORY = "conversations.history"
"""Reading histories is limited for the whole workspace; only what is in doubt waits for it."""

REACTIONS = "reactions.add"
"""Emoji stand in nobody's way: they have turns of their own in the workspace, beside its channels."""

KEPT = timedelta(hours=1)
"""How long a pause that is over is kept, at least."""


def place_of(delivery: Delivery) -> str:
    """Whose turn it takes to send the delivery: its channel's, or that of emoji."""
    return REACTIONS if delivery.kind is DeliveryKind.REACTION else delivery.channel


def held_by(delivery: Delivery, held: Collection[str]) -> str:
    """What a 429 to the delivery's sending pauses, while Slack holds back these places of its workspace.

    A first one its channel alone, so that it holds up no other; with a second channel it is the workspace.
    """
    place = place_of(delivery)
    others = {other for other in held if other not in {place, HISTORY, REACTIONS}}
    return WORKSPACE if others and place != REACTIONS else place
