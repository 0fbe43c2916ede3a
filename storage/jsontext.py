"""JSON as it is stored: compact, its order kept."""

from __future__ import annotations

import json
from typing import Any

_ENCODER = json.JSONEncoder(separators=(",", ":"))


def written(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """The value as compact JSON, in ASCII so that no text in it can fail an encoder."""
    return _ENCODER.encode(value)
