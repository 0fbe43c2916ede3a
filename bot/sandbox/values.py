"""What a client can put into each kind of element, by its form: nobody picks the date `banana`.

Source: https://docs.slack.dev/reference/block-kit/block-elements (formats of dates, times and choices).
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from bot.sandbox.blocks import Element
from bot.sandbox.errors import PeopleError

_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_time(value: object) -> bool:
    return isinstance(value, str) and _TIME.fullmatch(value) is not None


def _is_moment(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _all(one: Callable[[object], bool]) -> Callable[[object], bool]:
    def every(value: object) -> bool:
        return isinstance(value, list) and all(map(one, value))

    return every


_FORMS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "value": _is_text,
        "rich_text_value": _is_object,
        "files": _all(_is_object),
        "selected_date": _is_date,
        "selected_time": _is_time,
        "selected_date_time": _is_moment,
        "selected_option": _is_object,
        "selected_options": _all(_is_object),
        **{f"selected_{what}": _is_text for what in ("user", "conversation", "channel")},
        **{f"selected_{what}s": _all(_is_text) for what in ("user", "conversation", "channel")},
    }
)
"""By the key under which an element carries its value; nothing chosen is None."""


def check_value(element: Element, key: str, value: object) -> None:
    """PeopleError `invalid_value` for a value that the element's picker or field cannot hold."""
    if value is not None and not _FORMS[key](value):
        raise PeopleError("invalid_value", f"{element.block_id}/{element.action_id} holds no {value!r}")
