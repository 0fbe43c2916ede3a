"""What an item should say instead: `R-2 theme:talent es: TEXT`, `R-2 priority quarter:2027-Q1`, `O-3 TEXT`.

Pairs stand before the text or behind it, in any order; the rest is the text. Those behind it and a `theme:`
are read as in what is recorded: what is a pair for no field of the item stays in its text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from domain.editing import Correction, Field
from domain.meeting import Arrangement
from domain.reference import Reference, Series
from domain.retiming import Retiming
from handlers.grammar.amendments import AmendmentTaken, is_worded, take_amendment
from handlers.grammar.edit_pairs import GAP, Pair, Said, find_pairs, together
from handlers.grammar.postponements import mended
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.proposals import read_proposal
from handlers.grammar.rearrangements import (
    ArrangementPart,
    part_of,
    read_arrangement_part,
    untitled,
)
from handlers.grammar.record_pairs import DUE, EDITED, Kept, take_record_pairs
from handlers.grammar.setting import Setting
from handlers.grammar.subjects import Subject, read_subject
from handlers.grammar.tails import tail_of_records
from handlers.grammar.themes import take_no_theme, take_theme_part
from handlers.grammar.times import EitherHour
from handlers.grammar.unread_deadlines import day_words
from handlers.grammar.unread_themes import unread_theme
from handlers.grammar.versions import split_versions, with_text

_THEME = Field.THEME
_PLAIN = re.compile(r"(?:text|texto)\s?:\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)
"""What buttons say of a text that may be a value: `R-1 text:60%`; people too, with a space."""

_UP_TO = re.compile(
    r"\s*(?:[-\u2013\u2014]|\b(?:to|till|until|and|a|y|hasta))(?:\s+(?:the|la|las))?\s*$", re.IGNORECASE
)
"""What stands between the hour at which a meeting begins and the one at which it ends."""

_KEYS_OF: Mapping[Field, str] = MappingProxyType({Field.DUE: "quarter"})
"""The key of a pair where it is not the field's own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditWanted:
    """What was asked for; with neither fields nor a text, only which item. `version` is what buttons say."""

    reference: Reference
    correction: Correction
    version: int | None = None
    arrangement: Arrangement | None = None
    retiming: Retiming | None = None
    reason: str | None = None
    either: EitherHour | None = None
    kept: tuple[Kept, ...] = ()
    """Pairs that stay in the text, which no field of the item takes."""


@dataclass(frozen=True, slots=True)
class EditPart:
    """As much of a correction as is understood. `reference` None: no item was named.

    `problems` is what is wrong with the rest, `wrong` the keys of its pairs: these say nothing.
    """

    reference: Reference | None
    correction: Correction
    arrangement: ArrangementPart | None = None
    problems: tuple[Problem, ...] = ()
    wrong: frozenset[str] = frozenset()


def read_edit(text: str, setting: Setting) -> EditWanted | Problem:
    """The item and what it should say, or the first thing that is wrong."""
    subject = read_subject(text, alone=False)
    if isinstance(subject, Problem):
        return subject
    plain = _PLAIN.match(subject.rest)
    if plain is not None:
        return EditWanted(reference=subject.reference, correction=Correction(text=plain["text"].strip()))
    pairs = _take_pairs(subject, setting)
    if isinstance(pairs, Problem):
        return pairs
    correction, version, at = pairs
    series, typed = subject.reference.series, subject.rest[:at].strip()
    behind = _take_behind(subject.rest[at:].strip(), (correction, typed), series, setting)
    taken = _take_arrangement(subject, behind.text, setting)
    if isinstance(taken, Problem):
        return taken
    problem = next(iter(behind.problems.values()), None)
    worded = problem or with_text(taken.rest, behind.correction)
    if isinstance(worded, Problem):
        return worded
    stays = _day_within(worded, series, setting)
    theme = unread_theme(worded.text or "", setting.theme_words) if worded.theme is None else ""
    return EditWanted(
        reference=subject.reference,
        correction=worded,
        version=version,
        arrangement=taken.arrangement,
        retiming=taken.retiming,
        reason=taken.reason,
        either=taken.either,
        kept=(
            *behind.kept,
            *(Kept(key=key, typed=said) for key, said in ((DUE, stays), (_THEME.value, theme)) if said),
        ),
    )


