"""What passes for a request of Slack's is what its readers rely on: it makes none of them fail."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeAlias

import pytest
from pydantic import TypeAdapter

from bot.envelopes import is_command, is_event, is_interaction
from domain.people import Person, Profile
from handlers.desk.hearing import Saying, saying_of
from handlers.desk.reception import profile_of
from handlers.interaction import (
    Click,
    Command,
    Shortcut,
    Submission,
    Suggestion,
    click_of,
    command_of,
    home_opened_by,
    shortcut_of,
    submission_of,
    suggestion_of,
)
from handlers.scribe.listeners import ThreadMessage, thread_message

Path: TypeAlias = tuple[str | int, ...]

JUNK: tuple[object, ...] = (None, 7, True, "", "x", [], ["x"], [{}], {}, {"x": 1}, {"x": {"x": 1}})
"""What a forged request may hold anywhere; beside it everything may be missing."""

KIND: frozenset[Path] = frozenset({("type",), ("event", "type")})
"""What says which reader a request is for."""

NOW = datetime(2027, 3, 3, 12, 0, tzinfo=UTC)
CHOICE = {"value": "MX", "text": {"type": "plain_text", "text": "Mexico"}}
VIEW: dict[str, Any] = {
    "id": "V1",
    "type": "home",
    "hash": "1.a",
    "callback_id": "join",
    "private_metadata": "{}",
    "state": {
        "values": {
            "name": {"entry": {"type": "plain_text_input", "value": "Plant"}},
            "country": {"entry": {"type": "static_select", "selected_option": CHOICE}},
            "themes": {"entry": {"type": "checkboxes", "selected_options": [CHOICE]}},
            "day": {"entry": {"type": "datepicker", "selected_date": "2027-03-03"}},
            "hour": {"entry": {"type": "timepicker", "selected_time": "09:00"}},
        }
    },
}
COMMON: dict[str, Any] = {
    "team": {"id": "T1", "domain": "working-group"},
    "user": {"id": "U1"},
    "trigger_id": "1.2.3",
    "response_url": "https://hooks.example.org/1",
    "channel": {"id": "C1", "name": "general"},
}
VERSION = {"user": "U1", "text": "#note x", "ts": "2.0", "thread_ts": "1.0"}
SAID: dict[str, Any] = {
    "type": "message",
    "channel": "C1",
    "channel_type": "channel",
    "event_ts": "3.0",
    **VERSION,
}


def event(**facts: object) -> dict[str, Any]:
    return {"type": "event_callback", "team_id": "T1", "event": facts}


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of request is read: a request that has everything, and the type of what is read."""

    passes: Callable[[object], bool]
    read: Callable[[dict[str, Any]], object]
    made: TypeAdapter[Any]
    whole: dict[str, Any]


def profile(body: dict[str, Any]) -> Profile:
    user = body["event"]["user"]
    return profile_of(Person(body["team_id"], user["id"]), user, NOW)


def moved(body: dict[str, Any]) -> tuple[str, str, str]:
    return body["team_id"], body["event"]["old_channel_id"], body["event"]["new_channel_id"]


saying = partial(saying_of, bot_user="UBOT")
scribbled = partial(thread_message, bot_user="UBOT")
USER = {
    "id": "U1",
    "name": "member",
    "team_id": "T1",
    "locale": "es-MX",
    "tz": "America/Mexico_City",
    "is_admin": True,
    "profile": {"display_name": "Member", "real_name": "A member"},
}
COMMAND = {
    "command": "/wg",
    "team_id": "T1",
    "user_id": "U1",
    "channel_id": "C1",
    "channel_name": "general",
    "trigger_id": "1.2.3",
    "text": "note x",
    "response_url": "https://hooks.example.org/1",
}
CLICK = {
    **COMMON,
    "type": "block_actions",
    "actions": [
        {
            "action_id": "say:x",
            "block_id": "b",
            "url": "https://example.org",
            "value": "x",
            "selected_option": CHOICE,
        }
    ],
    "container": {"message_ts": "2.0", "thread_ts": "1.0"},
    "view": VIEW,
}
TYPING = {**COMMON, "type": "block_suggestion", "block_id": "b", "action_id": "a", "value": "x", "view": VIEW}
SHORTCUT = {**COMMON, "type": "message_action", "callback_id": "record-this", "message": VERSION}
SUBMISSION = {**COMMON, "type": "view_submission", "view": VIEW}
CHANGED = SAID | {
    "subtype": "message_changed",
    "message": VERSION,
    "previous_message": VERSION | {"text": "x"},
}
DELETED = SAID | {"subtype": "message_deleted", "previous_message": VERSION}

