"""Lines of a message that are to be recorded: `#decision The census comes first`, `acción: @who …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType

from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.folding import folded, scannable
from handlers.grammar.kinds import kind_names
from handlers.grammar.verbs import NAMES, RECORDED_BY, Verb
from handlers.grammar.vocabulary import Name, Vocabulary

_VERBS: Mapping[RecordKind, Verb] = MappingProxyType(
    {kind: verb for kind, verb in RECORDED_BY.items() if verb is not Verb.EVIDENCE}
)
"""By kind: the verb whose words mark its lines too."""

_FURTHER = {Language.SPANISH: {"recomienda": RecordKind.RECOMMENDATION}}

NEAR_MIN = 5
"""Letters of the shortest mark that is met with the one it is but for a slip: `#vote` is no note."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One thing to record: the marked line, with the list, quote, code or indented lines right below it.

    `language` is that of its marker, None when both languages have the word. `mark` tells the words from
    others without holding them. `near` is a marker that is none, as typed, and `meant` what it is nearly.
    """

    kind: RecordKind
    text: str
    language: Language | None
    mark: str
    near: str = ""
    meant: tuple[str, ...] = ()


def _names() -> Iterator[Name[RecordKind]]:
    """Every word; those of several records are no main ones."""
    for kind, verb in _VERBS.items():
        for language, words in NAMES[verb].words.items():
            yield from (Name(kind, word, language) for word in words)
    for language, further in _FURTHER.items():
        yield from (Name(kind, word, language) for word, kind in further.items())
    yield from (replace(name, main=False) for name in kind_names() if name.value in _VERBS)


_BY_WORD: dict[str, list[Name[RecordKind]]] = {}
for _name in _names():
    _BY_WORD.setdefault(folded(_name.text), []).append(_name)

_NEAR = Vocabulary(_names(), slips=True)

_MARKER = re.compile(
    r"[ \t]*(?:[-*•·]+[ \t]*)?(?P<set>[*_~]?)"
    r"(?:#(?P<tag>[^\W\d_]+):?(?P=set)|(?P<word>[^\W\d_]+)(?::(?P=set)|(?P=set):))(?=\s|$)[ \t]*"
)
"""A mark alone may be set off from its text: `*Note:* said`."""
_MAYBE = re.compile(r"(?mi)^[-*•·_~ \t]*(?P<tag>#|<#[A-Z0-9]+\|)?(?P<word>[^\W\d_]{3,20})")
_EMPHASIS = re.compile(
    r"(?P<before>[ \t]*(?:(?:[-•·]+|\*+(?=[ \t]))[ \t]*)?)(?P<set>[*_~])(?P<text>\S(?:.*\S)?)(?P=set)[ \t]*"
)
"""A whole line, behind its bullet, that is bold, italic or struck through."""
_ENDS_WITHIN = {sign: re.compile(rf"(?<!\w){re.escape(sign)}|{re.escape(sign)}(?!\w)") for sign in "*_~"}
"""By sign: emphasis that begins or ends within a line, so that what stands around the line is not one."""

EMPHASES_MAX = 6
"""How often a line may be emphasised: bold, italic and struck through, each sign once or twice."""

_BELONGS = re.compile(r"[ \t]+\S|(?:[-*•·◦▪]|\d{1,3}[.)])[ \t]+\S|>|```")
"""What right below a marked line goes on with it: an indented line, a list's, a quote, code."""

_QUOTE = re.compile(r"[ \t]*>[> \t]*")
_REST_QUOTED = re.compile(r"[ \t]*>>>")
_FENCED = re.compile(r"```.*?```", re.DOTALL)
"""Slack shows as a quote what stands behind `>` in a line, all behind `>>>`, and as code what stands between
fences (slack.com/help, format your messages)."""


def may_be_marked(text: str) -> bool:
    """Whether a message, still encoded by Slack, may have a marked line: most have none, and end here."""
    return any(
        folded(found["word"]) in _BY_WORD or (found["tag"] and _nearest(found["word"]))
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
    return tuple(_line(marked, lines) for marked, lines in found)


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
        return None
    name = "tag" if marker["tag"] else "word"
    typed = line[marker.start(name) : marker.end(name)]
    meant = _BY_WORD.get(folded(typed), [])
    if name == "word":
        meant = [each for each in meant if each.main]
    behind = [line[marker.end() :]]
    if meant:
        return MarkedLine(meant[0].value, "", _language_of(typed, meant), ""), behind
    near = _nearest(typed) if name == "tag" else ()
    if not near:
        return None
    words = tuple(f"#{each.text}" for each in near)
    return MarkedLine(near[0].value, "", near[0].language, "", f"#{typed}", words), behind


def _nearest(typed: str) -> tuple[Name[RecordKind], ...]:
    """The marks that it is but for a slip."""
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


def _line(marked: MarkedLine, lines: Sequence[str]) -> MarkedLine:
    text = "\n".join(lines).strip()
    mark = sha256(f"{marked.kind.value}\n{text}".encode(errors="surrogatepass")).hexdigest()[:32]
    return replace(marked, text=text, mark=mark)
