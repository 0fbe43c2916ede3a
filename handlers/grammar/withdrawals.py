"""Why an item is taken back: `M-2 because of the strike`, `M-2 por falta de quórum`, `A-7`.

Whatever stands behind the reference is the reason, but for a day or a move, where it should go instead, and
what only names a part of the item: who says so is asked before anything is taken back. The item's own day
only names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.retiming import Before
from handlers.grammar.dates.reading import PHRASE_MAX, read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.departures import read_then
from handlers.grammar.doubtful_remarks import is_of_item
from handlers.grammar.folding import folded, scannable
from handlers.grammar.occasions import DAYS_ALONE, take_occasion
from handlers.grammar.postponements import MoveTaken, read_postponement
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import take_version
from handlers.grammar.retimings import take_retiming
from handlers.grammar.subjects import Remark, read_remark, read_subject, split_reason, without_courtesy
from handlers.words.slack_text import Mention

_IDIOMS = (
    r"ahora|hoy|el momento|lo pronto|esta (?:vez|ocasi[oó]n)|el d[ií]a de hoy"
    r"|now|the moment|the time being|the present|this (?:time|once)|good"
)
"""What `for` and `por` are one saying with: `for now` is no reason called `now`, and no day either."""

_SAYING = re.compile(rf"(?:for (?!hoy)|por )(?:{_IDIOMS})(?!\w)", re.IGNORECASE)
_BY = re.compile(
    r"(?:por causa de|a causa de|por motivos? de|por|pues|for|due to|since)(?:\s+(?=\S)|$)", re.IGNORECASE
)
"""In front of a reason, and no part of it."""

_JOINT = re.compile(
    r"(?:[\s,;.(\[\u2013\u2014-]+|(?:and|then|but|instead|y|pero|luego|mejor|sino)(?=\s))+", re.IGNORECASE
)
_MOVING = re.compile(
    r"(?:(?:(?:it|this|that|we)(?:'(?:s|ll|re|d|ve))?|(?:the|this) (?:meeting|session)"
    r"|(?:la|esta) (?:reuni[oó]n|junta|sesi[oó]n))\s+)?"
    r"(?:(?:is|was|has|had|be|been|being|will|must|got|to|se|ya|nos|la|es|est[aá]|fue|ha|sido|ser[aá]|va|a)\s+)*"
    r"(?:(?:the )?new (?:date|day|time)(?: is)?:?\s+"
    r"|(?:la )?nueva (?:fecha|hora)(?: es)?:?\s+"
    r"|(?:(?:let'?s|let us|we|can|could|shall)\s+)*(?:do|meet|have|hold|try"
    r"|see you|see each other)\s+(?:(?:it|this|again)\s+)?"
    r"|(?:nos vemos|nos reunimos|nos juntamos|ve[aá]monos|reun[aá]monos|junt[eé]monos|h[aá]g[aá]mosl[ao]"
    r"|la hacemos|que sea|ser[ií]a|sesionamos)\s+"
    r"|(?P<word>(?:re)?(?:mov|schedul|postpon|put|bring|brought|push|chang|shift|advanc|delay"
    r"|pas|mu[eé]v|c[aá]mbi|program|posp|apla[zc]|apl[aá]c|adelant|retras|recorr|dej|d[eé]j|hac|hag"
    r"|(?<!ya )qued|qued(?=\w* (?:para|al?) ))\w*)\s+"
    r"(?:(?:it|this|the meeting|la reuni[oó]n|la junta)\s+)?(?:(?:off|back|up|forward)\s+)?)",
    re.IGNORECASE,
)
_EARLIER = ("advanc", "brought", "bring", "adelant")
_LEAD = re.compile(r"(?:(?:to|until|on|for|hasta|para|al?|el|la|the)\s+)+(?=\S)", re.IGNORECASE)
_ANY_ZONE = "UTC"
_INSTEAD = r"(?:instead|rather|mejor|en su lugar|en cambio)"
_INSTEAD_MAX = 20
"""Characters of the longest of these words, and what stands between."""

_OTHER_DAY = re.compile(
    rf"(?:{_INSTEAD}\s+(?P<behind>\S.*)|(?P<before>\S.*?)[\s,]+(?:{_INSTEAD}|works(?: better)?|is better"
    r"|suits us|funciona(?: mejor)?|nos queda(?: mejor)?))",
    re.IGNORECASE,
)
"""Another day in its place: `friday instead`, `mejor el viernes`."""

_CLAUSE = re.compile(
    r"(?:\s*[,;.(\[\u2013\u2014]+|\s-(?=\s)|\s(?:and|but|so|then|y|pero|as[ií] que|entonces|sino)(?=\s))\s*"
)
_CLAUSES_MAX = 20
"""Clauses of a reason that are looked at."""

_AROUND = " \t\r\n,;:.!-\u2013\u2014"
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]][.!]*")


@dataclass(frozen=True, slots=True)
class Instead:
    """An item that was to be taken back, and the words that say where it should go `instead`: no reason.

    `earlier`: they ask for an earlier time. `own` is when the item is, if that is what they say.
    """

    remark: Remark
    problem: Problem
    when: str
    earlier: bool = False
    own: Before | None = None


def read_withdrawal(text: str, reader: Reader, people: Sequence[Mention] = ()) -> Remark | Instead | Problem:
    """The item, and why it is taken back."""
    subject = read_subject(text)
    remark = read_remark(text)
    if isinstance(subject, Problem) or isinstance(remark, Problem) or remark.words is None:
        return remark
    plain = replace(remark, words=None)
    said = take_version(f" {subject.rest}")[0].strip()
    before, reason = split_reason(said)
    if reason is not None and not before:
        words = without_courtesy(reason)
        return _moved(plain, words, words, reader) or replace(remark, words=words or None)
    words = _unwrapped(without_courtesy(remark.words).strip(_AROUND))
    if _SAYING.match(words):
        return replace(remark, words=words)
    if is_of_item(words, people):
        return Problem(ProblemCode.REMARK_UNCLEAR, words)
    joint = _JOINT.match(scannable(words))
    moved = words[joint.end() :] if joint else words
    if is_day(moved, reader):
        problem = Problem(ProblemCode.REASON_IS_DAY, words)
        is_plain = joint is None or not joint[0].strip(_AROUND)
        return Instead(plain, problem, moved, own=read_then(moved, reader) if is_plain else None)
    lead = _BY.match(words)
    told = _moved(plain, words, moved, reader)
    return told or replace(remark, words=(words[lead.end() :] if lead else words) or None)


def _unwrapped(words: str) -> str:
    """The words without brackets around all of them."""
    found = _BRACKETS.fullmatch(scannable(words))
    return words[found.start("inside") : found.end("inside")].strip(_AROUND) if found else words


def _moved(plain: Remark, words: str, moved: str, reader: Reader) -> Instead | None:
    """What says that the item is moved, and to when: `se pasa al lunes`, `no quorum, friday instead`."""
    marks = [mark.end() for mark in _CLAUSE.finditer(scannable(moved))]
    for begin in (0, *marks[:_CLAUSES_MAX]):
        said = moved[begin:].rstrip(_AROUND + ")]")
        moving = _MOVING.match(scannable(said))
        when = _other_day(said, reader) if moving is None else _when(said[moving.end() :], reader)
        if when:
            is_earlier = moving is not None and folded(moving["word"] or "").startswith(_EARLIER)
            return Instead(plain, Problem(ProblemCode.REASON_IS_MOVE, words), when, is_earlier)
    return None


def _other_day(said: str, reader: Reader) -> str:
    """A day that the words say is better; empty for none."""
    found = _OTHER_DAY.fullmatch(scannable(said)) if len(said) <= PHRASE_MAX + _INSTEAD_MAX else None
    if found is None:
        return ""
    side = "behind" if found["behind"] else "before"
    day = said[found.start(side) : found.end(side)].strip(_AROUND)
    return day if is_day(day, reader) else ""


def _when(said: str, reader: Reader) -> str:
    """As much of the words as says when; a length of time only where nothing stands behind it."""
    if is_day(said, reader):
        return said
    read = read_postponement(said, reader, _ANY_ZONE, None)
    if isinstance(read, MoveTaken):
        return said if read.retiming is not None or read.arrangement.starts_at is not None else ""
    timed = take_retiming(said, reader, None)
    if isinstance(timed, Problem) or (timed.retiming is not None and timed.retiming.shift is not None):
        return ""
    return said.removesuffix(timed.occasion.rest).strip(_AROUND) if timed.occasion.rest else said


def is_day(words: str, reader: Reader) -> bool:
    """Whether the words say nothing but when: `el viernes 19`, `next week`, `to monday 22 at 10`."""
    lead = _LEAD.match(words)
    for said in (words, words[lead.end() :] if lead else ""):
        if not said:
            continue
        taken = take_occasion(said, reader)
        if isinstance(taken, Problem):
            whole = taken.code in DAYS_ALONE and said.strip(_AROUND).endswith(taken.word)
        else:
            whole = taken.at is not None and not taken.rest.strip(_AROUND)
        if whole or read_period(said.strip(_AROUND), reader) is not None:
            return True
    return False
