"""The item that a line is about, and what is said of it: `R-2 …`, `la R-2: …`, `A-7 v3`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from domain.reference import Reference
from handlers.grammar.folding import scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.references import find_reference, find_references, take_version
from handlers.grammar.small_words import COURTESY

_SUBJECT = re.compile(
    r"\s*(?:(?:to|from|on|with|of|a|de|con|en|sobre)\s+)?(?:(?:the|el|la|al|del)\s+)?"
    r"(?:(?:recommendation|recomendaci[oó]n|obstacle|obst[aá]culo|action|acci[oó]n|task|tarea|meeting|reuni[oó]n"
    r"|junta|item|note|nota)\s+(?=[a-z]\s?[-_#]?\s?\d))?(?P<one>[a-z]\s?[-_#]?\s?\d{1,12})(?=[\s:,;.!]|$)[\s:,;.!]*",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"(?:(?:and|y|e|&|\+)\s+)?(?P<one>[a-z]\s?[-_#]?\s?\d{1,12})(?=[\s:,;.]|$)", re.IGNORECASE
)
_DASH = re.compile(r"[-\u2013\u2014]+\s+(?!.*\n\s*[-\u2013\u2014])", re.DOTALL)
"""Between an item and what is said of it, `R-1 \u2013 looks great`; not at the beginning of a list."""

_BECAUSE = re.compile(
    r"(?<!\w)(?:because(?: of)?|porque|debido a(?:l| que)?|(?:ya|dado|puesto) que|en vista de que"
    r"|reason:|motivo:|raz[oó]n:):?(?:\s|$)",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    rf"(?:^|[\s,;.]+)¡?(?:{COURTESY}"
    r"|sorry|apologies|perd[oó]n|disculpen?|una disculpa|lo siento)(?=[\s,;.!]*$)[\s,;.!]*",
    re.IGNORECASE,
)
_AROUND = " \t\r\n,;:(-"
COURTESY_MAX = 60
"""Characters of the longest remark that may be nothing but courtesy."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The item, and the words behind it as typed."""

    reference: Reference
    rest: str
    marks: str = field(default="", compare=False)
    """What stands between the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """An item and what is said of it, why it is taken back, say.

    `version` is the one that buttons write behind the reference.
    """

    reference: Reference
    words: str | None = None
    version: int | None = None


def read_subject(text: str, *, alone: bool = True) -> Subject | Problem:
    """The item at the beginning of a text. One at a time: several are a problem.

    Not `alone`: what stands behind it is a text that may begin as it likes, with a dash, say.
    """
    found = _SUBJECT.match(scannable(text))
    reference = find_reference(found["one"]) if found else None
    if found is None or reference is None:
        return Problem(ProblemCode.REFERENCE_MISSING, text.split(maxsplit=1)[0] if text.strip() else "")
    rest = text[found.end() :].strip()
    further = _FURTHER.match(scannable(rest))
    if alone and further is not None and find_references(further["one"]):
        return Problem(ProblemCode.REFERENCE_SEVERAL, str(reference))
    dash = _DASH.match(scannable(rest)) if alone else None
    rest = rest[dash.end() :] if dash else rest
    return Subject(reference, rest, text[found.end("one") : found.end()])


def read_remark(text: str) -> Remark | Problem:
    """An item and everything else as a remark; a `because` in front of it is not part of it."""
    subject = read_subject(text)
    if isinstance(subject, Problem):
        return subject
    words, version = take_version(f" {subject.rest}")
    if version is not None and not words.strip():
        return Remark(reference=subject.reference, version=version)
    before, reason = split_reason(subject.rest)
    is_begun = not before and _BECAUSE.fullmatch(scannable(subject.rest)) is not None
    remark = reason or "" if is_begun else subject.rest if before or reason is None else reason
    if len(remark) <= COURTESY_MAX and not without_courtesy(remark):
        remark = ""
    return Remark(reference=subject.reference, words=remark or None)


def without_courtesy(text: str) -> str:
    """The text without a `please`, `gracias` or `sorry` at its end, or several of these."""
    shorter = _COURTESY.sub("", text)
    return text if shorter == text else without_courtesy(shorter)


def split_reason(text: str) -> tuple[str, str | None]:
    """The words before a `because`, and those behind it; None where there is none."""
    found = _BECAUSE.search(scannable(text))
    if found is None:
        return text, None
    opened = text[: found.start()].rstrip().endswith("(")
    reason = text[found.end() :].strip()
    reason = reason.removesuffix(")").rstrip() if opened else reason
    return text[: found.start()].rstrip(_AROUND), reason or None
