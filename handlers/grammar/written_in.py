"""The language that a text is written in, where its small words leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from domain.language import Language
from handlers.grammar.folding import folded, scannable

_EN, _ES = Language.ENGLISH, Language.SPANISH
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

_BY_LANGUAGE: Mapping[Language, Mapping[str, int]] = MappingProxyType({_EN: _ENGLISH, _ES: _SPANISH})
_SMALL = _ENGLISH.keys() | _SPANISH.keys()
_JOINING = frozenset(["de", "del", "la", "las", "los", "el", "y", "e", "of", "the", "and", "for"])
"""Stand within names: `Secretaría de Energía`, `Bank of America`."""

_JOINING_MAX = 4
"""Words on either side that are looked at."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{1,2})?")
_SHORTENED = re.compile(r"[^\W\d_]+'(?:t|s|re|ll|ve|d|m)", re.IGNORECASE)
_ACCENTED = re.compile("[áéíóúñü]")
_ACCENTS_MAX = 2
"""What accents count together: English borrows words that have one."""

_QUOTED = re.compile(r'(?<!\w)"[^"\n]*"|«[^»\n]*»')
_AROUND = "\"'().,;:!?¿¡…«»-*_~[]"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text as it is typed; empty for what is none: addresses, numbers, mentions, codes."""

    typed: str

    @property
    def counts_nothing(self) -> bool:
        """Whether it tells of no language, as most words: neither small, nor accented, nor shortened."""
        typed = self.typed
        return typed.isascii() and "'" not in typed and typed.lower() not in _SMALL

    @property
    def is_name(self) -> bool:
        return self.typed[:1].isupper() and self.typed[1:] == self.typed[1:].lower()


def written_in(text: str, among: Collection[Language] = tuple(Language)) -> Language | None:
    """The one of these languages in which the text is clearly written; None where that is in doubt.

    What is quoted counts only where nothing else tells.
    """
    plain = scannable(text)
    return _clearly(_QUOTED.sub(" ", plain), among) or _clearly(plain, among)


def _clearly(text: str, among: Collection[Language]) -> Language | None:
    words = [_Word(each if _WORD.fullmatch(each) else "") for each in map(_stripped, text.split())]
    if sum(bool(word.typed) for word in words) <= 1:
        return None
    counts = _counted(words, shouted=text.upper() == text)
    if "¿" in text or "¡" in text:
        counts[_ES] += _SURE
    ahead, behind = (_EN, _ES) if counts[_EN] > counts[_ES] else (_ES, _EN)
    is_clear = counts[ahead] >= max(_CLEAR, _TIMES * counts[behind])
    return ahead if is_clear and ahead in among else None


def _stripped(word: str) -> str:
    return word.strip(_AROUND)


def _counted(words: Sequence[_Word], *, shouted: bool) -> dict[Language, int]:
    """What the words count for each language; capitals tell nothing of a text that is nothing else."""
    counts, accents = dict.fromkeys(Language, 0), 0
    for at, word in enumerate(words):
        if word.counts_nothing or (not shouted and _is_of_a_name(words, at)):
            continue
        plain = folded(word.typed)
        if _SHORTENED.fullmatch(plain):
            counts[_EN] += _HINT
        for language, weights in _BY_LANGUAGE.items():
            counts[language] += weights.get(plain, 0)
        is_small = shouted or word.typed.islower()
        is_accented = is_small and _ACCENTED.search(word.typed.lower()) is not None
        accents += is_accented and plain not in _SPANISH
    counts[_ES] += min(accents, _ACCENTS_MAX)
    return counts


def _is_of_a_name(words: Sequence[_Word], at: int) -> bool:
    """Whether a small word belongs to a name (`El Paso`), or is an abbreviation (`OR`, `LA`)."""
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else _Word("")
    if word.typed[:1].isupper():
        return behind.is_name or (len(word.typed) > 1 and word.typed.isupper())
    if word.typed not in _JOINING:
        return False
    before, after = words[max(0, at - _JOINING_MAX) : at], words[at + 1 : at + 1 + _JOINING_MAX]
    return _beyond(before[::-1]).is_name and _beyond(after).is_name


def _beyond(words: Sequence[_Word]) -> _Word:
    """The first that joins no name."""
    return next((word for word in words if word.typed not in _JOINING), _Word(""))
