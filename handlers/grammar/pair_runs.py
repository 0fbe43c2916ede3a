"""Where pairs stand that are no words of a sentence: in a run at the very beginning or end of a text.

At its end they may stand among the words that a record takes without a pair: `quarter:2027-Q1 for O-3`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from handlers.grammar.edit_pairs import GAP
from handlers.grammar.first_lines import first_line
from handlers.grammar.folding import scannable
from handlers.grammar.tokens import Token

Ending: TypeAlias = Callable[[str], int]
"""Where the words begin that a record takes at a text's end, `for O-3` say; its length: there are none."""

Extent: TypeAlias = Callable[[Token, int], int]
"""Where a pair ends, which it does at a place or before it."""

IsPlain: TypeAlias = Callable[[Token, int], bool]
"""Whether a pair with a space behind its colon, which ends at a place, is one all the same."""

RUN_MAX = 30
"""Things of one run that are looked at: each pair twice, and what else there may be."""

_BARE = re.compile(r"(?<!\S)(?:(?:not?|sin|without) )?(?:priority|prioridad|prioritari[oa])\Z", re.IGNORECASE)
_BARE_MAX = 30
"""Characters of the longest such words."""

_BETWEEN, _CLOSING = " \t\r\n,;", " \t\r\n,;.!"


@dataclass(frozen=True, slots=True)
class Piece:
    """A pair from `start` to `end`, or without a token the word `priority` alone."""

    start: int
    end: int
    token: Token | None = None


@dataclass(slots=True)
class Run:
    """Pieces in their order, and where the first words of an ending begin that stand among them.

    `prose` are pairs behind them with a space behind their colon: all of it may be a sentence.
    """

    pieces: list[Piece] = field(default_factory=list)
    ending: int | None = None
    prose: list[Piece] = field(default_factory=list)


def _never(_token: Token, _stop: int) -> bool:
    return False


def find_runs(
    text: str, tokens: Sequence[Token], extent: Extent, ending: Ending, is_plain: IsPlain = _never
) -> tuple[Run, ...]:
    """The runs of a text: at its beginning, at the end of its first line, and at its end."""
    line, below = first_line(text)
    last = _run_to(text, tokens, extent, ending, is_plain)
    first = _run_to(line, tokens, extent, ending, is_plain) if below else Run()
    begins = [piece.start for run in (first, last) for piece in run.pieces]
    return _run_from(text, tokens, extent, min(begins, default=len(text))), first, last


def is_run(text: str, tokens: Sequence[Token], extent: Extent, ending: Ending) -> bool:
    """Whether nothing but pairs and the words of an ending stands in the text."""
    run = _run_to(text, tokens, extent, ending, _never)
    pieces = [*run.pieces, *run.prose]
    begins = [piece.start for piece in pieces] + ([run.ending] if run.ending is not None else [])
    return not text[: min(begins, default=len(text))].strip(_CLOSING)


def _run_to(text: str, tokens: Sequence[Token], extent: Extent, ending: Ending, is_plain: IsPlain) -> Run:
    """From the end of the text back, as far as nothing else stands there."""
    plain, run = scannable(text), Run()
    before = [token for token in tokens if token.start < len(text)]
    pieces: list[Piece | None] = []
    at = len(plain.rstrip(_CLOSING))
    while at > 0 and len(pieces) < RUN_MAX:
        while before and before[-1].start >= at:
            before.pop()
        token = before[-1] if before else None
        piece = None if token is None or extent(token, at) != at else Piece(token.start, at, token)
        if token is not None and piece is not None and token.apart and not is_plain(token, at):
            run.prose = _prose(plain, at, before, extent)
            break
        piece = piece or _bare(plain, at)
        begin = ending(text[:at]) if piece is None else piece.start
        if begin >= at:
            break
        begin = at - len(text[begin:at].lstrip(_BETWEEN))
        pieces.append(piece)
        run.ending = begin if piece is None else run.ending
        at = _next_end(plain, begin, before, extent)
    while pieces and pieces[-1] is not None and pieces[-1].token is None:
        pieces.pop()  # `Give buses priority`: a word of the sentence
    run.pieces = [piece for piece in reversed(pieces) if piece is not None]
    return run


def _next_end(plain: str, begin: int, before: Sequence[Token], extent: Extent) -> int:
    """Where what stands before a piece ends; a full stop may part two pairs: `Owner: @who. Due: friday`."""
    at, stop = len(plain[:begin].rstrip(_BETWEEN)), len(plain[:begin].rstrip(_CLOSING))
    earlier = next((token for token in reversed(before) if token.start < stop), None)
    return stop if earlier is not None and extent(earlier, stop) == stop else at


def _prose(plain: str, at: int, before: Sequence[Token], extent: Extent) -> list[Piece]:
    """The pairs that end there, each with a space behind its colon."""
    found: list[Piece] = []
    for token in reversed(before):
        if not token.apart or extent(token, at) != at:
            break
        found.append(Piece(token.start, at, token))
        at = len(plain[: token.start].rstrip(_BETWEEN))
    return found


def _bare(plain: str, at: int) -> Piece | None:
    begin = max(0, at - _BARE_MAX)
    found = _BARE.search(plain[begin:at])
    whole = found is not None and (found.start() > 0 or begin == 0)
    return Piece(begin + found.start(), at) if found is not None and whole else None


def _run_from(text: str, tokens: Sequence[Token], extent: Extent, stop: int) -> Run:
    """From the beginning on."""
    by_start = {token.start: token for token in tokens if token.start < stop and not token.apart}
    begins = sorted(token.start for token in tokens)
    run, at = Run(), 0
    while len(run.pieces) < RUN_MAX:
        gap = GAP.match(text, at)
        token = by_start.get(gap.end() if gap else at)
        if token is None:
            break
        at = extent(token, min([begin for begin in begins if begin > token.start], default=len(text)))
        run.pieces.append(Piece(token.start, at, token))
    return run
