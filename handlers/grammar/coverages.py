"""What a digest is to cover, in pairs and words: `theme:infra`, `sector:industry`, `mine`, `everything`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from domain.group import Sector
from domain.language import Language
from handlers.grammar.folding import folded, scannable
from handlers.grammar.languages import read_languages
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.themes import EVERYTHING, THEME_KEYS, ThemeWords, theme_missed
from handlers.grammar.tokens import Token, best, find_tokens, without
from handlers.grammar.vocabulary import Hit, Miss, T, Vocabulary
from handlers.grammar.zones import is_zone, offered, read_zone

KEYS: Mapping[str, str] = MappingProxyType(
    THEME_KEYS
    | {"lang": "lang", "language": "lang", "idioma": "lang"}
    | {"zone": "zone", "zona": "zone"}
    | {"sector": "sector", "country": "country", "pais": "country"}
    | {"mine": "mine", "mios": "mine", "mias": "mine", "mio": "mine"}
)
ANY = EVERYTHING | {"any", "none", "no", "-", "ninguno", "ninguna", "cualquiera", "todas", "nada"}
"""Words that take a filter away."""

_YES = frozenset({"yes", "only", "si", "solo"})
_MINE = re.compile(
    r"(?<!\S)(?:(?:only )?(?:mine|my (?:own )?items)"
    r"|(?:s[oó]lo )?(?:m[ií][oa]s?|lo m[ií]o|mis (?:asuntos|pendientes|registros)))(?=[\s,.;]|$)",
    re.IGNORECASE,
)
_FOR_ME = re.compile(
    r"(?<!\S)(?:for[- ]me|about me|what concerns me|para m[ií]|lo que me (?:toca|concierne)"
    r"|(?:only )?my themes|(?:s[oó]lo )?mis temas)(?=[\s,.;]|$)",
    re.IGNORECASE,
)
_ALL_THEMES = re.compile(
    r"(?<!\S)(?:all(?: (?:the|of the))? themes|every theme|todos los temas|cada tema)(?=[\s,.;]|$)",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?<!\S)(?:everything|todo)(?=[\s,.;]|$)", re.IGNORECASE)

_FLAGS = (("for_me", _FOR_ME), ("mine", _MINE), ("all_themes", _ALL_THEMES), ("everything", _ALL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What is said of the coverage; None where nothing is, an empty tuple where all are asked for.

    `everything` asks for all from nothing said; `for_me` for what concerns whoever asks, `mine` for theirs,
    `not_mine` for no more than theirs no longer.
    """

    themes: tuple[str, ...] | None = None
    sectors: tuple[Sector, ...] | None = None
    countries: tuple[str, ...] | None = None
    mine: bool = False
    for_me: bool = False
    everything: bool = False
    not_mine: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it asks for less than all, and does not only take something away."""
        return bool(self.themes or self.sectors or self.countries or self.mine)

    @property
    def says_something(self) -> bool:
        """Whether anything is said."""
        return self != NOTHING_SAID

    def words(self) -> list[str]:
        """The words that ask for the same."""
        lists: dict[str, tuple[str, ...] | None] = {
            "theme": self.themes,
            "sector": None if self.sectors is None else tuple(sector.value for sector in self.sectors),
            "country": self.countries,
        }
        said = [f"{key}:{','.join(values) or 'all'}" for key, values in lists.items() if values is not None]
        bare = {
            "mine": self.mine,
            "mine:no": self.not_mine,
            "for-me": self.for_me,
            "everything": self.everything,
        }
        return said + [word for word, wanted in bare.items() if wanted]


NOTHING_SAID = Covered()


@dataclass(frozen=True, slots=True)
class Pairs:
    """What pairs and words about the coverage ask for, with languages and zone; `rest` is the other text."""

    rest: str
    covered: Covered
    languages: tuple[Language, ...]
    zone: str | None


@dataclass(slots=True)
class _Reading:
    themes: list[str] | None = None
    sectors: list[Sector] | None = None
    countries: list[str] | None = None
    languages: list[Language] = field(default_factory=list)
    zone: str | None = None
    mine: bool | None = None

    def take(self, token: Token, text: str, setting: Setting) -> Problem | None:
        """Read one more pair, or say what is wrong with its value."""
        match token.key:
            case "theme":
                return self._take_themes(text, setting.theme_words)
            case "sector":
                return self._take_sectors(text, setting)
            case "country":
                return self._take_countries(text, setting)
            case "mine":
                return self._take_mine(text)
            case "lang":
                return self._take_languages(text)
            case _:
                return self._take_zone(token, text, setting.language)

    def _take_sectors(self, text: str, setting: Setting) -> Problem | None:
        unknown = Problem(ProblemCode.SECTOR_UNKNOWN, text, setting.sector_choices())
        sectors = _named(text, setting.sector_words, unknown)
        if isinstance(sectors, Problem):
            return sectors
        self.sectors = [*(self.sectors or []), *sectors]
        return None

    def _take_countries(self, text: str, setting: Setting) -> Problem | None:
        unknown = Problem(ProblemCode.COUNTRY_UNKNOWN, text, setting.country_choices())
        countries = _named(text, setting.country_words, unknown)
        if isinstance(countries, Problem):
            return countries
        self.countries = [*(self.countries or []), *countries]
        return None

    def _take_languages(self, text: str) -> Problem | None:
        languages = read_languages(text)
        if isinstance(languages, Problem):
            return languages
        self.languages += languages
        return None

    def _take_themes(self, text: str, words: ThemeWords) -> Problem | None:
        self.themes = self.themes or []
        for part in [text] if words.is_name(text) else _parts(text):
            if folded(part) in ANY and not words.is_name(part):
                continue
            found = words.find(part)
            if not isinstance(found, Hit):
                return theme_missed(found, words)
            self.themes.append(found.value)
        return None

    def _take_mine(self, text: str) -> Problem | None:
        said = folded(text)
        if said not in ANY | _YES:
            return Problem(ProblemCode.WORD_UNKNOWN, text)
        self.mine = said in _YES
        return None

    def _take_zone(self, token: Token, text: str, language: Language) -> Problem | None:
        zone = zone_of(text.split(), language)
        if zone is None:
            return Problem(ProblemCode.VALUE_MISSING, token.typed)
        if isinstance(zone, Problem):
            return zone
        self.zone = zone
        return None


def read_pairs(text: str, setting: Setting) -> Pairs | Problem:
    """Every pair with one of KEYS and the words about the coverage, or the first that is not understood."""
    reading = _Reading()
    spans: list[tuple[int, int]] = []
    for token in find_tokens(text, KEYS):
        candidate = best(token.readings, _known(token.key, setting)) or token.word
        if candidate is None:
            return Problem(ProblemCode.VALUE_MISSING, token.typed)
        problem = reading.take(token, candidate.text, setting)
        if problem is not None:
            return problem
        spans.append((token.start, candidate.end))
    rest = without(text, spans)
    flags: dict[str, bool] = {}
    for name, pattern in _FLAGS:
        match = pattern.search(scannable(rest))
        flags[name] = match is not None
        rest = without(rest, [match.span()]) if match else rest
    covered = Covered(
        themes=() if flags["all_themes"] and not reading.themes else _once(reading.themes),
        sectors=_once(reading.sectors),
        countries=_once(reading.countries),
        mine=flags["mine"] or reading.mine is True,
        for_me=flags["for_me"],
        everything=flags["everything"],
        not_mine=reading.mine is False,
    )
    return Pairs(rest, covered, tuple(dict.fromkeys(reading.languages)), reading.zone)


def zone_of(words: list[str], language: Language) -> str | Problem | None:
    """The IANA zone that the words name together; None when nothing is left of them."""
    found = read_zone(words)
    if not isinstance(found, Miss):
        return found.value if found is not None else None
    if found.several:
        zones = tuple(name.value for name in found.nearest)
        return Problem(ProblemCode.ZONE_AMBIGUOUS, found.word, zones)
    return Problem(ProblemCode.ZONE_UNKNOWN, found.word, offered(found, language).suggestions)


def _once(values: list[T] | None) -> tuple[T, ...] | None:
    return None if values is None else tuple(dict.fromkeys(values))


def _named(text: str, words: Vocabulary[T], unknown: Problem) -> list[T] | Problem:
    """The things that the value names, none for all of them."""
    found: list[T] = []
    for part in [text] if words.exact(text) is not None else _parts(text):
        if folded(part) in ANY:
            continue
        hit = words.find(part)
        if not isinstance(hit, Hit):
            near = hit.suggestions
            return Problem(unknown.code, part, near or unknown.suggestions, every=not near, meant=hit.meant)
        found.append(hit.value)
    return found


def _parts(text: str) -> list[str]:
    return [part for part in text.split(",") if part.strip()]


def _known(key: str, setting: Setting) -> Callable[[str], bool]:
    """Which words are a value of the key together."""
    match key:
        case "sector":
            return lambda typed: setting.sector_words.exact(typed) is not None
        case "country":
            return lambda typed: setting.country_words.exact(typed) is not None
        case "zone":
            return is_zone
        case _:
            return setting.theme_words.is_name
