"""Where a meeting is and how people take part: `place: Room 2`, an address, `hybrid`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from domain.meeting import Mode
from handlers.grammar.folding import folded, scannable
from handlers.grammar.tokens import without

JOINING = ' \t\n,;·-"'
"""What joins the parts of an arrangement, and belongs to none of them."""

_ENDING = JOINING + ".!"

_MODES: Mapping[str, Mode] = MappingProxyType(
    dict.fromkeys(("hybrid", "hibrida", "hibrido"), Mode.HYBRID)
    | dict.fromkeys(("in person", "in-person", "onsite", "presencial", "en persona"), Mode.IN_PERSON)
    | dict.fromkeys(("online", "remote", "virtual", "en linea", "a distancia", "remota"), Mode.ONLINE)
)
_MODE = re.compile(
    r"(?<!\w)(?:(?:mode|modo|modalidad):\s?)?"
    r"(?P<mode>hybrid|h[ií]brid[ao]|in[- ]person|onsite|presencial|en persona|online|remote|remota|virtual|"
    r"en l[ií]nea|a distancia)(?=[\s,;.]|$)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<!\S)(?:place|room|where|lugar|sala|sede):\s*(?:\"(?P<quoted>[^\"\n]+)\"|(?P<plain>[^,;\n]+))",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?<!\S)(?:(?:link|liga|enlace):\s*)?(?P<link>https?://\S+)", re.IGNORECASE)
_KEY = re.compile(r"\s(?=(?:theme|tema|link|liga|enlace|mode|modo|modalidad):|https?://)", re.IGNORECASE)


def take_link(text: str) -> tuple[str | None, str]:
    """The first address, with `link:` in front of it or alone, and the text without it."""
    found = _LINK.search(scannable(text))
    if found is None:
        return None, text
    value = text[found.start("link") : found.end("link")]
    return value.strip().rstrip(",;"), without(text, [found.span()])


def names_mode(text: str) -> bool:
    """Whether any word of the text says how people take part."""
    return _MODE.search(scannable(text)) is not None


def take_place(text: str) -> tuple[str | None, str]:
    """The words behind `place:`, up to a comma, a semicolon, the next key or the line's end; or in quotes."""
    found = _PLACE.search(scannable(text))
    if found is None:
        return None, text
    name = "quoted" if found["quoted"] else "plain"
    start, end = found.span(name)
    stop = _KEY.search(scannable(text), start, end) if name == "plain" else None
    finish = stop.start() if stop else found.end()
    return text[start : stop.start() if stop else end].strip(), without(text, [(found.start(), finish)])


def take_mode(text: str) -> tuple[Mode | None, str]:
    """The first word that says how people take part, when it stands in front or behind its key."""
    found = _MODE.match(scannable(text).lstrip(JOINING)) or _keyed_mode(text)
    if found is None:
        return None, text
    shift = len(text) - len(text.lstrip(JOINING)) if found.start() == 0 else 0
    return _MODES[folded(found["mode"])], without(text, [(found.start() + shift, found.end() + shift)])


def take_keyed_mode(text: str) -> tuple[Mode | None, str]:
    """The same behind its key alone."""
    found = _keyed_mode(text)
    return (None, text) if found is None else (_MODES[folded(found["mode"])], without(text, [found.span()]))


def _keyed_mode(text: str) -> re.Match[str] | None:
    """Behind a space it stands at an end or behind a semicolon: `the mode: hybrid is best` is a sentence."""
    keyed = (each for each in _MODE.finditer(scannable(text)) if ":" in each[0])
    return next((each for each in keyed if ": " not in each[0] or _is_set_apart(text, *each.span())), None)


def _is_set_apart(text: str, start: int, end: int) -> bool:
    return begins_part(text[:start]) or not text[end:].strip(_ENDING)


def begins_part(before: str) -> bool:
    """Whether another part of an arrangement begins behind these words: there are none, or they end so."""
    return not before.strip() or before.rstrip(" \t").endswith((";", "\n"))
