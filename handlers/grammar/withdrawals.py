"""Why an item is taken back: `M-2 because of the strike`, `M-2 por falta de quórum`, `A-7`.

Whatever stands behind the reference is the reason, but for a day: that is where it should go instead, and who
says so is asked before anything is taken back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import scannable
from handlers.grammar.occasions import DAYS_ALONE, take_occasion
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import take_version
from handlers.grammar.subjects import Remark, read_remark, read_subject, split_reason, without_courtesy

_BY = re.compile(
    r"(?:por causa de|a causa de|por motivos? de|por|pues|for|due to|since)(?:\s+(?=\S)|$)", re.IGNORECASE
)
"""In front of a reason, and no part of it."""

_JOINT = re.compile(r"(?:[\s,;.]+|(?:and|then|but|instead|y|pero|luego|mejor|sino)(?=\s))+", re.IGNORECASE)
_MOVING = re.compile(
    r"(?:re)?(?:mov|schedul|postpon|put|bring|push|chang|shift"
    r"|pas|mu[eé]v|c[aá]mbi|program|posp|apla[zc]|apl[aá]c|recorr|dej|d[eé]j|hac|hag)\w*\s+"
    r"(?:(?:it|this|the meeting|la reuni[oó]n|la junta)\s+)?(?:(?:off|back|up|forward)\s+)?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:to|until|on|for|hasta|para|al?|el|la|the)\s+)+(?=\S)", re.IGNORECASE)
_AROUND = " \t\r\n,;:.!-"


@dataclass(frozen=True, slots=True)
class Instead:
    """An item that was to be taken back, and the words that say where it should go `instead`: no reason."""

    remark: Remark
    problem: Problem
    when: str


def read_withdrawal(text: str, reader: Reader) -> Remark | Instead | Problem:
    """The item, and why it is taken back."""
    subject = read_subject(text)
    remark = read_remark(text)
    if isinstance(subject, Problem) or isinstance(remark, Problem) or remark.words is None:
        return remark
    plain = replace(remark, words=None)
    said = take_version(f" {subject.rest}")[0].strip()
    before, reason = split_reason(said)
    if reason is not None and not before:
        return replace(remark, words=without_courtesy(reason) or None)
    words = without_courtesy(remark.words).strip(_AROUND)
    joint = _JOINT.match(scannable(words))
    moved = words[joint.end() :] if joint else words
    moving = _MOVING.match(scannable(moved))
    if moving is not None and is_day(moved[moving.end() :], reader):
        return Instead(plain, Problem(ProblemCode.REASON_IS_MOVE, words), moved[moving.end() :])
    if is_day(moved, reader):
        return Instead(plain, Problem(ProblemCode.REASON_IS_DAY, words), moved)
    lead = _BY.match(words)
    return replace(remark, words=(words[lead.end() :] if lead else words) or None)


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
