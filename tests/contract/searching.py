"""Writing texts, and searching them as people type."""

from __future__ import annotations

from dataclasses import replace

from domain.item import Item
from domain.language import Language, Text
from domain.register import Filter
from domain.repositories import GroupRecord
from domain.search import Query, Results
from handlers.grammar.command import parse
from handlers.grammar.searches import Search, read_search
from tests.contract.desk import Desk
from tests.contract.samples import add_note, entry
from tests.fakes.setting import setting_with

EN, ES = Language.ENGLISH, Language.SPANISH


def write(record: GroupRecord, *texts: str | Text, theme: str | None = "charging") -> list[Item]:
    """Notes with these texts, in Spanish unless they say otherwise."""
    every = [text if isinstance(text, Text) else Text(text, ES, {}) for text in texts]
    return [add_note(record, replace(entry(theme=theme), text=text)) for text in every]


def query(typed: str) -> Query:
    search = read_search(parse(f"find {typed}"), setting_with())
    assert isinstance(search, Search), typed
    return search.query


async def search(
    desk: Desk, typed: str, filter_: Filter | None = None, *, before: int | None = None, limit: int = 50
) -> Results:
    asked, among = query(typed), filter_ or Filter()
    return await desk.read(lambda record: record.search.find(asked, among, before=before, limit=limit))
