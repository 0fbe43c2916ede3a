"""What is wrong with the settings, in sentences: each names its variable and what that takes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_LENGTH = "seconds, more than 0 and at most 3600"
_DELAY = "seconds, from 0 to 3600"
_COMMAND = "a slash and behind it up to 31 small letters, digits, - or _"

EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "DATABASE_URL": "sqlite:///FILE or postgresql://USER@HOST/DATABASE",
        "HOST": "the address to listen on, such as 127.0.0.1",
        "PORT": "a number from 0 to 65535",
        "RAPPORTEUR_CLOCK_FILE": "the path of a file",
        "RAPPORTEUR_COMMAND": _COMMAND,
        "RAPPORTEUR_COMMAND_ES": _COMMAND,
        "RAPPORTEUR_FIRST_LOOK_SECONDS": _DELAY,
        "RAPPORTEUR_LEASE_SECONDS": _LENGTH,
        "RAPPORTEUR_METRICS": "1 for yes or 0 for no",
        "RAPPORTEUR_POST_TIMEOUT_SECONDS": _LENGTH,
        "RAPPORTEUR_SECOND_LOOK_SECONDS": _DELAY,
        "RAPPORTEUR_TICK_SECONDS": "seconds, more than 0 and at most 60",
        "SLACK_API_URL": "the address of Slack's Web API, https://slack.com/api/ unless told otherwise",
        "SLACK_APP_TOKEN": "the app's token for Socket Mode, which begins with xapp-",
        "SLACK_BOT_TOKEN": "the bot's token of the installed app, which begins with xoxb-",
        "SLACK_SIGNING_SECRET": "the app's signing secret",
    }
)
"""By environment variable, what is expected of it."""

SECRET = frozenset({"DATABASE_URL", "SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"})
"""Whose values are never repeated: an address may hold a password."""

SHOWN_MAX = 60
"""Characters of a wrong value that are repeated."""


def wrong_settings(error: ValidationError) -> str:
    """Every setting that is missing or wrong; what several contradict each other in has its own words."""
    return " ".join(_sentence(problem) for problem in error.errors())


def _sentence(problem: ErrorDetails) -> str:
    name = ".".join(map(str, problem["loc"]))
    if not name or problem["type"] == "value_error":
        message = problem["msg"].removeprefix("Value error, ")
        return f"{message[:1].upper()}{message[1:]}."
    takes = f"it takes {EXPECTED[name]}" if name in EXPECTED else problem["msg"]
    if problem["type"] == "missing":
        return f"{name} is missing: {takes}."
    if name in SECRET:
        return f"{name} cannot be read: {takes}."
    return f"{name} cannot be “{str(problem['input'])[:SHOWN_MAX]}”: {takes}."
