"""What people say to whoever is there, and ask nothing with: greetings and thanks, alone or before a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from handlers.grammar.command import Utterance, parse
from handlers.grammar.folding import bare, folded
from handlers.grammar.kinds import is_kind
from handlers.grammar.own_words import is_question
from handlers.grammar.references import find_reference
from handlers.grammar.small_words import EMOJI
from handlers.grammar.verbs import is_written_out


class Courtesy(StrEnum):
    """Each has a message `courtesy-KIND` in every catalogue."""

    GREETING = "greeting"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Said:
    """What a line is said for. `whole`: every word of it is courtesy; else something stands behind."""

    courtesy: Courtesy
    whole: bool = True


_GREETINGS = (
    "good morning|good afternoon|good evening|good day|hello|hey|hi|hiya|greetings"
    "|muy buenos dias|muy buenas tardes|buenos dias|buen dia|buenas tardes|buenas noches|muy buenas|buenas"
    "|hola|que tal|saludos|estimados|estimadas"
)
_THANKS = (
    "thank you very much|thank you so much|thank you|thanks a lot|many thanks|thanks|thx"
    "|muchas gracias|muchisimas gracias|mil gracias|gracias"
)
_ASSENT = (
    "ok|okay|okey|perfect|perfecto|great|genial|excellent|excelente|listo|de acuerdo|all good|got it"
    "|entendido|entendida|enterado|enterada|vale|sale"
)
_PRAISE = frozenset({"perfect", "perfecto", "great", "genial", "excellent", "excelente"})
"""Assent that a word may belong to, even in front of a colon: `excelente acuerdo: primero el censo`."""

_SOFT = "yes|yep|si|bueno|bien|muy bien|sure|claro|well"
_REFUSAL = "no|nope"
_PLEASE = "please|pls|plz|por favor|x favor|porfavor|porfa|porfis|favor de"
_ANYBODY = (
    "again|all|everyone|everybody|there|team|a todos|a todas|todos|todas|equipo|otra vez|bot|rapporteur"
    "|colleagues|colegas|companeros|companeras"
)
_PARTING = (
    "that s all|thats all|that is all|that will be all|for now|for today|bye|see you|eso es todo|es todo"
    "|nada mas|por ahora|por hoy|hasta luego|hasta manana|adios|y"
)
_MORE = f"{_GREETINGS}|{_THANKS}|{_ASSENT}|{_ANYBODY}|{_PARTING}"

_GREETED = re.compile(rf"(?:{_GREETINGS})(?: (?:{_MORE}))*")
_THANKED = re.compile(
    rf"(?:(?:{_ASSENT}|{_SOFT}|{_REFUSAL}) )*(?:{_THANKS})(?: (?:{_MORE}))*(?P<more> (?:por|for) \S.*)?"
    rf"|(?:{_ASSENT})(?: (?:{_ASSENT}|{_ANYBODY}))*"
)
_OPENING = re.compile(
    rf"(?:(?P<greeting>{_GREETINGS})|(?P<please>{_PLEASE})|{_THANKS}|{_ASSENT}|{_SOFT})"
    rf"(?: (?:{_GREETINGS}|{_THANKS}|{_ASSENT}|{_ANYBODY}|{_PLEASE}))*"
)
_FIRST = frozenset(
    phrase.split()[0]
    for phrases in (_GREETINGS, _THANKS, _ASSENT, _SOFT, _REFUSAL, _PLEASE)
    for phrase in phrases.split("|")
)
"""Words that a courtesy begins with: of most lines no more than the first word need be looked at."""

_GOES_ON = frozenset({"buenas", "muy buenas"})
"""Greetings that another word may belong to: `buenas recomendaciones`."""
_MARKS = re.compile(r":[a-z0-9_+-]+:|[^\w\s]", re.ASCII)
_PICTURES = re.compile(rf"(?:{EMOJI})+")
_SETS_OFF = (",", ".", ";", ":", "!", "-", "\u2013", "\u2014")
_LONGEST = 60
"""Characters: nobody greets at greater length, and longer lines need not be looked at."""

_WORDS_MAX = 8
"""Words that a courtesy before a line has at most: `muy buenas tardes a todos, por favor`."""


def read_courtesy(line: str) -> Said | None:
    """The courtesy that a line is, whatever marks and emoji stand around it; None when it says more.

    Of thanks what they are for may stand behind them.
    """
    if len(line) > _LONGEST or not _may_begin(line):
        return None
    said = _plain(line)
    if _GREETED.fullmatch(said):
        return Said(Courtesy.GREETING)
    thanked = _THANKED.fullmatch(said)
    return None if thanked is None else Said(Courtesy.THANKS, whole=thanked["more"] is None)


def without_courtesy(utterance: Utterance) -> Utterance:
    """What a greeting and the like stand in front of; the same where that is nothing, or may be all one.

    Behind a greeting and a mark a line of any words begins; behind other courtesies and a mark, or a
    greeting, an emoji or `please` without one, only what begins a line itself: `gracias al censo` and
    `great support` go on.
    """
    if not _may_begin(f"{utterance.word}{utterance.colon}"):
        return utterance
    words: list[str] = []
    for word, behind in _taken_apart(utterance):
        words.append(word)
        plain = _plain(" ".join(words))
        if _PICTURES.fullmatch(word) and not plain and _begins_line(behind):
            return behind
        said = _OPENING.fullmatch(plain)
        if said is None or not behind.word or (word.casefold() == "hi" and find_reference(bare(behind.word))):
            continue
        is_set_off = word.endswith(_SETS_OFF)
        is_alone = said["please"] or (said["greeting"] and plain not in _GOES_ON)
        is_marked = bool(behind.colon) and is_written_out(bare(behind.word)) and plain not in _PRAISE
        if _begins_line(behind) and (is_set_off or is_alone or (is_marked and plain not in _GOES_ON)):
            return behind
        if said["greeting"] and is_set_off and not _OPENING.match(_plain(behind.word)):
            return behind
    return utterance


def _may_begin(line: str) -> bool:
    """Whether its first word begins a courtesy; marks and emoji may stand before that."""
    first = _plain(line[:_LONGEST]).split()
    return not first or first[0] in _FIRST


def _taken_apart(utterance: Utterance) -> Iterator[tuple[str, Utterance]]:
    """Each of the first words, and what stands behind it."""
    for _ in range(_WORDS_MAX):
        if not utterance.rest:
            return
        word = f"{utterance.word}{utterance.colon}"
        utterance = parse(utterance.raw)
        yield word, utterance


def _begins_line(utterance: Utterance) -> bool:
    word = bare(utterance.word)
    is_opening = is_written_out(word) or is_kind(word) or find_reference(word) is not None
    return is_opening or is_question(utterance)


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(" ", folded(text)).split())
