"""What is asked of meetings: `schedule next tuesday 10:00 hybrid`, `start`, `here @others`, `end`, `list`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from domain.group import Theme
from domain.language import Language
from domain.meeting import Arrangement
from domain.reference import RecordKind, Reference, Series
from domain.retiming import Retiming, Toward
from handlers.grammar.command import Utterance
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import bare, folded
from handlers.grammar.mentions import named_people, unknown_person
from handlers.grammar.postponements import read_postponement
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.rearrangements import read_arrangement
from handlers.grammar.references import find_reference
from handlers.grammar.retimings import TOWARDS, take_toward
from handlers.grammar.small_words import UNFINISHED
from handlers.grammar.themes import ThemeTaken, take_everything, take_theme
from handlers.grammar.times import EitherHour
from handlers.grammar.tokens import without
from handlers.grammar.verbs import OTHER_WORDS
from handlers.grammar.vocabulary import Hit, Name, Vocabulary, by_language
from handlers.grammar.wanted import MYSELF

PEOPLE_MAX = 100
"""People named at a time: a command's text holds no more."""


class MeetingAction(StrEnum):
    """What can be done with meetings."""

    SCHEDULE = "schedule"
    START = "start"
    HERE = "here"
    ABSENT = "absent"
    END = "end"
    CANCEL = "cancel"
    LIST = "list"
    SHOW = "show"
    NOTE = "note"
    DECISION = "decision"
    OPPORTUNITY = "opportunity"