READERS = {
    "command": Reader(is_command, command_of, TypeAdapter(Command), COMMAND),
    "click": Reader(is_interaction, click_of, TypeAdapter(Click), CLICK),
    "typing": Reader(is_interaction, suggestion_of, TypeAdapter(Suggestion), TYPING),
    "shortcut": Reader(is_interaction, shortcut_of, TypeAdapter(Shortcut), SHORTCUT),
    "submission": Reader(is_interaction, submission_of, TypeAdapter(Submission), SUBMISSION),
    "home": Reader(
        is_event,
        home_opened_by,
        TypeAdapter(tuple[Person, str] | None),
        event(type="app_home_opened", user="U1", tab="home", view=VIEW),
    ),
    "profile": Reader(is_event, profile, TypeAdapter(Profile), event(type="user_change", user=USER)),
    "move": Reader(
        is_event,
        moved,
        TypeAdapter(tuple[str, str, str]),
        event(type="channel_id_changed", old_channel_id="C1", new_channel_id="C2"),
    ),
    "mention": Reader(is_event, saying, TypeAdapter(Saying | None), event(**SAID | {"type": "app_mention"})),
    "direct": Reader(is_event, saying, TypeAdapter(Saying | None), event(**SAID)),
    "message": Reader(is_event, scribbled, TypeAdapter(ThreadMessage | None), event(**SAID)),
    "changed message": Reader(is_event, scribbled, TypeAdapter(ThreadMessage | None), event(**CHANGED)),
    "deleted message": Reader(is_event, scribbled, TypeAdapter(ThreadMessage | None), event(**DELETED)),
}


def paths(body: object, before: Path = ()) -> Iterator[Path]:
    """The way to everything in it."""
    if before:
        yield before
    found = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, value in found:
        yield from paths(value, (*before, key))


def forged(whole: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The request with one thing in it missing, or something else in its place; of its kind all the same."""
    for path in paths(whole):
        if path in KIND:
            continue
        for what in ("missing", *JUNK):
            body = copy.deepcopy(whole)
            holder: Any = body
            for key in path[:-1]:
                holder = holder[key]
            if what == "missing":
                del holder[path[-1]]
            else:
                holder[path[-1]] = what
            yield f"{path}: {what!r}", body


def fault(reader: Reader, body: dict[str, Any]) -> str | None:
    """What is wrong with what is read from a request that passes."""
    if not reader.passes(body):
        return None
    try:
        read: Any = reader.read(body)
        plain = asdict(read) if hasattr(read, "__dataclass_fields__") else read
        reader.made.validate_python(plain)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the test is about
        return f"{type(error).__name__}: {error}"
    return None


@pytest.mark.parametrize("kind", READERS)
def test_a_request_that_has_everything_passes_and_is_read(kind: str) -> None:
    reader = READERS[kind]
    assert reader.passes(reader.whole)
    assert fault(reader, reader.whole) is None
    assert reader.read(reader.whole) is not None


@pytest.mark.parametrize("kind", READERS)
def test_nothing_that_passes_makes_its_reader_fail(kind: str) -> None:
    reader = READERS[kind]
    found = [(where, fault(reader, body)) for where, body in forged(reader.whole)]
    assert [(where, wrong) for where, wrong in found if wrong is not None] == []
