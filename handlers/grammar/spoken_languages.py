"""Languages said without a key: `mon 9:00 es`, `in English and Spanish`, `en ambos idiomas`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.language import Language
from handlers.grammar.folding import folded, scannable

_NAMES: Mapping[str, Language] = MappingProxyType(
    dict.fromkeys(("english", "ingles", "en"), Language.ENGLISH)
    | dict.fromkeys(("spanish", "espanol", "castellano", "es"), Language.SPANISH)
)
_AND = r"(?:and|y|e|&|\+)"
_OFTEN = (
    r"(?:weekly|monthly|daily|every|weekdays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
)
_EN = rf"en(?=$|[,;/+&]|\s{_AND}\s|\s\d{{1,2}}[:.]\d|\s{_OFTEN}(?!\S))"
"""The code, where nothing stands behind that it could be the Spanish preposition of: `en Tijuana`."""
_ONE = rf"(?:{'|'.join(name for name in _NAMES if name != 'en')}|{_EN})"
_JOINED = rf"(?:\s?[,/+&]\s?(?:{_AND}\s)?|\s{_AND}\s)(?:(?:in|en)\s)?"
_BOTH = (
    r"(?:both|ambos|ambas|bilingual|bilingue)(?:\s(?:languages|idiomas|lenguas))?"
    r"|(?:(?:the|los)\s)?(?:two\slanguages|dos\sidiomas)"
)
_SAID = re.compile(
    rf"(?<!\S)(?:(?:only|just|solo)\s)?(?:(?:in|en)\s)?"
    rf"(?:(?P<both>{_BOTH})|(?P<some>{_ONE}(?:{_JOINED}{_ONE}|[,/+&]en(?!\w))*))(?=[\s,;]|$)"
)
_NAME = re.compile(rf"\b{_ONE}")
_AROUND = "\"'.():"


@dataclass(frozen=True, slots=True)
class LanguagesTaken:
    """The languages, in the order in which they are said, and the text without them."""

    languages: tuple[Language, ...]
    rest: str


def take_languages(text: str) -> LanguagesTaken:
    """Those that the text names anywhere, by name or code."""
    words = scannable(text).split()
    plain = [folded(word).strip(_AROUND) for word in words]
    said = list(_SAID.finditer(" ".join(plain)))
    if not said:
        return LanguagesTaken((), text)
    languages: dict[Language, None] = {}
    for match in said:
        found = (_NAMES[name] for name in _NAME.findall(match["some"] or ""))
        languages |= dict.fromkeys(Language if match["both"] else found)
    kept: list[str] = []
    at = 0
    for word, shown in zip(words, plain, strict=True):
        end = at + len(shown)
        if not any(at < match.end() and match.start() < end for match in said):
            kept.append(word)
        at = end + 1
    return LanguagesTaken(tuple(languages), " ".join(kept))
