"""The manifest says what the code needs, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from bot.cli import app
from bot.manifest import BOT_SCOPES, EVENTS, manifest
from bot.settings import CommandSettings

ROOT = Path(__file__).parents[3]
URL = "https://rapporteur.example.org/slack/events"


def test_over_http_every_kind_of_request_goes_to_the_same_address() -> None:
    made = manifest(CommandSettings(), URL)
    addresses = [
        made["settings"]["interactivity"]["request_url"],
        made["settings"]["event_subscriptions"]["request_url"],
        *(command["url"] for command in made["features"]["slash_commands"]),
    ]
    assert set(addresses) == {URL}
    assert made["settings"]["socket_mode_enabled"] is False


def test_without_an_address_it_is_socket_mode() -> None:
    made = manifest(CommandSettings(), None)
    assert made["settings"]["socket_mode_enabled"] is True
    assert "url" not in json.dumps(made)


def test_the_commands_carry_the_names_of_the_settings_and_escape_people() -> None:
    made = manifest(CommandSettings(command="/ev", command_es="/ve"), None)
    commands = made["features"]["slash_commands"]
    assert [command["command"] for command in commands] == ["/ev", "/ve"]
    assert all(command["should_escape"] for command in commands)


def test_yaml_and_json_say_the_same() -> None:
    runner = CliRunner()
    printed = runner.invoke(app, ["manifest", "--url", URL])
    as_json = runner.invoke(app, ["manifest", "--url", URL, "--json"])
    assert printed.exit_code == as_json.exit_code == 0
    assert yaml.safe_load(printed.output) == json.loads(as_json.output) == manifest(CommandSettings(), URL)


@pytest.mark.parametrize(
    "url",
    [
        "http://rapporteur.example.org/slack/events",
        "https://rapporteur.example.org",
        "https://rapporteur.example.org/slack/events/",
        "https://rapporteur.example.org/slack/events?a=b",
        "https:///slack/events",
        "https://rapporteur.example.org:nought/slack/events",
        "rapporteur.example.org/slack/events",
        "",
    ],
)
def test_an_address_that_slack_could_not_use_is_refused(url: str) -> None:
    told = CliRunner().invoke(app, ["manifest", "--url", url])
    assert told.exit_code == 2
    assert "https address that ends in /slack/events" in told.output


def test_every_event_that_is_asked_for_is_listened_to() -> None:
    register = (ROOT / "handlers" / "register.py").read_text("utf-8")
    assert {event.partition(".")[0] for event in EVENTS} == set(
        re.findall(r'app\.event\("([a-z_]+)"\)', register)
    )


def test_every_scope_stands_once() -> None:
    assert len(set(BOT_SCOPES)) == len(BOT_SCOPES)
