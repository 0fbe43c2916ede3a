"""What is to be done with a digest: `pause D-1`, `skip D-1 mar 8`, `no omitir el 8 de marzo`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from domain.language import Language
from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import WEEKDAY
from handlers.grammar.deadlines import misnamed_problem
from handlers.grammar.digests import DigestAction, DigestOrder
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.quiet_weeks import begins_with_quiet
from handlers.grammar.terms import is_term, term_in
from handlers.grammar.vocabulary import Found, Hit, Name, Vocabulary, by_language

_EN, _ES = Language.ENGLISH, Language.SPANISH
_SAID: list[DigestAction] = [action for action in DigestAction if action is not DigestAction.OWN]
_NAMES: tuple[Name[DigestAction], ...] = (
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
)
_WHOLE: Mapping[DigestAction, str] = MappingProxyType(
    {
        DigestAction.LIST: "show view / ver mostrar muestra",
        DigestAction.EDIT: "modify / modificar modifica modifique edita edite cambia cambie",
        DigestAction.SKIP: "omit / omite omita omítelo omítalo omitirlo salta salte sáltalo sáltelo",
        DigestAction.UNSKIP: (
            "/ no_omitas no_omita no_lo_omitas no_lo_omita no_saltes no_salte no_lo_saltes no_lo_salte"
        ),
        DigestAction.PAUSE: "suspend hold / suspender suspende suspenda pausa",
        DigestAction.RESUME: (
            "unpause unmute continue restart / reanuda reanude continuar continúa continúe"
            " reactivar reactiva reactive"
        ),
        DigestAction.STOP: (
            "cancel delete remove off / parar apagar apaga cancelar cancela cancele eliminar elimina elimine"
            " borrar borra borre quitar quita quite detén detenga"
        ),
    }
)
"""Further words, understood as they stand and by no beginning: `del` and `con` are words of schedules.

A pause is what `suspend` asks for: the way back is there, and from `stop` there is none.
"""
_WHOLE_NAMES = tuple(
    Name(action, word.replace("_", " "), language, main=False)
    for action, row in _WHOLE.items()
    for language, words in by_language(row).items()
    for word in words.split()
)
_ACTIONS = Vocabulary(_NAMES)
_WHOLE_WORDS, _ALL = Vocabulary(_WHOLE_NAMES), Vocabulary([*_NAMES, *_WHOLE_NAMES])
_ACTION_WORDS_MAX = 3
_ACTION_PREFIX_MIN = 3
"""Letters: `de lunes a viernes` does not ask to stop (`detener`)."""

_OF_DATES = frozenset({DigestAction.SKIP, DigestAction.UNSKIP})
_PAUSES = frozenset({DigestAction.PAUSE, DigestAction.RESUME, DigestAction.MUTE})
_FOR_SOME_TIME = re.compile(r"(?:until|till|for|hasta|por|durante) ")

DAYS_OF_MONTH = 31

_NUMBER = re.compile(r"(?:d\s?-?\s?|#)?0*([1-9][0-9]{0,8})")
_NUMBERED = re.compile(r"(?:d\s?-?\s?|#)?0*([1-9][0-9]{0,8})\s+(?P<on>\S.*)", re.IGNORECASE)
_THE_ONE = re.compile(
    r"it|(?:the )?next(?: one)?|(?:el |la |lo )?(?:proxim[oa]|siguiente)(?: (?:resumen|fecha))?"
)
_OWN = re.compile(rf"{DigestAction.OWN.value} (?P<key>\S{{1,200}})")
_EDITED = re.compile(
    r"(?:(?:d\s?-?\s?|#)0*([1-9][0-9]{0,8})|0?([1-9][0-9]?))(?=[,:]?(?:\s|$))[\s,:]*", re.IGNORECASE
)
_DIGEST_BEFORE = re.compile(
    rf"{WEEKDAY}(?:s|es)?(?!\w)|(?:the|el|los|las|at|to|a|every|cada|todos|todas|each|weekly|monthly|biweekly|daily"
    r"|semanal|semanalmente|mensual|mensualmente|quincenal|diario|diariamente|weekdays|entre semana|in|en"
    r"|only|solo|mine|both|ambos|english|spanish|ingles|espanol)(?!\w)|[0-9]{1,2}(?::[0-9]{2}|\s?[ap]\.?\s?m|\s?hrs?(?!\w))|[a-z]+:"
)
"""What stands behind the number of a digest, and not behind an hour or a day: `edit 2 friday`."""

_TO = re.compile(r"\A(?:to|for|al?|para)\s+", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"0*([1-9][0-9]?)[\s:,]+(?P<on>\S.*)", re.IGNORECASE | re.DOTALL)
_LETTERED = re.compile(r"d\s?-?\s?0*([1-9][0-9]{0,8})(?!\S)\s*(?P<on>.*)", re.IGNORECASE | re.DOTALL)
_NAMED_FIRST = re.compile(
    r"(?:d\s?-?\s?|#)0*([1-9][0-9]{0,8})(?!\S)[\s:,]*(?P<on>.*)", re.IGNORECASE | re.DOTALL
)


def read_order(text: str, reader: Reader) -> DigestOrder | Problem | None:
    """The action, on which digest, and of which date; None for what is no order."""
    own = _OWN.fullmatch(text)
    if own is not None:
        return DigestOrder(DigestAction.OWN, key=own["key"])
    words = _turned(text).split()
    for length in range(_ACTION_WORDS_MAX, 0, -1):
        found = named_action(" ".join(words[:length]))
        if isinstance(found, Hit):
            return _on_digest(found.value, " ".join(words[length:]), reader)
    return None


def named_action(word: str) -> Found[DigestAction] | None:
    """What the words ask for; None for what is too short to ask for anything."""
    whole = _WHOLE_WORDS.exact(bare(word))
    if whole is not None:
        return whole
    return _ACTIONS.find(word) if len(folded(word)) >= _ACTION_PREFIX_MIN else None


def orders_like(word: str, language: Language) -> tuple[str, ...]:
    """The orders that the word may have meant, the likeliest first: of the language, where it has any."""
    found = _ALL.find(word)
    if isinstance(found, Hit):
        return (order_name(found.value, found.language or language),)
    own = [name.text for name in found.nearest if name.language is language]
    return tuple(own or dict.fromkeys(names.in_language(language) for names in found.meant))


def order_name(action: DigestAction, language: Language) -> str:
    """The word that asks for it."""
    return next(name.text for name in _NAMES if name.value is action and name.language is language)


def edited(text: str) -> tuple[int | None, str] | None:
    """The digest that is to be edited, where one is named, and what else is said; None for another order."""
    first, _, others = _turned(text).partition(" ")
    found = named_action(first)
    if not isinstance(found, Hit) or found.value is not DigestAction.EDIT:
        return None
    alone = _NUMBER.fullmatch(folded(bare(others)))
    if alone is not None:
        return int(alone[1]), ""
    named = _EDITED.match(others)
    if named is None or (named[2] and not _names_digest(int(named[2]), others[named.end() :])):
        return None, others
    return int(named[1] or named[2]), _TO.sub("", others[named.end() :], count=1)


def _names_digest(number: int, behind: str) -> bool:
    """Whether a number without its letter is a digest's: neither an hour nor a day of the month."""
    return number > DAYS_OF_MONTH or _DIGEST_BEFORE.match(folded(behind)) is not None


