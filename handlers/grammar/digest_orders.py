"""What is to be done with a digest: `pause D-1`, `skip D-1 mar 8`, `no omitir el 8 de marzo`."""

from __future__ import annotations

import re
from datetime import date

from domain.language import Language
from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.digests import DigestAction, DigestOrder
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.vocabulary import Found, Hit, Name, Vocabulary

_EN, _ES = Language.ENGLISH, Language.SPANISH
_SAID: list[DigestAction] = [action for action in DigestAction if action is not DigestAction.OWN]
_ACTIONS: Vocabulary[DigestAction] = Vocabulary(
    [
        *(Name(action, action.value, _EN) for action in _SAID),
        Name(DigestAction.LIST, "listar", _ES),
        Name(DigestAction.PREVIEW, "vista previa", _ES),
        Name(DigestAction.PREVIEW, "previa", _ES),
        Name(DigestAction.NOW, "ahora", _ES),
        Name(DigestAction.EDIT, "editar", _ES),
        Name(DigestAction.EDIT, "cambiar", _ES, main=False),
        Name(DigestAction.EDIT, "change", _EN, main=False),
        Name(DigestAction.SKIP, "omitir", _ES),
        Name(DigestAction.SKIP, "saltar", _ES, main=False),
        Name(DigestAction.UNSKIP, "no omitir", _ES),
        Name(DigestAction.UNSKIP, "no omitirlo", _ES, main=False),
        Name(DigestAction.UNSKIP, "no saltar", _ES, main=False),
        Name(DigestAction.UNSKIP, "no saltarlo", _ES, main=False),
        Name(DigestAction.UNSKIP, "don't skip", _EN, main=False),
        Name(DigestAction.UNSKIP, "do not skip", _EN, main=False),
        Name(DigestAction.PAUSE, "pausar", _ES),
        Name(DigestAction.RESUME, "reanudar", _ES),
        Name(DigestAction.STOP, "detener", _ES),
        Name(DigestAction.MUTE, "silenciar", _ES),
        Name(DigestAction.LOG, "envíos", _ES),
        Name(DigestAction.LOG, "registro", _ES, main=False),
        Name(DigestAction.LOG, "bitácora", _ES, main=False),
        Name(DigestAction.LOG, "historial", _ES, main=False),
    ]
)
_ACTION_WORDS_MAX = 3
_ACTION_PREFIX_MIN = 3
"""Letters: `de lunes a viernes` does not ask to stop (`detener`)."""

_OF_DATES = frozenset({DigestAction.SKIP, DigestAction.UNSKIP})

_NUMBER = re.compile(r"(?:d\s?-?\s?|#)?0*([1-9][0-9]{0,8})")
_NUMBERED = re.compile(r"(?:d\s?-?\s?|#)?0*([1-9][0-9]{0,8})\s+(?P<on>\S.*)", re.IGNORECASE)
_THE_ONE = re.compile(
    r"it|(?:the )?next(?: one)?|(?:el |la |lo )?(?:proxim[oa]|siguiente)(?: (?:resumen|fecha))?"
)
_OWN = re.compile(rf"{DigestAction.OWN.value} (?P<key>\S{{1,200}})")
_EDITED = re.compile(r"(?:d\s?-?\s?|#)0*([1-9][0-9]{0,8})(?!\S)\s*", re.IGNORECASE)


def read_order(text: str, reader: Reader) -> DigestOrder | Problem | None:
    """The action, on which digest, and of which date; None for what is no order."""
    own = _OWN.fullmatch(text)
    if own is not None:
        return DigestOrder(DigestAction.OWN, key=own["key"])
    words = scannable(text).split()
    for length in range(_ACTION_WORDS_MAX, 0, -1):
        found = named_action(" ".join(words[:length]))
        if isinstance(found, Hit):
            return _on_digest(found.value, " ".join(words[length:]), reader)
    return None


def named_action(word: str) -> Found[DigestAction] | None:
    """What the words ask for; None for what is too short to ask for anything."""
    return _ACTIONS.find(word) if len(folded(word)) >= _ACTION_PREFIX_MIN else None


def action_like(word: str) -> Found[DigestAction]:
    """What the word asks for, or may have meant."""
    return _ACTIONS.find(word)


def edited(text: str) -> tuple[int | None, str] | None:
    """The digest that is to be edited, where one is named, and what else is said; None for another order."""
    first, _, others = scannable(text).partition(" ")
    found = named_action(first)
    if not isinstance(found, Hit) or found.value is not DigestAction.EDIT:
        return None
    alone = _NUMBER.fullmatch(folded(bare(others)))
    if alone is not None:
        return int(alone[1]), ""
    named = _EDITED.match(others)
    return (None, others) if named is None else (int(named[1]), others[named.end() :])


def _on_digest(action: DigestAction, others: str, reader: Reader) -> DigestOrder | Problem:
    """The digest, and with `skip` and `unskip` the date, that are named behind the action."""
    if not others:
        return DigestOrder(action)
    number = _NUMBER.fullmatch(folded(bare(others)))
    if number is not None:
        return DigestOrder(action, int(number[1]))
    if action in _OF_DATES:
        numbered = _NUMBERED.fullmatch(others)
        for of, said in ((None, others), *([(int(numbered[1]), numbered["on"])] if numbered else [])):
            if _THE_ONE.fullmatch(folded(bare(said))):
                return DigestOrder(action, of)
            on = _day(said, reader)
            if on is not None:
                return DigestOrder(action, of, on)
    return Problem(ProblemCode.DIGEST_NUMBER_UNKNOWN, others)


def _day(said: str, reader: Reader) -> date | None:
    period = read_period(said, reader)
    return period.first if period is not None and period.first == period.last else None
