"""Buttons that write: pressing one twice writes once."""

from __future__ import annotations

from dataclasses import replace

from handlers.desk.request import Request


def once(request: Request, what: str) -> Request:
    """A second press of the same button is the same interaction: a double click has two triggers.

    `what` tells the buttons of one message apart. What was typed, and a press where there is no message,
    stays as it is.
    """
    interaction = request.interaction
    if interaction.message is None:
        return request
    key = f"{what}:{interaction.person.user}:{interaction.channel}:{interaction.message}"
    return replace(request, interaction=replace(interaction, key=key))
