"""Settings come from the environment, under their published names alone."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.demo.running import demo_settings
from bot.settings import SLACK_API, CommandSettings, DatabaseSettings, Settings
from domain.language import Language
from domain.timings import Timings

REQUIRED = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "secret"}


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        monkeypatch.delenv(name)


def read(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    for name, value in (REQUIRED | variables).items():
        monkeypatch.setenv(name, value)
    return Settings()  # type: ignore[call-arg]  # pydantic-settings fills them from the environment


def test_what_is_not_said_has_the_defaults_of_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch)
    assert (settings.api_url, settings.host, settings.port) == (SLACK_API, "127.0.0.1", 3000)
    assert settings.database_url == "sqlite:///rapporteur.db"
    assert settings.commands == {Language.ENGLISH: "/wg", Language.SPANISH: "/gt"}
    assert settings.app_token is None
    assert settings.clock_file is None
    assert settings.timings == Timings()


def test_each_setting_is_read_under_its_own_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = read(
        monkeypatch,
        SLACK_APP_TOKEN="xapp-1",
        SLACK_API_URL="https://slack.example.org/api/",
        DATABASE_URL="postgresql://db.example.org/group",
        HOST="0.0.0.0",  # noqa: S104 - read, not listened on
        PORT="8080",
        RAPPORTEUR_COMMAND="/ev",
        RAPPORTEUR_COMMAND_ES="/ve",
        RAPPORTEUR_TICK_SECONDS="2.5",
        RAPPORTEUR_CLOCK_FILE=str(tmp_path / "clock"),
        RAPPORTEUR_LEASE_SECONDS="50",
        RAPPORTEUR_POST_TIMEOUT_SECONDS="10",
        RAPPORTEUR_FIRST_LOOK_SECONDS="1",
        RAPPORTEUR_SECOND_LOOK_SECONDS="2",
    )
    assert settings.app_token is not None
    assert settings.app_token.get_secret_value() == "xapp-1"
    assert settings.api_url == "https://slack.example.org/api/"
    assert settings.database_url == "postgresql://db.example.org/group"
    assert (settings.host, settings.port) == ("0.0.0.0", 8080)  # noqa: S104 - read, not listened on
    assert settings.commands == {Language.ENGLISH: "/ev", Language.SPANISH: "/ve"}
    assert (settings.tick_seconds, settings.clock_file) == (2.5, tmp_path / "clock")
    timings = settings.timings
    assert (timings.lease, timings.post_timeout) == (timedelta(seconds=50), timedelta(seconds=10))
    assert (timings.first_look, timings.second_look) == (timedelta(seconds=1), timedelta(seconds=2))


def test_the_names_that_the_code_uses_are_nobodys_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """`API_URL` and `COMMAND` are common names: the first would send our token to somebody else."""
    plain = read(monkeypatch)
    foreign = {
        "API_URL": "https://elsewhere.example.org/",
        "COMMAND": "npm start",
        "CLOCK_FILE": "/etc/clock",
        "BOT_TOKEN": "theirs",
        "SIGNING_SECRET": "theirs",
        "TICK_SECONDS": "0",
    }
    assert read(monkeypatch, **foreign) == plain


def test_what_the_code_passes_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://production.example.org/group")
    assert DatabaseSettings(database_url="sqlite:///here.db").database_url == "sqlite:///here.db"


def test_the_demonstration_takes_nothing_of_a_real_workspace_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = {
        "SLACK_BOT_TOKEN": "xoxb-real",
        "SLACK_APP_TOKEN": "xapp-real",
        "SLACK_SIGNING_SECRET": "real",
        "DATABASE_URL": "postgresql://production.example.org/group",
        "PORT": "3000",
    }
    for name, value in real.items():
        monkeypatch.setenv(name, value)
    settings, other = demo_settings(tmp_path), demo_settings(tmp_path)
    assert len({"xoxb-real", *(each.bot_token.get_secret_value() for each in (settings, other))}) == 3
    assert settings.app_token is None
    assert len({"real", *(each.signing_secret.get_secret_value() for each in (settings, other))}) == 3
    assert settings.database_url == f"sqlite:///{tmp_path}/rapporteur.db"
    assert settings.port == 0


@pytest.mark.parametrize("given", ["https://slack.example.org/api", "https://slack.example.org/api/"])
def test_the_address_of_the_api_ends_with_one_slash(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    assert read(monkeypatch, SLACK_API_URL=given).api_url == "https://slack.example.org/api/"


WRONG = [
    ("PORT", "65536"),
    ("PORT", "-1"),
    ("PORT", "http"),
    ("RAPPORTEUR_COMMAND", "wg"),
    ("RAPPORTEUR_COMMAND", "/WG"),
    ("RAPPORTEUR_COMMAND", "/two words"),
    ("RAPPORTEUR_COMMAND", "/" + "w" * 32),
    ("RAPPORTEUR_COMMAND_ES", "/"),
    ("RAPPORTEUR_TICK_SECONDS", "0"),
    ("RAPPORTEUR_TICK_SECONDS", "61"),
    ("RAPPORTEUR_LEASE_SECONDS", "0"),
    ("RAPPORTEUR_LEASE_SECONDS", "3601"),
    ("RAPPORTEUR_POST_TIMEOUT_SECONDS", "never"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_refused_by_its_published_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        read(monkeypatch, **{name: value})
    assert [problem["loc"] for problem in caught.value.errors()] == [(name,)]


@pytest.mark.parametrize(
    "variables",
    [
        {"RAPPORTEUR_LEASE_SECONDS": "20"},
        {"RAPPORTEUR_POST_TIMEOUT_SECONDS": "60"},
        {"RAPPORTEUR_FIRST_LOOK_SECONDS": "61"},
        {"RAPPORTEUR_SECOND_LOOK_SECONDS": "9"},
    ],
)
def test_lengths_that_contradict_each_other_are_refused(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    with pytest.raises(ValidationError, match=r"the lease must outlast|the first look comes before"):
        read(monkeypatch, **variables)


@pytest.mark.parametrize("secret", ["", " ", "\n"])
def test_over_http_a_signing_secret_is_needed(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    with pytest.raises(ValidationError, match="SLACK_SIGNING_SECRET is missing"):
        read(monkeypatch, SLACK_SIGNING_SECRET=secret)


def test_over_socket_mode_no_signing_secret_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, SLACK_SIGNING_SECRET="", SLACK_APP_TOKEN="xapp-1").app_token is not None


def test_an_empty_app_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, SLACK_APP_TOKEN="").app_token is None


def test_without_a_token_nothing_starts() -> None:
    with pytest.raises(ValidationError, match="SLACK_BOT_TOKEN"):
        Settings(signing_secret="secret")  # type: ignore[call-arg,arg-type]  # as the environment would


def test_migrating_and_describing_need_no_token() -> None:
    assert DatabaseSettings().database_url == "sqlite:///rapporteur.db"
    assert CommandSettings().commands[Language.SPANISH] == "/gt"


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, SLACK_APP_TOKEN="xapp-1")
    shown = f"{settings!r} {settings} {settings.model_dump()}"
    assert not any(secret in shown for secret in ("xoxb-1", "xapp-1", "'secret'"))


def test_settings_do_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch)
    with pytest.raises(ValidationError):
        settings.port = 1