def _day_within(correction: Correction, series: Series, setting: Setting) -> str:
    """The words of a new text that recording would read as its day; a correction sets that with a pair."""
    text, reader = correction.text, setting.reader
    if text is None or correction.due_on is not None:
        return ""
    if series is Series.ACTION:
        return day_words(text, reader)
    read = read_proposal(text, reader) if series is Series.RECOMMENDATION else None
    return "" if read is None else read.due or read.unread


def _take_arrangement(subject: Subject, text: str, setting: Setting) -> AmendmentTaken | Problem:
    """When and where, which only a meeting has; what begins with a semicolon is what it is about."""
    if subject.reference.series is not Series.MEETING:
        return AmendmentTaken(None, text)
    if ";" in subject.marks:
        return AmendmentTaken(None, untitled(text))
    return take_amendment(text, setting.local or setting.reader, setting.zone)


def read_edit_part(text: str, setting: Setting) -> EditPart:
    """What of it is understood; a pair that is not is left out, and other words stay in the text."""
    subject = read_subject(text, alone=False)
    if isinstance(subject, Problem):
        return EditPart(None, Correction(text=text.strip() or None), problems=(subject,))
    said, problems, rest = _pairs_part(subject, setting)
    whole = together([one for one in said if not _says_any(one[0], problems)])
    plain = Correction() if isinstance(whole, Problem) else whole
    behind = _take_behind(rest, (plain, ""), subject.reference.series, setting)
    problems |= {key: problem for key, problem in behind.problems.items() if key not in problems}
    plain = behind.correction
    held, rest, unread = _arranged_part(subject, behind.text, setting)
    if unread is not None:
        problems.setdefault("", unread)
    worded = with_text(rest, plain)
    if isinstance(worded, Problem):
        versions = split_versions(rest)
        problems.setdefault("", worded)
        worded = replace(plain, versions=versions) if versions else replace(plain, text=rest or None)
    keys = frozenset(filter(None, problems))
    return EditPart(subject.reference, worded, held, tuple(problems.values()), keys)


def _pairs_part(subject: Subject, setting: Setting) -> tuple[list[Said], dict[str, Problem], str]:
    """What the pairs before a text say, what is wrong with others, by their key, and the text behind them."""
    text = subject.rest
    said: dict[str, Said] = {}
    problems: dict[str, Problem] = {}
    begins = 0
    for pair in _pairs_of(subject, setting):
        begins = pair.end
        if isinstance(pair.read, Problem):
            problems.setdefault(pair.key, pair.read)
        elif isinstance(pair.read, Correction):
            typed = text[pair.start : pair.end]
            earlier, before = said.setdefault(pair.key, (pair.read, typed))
            if earlier != pair.read:
                both = Problem(ProblemCode.VALUES_SEVERAL, f"{before} + {typed}")
                problems.setdefault(pair.key, both)
    gap = GAP.match(text, begins)
    return list(said.values()), problems, text[gap.end() if gap else begins :].strip()


def _says_any(correction: Correction, keys: Collection[str]) -> bool:
    """Whether it speaks of a field that was said wrongly elsewhere."""
    return any(_KEYS_OF.get(name, name.value) in keys for name in correction.fields())


