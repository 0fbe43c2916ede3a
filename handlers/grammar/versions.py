"""Which version of a text is corrected: `es: TEXT` the Spanish one, `es: -` takes that away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from domain.editing import Correction
from domain.language import Language
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.themes import NOTHING

_EN, _ES = Language.ENGLISH, Language.SPANISH
_LANGUAGES: Mapping[str, Language] = MappingProxyType(
    dict.fromkeys(("en", "english", "ingles"), _EN)
    | dict.fromkeys(("es", "spanish", "espanol", "castellano"), _ES)
)
_FOREIGN = frozenset(
    {"de", "fr", "ja", "ko", "pt", "ru", "zh"}
    | {"french", "frances", "portuguese", "portugues", "german", "aleman", "italian", "italiano"}
    | {"chinese", "chino", "japanese", "japones", "korean", "coreano", "russian", "ruso"}
)
"""Languages of no group. Not `it` nor `ar`: texts begin with these abbreviations."""

_NAMED = re.compile(r"(?P<name>[^\W\d_]+):")
_FURTHER = re.compile(r"(?<!\S)(?P<name>en|es|fr|pt):(?=\s)", re.IGNORECASE)
_STRANGE = re.compile(
    r"(?:(?:no |sin )?(?:priority|prioridad)[\s,;]+)?(?P<key>[^\W\d_]+:)(?!//)[^\s:]+"
    r"(?:[\s,;]+[^\W\d_]+:(?!//)[^\s:]+)*",
    re.IGNORECASE,
)
"""Nothing but pairs of which the first is unknown: whoever types that does not mean a text."""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    _WORD.findall(
        "an and are at be by for from has have in is it must of on or should that the there to we with"
    )
)
_SPANISH = frozenset(_WORD.findall("al con de del el en es hay la las los o para por que se su sus un una y"))
"""Words without which few sentences of the language do; none of them is both."""

_SENTENCE_ENDS = frozenset(".!?…\n")


def names_language(text: str, at: int = 0) -> bool:
    """Whether a language is named there, of the group or not."""
    named = _NAMED.match(scannable(text), at)
    return named is not None and folded(named["name"]) in _FOREIGN | _LANGUAGES.keys()


def with_text(text: str, correction: Correction) -> Correction | Problem:
    """The correction with the text, in the language that is named before it if one is."""
    named = _NAMED.match(scannable(text))
    language = _LANGUAGES.get(folded(named["name"])) if named else None
    if named is not None and folded(named["name"]) in _FOREIGN:
        return Problem(ProblemCode.LANGUAGE_OF_NO_GROUP, text[: named.end()])
    strange = _STRANGE.fullmatch(scannable(text))
    if strange is not None and language is None:
        return Problem(ProblemCode.FIELD_UNKNOWN, text[strange.start("key") : strange.end("key")])
    if named is None or language is None:
        return replace(correction, text=text) if text else correction
    return _version_of(text, named, language, correction)


def split_versions(text: str) -> Mapping[Language, str] | None:
    """What follows each language that is named: `en: One es: Dos`. None for a text that names none first."""
    plain = scannable(text)
    first = _NAMED.match(plain)
    if first is None or folded(first["name"]) not in _LANGUAGES:
        return None
    named = [first, *_FURTHER.finditer(plain, first.end())]
    known = [each for each in named if folded(each["name"]) in _LANGUAGES]
    ends = [*(each.start() for each in known[1:]), len(text)]
    found: dict[Language, str] = {}
    for each, end in zip(known, ends, strict=True):
        language, said = _LANGUAGES[folded(each["name"])], text[each.end() : end].strip()
        found[language] = f"{found[language]} {said}" if language in found else said
    return found


def _version_of(
    text: str, named: re.Match[str], language: Language, correction: Correction
) -> Correction | Problem:
    version = text[named.end() :].strip()
    if not version:
        return Problem(ProblemCode.VALUE_MISSING, text[: named.end()])
    if folded(version) in NOTHING:
        return replace(correction, dropped=frozenset({language}))
    for further in _FURTHER.finditer(scannable(version)):
        if not _is_preposition(version, further, language):
            return Problem(ProblemCode.LANGUAGES_SEVERAL, further[0])
    return replace(correction, versions={language: version})


def seems_in(text: str) -> Language | None:
    """The language that most of the small words of a text belong to; None where that tells nothing."""
    words = [folded(word) for word in _WORD.findall(text)]
    english, spanish = (sum(word in known for word in words) for known in (_ENGLISH, _SPANISH))
    if english == spanish:
        return None
    return _ES if spanish > english else _EN


def _is_preposition(version: str, further: re.Match[str], language: Language) -> bool:
    """Whether `en:` in a Spanish text is Spanish: `Invertir en: redes, talento y datos`.

    What follows it tells; where that does not, it is none at the beginning of a line or sentence.
    """
    if language is not _ES or folded(further["name"]) != _EN.value:
        return False
    language_behind = seems_in(version[further.end() :])
    if language_behind is not None:
        return language_behind is _ES
    before = version[: further.start()].rstrip(" \t")
    return bool(before) and before[-1] not in _SENTENCE_ENDS
