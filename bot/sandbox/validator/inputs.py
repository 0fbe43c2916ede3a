"""Pickers and fields for text, numbers and files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.composition import DISPATCH_ACTION_CONFIG
from bot.sandbox.validator.constraints import Ascending
from bot.sandbox.validator.rich_text import rich_text
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.shared import ACTION_ID, CONFIRMABLE, FOCUSABLE, PLACEHOLDER
from bot.sandbox.validator.specs import (
    Boolean,
    Field,
    Integer,
    ListOf,
    Place,
    Record,
    Spec,
    String,
    optional,
    required,
    typed,
)
from bot.sandbox.validator.violations import Violation

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date of the calendar, written YYYY-MM-DD."""

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if not isinstance(value, str):
            yield place.violation(Rule.FIELD_TYPE, "must provide a string")
        elif not _is_date(value):
            yield place.violation(Rule.INITIAL_DATE_FORMAT, "must be a date in the format YYYY-MM-DD")


def _is_date(value: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _typing(kind: str, **fields: Field) -> Record:
    """A field for typing with its own keys; the bounds of lengths and numbers are held to each other."""
    return Record(
        fields={
            "type": typed(kind),
            **FOCUSABLE,
            "placeholder": PLACEHOLDER,
            "dispatch_action_config": optional(DISPATCH_ACTION_CONFIG),
            **fields,
        },
        constraints=(
            Ascending(("min_length", "max_length"), Rule.INPUT_LENGTHS_ORDER),
            Ascending(("min_value", "initial_value", "max_value"), Rule.NUMBER_BOUNDS_ORDER),
        )
        if {"min_length", "min_value"} & fields.keys()
        else (),
    )


_DIGITS = optional(String(pattern=_NUMBER, mismatch=Rule.NUMBER_FORMAT))
_LINES = optional(Integer(minimum=1))

_PICKERS: Mapping[str, Spec] = MappingProxyType(
    {
        "datepicker": Record(
            fields={
                "type": typed("datepicker"),
                **CONFIRMABLE,
                "placeholder": PLACEHOLDER,
                "initial_date": optional(CalendarDate()),
            }
        ),
        "timepicker": Record(
            fields={
                "type": typed("timepicker"),
                **CONFIRMABLE,
                "placeholder": PLACEHOLDER,
                "initial_time": optional(String(pattern=_TIME, mismatch=Rule.INITIAL_TIME_FORMAT)),
                "timezone": optional(String()),
            }
        ),
        "datetimepicker": Record(
            fields={
                "type": typed("datetimepicker"),
                **CONFIRMABLE,
                "initial_date_time": optional(
                    Integer(
                        minimum=limits.DATETIME_MIN,
                        maximum=limits.DATETIME_MAX,
                        outside=Rule.INITIAL_DATE_TIME_FORMAT,
                    )
                ),
            }
        ),
    }
)

_FIELDS: Mapping[str, Spec] = MappingProxyType(
    {
        "plain_text_input": _typing(
            "plain_text_input",
            initial_value=optional(String()),
            multiline=optional(Boolean()),
            min_length=optional(
                Integer(minimum=0, maximum=limits.PLAIN_INPUT_LENGTH_MAX, outside=Rule.INPUT_LENGTH_RANGE)
            ),
            max_length=optional(
                Integer(minimum=1, maximum=limits.PLAIN_INPUT_LENGTH_MAX, outside=Rule.INPUT_LENGTH_RANGE)
            ),
        ),
        "email_text_input": _typing("email_text_input", initial_value=optional(String())),
        "url_text_input": _typing("url_text_input", initial_value=optional(String())),
        "number_input": _typing(
            "number_input",
            is_decimal_allowed=required(Boolean(), Rule.NUMBER_DECIMAL_REQUIRED),
            initial_value=_DIGITS,
            min_value=_DIGITS,
            max_value=_DIGITS,
        ),
        "rich_text_input": _typing(
            "rich_text_input", initial_value=optional(rich_text()), min_lines=_LINES, max_lines=_LINES
        ),
        "file_input": Record(
            fields={
                "type": typed("file_input"),
                "action_id": ACTION_ID,
                "filetypes": optional(ListOf(item=String(empty=Rule.FIELD_EMPTY))),
                "max_files": optional(
                    Integer(minimum=1, maximum=limits.FILE_INPUT_FILES_MAX, outside=Rule.FILE_INPUT_MAX_FILES)
                ),
            }
        ),
    }
)

#: Every picker and typing field, by type.
INPUTS: Mapping[str, Spec] = MappingProxyType({**_PICKERS, **_FIELDS})
