"""Interactions: what Slack signed, in a shape the rest of the house can trust.

Only what Slack itself vouches for is kept apart (who, which workspace, which channel, which trigger). Values
that travel through payloads (button values, private metadata) are input like any typed text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """Who, where, and how to answer.

    `key` names the interaction once and for all (PRODUCT: nothing twice): Slack's trigger_id, or view id and
    hash. `response_url` takes five answers within half an hour; `trigger` opens one view within three
    seconds. `message` is the ts of the message whose button was pressed, `thread`
    that of the thread it stands in, `view` the modal or Home in which something was.
    """

    person: Person
    channel: str | None
    key: str
    trigger: str | None
    response_url: str | None
    message: str | None = None
    view: ViewPlace | None = None
    thread: str | None = None

    @property
    def direct(self) -> bool:
        """Whether it was in a direct message."""
        return is_direct(self.channel)


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewPlace:
    """A view of ours in front of somebody. `metadata` is what we wrote into it: input, not fact."""

    id: str
    hash: str
    callback: str
    metadata: str
    is_home: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command as typed. `name` has its slash; `text` is still encoded by Slack."""

    interaction: Interaction
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """A click on a button, or a choice. `value` is input, not fact.

    `block` is the block it stands in; `entries` is what stands in the form around it.
    """

    interaction: Interaction
    action: str
    value: str
    block: str = ""
    entries: Entries = field(default_factory=lambda: Entries({}, {}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A submitted view. `values` maps block id to what was entered there; `metadata` is input, not fact.

    `labels` are the words beside chosen values, by value.
    """

    interaction: Interaction
    callback: str
    view_id: str
    metadata: str
    values: Mapping[str, FieldValue]
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Somebody types in a search of a form: what there is to choose? `field` is its block id."""

    interaction: Interaction
    field: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A shortcut was used; on a message, `text` is its text as Slack encodes it and `source` its address."""

    interaction: Interaction
    callback: str
    text: str | None = None
    source: str | None = None


FieldValue = str | tuple[str, ...] | None
"""What one input held: text or a chosen value, several chosen values, or nothing."""


@dataclass(frozen=True, slots=True)
class Entries:
    """What stands in the inputs of a view by block id, and the words beside chosen values by value."""

    values: Mapping[str, FieldValue]
    labels: Mapping[str, str]


def is_direct(channel: str | None) -> bool:
    """Ids of direct messages begin with D (docs.slack.dev, object types); names of channels are anybody's."""
    return channel is not None and channel.startswith("D")


def command_of(body: Mapping[str, Any]) -> Command:
    """The slash command in a request body (docs.slack.dev, slash commands). Raises KeyError."""
    return Command(
        interaction=Interaction(
            person=Person(body["team_id"], body["user_id"]),
            channel=body["channel_id"],
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
            key=f"click:{body['trigger_id']}",
            trigger=body["trigger_id"],
            response_url=body.get("response_url"),
            message=(body.get("container") or {}).get("message_ts"),
            thread=(body.get("container") or {}).get("thread_ts"),
            view=_view(body),
        ),
        action=action["action_id"],
        value=_chosen(action) or "",
        block=action.get("block_id", ""),
        entries=_entries(body.get("view") or {}),
    )


def home_opened_by(body: Mapping[str, Any]) -> tuple[Person, str] | None:
    """Who opened the Home tab (docs.slack.dev, app_home_opened), and the metadata of what they saw there.

    None for another tab of the app. Raises KeyError.
    """
    event = body["event"]
    if event.get("tab", "home") != "home":
        return None
    before: str = (event.get("view") or {}).get("private_metadata", "")
    return Person(body["team_id"], event["user"]), before


def submission_of(body: Mapping[str, Any]) -> Submission:
    """The submitted view. Its channel is not signed by Slack: it travels in the metadata. Raises KeyError."""
    view = body["view"]
    entries = _entries(view)
    return Submission(
        interaction=Interaction(
            person=_person(body),
            channel=None,
            key=f"view:{view['id']}:{view.get('hash', '')}",
            trigger=body.get("trigger_id"),
            response_url=None,
            view=_view(body),
        ),
        callback=view["callback_id"],
        view_id=view["id"],
        metadata=view.get("private_metadata", ""),
        values=entries.values,
        labels=entries.labels,
    )


def suggestion_of(body: Mapping[str, Any]) -> Suggestion:
    """The question of a select that searches (docs.slack.dev, block suggestion). Raises KeyError."""
    return Suggestion(
        interaction=Interaction(
            person=_person(body),
            channel=(body.get("channel") or {}).get("id"),
            key="",
            trigger=None,
            response_url=None,
            view=_view(body),
        ),
        field=body["block_id"],
        typed=body.get("value") or "",
    )


def shortcut_of(body: Mapping[str, Any]) -> Shortcut:
    """The shortcut that was used, a global one or one on a message. Raises KeyError."""
    channel, message = body.get("channel") or {}, body.get("message")
    return Shortcut(
        interaction=Interaction(
            person=_person(body),
            channel=channel.get("id"),
            key=f"shortcut:{body['trigger_id']}",
            trigger=body["trigger_id"],
            response_url=body.get("response_url"),
        ),
        callback=body["callback_id"],
        text=None if message is None else message.get("text") or "",
        source=None if message is None else _address(body["team"], channel, message),
    )


def _address(team: Mapping[str, Any], channel: Mapping[str, Any], message: Mapping[str, Any]) -> str | None:
    """The permanent address of a message (docs.slack.dev, chat.getPermalink: its shape).

    Made, not asked for: nothing but views may be asked of Slack while a person waits. None without a domain.
    """
    domain, place = str(team.get("domain") or ""), str(channel.get("id") or "")
    ts, thread = str(message.get("ts") or ""), message.get("thread_ts")
    if not (_DOMAIN.fullmatch(domain) and _ID.fullmatch(place) and _TS.fullmatch(ts)):
        return None
    address = f"https://{domain}.slack.com/archives/{place}/p{ts.replace('.', '')}"
    is_reply = isinstance(thread, str) and _TS.fullmatch(thread) and thread != ts
    return f"{address}?thread_ts={thread}&cid={place}" if is_reply else address


_DOMAIN, _ID, _TS = (
    re.compile(r"[a-z0-9-]{1,80}"),
    re.compile(r"[A-Z0-9]{2,40}"),
    re.compile(r"\d{1,16}\.\d{1,9}"),
)


def _person(body: Mapping[str, Any]) -> Person:
    """In the workspace that the app is installed in, also when they come from another one."""
    return Person(body["team"]["id"], body["user"]["id"])


def _view(body: Mapping[str, Any]) -> ViewPlace | None:
    view = body.get("view")
    if not view:
        return None
    return ViewPlace(
        id=view["id"],
        hash=view.get("hash", ""),
        callback=view.get("callback_id", ""),
        metadata=view.get("private_metadata", ""),
        is_home=view.get("type") == "home",
    )


def _entries(view: Mapping[str, Any]) -> Entries:
    state: Mapping[str, Mapping[str, Any]] = (view.get("state") or {}).get("values") or {}
    held: dict[str, Mapping[str, Any]] = {
        block: next(iter(fields.values()), {}) for block, fields in state.items()
    }
    labels = {
        option["value"]: (option.get("text") or {}).get("text", option["value"])
        for entry in held.values()
        for option in _options(entry)
    }
    return Entries({block: _entered(entry) for block, entry in held.items()}, labels)


def _options(entry: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    one = entry.get("selected_option")
    yield from [one] if one else entry.get("selected_options") or ()


def _chosen(entry: Mapping[str, Any]) -> str | None:
    option = entry.get("selected_option")
    return (
        option["value"]
        if option
        else entry.get("selected_date") or entry.get("selected_time") or entry.get("value")
    )


def _entered(entry: Mapping[str, Any]) -> FieldValue:
    if entry.get("selected_options") is not None:
        return tuple(option["value"] for option in entry["selected_options"])
    return _chosen(entry)
