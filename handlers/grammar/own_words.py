"""What people ask in the words of our own headings: `where do we stand?`, `cómo vamos`, `vencidas`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from domain.group import Theme
from domain.language import Language
from domain.register import Trait
from handlers.grammar.command import Utterance
from handlers.grammar.folding import folded, scannable
from handlers.grammar.kinds import is_kind
from handlers.grammar.problems import Problem
from handlers.grammar.roadmaps import exporting, read_roadmap
from handlers.grammar.themes import read_theme
from handlers.grammar.traits import trait_names
from handlers.grammar.verbs import Verb, VerbFound, find_verb
from handlers.words.slack_text import decode, escape

_EN, _ES = Language.ENGLISH, Language.SPANISH

_STANDING = re.compile(
    r"(?:so |y |entonces )?"
    r"(?:(?P<en>where (?:do|are) we(?: stand(?:ing)?)?(?: now)?|how are we doing|how(?: is|'s) it going)"
    r"|como (?:vamos|andamos|estamos)|en que (?:vamos|estamos|quedamos)|donde (?:vamos|estamos)"
    r"|como va(?: todo)?)"
    r"(?: (?:on|with|in|about|con|en|de|sobre) (?P<theme>\S+(?: \S+){0,4}))?"
)
_ASKED = re.compile(
    r"(?:what(?: is|'s)|what are|which (?:ones )?are|que (?:esta|hay)|cuales estan)"
    r"(?: (?:the|los|las))? (?P<late>[a-z]+)"
)
_PLAN = re.compile(r"\Ade\s+ruta(?!\w)[\s:]*", re.IGNORECASE)
"""`Hoja de ruta` is a word of three."""

_OVERDUE = MappingProxyType(
    {
        folded(name.text): name.language
        for name in trait_names()
        if name.value is Trait.OVERDUE and name.text != "late"
    }
)
"""Not `late`, with which sentences begin."""
_AROUND = "¿?¡!. "


def asked_in_our_words(utterance: Utterance, themes: Sequence[Theme]) -> Utterance | None:
    """The line of the verb that answers; None for what is no such question, and for sentences."""
    line = folded(f"{utterance.word} {utterance.rest}").strip(_AROUND)
    standing = _STANDING.fullmatch(line)
    if standing is not None:
        verb = Verb.STATUS.name_in(_EN if standing["en"] else _ES)
        theme = (standing["theme"] or "").strip(_AROUND)
        return Utterance(word=verb, rest=theme, raw=escape(theme))
    plan = _PLAN.match(scannable(utterance.rest)) if folded(utterance.word) == "hoja" else None
    if plan is not None:
        rest, raw = utterance.rest[plan.end() :], _PLAN.sub("", utterance.raw, count=1)
        return replace(utterance, word=Verb.ROADMAP.name_in(_ES), rest=rest, raw=raw)
    wanted = exporting(utterance)
    if wanted is not None and not isinstance(read_roadmap(decode(wanted).text, themes), Problem):
        return replace(utterance, word=Verb.ROADMAP.value, rest=decode(wanted).text, raw=wanted)
    asked = _ASKED.fullmatch(line)
    word = asked["late"] if asked else folded(utterance.word).strip(_AROUND)
    if word not in _OVERDUE or not (asked or _narrows(utterance.rest, themes)):
        return None
    rest = word if asked else f"{word} {utterance.rest}".strip()
    raw = word if asked else f"{word} {utterance.raw}".strip()
    listed = Verb.LIST.name_in(_OVERDUE[word] or _EN)
    return replace(utterance, word=listed, rest=rest, raw=raw, implied=True)


def is_question(utterance: Utterance) -> bool:
    """Whether it is such a question where it stands."""
    line = folded(f"{utterance.word} {utterance.rest}").strip(_AROUND)
    return _STANDING.fullmatch(line) is not None


def _narrows(rest: str, themes: Sequence[Theme]) -> bool:
    """Whether nothing stands behind, or a theme, a kind, whose, or a pair: no sentence goes on."""
    first = rest.split(maxsplit=1)[0].strip(_AROUND) if rest else ""
    if not first or is_kind(first) or ":" in rest or not isinstance(read_theme(rest, themes), Problem):
        return True
    found = find_verb(first)
    return isinstance(found, VerbFound) and found.verb is Verb.MINE
