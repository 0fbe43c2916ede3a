"""Languages as people name them."""

from __future__ import annotations

from domain.language import Language
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.vocabulary import Hit, Name, Vocabulary

_EN, _ES = Language.ENGLISH, Language.SPANISH
_BOTH = (_EN, _ES)

_VOCABULARY: Vocabulary[tuple[Language, ...]] = Vocabulary(
    [
        Name((_EN,), "English", _EN),
        Name((_EN,), "inglés", _ES),
        Name((_EN,), "en"),
        Name((_ES,), "Spanish", _EN),
        Name((_ES,), "español", _ES),
        Name((_ES,), "castellano", _ES),
        Name((_ES,), "es"),
        Name(_BOTH, "both", _EN),
        Name(_BOTH, "ambos", _ES),
        Name(_BOTH, "bilingual", _EN, main=False),
        Name(_BOTH, "bilingüe", _ES, main=False),
        Name(_BOTH, "los dos", _ES, main=False),
    ]
)


def read_language(word: str) -> Language | Problem:
    """One language by its name in either, or by its code."""
    languages = read_languages(word)
    if isinstance(languages, Problem):
        return languages
    return languages[0] if len(languages) == 1 else Problem(ProblemCode.LANGUAGE_UNKNOWN, word)


def read_languages(word: str) -> tuple[Language, ...] | Problem:
    """One language or both: `en`, `español`, `both`, `ambos`, `en,es`."""
    languages: list[Language] = []
    for part in filter(None, word.replace("+", ",").split(",")):
        found = _VOCABULARY.find(part)
        if not isinstance(found, Hit):
            return missed(found, ProblemCode.LANGUAGE_UNKNOWN, ProblemCode.LANGUAGE_UNKNOWN)
        languages += found.value
    return tuple(dict.fromkeys(languages)) or Problem(ProblemCode.LANGUAGE_UNKNOWN, word)
