"""`python -m bot`: the command line, where no console script is installed."""

from __future__ import annotations

from bot.cli import app

if __name__ == "__main__":
    app(prog_name="rapporteur")
