"""What a line begins with: a verb, or what may have been meant by a word that is none for certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from handlers.grammar.command import Utterance
from handlers.grammar.folding import bare, folded
from handlers.grammar.references import find_reference
from handlers.grammar.subjects import split_reason
from handlers.grammar.verbs import (
    CARRYING,
    HOLDING,
    PARTED,
    READING,
    Ambiguous,
    Unknown,
    Verb,
    VerbFound,
    find_verb,
    is_asked,
    is_written_out,
)

_SAYING_WHERE = frozenset({Verb.MOVE, Verb.ASSIGN, Verb.SNOOZE})
"""Verbs behind which a status, a person or a day stands, not a sentence."""

_LETTERS = frozenset("aeiouy")
"""Words of one letter, with which sentences begin."""

_OF_ITEMS = frozenset({*CARRYING, *HOLDING, Verb.UNDO}) - {Verb.EDIT}

_OPEN_QUESTION = re.compile(
    r"[^?]*¿|(?:who|what|why|when|where|how|which|whose"
    r"|quien|que|por que|cuando|donde|como|cual|cuant[oa]s?)\b"
)
"""What a reason that asks itself begins with or has in it: `because who pays?`."""

_ITEMS = re.compile(r"items\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A verb that writes, and the line only asks: `done? A-1`."""

    word: str
    suggestions: tuple[Verb, ...]


Missed: TypeAlias = Ambiguous | Unknown | Asked


def read_opening(utterance: Utterance, *, in_message: bool) -> VerbFound | Missed:
    """The verb that a line begins with; `help` where there is none.

    People write sentences in a message, to the bot or in a mention: a word that only begins like a verb is
    one there where nothing or an item stands behind it.
    """
    is_held = not utterance.rest or _names_item(utterance)
    found = find_verb(utterance.word or Verb.HELP.value, held=is_held)
    if isinstance(found, VerbFound) and _is_prose(utterance, found.verb):
        is_items = _ITEMS.match(utterance.rest) is not None
        said = f"{utterance.word} {utterance.rest.split()[0]}" if is_items else utterance.word
        return Unknown(said, (found.verb,))
    if not isinstance(found, VerbFound):
        is_word = folded(utterance.word) in _LETTERS and utterance.rest
        return Unknown(utterance.word, ()) if is_word else found
    if found.verb not in READING and utterance.rest and _asks(utterance, found.verb):
        return Asked(utterance.word, (found.verb,))
    if in_message and utterance.rest and not is_written_out(utterance.word) and not _names_item(utterance):
        return Unknown(utterance.word, (found.verb,))
    return found


def _is_prose(utterance: Utterance, verb: Verb) -> bool:
    """Whether a word that is a verb only by what parts it from the text is none: `problem solved, thanks`."""
    if utterance.colon or not utterance.rest or utterance.rest.startswith(":"):
        return False
    is_parted = folded(bare(utterance.word)) in PARTED
    return is_parted or (verb is Verb.ACTION and _ITEMS.match(utterance.rest) is not None)


def _asks(utterance: Utterance, verb: Verb) -> bool:
    """Whether the line asks, and not only the reason that it gives."""
    if is_asked(utterance.word):
        return True
    if verb not in _OF_ITEMS or not utterance.rest.endswith("?"):
        return False
    if verb not in _SAYING_WHERE and find_reference(utterance.rest) is None:
        return False
    before, reason = split_reason(utterance.rest)
    is_of_reason = reason is not None and _OPEN_QUESTION.match(folded(reason)) is not None
    return not is_of_reason or "¿" in before or utterance.word.startswith("¿")


def _names_item(utterance: Utterance) -> bool:
    return find_reference(bare(utterance.rest.split(maxsplit=1)[0])) is not None
