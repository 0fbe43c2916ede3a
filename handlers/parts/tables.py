"""Native data tables: for answers through a response_url or the Web API, beside the same in plain blocks."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.parts.blocks import Block
from handlers.words.translator import Translator

ROWS_MAX = 100
"""Rows of a data_table block below its header (docs.slack.dev, data table block)."""

CELLS_CHARACTERS_MAX = 10_000
"""Of all cells of a message's tables (docs.slack.dev, table blocks)."""

PAGE_ROWS = 10
"""Rows shown at a time; Slack turns the pages."""


def data_table(t: Translator, caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """A table with a header row. Cells are plain text as typed; an empty one may not be: it has a dash."""
    empty = t("nothing")
    return {
        "type": "data_table",
        "caption": caption,
        "page_size": PAGE_ROWS,
        "row_header_column_index": 0,
        "rows": [[_cell(name, empty) for name in row] for row in (columns, *rows[:ROWS_MAX])],
    }


def _cell(text: str, empty: str) -> dict[str, str]:
    return {"type": "raw_text", "text": text.strip() or empty}
