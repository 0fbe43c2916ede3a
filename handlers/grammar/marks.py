"""The words that mark lines of a thread: those of recording verbs, their plurals, and what is like one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.folding import folded
from handlers.grammar.kinds import kind_names
from handlers.grammar.verbs import NAMES, RECORDED_BY, Verb
from handlers.grammar.vocabulary import Name, Vocabulary

VERBS: Mapping[RecordKind, Verb] = MappingProxyType(
    {kind: verb for kind, verb in RECORDED_BY.items() if verb is not Verb.EVIDENCE}
)
"""By kind: the verb whose words mark its lines too."""

_FURTHER = {Language.SPANISH: {"recomienda": RecordKind.RECOMMENDATION}}
_PLURALS = {
    Language.ENGLISH: {"commitments": RecordKind.ACTION, "problems": RecordKind.OBSTACLE},
    Language.SPANISH: {"compromisos": RecordKind.ACTION, "problemas": RecordKind.OBSTACLE},
}
LIKE = {"pendiente": "accion", "pendientes": "accion"}
"""Words that mark nothing, and the mark that is probably meant by each, folded."""

_LIKE_TAGS = dict.fromkeys(
    ("riesgo", "risk", "issue", "blocker", "bloqueo", "reto"), "obstaculo"
) | dict.fromkeys(("idea", "propuesta", "sugerencia", "proposal", "suggestion"), "recomendar")
"""The same of words behind `#` alone: a line may begin with `Idea:` and mean no record."""

NEAR_MIN = 5
"""Letters of the shortest mark that is met with the one it is but for a slip: `#vote` is no note."""


def _names() -> Iterator[Name[RecordKind]]:
    """Every word; those of several records are no main ones."""
    for kind, verb in VERBS.items():
        for language, words in NAMES[verb].words.items():
            yield from (Name(kind, word, language) for word in words)
    for language, further in _FURTHER.items():
        yield from (Name(kind, word, language) for word, kind in further.items())
    for language, plurals in _PLURALS.items():
        yield from (Name(kind, word, language, main=False) for word, kind in plurals.items())
    yield from (replace(name, main=False) for name in kind_names() if name.value in VERBS)


BY_WORD: dict[str, list[Name[RecordKind]]] = {}
for _name in _names():
    BY_WORD.setdefault(folded(_name.text), []).append(_name)

WORDS = frozenset({*BY_WORD, *LIKE})
_NEAR = Vocabulary(_names(), slips=True)


def nearest(typed: str) -> tuple[Name[RecordKind], ...]:
    """The marks that it is but for a slip."""
    like = _LIKE_TAGS.get(folded(typed))
    if like is not None:
        return tuple(BY_WORD[like][:1])
    found = _NEAR.near(typed) if len(typed) >= NEAR_MIN else ()
    return tuple(name for name in found if len(name.text) >= NEAR_MIN)


def language_of(typed: str, meant: Sequence[Name[RecordKind]]) -> Language | None:
    """An accent that only one language writes tells the language of a word that both have."""
    languages = {name.language for name in meant}
    if len(languages) == 1:
        return languages.pop()
    accented = [name.language for name in meant if name.text == typed.casefold() != folded(typed)]
    return accented[0] if accented else None
