"""Whom and what a person can choose from the workspace's own menus, and when a search asks the app."""

from collections.abc import Iterator, Mapping

from bot.sandbox.blocks import Element
from bot.sandbox.directory import Person
from bot.sandbox.errors import PeopleError
from bot.sandbox.people.requests import Values
from bot.sandbox.workspace import Workspace

# "The default value is 3": https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
MIN_QUERY_LENGTH = 3

_PEOPLE = ("selected_user", "selected_users")
_CHANNELS = ("selected_conversation", "selected_conversations", "selected_channel", "selected_channels")


def check_query(element: Element, typed: str) -> None:
    """PeopleError `query_too_short`: the client asks the app for nothing yet."""
    least = int(element.spec.get("min_query_length", MIN_QUERY_LENGTH))
    if len(typed) < least:
        raise PeopleError("query_too_short", f"{element.action_id} asks from {least} characters on")


def check_choices(workspace: Workspace, person: Person, values: Values) -> None:
    """PeopleError `unknown_option` for people and channels that no menu of this person shows."""
    for actions in values.values():
        for given in actions.values():
            check_choice(workspace, person, given)


def check_choice(workspace: Workspace, person: Person, given: Mapping[str, object]) -> None:
    """As `check_choices`, of one element."""
    for chosen in _chosen(given, _PEOPLE):
        if workspace.directory.person(chosen) is None or not workspace.directory.knows(person.id, chosen):
            raise PeopleError("unknown_option", f"no person {chosen} to choose")
    for chosen in _chosen(given, _CHANNELS):
        channel = workspace.directory.channel(chosen)
        if channel is None or not workspace.directory.sees(person.id, channel):
            raise PeopleError("unknown_option", f"no channel {chosen} to choose")


def _chosen(given: Mapping[str, object], keys: tuple[str, ...]) -> Iterator[str]:
    """The ids under these keys; values of another form are refused elsewhere."""
    for key in keys:
        value = given.get(key)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one:
                yield one
