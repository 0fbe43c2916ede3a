"""Whose history is asked for: an item's, a theme's, everything's, and from where on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.group import Theme
from domain.reference import Reference
from handlers.grammar.folding import scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_reference
from handlers.grammar.themes import read_theme

_BEFORE = re.compile(r"(?:^|\s)before:([0-9]{1,18})\s*\Z", re.ASCII)
_LOOKS_LIKE_REFERENCE = re.compile(r"\s*[a-z]\s?[-_#]?\s?\d+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditWanted:
    """What was asked for. `everywhere`: the whole group's, also where a channel has a theme.

    `before` is the number of a change, as the buttons of pages say it.
    """

    reference: Reference | None = None
    theme: str | None = None
    everywhere: bool = False
    before: int | None = None


def read_audit(text: str, themes: Sequence[Theme]) -> AuditWanted | Problem:
    """The item or theme, or the word that is neither."""
    page = _BEFORE.search(scannable(text))
    before = int(page[1]) if page else None
    rest = text[: page.start()].strip() if page else text.strip()
    reference = find_reference(rest) if rest else None
    if reference is not None:
        return AuditWanted(reference=reference, before=before)
    if _LOOKS_LIKE_REFERENCE.fullmatch(scannable(rest)):
        return Problem(ProblemCode.REFERENCE_UNKNOWN, rest)
    named = read_theme(rest, themes)
    if isinstance(named, Problem):
        return named
    return AuditWanted(theme=named.key, everywhere=named.everything, before=before)
