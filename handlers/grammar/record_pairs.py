"""The pairs at the beginning or end of a record's text: `severity:high`, `owner:@who`, `quarter:2027-Q1`.

What the record has is taken out of its text. What only other records have stays in it, and is told: whoever
learned a pair from one verb uses it with all of them. So does a pair within a sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from domain.editing import Correction
from handlers.grammar import edit_pairs, filter_values
from handlers.grammar.edit_pairs import Said, read_due, together
from handlers.grammar.folding import folded
from handlers.grammar.mentions import mention_at
from handlers.grammar.pair_runs import Ending, Piece, Run, find_runs
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.tokens import Token, find_tokens, without
from handlers.grammar.wanted import ME
from handlers.words.slack_text import Mention

OWNER, DUE, KIND, PRIORITY = "owner", "due", "kind", "priority"
_LISTED = frozenset({"status", OWNER, "sector", DUE, "meeting", KIND})
"""Of what narrows lists, the keys that some record might be thought to take."""

KEYS: Mapping[str, str] = MappingProxyType(
    {word: key for word, key in filter_values.KEYS.items() if key in _LISTED}
    | {word: key for word, key in edit_pairs.KEYS.items() if key not in {"theme", "version"}}
)

DAYS = frozenset({"quarter", DUE})
"""Both say by when."""

PLAN = frozenset({"countries", "drivers", "priority", "quarter", OWNER, DUE})
"""Of a recommendation these are its plan, which leads and chairs make."""

OF_OBSTACLE = frozenset({"severity", "countries"})
OF_ACTION = frozenset({OWNER, DUE, "quarter"})
OF_EVIDENCE = frozenset({KIND})
"""Its reader knows what the kinds are."""

_MYSELF = frozenset({"me", "mi", "yo", "myself"})
_NEGATIONS = ("no", "sin", "without")
_BETWEEN = " \t,;"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A pair that stays in the text, as typed, and its key."""

    key: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsTaken:
    """What the pairs say, and the text without them. `owner` is a user id that Slack vouches for, or ME.

    What could not be understood is in neither: `problems` tells it, by key.
    """

    text: str
    said: Correction
    owner: str | None = None
    kept: tuple[Kept, ...] = ()
    problems: Mapping[str, Problem] = field(default_factory=dict)


def take_record_pairs(
    text: str,
    people: Sequence[Mention],
    setting: Setting,
    has: Collection[str],
    ending: Ending = len,
) -> PairsTaken:
    """The pairs of a text whose record `has` these keys.

    They stand in a run at its beginning or end, there also among the words of an `ending`, and `priority`
    behind one of them says it too. Within a sentence, and with a space behind its colon, a pair is prose.
    What stays of a run's end stands before the words of the ending, which the record's own reader takes.
    """
    return _Pairs(text, people, setting, has).taken(ending)


