"""What is wrong with the settings is a sentence that names the variable and what it takes."""

from __future__ import annotations

import os

import pytest
from pydantic import ValidationError

from bot import settings as all_settings
from bot.expected import EXPECTED, SECRET, wrong_settings
from bot.settings import Settings

REQUIRED = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "secret"}


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        monkeypatch.delenv(name)


def told(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError) as caught:
        Settings()  # type: ignore[call-arg]  # pydantic-settings fills them from the environment
    return wrong_settings(caught.value)


def test_every_variable_says_what_it_takes() -> None:
    classes = [each for each in vars(all_settings).values() if isinstance(each, type)]
    fields = [field for each in classes for field in getattr(each, "model_fields", {}).values()]
    assert {str(field.validation_alias) for field in fields} == EXPECTED.keys()


def test_what_is_missing_is_named_with_what_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch) == (
        "SLACK_BOT_TOKEN is missing: it takes the bot's token of the installed app, which begins with xoxb-. "
        "SLACK_SIGNING_SECRET is missing (or SLACK_APP_TOKEN, for Socket Mode)."
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "many", "PORT cannot be “many”: it takes a number from 0 to 65535."),
        ("PORT", "70000", "PORT cannot be “70000”: it takes a number from 0 to 65535."),
        (
            "RAPPORTEUR_METRICS",
            "maybe",
            "RAPPORTEUR_METRICS cannot be “maybe”: it takes 1 for yes or 0 for no.",
        ),
        (
            "SLACK_BOT_TOKEN",
            "xoxp-a-person-s",
            "SLACK_BOT_TOKEN is no bot's token: it does not begin with xoxb-.",
        ),
        (
            "SLACK_APP_TOKEN",
            "xoxb-a-bot-s",
            "SLACK_APP_TOKEN is no app-level token: it does not begin with xapp-.",
        ),
        (
            "RAPPORTEUR_COMMAND",
            "wg",
            f"RAPPORTEUR_COMMAND cannot be “wg”: it takes {EXPECTED['RAPPORTEUR_COMMAND']}.",
        ),
        (
            "RAPPORTEUR_TICK_SECONDS",
            "often",
            "RAPPORTEUR_TICK_SECONDS cannot be “often”: it takes seconds, more than 0 and at most 60.",
        ),
        (
            "RAPPORTEUR_LEASE_SECONDS",
            "5",
            "The lease must outlast the post's timeout.",
        ),
        (
            "SLACK_SIGNING_SECRET",
            "",
            "SLACK_SIGNING_SECRET is missing (or SLACK_APP_TOKEN, for Socket Mode).",
        ),
    ],
)
def test_what_is_wrong_is_named_with_what_it_takes(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    assert told(monkeypatch, **(REQUIRED | {name: value})) == sentence


def test_several_are_told_together_and_no_long_value_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    text = told(monkeypatch, **(REQUIRED | {"PORT": "x" * 500, "RAPPORTEUR_COMMAND_ES": "gt"}))
    assert text.count(" cannot be ") == 2
    assert "x" * 61 not in text


def test_secrets_are_settings() -> None:
    assert EXPECTED.keys() > SECRET
