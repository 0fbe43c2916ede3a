"""What an item should say instead: `R-2 theme:talent es: TEXT`, `R-2 priority quarter:2027-Q1`, `O-3 TEXT`.

Pairs stand before the text, in any order; the rest is the text. A `theme:` is read wherever it stands, as in
what is recorded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from domain.editing import Correction, Field
from domain.meeting import Arrangement
from domain.reference import Reference, Series
from domain.retiming import Retiming
from handlers.grammar.edit_pairs import GAP, Pair, Said, find_pairs, together
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.rearrangements import (
    ArrangementPart,
    RearrangementTaken,
    part_of,
    read_arrangement_part,
    take_rearrangement,
)
from handlers.grammar.setting import Setting
from handlers.grammar.subjects import Subject, read_subject
from handlers.grammar.themes import take_no_theme, take_theme, take_theme_part
from handlers.grammar.versions import split_versions, with_text

_THEME = Field.THEME
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
    pairs = _take_pairs(subject, setting)
    if isinstance(pairs, Problem):
        return pairs
    correction, version, at = pairs
    taken = _take_arrangement(subject.reference, subject.rest[at:].strip(), setting)
    if isinstance(taken, Problem):
        return taken
    worded = _worded(taken.rest, correction, setting)
    if isinstance(worded, Problem):
        return worded
    return EditWanted(
        reference=subject.reference,
        correction=worded,
        version=version,
        arrangement=taken.arrangement,
        retiming=taken.retiming,
    )


def _take_arrangement(reference: Reference, text: str, setting: Setting) -> RearrangementTaken | Problem:
    """When and where, which only a meeting has."""
    if reference.series is not Series.MEETING:
        return RearrangementTaken(None, text)
    return take_rearrangement(text, setting.local or setting.reader, setting.zone)


def read_edit_part(text: str, setting: Setting) -> EditPart:
    """What of it is understood; a pair that is not is left out, and other words stay in the text."""
    subject = read_subject(text, alone=False)
    if isinstance(subject, Problem):
        return EditPart(None, Correction(text=text.strip() or None), problems=(subject,))
    said, problems, rest = _pairs_part(subject, setting)
    held, rest, unread = _arranged_part(subject.reference, rest, setting)
    if unread is not None:
        problems.setdefault("", unread)
    if not any(_THEME in one.fields() for one, _ in said) and take_no_theme(rest, setting.themes) is None:
        taken, unknown = take_theme_part(rest, setting.themes)
        if unknown is not None:
            rest = taken.rest
            problems.setdefault(_THEME.value, unknown)
    whole = together([one for one in said if not _says_any(one[0], problems)])
    plain = Correction() if isinstance(whole, Problem) else whole
    worded = _worded(rest, plain, setting)
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
                both = Problem(ProblemCode.FILTERS_CONTRADICT, f"{before} + {typed}")
                problems.setdefault(pair.key, both)
    gap = GAP.match(text, begins)
    return list(said.values()), problems, text[gap.end() if gap else begins :].strip()


def _says_any(correction: Correction, keys: Collection[str]) -> bool:
    """Whether it speaks of a field that was said wrongly elsewhere."""
    return any(_KEYS_OF.get(name, name.value) in keys for name in correction.fields())


def _arranged_part(
    reference: Reference, text: str, setting: Setting
) -> tuple[ArrangementPart | None, str, Problem | None]:
    taken = _take_arrangement(reference, text, setting)
    if isinstance(taken, Problem):
        part = read_arrangement_part(text, setting.local or setting.reader)
        return part, part.text, taken
    if taken.arrangement is None:
        return None, taken.rest, None
    part, retiming = part_of(taken.arrangement), taken.retiming
    if retiming is not None and part.day is None:
        part = replace(part, day=retiming.day, at=retiming.at, zone=retiming.zone)
    return part, taken.rest, None


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


def _worded(text: str, correction: Correction, setting: Setting) -> Correction | Problem:
    """The correction with the text, and with the theme that stands within that."""
    bare = take_no_theme(text, setting.themes)
    if bare is not None:
        if correction.theme is not None:
            return Problem(ProblemCode.FILTERS_CONTRADICT, f"theme:{correction.theme} + theme:none")
        text, correction = bare, replace(correction, cleared=correction.cleared | {Field.THEME})
    taken = take_theme(text, setting.themes)
    if isinstance(taken, Problem):
        return taken if correction.theme is None else with_text(text, correction)
    if taken.theme is not None:
        said = "none" if Field.THEME in correction.cleared else correction.theme
        if said not in {None, taken.theme}:
            return Problem(ProblemCode.FILTERS_CONTRADICT, f"theme:{said} + theme:{taken.theme}")
        text, correction = taken.rest, replace(correction, theme=taken.theme)
    return with_text(text, correction)
