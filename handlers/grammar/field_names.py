"""The name of a field in front of its value without a colon: `owner @lead`, `fecha límite 30 de junio`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.language import Language
from handlers.grammar.folding import scannable

TEXT_KEYS: Mapping[Language, str] = MappingProxyType({Language.ENGLISH: "text", Language.SPANISH: "texto"})
"""In front of what is to be an item's text whatever it looks like, as buttons say it."""


class FieldName(StrEnum):
    """What people name in front of a value."""

    OWNER = "owner"
    THEME = "theme"
    DUE = "due"
    STATUS = "status"
    PROGRESS = "progress"
    COUNTRIES = "countries"
    SEVERITY = "severity"
    DRIVERS = "drivers"
    KIND = "kind"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class NamedValue:
    """The field, its name as typed, and what stands behind it."""

    field: FieldName
    typed: str
    value: str


_NAMED = re.compile(
    r"(?:(?:add|change|set|update|put|make|agrega[r]?|agregue|cambi(?:ar?|e)|pon(?:er|ga)?|actualizar?|actualice|fijar?)\s+)?"
    r"(?:(?:the|its|el|la|los|las|su|sus)\s+)?(?:(?:new|nuev[oa]s?)\s+)?(?P<name>"
    r"(?P<owner>owner|owned by|assignee|assigned to|responsables?|encargad[oa]|asignad[oa] a|a cargo de)"
    r"|(?P<theme>theme|tema)"
    r"|(?P<due>deadline|due date|due|date|fecha l[ií]mite|fecha de (?:entrega|vencimiento|t[eé]rmino)|fecha"
    r"|plazo|vencimiento|vence)"
    r"|(?P<status>status|state|estado|estatus|situaci[oó]n)"
    r"|(?P<progress>progress|avance|progreso)"
    r"|(?P<countries>countr(?:y|ies)|pa[ií]s(?:es)?)"
    r"|(?P<severity>severity|gravedad|severidad)"
    r"|(?P<drivers>drivers?|impulsor(?:es)?|motor(?:es)?)"
    r"|(?P<kind>kind|type|tipo)"
    r"|(?P<answers>obstacles?|answers|obst[aá]culos?|responde a)"
    r")(?![\w-])\s*(?:(?:=|:|-+>?|[\u2013\u2014\u2192])\s*|(?:is|are|to|es|son|a|al)(?:\s+|$))?",
    re.IGNORECASE,
)


def split_name(text: str) -> NamedValue | None:
    """The field that the text begins with the name of, and the words behind it; there may be none."""
    found = _NAMED.match(scannable(text))
    if found is None:
        return None
    field = next(field for field in FieldName if found[field.value])
    return NamedValue(field, text[found.start("name") : found.end("name")], text[found.end() :].strip())
