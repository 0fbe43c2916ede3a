"""Lines without their verb, or with another: `R-6 60%`, `obstáculos abiertos`, `move M-1 friday`.

Each is said anew as the line that does what can only be meant, which is then read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from domain.group import Theme
from domain.language import Language
from domain.reference import RecordKind, Reference, Series
from handlers.grammar.command import Utterance
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import bare, folded
from handlers.grammar.kinds import exact_kind
from handlers.grammar.linked import read_linked
from handlers.grammar.moves import is_move, read_move
from handlers.grammar.own_words import asked_in_our_words
from handlers.grammar.postponements import read_postponement
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_reference
from handlers.grammar.verbs import Verb, VerbFound, find_verb

_EN, _ES = Language.ENGLISH, Language.SPANISH
_MOVES = "move mover mueve"
_RETIMES = {
    _EN: "postpone put-off>postpone reschedule advance change delay push",
    _ES: "posponer pospon>posponer aplazar aplaza>aplazar reprogramar reprograma>reprogramar adelantar"
    " adelanta>adelantar cambiar cambia>cambiar reagendar reagenda>reagendar recorrer recorre>recorrer"
    " atrasar atrasa>atrasar retrasar retrasa>retrasar",
}
"""Words that change when a meeting is, behind a stroke how `meeting` calls it where that is another one."""


def _actions() -> Iterator[tuple[str, tuple[Language, str]]]:
    for language, row in _RETIMES.items():
        for word, _, action in (each.partition(">") for each in row.split()):
            yield word, (language, action or word)
    for word in _MOVES.split():
        language = _EN if word == "move" else _ES
        yield word, (language, "move" if language is _EN else "mover")


_ACTIONS: Mapping[str, tuple[Language, str]] = MappingProxyType(dict(_actions()))
_MOVING = frozenset(_MOVES.split())
_OF = re.compile(r"(?:of|for|on|de|del|sobre)\s+(?:the |la |el )?|(?:the|la|el) ")


def as_meant(utterance: Utterance, today: date, themes: Sequence[Theme] = ()) -> Utterance:
    """The line that says what is meant; the same where that is what was typed. `today` is a local day.

    `themes` are the group's.
    """
    if utterance.rest and not utterance.rest.strip("?¿! "):
        utterance = _explained(utterance)
    alone = find_reference(f"{utterance.word} {utterance.rest}")
    if alone is not None:
        return Utterance(word=Verb.SHOW.value, rest=str(alone), raw=str(alone))
    if reference_first(utterance) is not None:
        return _of_item(utterance)
    return (
        asked_in_our_words(utterance, themes)
        or _of_meeting(utterance, today)
        or _by_first_word(utterance)
        or utterance
    )


def _explained(utterance: Utterance) -> Utterance:
    """`note ?` asks what the verb does."""
    found = find_verb(plain_word(utterance.word))
    if not isinstance(found, VerbFound) or "?" not in utterance.rest:
        return utterance
    word = plain_word(utterance.word)
    return Utterance(word=Verb.HELP.name_in(found.language or _EN), rest=word, raw=word)


def reference_first(utterance: Utterance) -> Reference | None:
    """The item that stands where a verb is expected, with other words behind it."""
    return find_reference(bare(utterance.word)) if utterance.word and utterance.rest else None


def _of_item(utterance: Utterance) -> Utterance:
    """A status or progress is moved to, a kind of linked items is shown; of other words nobody knows."""
    line = f"{bare(utterance.word)} {utterance.rest}"
    if is_move(line):
        return _behind(Verb.MOVE.value, utterance)
    if not isinstance(read_linked(utterance.rest), Problem):
        return _behind(Verb.SHOW.value, utterance)
    return utterance


def _of_meeting(utterance: Utterance, today: date) -> Utterance | None:
    """A meeting is moved to another day, though other items have their status moved or are put off."""
    word = folded(bare(utterance.word))
    named = utterance.rest.split(maxsplit=1)
    reference = find_reference(bare(named[0])) if named else None
    if word not in _ACTIONS or reference is None or reference.series is not Series.MEETING:
        return None
    if word in _MOVING and not _says_when(utterance.rest, named[1] if len(named) > 1 else "", today):
        return None
    language, action = _ACTIONS[word]
    said = replace(utterance, word=action)
    return _behind(Verb.MEETING.name_in(language), said)


def _says_when(line: str, behind: str, today: date) -> bool:
    """Whether the words are no status, and a time or place."""
    if not behind or not isinstance(read_move(line, _EN), Problem):
        return False
    read = read_postponement(behind, Reader(today=today, day_first=False), "UTC", None)
    return not isinstance(read, Problem) or read.code is not ProblemCode.WHEN_MISSING


def _by_first_word(utterance: Utterance) -> Utterance | None:
    """What a verb asks for behind which it is another's to answer, or a kind in the place of a verb."""
    word = plain_word(utterance.word)
    match find_verb(word):
        case VerbFound(verb=Verb.STATUS, language=language):
            return _asked_of(utterance.rest, language or _EN)
        case VerbFound(verb=Verb.MINE, language=language):
            return _mine(plain_word(utterance.rest), language or _EN)
        case VerbFound():
            return None
        case _:
            return _of_kind(word, utterance)


def _of_kind(word: str, utterance: Utterance) -> Utterance | None:
    """`obstacles` and `tareas` ask for the list of them."""
    found = exact_kind(word)
    if found is None:
        return None
    return _behind(Verb.LIST.name_in(found.language or _EN), replace(utterance, word=word, implied=True))


def _asked_of(rest: str, language: Language) -> Utterance | None:
    """`status of R-1` shows the item: nothing else has a status of its own but a theme."""
    named = _OF.sub("", folded(rest).strip("¿?¡!. "))
    reference = find_reference(bare(named))
    if reference is None:
        return None
    return Utterance(word=Verb.SHOW.name_in(language), rest=str(reference), raw=str(reference))


def _mine(rest: str, language: Language) -> Utterance | None:
    """`my notes` lists them: what waits for a person has none."""
    found = exact_kind(rest)
    if found is None or found.value is RecordKind.ACTION:
        return None
    line = f"{rest} {Verb.MINE.name_in(language)}"
    return Utterance(word=Verb.LIST.name_in(language), rest=line, raw=line)


def plain_word(word: str) -> str:
    """Without the marks that people put around a word."""
    return bare(word.strip("!?¡¿…()[]"))


def _behind(verb: str, utterance: Utterance) -> Utterance:
    """The whole line behind the verb."""
    line = f"{bare(utterance.word)} {utterance.rest}".strip()
    raw = f"{bare(utterance.word)} {utterance.raw}".strip()
    return replace(utterance, word=verb, rest=line, raw=raw)
