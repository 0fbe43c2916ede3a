"""Requests that are not whole, or not Slack's: the same over HTTP and in envelopes."""

from __future__ import annotations

from typing import Any, TypeAlias

from bot.demo.workspace import TEAM
from tests.integration.cast import CHANNELS, USERS

Json: TypeAlias = dict[str, Any]

COMMAND = {
    "team_id": TEAM.id,
    "channel_id": CHANNELS["infrastructure"],
    "channel_name": "infrastructure",
    "user_id": USERS["oem-us"],
    "command": "/wg",
    "text": "note Forged",
    "trigger_id": "1.1.forged",
}
WHO: Json = {"user": {"id": USERS["oem-us"], "team_id": TEAM.id}, "team": {"id": TEAM.id}}
_VIEW: Json = {"id": "V1", "callback_id": "join", "hash": "1.x", "private_metadata": ""}
_SUBMISSION: Json = {"type": "view_submission", "trigger_id": "1.1.x"}
_CLICK: Json = {"type": "block_actions", "trigger_id": "1.1.x", "actions": [{"action_id": "say:x"}]}
_EVENT: Json = {"type": "event_callback", "team_id": TEAM.id}


def without(field: str) -> Json:
    """The command without one of its fields."""
    return {name: value for name, value in COMMAND.items() if name != field}


def _submitted(values: object) -> Json:
    return WHO | _SUBMISSION | {"view": _VIEW | {"state": {"values": values}}}


def _moved(**ids: object) -> Json:
    return _EVENT | {"event": {"type": "channel_id_changed", **ids}}


COMMANDS: dict[str, Json] = {
    "a command without command": without("command"),
    "a command without person": without("user_id"),
    "a command without workspace": without("team_id"),
    "a command without channel": without("channel_id"),
    "a command without trigger": without("trigger_id"),
    "a command by an empty person": COMMAND | {"user_id": ""},
}
INTERACTIONS: dict[str, object] = {
    "an empty payload": {},
    "a payload that is a list": [1],
    "a click without actions": {name: part for name, part in (WHO | _CLICK).items() if name != "actions"},
    "a click on nothing": WHO | _CLICK | {"actions": []},
    "a click by nobody": {"team": {"id": TEAM.id}} | _CLICK,
    "a click on an option without value": WHO
    | _CLICK
    | {"actions": [{"action_id": "say:x", "selected_option": {}}]},
    "a click in a channel that is text": WHO | _CLICK | {"channel": "general"},
    "a click in a container that is a list": WHO | _CLICK | {"container": [1]},
    "a click to be answered at a number": WHO | _CLICK | {"response_url": 7},
    "a choice of an option whose words are a list": WHO
    | _CLICK
    | {
        "view": _VIEW
        | {"state": {"values": {"x": {"entry": {"selected_option": {"value": "a", "text": []}}}}}}
    },
    "a search in no field": WHO | {"type": "block_suggestion", "action_id": "entry", "value": "x"},
    "a search for a number": WHO
    | {"type": "block_suggestion", "action_id": "entry", "block_id": "theme", "value": 7},
    "a shortcut without trigger": WHO | {"type": "shortcut", "callback_id": "new-record"},
    "a shortcut on a message without ts": WHO
    | {
        "type": "message_action",
        "callback_id": "record-this",
        "trigger_id": "1.1.x",
        "message": {"text": "x"},
    },
    "a submission without view": WHO | _SUBMISSION,
    "a submission without state": WHO | _SUBMISSION | {"view": {"id": "V1", "type": "modal"}},
    "a submission by nobody": {"team": {"id": TEAM.id}, "view": _VIEW | {"state": {"values": {}}}}
    | _SUBMISSION,
    "a submission of an option without value": _submitted({"sectors": {"entry": {"selected_options": [{}]}}}),
    "a submission of a number for text": _submitted({"organisation": {"entry": {"value": 1}}}),
    "a submission of lists": _submitted({"organisation": []}),
    "a submission with metadata that is a list": WHO
    | _SUBMISSION
    | {"view": _VIEW | {"private_metadata": ["join"], "state": {"values": {}}}},
}
EVENTS: dict[str, object] = {
    "an object without type": {},
    "a click that comes as an event": WHO | _CLICK,
    "an event without event": _EVENT,
    "an event that is text": _EVENT | {"event": "x"},
    "an event of no workspace": {
        "type": "event_callback",
        "event": {"type": "app_home_opened", "user": "U1"},
    },
    "a Home opened by nobody": _EVENT | {"event": {"type": "app_home_opened", "tab": "home"}},
    "a change of nobody": _EVENT | {"event": {"type": "user_change", "user": {"name": "x"}}},
    "a change of a person whose profile is text": _EVENT
    | {"event": {"type": "user_change", "user": {"id": USERS["oem-us"], "profile": "x"}}},
    "a change of a person whose language is a number": _EVENT
    | {"event": {"type": "user_change", "user": {"id": USERS["oem-us"], "locale": 5}}},
    "a mention in no channel": _EVENT | {"event": {"type": "app_mention", "user": "U1", "ts": "1.1"}},
    "a mention whose text is a list": _EVENT
    | {"event": {"type": "app_mention", "channel": "C1", "user": "U1", "ts": "1.1", "text": ["x"]}},
    "a message by a number": _EVENT | {"event": {"type": "message", "channel": "C1", "user": 7, "ts": "1.1"}},
    "a channel that moves to no id": _moved(old_channel_id=CHANNELS["infrastructure"]),
    "a channel that moves to null": _moved(old_channel_id=CHANNELS["infrastructure"], new_channel_id=None),
    "a channel that moves to an empty id": _moved(
        old_channel_id=CHANNELS["infrastructure"], new_channel_id=""
    ),
    "a channel that is an object and moves": _moved(old_channel_id={"a": 1}, new_channel_id="C0MOVED"),
}
