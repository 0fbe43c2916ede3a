"""Lines of a message that are to be recorded: `#decision The census comes first`, `acción: @who …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType

from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.first_lines import BULLET
from handlers.grammar.folding import folded, scannable
from handlers.grammar.headings import inner_words, items_below, names_several, says_elsewhere, says_nothing
from handlers.grammar.kinds import kind_names
from handlers.grammar.problems import ProblemCode
from handlers.grammar.verbs import NAMES, RECORDED_BY, Verb
from handlers.grammar.vocabulary import Name, Vocabulary

_VERBS: Mapping[RecordKind, Verb] = MappingProxyType(
    {kind: verb for kind, verb in RECORDED_BY.items() if verb is not Verb.EVIDENCE}
)
"""By kind: the verb whose words mark its lines too."""

_FURTHER = {Language.SPANISH: {"recomienda": RecordKind.RECOMMENDATION}}
_PLURALS = {
    Language.ENGLISH: {"commitments": RecordKind.ACTION, "problems": RecordKind.OBSTACLE},
    Language.SPANISH: {"compromisos": RecordKind.ACTION, "problemas": RecordKind.OBSTACLE},
}
_LIKE = {"pendiente": "accion", "pendientes": "accion"}
"""Words that mark nothing, and the mark that is probably meant by each, folded."""

_LIKE_TAGS = dict.fromkeys(
    ("riesgo", "risk", "issue", "blocker", "bloqueo", "reto"), "obstaculo"
) | dict.fromkeys(("idea", "propuesta", "sugerencia", "proposal", "suggestion"), "recomendar")
"""The same of words behind `#` alone: a line may begin with `Idea:` and mean no record."""

NEAR_MIN = 5
"""Letters of the shortest mark that is met with the one it is but for a slip: `#vote` is no note."""

GLUED_MAX = 20
"""Characters that are repeated of a word that stands right behind a colon."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One thing to record: the marked line, with the list, quote, code or indented lines right below it.

    `language` is that of its marker, None when both languages have the word. `mark` tells the words from
    others without holding them. `near` is a marker that is none, as typed, and `meant` what it is nearly, or
    one with what is not to be recorded as it stands; `why` says which. `several`: a heading over records,
    `typed` as it is.
    """

    kind: RecordKind
    text: str
    language: Language | None
    mark: str
    near: str = ""
    meant: tuple[str, ...] = ()
    why: ProblemCode = ProblemCode.MARK_UNKNOWN
    several: bool = False
    typed: str = ""


def _names() -> Iterator[Name[RecordKind]]:
    """Every word; those of several records are no main ones."""
    for kind, verb in _VERBS.items():
        for language, words in NAMES[verb].words.items():
            yield from (Name(kind, word, language) for word in words)
    for language, further in _FURTHER.items():
        yield from (Name(kind, word, language) for word, kind in further.items())
    for language, plurals in _PLURALS.items():
        yield from (Name(kind, word, language, main=False) for word, kind in plurals.items())
    yield from (replace(name, main=False) for name in kind_names() if name.value in _VERBS)


_BY_WORD: dict[str, list[Name[RecordKind]]] = {}
for _name in _names():
    _BY_WORD.setdefault(folded(_name.text), []).append(_name)

_WORDS = frozenset({*_BY_WORD, *_LIKE})
_NEAR = Vocabulary(_names(), slips=True)

_BULLET = r"[ \t]*(?:(?:[-*•·]+|\d{1,3}[.)])[ \t]*)?"
_MARKER = re.compile(
    rf"{_BULLET}(?P<set>[*_~]?)"
    r"(?:#(?P<tag>[^\W\d_]+):?(?P=set)"
    r"|(?P<word>[^\W\d_]+)(?P<items>[ \t]items?)?(?:[ \t]?:(?P=set)|(?P=set)[ \t]?:))(?=\s|$)[ \t]*",
    re.IGNORECASE,
)
"""A mark alone may be set off from its text: `*Note:* said`."""
_ALMOST = re.compile(
    rf"{_BULLET}(?P<set>[*_~]?)(?P<mark>(?P<word>[^\W\d_]+)"
    r"(?:(?P<colon>[ \t]?:)(?=\s|$)|[ \t]?#?\d{1,3}[ \t]?:|(?P<glued>:)(?=[^\W_])|[ \t]+-(?=[ \t])))[ \t]*"
)
"""What is nearly a mark: `Acuerdo 1: …`, `nota:pegada`, `Nota - …`, and a word like a mark."""
_MAYBE = re.compile(
    r"(?mi)^[-*•·_~ \t]*(?:\d{1,3}[.)][-*•·_~ \t]*)?(?P<tag>#|<#[A-Z0-9]+\|)?(?P<word>[^\W\d_]{3,20})"
)
_EMPHASIS = re.compile(
    r"(?P<before>[ \t]*(?:(?:[-•·]+|\*+(?=[ \t]))[ \t]*)?)(?P<set>[*_~])(?P<text>\S(?:.*\S)?)(?P=set)[ \t]*"
)
"""A whole line, behind its bullet, that is bold, italic or struck through."""
_ENDS_WITHIN = {sign: re.compile(rf"(?<!\w){re.escape(sign)}|{re.escape(sign)}(?!\w)") for sign in "*_~"}
"""By sign: emphasis that begins or ends within a line, so that what stands around the line is not one."""

EMPHASES_MAX = 6
"""How often a line may be emphasised: bold, italic and struck through, each sign once or twice."""

_BELONGS = re.compile(rf"[ \t]+\S|{BULLET}[ \t]+\S|>|```")
"""What right below a marked line goes on with it: an indented line, a list's, a quote, code."""

