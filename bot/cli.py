"""The command line: every command, thin. A failure is one sentence and exit code 1."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn, TextIO

import typer
import yaml
from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout
from pydantic import ValidationError

from bot.authorization import InstallationError
from bot.checking.asking import Slack
from bot.checking.blocks import Payload, golden_payloads
from bot.checking.checks import checks, summary
from bot.checking.findings import Finding, Verdict
from bot.demo.running import demo_settings, demonstrating
from bot.http import EVENTS_PATH, is_request_url
from bot.logs import configure_logs
from bot.manifest import manifest as app_manifest
from bot.process import running, until_stopped
from bot.settings import CheckSettings, CommandSettings, DatabaseSettings, Settings
from bot.told import visibly
from domain.ports import StoreUnavailable
from storage.errors import OpeningError
from storage.opening import migrate as migrate_database
from storage.schema import Upgrade

DEMO_PORT = 8765
_MIGRATED = {
    Upgrade.CREATED: "The tables were created: the database is ready.",
    Upgrade.UPGRADED: "The tables were brought to this release.",
    Upgrade.NOTHING: "The tables are of this release already: nothing was to be done.",
}
CHECK_SECONDS = 30.0
"""For one answer of Slack's to `check-slack`."""

app = typer.Typer(no_args_is_help=True, add_completion=False)


_WRONGLY_ASKED = 2
"""Exit code of a command line that says what cannot be, as typer's own."""


@app.callback()
def rapporteur() -> None:
    """The secretary of a working group, inside Slack."""


@app.command()
def serve() -> None:
    """Run the bot with the settings of the environment."""
    configure_logs()
    with _failures_in_a_sentence():
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
    with (
        _failures_in_a_sentence(),
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
        _fail(f"--url takes an https address that ends in {EVENTS_PATH}, not {url}", _WRONGLY_ASKED)
    with _failures_in_a_sentence():
        described = app_manifest(CommandSettings(), url)
    _say(json.dumps(described, indent=2, ensure_ascii=False) if as_json else _yaml(described))


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
    with _failures_in_a_sentence():
        found = asyncio.run(_checked(CheckSettings(), golden_payloads() if blocks else ()))
    if any(finding.verdict is Verdict.FAILED for finding in found):
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the tables of DATABASE_URL to this release."""
    configure_logs()
    with _failures_in_a_sentence():
        done = migrate_database(DatabaseSettings().database_url)
    _say(_MIGRATED[done])


async def _serve(settings: Settings) -> None:
    async with running(settings) as bot:
        _say(f"Rapporteur listens on {bot.url}")
        await until_stopped()


async def _demo(settings: Settings, port: int) -> None:
    async with demonstrating(settings, port) as url:
        _say(f"Open {url} in a browser. Ctrl-C stops.")
        await until_stopped()


async def _checked(settings: CheckSettings, payloads: Sequence[Payload]) -> list[Finding]:
    """What was found, each said as soon as it is known."""
    found: list[Finding] = []
    async with ClientSession(timeout=ClientTimeout(total=CHECK_SECONDS)) as session:
        slack = Slack(session, settings.api_url, _waiting)
        async for finding in checks(settings, slack, payloads):
            found.append(finding)
            _say(finding.line)
    _say(summary(found).line)
    return found


async def _waiting(seconds: float) -> None:
    _say(f"      Slack asks to wait {seconds:.0f} s.")
    await asyncio.sleep(seconds)


def _yaml(described: dict[str, Any]) -> str:
    return yaml.safe_dump(described, sort_keys=False, allow_unicode=True, width=120).rstrip()


def _settings() -> Settings:
    return Settings()  # type: ignore[call-arg]  # pydantic-settings fills them from the environment


@contextmanager
def _failures_in_a_sentence() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        _fail(f"The settings are not right. {_wrong(error)}")
    except OpeningError as error:
        _fail(f"The database cannot be opened: {error}")
    except StoreUnavailable as error:
        _fail(f"The database does not answer: {error}")
    except InstallationError as error:
        _fail(str(error))
    except (ClientError, TimeoutError) as error:
        _fail(f"Slack cannot be reached: {_of_the_network(error)}")
    except OSError as error:
        _fail(_of_the_system(error))


def _wrong(error: ValidationError) -> str:
    """Every setting that is wrong by its name; what several contradict each other in has none."""
    problems = (
        (".".join(map(str, problem["loc"])), problem["msg"].removeprefix("Value error, "))
        for problem in error.errors()
    )
    return "; ".join(f"{place}: {message}" if place else message for place, message in problems)


def _of_the_network(error: Exception) -> str:
    """Where nobody answered, the host and why; of an answer its kind alone: it may hold anything."""
    return str(error) if isinstance(error, ClientConnectorError) else type(error).__name__


def _of_the_system(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "The port is in use by another process: choose another with PORT or --port."
    place = f" {error.filename}" if error.filename is not None else ""
    return f"The system refused{place}: {error.strerror or error}."


def _say(sentence: str) -> None:
    _write(sys.stdout, sentence)


def _fail(sentence: str, code: int = 1) -> NoReturn:
    """What a database or a library said is one line, and a terminal obeys none of it."""
    _write(sys.stderr, visibly(sentence))
    raise typer.Exit(code)


def _write(out: TextIO, line: str) -> None:
    """What the terminal's encoding does not know is written as its number."""
    out.write(line.encode(out.encoding, "backslashreplace").decode(out.encoding) + "\n")
    out.flush()
