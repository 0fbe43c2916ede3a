"""A chart in plain text, for answers in which native charts are not sure to be shown."""

from __future__ import annotations

CELLS = 10
_FULL, _EMPTY = "▰", "▱"


def bar(count: int, total: int) -> str:
    """`▰▰▰▱▱▱▱▱▱▱`: the share of the total in ten cells; anything above zero shows at least one."""
    if total <= 0 or count <= 0:
        return _EMPTY * CELLS
    full = max(1, round(CELLS * count / total))
    return _FULL * full + _EMPTY * (CELLS - full)