_QUOTE = re.compile(r"[ \t]*>[> \t]*")
_REST_QUOTED = re.compile(r"[ \t]*>>>")
_FENCED = re.compile(r"```.*?```", re.DOTALL)
"""Slack shows as a quote what stands behind `>` in a line, all behind `>>>`, and as code what stands between
fences (slack.com/help, format your messages)."""


def may_be_marked(text: str) -> bool:
    """Whether a message, still encoded by Slack, may have a marked line: most have none, and end here."""
    return any(
        folded(found["word"]) in _WORDS or (found["tag"] and _nearest(found["word"]))
        for found in _MAYBE.finditer(text)
    )


def read_lines(text: str) -> tuple[MarkedLine, ...]:
    """What a decoded message has to record, in order; a plain line says nothing and ends what is above it.

    What is quoted or stands between fences marks nothing. A mark that is quoted ends what stands above it:
    what follows it is said about the quote.
    """
    found: list[tuple[MarkedLine, list[str]]] = []
    into: list[str] | None = None
    for line, is_code in _with_code(text):
        quote = None if is_code else _QUOTE.match(line)
        marked = None if is_code else _marked(line if quote is None else line[quote.end() :])
        if marked is not None and quote is None:
            found.append(marked)
            into = marked[1]
        elif marked is not None or (quote is not None and _REST_QUOTED.match(line)):
            into = None
        elif into is not None and (is_code or _BELONGS.match(line)):
            into.append(line)
        else:
            into = None
        if quote is not None and _REST_QUOTED.match(line):
            break
    return tuple(line for marked, lines in found for line in _each(marked, lines))


