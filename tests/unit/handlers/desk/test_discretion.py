"""What people write stays out of the log, whatever goes wrong with it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.logs import DiscreetFormatter
from handlers.desk.places import place_of
from handlers.register import Register
from tests.unit.handlers.desk.house import House, command, submission

SECRET = "SECRETO"


def repeating() -> ValueError:
    return ValueError(f"invalid literal for int() with base 10: 'abc {SECRET}'")


async def test_a_store_whose_error_repeats_the_text_is_logged_by_type_and_place(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.store.writing = repeating()
    router = house.router()
    await router.command(command(f"note {SECRET}"))
    house.store.reading = repeating()
    await router.submission(submission("join", "{}", organisation=SECRET))
    logged = "".join(capsys.readouterr())
    assert logged.count("ValueError") == 2
    assert "house.py _trouble:" in logged
    assert SECRET not in logged


async def test_a_listener_that_raises_is_logged_by_type_and_place(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise repeating()
    except ValueError as error:
        await Register(house.services, house.router()).failed(error)
    logged = "".join(capsys.readouterr())
    assert "request.listener_failed" in logged
    assert f"{Path(__file__).name} " in logged
    assert SECRET not in logged


def test_lines_of_libraries_are_cut_to_the_type_and_place_of_an_exception() -> None:
    try:
        raise repeating()
    except ValueError as error:
        record = logging.LogRecord(
            "asyncio",
            logging.ERROR,
            __file__,
            1,
            "Task exception was never retrieved\nfuture: <Task exception=%r>",
            (error,),
            (type(error), error, error.__traceback__),
        )
    line = DiscreetFormatter("%(name)s %(levelname)s %(message)s").format(record)
    assert line.startswith("asyncio ERROR Task exception was never retrieved\nValueError test_discretion.py ")
    assert SECRET not in line


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert place_of(repeating()) == ""
