"""What a move is asked for: `R-2 in progress 40% because …`, `O-3 fusionado con O-2`, `reabrir`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from domain.action import ActionStatus
from domain.kinds import NATURES
from domain.language import Language
from domain.recommendation import RecommendationStatus, StatusGroup
from domain.reference import RecordKind, Reference, Series
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.problems import WORD_MAX, Problem, ProblemCode, missed
from handlers.grammar.references import find_reference, take_version
from handlers.grammar.statuses import find_status, is_status, names_for, statuses_of
from handlers.grammar.subjects import read_subject, split_reason, without_courtesy
from handlers.grammar.vocabulary import Hit

DIRECTION_MAX = 120
"""Characters between the reference and the reason: a status, a percentage and what takes the item's place
have less than half of that. More is prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveWanted:
    """What was asked for. `to` None: only the progress changes, or with `reopen` the item comes back.

    `progress` is a percentage as typed, which may be out of range. `version` is the one that buttons write.
    """

    reference: Reference
    to: str | None = None
    reopen: bool = False
    progress: int | None = None
    reason: str | None = None
    successor: Reference | None = None
    version: int | None = None


_UNDER_WAY = {status for status in RecommendationStatus if StatusGroup.of(status) is StatusGroup.UNDER_WAY}
"""What figures count as under way: of a move it says that the work goes on."""

SERIES_KINDS: Mapping[Series, RecordKind] = MappingProxyType(
    {series: nature.kind for series, nature in NATURES.items()}
)
"""A kind for each series: those of notes have the same statuses."""

_PERCENT = re.compile(r"(?<![\w.,-])(?P<number>\d{1,4})\s?(?:%|percent\b|por ?ciento\b)", re.IGNORECASE)
_OTHER = re.compile(
    r"(?<!\S)(?:into|in|with|by|en|con|por)\s+(?:(?:the|el|la)\s+)?(?P<other>[a-z]\s?[-_#]?\s?\d{1,12})\W*$",
    re.IGNORECASE,
)
_COLON = re.compile(r"[:;\n]|\s-\s")
_LEADING = re.compile(r"(?:(?:to|as|is|at|a|al|como|now|ahora|esta|queda|pasa|ya|with|con) )+")
_TRAILING = re.compile(r"(?: (?:at|al?|con|with|and|y))+$")
ALL_DONE = 100
_PART_DONE = frozenset(
    re.findall(
        r"\w+",
        "done complete completed finished implemented progress there hecho hecha completo completa completado"
        " completada terminado terminada listo lista implementada implementado avance avanzado avanzada va"
        " lleva vamos llevamos",
    )
) | {
    "va en",
    "vamos en",
    "va como en",
    "of progress",
    "de avance",
    "va avance",
    "lleva avance",
    "lleva de avance",
    "we are",
}
"""Beside a percentage these say how much: `50% done`, `lleva 40% de avance`."""

_REOPEN = frozenset({"reopen", "reopened", "reabrir", "reabierta", "reabierto", "reabre"})
_REOPEN |= {f"{word} again" for word in ("open", "reopen")} | {"abrir de nuevo", "de nuevo abierta"}


def read_move(text: str, language: Language) -> MoveWanted | Problem:
    """The move that the words behind the verb ask for, or the first thing in them that is wrong.

    Statuses that are offered instead are named in the language.
    """
    subject = read_subject(text)
    if isinstance(subject, Problem):
        return subject
    rest, reason = split_reason(subject.rest)
    if reason is None:
        rest, reason = _behind_colon(rest, subject.reference)
    rest, version = take_version(f" {rest}") if reason is None else (rest, None)
    kind = SERIES_KINDS[subject.reference.series]
    if len(rest) > DIRECTION_MAX:
        return Problem(ProblemCode.STATUS_OF_OTHER_KIND, rest, names_for(kind, language))
    rest, progress = _split_progress(without_courtesy(rest))
    rest, successor = _split_successor(rest)
    rest = "" if _is_progress(progress, _status_words(rest)) else rest
    wanted = MoveWanted(
        reference=subject.reference, progress=progress, reason=reason, successor=successor, version=version
    )
    return _towards(wanted, _status_words(rest), kind, language)