def order_on(word: str, words: str) -> tuple[DigestAction, int, str] | None:
    """What is to be done with the digest `D-1` that is named, and what is said of it; None for others."""
    first, _, others = _turned(f"{word} {words}").partition(" ")
    found, named = named_action(first), _LETTERED.fullmatch(others.strip())
    if not isinstance(found, Hit) or named is None:
        return None
    said = bare(named["on"])
    return None if said and found.value is not DigestAction.EDIT else (found.value, int(named[1]), said)


def _turned(text: str) -> str:
    """The text with the order first, where the digest is: `D-1 pause`; alone it is to be seen."""
    line = scannable(text).strip()
    named = _NAMED_FIRST.fullmatch(line)
    if named is None:
        bare_number = _NUMBER_FIRST.fullmatch(line)
        is_ordered = bare_number is not None and _ALL.exact(bare(bare_number["on"])) is not None
        return line if bare_number is None or not is_ordered else f"{bare_number['on']} {bare_number[1]}"
    number, words = f"D-{named[1]}", named["on"].split()
    lengths = range(0 if begins_with_quiet(named["on"]) else _ACTION_WORDS_MAX, 0, -1)
    for length in lengths:
        found = named_action(" ".join(words[:length]))
        if isinstance(found, Hit):
            return " ".join([found.value.value, number, *words[length:]])
    return " ".join([(DigestAction.EDIT if words else DigestAction.LIST).value, number, *words])


def _on_digest(action: DigestAction, others: str, reader: Reader) -> DigestOrder | Problem:
    """The digest, and with `skip` and `unskip` the date, that are named behind the action."""
    if not others:
        return DigestOrder(action)
    number = _NUMBER.fullmatch(folded(bare(others)))
    if number is not None:
        return DigestOrder(action, int(number[1]))
    numbered = _NUMBERED.fullmatch(others)
    behind = numbered["on"] if numbered else others
    if action in _OF_DATES:
        readings = ((None, others), *([(int(numbered[1]), behind)] if numbered else []))
        found = filter(None, (_of_date(action, of, said, reader) for of, said in readings))
        wrong = misnamed_problem(behind, reader) or Problem(ProblemCode.DIGEST_SKIP_UNKNOWN, behind)
        return next(found, wrong)
    if action in _PAUSES and (_FOR_SOME_TIME.match(folded(behind)) or _says_when(behind, reader)):
        return Problem(ProblemCode.DIGEST_PAUSE_TERM, behind)
    return Problem(ProblemCode.DIGEST_NUMBER_UNKNOWN, others)


def _of_date(action: DigestAction, of: int | None, said: str, reader: Reader) -> DigestOrder | None:
    """The order about the next one, or about the one of the day that is named."""
    if _THE_ONE.fullmatch(folded(bare(said))):
        return DigestOrder(action, of)
    on = _day(said, reader)
    return None if on is None else DigestOrder(action, of, on)


def _says_when(text: str, reader: Reader) -> bool:
    return bool(term_in(text, reader)) or is_term(text, reader) or read_period(text, reader) is not None


def _day(said: str, reader: Reader) -> date | None:
    period = read_period(said, reader)
    return period.first if period is not None and period.first == period.last else None
