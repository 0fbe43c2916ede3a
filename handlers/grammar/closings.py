"""What people put behind the day by which: `a las 5`, `in the morning`, `sin falta`, `(urgent)`, `please`."""

from __future__ import annotations

import re
from functools import lru_cache

from handlers.grammar.folding import folded
from handlers.grammar.occasions import take_hour
from handlers.grammar.small_words import COURTESY, EMOJI
from handlers.grammar.unclear_zones import zone_end

CLOSING_MAX = 60
"""Characters of the longest such words: an hour with its zone, and how urgent it is."""

ENDINGS_KEPT = 64
"""Ends of texts whose reading is kept: a line's is read again for all that may stand in front of it."""

_LATEST = (
    r"a mas tardar|(?:at )?(?:the )?latest|como (?:muy )?tarde|como maximo|maximo|tops|or (?:sooner|earlier)"
)
_SAME = r"mismo|sharp|en punto|o antes"
_PART = (
    r"(?:(?:por|en|de|durante) la |a la )(?:manana|tarde|noche)|al? medio ?dia|a (?:primera|ultima) hora"
    r"|al (?:final|cierre|termino) (?:del dia|de la jornada)|temprano"
    r"|(?:in the |first thing in the )?(?:early |late )?(?:morning|afternoon|evening)|midday|night"
    r"|first thing|(?:by |at )?(?:the )?end of (?:the )?(?:day|business)"
    r"|(?:by )?(?:eod|cob|close of business)"
)
_ZONE = r"hora (?:local|del? [a-z]+)"
_WEIGHT = (
    r"sin falta|sin (?:excusa|demora)s?|(?:(?:es|muy|lo|it is|it's|very) )?(?:urgente?|importante?)|asap"
    r"|lo antes posible|cuanto antes|(?:de ser|si es) posible|si se puede|if (?:at all )?possible"
    r"|without (?:fail|delay)|as soon as possible|for sure|tentativ(?:o|a|e|ely|amente)|aprox(?:imadamente)?"
)
_EMPTY = re.compile(rf"(?:{COURTESY}|{_LATEST}|{_SAME})(?![^\W_])")
_MORE = re.compile(rf"(?:{_PART}|{_ZONE}|{_WEIGHT})(?![^\W_])|{EMOJI}")
_TOWARDS_HOUR = re.compile(
    r"(?:(?:before|by|around|about|until|till|no later than|a mas tardar|antes de|a eso de|hacia|hasta|como)"
    r" )+"
    r"(?=a |las? |[0-9]|noon|mid|medi)"
)
_BETWEEN = re.compile(r"(?:[ ,;.!-]|:(?![a-z0-9_+'-]+:))*")
_COURTEOUS = re.compile(rf"[\s,;]*(?:{COURTESY})[\s.!]*$", re.IGNORECASE)


def closing(text: str) -> str | None:
    """Of the words behind a day those that say more than it, as typed; None where others are among them."""
    return _closing(text) if len(text) <= CLOSING_MAX else None


@lru_cache(ENDINGS_KEPT)
def _closing(text: str) -> str | None:
    words, says_more = _open(folded(text)), False
    while words:
        found = _EMPTY.match(words) or _MORE.match(words)
        if found is None:
            lead = _TOWARDS_HOUR.match(words)
            hour = take_hour(words[lead.end() if lead else 0 :], number=lead is not None)
            if hour is None:
                return None
            words, says_more = _open(hour.rest[zone_end(hour.rest) :]), True
            continue
        says_more = says_more or found.re is _MORE
        words = _open(words[found.end() :])
    return _COURTEOUS.sub("", text).strip(" \t\r\n,;") if says_more else ""


def begins_with_hour(kept: str) -> bool:
    """Whether words behind a day begin with an hour of it."""
    words = _open(folded(kept))
    lead = _TOWARDS_HOUR.match(words)
    return take_hour(words[lead.end() if lead else 0 :], number=lead is not None) is not None


def _open(words: str) -> str:
    words = words.replace("(", " ").replace(")", " ")
    return words[_BETWEEN.match(words).end() :].rstrip()  # type: ignore[union-attr]  # it matches anywhere
