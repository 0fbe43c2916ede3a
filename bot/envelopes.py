"""The shapes of Slack's requests: what every listener relies on, checked before one of them is reached.

Only what Slack always sends is asked for (docs.slack.dev: slash commands, interaction payloads, Events API);
kinds of request that nobody here handles pass, for Bolt to say so. Over Socket Mode the same requests come as
JSON in envelopes (docs.slack.dev, using Socket Mode).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError


def _encodable(word: str) -> str:
    """Half a surrogate pair stands in nothing of Slack's own, and no database takes it."""
    word.encode()
    return word


_Name = Annotated[str, AfterValidator(_encodable)]
"""An id or a time of Slack's, not what people wrote."""

_Word = Annotated[_Name, Field(min_length=1)]


class _Named(BaseModel):
    id: _Word


class _Command(BaseModel):
    command: _Word
    team_id: _Word
    user_id: _Word
    channel_id: _Word
    trigger_id: _Word
    text: str = ""
    channel_name: str = ""
    response_url: str | None = None


class _Interaction(BaseModel):
    type: _Word
    team: _Named
    user: _Named


class _Label(BaseModel):
    text: str


class _Option(BaseModel):
    value: str
    text: _Label | None = None


class _Entry(BaseModel):
    """What an element holds: text, one choice, or several."""

    value: str | None = None
    selected_option: _Option | None = None
    selected_options: list[_Option] | None = None
    selected_date: str | None = None
    selected_time: str | None = None


class _Action(_Entry):
    action_id: str
    block_id: str = ""
    url: str | None = None


class _Place(BaseModel):
    id: _Name | None = None
    name: str | None = None


class _Container(BaseModel):
    message_ts: _Name | None = None
    thread_ts: _Name | None = None


class _State(BaseModel):
    values: dict[str, dict[str, _Entry]]


class _Around(BaseModel):
    """The view in which something was pressed or typed."""

    id: _Word
    type: str = "modal"
    callback_id: str = ""
    state: _State | None = None
    hash: str = ""
    private_metadata: str = ""


class _Click(_Interaction):
    trigger_id: _Word
    actions: Annotated[list[_Action], Field(min_length=1)]
    view: _Around | None = None
    channel: _Place | None = None
    container: _Container | None = None
    response_url: str | None = None


class _Typing(_Interaction):
    """Somebody types in a search."""

    block_id: str
    action_id: str
    value: str | None = None
    view: _Around | None = None
    channel: _Place | None = None


class _Message(BaseModel):
    ts: _Word
    text: str | None = None
    thread_ts: _Name | None = None


class _Shortcut(_Interaction):
    callback_id: str
    trigger_id: _Word
    channel: _Place | None = None
    message: _Message | None = None
    response_url: str | None = None


class _View(BaseModel):
    id: _Word
    callback_id: str
    state: _State
    hash: str = ""
    private_metadata: str = ""


class _Submission(_Interaction):
    view: _View
    trigger_id: str | None = None


class _Request(BaseModel):
    type: _Word


class _Happening(BaseModel):
    type: _Word


class _Event(_Request):
    team_id: _Word
    event: _Happening


class _Seen(BaseModel):
    """The Home tab as it was."""

    private_metadata: str = ""


class _Opening(BaseModel):
    user: _Word
    tab: str = "home"
    view: _Seen | None = None


class _Profile(BaseModel):
    display_name: str | None = None
    real_name: str | None = None


class _User(_Named):
    name: str | None = None
    team_id: _Name | None = None
    locale: str | None = None
    tz: str | None = None
    profile: _Profile = _Profile()


class _Change(BaseModel):
    user: _User


class _Move(BaseModel):
    old_channel_id: _Word
    new_channel_id: _Word


class _Version(BaseModel):
    """A message as it is, or as it was."""

    subtype: _Name | None = None
    user: _Name | None = None
    bot_id: _Name | None = None
    text: str | None = None
    ts: _Name | None = None
    thread_ts: _Name | None = None


class _Said(_Version):
    """A mention, or a message of any kind; one that tells of another message holds its versions."""

    channel: _Word
    channel_type: _Name | None = None
    event_ts: _Name | None = None
    message: _Version | None = None
    previous_message: _Version | None = None


class Envelope(BaseModel):
    """A request over Socket Mode; the attempts are those of an event that was not acknowledged before."""

    model_config = ConfigDict(frozen=True)

    envelope_id: _Word
    type: _Word
    payload: dict[str, Any]
    accepts_response_payload: bool = False
    retry_attempt: int | None = None
    retry_reason: str | None = None


_INTERACTIONS: dict[str, type[BaseModel]] = {
    "block_actions": _Click,
    "block_suggestion": _Typing,
    "message_action": _Shortcut,
    "shortcut": _Shortcut,
    "view_submission": _Submission,
}
_REQUESTS: dict[str, type[BaseModel]] = {"event_callback": _Event}
_EVENTS: dict[str, type[BaseModel]] = {
    "app_home_opened": _Opening,
    "app_mention": _Said,
    "message": _Said,
    "channel_id_changed": _Move,
    "user_change": _Change,
}


def is_command(fields: object) -> bool:
    """Whether the fields of a form are a slash command."""
    return _fits(_Command, fields)


def is_interaction(payload: object) -> bool:
    """Whether a payload is a click, a submission, or another interaction."""
    return _fits(_Interaction, payload) and _fits(_INTERACTIONS.get(_type_of(payload), _Interaction), payload)


def is_event(body: object) -> bool:
    """Whether a JSON body is an event or another request of the Events API."""
    if not _fits(_Request, body) or _type_of(body) in _INTERACTIONS:
        return False
    if not _fits(_REQUESTS.get(_type_of(body), _Request), body):
        return False
    event = body.get("event") if isinstance(body, dict) else None
    kind = _EVENTS.get(_type_of(event))
    return kind is None or _fits(kind, event)


_PAYLOADS: dict[str, Callable[[object], bool]] = {
    "slash_commands": is_command,
    "interactive": is_interaction,
    "events_api": is_event,
}


def envelope_of(message: object) -> Envelope | None:
    """The envelope in a message of Socket Mode; None when it is none, or holds no request of its kind."""
    try:
        envelope = Envelope.model_validate(message)
    except ValidationError:
        return None
    fits = _PAYLOADS.get(envelope.type)
    return envelope if fits is not None and fits(envelope.payload) else None


def _type_of(body: object) -> str:
    return str(body.get("type", "")) if isinstance(body, dict) else ""


def _fits(model: type[BaseModel], body: object) -> bool:
    try:
        model.model_validate(body)
    except ValidationError:
        return False
    return True
