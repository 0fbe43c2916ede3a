"""The language that a text is written in, where its small words leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from domain.language import Language
from handlers.grammar.folding import folded, scannable

_SURE, _HINT = 2, 1
"""What a word counts that stands in no text of the other language but as a quotation; and any other."""

_CLEAR = 2
"""What a language needs to count at the least: one sure word, or two others."""

_TIMES = 4
"""How many times as much as the other's: a sentence with words of both is in neither."""


def _weights(sure: str, hints: str) -> Mapping[str, int]:
    return MappingProxyType(dict.fromkeys(hints.split(), _HINT) | dict.fromkeys(sure.split(), _SURE))


_ENGLISH = _weights(
    "the this these those that which is are was were been being should would could must cannot not their"
    " there they we our your its because between through into but than need needs lack lacks about with from"
    " have when what why",
    "of and to for by or on in at as an it be has can may will do does did all any more most who how where if"
    " too also only each every after before during against without until while",
)
_SPANISH = _weights(
    "los las el del que una unos estos estas ese esos esas pero porque cuando donde sobre desde hasta segun"
    " tambien muy sus esta este estan fue fueron sera seran debe deben falta faltan cada otros otras todos"
    " todas hacia mediante aun quien cual nuestro nuestra sino",
    "de la en y o se al un lo le les es su con por para como entre si ya ha han mas ni nos mi tras ante bajo"
    " contra durante ser puede pueden otro otra todo toda cuyo cuya antes despues quiere hace",
)
"""Words without which few sentences of the language do. Those of both are in neither: `a`, `no`, `sin`."""

_SMALL = _ENGLISH.keys() | _SPANISH.keys()
_JOINING = frozenset(["de", "del", "la", "las", "los", "el", "y", "e", "of", "the", "and", "for"])
"""Stand within names: `Secretaría de Energía`, `Bank of America`."""

_OF_PLACES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "el": frozenset(["paso", "salvador", "cajon"]),
        "la": frozenset(["paz", "jolla"]),
        "los": frozenset(["angeles", "cabos", "mochis"]),
        "las": frozenset(["cruces", "vegas"]),
        "del": frozenset(["rio"]),
    }
)
"""Articles that belong to the name of a place in either language, in small letters too: `el paso bridge`."""

_JOINING_MAX = 4
"""Words on either side that are looked at."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{1,2})?")
_SHORTENED = re.compile(r"[^\W\d_]+'(?:t|s|re|ll|ve|d|m)", re.IGNORECASE)
_ACCENTED = re.compile("[áéíóúñü]")
_ACCENTS_MAX = 2
"""What accents count together: English borrows words that have one."""

_QUOTED = re.compile(r'(?<!\w)"[^"\n]*"|«[^»\n]*»')
_AROUND = "\"'().,;:!?¿¡…«»-*_~[]"


def written_in(text: str, among: Collection[Language] = tuple(Language)) -> Language | None:
    """The one of these languages in which the text is clearly written; None where that is in doubt.

    What is quoted counts only where nothing else tells.
    """
    plain = scannable(text)
    unquoted = _QUOTED.sub(" ", plain)
    found = _clearly(unquoted, among)
    return _clearly(plain, among) if found is None and unquoted != plain else found


def _clearly(text: str, among: Collection[Language]) -> Language | None:
    words = [_word(each.strip(_AROUND)) for each in text.split()]
    if len(words) - words.count("") <= 1:
        return None
    english, spanish = _counted(words, shouted=text.upper() == text)
    if "¿" in text or "¡" in text:
        spanish += _SURE
    ahead = Language.ENGLISH if english > spanish else Language.SPANISH
    is_clear = max(english, spanish) >= max(_CLEAR, _TIMES * min(english, spanish))
    return ahead if is_clear and ahead in among else None


def _word(typed: str) -> str:
    """Empty for what is none: addresses, numbers, mentions, codes."""
    return typed if typed.isalpha() or _WORD.fullmatch(typed) else ""


def _counted(words: Sequence[str], *, shouted: bool) -> tuple[int, int]:
    """What the words count for English and for Spanish; capitals tell nothing of a text in nothing else."""
    english, spanish, accents = 0, 0, 0
    for at, word in enumerate(words):
        if _counts_nothing(word) or _is_of_place(words, at) or (not shouted and _is_of_a_name(words, at)):
            continue
        plain = folded(word)
        english += _ENGLISH.get(plain, 0) + (_HINT if _SHORTENED.fullmatch(plain) else 0)
        spanish += _SPANISH.get(plain, 0)
        is_small = shouted or word.islower()
        is_accented = is_small and _ACCENTED.search(word.lower()) is not None
        accents += is_accented and plain not in _SPANISH
    return english, spanish + min(accents, _ACCENTS_MAX)


def _counts_nothing(word: str) -> bool:
    """Whether it tells of no language, as most words: neither small, nor accented, nor shortened."""
    return word.isascii() and word.lower() not in _SMALL and "'" not in word


def _is_of_place(words: Sequence[str], at: int) -> bool:
    """Whether an article begins the name of a place, however that is written."""
    names = _OF_PLACES.get(words[at].lower())
    return names is not None and at + 1 < len(words) and folded(words[at + 1]) in names


def _is_of_a_name(words: Sequence[str], at: int) -> bool:
    """Whether a small word belongs to a name (`El Paso`), or is an abbreviation (`OR`, `LA`)."""
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else ""
    if word[:1].isupper():
        return _is_name(behind) or (len(word) > 1 and word.isupper())
    if word not in _JOINING:
        return False
    before, after = words[max(0, at - _JOINING_MAX) : at], words[at + 1 : at + 1 + _JOINING_MAX]
    return _is_name(_beyond(before[::-1])) and _is_name(_beyond(after))


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word[1:] == word[1:].lower()


def _beyond(words: Sequence[str]) -> str:
    """The first that joins no name."""
    return next((word for word in words if word not in _JOINING), "")
