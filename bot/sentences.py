"""What the command line says: sentences to people, and every failure as one."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, TextIO

import typer
from aiohttp import ClientConnectorError, ClientError, ClientHttpProxyError
from pydantic import ValidationError

from bot.authorization import InstallationError
from bot.expected import wrong_settings
from bot.told import visibly
from domain.ports import StoreUnavailable
from storage.errors import OpeningError

WRONGLY_ASKED = 2
"""Exit code of a command line that says what cannot be, as typer's own."""


@contextmanager
def failures_in_a_sentence(port: str = "PORT") -> Iterator[None]:
    """What goes wrong inside ends the command with a sentence and exit code 1.

    `port` is how another port is chosen for the command.
    """
    try:
        yield
    except ValidationError as error:
        fail(f"The settings are not right. {wrong_settings(error)}")
    except OpeningError as error:
        fail(f"The database cannot be opened: {error}")
    except StoreUnavailable as error:
        fail(f"The database does not answer: {error}")
    except InstallationError as error:
        fail(str(error))
    except (ClientError, TimeoutError) as error:
        fail(f"Slack cannot be reached: {_of_the_network(error)}")
    except OSError as error:
        fail(_of_the_system(error, port))


def _of_the_network(error: Exception) -> str:
    """Where nobody answered, the host and why; of an answer its kind alone: it may hold anything."""
    if isinstance(error, ClientHttpProxyError):
        return f"the proxy of HTTPS_PROXY answers {error.status}."
    return str(error) if isinstance(error, ClientConnectorError) else type(error).__name__


def _of_the_system(error: OSError, port: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"The port is in use by another process: choose another with {port}."
    place = f" {error.filename}" if error.filename is not None else ""
    return f"The system refused{place}: {error.strerror or error}."


def say(sentence: str) -> None:
    """To the standard output, at once."""
    _write(sys.stdout, sentence)


def fail(sentence: str, code: int = 1) -> NoReturn:
    """What a database or a library said is one line, and a terminal obeys none of it."""
    _write(sys.stderr, visibly(sentence))
    raise typer.Exit(code)


def _write(out: TextIO, line: str) -> None:
    """What the terminal's encoding does not know is written as its number."""
    out.write(line.encode(out.encoding, "backslashreplace").decode(out.encoding) + "\n")
    out.flush()
