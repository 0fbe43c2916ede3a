"""Writing what is searched: the words and stems of an item, in the transaction that stores it."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from domain.item import Item
from domain.language import Text
from storage.bulk import inserted
from storage.repositories.scope import Scope
from storage.stems import indexed
from storage.tables.search import place, search

_ADD = inserted(search)
_SAVE = update(search).where(search.c.place == bindparam("of_place"))


class Indexing:
    """The searched words of one group's items."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, item: Item) -> None:
        """Index a new item."""
        self._scope.connection.add(_ADD, [{"place": self._place(item), **self._values(item.text)}])

    def save(self, before: Item, after: Item) -> None:
        """Index the item anew when it reads otherwise now."""
        if before.text != after.text:
            self._scope.connection.execute(
                _SAVE, {"of_place": self._place(after), **self._values(after.text)}
            )

    def _place(self, item: Item) -> int:
        return place(self._scope.group, item.recorded_in)

    def _values(self, text: Text) -> dict[str, str]:
        return indexed(text, words_among_stems=self._scope.connection.dialect.name == "postgresql")
