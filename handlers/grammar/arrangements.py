"""Where a meeting is and how people take part: `place: Room 2`, an address, `hybrid`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from domain.meeting import Mode
from handlers.grammar.dates.words import DAYS_AWAY, MONTH, WEEKDAY, any_of
from handlers.grammar.folding import folded, scannable
from handlers.grammar.tokens import without
from handlers.grammar.zones import is_zone

JOINING = ' \t\n,;·-"'
"""What joins the parts of an arrangement, and belongs to none of them."""

_ENDING = JOINING + ".!"

_MODES: Mapping[str, Mode] = MappingProxyType(
    dict.fromkeys(("hybrid", "hibrida", "hibrido"), Mode.HYBRID)
    | dict.fromkeys(("in person", "in-person", "onsite", "presencial", "en persona"), Mode.IN_PERSON)
    | dict.fromkeys(("online", "remote", "virtual", "en linea", "a distancia", "remota"), Mode.ONLINE)
)
MODE = (
    r"(?P<mode>hybrid|h[ií]brid[ao]|in[- ]person|onsite|presencial|en persona|online|remote|remota|virtual"
    r"|en l[ií]nea|a distancia)"
)
"""How people take part, as typed."""
_MODE = re.compile(rf"(?<!\w)(?:(?:mode|modo|modalidad):\s?)?{MODE}(?=[\s,;.]|$)", re.IGNORECASE)
_PLACE = re.compile(
    r"(?<!\S)(?:place|room|where|venue|lugar|sala|sede):\s*(?:\"(?P<quoted>[^\"\n]+)\"|(?P<plain>[^;\n]+))",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?<!\S)(?:(?:(?:the|la|el)\s+)?(?:link|liga|enlace|url)(?::|\s+(?:is|es))?\s*)?(?P<link>https?://\S+)",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"[\s,]\s*(?=(?:theme|tema|link|liga|enlace|url|mode|modo|modalidad|title|agenda|topic|t[ií]tulo|when|cu[aá]ndo"
    r"|date|fecha|reason|motivo):|(?:link|liga|enlace|url)\s+https?://|https?://)",
    re.IGNORECASE,
)
_OTHER_PART = re.compile(
    r"(?:(?:on|at|el|este|esta|next|this|proximo|a las?)\s+)*"
    rf"(?:{WEEKDAY}(?!\w)|{any_of(DAYS_AWAY)}(?!\w)|[0-9]{{1,2}} (?:de |of )?{MONTH}(?!\w)|{MONTH} [0-9]"
    r"|[0-9]{1,2}(?::[0-9]{2}| ?[ap]\.? ?m(?!\w)| ?h(?:rs?)?(?!\w))|(?<=a las )[0-9]|(?<=a la )[0-9]"
    rf"|{any_of(_MODES)}(?=[\s,;.]|$)"
    r"|(?:because|porque|debido|ya que)(?!\w))",
)
"""What is no part of a place behind a comma: a day, an hour, how people take part, a reason."""

_OF_ADDRESS = re.compile(
    r".*[0-9]|(?:the |el |la )?(?:piso|floor|sala|salon|room|edificio|building|torre|tower|col(?:onia)?|calle"
    r"|street|av|ave|avenida|avenue|blvd|suite|oficinas?|offices?|planta|plant|auditorio|auditorium|campus"
    r"|cd|ciudad|city|downtown|centro|mexico|usa|eua|united states|estados unidos)(?!\w)"
)
"""What is of a place behind a comma, whatever it is: a number, a floor, a street."""


def take_link(text: str) -> tuple[str | None, str]:
    """The first address, with `link:` in front of it or alone, and the text without it."""
    found = _LINK.search(scannable(text))
    if found is None:
        return None, text
    value = text[found.start("link") : found.end("link")]
    return value.strip().rstrip(",;"), without(text, [found.span()])


def take_place(text: str) -> tuple[str | None, str]:
    """The words behind `place:`, up to a semicolon, the next key or the line's end; or in quotes.

    Commas belong to it, `SENER, piso 4`, unless another part of an arrangement begins behind one.
    """
    found = _PLACE.search(scannable(text))
    if found is None:
        return None, text
    name = "quoted" if found["quoted"] else "plain"
    start, end = found.span(name)
    stop = _place_end(text, start, end) if name == "plain" else end
    finish = found.end() if stop == end else stop
    return text[start:stop].strip(" \t,"), without(text, [(found.start(), finish)])


def _place_end(text: str, start: int, end: int) -> int:
    """Where another part begins behind the words of a place."""
    key = _KEY.search(scannable(text), start, end)
    end = key.start() if key else end
    commas = (at for at in range(start, end) if text[at] == ",")
    return next((at for at in commas if _OTHER_PART.match(folded(text[at + 1 : end]).strip())), end)


def place_or_agenda(text: str) -> tuple[str, str] | None:
    """A place whose end may be what the meeting is about, `SENER, Budget`, and the same with a semicolon.

    None where there is none, or all of it is plainly a place: it is in quotes, or an address.
    """
    found = _PLACE.search(scannable(text))
    if found is None or found["quoted"]:
        return None
    start, end = found.span("plain")
    words = text[start : _place_end(text, start, end)].strip(" \t,")
    commas = [at for at, character in enumerate(words) if character == ","]
    parts = (words[at + 1 :].partition(",")[0].strip() for at in commas)
    at = next((at for at, part in zip(commas, parts, strict=True) if part and not _is_address(part)), None)
    return None if at is None else (words, f"{words[:at]}; {words[at + 1 :].strip()}")


def _is_address(part: str) -> bool:
    return _OF_ADDRESS.match(folded(part)) is not None or is_zone(part)


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
