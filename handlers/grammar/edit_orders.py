"""A new text that says how the present one should change: `nine -> twelve`, `add: in Puebla`, `it is wrong`.

It may be the text all the same; whoever typed it is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import folded, scannable
from handlers.grammar.withdrawals import is_day

_QUOTE = r"[\"'\u201c\u201d\u2018\u2019\u00ab\u00bb]?"
_OLD = rf"{_QUOTE}(?P<old>\S(?:.*?\S)?){_QUOTE}"
_NEW = rf"{_QUOTE}(?P<new>\S(?:.*?\S)?){_QUOTE}[.!]*"
_EXCHANGE = (
    r"(?:please\s+|por favor\s+)?"
    r"(?:change|replace|swap|cambi(?:ar?|e)|remplazar?|reempla(?:zar?|ce)|sustitu(?:ye|ir|ya))"
)
_REPLACED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{_EXCHANGE}\s+)?{_OLD}\s+(?:[-=]+>|\u2192|should be|must be|debe(?:r[ií]a)? ser)\s+{_NEW}",
        rf"{_EXCHANGE}\s+{_OLD}\s+(?:to|by|with|for|por|con|a)\s+{_NEW}",
        rf"{_NEW}\s+(?:instead of|rather than|en vez de|en lugar de)\s+{_OLD}",
        rf"(?:not|no)\s+{_OLD},?\s+(?:but|sino)\s+{_NEW}",
        rf"(?:donde\s+)?dice:?\s+{_OLD},?\s+(?:y\s+)?(?:debe(?:r[ií]a)?|tiene que) decir:?\s+{_NEW}",
        rf"(?:(?:where\s+)?it\s+)?says:?\s+{_OLD},?\s+(?:(?:and|but|it)\s+)*should (?:say|read):?\s+{_NEW}",
        r"s/(?P<old>[^/]+)/(?P<new>[^/]+)/?",
    )
)
_ADDED = re.compile(
    rf"(?:add|append|agrega[r]?|agregue|a[ñn]ad(?:e|ir|a))(?:\s*:\s*|\s+(?=[\"'\u201c\u00ab])){_NEW}",
    re.IGNORECASE,
)
_FIELD = (
    r"(?:the |el |la |los |las |su |its )?(?:text|title|wording|date|due date|deadline|owner|theme|severity"
    r"|priority|countr(?:y|ies)|quarter|drivers?|place|agenda|link|texto|titulo|redaccion|fecha(?: limite)?"
    r"|plazo|responsable|tema|gravedad|severidad|prioridad|pais(?:es)?|trimestre|impulsor(?:es)?|lugar|liga)"
)
_ITEM = r"[a-z]-?[0-9]{1,9}"
_OFF = r"(?:remove|delete|erase|clear|quitar?|borrar?|eliminar?)"
_LINK = r"(?:add|link|unlink|merge|into|agregar?|vincular?|fusionar?|unir)"
_ORDER = re.compile(
    rf"(?:please |por favor )?(?:undo|cancel|drop|withdraw|postpone|{_OFF}|deshacer|cancelar?|retirar?"
    r"|posponer)(?: (?:it|this|that|esto|eso))?"
    r"|typos?|text|wording|please|mistake|wrong|error|texto|redaccion|por favor|mal|incorrect[oa]"
    rf"|(?:(?:it|this|that|esto|eso|{_FIELD}) )?(?:is|are|esta|estan|es) "
    r"(?:wrong|incorrect|not right|mal|equivocad[oa]|incorrect[oa]|erroneo|erronea)"
    rf"|(?:{_OFF}|sin|no|without) {_FIELD}"
    rf"|(?:{_LINK}|{_OFF})(?: (?:also|with|into|con|a|tambien))* {_ITEM}(?:(?:,| and| y) {_ITEM})*"
    r"|ya (?:quedo|esta|estuvo|se hizo)(?: list[oa])?"
)
_MOVED = re.compile(
    r"(?:(?:move|push|extend|postpone|pasar?|mover|mueve|recorrer|posponer|aplazar)(?:l[oa])?)\s+(?=\S)",
    re.IGNORECASE,
)
_AROUND = " \t\r\n,;:.!"
_LOOKED_AT = 200
"""Characters of a text that may be an order."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words of the present text and those that should stand there; without `old` words, at its end."""

    new: str
    old: str = ""

    def of(self, present: str) -> str | None:
        """The present text with the new words; None where the old ones are not in it."""
        if not self.old:
            return f"{present} {self.new}"
        found = re.search(rf"(?<!\w){re.escape(self.old)}(?!\w)", present, re.IGNORECASE)
        if found is None:
            return None
        is_first = found[0][:1].isupper() and self.old[:1].islower()
        new = self.new[:1].upper() + self.new[1:] if is_first else self.new
        return present[: found.start()] + new + present[found.end() :]


def read_replacements(text: str) -> tuple[Replacement, ...]:
    """What words may ask for, each way they may be read; none of a text that is certainly one."""
    if len(text) > _LOOKED_AT or "\n" in text:
        return ()
    plain = scannable(text)
    found = (pattern.fullmatch(plain) for pattern in _REPLACED)
    read = [
        Replacement(text[one.start("new") : one.end("new")], text[one.start("old") : one.end("old")])
        for one in found
        if one is not None
    ]
    added = _ADDED.fullmatch(plain)
    if added is not None:
        read.append(Replacement(text[added.start("new") : added.end("new")]))
    return tuple(read)


def is_order(text: str, reader: Reader) -> bool:
    """Whether words only say that something should be done with the item."""
    if len(text) > _LOOKED_AT:
        return False
    moved = _MOVED.match(text)
    if moved is not None and is_day(text[moved.end() :], reader):
        return True
    return _ORDER.fullmatch(folded(text).strip(_AROUND)) is not None
