"""Whether a digest comes when there is nothing new, as people say it: `skip-quiet`, `sin semanas vacías`."""

from __future__ import annotations

import re

from handlers.grammar.folding import scannable
from handlers.grammar.tokens import without

_QUIET = re.compile(
    r"""
    (?<!\S)
    (?: (?:skip|no|without)[-_ ]?quiet(?:\ weeks?)?
      | only\ (?:if|when)\ (?:there(?:\ i|')s\ (?:any\ )?news|anything\ is\ new|something(?:\ new)?\ happened)
      | (?:omitir|saltar)(?:\ (?:las\ )?semanas?)?\ (?:sin\ novedades|vac[ií]as?)
      | sin\ (?:las\ )?semanas?\ (?:sin\ novedades|vac[ií]as?)
      | s[oó]lo\ (?:cuando|si)\ (?:hay|haya)\ novedades
      | sin\ novedades,?\ no
    )
    (?=[\s,.;]|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LOUD = re.compile(
    r"""
    (?<!\S)
    (?: (?:tell|post|keep|(?:don't|do\ not)\ skip)[-_ ]?quiet(?:\ weeks?)?
      | (?:incluir|publicar|no\ omitir|no\ saltar)(?:\ (?:las\ )?semanas?)?\ (?:sin\ novedades|vac[ií]as?)
      | sin\ novedades,?\ s[ií]
    )
    (?=[\s,.;]|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WAYS = ((_LOUD, False), (_QUIET, True))
"""What says the contrary has the other's words in it, and is looked for first."""


def take_quiet(text: str) -> tuple[bool | None, str]:
    """Whether quiet weeks are left out, None where nothing is said of them; and the other words."""
    for pattern, skips in _WAYS:
        found = pattern.search(scannable(text))
        if found:
            return skips, without(text, [found.span()])
    return None, text


def begins_with_quiet(text: str) -> bool:
    """Whether it is the first thing that is said: then `skip` and `no omitir` are no orders."""
    return any(pattern.match(scannable(text)) for pattern, _ in _WAYS)