def _arranged_part(
    subject: Subject, text: str, setting: Setting
) -> tuple[ArrangementPart | None, str, Problem | None]:
    taken = _take_arrangement(subject, text, setting)
    unread = taken if isinstance(taken, Problem) else None
    if unread is not None and unread.code is ProblemCode.HOURS_SEVERAL:
        text = _without_end(text, unread.word)
        taken = _take_arrangement(subject, text, setting)
        if isinstance(taken, Problem) or taken.arrangement is None:
            return None, "", unread
    if isinstance(taken, Problem):
        reader = setting.local or setting.reader
        if taken.code is ProblemCode.MOVE_UNCLEAR and is_worded(text):
            return None, text, taken
        is_strange = taken.code is ProblemCode.MOVE_UNCLEAR
        part = read_arrangement_part(mended(text, reader) if is_strange else text, reader)
        return part, part.text, taken
    if taken.arrangement is None:
        return None, taken.rest, unread
    part, retiming = part_of(taken.arrangement), taken.retiming
    if retiming is not None and (retiming.day is not None or retiming.at is not None):
        at = None if retiming.either else retiming.at
        part = replace(part, day=retiming.day, at=at, zone=retiming.zone)
    return part, taken.rest, unread


def _without_end(text: str, end: str) -> str:
    """When something begins, without the hour at which it ends."""
    begin, _, behind = text.partition(end)
    return f"{_UP_TO.sub('', begin)} {behind.strip()}".strip()


def _pairs_of(subject: Subject, setting: Setting) -> Iterator[Pair]:
    """A meeting has its own words for its day."""
    return find_pairs(subject.rest, setting, dated=subject.reference.series is not Series.MEETING)


def _take_pairs(subject: Subject, setting: Setting) -> tuple[Correction, int | None, int] | Problem:
    """What stands before the text, and where the text begins."""
    said: list[Said] = []
    text, version, at = subject.rest, None, 0
    for pair in _pairs_of(subject, setting):
        if isinstance(pair.read, Problem):
            return pair.read
        if isinstance(pair.read, int):
            version = pair.read
        else:
            said.append((pair.read, text[pair.start : pair.end]))
        at = pair.end
    gap = GAP.match(text, at)
    correction = together(said)
    if isinstance(correction, Problem):
        return correction
    return correction, version, gap.end() if gap else at


@dataclass(frozen=True, slots=True)
class _Behind:
    """The text without the pairs behind it, what these and those before it say, and what is wrong."""

    text: str
    correction: Correction
    kept: tuple[Kept, ...]
    problems: Mapping[str, Problem]


def _take_behind(text: str, before: Said, series: Series, setting: Setting) -> _Behind:
    """What stands behind the text, with what was said `before` it."""
    themed, correction, problem = _take_theme(text, before[0], setting)
    problems = {} if problem is None else {_THEME.value: problem}
    pairs = take_record_pairs(themed, (), setting, EDITED.get(series, frozenset()))
    problems |= pairs.problems
    whole = together([(correction, before[1]), (pairs.said, themed.removeprefix(pairs.text).strip())])
    if isinstance(whole, Problem):
        fields = correction.fields() & pairs.said.fields()
        problems |= {_KEYS_OF.get(name, name.value): whole for name in sorted(fields)}
    else:
        correction = whole
    return _Behind(pairs.text, correction, pairs.kept, problems)


def _take_theme(
    text: str, correction: Correction, setting: Setting
) -> tuple[str, Correction, Problem | None]:
    """The text and the correction with the theme that stands within that, and what is wrong with it."""
    bare = take_no_theme(text, setting.themes)
    if bare is not None:
        if correction.theme is not None:
            both = Problem(ProblemCode.VALUES_SEVERAL, f"theme:{correction.theme} + theme:none")
            return text, correction, both
        text, correction = bare, replace(correction, cleared=correction.cleared | {_THEME})
    taken, problem = take_theme_part(text, setting.themes, tail_of_records((), setting))
    if problem is not None:
        return (taken.rest, correction, problem) if correction.theme is None else (text, correction, None)
    if taken.theme is None:
        return text, correction, None
    said = "none" if _THEME in correction.cleared else correction.theme
    if said not in {None, taken.theme}:
        both = Problem(ProblemCode.VALUES_SEVERAL, f"theme:{said} + theme:{taken.theme}")
        return text, correction, both
    return taken.rest, replace(correction, theme=taken.theme), None
