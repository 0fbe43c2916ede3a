"""Tables, data tables and charts.

Source: reference/block-kit/blocks/table-block, data-table-block and data-visualization-block (2026).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.rich_text import rich_text
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.shared import BLOCK_ID, block
from bot.sandbox.validator.specs import (
    Boolean,
    Integer,
    ListOf,
    Most,
    Nullable,
    Number,
    Place,
    Record,
    Spec,
    String,
    Tagged,
    optional,
    required,
    typed,
)
from bot.sandbox.validator.violations import Violation

_CELL_TEXT = required(String(empty=Rule.CELL_EMPTY))
_CELL = Tagged(
    catalogue={
        "raw_text": Record(fields={"type": typed("raw_text"), "text": _CELL_TEXT}),
        "raw_number": Record(
            fields={"type": typed("raw_number"), "value": required(Number()), "text": _CELL_TEXT}
        ),
        "rich_text": rich_text(block_id=BLOCK_ID),
    },
    unknown=Rule.CELL_TYPE,
    misplaced=Rule.CELL_TYPE,
)

_COLUMN = Record(
    fields={
        "align": optional(String(choices=("left", "center", "right"), mismatch=Rule.TABLE_ALIGN)),
        "is_wrapped": optional(Boolean()),
    }
)

TABLE = block(
    "table",
    rows=required(
        ListOf(
            item=ListOf(item=_CELL, most=Most(limits.TABLE_COLUMNS_MAX, Rule.TABLE_COLUMNS_MAX)),
            most=Most(limits.TABLE_ROWS_MAX, Rule.TABLE_ROWS_MAX),
        )
    ),
    column_settings=optional(
        ListOf(
            item=Nullable(_COLUMN),
            most=Most(limits.TABLE_COLUMN_SETTINGS_MAX, Rule.TABLE_COLUMN_SETTINGS_MAX),
            minimum=0,
        )
    ),
)


def _lists(value: object) -> list[list[object]]:
    return [row for row in value if isinstance(row, list)] if isinstance(value, list) else []


@dataclass(frozen=True, slots=True)
class _Rectangular:
    """Every row has as many cells as the header, and the row header is one of them."""

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        rows = _lists(value.get("rows"))
        if not rows:
            return
        width = len(rows[0])
        for index, row in enumerate(rows):
            if len(row) != width:
                where = place.at("rows").at(index)
                yield where.violation(Rule.DATATABLE_ROWS_EQUAL, f"must have {width} items")
        column = value.get("row_header_column_index")
        if isinstance(column, int) and column >= width:
            where = place.at("row_header_column_index")
            yield where.violation(Rule.DATATABLE_ROW_HEADER, f"must be less than {width}")


@dataclass(frozen=True, slots=True)
class _RawHeader:
    """The first row is the header: raw text only."""

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        for index, cell in enumerate(next(iter(_lists(value.get("rows"))), [])):
            kind = cell.get("type") if isinstance(cell, dict) else None
            # A tuple, since the type may be a value that no set can hold.
            if kind in ("raw_number", "rich_text"):
                where = place.at("rows").at(0).at(index).at("type")
                yield where.violation(Rule.DATATABLE_HEADER_RAW_TEXT, f"unsupported type: {kind}")


DATA_TABLE = block(
    "data_table",
    caption=required(String(empty=Rule.DATATABLE_CAPTION_REQUIRED), Rule.DATATABLE_CAPTION_REQUIRED),
    rows=required(
        ListOf(
            item=ListOf(item=_CELL, most=Most(limits.DATA_TABLE_COLUMNS_MAX, Rule.DATATABLE_COLUMNS_MAX)),
            most=Most(limits.DATA_TABLE_ROWS_MAX, Rule.DATATABLE_ROWS_MAX),
            minimum=limits.DATA_TABLE_ROWS_MIN,
            too_few=Rule.DATATABLE_ROWS_MIN,
        )
    ),
    page_size=optional(
        Integer(minimum=1, maximum=limits.DATA_TABLE_PAGE_SIZE_MAX, outside=Rule.DATATABLE_PAGE_SIZE)
    ),
    row_header_column_index=optional(Integer(minimum=0, outside=Rule.DATATABLE_ROW_HEADER)),
    constraints=(_Rectangular(), _RawHeader()),
)

_LABEL = String(most=Most(limits.CHART_LABEL_MAX, Rule.CHART_LABEL_MAX), empty=Rule.CHART_LABEL_EMPTY)
_AXIS_LABEL = optional(String(most=Most(limits.CHART_AXIS_LABEL_MAX, Rule.CHART_AXIS_LABEL_MAX)))
_POINT = Record(fields={"label": required(_LABEL), "value": required(Number())})
_SEGMENT = Record(
    fields={"label": required(_LABEL), "value": required(Number(positive=Rule.CHART_SEGMENT_POSITIVE))}
)
_SERIES = Record(
    fields={
        "name": required(_LABEL),
        "data": required(ListOf(item=_POINT, most=Most(limits.CHART_POINTS_MAX, Rule.CHART_POINTS_MAX))),
    }
)
_AXIS = Record(
    fields={
        "categories": required(
            ListOf(item=_LABEL, most=Most(limits.CHART_POINTS_MAX, Rule.CHART_POINTS_MAX))
        ),
        "x_label": _AXIS_LABEL,
        "y_label": _AXIS_LABEL,
    }
)


@dataclass(frozen=True, slots=True)
class _LabelsMatch:
    """Each series has one point for each category; categories and names of series are unique."""

    def check(self, value: Mapping[str, object], place: Place) -> Iterator[Violation]:
        axis, series = value.get("axis_config"), value.get("series")
        categories = axis.get("categories") if isinstance(axis, dict) else None
        if not isinstance(categories, list) or not isinstance(series, list):
            return
        expected = _strings(categories)
        if len(set(expected)) < len(expected):
            where = place.at("axis_config").at("categories")
            yield where.violation(Rule.CHART_NAMES_UNIQUE, "must contain unique items")
        names = _strings([one.get("name") for one in series if isinstance(one, dict)])
        if len(set(names)) < len(names):
            yield place.at("series").violation(Rule.CHART_NAMES_UNIQUE, "must have unique names")
        for index, one in enumerate(series):
            data = one.get("data") if isinstance(one, dict) else None
            if not isinstance(data, list):
                continue
            labels = _strings([point.get("label") for point in data if isinstance(point, dict)])
            if sorted(labels) != sorted(expected):
                where = place.at("series").at(index).at("data")
                yield where.violation(Rule.CHART_LABELS_MATCH, "must have one point for each category")


def _strings(values: list[object]) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _series_chart(kind: str) -> Record:
    return Record(
        fields={
            "type": typed(kind),
            "series": required(
                ListOf(item=_SERIES, most=Most(limits.CHART_SERIES_MAX, Rule.CHART_SERIES_MAX))
            ),
            "axis_config": required(_AXIS),
        },
        constraints=(_LabelsMatch(),),
    )


_CHARTS: Mapping[str, Spec] = MappingProxyType(
    {
        "pie": Record(
            fields={
                "type": typed("pie"),
                "segments": required(
                    ListOf(item=_SEGMENT, most=Most(limits.CHART_SEGMENTS_MAX, Rule.CHART_SEGMENTS_MAX))
                ),
            }
        ),
        **{kind: _series_chart(kind) for kind in ("bar", "area", "line")},
    }
)

DATA_VISUALIZATION = block(
    "data_visualization",
    title=required(String(most=Most(limits.CHART_TITLE_MAX, Rule.CHART_TITLE_MAX), empty=Rule.FIELD_EMPTY)),
    chart=required(Tagged(catalogue=_CHARTS, unknown=Rule.CHART_TYPE, misplaced=Rule.CHART_TYPE)),
)
