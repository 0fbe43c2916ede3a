"""Cases of pickers and typing fields."""

from bot.sandbox.validator import Rule, Violation
from tests.unit.bot.sandbox.validator.builders import (
    Case,
    Json,
    actions,
    element,
    field,
    in_message,
    in_modal,
    rich_section,
    rich_text,
)


def in_actions(value: object) -> list[Violation]:
    return in_message(actions(value))


def in_field(value: object) -> list[Violation]:
    return in_modal(field(value))


_AT = "/blocks/0/elements/0"
_IN = "/view/blocks/0/element"


def number(**keys: object) -> Json:
    return element("number_input", is_decimal_allowed=True, **keys)


def typing(**keys: object) -> Json:
    return element("plain_text_input", **keys)


CASES = [
    Case(
        "a date in words",
        in_actions,
        element("datepicker", initial_date="tomorrow"),
        Rule.INITIAL_DATE_FORMAT,
        f"{_AT}/initial_date",
        element("datepicker", initial_date="2028-02-29"),
    ),
    Case(
        "a date that is a number",
        in_actions,
        element("datepicker", initial_date=20260228),
        Rule.FIELD_TYPE,
        f"{_AT}/initial_date",
        element("datepicker"),
    ),
    Case(
        "an optional input that says yes",
        in_modal,
        field(typing(), optional="yes"),
        Rule.FIELD_TYPE,
        "/view/blocks/0/optional",
        field(typing(), optional=True),
    ),
    Case(
        "a length in words",
        in_field,
        typing(max_length="many"),
        Rule.FIELD_TYPE,
        f"{_IN}/max_length",
        typing(max_length=10),
    ),
    Case(
        "the 30th of February",
        in_actions,
        element("datepicker", initial_date="2026-02-30"),
        Rule.INITIAL_DATE_FORMAT,
        f"{_AT}/initial_date",
        element("datepicker", initial_date="2026-02-28"),
    ),
    Case(
        "24 o'clock",
        in_actions,
        element("timepicker", initial_time="24:00"),
        Rule.INITIAL_TIME_FORMAT,
        f"{_AT}/initial_time",
        element("timepicker", initial_time="23:59", timezone="America/Mexico_City"),
    ),
    Case(
        "a moment in milliseconds",
        in_actions,
        element("datetimepicker", initial_date_time=1_700_000_000_000),
        Rule.INITIAL_DATE_TIME_FORMAT,
        f"{_AT}/initial_date_time",
        element("datetimepicker", initial_date_time=1_700_000_000),
    ),
    Case(
        "a text field of up to 3001 characters",
        in_field,
        typing(max_length=3001),
        Rule.INPUT_LENGTH_RANGE,
        f"{_IN}/max_length",
        typing(max_length=3000),
    ),
    Case(
        "a text field of up to no characters",
        in_field,
        typing(max_length=0),
        Rule.INPUT_LENGTH_RANGE,
        f"{_IN}/max_length",
        typing(min_length=0, max_length=1),
    ),
    Case(
        "a text field longer at least than at most",
        in_field,
        typing(min_length=3, max_length=2),
        Rule.INPUT_LENGTHS_ORDER,
        _IN,
        typing(min_length=2, max_length=2),
    ),
    Case(
        "a number input that leaves decimals open",
        in_field,
        element("number_input"),
        Rule.NUMBER_DECIMAL_REQUIRED,
        _IN,
        number(),
    ),
    Case(
        "a number in words",
        in_field,
        number(min_value="three"),
        Rule.NUMBER_FORMAT,
        f"{_IN}/min_value",
        number(min_value="3"),
    ),
    Case(
        "a smallest number above the largest",
        in_field,
        number(min_value="10", max_value="9.5"),
        Rule.NUMBER_BOUNDS_ORDER,
        _IN,
        number(min_value="-1", initial_value="0", max_value="9.5"),
    ),
    Case(
        "11 files",
        in_field,
        element("file_input", max_files=11),
        Rule.FILE_INPUT_MAX_FILES,
        f"{_IN}/max_files",
        element("file_input", max_files=10, filetypes=["pdf"]),
    ),
    Case(
        "an initial rich text with an unknown key",
        in_field,
        element("rich_text_input", initial_value={**rich_text(), "color": "red"}),
        Rule.FIELD_UNKNOWN,
        f"{_IN}/initial_value",
        element("rich_text_input", initial_value=rich_text(rich_section())),
    ),
]
