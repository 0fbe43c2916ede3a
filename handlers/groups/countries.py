"""Countries as people write them: `MX`, `Mexico`, `México`, `EE. UU.`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale

from domain.language import Language
from handlers.grammar.folding import folded

_BETWEEN = re.compile(r"[,;/|\n]")
_AND = re.compile(r"\s+(?:and|y|e|&)\s+", re.IGNORECASE)
"""Between countries, unless it is part of a name: Trinidad and Tobago."""

_FURTHER: Mapping[str, str] = MappingProxyType(
    {
        "ee uu": "US",
        "eeuu": "US",
        "estados unidos de america": "US",
        "estados unidos mexicanos": "MX",
        "e u a": "US",
        "eua": "US",
        "gran bretana": "GB",
        "great britain": "GB",
        "uk": "GB",
        "united mexican states": "MX",
        "united states of america": "US",
        "u k": "GB",
        "u s": "US",
        "u s a": "US",
        "usa": "US",
    }
)
"""What CLDR does not list, folded, spaces for dots. `EU` stays the European Union, as CLDR has it."""


def read_countries(text: str) -> tuple[tuple[str, ...], str | None]:
    """The ISO 3166 codes in order without repeats, and the first word that is no country (None: all are)."""
    codes: list[str] = []
    for word in _words(text):
        code = _code(word)
        if code is None:
            return tuple(codes), word
        codes.append(code)
    return tuple(dict.fromkeys(codes)), None


def _words(text: str) -> Iterator[str]:
    for part in filter(None, (part.strip() for part in _BETWEEN.split(text))):
        if _code(part) is not None:
            yield part
        else:
            yield from filter(None, (word.strip() for word in _AND.split(part)))


def _code(word: str) -> str | None:
    return _codes().get(_compared(word).removeprefix("the "))


def _compared(name: str) -> str:
    """CLDR writes `&` in English and `y` in Spanish where people write `and`."""
    return " ".join(_AND.sub(" & ", folded(name).replace(".", " ")).split())


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in Language:
        for code, name in Locale(language.value).territories.items():
            if len(code) == 2 and code.isalpha():  # noqa: PLR2004 - ISO 3166-1 alpha-2; regions have digits
                codes[_compared(code)] = code
                codes[_compared(name)] = code
    return codes | dict(_FURTHER)
