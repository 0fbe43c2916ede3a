"""Settings, from the environment. Bolt's names where they exist, the rest begin with RAPPORTEUR_."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.language import Language

SLACK_API = "https://slack.com/api/"


class Settings(BaseSettings):
    """What the process is told. Unknown variables are left alone; a wrong value stops the start."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True, extra="ignore")

    bot_token: SecretStr = Field(validation_alias="SLACK_BOT_TOKEN")
    signing_secret: SecretStr = Field(validation_alias="SLACK_SIGNING_SECRET")
    api_url: str = Field(default=SLACK_API, validation_alias="SLACK_API_URL")
    database_url: str = Field(default="sqlite:///rapporteur.db", validation_alias="DATABASE_URL")
    host: str = Field(default="127.0.0.1", validation_alias="HOST")
    port: int = Field(default=3000, ge=0, le=65535, validation_alias="PORT")
    command: str = Field(default="/wg", pattern=r"^/[a-z0-9_-]{1,31}$", validation_alias="RAPPORTEUR_COMMAND")
    command_es: str = Field(
        default="/gt", pattern=r"^/[a-z0-9_-]{1,31}$", validation_alias="RAPPORTEUR_COMMAND_ES"
    )
    tick_seconds: float = Field(default=5.0, gt=0, le=60, validation_alias="RAPPORTEUR_TICK_SECONDS")
    clock_file: Path | None = Field(default=None, validation_alias="RAPPORTEUR_CLOCK_FILE")

    @field_validator("api_url")
    @classmethod
    def _ends_with_slash(cls, url: str) -> str:
        """slack_sdk joins method names to it."""
        return url if url.endswith("/") else url + "/"

    @property
    def commands(self) -> dict[Language, str]:
        """The slash command of each language."""
        return {Language.ENGLISH: self.command, Language.SPANISH: self.command_es}