def _with_code(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether its beginning stands between fences."""
    fenced = [found.span() for found in _FENCED.finditer(text)]
    start = 0
    for line in text.splitlines(keepends=True):
        yield "".join(line.splitlines()), any(begin < start < end for begin, end in fenced)
        start += len(line)


def _marked(line: str) -> tuple[MarkedLine, list[str]] | None:
    """What a line is marked as, and what is behind its mark."""
    line = _without_emphasis(line)
    marker = _MARKER.match(scannable(line))
    if marker is None:
        return _almost_marked(line)
    name = "tag" if marker["tag"] else "word"
    typed = line[marker.start(name) : marker.end(name)]
    meant = _BY_WORD.get(folded(typed), [])
    behind = [line[marker.end() :]]
    if marker["items"]:
        meant = [each for each in meant if each.value is RecordKind.ACTION]
    if meant:
        several = not any(each.main for each in meant) or folded(marker["items"] or "") == "items"
        if name == "word" and says_nothing(behind[0], several=several) and not inner_words(behind[0]):
            return None
        language = _language_of(typed, meant)
        mark = f"#{typed}" if name == "tag" else f"{typed}:"
        marked = MarkedLine(meant[0].value, "", language, "", several=several, typed=mark)
        return _doubted(marked, behind[0]), behind
    near = _nearest(typed) if name == "tag" else ()
    if not near:
        return _almost_marked(line)
    words = tuple(f"#{each.text}" for each in near)
    return MarkedLine(near[0].value, "", near[0].language, "", f"#{typed}", words), behind


def _doubted(marked: MarkedLine, behind: str) -> MarkedLine:
    """The same, or as one whose author is told why it is not recorded as it stands."""
    inner = [each for word in inner_words(behind) for each in _BY_WORD.get(word, [])[:1]]
    if inner and (marked.several or not all(each.main for each in inner)):
        return replace(marked, near=marked.typed, why=ProblemCode.LINE_OF_SEVERAL)
    if not marked.several or not says_elsewhere(behind):
        return marked
    mark = NAMES[_VERBS[marked.kind]].words[marked.language or Language.ENGLISH][0]
    near = f"{marked.typed} {behind.strip()}"
    return replace(marked, near=near, meant=(f"{mark}:",), why=ProblemCode.LINE_ELSEWHERE)


def _almost_marked(line: str) -> tuple[MarkedLine, list[str]] | None:
    """A line whose mark is not written as one: whether it is to be recorded is for its author to say."""
    found = _ALMOST.match(scannable(line))
    if found is None:
        return None
    word = folded(found["word"])
    like = _LIKE.get(word)
    if like is None and found["colon"]:
        return None
    meant = [each for each in _BY_WORD.get(like or word, []) if each.main]
    behind = line[found.end() :]
    if not meant or says_nothing(behind, several=True):
        return None
    typed, mark = line[found.start("mark") : found.end("mark")], f"{meant[0].text}:"
    if found["glued"]:
        first = behind.split(maxsplit=1)[0][:GLUED_MAX]
        typed, mark = f"{typed}{first}", f"{mark} {first}"
    return MarkedLine(meant[0].value, "", meant[0].language, "", typed, (mark,)), [behind]


def _nearest(typed: str) -> tuple[Name[RecordKind], ...]:
    """The marks that it is but for a slip."""
    like = _LIKE_TAGS.get(folded(typed))
    if like is not None:
        return tuple(_BY_WORD[like][:1])
    found = _NEAR.near(typed) if len(typed) >= NEAR_MIN else ()
    return tuple(name for name in found if len(name.text) >= NEAR_MIN)


def _without_emphasis(line: str) -> str:
    """The line without the emphasis that stands around the whole of it; what stands in it stays as typed."""
    for _ in range(EMPHASES_MAX):
        found = _EMPHASIS.fullmatch(line)
        if found is None or _ENDS_WITHIN[found["set"]].search(found["text"].strip(found["set"])):
            break
        line = found["before"] + found["text"]
    return line


def _language_of(typed: str, meant: Sequence[Name[RecordKind]]) -> Language | None:
    """An accent that only one language writes tells the language of a word that both have."""
    languages = {name.language for name in meant}
    if len(languages) == 1:
        return languages.pop()
    accented = [name.language for name in meant if name.text == typed.casefold() != folded(typed)]
    return accented[0] if accented else None


def _each(marked: MarkedLine, lines: Sequence[str]) -> Iterator[MarkedLine]:
    """The line with what belongs to it; of a heading each item of its list but for empty ones."""
    items = items_below(lines[1:]) if marked.several and not lines[0].strip() and not marked.near else ()
    if items:
        yield from (_line(marked, item) for item in items if not says_nothing(item, several=True))
        return
    text = "\n".join(lines).strip()
    is_action = marked.kind is RecordKind.ACTION
    if is_action and not marked.near and names_several(text):
        marked = replace(marked, near=marked.typed, why=ProblemCode.LINE_OF_SEVERAL)
    yield _line(marked, text)


def _line(marked: MarkedLine, text: str) -> MarkedLine:
    mark = sha256(f"{marked.kind.value}\n{text}".encode(errors="surrogatepass")).hexdigest()[:32]
    return replace(marked, text=text, mark=mark)
