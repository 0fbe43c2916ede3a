"""JSON as it is stored: compact, its order kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import from_json

_ENCODER = json.JSONEncoder(separators=(",", ":"))


def written(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """The value as compact JSON, in ASCII so that no text in it can fail an encoder."""
    return _ENCODER.encode(value)


def read(text: str | bytes) -> Any:  # noqa: ANN401 - any JSON value
    """The value, by pydantic's decoder, which is quicker than json. Raises ValueError.

    What that one refuses is left to json, which reads half a surrogate pair too.
    """
    try:
        return from_json(text)
    except ValueError:
        return json.loads(text)


class Unread(Mapping[str, Any]):
    """An object of JSON whose text is read when somebody looks into it, which nobody does into most."""

    __slots__ = ("_object", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._object: dict[str, Any] | None = None

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - any JSON value
        return self._looked_into()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._looked_into())

    def __len__(self) -> int:
        return len(self._looked_into())

    def _looked_into(self) -> dict[str, Any]:
        if self._object is None:
            self._object = read(self._text)
        return self._object
