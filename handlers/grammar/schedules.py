"""What is asked of a digest: a schedule (`weekly mon 09:00 Mexico City`), or an order (`pause D-1`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.group import Theme
from domain.language import Language
from domain.schedule import Schedule
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.languages import read_languages
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.themes import EVERYTHING, THEME_KEYS, ThemeWords, theme_missed
from handlers.grammar.times import take_time
from handlers.grammar.tokens import Token, best, find_tokens, without
from handlers.grammar.vocabulary import Hit, Miss, Name, Vocabulary
from handlers.grammar.weekdays import take_weekdays
from handlers.grammar.zones import is_zone, read_zone


class DigestAction(StrEnum):
    """What can be done with digests besides scheduling one."""

    LIST = "list"
    PREVIEW = "preview"
    NOW = "now"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class DigestOrder:
    """An action, on digest D-`number` when one was named."""

    action: DigestAction
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestWanted:
    """A digest to schedule. `themes` are keys; with none of them `everything` tells all from nothing said.

    `languages` is empty when nothing was said.
    """

    schedule: Schedule
    themes: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    skip_quiet: bool = False
    everything: bool = False

    def line(self) -> str:
        """The line that asks for the same, in the grammar's own words."""
        days = ",".join(_SHORT_DAYS[day] for day in sorted(self.schedule.weekdays))
        parts = ["digest", days, f"{self.schedule.at:%H:%M}", f"zone:{self.schedule.zone}"]
        parts += ["theme:" + ",".join(self.themes)] if self.themes else []
        parts += ["theme:all"] if self.everything else []
        parts += ["lang:" + ",".join(self.languages)] if self.languages else []
        parts += ["skip-quiet"] if self.skip_quiet else []
        return " ".join(parts)


KEYS: Mapping[str, str] = MappingProxyType(
    THEME_KEYS | {"lang": "lang", "language": "lang", "idioma": "lang"} | {"zone": "zone", "zona": "zone"}
)
_SHORT_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EN, _ES = Language.ENGLISH, Language.SPANISH
_ACTIONS = Vocabulary(
    [
        *(Name(action, action.value, _EN) for action in DigestAction),
        Name(DigestAction.LIST, "listar", _ES),
        Name(DigestAction.PREVIEW, "vista previa", _ES),
        Name(DigestAction.PREVIEW, "previa", _ES),
        Name(DigestAction.NOW, "ahora", _ES),
        Name(DigestAction.PAUSE, "pausar", _ES),
        Name(DigestAction.RESUME, "reanudar", _ES),
        Name(DigestAction.STOP, "detener", _ES),
    ]
)
_ACTION_PREFIX_MIN = 3
"""Letters: `de lunes a viernes` does not ask to stop (`detener`)."""

_NUMBER = re.compile(r"(?:d\s?-?\s?|#)?0*([1-9][0-9]{0,8})")
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


def read_digest(
    text: str, themes: Sequence[Theme], default_zone: str
) -> DigestWanted | DigestOrder | Problem:
    """What the words behind `digest` ask for. `default_zone` is the IANA zone when none is named."""
    return _order(text) or _schedule(text, ThemeWords(themes), default_zone)


def _order(text: str) -> DigestOrder | Problem | None:
    words = scannable(text).split()
    for length in (2, 1):
        first, others = " ".join(words[:length]), " ".join(words[length:])
        found = _ACTIONS.find(first) if len(folded(first)) >= _ACTION_PREFIX_MIN else None
        if not isinstance(found, Hit):
            continue
        if not others:
            return DigestOrder(found.value)
        number = _NUMBER.fullmatch(folded(bare(others)))
        if number is None:
            return Problem(ProblemCode.DIGEST_NUMBER_UNKNOWN, others)
        return DigestOrder(found.value, int(number[1]))
    return None


def _schedule(text: str, words: ThemeWords, default_zone: str) -> DigestWanted | Problem:
    said = _read_pairs(text, words)
    if isinstance(said, Problem):
        return said
    quiet = _QUIET.search(scannable(said.rest))
    rest = without(said.rest, [quiet.span()]) if quiet else said.rest
    taken = take_time(rest)
    if isinstance(taken, Problem):
        return taken
    days, others = take_weekdays(re.split(r"[\s,;]+", scannable(taken.rest)))
    zone = said.zone or _zone(others) or default_zone
    if not days and taken.at is None and isinstance(zone, Problem):
        return _no_word(others[0], zone)
    if not days or taken.at is None:
        return Problem(ProblemCode.TIME_MISSING if days else ProblemCode.DAY_MISSING)
    if isinstance(zone, Problem):
        return zone
    return DigestWanted(
        schedule=Schedule(days, taken.at, zone),
        themes=said.themes,
        languages=said.languages,
        skip_quiet=quiet is not None,
        everything=said.everything,
    )


@dataclass(frozen=True, slots=True)
class _Pairs:
    rest: str
    themes: tuple[str, ...]
    languages: tuple[Language, ...]
    zone: str | None
    everything: bool


def _read_pairs(text: str, words: ThemeWords) -> _Pairs | Problem:
    themes: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    zone: str | None = None
    everything = False
    spans: list[tuple[int, int]] = []
    for token in find_tokens(text, KEYS):
        reading = best(token.readings, is_zone if token.key == "zone" else words.is_name) or token.word
        if reading is None:
            return Problem(ProblemCode.VALUE_MISSING, token.typed)
        value = _value(token, reading.text, words)
        if isinstance(value, Problem):
            return value
        match token.key:
            case "theme":
                themes += value
                everything = not themes
            case "lang":
                languages += tuple(Language(code) for code in value)
            case _:
                (zone,) = value
        spans.append((token.start, reading.end))
    rest = without(text, spans)
    named, spoken = tuple(dict.fromkeys(themes)), tuple(dict.fromkeys(languages))
    return _Pairs(rest, named, spoken, zone, everything)


def _value(token: Token, text: str, words: ThemeWords) -> tuple[str, ...] | Problem:
    """Keys of themes, codes of languages, or one zone."""
    if token.key == "lang":
        return read_languages(text)
    if token.key == "zone":
        zone = _zone(text.split())
        if zone is None:
            return Problem(ProblemCode.VALUE_MISSING, token.typed)
        return zone if isinstance(zone, Problem) else (zone,)
    return _theme_keys(text, words)


def _theme_keys(text: str, words: ThemeWords) -> tuple[str, ...] | Problem:
    parts = [text] if words.is_name(text) else [part for part in text.split(",") if part.strip()]
    keys: list[str] = []
    for part in parts:
        if folded(part) in EVERYTHING and not words.is_name(part):
            continue
        found = words.find(part)
        if not isinstance(found, Hit):
            return theme_missed(found, words)
        keys.append(found.value)
    return tuple(keys)


def _zone(words: Sequence[str]) -> str | Problem | None:
    found = read_zone(words)
    if not isinstance(found, Miss):
        return found.value if found is not None else None
    if found.several:
        zones = tuple(name.value for name in found.nearest)
        return Problem(ProblemCode.ZONE_AMBIGUOUS, found.word, zones)
    return Problem(ProblemCode.ZONE_UNKNOWN, found.word, found.suggestions)


def _no_word(word: str, otherwise: Problem) -> Problem:
    """The problem with the first word of a text in which neither a day nor a time stands."""
    found = _ACTIONS.find(word)
    if isinstance(found, Hit):
        return otherwise
    return missed(found, ProblemCode.DIGEST_WORD_UNKNOWN, ProblemCode.DIGEST_WORD_AMBIGUOUS)
