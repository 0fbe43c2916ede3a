"""What a record says, wherever it is typed: behind its verb, towards a form, or on a line of a thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from domain.editing import Correction
from domain.reference import RecordKind, Reference
from handlers.grammar.actions import action_end, read_action_part
from handlers.grammar.dates.rules import Reader
from handlers.grammar.pair_values import unread_severity
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.proposals import proposal_end, read_proposal
from handlers.grammar.record_pairs import (
    DUE,
    OF_ACTION,
    OF_EVIDENCE,
    OF_OBSTACLE,
    OWNER,
    PLAN,
    Kept,
    take_record_pairs,
)
from handlers.grammar.setting import Setting
from handlers.grammar.tails import tail_of_records, unbracketed
from handlers.grammar.themes import take_theme_part
from handlers.grammar.unread_themes import unread_theme
from handlers.grammar.wanted import ME
from handlers.words.slack_text import Mention

THEME, SEVERITY = "theme", "severity"
"""The key of the pair that every record has, and of one that only obstacles have."""

_DASH = re.compile(r"\s*[-\u2013\u2014]+\s+(?!.*\n\s*[-\u2013\u2014])", re.DOTALL)
"""Between the verb and the text, `note - the census`; not at the beginning of a list."""

_HAS: Mapping[RecordKind, Collection[str]] = MappingProxyType(
    {RecordKind.OBSTACLE: OF_OBSTACLE, RecordKind.ACTION: OF_ACTION, RecordKind.EVIDENCE: OF_EVIDENCE}
)
"""By kind: the keys of the pairs that its record takes from everybody. The others have a theme and a text."""

_ENDINGS: Mapping[RecordKind, Callable[[str, Reader], int]] = MappingProxyType(
    {RecordKind.RECOMMENDATION: proposal_end, RecordKind.ACTION: action_end}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who says it, and what their words are read against: the people whom they mention, and the setting.

    `may_plan` tells of a recommendation's theme (None: the channel's) whether they may say who does it, by
    when, why and where.
    """

    user: str
    people: Sequence[Mention]
    setting: Setting
    may_plan: Callable[[str | None], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRead:
    """As much of it as is understood, and what is wrong with the rest, by the pair's key.

    `prose` is what of the text shows its language. `theme` is a key; None leaves it to the channel. `owner`
    is a user id. `kept` are words that stay in the text and may have been meant for more.
    """

    text: str
    prose: str
    theme: str | None
    owner: str | None
    said: Correction
    answers: tuple[Reference, ...] = ()
    kept: tuple[Kept, ...] = ()
    problems: Mapping[str, Problem] = field(default_factory=dict)


def read_record(kind: RecordKind, text: str, author: Author) -> RecordRead:
    """What a text says, as a record of this kind, of which nothing may be said in two ways."""
    people, setting = author.people, author.setting
    dash = _DASH.match(text)
    text = text if dash is None else text[dash.end() :]
    taken, misnamed = take_theme_part(text, setting.themes, tail_of_records(people, setting))
    plans = kind is RecordKind.RECOMMENDATION and author.may_plan(taken.theme)
    has = PLAN if plans else _HAS.get(kind, frozenset())
    pairs = take_record_pairs(
        unbracketed(taken.rest, has, people, setting),
        people,
        setting,
        has,
        lambda said: _end(kind, said, setting.reader),
    )
    stays = "" if taken.theme or misnamed else unread_theme(pairs.text, setting.theme_words)
    read = RecordRead(
        text=pairs.text,
        prose=pairs.text[: _end(kind, pairs.text, setting.reader)],
        theme=taken.theme,
        owner=author.user if pairs.owner == ME else pairs.owner,
        said=pairs.said,
        kept=(*pairs.kept, Kept(key=THEME, typed=stays)) if stays else pairs.kept,
        problems=({} if misnamed is None else {THEME: misnamed}) | dict(pairs.problems),
    )
    match kind:
        case RecordKind.ACTION:
            return _as_action(read, text, author)
        case RecordKind.RECOMMENDATION:
            return _as_recommendation(read, text, setting.reader, plans=plans)
        case RecordKind.OBSTACLE:
            return _as_obstacle(read)
        case _:
            return read


def _end(kind: RecordKind, text: str, reader: Reader) -> int:
    """Where the words begin that the record takes at the end of its text without a pair."""
    ending = _ENDINGS.get(kind)
    return len(text) if ending is None else ending(text, reader)


def _as_action(read: RecordRead, typed: str, author: Author) -> RecordRead:
    """With who does it and by when, which may be said with a pair or without."""
    wanted, unread = read_action_part(
        read.text, author.people, author.setting.reader, owned=read.owner is not None
    )
    problems, due_on = unread | dict(read.problems), read.said.due_on
    if None not in {wanted.owner, read.owner} and wanted.owner != read.owner:
        problems.setdefault(OWNER, Problem(ProblemCode.PEOPLE_SEVERAL))
    if None not in {wanted.due_on, due_on} and wanted.due_on != due_on:
        problems.setdefault(DUE, Problem(ProblemCode.DAYS_SEVERAL, typed))
    return replace(
        read,
        text=wanted.text,
        owner=wanted.owner or read.owner,
        said=replace(read.said, due_on=wanted.due_on or due_on),
        kept=_with_due(_with_owner(read, wanted.named), wanted.unread if due_on is None else ""),
        problems=problems,
    )


def _as_obstacle(read: RecordRead) -> RecordRead:
    """With words that stay in the text, and may be meant for how severe it is."""
    said = unread_severity(read.text) if read.said.severity is None else ""
    return replace(read, kept=(*read.kept, Kept(key=SEVERITY, typed=said))) if said else read


def _as_recommendation(read: RecordRead, typed: str, reader: Reader, *, plans: bool) -> RecordRead:
    """With the obstacles it answers, and from whoever may plan its day; else that stays in the text."""
    found, problems, due_on = read_proposal(read.text, reader), dict(read.problems), read.said.due_on
    read = replace(read, text=found.text, answers=found.answers)
    if found.due_on is None:
        if found.problem is not None and plans:
            problems.setdefault(DUE, found.problem)
        kept = _with_due(read.kept, found.unread if due_on is None else "")
        return replace(read, kept=kept, problems=problems)
    if not plans:
        text = _in_order(found.with_due, found.due, read.kept, typed)
        return replace(read, text=text, kept=_with_due(read.kept, found.due))
    if due_on not in {None, found.due_on}:
        problems.setdefault(DUE, Problem(ProblemCode.DAYS_SEVERAL, typed))
    return replace(read, said=replace(read.said, due_on=due_on or found.due_on), problems=problems)


def _in_order(text: str, due: str, kept: Sequence[Kept], typed: str) -> str:
    """The text with a day that stays in it where it was typed, in front of what stays too."""
    for at in range(len(kept)):
        words = [pair.typed for pair in kept[at:]]
        said = re.search(r"[\s,;]*".join(map(re.escape, (due, *words))), typed)
        if said is not None:
            return text.replace(f"{' '.join(words)} {due}", said[0], 1)
    return text


def _with_owner(read: RecordRead, words: str) -> tuple[Kept, ...]:
    """What stays in the text, with words that name somebody who may be to do it, where nobody else is."""
    return read.kept if read.owner or not words else (*read.kept, Kept(key=OWNER, typed=words))


def _with_due(kept: tuple[Kept, ...], words: str) -> tuple[Kept, ...]:
    return (*kept, Kept(key=DUE, typed=words)) if words else kept
