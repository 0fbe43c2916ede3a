"""Countries as people write them: `MX`, `Mexico`, `México`."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from domain.language import Language
from handlers.grammar.folding import folded


def read_countries(text: str) -> tuple[tuple[str, ...], str | None]:
    """The ISO 3166 codes in order without repeats, and the first word that is no country (None: all are)."""
    codes: list[str] = []
    for word in filter(None, (part.strip() for part in re.split(r"[,;\n]", text))):
        code = _codes().get(folded(word))
        if code is None:
            return tuple(codes), word
        codes.append(code)
    return tuple(dict.fromkeys(codes)), None


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in Language:
        for code, name in Locale(language.value).territories.items():
            if len(code) == 2 and code.isalpha():  # noqa: PLR2004 - ISO 3166-1 alpha-2; regions have digits
                codes[folded(code)] = code
                codes[folded(name)] = code
    return codes
