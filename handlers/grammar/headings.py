"""Headings over records, `Actions:`, `Acuerdos:`: each item below is one, and some have none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.grammar.first_lines import BULLET
from handlers.grammar.folding import folded, scannable

_YET = (
    r"(?:so far|as yet|yet|for now|today|this time|to (?:report|add)|new|from (?:my|our) side"
    r"|por (?:ahora|el momento|hoy)|hasta (?:ahora|el momento)|todavia|aun|hoy|esta vez"
    r"|nuev[oa]s?|que reportar|de (?:mi|nuestra) parte|en esta (?:reunion|sesion))"
)
_NONE = r"(?:none|nothing|nil|n/?a|ningun[oa]?s?|nada|no (?:hay|hubo|tenemos|tengo)|there (?:are|were) none)"
_NOTHING_ELSE = (
    r"(?:no|tbd|to be defined|por definir|no changes?|no news"
    r"|sin (?:cambios?|novedad(?:es)?|avances?|pendientes?|acuerdos?|compromisos?|obstaculos?|problemas?"
    r"|asuntos?|comentarios?|observaciones|acciones|decisiones|registro))"
)
_NOTHING = re.compile(rf"{_NONE}(?:[ ,]+{_YET}){{0,2}}")
_NOTHING_OF_SEVERAL = re.compile(rf"{_NOTHING_ELSE}(?:[ ,]+{_YET}){{0,2}}")
_ELSEWHERE = re.compile(
    r"(?:(?:the|los|las|lo) )?(?:same|mism[oa]s?)(?: (?:as|de|del|que|ones)\b.*)?"
    r"|(?:pendientes?|pending|open)(?: (?:para|for|until|hasta)"
    r" (?:(?:la|el|the) )?(?:proxim|sigui|next|otr)\w*.*)?"
    r"|(?:see|cf|vease|veanse|ver) (?:(?:the|el|la|los|las|mi|my) )?"
    r"(?:[a-z]-?\d+|minutes|minuta|acta|list[a]?|e?-?mail|correo|doc\w*|archivo|file|above|below|arriba|abajo"
    r"|previous|anterior|last|pasada)\b.*"
)
"""What says where the records stand, or when they come: no record, and perhaps one."""

_AROUND = " .,;:…!-()"
_LOOKED_AT = 120
"""Characters of a line that may say that there is nothing."""

_INNER = re.compile(r"(?<=[.;!])\s+(?P<word>[^\W\d_]+)(?:[ \t]items?)?[ \t]?:(?=\s)", re.IGNORECASE)
_BULLET = re.compile(rf"(?P<indent>[ \t]*){BULLET}[ \t]+(?=\S)")
_EACH_SOMEBODY = re.compile(rf"(?:\A|;|\n)[ \t]*(?:{BULLET}[ \t]+)?@\w")


def says_nothing(behind: str, *, several: bool) -> bool:
    """Whether it says that there is none; `several`: behind a heading, under which less says so."""
    plain = _plain(behind)
    if not plain:
        return False
    return bool(_NOTHING.fullmatch(plain) or (several and _NOTHING_OF_SEVERAL.fullmatch(plain)))


def says_elsewhere(behind: str) -> bool:
    """Whether it may only say where the records are: `los mismos`, `see R-1`."""
    return _ELSEWHERE.fullmatch(_plain(behind)) is not None


def inner_words(behind: str) -> tuple[str, ...]:
    """The words in front of a colon that begin a sentence further on in the line."""
    return tuple(folded(found["word"]) for found in _INNER.finditer(scannable(behind)))


def names_several(text: str) -> bool:
    """Whether several parts of it begin with somebody's name: each may be for another person to do."""
    return len(_EACH_SOMEBODY.findall(scannable(text))) > 1


def items_below(lines: Sequence[str]) -> tuple[str, ...]:
    """The items of a list, each with what is indented below it; none where that is no list throughout."""
    first = _BULLET.match(scannable(lines[0])) if lines else None
    if first is None or any("```" in line for line in lines):
        return ()
    items: list[list[str]] = []
    for line in lines:
        bullet = _BULLET.match(scannable(line))
        if bullet is not None and len(bullet["indent"]) <= len(first["indent"]):
            items.append([line[bullet.end() :]])
        else:
            items[-1].append(line)
    return tuple("\n".join(item).strip() for item in items)


def _plain(text: str) -> str:
    return folded(text).strip(_AROUND) if len(text) <= _LOOKED_AT else ""
