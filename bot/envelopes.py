"""The shapes of Slack's requests: what every listener relies on, checked before one of them is reached.

Only what Slack always sends is asked for (docs.slack.dev: slash commands, interaction payloads, Events API);
kinds of request that nobody here handles pass, for Bolt to say so.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field, ValidationError

_Word = Annotated[str, Field(min_length=1)]


class _Named(BaseModel):
    id: _Word


class _Command(BaseModel):
    command: _Word
    team_id: _Word
    user_id: _Word
    channel_id: _Word
    trigger_id: _Word


class _Interaction(BaseModel):
    type: _Word
    team: _Named
    user: _Named


class _Option(BaseModel):
    value: str


class _Entry(BaseModel):
    """What an element holds: text, one choice, or several."""

    value: str | None = None
    selected_option: _Option | None = None
    selected_options: list[_Option] = []


class _Action(_Entry):
    action_id: str


class _Click(_Interaction):
    trigger_id: _Word
    actions: Annotated[list[_Action], Field(min_length=1)]


class _State(BaseModel):
    values: dict[str, dict[str, _Entry]]


class _View(BaseModel):
    id: _Word
    callback_id: str
    state: _State


class _Submission(_Interaction):
    view: _View


class _Request(BaseModel):
    type: _Word


class _Happening(BaseModel):
    type: _Word


class _Event(_Request):
    team_id: _Word
    event: _Happening


_INTERACTIONS: dict[str, type[BaseModel]] = {"block_actions": _Click, "view_submission": _Submission}
_REQUESTS: dict[str, type[BaseModel]] = {"event_callback": _Event}


def is_command(fields: dict[str, str]) -> bool:
    """Whether a form is a slash command."""
    return _fits(_Command, fields)


def is_interaction(payload: object) -> bool:
    """Whether a payload is a click, a submission, or another interaction."""
    return _fits(_Interaction, payload) and _fits(_INTERACTIONS.get(_type_of(payload), _Interaction), payload)


def is_event(body: object) -> bool:
    """Whether a JSON body is an event or another request of the Events API."""
    return _fits(_Request, body) and _fits(_REQUESTS.get(_type_of(body), _Request), body)


def _type_of(body: object) -> str:
    return str(body["type"]) if isinstance(body, dict) else ""


def _fits(model: type[BaseModel], body: object) -> bool:
    try:
        model.model_validate(body)
    except ValidationError:
        return False
    return True
