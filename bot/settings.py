"""Settings, from the environment. Bolt's names where they exist, the rest begin with RAPPORTEUR_."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from domain.delivery import FIRST_LOOK, LEASE, POST_TIMEOUT, SECOND_LOOK
from domain.language import Language
from domain.timings import Timings

SLACK_API = "https://slack.com/api/"

BOT_TOKEN, APP_TOKEN = "xoxb-", "xapp-"
"""What the tokens begin with."""

TIMING_MAX = 3600.0
"""Seconds. A digest that waits longer than this after a crash is late for no good reason."""


_TOKENS = {
    "bot_token": ("SLACK_BOT_TOKEN", "bot's", BOT_TOKEN),
    "app_token": ("SLACK_APP_TOKEN", "app-level", APP_TOKEN),
}
"""By field: the variable, whose token it takes, and how such a one begins."""


class _Environment(BaseSettings):
    """Read by the aliases alone: an `API_URL` of somebody else's must not get our token."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True, extra="ignore")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings passes every source by name
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the same
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the same
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What the code passes by field names, then the environment by aliases."""
        environment = EnvSettingsSource(settings_cls)
        environment.config = SettingsConfigDict(**{**settings_cls.model_config, "populate_by_name": False})
        return init_settings, environment


class DatabaseSettings(_Environment):
    """Where the record is kept: all that is needed to migrate it."""

    database_url: str = Field(default="sqlite:///rapporteur.db", validation_alias="DATABASE_URL")


class DeliverySettings(DatabaseSettings):
    """What looking after deliveries needs: the record, and the clock by which it was written."""

    clock_file: Path | None = Field(default=None, validation_alias="RAPPORTEUR_CLOCK_FILE")


class CommandSettings(_Environment):
    """The names of the slash commands: all that is needed to describe the app to Slack."""

    command: str = Field(default="/wg", pattern=r"^/[a-z0-9_-]{1,31}$", validation_alias="RAPPORTEUR_COMMAND")
    command_es: str = Field(
        default="/gt", pattern=r"^/[a-z0-9_-]{1,31}$", validation_alias="RAPPORTEUR_COMMAND_ES"
    )

    @property
    def commands(self) -> dict[Language, str]:
        """The slash command of each language."""
        return {Language.ENGLISH: self.command, Language.SPANISH: self.command_es}


class ApiSettings(_Environment):
    """Where Slack's Web API is."""

    api_url: str = Field(default=SLACK_API, validation_alias="SLACK_API_URL")

    @field_validator("api_url")
    @classmethod
    def _ends_with_slash(cls, url: str) -> str:
        """slack_sdk joins method names to it."""
        return url if url.endswith("/") else url + "/"


class CheckSettings(ApiSettings):
    """What is checked before the bot is started: anything may be missing, and the check says so."""

    bot_token: SecretStr = Field(default=SecretStr(""), validation_alias="SLACK_BOT_TOKEN")
    app_token: SecretStr = Field(default=SecretStr(""), validation_alias="SLACK_APP_TOKEN")
    signing_secret: SecretStr = Field(default=SecretStr(""), validation_alias="SLACK_SIGNING_SECRET")


class Settings(DeliverySettings, CommandSettings, ApiSettings):
    """What the process is told. Unknown variables are left alone; a wrong value stops the start."""

    bot_token: SecretStr = Field(validation_alias="SLACK_BOT_TOKEN")
    app_token: SecretStr | None = Field(default=None, validation_alias="SLACK_APP_TOKEN")
    """With it requests come over Socket Mode, without it over HTTP."""
    signing_secret: SecretStr = Field(default=SecretStr(""), validation_alias="SLACK_SIGNING_SECRET")
    host: str = Field(default="127.0.0.1", validation_alias="HOST")
    port: int = Field(default=3000, ge=0, le=65535, validation_alias="PORT")
    metrics: bool = Field(default=False, validation_alias="RAPPORTEUR_METRICS")
    """Serve figures for Prometheus at `/metrics` of HOST and PORT, where Slack's requests come too."""
    tick_seconds: float = Field(default=1.0, gt=0, le=60, validation_alias="RAPPORTEUR_TICK_SECONDS")
    """What waits to be posted waits half of it on average (docs/decisions/0034)."""
    lease_seconds: float = Field(
        default=LEASE.total_seconds(), gt=0, le=TIMING_MAX, validation_alias="RAPPORTEUR_LEASE_SECONDS"
    )
    """How long a delivery waits for its process before another one takes it: seconds after a crash."""
    post_timeout_seconds: float = Field(
        default=POST_TIMEOUT.total_seconds(),
        gt=0,
        le=TIMING_MAX,
        validation_alias="RAPPORTEUR_POST_TIMEOUT_SECONDS",
    )
    """How long Slack may take to answer a post; shorter than the lease."""
    first_look_seconds: float = Field(
        default=FIRST_LOOK.total_seconds(),
        ge=0,
        le=TIMING_MAX,
        validation_alias="RAPPORTEUR_FIRST_LOOK_SECONDS",
    )
    second_look_seconds: float = Field(
        default=SECOND_LOOK.total_seconds(),
        ge=0,
        le=TIMING_MAX,
        validation_alias="RAPPORTEUR_SECOND_LOOK_SECONDS",
    )
    """When the channel's history is asked for a message in doubt, from its sending on: it may lag.

    Shorter than Slack's own delays, these let a message stand twice until it is removed; tests shorten them.
    """

    @field_validator("app_token", mode="before")
    @classmethod
    def _is_set(cls, token: object) -> object:
        """An empty variable is one that is not set."""
        return None if token == "" else token

    @field_validator("bot_token", "app_token")
    @classmethod
    def _is_its_kind(cls, token: SecretStr | None, field: ValidationInfo) -> SecretStr | None:
        """Slack refuses each in the other's place, and only once it is asked."""
        name, kind, start = _TOKENS[str(field.field_name)]
        if token is not None and not token.get_secret_value().startswith(start):
            raise ValueError(f"{name} is no {kind} token: it does not begin with {start}")
        return token

    @field_validator("signing_secret")
    @classmethod
    def _requests_can_be_trusted(cls, secret: SecretStr, others: ValidationInfo) -> SecretStr:
        """Over HTTP every request's signature is checked. Said beside whatever else is missing."""
        over_http = others.data.get("app_token", secret) is None
        if over_http and not secret.get_secret_value().strip():
            raise ValueError("SLACK_SIGNING_SECRET is missing (or SLACK_APP_TOKEN, for Socket Mode)")
        return secret

    @model_validator(mode="after")
    def _timings_agree(self) -> Self:
        """Timings says what is wrong with them together."""
        self.timings  # noqa: B018 - made here to be refused here
        return self

    @property
    def timings(self) -> Timings:
        """How long delivering waits for what. Raises ValueError when the lengths contradict each other.

        A turn in the channel is waited for under the lease only where a post still fits in after it.
        """
        lease = timedelta(seconds=self.lease_seconds)
        post_timeout = timedelta(seconds=self.post_timeout_seconds)
        return Timings(
            lease=lease,
            post_timeout=post_timeout,
            first_look=timedelta(seconds=self.first_look_seconds),
            second_look=timedelta(seconds=self.second_look_seconds),
            longest_pause=min(Timings().longest_pause, (lease - post_timeout) / 2),
        )
