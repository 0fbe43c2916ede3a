"""Logs: one JSON object a line on standard error."""

from __future__ import annotations

import ast
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import structlog

from bot import log_events
from bot.logs import configure_logs
from handlers.desk import log_events as desk_events

ROOT = Path(__file__).parents[3]


@contextmanager
def configured(least: int = logging.INFO) -> Iterator[None]:
    """Logs as the process configures them; pytest's own handlers stand aside."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    root.handlers.clear()
    try:
        configure_logs(least)
        yield
    finally:
        structlog.reset_defaults()
        root.handlers[:] = handlers
        root.setLevel(level)


def test_an_event_is_one_json_object_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with configured():
        structlog.get_logger().warning(log_events.REQUEST_REFUSED, reason="ñandú\nsecond line", size=3)
    printed = capsys.readouterr()
    assert printed.out == ""
    (line,) = printed.err.splitlines()
    told = json.loads(line)
    stamp = told.pop("timestamp")
    assert stamp.endswith("Z")
    assert told == {
        "event": log_events.REQUEST_REFUSED,
        "level": "warning",
        "reason": "ñandú\nsecond line",
        "size": 3,
    }
    assert "ñandú" in line


@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2028", "\ud800", "\U000e0001"])
def test_a_terminal_obeys_no_line(character: str, capsys: pytest.CaptureFixture[str]) -> None:
    with configured():
        structlog.get_logger().warning(log_events.REQUEST_REFUSED, reason=f"a{character}b")
        logging.getLogger("library").warning("told a%sb", character)
    ours, of_a_library = capsys.readouterr().err.split("\n")[:2]
    assert ours.isprintable()
    assert json.loads(ours)["reason"] == f"a{character}b"
    assert of_a_library in {"library WARNING told ab", "library WARNING told a b"}


def test_a_demonstration_is_told_of_trouble_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with configured(logging.WARNING):
        structlog.get_logger().info(log_events.LISTENING, port=1)
        structlog.get_logger().warning(log_events.REQUEST_REFUSED)
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["event"] == log_events.REQUEST_REFUSED


def test_debugging_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    with configured():
        structlog.get_logger().debug("detail")
    assert capsys.readouterr().err == ""


def test_libraries_tell_warnings_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with configured():
        library = logging.getLogger("library")
        library.info("a request body")
        library.warning("trouble")
    assert capsys.readouterr().err == "library WARNING trouble\n"


@pytest.mark.parametrize("module", [log_events, desk_events], ids=["bot", "desk"])
def test_events_are_names_of_one_shape_each_once(module: object) -> None:
    names = [value for name, value in vars(module).items() if name.isupper()]
    assert names
    assert len(set(names)) == len(names)
    assert all(
        part.replace("_", "").isalpha() and part.islower() for name in names for part in name.split(".")
    )


def logged(path: Path) -> list[str]:
    """How the event is named, in every call of a logger in the file."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    loggers = re.compile(r"(?:.*\b_log|structlog\.get_logger\(\))\.(?:debug|info|warning|error|exception)")
    return [ast.unparse(call.args[0]) for call in calls if loggers.fullmatch(ast.unparse(call.func))]


@pytest.mark.parametrize("room", ["bot", "handlers"])
def test_every_event_that_is_logged_is_one_of_the_names(room: str) -> None:
    """Or a variable, which holds one of two of them."""
    paths = [path for path in (ROOT / room).rglob("*.py") if "sandbox" not in path.parts]
    events = [event for path in paths for event in logged(path)]
    assert events
    assert [event for event in events if not re.fullmatch(r"event|log_events\.[A-Z_]+", event)] == []
