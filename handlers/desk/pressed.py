"""Buttons that write: pressing one twice writes once."""

from __future__ import annotations

from dataclasses import replace

from domain.usecases.recording import Recorded, RecordOutcome
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


def pressed_again(request: Request, *, repeated: bool) -> bool:
    """Whether a button was pressed that did its work before, so that only the person is told.

    What was typed and Slack sends a second time is answered like the first time.
    """
    return repeated and request.interaction.message is not None


def is_news(request: Request, outcome: RecordOutcome) -> bool:
    """Whether everybody is told of a record: it was made, and not by an earlier press of the same button."""
    return isinstance(outcome, Recorded) and not pressed_again(request, repeated=outcome.repeated)
