"""Small words that show that a sentence goes on: behind a pair, or in front of one."""

from __future__ import annotations

import re

from handlers.grammar.folding import folded, scannable

CONTINUING = frozenset(
    re.findall(
        r"\w+",
        "of and or nor but that which who is are was were has have had as than in on at with without from"
        " to for by about into among between through during under over de del y e o u ni pero que cual quien"
        " es son era eran fue fueron esta estan sera seran ha han como en al con sin para por sobre entre"
        " desde hasta hacia ante segun durante mediante tras bajo contra",
    )
)
"""A sentence begins with none of these in small letters. Not `a`, which is an article too."""

UNFINISHED = CONTINUING | frozenset(
    re.findall(
        r"\w+",
        "the a an this that these those its my your his her our their each every any some no one two three"
        " several many most all new old next last first second third final main same only other another own"
        " current former key central single general common whole such what whose el la los las lo un una"
        " unos unas este estos estas ese esa esos esas aquel aquella su sus mi mis tu tus nuestro nuestra"
        " nuestros nuestras cada algun alguna ningun ninguna todo toda dos tres varios varias muchos muchas"
        " nuevo nueva nuevos nuevas viejo vieja proximo proxima siguiente ultimo ultima primer primero"
        " primera segundo segunda tercer tercera principal mismo misma unico unica otro otra otros otras"
        " propio propia gran actual anterior comun tal",
    )
)
"""A sentence ends in none of these: another word belongs behind them."""

COURTESIES = frozenset(
    {"please", "pls", "por favor", "porfavor", "porfa", "thanks", "thank you", "many thanks"}
    | {"gracias", "muchas gracias"}
)
"""What may end a request without being part of it, folded."""

COURTESY = "|".join(sorted(COURTESIES, key=len, reverse=True))
"""A pattern of one of them."""

EMOJI = (
    "(?::[a-z0-9_+'-]+:|[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
    "[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)"
)
"""A pattern of one, by its name in Slack or as itself."""

_FIRST = re.compile(r"[ \t]*(?P<word>[^\W\d_]+)(?![\w:])(?! ?@)")
"""Not `para @lead`, which is no word of the sentence."""

_LAST = re.compile(r"(?P<word>[^\W\d_]+)[ \t]*\Z")
_WORD_MAX = 40
"""Characters of a text's end that are looked at: more than the longest of these words."""


def goes_on(behind: str) -> bool:
    """Whether a text begins with a small word that continues a sentence, on the same line."""
    found = _FIRST.match(scannable(behind))
    return found is not None and found["word"].islower() and folded(found["word"]) in CONTINUING


def is_unfinished(before: str) -> bool:
    """Whether a text ends in a word that another one belongs behind, on the same line."""
    found = _LAST.search(scannable(before[-_WORD_MAX:]))
    return found is not None and folded(found["word"]) in UNFINISHED
