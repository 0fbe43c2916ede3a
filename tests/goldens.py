"""Golden files: what people read, kept as text and compared whole. `--update-golden` writes them anew."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "golden"
PAYLOADS = ROOT / "bot" / "checking" / "golden"
"""What `rapporteur check-slack --blocks` sends: the same views as Slack gets them."""


@dataclass(frozen=True, slots=True)
class Goldens:
    """The files of one suite."""

    folder: Path
    update: bool
    suffix: str = ".txt"

    def compare(self, name: str, text: str) -> None:
        """Fail with the difference unless the file says the same; when updating, write it."""
        path = self.folder / f"{name}{self.suffix}"
        shown = text.rstrip("\n") + "\n"
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(shown, encoding="utf-8")
            return
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        if shown != kept:
            raise AssertionError(_difference(path, kept, shown))


def _difference(path: Path, kept: str, shown: str) -> str:
    lines = difflib.unified_diff(kept.splitlines(), shown.splitlines(), "golden", "now", lineterm="", n=2)
    return "\n".join(
        [f"{path.relative_to(ROOT)} reads otherwise (pytest --update-golden rewrites it)", *lines]
    )
