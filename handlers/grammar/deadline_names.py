"""A deadline by its name, `deadline March 30`, `fecha límite 30 de marzo`, and where one is spoken of."""

from __future__ import annotations

import re

from handlers.grammar.dates.words import NUMBER, UNIT
from handlers.grammar.folding import folded
from handlers.grammar.parted import is_parted

NAMED = (
    r"(?:(?:with (?:a )?)?(?:deadline|due date)(?: is)?|(?:con )?"
    r"(?:fecha (?:l[ií]mite|m[aá]xima|(?:de )?(?:compromiso|entrega|vencimiento|t[eé]rmino))|plazo)(?: es)?)"
)
"""A deadline by its name."""

_NEAR = 10
"""Characters in front that are looked at."""

_NAME = re.compile(rf"\(?{NAMED}(?=\s)", re.IGNORECASE)
_WITH = re.compile(r"(?:with|con)\s", re.IGNORECASE)
_LENGTH = re.compile(rf"\s*(?:de |of )?(?:{NUMBER} )?{UNIT}(?!\w)")
"""How long it is: `permits con plazo 30 días` may be about these permits."""


_LINKED = re.compile(r"(?:(?<!\w)(?:is|are|was|were|be|been)|'s)\s+\Z", re.IGNORECASE)


def is_linked(text: str, at: int) -> bool:
    """Whether the words in front need what is said there: `pay the bill that is due friday`."""
    return _LINKED.search(text, max(0, at - _NEAR), at) is not None


def is_thing(text: str, at: int) -> bool:
    """Whether a deadline may be spoken of there, since no mark parts it: `ask about deadline friday`."""
    named = _NAME.match(text, at)
    if named is None or is_parted(text[:at]) or named[0].startswith("("):
        return False
    is_with = _WITH.match(named[0]) is not None
    return not is_with or _LENGTH.match(folded(text[named.end() :])) is not None
