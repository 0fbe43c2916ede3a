"""A new text that is nothing but a value of one of the item's fields: `A-1 friday`, `R-1 owner @lead`.

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
from handlers.grammar.field_names import TEXT_KEYS, FieldName, NamedValue, split_name
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.meeting_guesses import is_cancelled, read_arranged
from handlers.grammar.mentions import named_people, unknown_person
from handlers.grammar.moves import is_move, read_move
from handlers.grammar.pair_values import read_severity, split_names
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_references, split_answers
from handlers.grammar.setting import Setting
from handlers.grammar.sorts import is_sort
from handlers.grammar.statuses import is_status
from handlers.grammar.themes import theme_missed
from handlers.grammar.verbs import Verb
from handlers.grammar.versions import seems_in
from handlers.grammar.vocabulary import Hit
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


_LABEL = re.compile(
    r"(?:(?:(?:it |this )?(?:should|must|has to|needs to|ought to|to|now) (?:say|read)s?"
    r"|so (?:that )?it (?:says|reads)|(?:debe(?:r[ií]a)?|tiene que) decir|(?:para )?que diga|ahora dice)\s?:?"
    r"|(?:new text|nuevo texto|text|texto|wording|redacci[oó]n|to|a|por|with|con"
    r"|queda(?:r[ií]a)?(?: as[ií])?)\s?:|[-=]+>|\u2192|="
    r"|(?-i:text to|texto a|to|a|por)(?=\s+(?-i:[A-ZÁÉÍÓÚÑ¿¡][a-záéíóúñ])))"
    r"\s+(?P<quote>[\"'])?(?P<text>\S.*?)(?(quote)(?P=quote)\.?)",
    re.IGNORECASE | re.DOTALL,
)
"""In front of what the text should be: `to: One-stop shop`, `should say “One-stop shop”`."""

_SPOKEN = re.compile(r"(?P<language>[Ee][sn])\s+(?=[^\W\d_])(?P<text>.+)", re.DOTALL)
_ARTICLES = frozenset({"the", "el", "la", "los", "las"})
_WORDS_OF_OFFICE = 3
"""Words of a name that nobody was given, which may be meant for one: `owner CFE`."""

_KEYS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        Language.ENGLISH: {key: key for key in ("severity", "country", "driver", "theme")},
        Language.SPANISH: {"severity": "gravedad", "country": "país", "driver": "motor", "theme": "tema"},
    }
)
_PAIRS: Mapping[FieldName, tuple[str, frozenset[Series]]] = MappingProxyType(
    {
        FieldName.SEVERITY: ("severity", frozenset({Series.OBSTACLE})),
        FieldName.COUNTRIES: ("country", _PLACED),
        FieldName.DRIVERS: ("driver", frozenset({Series.RECOMMENDATION})),
    }
)
"""The key of the pair that sets a field, and the series that have it."""


@dataclass(frozen=True, slots=True)
class ValueTyped:
    """The verb that sets the value and what stands behind it; None where nothing does: what is answered."""

    verb: Verb | None
    rest: str = ""


def read_value(
    reference: Reference, text: str, people: Sequence[Mention], setting: Setting
) -> ValueTyped | Problem | None:
    """The value that the text is, or what is wrong with it; None for a text."""
    if reference.series is Series.MEETING:
        return _of_meeting(reference, text, setting)
    if len(text) > TAIL_MAX:
        return _labelled(reference, text, setting.language)
    named = split_name(text)
    found = None if named is None else _named(reference, named, people, setting)
    return found or _plain(reference, text, people, setting) or _labelled(reference, text, setting.language)


def _of_meeting(reference: Reference, text: str, setting: Setting) -> ValueTyped | Problem | None:
    """Where, how or when it is, that it is cancelled, or its theme."""
    if is_cancelled(text):
        return ValueTyped(Verb.WITHDRAW, str(reference))
    arranged = read_arranged(reference, text, setting)
    if arranged is not None:
        return ValueTyped(Verb.EDIT, arranged)
    named = split_name(text)
    is_theme = named is not None and named.field is FieldName.THEME and len(text) <= TAIL_MAX
    return _named(reference, named, (), setting) if named is not None and is_theme else None


def _plain(
    reference: Reference, text: str, people: Sequence[Mention], setting: Setting
) -> ValueTyped | Problem | None:
    """A value as it stands."""
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
    is_answered = series is Series.RECOMMENDATION and (
        split_answers(f". {text}")[0] == "." or _are_obstacles(text)
    )
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
    if series in _PLACED and split_names(text, setting.country_words):
        return f"{keys['country']}:{text}"
    if series is Series.RECOMMENDATION and split_names(text, setting.driver_words):
        return f"{keys['driver']}:{text}"
    return f'{keys["theme"]}:"{text}"' if setting.theme_words.is_name(text) else None


def _are_obstacles(text: str) -> bool:
    found = find_references(text)
    return bool(found) and all(one.series is Series.OBSTACLE for one in found)


def _named(
    reference: Reference, named: NamedValue, people: Sequence[Mention], setting: Setting
) -> ValueTyped | Problem | None:
    """A value behind the name of its field; words that are no such value are a text that begins so."""
    if not bare(named.value):
        return Problem(ProblemCode.VALUE_MISSING, named.typed)
    series = reference.series
    if named.field in {FieldName.STATUS, FieldName.PROGRESS}:
        return _moved(reference, named, setting) if series in _MOVED else None
    if named.field in {FieldName.OWNER, FieldName.DUE}:
        read = _assigned(reference, named, people, setting)
        return read if read is None or series in _ASSIGNED else _no_field(named)
    return _described(reference, named, setting)


def _moved(reference: Reference, named: NamedValue, setting: Setting) -> ValueTyped | Problem | None:
    """A status or how far the work has come."""
    is_number = named.field is FieldName.PROGRESS and named.value.isdigit()
    line = f"{reference} {named.value}{'%' if is_number else ''}"
    if is_move(line):
        return ValueTyped(Verb.MOVE, line)
    read = read_move(line, setting.language)
    is_near = isinstance(read, Problem) and bool(read.meant) and len(named.value.split()) < _WORDS_OF_OFFICE
    is_meant = is_status(bare(named.value)) or is_near
    return read if is_meant and isinstance(read, Problem) else None


def _assigned(
    reference: Reference, named: NamedValue, people: Sequence[Mention], setting: Setting
) -> ValueTyped | Problem | None:
    """Who or by when."""
    given = _given(reference, named.value, people, setting)
    if given is not None or named.field is FieldName.DUE:
        return given
    unknown = unknown_person(named.value)
    if named_people(named.value, people, 1):
        read = read_assignment(f"{reference} {named.value}", people, setting.reader)
        return read if isinstance(read, Problem) else None
    if unknown is None and _is_office(named.value):
        unknown = named.value
    return None if unknown is None else Problem(ProblemCode.PERSON_UNKNOWN, unknown)


def _is_office(words: str) -> bool:
    """Whether words are a name as people write these: `CFE`, `la SENER`, but not `training program`."""
    named = [word for word in words.split() if folded(word) not in _ARTICLES]
    return 0 < len(named) < _WORDS_OF_OFFICE and all(word[0].isupper() for word in named)


def _described(reference: Reference, named: NamedValue, setting: Setting) -> ValueTyped | Problem | None:
    """What says more of the item: its theme, countries, severity, drivers, its kind or what it answers."""
    series, value = reference.series, bare(named.value)
    if named.field is FieldName.THEME:
        return _themed(reference, value, setting)
    if named.field in _PAIRS:
        key, have = _PAIRS[named.field]
        if not _is_value(named.field, value, setting):
            return None
        pair = f"{reference} {_KEYS[setting.language][key]}:{value}"
        return ValueTyped(Verb.EDIT, pair) if series in have else _no_field(named)
    is_kind = named.field is FieldName.KIND and series is Series.EVIDENCE and is_sort(value)
    is_answered = named.field is FieldName.ANSWERS and series is Series.RECOMMENDATION
    return ValueTyped(None) if is_kind or (is_answered and _are_obstacles(value)) else None


def _is_value(field: FieldName, value: str, setting: Setting) -> bool:
    if field is FieldName.SEVERITY:
        return read_severity(value) is not None
    words = setting.country_words if field is FieldName.COUNTRIES else setting.driver_words
    return bool(split_names(value, words))


def _themed(reference: Reference, value: str, setting: Setting) -> ValueTyped | Problem | None:
    words = setting.theme_words
    found = words.find(value)
    if isinstance(found, Hit):
        return ValueTyped(Verb.EDIT, f'{reference} {_KEYS[setting.language]["theme"]}:"{value}"')
    return theme_missed(found, words) if found.nearest else None


def _no_field(named: NamedValue) -> Problem:
    return Problem(ProblemCode.FIELD_UNKNOWN, named.typed)


def _labelled(reference: Reference, text: str, reader: Language) -> ValueTyped | None:
    """What should be the text, behind a label of it or the language that it is in."""
    label = _LABEL.fullmatch(scannable(text))
    if label is not None:
        said = text[label.start("text") : label.end("text")]
        return ValueTyped(Verb.EDIT, f"{reference} {TEXT_KEYS[reader]}:{said}")
    spoken = _SPOKEN.fullmatch(scannable(text))
    if spoken is None:
        return None
    language = Language(spoken["language"].lower())
    said = text[spoken.start("text") :]
    is_meant = said[0].isupper() if language is Language.SPANISH else seems_in(said) is language
    return ValueTyped(Verb.EDIT, f"{reference} {language.value}: {said}") if is_meant else None
