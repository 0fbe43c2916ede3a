"""What is asked of a digest: a schedule (`weekly mon 09:00 Mexico City`), or an order (`pause D-1`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.group import Theme
from domain.language import Language
from domain.schedule import Schedule
from handlers.grammar.coverages import KEYS, read_pairs, zone_of
from handlers.grammar.dates.rules import Reader
from handlers.grammar.digests import (
    NOTHING_SAID,
    DigestAction,
    DigestEdit,
    DigestOrder,
    DigestSaid,
    DigestWanted,
)
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.recurrences import Rhythm, take_rhythm
from handlers.grammar.setting import Setting
from handlers.grammar.times import take_one_time
from handlers.grammar.tokens import without
from handlers.grammar.vocabulary import Hit, Name, Vocabulary
from handlers.grammar.weekdays import take_weekdays

__all__ = [
    "KEYS",
    "NOTHING_SAID",
    "DigestAction",
    "DigestEdit",
    "DigestOrder",
    "DigestSaid",
    "DigestWanted",
    "Understood",
    "edited",
    "read_digest",
    "understood",
]

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
        Name(DigestAction.UNSKIP, "no saltar", _ES, main=False),
        Name(DigestAction.UNSKIP, "don't skip", _EN, main=False),
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
_ACTION_PREFIX_MIN = 3
"""Letters: `de lunes a viernes` does not ask to stop (`detener`)."""

_OF_DATES = frozenset({DigestAction.SKIP, DigestAction.UNSKIP})

UNREAD_MAX = 20
"""Words that are left out, one by one, of a text that as a whole cannot be read."""

_NUMBER = re.compile(r"(?:d\s?-?\s?|#)?0*([1-9][0-9]{0,8})")
_DATED = re.compile(r"(?P<named>.*?)\s+(?P<on>\d{4}-\d{2}-\d{2})")
_OWN = re.compile(rf"{DigestAction.OWN.value} (?P<key>\S{{1,200}})")
_EDITED = re.compile(r"(?:d\s?-?\s?|#)0*([1-9][0-9]{0,8})(?!\S)\s*", re.IGNORECASE)
_QUIET = re.compile(
    r"""
    (?<!\S)
    (?: skip[-_ ]?quiet(?:\ weeks?)?
      | (?:omitir|saltar)(?:\ semanas?)?\ sin\ novedades
      | sin\ novedades,?\ no
    )
    (?=[\s,.;]|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LOUD = re.compile(
    r"""
    (?<!\S)
    (?: (?:tell|post|keep)[-_ ]?quiet(?:\ weeks?)?
      | (?:incluir|publicar)(?:\ semanas?)?\ sin\ novedades
      | sin\ novedades,?\ s[ií]
    )
    (?=[\s,.;]|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def read_digest(
    text: str, themes: Sequence[Theme], default_zone: str, setting: Setting | None = None
) -> DigestWanted | DigestOrder | DigestEdit | Problem:
    """What the words behind `digest` ask for. `default_zone` is the IANA zone when none is named.

    Sectors and countries are those of the `setting`.
    """
    words = setting or Setting(Reader(date.min, day_first=False), themes)
    return _edit(text, words) or _order(text) or _schedule(text, words, default_zone)


def _order(text: str) -> DigestOrder | Problem | None:
    own = _OWN.fullmatch(text)
    if own is not None:
        return DigestOrder(DigestAction.OWN, key=own["key"])
    words = scannable(text).split()
    for length in (2, 1):
        first, others = " ".join(words[:length]), " ".join(words[length:])
        found = _ACTIONS.find(first) if len(folded(first)) >= _ACTION_PREFIX_MIN else None
        if not isinstance(found, Hit) or _QUIET.match(scannable(text)):
            continue
        return _on_digest(found.value, others)
    return None


def _on_digest(action: DigestAction, others: str) -> DigestOrder | Problem:
    """The digest, and with `skip` and `unskip` the date, that are named behind the action."""
    if not others:
        return DigestOrder(action)
    dated = _DATED.fullmatch(others) if action in _OF_DATES else None
    number = _NUMBER.fullmatch(folded(bare(others if dated is None else dated["named"])))
    if number is None:
        return Problem(ProblemCode.DIGEST_NUMBER_UNKNOWN, others)
    try:
        on = None if dated is None else date.fromisoformat(dated["on"])
    except ValueError:
        return Problem(ProblemCode.DIGEST_NUMBER_UNKNOWN, others)
    return DigestOrder(action, int(number[1]), on)


@dataclass(frozen=True, slots=True)
class Understood:
    """What could be read of a text that as a whole could not; `zone` is what stood for one and is none."""

    said: DigestSaid
    zone: str | None = None


def understood(text: str, setting: Setting) -> Understood:
    """What the words behind `digest` or `digest edit D-1` say, without those that say nothing."""
    zone: str | None = None
    with_rhythm = True
    for _ in range(UNREAD_MAX):
        said = _said(text, setting, with_rhythm=with_rhythm)
        if not isinstance(said, Problem):
            return Understood(said, None if said == NOTHING_SAID else zone)
        if with_rhythm and said.code in {ProblemCode.ZONE_UNKNOWN, ProblemCode.ZONE_AMBIGUOUS}:
            zone = said.word
        shorter = _without_word(text, said.word)
        # What a rhythm lacks has no word that could be left out: then the days are read without it.
        with_rhythm = with_rhythm and shorter != text
        text = shorter
    return Understood(NOTHING_SAID)


def edited(text: str) -> tuple[int | None, str] | None:
    """The digest that is to be edited, where one is named, and what else is said; None for another order."""
    first, _, others = scannable(text).partition(" ")
    found = _ACTIONS.find(first) if len(folded(first)) >= _ACTION_PREFIX_MIN else None
    if not isinstance(found, Hit) or found.value is not DigestAction.EDIT:
        return None
    alone = _NUMBER.fullmatch(folded(bare(others)))
    if alone is not None:
        return int(alone[1]), ""
    named = _EDITED.match(others)
    return (None, others) if named is None else (int(named[1]), others[named.end() :])


def _without_word(text: str, word: str) -> str:
    """The text without the first token in which the word stands, of a list without that part."""
    for piece in (word, *word.split()):
        part = re.escape(piece)
        patterns = (rf",{part}(?=[\s,]|$)", rf"(?<=[:,]){part},", rf"\S*{part}\S*") if piece else ()
        matches = (re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
        found = next(filter(None, matches), None)
        if found is None:
            continue
        text = text[: found.start()] + text[found.end() :]
        if piece == word:
            break
    return text


def _edit(text: str, setting: Setting) -> DigestEdit | Problem | None:
    """`edit D-1 fri 10:00`: whatever is said is to be different."""
    asked = edited(text)
    if asked is None:
        return None
    number, others = asked
    said = _said(others, setting) if others.strip() else NOTHING_SAID
    return said if isinstance(said, Problem) else DigestEdit(number, said)


def _schedule(text: str, setting: Setting, default_zone: str) -> DigestWanted | Problem:
    said = _said(text, setting, needs_day=True)
    if isinstance(said, Problem):
        return said
    recurrence = said.recurrence()
    if recurrence is None and said.every is not None and said.every > 1:
        return Problem(ProblemCode.WEEKDAY_MISSING, str(said.every))
    if recurrence is None or said.at is None:
        return Problem(ProblemCode.DAY_MISSING if recurrence is None else ProblemCode.TIME_MISSING)
    return DigestWanted(
        schedule=Schedule(recurrence, said.at, said.zone or default_zone),
        covered=said.covered,
        languages=said.languages,
        skip_quiet=bool(said.skip_quiet),
    )


def _said(
    text: str, setting: Setting, *, with_rhythm: bool = True, needs_day: bool = False
) -> DigestSaid | Problem:
    """`needs_day`: where none is said, a word that is no zone either was probably meant for one."""
    pairs = read_pairs(text, setting)
    if isinstance(pairs, Problem):
        return pairs
    skip_quiet, rest = _take_quiet(pairs.rest)
    rhythm = take_rhythm(scannable(rest)) if with_rhythm else Rhythm(scannable(rest))
    if isinstance(rhythm, Problem):
        return rhythm
    taken = take_one_time(rhythm.rest)
    if isinstance(taken, Problem):
        return taken
    days, others = take_weekdays(re.split(r"[\s,;]+", scannable(taken.rest)))
    if days and rhythm.monthly is not None:
        return Problem(ProblemCode.RHYTHM_SEVERAL)
    zone = pairs.zone or zone_of(others, setting.language)
    if isinstance(zone, Problem):
        if not (days or rhythm.monthly or rhythm.every or taken.at is not None):
            zone = _no_word(others[0], zone)
        elif needs_day and not (days or rhythm.monthly):
            zone = Problem(ProblemCode.DAY_MISSING)
        return zone
    return DigestSaid(
        days=days,
        every=rhythm.every,
        monthly=rhythm.monthly,
        at=taken.at,
        zone=zone,
        covered=pairs.covered,
        languages=pairs.languages,
        skip_quiet=skip_quiet,
    )


def _take_quiet(text: str) -> tuple[bool | None, str]:
    for pattern, skips in ((_QUIET, True), (_LOUD, False)):
        found = pattern.search(scannable(text))
        if found:
            return skips, without(text, [found.span()])
    return None, text


def _no_word(word: str, otherwise: Problem) -> Problem:
    """The problem with the first word of a text in which neither a day nor a time stands."""
    found = _ACTIONS.find(word)
    if isinstance(found, Hit):
        return otherwise
    return missed(found, ProblemCode.DIGEST_WORD_UNKNOWN, ProblemCode.DIGEST_WORD_AMBIGUOUS)
