"""What was recorded before there was a search is found after the upgrade."""

from __future__ import annotations

from typing import Any

import pytest
from alembic import command
from sqlalchemy import insert, inspect, update

from domain.register import Filter
from domain.search import Phrase, Query, Term, Word
from storage.opening import migrate, open_store
from storage.schema import configuration
from tests.contract.releases import add_group, connect, reflected
from tests.contract.samples import NOW, WORKSPACE

MANY = 2_100
"""Items of the second group: more than are indexed at a time."""


def write_as_the_first_release(url: str, *, language: str = "es") -> None:
    """Two items in the first group, of which the second has two versions, and MANY in the second."""
    with connect(url) as connection:
        command.upgrade(configuration(connection), "0001")
        items = reflected(connection, "item")
        at = 1 if connection.dialect.name == "sqlite" else NOW
        for group in (1, 2):
            add_group(connection, group)
        connection.execute(
            insert(items), [_item(1, 1, "Faltan cargadores", at), _item(1, 2, "Otra cosa", at)]
        )
        second = update(items).where(items.c.group_id == 1, items.c.number == 2)
        connection.execute(second.values(language=language, versions={"en": "Fast charging"}))
        connection.execute(
            insert(items), [_item(2, number, f"dato {number}", at) for number in range(1, MANY)]
        )
        connection.commit()
    connection.engine.dispose()


def _item(group: int, number: int, text: str, at: Any) -> dict[str, Any]:  # noqa: ANN401 - an instant of the engine's
    said = {
        "text": text,
        "language": "es",
        "versions": {},
        "author": "U1",
        "kind": "note",
        "status": "recorded",
    }
    when = {"recorded_in": number, "recorded_at": at, "changed_at": at, "version": 1, "progress": 0}
    return {"group_id": group, "series": "N", "number": number, **said, **when}


async def found(url: str, group: int, *terms: Term) -> list[int]:
    store = await open_store(url)
    results = await store.read(
        lambda uow: (
            uow.workspace(WORKSPACE).group(group).search.find(Query(terms), Filter(), before=None, limit=5)
        )
    )
    await store.close()
    return [hit.item.number for hit in results.hits]


async def test_everything_that_was_recorded_before_is_found(empty_url: str) -> None:
    write_as_the_first_release(empty_url)
    migrate(empty_url)
    assert await found(empty_url, 1, Word("cargador")) == [1]
    assert await found(empty_url, 1, Word("charge"), Word("cosas")) == [2]
    assert await found(empty_url, 1, Phrase(("dato",))) == []
    assert await found(empty_url, 2, Word("dato"), Word("1001")) == [1001]
    assert await found(empty_url, 2, Word("datos")) == [MANY - number for number in range(1, 6)]


async def test_an_upgrade_that_stops_half_way_leaves_nothing_and_may_begin_anew(empty_url: str) -> None:
    write_as_the_first_release(empty_url, language="xx")
    with pytest.raises(ValueError, match="xx"):
        migrate(empty_url)
    with connect(empty_url) as connection:
        assert not [name for name in inspect(connection).get_table_names() if name.startswith("search")]
        items = reflected(connection, "item")
        connection.execute(update(items).where(items.c.language == "xx").values(language="es"))
        connection.commit()
    connection.engine.dispose()
    migrate(empty_url)
    assert await found(empty_url, 1, Word("charge"), Word("cosas")) == [2]
