"""Which release is installed."""

from __future__ import annotations

import tomllib
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def test_the_command_line_says_which_release_it_is() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.exit_code == 0
    assert result.output == f"{tomllib.loads(PROJECT.read_text('utf-8'))['project']['version']}\n"
