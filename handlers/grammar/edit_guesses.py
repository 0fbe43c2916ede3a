"""A new text that is nothing but a value of one of the item's fields: `edit A-1 friday`, `edit R-1 60%`.

It may be that value or the text; whoever typed it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from domain.language import Language
from domain.reference import Reference, Series
from handlers.grammar.assignments import AssignmentWanted, read_assignment
from handlers.grammar.deadlines import TAIL_MAX, Deadline, find_deadline
from handlers.grammar.evidence import AttachWanted, read_attachment
from handlers.grammar.folding import bare
from handlers.grammar.moves import is_move
from handlers.grammar.pair_values import read_severity
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import split_answers
from handlers.grammar.setting import Setting
from handlers.grammar.sorts import is_sort
from handlers.grammar.verbs import Verb
from handlers.grammar.vocabulary import Vocabulary
from handlers.words.slack_text import Mention

_MOVED = frozenset({Series.OBSTACLE, Series.RECOMMENDATION, Series.ACTION})
_ASSIGNED = frozenset({Series.RECOMMENDATION, Series.ACTION})
_PLACED = frozenset({Series.OBSTACLE, Series.RECOMMENDATION})
"""Series that have a status, an owner and a day, countries."""

_ASKED = frozenset(
    {
        ProblemCode.WEEKDAY_DISAGREES,
        ProblemCode.DAYS_DISAGREE,
        ProblemCode.DATE_PASSED,
        ProblemCode.DATE_RANGE,
        ProblemCode.DATE_IMPOSSIBLE,
    }
)
"""What is wrong with a day, which so is no text either."""

_SEVERITY = re.compile(r"\s*\b(?:severity|gravedad|severidad)\b\s*", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:[,;&]|\s(?:and|y|e)\s)\s*")


_KEYS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        Language.ENGLISH: {key: key for key in ("severity", "country", "driver", "theme")},
        Language.SPANISH: {"severity": "gravedad", "country": "país", "driver": "motor", "theme": "tema"},
    }
)


@dataclass(frozen=True, slots=True)
class ValueTyped:
    """The verb that sets the value and what stands behind it; None where nothing does: what is answered."""

    verb: Verb | None
    rest: str = ""


def read_value(
    reference: Reference, text: str, people: Sequence[Mention], setting: Setting
) -> ValueTyped | Problem | None:
    """The value that the text is, or what is wrong with it; None for a text."""
    if len(text) > TAIL_MAX or reference.series is Series.MEETING:
        return None
    line, series = f"{reference} {text}", reference.series
    if series in _MOVED and is_move(line):
        return ValueTyped(Verb.MOVE, line)
    given = _given(reference, text, people, setting) if series in _ASSIGNED else None
    if given is not None:
        return given
    pair = _pair(series, bare(text), setting)
    if pair is not None:
        return ValueTyped(Verb.EDIT, f"{reference} {pair}")
    return _recorded(reference, text)


def _recorded(reference: Reference, text: str) -> ValueTyped | None:
    """What is said when an item is recorded: what it answers, its kind; or what it is evidence for."""
    line, series = f"{reference} {text}", reference.series
    if series is Series.EVIDENCE and isinstance(read_attachment(line), AttachWanted):
        return ValueTyped(Verb.EVIDENCE, line)
    is_kind = series is Series.EVIDENCE and is_sort(bare(text))
    is_answered = series is Series.RECOMMENDATION and split_answers(f". {text}")[0] == "."
    return ValueTyped(None) if is_kind or is_answered else None


def _given(
    reference: Reference, text: str, people: Sequence[Mention], setting: Setting
) -> ValueTyped | Problem | None:
    """An owner, a day or both."""
    read = read_assignment(f"{reference} {text}", people, setting.reader)
    if isinstance(read, AssignmentWanted):
        return ValueTyped(Verb.ASSIGN, f"{reference} {text}")
    due = find_deadline(f"due {text}", setting.reader)
    if isinstance(due, Deadline) and due.begin == 0:
        return ValueTyped(Verb.ASSIGN, f"{reference} {due.said}")
    return read if read.code in _ASKED else None


def _pair(series: Series, text: str, setting: Setting) -> str | None:
    """The pair that says the value."""
    severity = _SEVERITY.sub("", text, count=1)
    keys = _KEYS[setting.language]
    if series is Series.OBSTACLE and read_severity(severity) is not None:
        return f"{keys['severity']}:{severity}"
    if series in _PLACED and _are_all(text, setting.country_words):
        return f"{keys['country']}:{text}"
    if series is Series.RECOMMENDATION and _are_all(text, setting.driver_words):
        return f"{keys['driver']}:{text}"
    return f'{keys["theme"]}:"{text}"' if setting.theme_words.is_name(text) else None


def _are_all(text: str, words: Vocabulary[str]) -> bool:
    return all(words.exact(part) is not None for part in (text, *_LIST.split(text))[1:])
