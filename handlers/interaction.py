"""Interactions: what Slack signed, in a shape the rest of the house can trust.

Only what Slack itself vouches for is kept apart (who, which workspace, which channel, which trigger). Values
that travel through payloads (button values, private metadata) are input like any typed text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """Who, where, and how to answer.

    `key` names the interaction once and for all (PRODUCT: nothing twice): Slack's trigger_id, or view id and
    hash. `direct` tells a direct message. `response_url` takes five answers within half an hour; `trigger`
    opens one view within three seconds. `message` is the ts of the message whose button was pressed.
    """

    person: Person
    channel: str | None
    direct: bool
    key: str
    trigger: str | None
    response_url: str | None
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command as typed. `name` has its slash; `text` is still encoded by Slack."""

    interaction: Interaction
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """A click on a button. `value` is input, not fact."""

    interaction: Interaction
    action: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A submitted view. `values` maps block id to what was entered there; `metadata` is input, not fact."""

    interaction: Interaction
    callback: str
    view_id: str
    metadata: str
    values: Mapping[str, FieldValue]


FieldValue = str | tuple[str, ...] | None
"""What one input held: text or a chosen value, several chosen values, or nothing."""


def command_of(body: Mapping[str, Any]) -> Command:
    """The slash command in a request body (docs.slack.dev, slash commands). Raises KeyError."""
    return Command(
        interaction=Interaction(
            person=Person(body["team_id"], body["user_id"]),
            channel=body["channel_id"],
            direct=body.get("channel_name") == "directmessage",
            key=f"command:{body['trigger_id']}",
            trigger=body["trigger_id"],
            response_url=body.get("response_url"),
        ),
        name=body["command"],
        text=body.get("text", ""),
    )


def click_of(body: Mapping[str, Any]) -> Click:
    """The click in a block_actions payload. Raises KeyError."""
    action = body["actions"][0]
    channel = body.get("channel") or {}
    return Click(
        interaction=Interaction(
            person=_person(body),
            channel=channel.get("id"),
            direct=channel.get("name") == "directmessage",
            key=f"click:{body['trigger_id']}",
            trigger=body["trigger_id"],
            response_url=body.get("response_url"),
            message=(body.get("container") or {}).get("message_ts"),
        ),
        action=action["action_id"],
        value=_chosen(action) or "",
    )


def submission_of(body: Mapping[str, Any]) -> Submission:
    """The submitted view. Its channel is not signed by Slack: it travels in the metadata. Raises KeyError."""
    view = body["view"]
    return Submission(
        interaction=Interaction(
            person=_person(body),
            channel=None,
            direct=False,
            key=f"view:{view['id']}:{view.get('hash', '')}",
            trigger=body.get("trigger_id"),
            response_url=None,
        ),
        callback=view["callback_id"],
        view_id=view["id"],
        metadata=view.get("private_metadata", ""),
        values={
            block: _entered(next(iter(fields.values()), {}))
            for block, fields in view["state"]["values"].items()
        },
    )


def _person(body: Mapping[str, Any]) -> Person:
    """In the workspace that the app is installed in, also when they come from another one."""
    return Person(body["team"]["id"], body["user"]["id"])


def _chosen(action: Mapping[str, Any]) -> str | None:
    option = action.get("selected_option")
    return option["value"] if option else action.get("value")


def _entered(field: Mapping[str, Any]) -> FieldValue:
    if "selected_options" in field:
        return tuple(option["value"] for option in field["selected_options"])
    return _chosen(field)
