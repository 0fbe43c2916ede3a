"""A person at the end of an action's text whom no word makes a part of it: `send the census to CRE @who`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import may_name_day
from handlers.grammar.first_lines import first_line
from handlers.grammar.folding import folded
from handlers.grammar.mentions import mention_at, named_people
from handlers.words.slack_text import Mention

PEOPLE_MAX = 20
"""People of a line that are looked at."""

_GOVERNING = frozenset(
    re.findall(
        r"\w+",
        "a al to with con de del from of by por y e and o or about sobre para for like como entre between in"
        " en via cc contra que than the as through mediante is es ante ask tell call meet see told asked"
        " w c also tambien copia copiar copiando copy copying junto plus against except excepto salvo per vs"
        " including include incluir incluyendo invite invitar contact contactar email notify avisar remind"
        " attn at on hacia hasta sin without",
    )
)
"""Behind these a person is a word of the sentence: `call the plant with @who`."""

_AROUND = " \t\r\n,;:.!()[]-\u2013\u2014"
_JOINT = re.compile(r"\s*(?:[,;&+/]|and|y|e|or|o)?\s*", re.IGNORECASE)
"""Between two names of a list."""
_SECOND = re.compile(r"\s*(?:(?:,|&|\+|/|(?:and|y|e)(?=\s))\s*)*(?=@)", re.IGNORECASE)


WORDS_BEHIND = 6
"""Words that stand behind a person whom marks set apart: a day, and the marks around it."""

_APART_BEFORE = re.compile(r"(?:[|;(\[]|\s[-/\u2013\u2014])\s*\Z")
_APART_BEHIND = re.compile(r"\s*(?:[|;,/)\]\u2013\u2014-]|\Z)")


def loose_person(text: str, people: Sequence[Mention]) -> str:
    """The name that ends a text or its first line; empty where there is none, or a word governs it.

    A name behind another one is of a list of people, whoever these are.
    """
    for said in dict.fromkeys((first_line(text)[0], text)):
        whole = said.rstrip(_AROUND)
        named = named_people(whole, people, PEOPLE_MAX)
        if not named or named[-1].end != len(whole):
            continue
        is_listed = len(named) > 1 and _JOINT.fullmatch(whole, named[-2].end, named[-1].start)
        before = whole[: named[-1].start].rstrip(_AROUND).split()
        is_object = len(before) == 1 or (before and folded(before[-1]).strip("/") in _GOVERNING)
        if before and not is_object and not is_listed:
            return whole[named[-1].start :]
    return ""


def person_with_day(text: str, people: Sequence[Mention], reader: Reader) -> str:
    """The same of a name that nothing but a day stands behind: `send the census @who friday`."""
    line, _ = first_line(text)
    named = named_people(line, people, PEOPLE_MAX)
    behind = line[named[-1].end :] if named else ""
    if not behind.strip(_AROUND) or len(behind.split()) > WORDS_BEHIND or not may_name_day(folded(behind)):
        return ""
    is_apart = _APART_BEHIND.match(behind) is not None or read_period(behind.strip(_AROUND), reader) is None
    return "" if is_apart else loose_person(line[: named[-1].end], people)


def person_set_apart(text: str, people: Sequence[Mention]) -> str:
    """The name near the end of a first line that marks set apart, with what may be a day behind it.

    `Send the map | @who | Dec 4`, `Enviar el mapa (@who, 4 dic)`; empty for none.
    """
    line, _ = first_line(text)
    named = named_people(line, people, PEOPLE_MAX)
    if not named:
        return ""
    start, end = named[-1].start, named[-1].end
    behind = line[end:]
    is_apart = _APART_BEFORE.search(line[:start]) is not None and _APART_BEHIND.match(behind) is not None
    if not is_apart or len(behind.split()) > WORDS_BEHIND or not may_name_day(folded(behind)):
        return ""
    return line[start:].rstrip(_AROUND + "/|")


def second_person(text: str, people: Sequence[Mention]) -> bool:
    """Whether another person is named right at the beginning of a text: `y @who revisar`."""
    found = _SECOND.match(text)
    return found is not None and mention_at(text, found.end(), people) is not None
