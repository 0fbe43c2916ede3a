"""One call of a Web API method: its arguments, who may make it, and how a method is described."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.decoding import decode_count, decode_json
from bot.sandbox.directory import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.shapes import JsonObject
from bot.sandbox.workspace import Workspace

HISTORY_SCOPES = {"public": "channels:history", "private": "groups:history", "im": "im:history"}

_TRUE = ("1", "true", "True", "yes")


@dataclass(frozen=True, slots=True)
class Call:
    """Arguments as sent: text from forms and queries, JSON values from JSON bodies."""

    workspace: Workspace
    args: Mapping[str, object]

    def has(self, name: str) -> bool:
        return self.args.get(name) is not None

    def text(self, name: str) -> str:
        """The argument as text; empty when it was not sent."""
        value = self.args.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.args.get(name)
        return default if value is None else value is True or str(value) in _TRUE

    def limit(self, default: int, most: int) -> int:
        """The page size; SlackError `invalid_limit`."""
        sent = self.text("limit")
        if not sent or sent == "0":
            return default
        try:
            return min(decode_count(sent), most)
        except ValueError as reason:
            raise SlackError("invalid_limit") from reason

    def structure(self, name: str, error: str) -> object:
        """An argument that is JSON, or text of JSON; SlackError with the code `error` when it is neither."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return decode_json(value)
        except ValueError as reason:
            raise SlackError(error) from reason

    def need_scope(self, scope: str) -> None:
        """SlackError `missing_scope`, with what is needed and what the token has."""
        provided = self.workspace.app.scopes
        if scope not in provided:
            raise SlackError("missing_scope", facts={"needed": scope, "provided": ",".join(provided)})

    def need_any_scope(self, scopes: Mapping[str, str]) -> None:
        if not set(scopes.values()) & set(self.workspace.app.scopes):
            self.need_scope(next(iter(scopes.values())))

    def channel(self, name: str = "channel") -> Channel:
        """The conversation named; private ones only where the app is a member.

        SlackError `channel_not_found`.
        """
        found = self.workspace.directory.channel(self.text(name))
        if found is None or (found.kind != "public" and not self.workspace.directory.app_is_in(found)):
            raise SlackError("channel_not_found")
        return found


@dataclass(frozen=True, slots=True)
class Method:
    """`scopes` are all needed; methods on conversations ask by kind of conversation instead.

    `caller` says whose token the method takes: the bot's, the app-level one, or none.
    """

    name: str
    handle: Callable[[Call], JsonObject]
    tier: Tier
    scopes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    caller: Literal["bot", "app", "anybody"] = "bot"


def missing_arguments(call: Call, required: tuple[str, ...]) -> None:
    """SlackError `invalid_arguments` naming each argument that was not sent at all; empty ones were."""
    missing = [name for name in required if name not in call.args]
    if missing:
        raise SlackError(
            "invalid_arguments", messages=[f"[ERROR] missing required field: {name}" for name in missing]
        )