class _Pairs:
    """What was read so far."""

    def __init__(self, text: str, people: Sequence[Mention], setting: Setting, has: Collection[str]) -> None:
        self._text, self._people, self._setting, self._has = text, people, setting, has
        self._said: dict[str, Said] = {}
        self._owners: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._moved: list[tuple[int, int, int]] = []
        self._kept: dict[int, Kept] = {}
        self._problems: dict[str, Problem] = {}

    def taken(self, ending: Ending) -> PairsTaken:
        """All of it. Of what was said in two ways nothing counts."""
        tokens = find_tokens(self._text, KEYS)
        seen: set[int] = set()
        for run in find_runs(self._text, tokens, self._extent, ending):
            seen |= {piece.start for piece in run.pieces}
            self._take_run(run)
        for token in tokens:
            if token.start not in seen and not token.apart and token.word is not None:
                self._keep(Piece(token.start, self._word_end(token), token))
        if len(set(self._owners)) > 1:
            self._problems.setdefault(OWNER, Problem(ProblemCode.PEOPLE_SEVERAL))
        gone = set(self._problems) | (DAYS if DAYS & set(self._problems) else set())
        whole = together([said for key, said in self._said.items() if key not in gone])
        return PairsTaken(
            text=self._rest(),
            said=Correction() if isinstance(whole, Problem) else whole,
            owner=None if OWNER in gone else next(iter(self._owners), None),
            kept=tuple(kept for _, kept in sorted(self._kept.items())),
            problems=self._problems,
        )

    def _take_run(self, run: Run) -> None:
        if run.prose is not None and _key(run.prose) in self._has:
            self._keep(run.prose)
        for piece in run.pieces:
            if _key(piece) not in self._has:
                self._keep(piece)
                if run.ending is not None and piece.start > run.ending:
                    self._moved.append((run.ending, piece.start, piece.end))
            elif _key(piece) != KIND:
                self._take(piece)

    def _keep(self, piece: Piece) -> None:
        """What stays in the text, and is told."""
        if _key(piece) == KIND and KIND in self._has:
            return
        typed = self._text[piece.start : piece.end]
        self._kept[piece.start] = Kept(key=_key(piece), typed=typed)

    def _take(self, piece: Piece) -> None:
        """What is taken out of the text, or what is wrong with it."""
        typed, end = self._text[piece.start : piece.end], piece.end
        if piece.token is None:
            value: Correction | str | Problem = Correction(priority=not folded(typed).startswith(_NEGATIONS))
        else:
            value, _ = self._read(piece.token, piece.end)
            end = self._word_end(piece.token) if isinstance(value, Problem) else end
        self._spans.append((len(self._text[: piece.start].rstrip(_BETWEEN)), end))
        if isinstance(value, Problem):
            self._problems.setdefault(_key(piece), value)
        elif isinstance(value, str):
            self._owners.append(value)
        else:
            about = DUE if _key(piece) in DAYS else _key(piece)
            earlier, before = self._said.setdefault(about, (value, typed))
            if earlier != value:
                both = Problem(ProblemCode.FILTERS_CONTRADICT, f"{before} + {typed}")
                self._problems.setdefault(_key(piece), both)

    def _rest(self) -> str:
        """The text without the pairs, nor the comma before those at its end."""
        text, spans = self._text, self._spans
        at_end = spans and max(end for _, end in spans) >= len(text.rstrip(" .!"))
        spans = [*spans, *((start, end) for _, start, end in self._moved)]
        for at, start, end in sorted(self._moved, reverse=True):
            words = f"{self._text[start:end]} "
            text = f"{text[:at]}{words}{text[at:]}"
            spans = [(a + len(words), b + len(words)) if a >= at else (a, b) for a, b in spans]
        rest = without(text, spans)
        return rest.rstrip(" ,;") if at_end else rest

    def _extent(self, token: Token, stop: int) -> int:
        return self._read(token, stop)[1]

    def _read(self, token: Token, stop: int) -> tuple[Correction | str | Problem, int]:
        """The correction, or with `owner:` who that is, or what is wrong; and where the pair ends."""
        if token.word is None:
            return Problem(ProblemCode.VALUE_MISSING, token.typed), token.start + len(token.typed)
        if token.key == OWNER:
            return self._owner(token), self._word_end(token)
        if token.key == DUE:
            return read_due(token, self._text, self._setting, stop)
        if token.key not in edit_pairs.KEYS.values():
            return Correction(), self._word_end(token)
        read = edit_pairs.read_pair(token, self._text, self._setting)
        return (read, self._word_end(token)) if isinstance(read, Problem) else read

    def _owner(self, token: Token) -> str | Problem:
        named = mention_at(self._text, token.at, self._people)
        word = token.readings[-1]
        if named is not None:
            return named.id
        return ME if folded(word.text) in _MYSELF else Problem(ProblemCode.PERSON_UNKNOWN, word.text)

    def _word_end(self, token: Token) -> int:
        named = mention_at(self._text, token.at, self._people)
        if named is not None:
            return token.at + len(named.label)
        return token.word.end if token.word is not None else token.start + len(token.typed)


def _key(piece: Piece) -> str:
    return PRIORITY if piece.token is None else piece.token.key
