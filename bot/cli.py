"""The command line: every command, thin. A failure is one sentence and exit code 1."""

from __future__ import annotations

import asyncio
import json
import logging
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml
from aiohttp import ClientSession, ClientTimeout

from bot.checking.asking import Slack
from bot.checking.blocks import Payload, golden_payloads
from bot.checking.checks import checks, summary
from bot.checking.findings import Finding, Verdict
from bot.delivery_commands import deliveries
from bot.demo.running import demo_settings, demonstrating
from bot.heap import settle
from bot.http import EVENTS_PATH, HEALTH_PATH, is_request_url
from bot.logs import configure_logs
from bot.manifest import manifest as app_manifest
from bot.process import running, until_stopped
from bot.proxy import proxy_of_environment, stay_on_this_machine
from bot.sentences import WRONGLY_ASKED, fail, failures_in_a_sentence, say
from bot.settings import CheckSettings, CommandSettings, DatabaseSettings, Settings
from storage.opening import migrate as migrate_database
from storage.opening import place_of
from storage.schema import Upgrade

DEMO_PORT = 8765
_MIGRATED = {
    Upgrade.CREATED: "The tables of {place} were created: the database is ready.",
    Upgrade.UPGRADED: "The tables of {place} were brought to this release.",
    Upgrade.NOTHING: "The tables of {place} are of this release already: nothing was to be done.",
}
CHECK_SECONDS = 30.0
"""For one answer of Slack's to `check-slack`."""

app = typer.Typer(no_args_is_help=True, add_completion=False)
app.add_typer(deliveries, name="deliveries")


def _tell_release(asked: bool) -> None:  # noqa: FBT001 - typer passes it by position
    if asked:
        say(version("rapporteur"))
        raise typer.Exit


@app.callback()
def rapporteur(
    *,
    _release: Annotated[
        bool,
        typer.Option("--version", help="Say which release this is.", is_eager=True, callback=_tell_release),
    ] = False,
) -> None:
    """The secretary of a working group, inside Slack."""


@app.command()
def serve() -> None:
    """Run the bot with the settings of the environment."""
    configure_logs()
    with failures_in_a_sentence():
        asyncio.run(_serve(_settings()))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page is served.", min=0, max=65535)] = DEMO_PORT,
    folder: Annotated[
        Path | None,
        typer.Option(help="Where the database is kept; by default it is thrown away."),
    ] = None,
) -> None:
    """Run the bot beside a local Slack workspace with the sample group, on this machine only."""
    configure_logs(logging.WARNING)
    stay_on_this_machine()
    with (
        failures_in_a_sentence("--port (make demo PORT=…)"),
        tempfile.TemporaryDirectory(prefix="rapporteur-demo-") as temporary,
    ):
        home = folder or Path(temporary)
        home.mkdir(parents=True, exist_ok=True)
        asyncio.run(_demo(demo_settings(home), port))


@app.command()
def manifest(
    url: Annotated[
        str | None,
        typer.Option(help="Where Slack sends requests: https://…/slack/events. Without it: Socket Mode."),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of YAML.")] = False,
) -> None:
    """Print the manifest of the app, to create or update it in Slack."""
    if url is not None and not is_request_url(url):
        fail(f"--url takes an https address that ends in {EVENTS_PATH}, not {url}", WRONGLY_ASKED)
    with failures_in_a_sentence():
        described = app_manifest(CommandSettings(), url)
    say(json.dumps(described, indent=2, ensure_ascii=False) if as_json else _yaml(described))


@app.command("check-slack")
def check_slack(
    *,
    blocks: Annotated[
        bool, typer.Option("--blocks", help="Ask Slack about every message and form of this release.")
    ] = False,
) -> None:
    """Ask Slack whether tokens and scopes are as the bot needs them. Posts nothing.

    The exit code is 0 when everything is, and 1 when anything is not or Slack cannot be asked.
    """
    with failures_in_a_sentence():
        found = asyncio.run(_checked(CheckSettings(), golden_payloads() if blocks else ()))
    if any(finding.verdict is Verdict.FAILED for finding in found):
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the tables of DATABASE_URL to this release."""
    configure_logs()
    with failures_in_a_sentence():
        url = DatabaseSettings().database_url
        done = migrate_database(url)
        place = place_of(url)
    say(_MIGRATED[done].format(place=place))


async def _serve(settings: Settings) -> None:
    async with running(settings) as bot:
        settle()
        say(f"Rapporteur listens on {bot.url}")
        await until_stopped()


async def _demo(settings: Settings, port: int) -> None:
    async with demonstrating(settings, port) as shown:
        settle()
        say(f"Open {shown.page} in a browser. Ctrl-C stops. The bot's own address: {shown.bot}{HEALTH_PATH}")
        await until_stopped()


async def _checked(settings: CheckSettings, payloads: Sequence[Payload]) -> list[Finding]:
    """What was found, each said as soon as it is known."""
    found: list[Finding] = []
    timeout = ClientTimeout(total=CHECK_SECONDS)
    async with ClientSession(timeout=timeout, proxy=proxy_of_environment()) as session:
        slack = Slack(session, settings.api_url, _waiting)
        async for finding in checks(settings, slack, payloads):
            found.append(finding)
            say(finding.line)
    say(summary(found).line)
    return found


async def _waiting(seconds: float) -> None:
    say(f"      Slack asks to wait {seconds:.0f} s.")
    await asyncio.sleep(seconds)


def _yaml(described: dict[str, Any]) -> str:
    return yaml.safe_dump(described, sort_keys=False, allow_unicode=True, width=120).rstrip()


def _settings() -> Settings:
    return Settings()  # type: ignore[call-arg]  # pydantic-settings fills them from the environment
