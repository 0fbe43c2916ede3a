"""Interactions, from the bodies Slack sends."""

from __future__ import annotations

from typing import Any

import pytest

from domain.people import Person
from handlers.interaction import Interaction, click_of, command_of, shortcut_of, submission_of

COMMAND: dict[str, Any] = {
    "team_id": "T0001",
    "user_id": "U0001",
    "channel_id": "C0001",
    "channel_name": "general",
    "trigger_id": "13.37",
    "response_url": "https://hooks.example.org/1",
    "command": "/rapporteur",
    "text": "note a &amp; b",
}
CLICK: dict[str, Any] = {
    "team": {"id": "T0001"},
    "user": {"id": "U0001", "team_id": "T0009"},
    "channel": {"id": "C0001", "name": "general"},
    "container": {"message_ts": "1700.1"},
    "trigger_id": "13.37",
    "response_url": "https://hooks.example.org/1",
    "actions": [{"action_id": "say:status", "value": "status"}],
}
SUBMISSION: dict[str, Any] = {
    "team": {"id": "T0001"},
    "user": {"id": "U0001"},
    "trigger_id": "13.37",
    "view": {
        "id": "V0001",
        "hash": "156.abc",
        "callback_id": "join",
        "private_metadata": "{}",
        "state": {
            "values": {
                "organisation": {"entry": {"type": "plain_text_input", "value": "Plant"}},
                "country": {"entry": {"type": "static_select", "selected_option": {"value": "MX"}}},
                "sector": {"entry": {"type": "static_select", "selected_option": None}},
                "sectors": {
                    "entry": {"type": "checkboxes", "selected_options": [{"value": "a"}, {"value": "b"}]}
                },
                "name": {"entry": {"type": "plain_text_input", "value": None}},
                "nothing": {},
            }
        },
    },
}


def test_a_command_as_slack_signed_it() -> None:
    read = command_of(COMMAND)
    assert (read.name, read.text) == ("/rapporteur", "note a &amp; b")
    assert read.interaction == Interaction(
        person=Person("T0001", "U0001"),
        channel="C0001",
        key="command:13.37",
        trigger="13.37",
        response_url="https://hooks.example.org/1",
    )


def test_a_command_without_text_says_nothing() -> None:
    assert command_of({name: value for name, value in COMMAND.items() if name != "text"}).text == ""


@pytest.mark.parametrize("name", ["directmessage", "privategroup", "general"])
@pytest.mark.parametrize(("channel", "direct"), [("D0001", True), ("C0001", False), ("G0001", False)])
def test_a_direct_message_is_told_by_its_id_whatever_channels_are_named(
    name: str, channel: str, direct: object
) -> None:
    place = {"channel": {"id": channel, "name": name}}
    shortcut = CLICK | place | {"callback_id": "record-this", "message": {"ts": "1700.1"}}
    assert command_of(COMMAND | {"channel_id": channel, "channel_name": name}).interaction.direct is direct
    assert click_of(CLICK | place).interaction.direct is direct
    assert shortcut_of(shortcut).interaction.direct is direct


def test_a_click_is_of_the_workspace_the_app_is_installed_in() -> None:
    read = click_of(CLICK)
    assert read.interaction.person == Person("T0001", "U0001")
    assert (read.action, read.value) == ("say:status", "status")
    assert (read.interaction.message, read.interaction.key) == ("1700.1", "click:13.37")


@pytest.mark.parametrize("channel", [{}, {"channel": None}])
def test_a_click_at_the_home_tab_has_no_channel(channel: dict[str, Any]) -> None:
    at_home = {name: value for name, value in CLICK.items() if name not in {"channel", "container"}}
    read = click_of(at_home | channel | {"response_url": None})
    assert (read.interaction.channel, read.interaction.message) == (None, None)
    assert not read.interaction.direct


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ({"selected_option": {"value": "MX"}}, "MX"),
        ({"selected_option": None, "value": "x"}, "x"),
        ({}, ""),
    ],
)
def test_a_chosen_option_is_a_value(action: dict[str, Any], value: str) -> None:
    assert click_of(CLICK | {"actions": [{"action_id": "say:x"} | action]}).value == value


def test_a_submission_has_what_each_field_held() -> None:
    read = submission_of(SUBMISSION)
    assert read.values == {
        "organisation": "Plant",
        "country": "MX",
        "sector": None,
        "sectors": ("a", "b"),
        "name": None,
        "nothing": None,
    }
    assert (read.callback, read.view_id, read.metadata) == ("join", "V0001", "{}")


def test_a_submission_is_named_by_its_view_and_hash_and_has_no_signed_channel() -> None:
    assert submission_of(SUBMISSION).interaction.key == "view:V0001:156.abc"
    assert submission_of(SUBMISSION).interaction.channel is None


@pytest.mark.parametrize("missing", ["team_id", "user_id", "channel_id", "trigger_id", "command"])
def test_a_command_that_lacks_what_slack_signs_is_no_command(missing: str) -> None:
    with pytest.raises(KeyError):
        command_of({name: value for name, value in COMMAND.items() if name != missing})
