"""What an item should say instead: `R-2 theme:talent es: TEXT`, `R-2 priority quarter:2027-Q1`, `O-3 TEXT`.

Pairs stand before the text, in any order; the rest is the text. A `theme:` is read wherever it stands, as in
what is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.editing import Correction, Field
from domain.meeting import Arrangement
from domain.reference import Reference, Series
from handlers.grammar.edit_pairs import GAP, Said, find_pairs, together
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.rearrangements import (
    ArrangementPart,
    RearrangementTaken,
    part_of,
    read_arrangement_part,
    take_rearrangement,
)
from handlers.grammar.setting import Setting
from handlers.grammar.subjects import read_subject
from handlers.grammar.themes import take_no_theme, take_theme
from handlers.grammar.versions import split_versions, with_text


@dataclass(frozen=True, slots=True, kw_only=True)
class EditWanted:
    """What was asked for; with neither fields nor a text, only which item. `version` is what buttons say."""

    reference: Reference
    correction: Correction
    version: int | None = None
    arrangement: Arrangement | None = None


@dataclass(frozen=True, slots=True)
class EditPart:
    """As much of a correction as is understood. `reference` None: no item was named."""

    reference: Reference | None
    correction: Correction
    arrangement: ArrangementPart | None = None


def read_edit(text: str, setting: Setting) -> EditWanted | Problem:
    """The item and what it should say, or the first thing that is wrong."""
    subject = read_subject(text, alone=False)
    if isinstance(subject, Problem):
        return subject
    pairs = _take_pairs(subject.rest, setting)
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
        reference=subject.reference, correction=worded, version=version, arrangement=taken.arrangement
    )


def _take_arrangement(reference: Reference, text: str, setting: Setting) -> RearrangementTaken | Problem:
    """When and where, which only a meeting has."""
    if reference.series is not Series.MEETING:
        return RearrangementTaken(None, text)
    return take_rearrangement(text, setting.local or setting.reader, setting.zone)


def read_edit_part(text: str, setting: Setting) -> EditPart:
    """What of it is understood, whatever else is not: that stays in the text, as typed."""
    subject = read_subject(text, alone=False)
    if isinstance(subject, Problem):
        return EditPart(None, Correction(text=text.strip() or None))
    said: list[Said] = []
    kept: list[str] = []
    begins = 0
    for pair in find_pairs(subject.rest, setting):
        begins, typed = pair.end, subject.rest[pair.start : pair.end]
        if isinstance(pair.read, Problem):
            kept.append(typed)
        elif isinstance(pair.read, Correction):
            clash = isinstance(together([*said, (pair.read, typed)]), Problem)
            if clash:
                kept.append(typed)
            else:
                said.append((pair.read, typed))
    gap = GAP.match(subject.rest, begins)
    rest = subject.rest[gap.end() if gap else begins :].strip()
    held, rest = _arranged_part(subject.reference, rest, setting)
    whole = together(said)
    plain = Correction() if isinstance(whole, Problem) else whole
    worded = _worded(rest, plain, setting)
    if isinstance(worded, Problem):
        versions = split_versions(rest)
        worded = replace(plain, versions=versions) if versions else replace(plain, text=rest or None)
    if kept:
        worded = replace(worded, text=" ".join([*kept, *([worded.text] if worded.text else [])]))
    return EditPart(subject.reference, worded, held)


def _arranged_part(reference: Reference, text: str, setting: Setting) -> tuple[ArrangementPart | None, str]:
    taken = _take_arrangement(reference, text, setting)
    if isinstance(taken, Problem):
        part = read_arrangement_part(text, setting.local or setting.reader)
        return part, part.text
    return (None if taken.arrangement is None else part_of(taken.arrangement)), taken.rest


def _take_pairs(text: str, setting: Setting) -> tuple[Correction, int | None, int] | Problem:
    """What stands before the text, and where the text begins."""
    said: list[Said] = []
    version, at = None, 0
    for pair in find_pairs(text, setting):
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
