"""Views of people: the stack of modals of each, and their Home of the app.

Source: https://docs.slack.dev/surfaces/modals (at most 3 views in a stack, hash against races).
"""

import secrets
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.sandbox.blocks import named_blocks
from bot.sandbox.errors import SlackError
from bot.sandbox.identifiers import identifier
from bot.sandbox.inputs import State, filled_state, kept_state
from bot.sandbox.seed import AppSeed
from bot.sandbox.shapes import JsonObject

MAX_STACK = 3


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a Home; `content` is the app's, its blocks named; `state` what the person filled in."""

    id: str
    user: str
    content: JsonObject
    state: State
    hash: str
    root_view_id: str
    previous_view_id: str | None = None

    @property
    def blocks(self) -> list[JsonObject]:
        blocks: list[JsonObject] = self.content["blocks"]
        return blocks

    @property
    def is_home(self) -> bool:
        return bool(self.content["type"] == "home")


class Views:
    def __init__(self, app: AppSeed, team_id: str, seconds: Callable[[], float]) -> None:
        self._app = app
        self._team_id = team_id
        self._seconds = seconds
        self._views: dict[str, View] = {}
        self._stacks: defaultdict[str, list[str]] = defaultdict(list)
        self._homes: dict[str, str] = {}
        self._external: dict[str, str] = {}

    def get(self, view_id: str) -> View | None:
        return self._views.get(view_id)

    def by_external_id(self, external_id: str) -> View | None:
        return self._views.get(self._external.get(external_id, ""))

    def stack(self, user: str) -> list[View]:
        """Open modals, lowest first."""
        return [self._views[view_id] for view_id in self._stacks[user]]

    def home(self, user: str) -> View | None:
        return self._views.get(self._homes.get(user, ""))

    def open(self, user: str, content: JsonObject) -> View:
        """A new stack in place of the one that was open."""
        self._check_external_id(content, None)
        self.clear(user)
        return self._add(user, content, None)

    def push(self, user: str, content: JsonObject) -> View:
        stack = self._stacks[user]
        if not stack:
            raise SlackError("not_found")
        if len(stack) >= MAX_STACK:
            raise SlackError("push_limit_reached")
        self._check_external_id(content, None)
        return self._add(user, content, self._views[stack[-1]])

    def update(self, view: View, content: JsonObject, expected_hash: str | None = None) -> View:
        if expected_hash is not None and expected_hash != view.hash:
            raise SlackError("hash_conflict")
        self._check_external_id(content, view.id)
        self._forget_external_id(view)
        named = _named(content)
        changed = replace(
            view, content=named, state=kept_state(named["blocks"], view.state), hash=self._hash()
        )
        self._keep(changed)
        return changed

    def publish(self, user: str, content: JsonObject, expected_hash: str | None = None) -> View:
        home = self.home(user)
        if home is not None:
            return self.update(home, content, expected_hash)
        if expected_hash is not None:
            raise SlackError("hash_conflict")
        self._check_external_id(content, None)
        view = self._new(user, content, None)
        self._homes[user] = view.id
        return view

    def fill(self, view: View, values: Mapping[str, Mapping[str, JsonObject]]) -> View:
        """Keep what the person filled in; PeopleError for inputs that are not there."""
        filled = replace(view, state=filled_state(view.blocks, view.state, values))
        self._views[view.id] = filled
        return filled

    def close(self, view: View) -> None:
        """Take one view off the stack; the one below shows again."""
        self._stacks[view.user].remove(view.id)
        self._drop(view)

    def clear(self, user: str) -> list[View]:
        """Close every modal of the person; returns them, topmost first."""
        closed = list(reversed(self.stack(user)))
        self._stacks[user].clear()
        for view in closed:
            self._drop(view)
        return closed

    def is_open(self, view_id: str) -> bool:
        return view_id in self._views

    def as_slack(self, view: View) -> JsonObject:
        """The view object. Source: https://docs.slack.dev/reference/views."""
        content = view.content
        body: JsonObject = {
            "id": view.id,
            "team_id": self._team_id,
            "type": content["type"],
            "blocks": content["blocks"],
            "private_metadata": content.get("private_metadata", ""),
            "callback_id": content.get("callback_id", ""),
            "state": {"values": view.state},
            "hash": view.hash,
            "clear_on_close": bool(content.get("clear_on_close")),
            "notify_on_close": bool(content.get("notify_on_close")),
            "root_view_id": view.root_view_id,
            "previous_view_id": view.previous_view_id,
            "external_id": content.get("external_id", ""),
            "app_id": self._app.id,
            "app_installed_team_id": self._team_id,
            "bot_id": self._app.bot_id,
        }
        if not view.is_home:
            body |= {
                "title": content["title"],
                "close": content.get("close"),
                "submit": content.get("submit"),
            }
        return body

    def _add(self, user: str, content: JsonObject, below: View | None) -> View:
        view = self._new(user, content, below)
        self._stacks[user].append(view.id)
        return view

    def _new(self, user: str, content: JsonObject, below: View | None) -> View:
        view_id = identifier("V")
        named = _named(content)
        view = View(
            id=view_id,
            user=user,
            content=named,
            state=kept_state(named["blocks"], {}),
            hash=self._hash(),
            root_view_id=below.root_view_id if below else view_id,
            previous_view_id=below.id if below else None,
        )
        self._keep(view)
        return view

    def _keep(self, view: View) -> None:
        self._views[view.id] = view
        if external_id := view.content.get("external_id"):
            self._external[external_id] = view.id

    def _drop(self, view: View) -> None:
        del self._views[view.id]
        self._forget_external_id(view)

    def _forget_external_id(self, view: View) -> None:
        self._external.pop(view.content.get("external_id") or "", None)

    def _check_external_id(self, content: JsonObject, view_id: str | None) -> None:
        taken = self._external.get(content.get("external_id") or "")
        if taken not in (None, view_id):
            raise SlackError("duplicate_external_id")

    def _hash(self) -> str:
        return f"{int(self._seconds())}.{secrets.token_hex(4)}"


def _named(content: JsonObject) -> JsonObject:
    return {**content, "blocks": named_blocks(content.get("blocks", []))}
