"""Where an error arose, for the log: what it says may hold texts of people, its place cannot."""

from __future__ import annotations

import traceback
from pathlib import Path


def place_of(error: BaseException) -> str:
    """`file function:line` of the frame that raised it; empty for an error that was never raised."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return ""
    last = frames[-1]
    return f"{Path(last.filename).name} {last.name}:{last.lineno}"
