"""A new agenda that looks like where, how or when a meeting is: `lugar SENER`, `será en línea`, `hora 11:00`.

It may be that or what the meeting is about; whoever typed it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from domain.language import Language
from domain.reference import Reference
from handlers.grammar.arrangements import MODE
from handlers.grammar.folding import scannable
from handlers.grammar.postponements import MoveTaken, read_postponement
from handlers.grammar.setting import Setting

_WORDS_MAX = 8
"""Words of the longest place that is taken for one without a key; more are a sentence."""

_IS = (
    r"(?:(?:it|this|(?:the|this) (?:meeting|session)|(?:la|esta) (?:reuni[oó]n|junta|sesi[oó]n))\s+)?"
    r"(?:(?:will|would|be|is|now|moves?|moved|changes?|changed|takes? place|ser[aá]|es|va|ser|ahora"
    r"|queda|pasa|se|hace|har[aá]|cambia|mueve|a)\s+)*"
)
_MODE = re.compile(
    _IS + r"(?:(?:of|to|de(?: forma| manera)?|mode|modo|modalidad|format|formato)\s+)?"
    rf"{MODE}(?P<more>[.!]*|\s+(?:by|via|on|por|v[ií]a|en)\s+\w+)",
    re.IGNORECASE,
)
_KEYED_PLACE = re.compile(
    _IS + r"(?:(?:the|el|la)\s+)?(?:new\s+|nuev[oa]\s+)?"
    r"(?:place|where|venue|location|lugar|sede|ubicaci[oó]n|d[oó]nde)"
    r"\s+(?:(?:is|es|ser[aá]|to|a|=|->)\s+|(?=(?-i:[A-ZÁÉÍÓÚÑ0-9])|(?:the|el|la)\s))(?P<place>\S.*)",
    re.IGNORECASE,
)
_NUMBERED_PLACE = re.compile(
    _IS + r"(?:(?:in|at|to|en|la|el|the)\s+)*"
    r"(?P<place>(?:room|sala|sal[oó]n|auditori(?:o|um)|piso|floor|oficina|office|suite)\s+"
    r"(?:[0-9]|[a-z](?!\w)).*)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    _IS + r"(?:in|at|en)\s+(?P<place>(?:(?:the|our|el|la|los|las|su)\s|(?-i:.*[A-ZÁÉÍÓÚÑ0-9])).*)",
    re.IGNORECASE,
)
"""With an article, a name or a number: `At risk suppliers` is what a meeting is about."""
_ADDRESS = re.compile(
    r"(?:(?:link|liga|enlace|url|zoom|teams|meet)\s*:?\s+)?(?P<link>(?:[\w-]+\.)+[a-z]{2,}/\S*)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:(?:the|el|la|its|su)\s+)?(?:new\s+|nuev[oa]\s+)?"
    r"(?:time|hour|hora|horario|when|cu[aá]ndo|day|d[ií]a|fecha|date)"
    r"\s*(?:(?:=|:|->)\s*|(?:is|es|to|a)\s+)?(?P<when>\S.*)",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    _IS + r"(?:(?:status|estado|estatus)\s+)?"
    r"(?:cancel|cancell?ed|cancela(?:da|r)?|suspend(?:ed|ida)|called off)[.!]*",
    re.IGNORECASE,
)
_KEYS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        Language.ENGLISH: {"mode": "mode", "place": "place", "link": "link"},
        Language.SPANISH: {"mode": "modo", "place": "lugar", "link": "liga"},
    }
)


def is_cancelled(text: str) -> bool:
    """Whether the text says no more than that the meeting is cancelled."""
    return _CANCELLED.fullmatch(scannable(text)) is not None


def read_arranged(reference: Reference, text: str, setting: Setting) -> str | None:
    """What to type behind `edit` instead; None for words that are what the meeting is about."""
    plain, keys = scannable(text), _KEYS[setting.language]
    mode = _MODE.fullmatch(plain)
    if mode is not None:
        return f"{reference} {keys['mode']}:{mode['mode']}"
    address = _ADDRESS.fullmatch(plain)
    if address is not None:
        return f"{reference} {keys['link']}: https://{address['link']}"
    when = _WHEN.fullmatch(plain)
    if when is not None and isinstance(
        read_postponement(when["when"], setting.local or setting.reader, setting.zone, None), MoveTaken
    ):
        return f"{reference} {text[when.start('when') :]}"
    return _placed(reference, text, keys["place"])


def _placed(reference: Reference, text: str, key: str) -> str | None:
    if "\n" in text or len(text.split()) > _WORDS_MAX:
        return None
    for pattern in (_KEYED_PLACE, _NUMBERED_PLACE, _PLACE):
        found = pattern.fullmatch(scannable(text))
        if found is not None:
            return f"{reference} {key}: {text[found.start('place') :]}"
    return None
