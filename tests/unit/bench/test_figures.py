"""Medians, ratios, and the tables they stand in."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.bench.document import BEGIN, END, replaced, report
from tests.bench.figures import Figures, Memory, Round, Row, Start, rows_of
from tests.bench.machine import Machine, processor
from tests.bench.stored import check
from tests.bench.typed import Verb
from tests.bench.wrk import Load, LoadError


def load(per_second: float) -> Load:
    """Slower where fewer are answered."""
    return Load(per_second, p50_ms=1000 / per_second, p99_ms=4000 / per_second)


def measured(limit: float, note: float, status: float) -> Round:
    return Round(load(limit), {Verb.NOTE: load(note), Verb.STATUS: load(status), Verb.MIXED: load(status)})


ROUNDS = (measured(4000, 2000, 3000), measured(1000, 100, 900), measured(2000, 1600, 1000))
MACHINE = Machine(
    day=date(2027, 3, 3),
    cores=2,
    processor="A processor",
    memory_gib=23.4,
    system="A system, Linux 6",
    versions={"Python": "3.11", "SQLite": "3.40"},
)


def test_a_ratio_is_the_median_of_the_rounds_ratios_not_the_ratio_of_medians() -> None:
    limit, note, status, mixed = rows_of("SQLite", 16, ROUNDS)
    assert (limit.load.per_second, limit.ratio) == (2000, None)
    assert (note.load.per_second, note.ratio) == (1600, 0.5)
    assert (status.load.per_second, status.ratio) == (1000, 0.75)
    assert (mixed.verb, mixed.ratio) == (Verb.MIXED, 0.75)


def test_what_is_below_what_is_wanted_is_marked() -> None:
    assert Row("SQLite", 1, Verb.NOTE, load(1), 0.4).is_enough
    assert not Row("SQLite", 1, Verb.NOTE, load(1), 0.39).is_enough
    assert not Row("SQLite", 1, Verb.STATUS, load(1), 0.49).is_enough
    assert Row("SQLite", 1, None, load(1)).is_enough
    assert Row("SQLite", 1, Verb.MIXED, load(1), 0.01).is_enough


def test_the_report_says_what_was_measured_and_on_what() -> None:
    rows = (
        Row("SQLite", 16, None, load(4000)),
        Row("SQLite", 16, Verb.NOTE, load(1000), 0.25),
        Row("SQLite", 16, Verb.MIXED, load(2000), 0.5),
    )
    figures = Figures(rows, (Start("SQLite", "new", 1.234),), (Memory("SQLite", 90.6, 120.2),))
    assert report(figures, MACHINE) == (
        "2027-03-03. 2 cores (A processor), 23 GiB of memory, A system, Linux 6. Python 3.11, SQLite 3.40.\n"
        "\n"
        "| engine | groups | request | requests/s | p50 ms | p99 ms | of the limit |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| SQLite | 16 | limit | 4,000 | 0.2 | 1.0 |  |\n"
        "| SQLite | 16 | `/wg note` | 1,000 | 1.0 | 4.0 | 0.25 (too little) |\n"
        "| SQLite | 16 | one `/wg note`, 4 `/wg status` | 2,000 | 0.5 | 2.0 | 0.50 |\n"
        "\n"
        "| engine | database | start to ready s |\n"
        "| --- | --- | --- |\n"
        "| SQLite | new | 1.23 |\n"
        "\n"
        "| engine | RSS after start MiB | RSS after load MiB |\n"
        "| --- | --- | --- |\n"
        "| SQLite | 91 | 120 |\n"
    )


def test_figures_take_the_place_of_those_before_them() -> None:
    document = f"# Before\n\n{BEGIN}\n\nold\n\n{END}\n\nAfter\n"
    once = replaced(document, "new\n")
    assert once == f"# Before\n\n{BEGIN}\n\nnew\n\n{END}\n\nAfter\n"
    assert replaced(once, "new\n") == once


def test_a_document_without_a_place_for_figures_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for figures"):
        replaced(f"{END} {BEGIN}", "new")


def test_a_processor_is_named_by_the_system() -> None:
    assert (
        processor("processor\t: 0\nmodel name\t: A model of one\nmodel name\t: Another\n") == "A model of one"
    )
    assert processor("processor\t: 0\n")


def test_what_was_acknowledged_must_be_stored_and_nothing_twice() -> None:
    check([1, 2], Counter({1: 1, 2: 1, 3: 1}))
    with pytest.raises(LoadError, match="1 notes were acknowledged and are not stored, the first is 2"):
        check([1, 2], Counter({1: 1, 3: 1}))
    with pytest.raises(LoadError, match="1 notes are stored twice, the first is 3"):
        check([1], Counter({1: 1, 3: 2}))
