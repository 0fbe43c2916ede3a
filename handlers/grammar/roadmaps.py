"""What a roadmap is asked for: `infra as pdf`, `tema:infra en pdf`, and where its page begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.group import Theme
from domain.roadmap import Mark
from handlers.grammar.command import Utterance
from handlers.grammar.folding import scannable
from handlers.grammar.problems import Problem
from handlers.grammar.themes import ThemeNamed, read_theme

FORMATS = ("pdf", "docx", "xlsx", "md", "csv", "json", "ics")
"""Documents that people may ask for (PRODUCT: commands)."""

ANY_FORMAT = "any"
"""A document, whatever its format: `ruta documento`."""

_DOCUMENT = re.compile(
    rf"(?:^|\s)(?:(?:as|in|en|como)\s+)?(?:an?\s+|un\s+)?"
    rf"(?:(?P<name>{'|'.join(FORMATS)}|word|excel)|documents?|documentos?|files?|archivos?)[\s.!?]*$",
    re.IGNORECASE,
)
_EXPORT = r"(?:export(?:ar?|e|en)?|download|descargar?|descargue)"
_EXPORTING = re.compile(_EXPORT, re.IGNORECASE)
_EXPORTED = re.compile(
    rf"^\s*{_EXPORT}(?=\s)|(?:^|\s)(?:to\s+|for\s+|para\s+)?{_EXPORT}[\s.!?]*$", re.IGNORECASE
)
_FORMAT = re.compile(rf"(?:{'|'.join(FORMATS)}|word|excel)", re.IGNORECASE)
_OF = re.compile(r"\A(?:of|de|del|for|para)\s+", re.IGNORECASE)
_ITSELF = re.compile(
    r"(?:(?:the|la|el|our|my|nuestra)\s+)?(?:roadmap|plan|hoja\s+de\s+ruta|ruta|document|documento)(?!\w)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:^|\s)after:(\d{1,6})\.(\d{1,6})\.(\d{1,12})$")


@dataclass(frozen=True, slots=True)
class RoadmapWanted:
    """The theme, the document asked for (as typed, or ANY_FORMAT), and the mark before the page."""

    theme: ThemeNamed
    document: str | None = None
    after: Mark | None = None


def read_roadmap(text: str, themes: Sequence[Theme]) -> RoadmapWanted | Problem:
    """The roadmap that the words ask for, or the theme that there is not."""
    plain = scannable(text)
    page = _PAGE.search(plain)
    if page is not None:
        text, plain = text[: page.start()], plain[: page.start()]
    document = _DOCUMENT.search(plain)
    if document is not None:
        text, plain = text[: document.start()], plain[: document.start()]
    exported = _EXPORTED.search(plain)
    if exported is not None:
        text = f"{text[: exported.start()]} {text[exported.end() :]}"
    theme = read_theme(text, themes)
    if isinstance(theme, Problem):
        return theme
    after = None if page is None else Mark(*(int(part) for part in page.groups()))
    asked = None if exported is None else ANY_FORMAT
    if document is not None:
        asked = (document["name"] or ANY_FORMAT).lower()
    return RoadmapWanted(theme, asked, after)


def exporting(utterance: Utterance) -> str | None:
    """What stands behind `roadmap` in the line that says the same as `export` or `pdf`; None for another."""
    if _FORMAT.fullmatch(utterance.word):
        of = _OF.sub("", utterance.raw, count=1)
        return f"{_ITSELF.sub('', of, count=1).strip()} {utterance.word}".strip()
    if not _EXPORTING.fullmatch(utterance.word):
        return None
    asked = _ITSELF.sub("", utterance.raw, count=1).strip()
    return asked if _DOCUMENT.search(scannable(asked)) else f"{asked} document".strip()


def roadmap_line(theme: str | None, after: Mark | None = None) -> str:
    """The line that asks for a theme's roadmap, or for the whole (None), from behind the mark."""
    line = f"roadmap theme:{theme}" if theme else "roadmap all"
    return line if after is None else f"{line} after:{after.part}.{after.theme}.{after.number}"
