"""Logs: one JSON object a line, names of events from `log_events`, never texts of people."""

from __future__ import annotations

import json
import logging
import sys
from types import TracebackType
from typing import Any, TypeAlias

import structlog

from bot.told import visibly
from handlers.desk.places import place_of

_ExceptionInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class DiscreetFormatter(logging.Formatter):
    """For the lines of libraries: the first line of each, and of an exception its type and place alone.

    What an exception says may repeat what somebody typed, and asyncio prints it below its first line.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name logging calls it by
        """The line without what follows in it, and without what a terminal would obey."""
        return visibly(super().formatMessage(record).partition("\n")[0])

    def formatException(self, ei: _ExceptionInfo) -> str:  # noqa: N802 - the same
        """Type and place."""
        return "" if ei[1] is None else f"{type(ei[1]).__name__} {place_of(ei[1])}"


def configure_logs(least: int = logging.INFO) -> None:
    """Write structured logs of level `least` and above to standard error. Called once, by the commands."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(DiscreetFormatter("%(name)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(_json, ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def _json(event: object, **options: Any) -> str:  # noqa: ANN401 - whatever json.dumps takes
    """JSON escapes some control characters only; a terminal obeys others too."""
    line = json.dumps(event, **options)
    return line if line.isprintable() else "".join(map(_visible, line))


def _visible(character: str) -> str:
    """Else as JSON writes a character by its number: as one unit of UTF-16, or two."""
    return character if character.isprintable() else json.dumps(character).strip('"')
