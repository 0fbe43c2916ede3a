"""What people say to whoever is there, and ask nothing with: greetings and thanks."""

from __future__ import annotations

import re
from enum import StrEnum

from handlers.grammar.folding import folded


class Courtesy(StrEnum):
    """Each has a message `courtesy-KIND` in every catalogue."""

    GREETING = "greeting"
    THANKS = "thanks"


_GREETINGS = (
    "good morning|good afternoon|good evening|good day|hello|hey|hi|hiya|greetings"
    "|buenos dias|buen dia|buenas tardes|buenas noches|muy buenas|buenas|hola|que tal|saludos"
)
_THANKS = (
    "thank you very much|thank you so much|thank you|thanks a lot|many thanks|thanks|thx"
    "|muchas gracias|muchisimas gracias|mil gracias|gracias"
)
_ANYBODY = (
    "again|all|everyone|everybody|there|team|a todos|a todas|todos|todas|equipo|otra vez|bot|rapporteur"
)

_SAID = re.compile(
    rf"(?:(?P<greeting>{_GREETINGS})|(?P<thanks>{_THANKS}))"
    rf"(?: (?:{_GREETINGS}|{_THANKS}|{_ANYBODY}))*"
)
_MARKS = re.compile(r":[a-z0-9_+-]+:|[^\w\s]", re.ASCII)
_LONGEST = 60
"""Characters: nobody greets at greater length, and longer lines need not be looked at."""


def read_courtesy(line: str) -> Courtesy | None:
    """The courtesy that a line is, whatever marks and emoji stand around it; None when it says more."""
    if len(line) > _LONGEST:
        return None
    said = _SAID.fullmatch(" ".join(_MARKS.sub(" ", folded(line)).split()))
    if said is None:
        return None
    return Courtesy.THANKS if said["thanks"] else Courtesy.GREETING
