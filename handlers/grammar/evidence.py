"""What `evidence` is asked for: to record an address with its title, or to attach what is recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.evidence import EvidenceSort
from domain.reference import Reference, Series
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.references import find_reference, find_references, split_beginning, split_for
from handlers.grammar.sorts import find_sort, is_sort
from handlers.grammar.tokens import best, find_tokens, without
from handlers.grammar.vocabulary import Hit

_KEYS = {"kind": "kind", "tipo": "kind", "again": "again"}
_SUBJECT = re.compile(
    r"\s*(?:(?:the|la) )?(?P<one>e\s?[-_#]?\s?\d{1,12})(?=[\s:,;.]|$)[\s:,;.]*", re.IGNORECASE
)
_LOOSE = " \t\r\n,;.!"
_OFF = re.compile(
    r"(?:(?:no longer|not|no|ya no|never) (?:for|para|con|to|de)|without|sin|off|from|remove|quitar(?: de)?) "
)
_ON = re.compile(r"(?:for|para|to|con|a|attach(?: to)?|vincular(?: con)?) ")
_NOUNS = re.compile(
    r"(?:(?:the|el|la|los|las) )?(?:(?:obstacle|obstaculo|recommendation)s?|recomendacion(?:es)?) "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWanted:
    """Evidence as typed, without its address. `again`: the one with the same address is known to be there."""

    title: str
    sort: EvidenceSort = EvidenceSort.SOURCE
    supports: tuple[Reference, ...] = ()
    again: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachWanted:
    """Evidence that is there, and the items it is to be attached to, or with `off` taken from."""

    reference: Reference
    supports: tuple[Reference, ...]
    off: bool = False


def read_attachment(text: str) -> AttachWanted | Problem | None:
    """What a text that begins with the reference of evidence asks for; None where it begins otherwise."""
    begin = _SUBJECT.match(scannable(text))
    reference = find_reference(begin["one"]) if begin else None
    if begin is None or reference is None:
        return None
    words = folded(text[begin.end() :])
    off = _OFF.match(words)
    way = off or _ON.match(words)
    named = words[way.end() :] if way else words
    noun = _NOUNS.match(named)
    supports = find_references(named[noun.end() :] if noun else named)
    if not supports:
        return Problem(ProblemCode.ATTACH_MISSING, str(reference))
    return AttachWanted(reference=reference, supports=supports, off=off is not None)


def read_evidence(text: str) -> EvidenceWanted | Problem:
    """The title, kind and items in a text without its address and theme; the title may be empty."""
    wanted, problem = read_evidence_part(text)
    return wanted if problem is None else problem


def read_evidence_part(text: str) -> tuple[EvidenceWanted, Problem | None]:
    """The same without a kind that is none, and what is wrong with that."""
    sort, again, problem = EvidenceSort.SOURCE, None, None
    spans: list[tuple[int, int]] = []
    for token in find_tokens(text, _KEYS):
        if token.key == "again":
            again = find_reference(token.word.text) if token.word else None
            spans += [(token.start, token.word.end)] if token.word and again else []
            continue
        reading = best(token.readings, is_sort) or (None if token.apart else token.word)
        if reading is not None and token.apart and not _is_at_an_edge(text, token.start, reading.end):
            continue
        if reading is None:
            if not token.apart:
                problem = problem or Problem(ProblemCode.VALUE_MISSING, token.typed)
                spans.append((token.start, token.start + len(token.typed)))
            continue
        spans.append((token.start, reading.end))
        found = find_sort(reading.text)
        if isinstance(found, Hit):
            sort = found.value
        else:
            problem = problem or missed(found, ProblemCode.SORT_UNKNOWN, ProblemCode.SORT_AMBIGUOUS)
    said, first = split_beginning(without(text, spans), set(Series), led=True)
    title, supports = split_for(said, set(Series))
    supports = tuple(dict.fromkeys([*first, *supports]))
    return EvidenceWanted(title=title, sort=sort, supports=supports, again=again), problem


def _is_at_an_edge(text: str, start: int, end: int) -> bool:
    """Whether a pair begins the title, or ends it but for the items it is for and pairs without a space."""
    behind, _ = split_for(text[end:], set(Series))
    first = next(iter(find_tokens(behind, _KEYS)), None)
    behind = behind if first is None else behind[: first.start]
    return not text[:start].strip(_LOOSE) or not behind.strip(_LOOSE)