NOTES = MappingProxyType(
    {
        MeetingAction.NOTE: RecordKind.NOTE,
        MeetingAction.DECISION: RecordKind.DECISION,
        MeetingAction.OPPORTUNITY: RecordKind.OPPORTUNITY,
    }
)
"""What is added to the minutes of a meeting that is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingWanted:
    """What is asked for.

    `reference` names the meeting, `theme` is a key, `everywhere` asks for all; `people` are user ids,
    `myself`: and whoever says it.

    `retiming` tells when from when a meeting that is moved is, as far as that is; `reason` why it is moved.
    `either` is what was typed of an hour that may be of either half of the day.
    `behind` is the number of the meeting that a page of the list goes on behind, `past` which list it is.
    `language` is that of the word that names the action, None when it is both.
    """

    action: MeetingAction
    reference: Reference | None = None
    theme: str | None = None
    everywhere: bool = False
    arrangement: Arrangement | None = None
    retiming: Retiming | None = None
    reason: str | None = None
    either: EitherHour | None = None
    text: str = ""
    people: tuple[str, ...] = ()
    myself: bool = False
    past: bool | None = None
    behind: int | None = None
    language: Language | None = None


_WORDS: Mapping[MeetingAction, str] = MappingProxyType(
    {
        MeetingAction.SCHEDULE: "schedule plan reschedule move postpone advance change delay push / "
        "programar agendar convocar reprogramar programa mover posponer aplazar adelantar cambiar"
        " reagendar recorrer atrasar retrasar",
        MeetingAction.START: "start open begin / iniciar abrir empezar comenzar inicia",
        MeetingAction.HERE: "here present attend / presente aquí asistir asistencia",
        MeetingAction.ABSENT: "absent / ausente",
        MeetingAction.END: "end close finish / terminar cerrar finalizar termina",
        MeetingAction.CANCEL: "cancel withdraw / cancelar retirar cancela suspender",
        MeetingAction.LIST: "list upcoming past / listar próximas pasadas lista",
        MeetingAction.SHOW: "show view minutes agenda / ver mostrar minuta minutas",
        MeetingAction.NOTE: "note / nota",
        MeetingAction.DECISION: "decision / decisión acuerdo",
        MeetingAction.OPPORTUNITY: "opportunity / oportunidad",
    }
)
_VOCABULARY = Vocabulary(
    (
        Name(action, word, language, main=word == words.split()[0])
        for action, row in _WORDS.items()
        for language, words in by_language(row).items()
        for word in words.split()
    ),
    others=OTHER_WORDS | UNFINISHED,
)
_BEHIND = re.compile(r"(?<!\S)behind:M-(?P<number>[1-9]\d{0,8})(?!\S)", re.IGNORECASE)
_PAST = frozenset({"past", "pasadas", "held", "celebradas"})
_UPCOMING = frozenset({"upcoming", "next", "proximas", "programadas", "scheduled"})
_MOVING = frozenset({"move", "change", "push", "mover", "cambiar", "recorrer", "reagendar", *TOWARDS})
"""Words that mean a meeting that there is; the others for `schedule` may also begin a new one."""

_Read: TypeAlias = Callable[["MeetingWanted", "_Said"], "MeetingWanted | Problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """The words behind the action and the reference, and what they are read against."""

    text: str
    utterance: Utterance
    reader: Reader
    zone: str
    toward: Toward | None = None


def read_meeting(
    utterance: Utterance, themes: Sequence[Theme], reader: Reader, zone: str
) -> MeetingWanted | Problem:
    """What the words behind `meeting` ask for; nothing asks for the list. `zone` is the group's (IANA)."""
    word, rest = _split(utterance.rest)
    alone = find_reference(bare(word)) if word else None
    if not word:
        return MeetingWanted(action=MeetingAction.LIST)
    if alone is not None:
        return _behind_reference(MeetingWanted(action=MeetingAction.SHOW), utterance.rest)
    found = _VOCABULARY.find(bare(word) or word)
    if not isinstance(found, Hit):
        return missed(found, ProblemCode.MEETING_WORD_UNKNOWN, ProblemCode.MEETING_WORD_AMBIGUOUS)
    wanted = MeetingWanted(action=found.value, language=found.language)
    moves = folded(bare(word)) in _MOVING
    rest = f"{word} {rest}" if folded(bare(word)) in _PAST | _UPCOMING else rest
    everywhere = take_everything(rest, themes) if found.value is MeetingAction.LIST else None
    if everywhere is not None:
        wanted, rest = replace(wanted, everywhere=True), everywhere
    taken = take_theme(rest, themes) if found.value in _THEMED else ThemeTaken(rest, None)
    if isinstance(taken, Problem):
        return taken
    wanted, rest = replace(wanted, theme=taken.theme), taken.rest
    first, others = _split(rest)
    reference = find_reference(bare(first)) if first else None
    if reference is not None and reference.series is Series.MEETING:
        wanted, rest = replace(wanted, reference=reference), others
    elif moves or found.value is MeetingAction.CANCEL:
        return Problem(ProblemCode.MEETING_TO_MOVE if moves else ProblemCode.MEETING_TO_CANCEL, first)
    toward, rest = take_toward(folded(bare(word)), rest)
    said = _Said(text=rest, utterance=utterance, reader=reader, zone=zone, toward=toward)
    read = _READERS[found.value](wanted, said)
    return read if isinstance(read, Problem) else _with_theme(read, themes)


def _with_theme(wanted: MeetingWanted, themes: Sequence[Theme]) -> MeetingWanted | Problem:
    """With the `theme: ` that begins what is left, behind when and where: it stood within the line."""
    if wanted.action not in _THEMED or wanted.theme is not None:
        return wanted
    said = take_theme(wanted.text, themes)
    return said if isinstance(said, Problem) else replace(wanted, theme=said.theme, text=said.rest)


def action_of(text: str) -> tuple[MeetingAction | None, str]:
    """The action that the words begin with, None for words that name none, and what stands behind it."""
    word, rest = _split(text)
    found = _VOCABULARY.find(bare(word) or word)
    return (found.value, rest) if isinstance(found, Hit) else (None, text.strip())


def says_move(text: str) -> bool:
    """Whether the first word means a meeting that there is: `move`, `posponer`."""
    return folded(bare(_split(text)[0])) in _MOVING


def _read_schedule(wanted: MeetingWanted, said: _Said) -> MeetingWanted | Problem:
    if wanted.reference is not None:
        return _read_move(wanted, said)
    read = read_arrangement(said.text, said.reader, said.zone)
    if isinstance(read, Problem):
        return read
    arrangement, text = read
    return replace(wanted, arrangement=arrangement, text=text)


