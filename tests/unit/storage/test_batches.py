"""How jobs that wait together are cut into runs, and rows of several jobs made one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from domain.people import Person
from domain.ports import Ahead, UnitOfWork
from domain.reference import RecordKind
from storage.batches import runs_of
from storage.bulk import RowsError, added, inserted, saved
from storage.intake import Job
from storage.sqlite.connections import migration_engine
from storage.tables.groups import working_group
from storage.tables.items import tally
from storage.tables.receipts import receipt
from tests.contract.samples import NOW, WORKSPACE


def nothing(_: UnitOfWork) -> None:
    """A job that does nothing."""


def job(user: str | None = None, key: str = "") -> Job:
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    if user is None:
        return Job(nothing, future)
    ahead = Ahead(
        person=Person(WORKSPACE, user),
        channel=None,
        group=1,
        key=key or user,
        kind=RecordKind.NOTE,
        text=None,
        since=NOW,
    )
    return Job(nothing, future, ahead)


@pytest.mark.parametrize(
    ("named", "lengths"),
    [
        ([], []),
        ([("A", "1"), ("B", "2"), ("C", "3")], [3]),
        ([("A", "1"), ("B", "2"), ("A", "3"), ("B", "4")], [2, 2]),
        ([("A", "1"), ("B", "1")], [1, 1]),
        ([None, None, ("A", "1"), ("B", "2"), None, ("C", "3")], [1, 1, 2, 1, 1]),
    ],
)
async def test_no_two_of_a_run_have_a_person_or_a_key_in_common(
    named: Sequence[tuple[str, str] | None], lengths: list[int]
) -> None:
    jobs = [job() if one is None else job(*one) for one in named]
    runs = list(runs_of(jobs))
    assert [len(run) for run in runs] == lengths
    assert [one for run in runs for one in run] == jobs


def test_rows_of_one_key_are_summed_or_the_last_one_holds(tmp_path: Path) -> None:
    dialect = migration_engine(tmp_path / "unused.db").dialect
    counts = added(tally, ("group_id", "theme"), ("item_count",))
    rows = [{"group_id": 1, "theme": "a", "item_count": count} for count in (1, 1, -1)]
    assert counts.parameter(rows, dialect) == '[{"group_id":1,"theme":"a","item_count":1}]'
    numbers = saved(working_group, ("id",), ("last_note",))
    assert numbers.parameter([{"id": 1, "last_note": 4}, {"id": 1, "last_note": 5}], dialect) == (
        '[{"id":1,"last_note":5}]'
    )


def receipt_of(key: str) -> dict[str, object]:
    return {"workspace": "W", "key": key, "subject": "N-1", "facts": {}, "stored_at": NOW}


@pytest.mark.parametrize("unfit", ["\0", "\\\0", "\ud83d", "🔌\udd0c"])
def test_what_no_database_takes_does_not_travel_and_stays_out_of_the_error(
    tmp_path: Path, unfit: str
) -> None:
    dialect = migration_engine(tmp_path / "unused.db").dialect
    with pytest.raises(RowsError) as refused:
        inserted(receipt).parameter([receipt_of("fit"), receipt_of(f"secret{unfit}")], dialect)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("fit", [r"\u0000", r"\\u0000", "🔌", r"\ud83d"])
def test_what_only_looks_like_it_travels(tmp_path: Path, fit: str) -> None:
    dialect = migration_engine(tmp_path / "unused.db").dialect
    written = inserted(receipt).parameter([receipt_of(fit)], dialect)
    assert json.loads(written)[0]["key"] == fit
