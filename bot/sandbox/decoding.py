"""JSON and numbers that others send, read so that nothing they send is too much.

Python's reader gives up on deep nesting with another error than on text that is no JSON, and its writer may
on less depth than its reader; a number of thousands of digits is an error of its own.
"""

import json

from bot.sandbox.validator.nesting import too_deep

#: Well within what can be read and written; no shape that Slack documents comes near it.
JSON_DEPTH_MAX = 256
#: More than any position or size has.
DIGITS_MAX = 15


def decode_json(text: str | bytes) -> object:
    """The value; ValueError when it is no JSON, or nested too deeply to be looked at."""
    try:
        value: object = json.loads(text)
    except RecursionError as reason:
        raise ValueError("nested too deeply") from reason
    if too_deep(value, JSON_DEPTH_MAX):
        raise ValueError("nested too deeply")
    return value


def decode_count(text: str) -> int:
    """A whole number from 0 on, in the ten plain digits; ValueError for anything else."""
    if not (text.isascii() and text.isdecimal() and len(text) <= DIGITS_MAX):
        raise ValueError("not a whole number")
    return int(text)