def _read_move(wanted: MeetingWanted, said: _Said) -> MeetingWanted | Problem:
    moved = read_postponement(said.text, said.reader, said.zone, said.toward)
    if isinstance(moved, Problem):
        return moved
    return replace(
        wanted,
        arrangement=moved.arrangement,
        retiming=moved.retiming,
        text=moved.text,
        reason=moved.reason,
        either=moved.either,
    )


def _read_text(wanted: MeetingWanted, said: _Said) -> MeetingWanted:
    return replace(wanted, text=said.text.strip())


def _read_note(wanted: MeetingWanted, said: _Said) -> MeetingWanted | Problem:
    """What is added to minutes names its meeting: without one, `note` itself is the verb to use."""
    if wanted.reference is None:
        word = said.text.split(maxsplit=1)[0] if said.text.strip() else ""
        return Problem(ProblemCode.REFERENCE_MISSING, word)
    return replace(wanted, text=said.text.strip())


def _read_people(wanted: MeetingWanted, said: _Said) -> MeetingWanted | Problem:
    named = named_people(said.text, said.utterance.people, PEOPLE_MAX)
    rest = without(said.text, [(each.start, each.end) for each in named])
    unknown = unknown_person(rest)
    if unknown is not None:
        return Problem(ProblemCode.PERSON_UNKNOWN, unknown)
    words = [word for word in re.split(r"[\s,;]+", folded(rest)) if word and word not in {"and", "y", "e"}]
    strange = next((word for word in words if word not in MYSELF), None)
    if strange is not None:
        return Problem(ProblemCode.PERSON_UNKNOWN, strange)
    users = tuple(dict.fromkeys(each.user for each in named))
    return replace(wanted, people=users, myself=bool(words) or not users)


def _read_list(wanted: MeetingWanted, said: _Said) -> MeetingWanted | Problem:
    page = _BEHIND.search(said.text)
    rest = without(said.text, [page.span()]) if page else said.text
    words = folded(rest).split()
    past = True if set(words) & _PAST else False if set(words) & _UPCOMING else None
    strange = next((word for word in words if word not in _PAST | _UPCOMING), None)
    if strange is not None:
        return Problem(ProblemCode.MEETING_WORD_UNKNOWN, strange)
    return replace(wanted, past=past, behind=int(page["number"]) if page else None)


def _read_nothing(wanted: MeetingWanted, said: _Said) -> MeetingWanted | Problem:
    strange = said.text.split(maxsplit=1)
    return Problem(ProblemCode.MEETING_WORD_UNKNOWN, strange[0]) if strange else wanted


def _behind_reference(wanted: MeetingWanted, text: str) -> MeetingWanted | Problem:
    word, rest = _split(text)
    reference = find_reference(bare(word)) if word else None
    if reference is None:
        return Problem(ProblemCode.REFERENCE_MISSING, word)
    if rest:
        return Problem(ProblemCode.MEETING_WORD_UNKNOWN, rest.split(maxsplit=1)[0])
    return replace(wanted, reference=reference)


def _read_show(wanted: MeetingWanted, said: _Said) -> MeetingWanted | Problem:
    if wanted.reference is not None or not said.text.strip():
        return _read_nothing(wanted, said)
    return _behind_reference(wanted, said.text)


_THEMED = frozenset({MeetingAction.SCHEDULE, MeetingAction.START, MeetingAction.LIST})
_READERS: Mapping[MeetingAction, _Read] = MappingProxyType(
    {
        MeetingAction.SCHEDULE: _read_schedule,
        MeetingAction.START: _read_text,
        MeetingAction.HERE: _read_people,
        MeetingAction.ABSENT: _read_people,
        MeetingAction.END: _read_nothing,
        MeetingAction.CANCEL: _read_text,
        MeetingAction.LIST: _read_list,
        MeetingAction.SHOW: _read_show,
        **dict.fromkeys(NOTES, _read_note),
    }
)


def _split(text: str) -> tuple[str, str]:
    """The first word, and what stands behind it."""
    parts = text.strip().split(maxsplit=1)
    return (parts[0] if parts else "", parts[1] if len(parts) > 1 else "")
