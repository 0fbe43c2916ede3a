"""Lines of a message that are to be recorded: `#decision The census comes first`, `acción: @who …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.first_lines import BULLET, NUMERAL
from handlers.grammar.folding import folded, is_wordless, scannable
from handlers.grammar.headings import inner_words, items_below, names_several, says_elsewhere, says_nothing
from handlers.grammar.marks import BY_WORD, LIKE, VERBS, WORDS, language_of, nearest
from handlers.grammar.problems import ProblemCode
from handlers.grammar.small_words import EMOJI
from handlers.grammar.verbs import NAMES
from handlers.grammar.vocabulary import Name

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


_BULLET = rf"[ \t]*(?:(?:[-*•·]+|{NUMERAL})[ \t]*)?(?:{EMOJI}[ \t]*){{0,3}}"
_MARKER = re.compile(
    rf"{_BULLET}(?P<set>[*_~]?)"
    r"(?:#(?P<tag>[^\W\d_]+):?(?P=set)"
    r"|(?P<word>[^\W\d_]+)(?P<items>[ \t]items?)?(?:[ \t]?:(?P=set)|(?P=set)[ \t]?:))(?=\s|$)[ \t]*",
    re.IGNORECASE,
)
"""A mark alone may be set off from its text: `*Note:* said`."""
_FOR = "for|of|from|by|de|del|para|por"
_SUCH = (
    "needed|required|made|taken|reached|identified|final|important|urgent|key|new|next|importantes?|urgentes?"
    "|finales|principal(?:es)?|clave|tomad[oa]s?|nuev[oa]s?|generales?|identificad[oa]s|alcanzad[oa]s"
)
"""What may stand between a word and its colon, so that it may be meant for a mark."""

_ALMOST = re.compile(
    rf"{_BULLET}(?P<set>[*_~]?)(?P<mark>(?P<word>[^\W\d_]+)"
    r"(?:(?P<colon>[ \t]?:)(?=\s|$)|[ \t]?#?\d{1,3}[ \t]?(?::|\.-?(?=\s))|(?P<glued>:)(?=[^\W_])"
    r"|[ \t]+-(?=[ \t])|[.:]-(?=\s)"
    rf"|(?P<whose>(?=[ \t]*(?:(?:{_FOR})[ \t]+)?[@(])[^:\n]{{1,40}}"
    rf"|(?:[ \t]+(?:{_SUCH})){{1,2}}[ \t]?):(?=\s|$)"
    rf"|(?P<where>[ \t]+(?:{_FOR})\b[^:\n]{{1,40}}):(?=\s|$)))[ \t]*",
    re.IGNORECASE,
)
"""What is nearly a mark: `Acuerdo 1: …`, `nota:pegada`, `Nota - …`, `Tarea de @who: …`, a like word."""

_HEADING = re.compile(rf"{_BULLET}(?P<word>[^\W\d_]+)(?P<items>[ \t]items)?[ \t]*", re.IGNORECASE)
_LISTED = re.compile(rf"[ \t]*{BULLET}[ \t]+\S")
_MAYBE = re.compile(
    rf"(?mi)^[-*•·_~ \t]*(?:{NUMERAL}[-*•·_~ \t]*)?(?:{EMOJI}[-*•·_~ \t]*){{0,3}}"
    r"(?P<tag>#|<#[A-Z0-9]+\|)?(?P<word>[^\W\d_]{3,20})"
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
        folded(found["word"]) in WORDS or (found["tag"] and nearest(found["word"]))
        for found in _MAYBE.finditer(text)
    )


def read_lines(text: str) -> tuple[MarkedLine, ...]:
    """What a decoded message has to record, in order; a plain line says nothing and ends what is above it.

    What is quoted or stands between fences marks nothing. A mark that is quoted ends what stands above it:
    what follows it is said about the quote.
    """
    found: list[tuple[MarkedLine, list[str]]] = []
    into: list[str] | None = None
    lines = tuple(_with_code(text))
    for at, (line, is_code) in enumerate(lines):
        quote = None if is_code else _QUOTE.match(line)
        below = lines[at + 1][0] if at + 1 < len(lines) else ""
        marked = None if is_code else _marked(line if quote is None else line[quote.end() :], below)
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


def _marked(line: str, below: str) -> tuple[MarkedLine, list[str]] | None:
    """What a line is marked as, and what is behind its mark; `below` is the line that follows it."""
    line = _without_emphasis(line)
    marker = _MARKER.match(scannable(line))
    if marker is None:
        return _almost_marked(line) or _heading(line, below)
    name = "tag" if marker["tag"] else "word"
    typed = line[marker.start(name) : marker.end(name)]
    meant = BY_WORD.get(folded(typed), [])
    behind = [line[marker.end() :]]
    if marker["items"]:
        meant = [each for each in meant if each.value is RecordKind.ACTION]
    if meant:
        several = not any(each.main for each in meant) or folded(marker["items"] or "") == "items"
        if name == "word" and says_nothing(behind[0], several=several) and not inner_words(behind[0]):
            return None
        language = language_of(typed, meant)
        mark = f"#{typed}" if name == "tag" else f"{typed}:"
        marked = MarkedLine(meant[0].value, "", language, "", several=several, typed=mark)
        return _doubted(marked, behind[0]), behind
    near = nearest(typed) if name == "tag" else ()
    if not near:
        return _almost_marked(line)
    words = tuple(f"#{each.text}" for each in near)
    return MarkedLine(near[0].value, "", near[0].language, "", f"#{typed}", words), behind


def _doubted(marked: MarkedLine, behind: str) -> MarkedLine:
    """The same, or as one whose author is told why it is not recorded as it stands."""
    inner = [each for word in inner_words(behind) for each in BY_WORD.get(word, [])[:1]]
    if inner and (marked.several or not all(each.main for each in inner)):
        return replace(marked, near=marked.typed, why=ProblemCode.LINE_OF_SEVERAL)
    if not marked.several or not says_elsewhere(behind):
        return marked
    mark = NAMES[VERBS[marked.kind]].words[marked.language or Language.ENGLISH][0]
    near = f"{marked.typed} {behind.strip()}"
    return replace(marked, near=near, meant=(f"{mark}:",), why=ProblemCode.LINE_ELSEWHERE)


def _almost_marked(line: str) -> tuple[MarkedLine, list[str]] | None:
    """A line whose mark is not written as one: whether it is to be recorded is for its author to say."""
    found = _ALMOST.match(scannable(line))
    if found is None:
        return None
    word = folded(found["word"])
    like = LIKE.get(word)
    if like is None and found["colon"]:
        return None
    meant = _meant(BY_WORD.get(like or word, []), found)
    behind = line[found.end() :]
    if not meant or says_nothing(behind, several=True):
        return None
    typed, mark = line[found.start("mark") : found.end("mark")], f"{meant[0].text}:"
    if found["glued"]:
        first = behind.split(maxsplit=1)[0][:GLUED_MAX]
        typed, mark = f"{typed}{first}", f"{mark} {first}"
    return MarkedLine(meant[0].value, "", meant[0].language, "", typed, (mark,)), [behind]


def _meant(names: Sequence[Name[RecordKind]], found: re.Match[str]) -> Sequence[Name[RecordKind]]:
    """The marks that a word may be with what stands behind it: `Nota de la CRE: …` is a sentence."""
    main = [name for name in names if name.main]
    if found["whose"]:
        return main or names
    return main if not found["where"] else () if main else names


def _heading(line: str, below: str) -> tuple[MarkedLine, list[str]] | None:
    """A heading over a list that no colon follows, `*Acuerdos*`: nearly a mark."""
    found = _HEADING.fullmatch(scannable(line)) if _LISTED.match(below) else None
    names = [] if found is None else BY_WORD.get(folded(found["word"]), [])
    is_main = any(each.main for each in names)
    meant = names if found is not None and (found["items"] or not is_main) else []
    if not meant:
        return None
    typed = line.strip()
    return MarkedLine(meant[0].value, "", meant[0].language, "", typed, (f"{typed}:",)), [""]


def _without_emphasis(line: str) -> str:
    """The line without the emphasis that stands around the whole of it; what stands in it stays as typed."""
    for _ in range(EMPHASES_MAX):
        found = _EMPHASIS.fullmatch(line)
        if found is None or _ENDS_WITHIN[found["set"]].search(found["text"].strip(found["set"])):
            break
        line = found["before"] + found["text"]
    return line


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
    text = "" if is_wordless(text) else text
    mark = sha256(f"{marked.kind.value}\n{text}".encode(errors="surrogatepass")).hexdigest()[:32]
    return replace(marked, text=text, mark=mark)