def is_move(text: str) -> bool:
    """Whether nothing but a move can be meant: behind the item stands a whole status, or its progress."""
    subject = read_subject(text)
    wanted = read_move(text, Language.ENGLISH)
    if isinstance(subject, Problem) or isinstance(wanted, Problem):
        return False
    rest, reason = split_reason(subject.rest)
    if reason is None:
        rest, _ = _behind_colon(rest, subject.reference)
    rest, _ = take_version(f" {rest}")
    if len(rest) > DIRECTION_MAX:
        return False
    rest, progress = _split_progress(without_courtesy(rest))
    words = _status_words(_split_successor(rest)[0])
    return not words or _is_progress(progress, words) or words in _REOPEN or is_status(words)


def read_move_part(text: str) -> MoveWanted | None:
    """The item and whatever else is understood, without a status. Prose is the reason. None without an item.

    More words than are repeated to the person are prose.
    """
    subject = read_subject(text)
    if isinstance(subject, Problem):
        return None
    rest, reason = split_reason(subject.rest)
    rest, progress = _split_progress(rest) if len(rest) <= DIRECTION_MAX else (rest, None)
    told = " ".join(part for part in (rest.strip() if len(rest) > WORD_MAX else "", reason) if part)
    return MoveWanted(reference=subject.reference, progress=progress, reason=told or None)


def _behind_colon(text: str, reference: Reference) -> tuple[str, str | None]:
    """`dropped: the study was made` without a `because`, when what stands before is a status."""
    found = _COLON.search(scannable(text[: DIRECTION_MAX + 1]))
    if found is None:
        return text, None
    before, _ = _split_progress(text[: found.start()])
    before, _ = _split_successor(before)
    status = find_status(_status_words(before))
    kinds = {SERIES_KINDS[reference.series]}
    if not isinstance(status, Hit) or not status.value & statuses_of(kinds):
        return text, None
    return text[: found.start()], text[found.end() :].strip() or None


def _split_progress(text: str) -> tuple[str, int | None]:
    found = _PERCENT.search(scannable(text))
    if found is None:
        return text, None
    return f"{text[: found.start()]} {text[found.end() :]}", int(found["number"])


def _is_progress(progress: int | None, words: str) -> bool:
    """Whether words beside a percentage that is not all of it say how much is done."""
    return progress is not None and progress < ALL_DONE and words in _PART_DONE


def _split_successor(text: str) -> tuple[str, Reference | None]:
    found = _OTHER.search(scannable(text))
    reference = find_reference(found["other"]) if found else None
    if found is None or reference is None:
        return text, None
    return text[: found.start()], reference


def _status_words(text: str) -> str:
    words = folded(bare(text)).strip(" .,;:!()")
    lead = _LEADING.match(f"{words} ")
    return _TRAILING.sub("", words[lead.end() :].strip() if lead else words)


def _towards(wanted: MoveWanted, words: str, kind: RecordKind, language: Language) -> MoveWanted | Problem:
    if not words and wanted.progress is not None:
        return wanted
    if not words:
        return Problem(ProblemCode.STATUS_MISSING, str(wanted.reference), names_for(kind, language))
    if words in _REOPEN:
        return replace(wanted, reopen=True)
    to = _status(words, kind, language)
    if isinstance(to, Problem):
        return to
    return replace(wanted, reopen=True) if to == ActionStatus.OPEN else replace(wanted, to=to)


def _status(words: str, kind: RecordKind, language: Language) -> str | Problem:
    """The one status of the kind that the words stand for; its own names come before those of groups."""
    for each in Language:
        own = [folded(name) for name in names_for(kind, each)]
        if words in own:
            return str(list(NATURES[kind.series].statuses)[own.index(words)])
    found = find_status(words)
    if not isinstance(found, Hit) and found.suggestions:
        return missed(found, ProblemCode.STATUS_UNKNOWN, ProblemCode.STATUS_AMBIGUOUS)
    possible = found.value & statuses_of({kind}) if isinstance(found, Hit) else frozenset()
    if possible == _UNDER_WAY:
        return RecommendationStatus.IN_PROGRESS
    if len(possible) != 1:
        bare_number = kind is RecordKind.RECOMMENDATION and re.fullmatch(r"\d{1,2}|100", words)
        meant = (f"{words}%",) if bare_number else ()
        return Problem(ProblemCode.STATUS_OF_OTHER_KIND, words, (*meant, *names_for(kind, language)))
    return next(iter(possible))
