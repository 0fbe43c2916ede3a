"""The pairs at the beginning or end of a record's text: `severity:high`, `owner:@who`, `quarter:2027-Q1`.

What the record has is taken out of its text. What only other records have stays in it, and is told: whoever
learned a pair from one verb uses it with all of them. So does a pair within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse
from types import MappingProxyType

from domain.editing import Correction
from domain.reference import Series
from handlers.grammar import edit_pairs, filter_values
from handlers.grammar.bare_owners import bare_owners, is_bare, is_order
from handlers.grammar.closings import closing
from handlers.grammar.edit_pairs import Said, read_due, together
from handlers.grammar.first_lines import joined
from handlers.grammar.folding import folded
from handlers.grammar.mentions import mention_at
from handlers.grammar.pair_runs import Ending, Piece, Run, find_runs, is_run
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.tokens import Token, find_tokens, without
from handlers.grammar.wanted import ME, MYSELF
from handlers.words.slack_text import Mention

OWNER, DUE, KIND, PRIORITY = "owner", "due", "kind", "priority"
_LISTED = frozenset({"status", OWNER, "sector", DUE, "meeting", KIND})
"""Of what narrows lists, the keys that some record might be thought to take."""

KEYS: Mapping[str, str] = MappingProxyType(
    {word: key for word, key in filter_values.KEYS.items() if key in _LISTED}
    | {word: key for word, key in edit_pairs.KEYS.items() if key not in {"theme", "version"}}
    | dict.fromkeys(("deadline", "plazo", "fecha", "para", "by"), DUE)
)

_LOOSE = frozenset({"para", "by"})
"""These may say anything: with a day they are a pair."""

LOOSE_MAX = 200
"""Characters from either end of a text in which they are looked for: pairs stand at its ends."""

_IN_SENTENCES = frozenset(
    re.findall(
        r"\w+",
        "the a an of to each every its their when who is no with without el la los las al del de un una su"
        " sus cuando quien es cada sin con",
    )
)
"""Behind these a key is a word of the sentence: `ask when it is due: friday or monday`."""
_NO_DAY = frozenset({ProblemCode.DATE_UNKNOWN, ProblemCode.VALUE_MISSING})
_BEFORE_DUE = re.compile(r"(?<!\S)(?:due|vence|no later than|a m[aá]s tardar)[ \t]*\Z", re.IGNORECASE)
"""In front of `by:friday` no word of the text."""

DAYS = frozenset({"quarter", DUE})
"""Both say by when."""

PLAN = frozenset({"countries", "drivers", "priority", "quarter", OWNER, DUE})
"""Of a recommendation these are its plan, which leads and chairs make."""

OF_OBSTACLE = frozenset({"severity", "countries"})
OF_ACTION = frozenset({OWNER, DUE, "quarter"})
EDITED: Mapping[Series, frozenset[str]] = MappingProxyType(
    {
        Series.OBSTACLE: OF_OBSTACLE,
        Series.RECOMMENDATION: PLAN - {OWNER},
        Series.ACTION: OF_ACTION - {OWNER},
    }
)
"""What a correction may set behind its text; who carries an item out is set with `assign`."""

OF_EVIDENCE = frozenset({KIND})
"""Its reader knows what the kinds are."""

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
    behind one of them says it too. Within a sentence, and with a space behind its colon, a pair is prose,
    but for a person and a day at the end.
    What stays of a run's end stands before the words of the ending, which the record's own reader takes.
    """
    return _Pairs(text, people, setting, has).taken(ending)


def only_pairs(text: str, people: Sequence[Mention], setting: Setting, ending: Ending = len) -> bool:
    """Whether the text holds nothing but pairs, of any record, and the words of an `ending`."""
    return _Pairs(text, people, setting, frozenset()).are_all(ending)


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
        self._tokens = self._found()

    def taken(self, ending: Ending) -> PairsTaken:
        """All of it. Of what was said in two ways nothing counts."""
        tokens, seen = self._tokens, set[int]()
        for run in find_runs(self._text, tokens, self._extent, self._with_hours(ending), self._is_plain):
            seen |= {piece.start for piece in run.pieces}
            self._take_run(run)
        for token in tokens:
            if token.start not in seen and self._is_told(token):
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

    def are_all(self, ending: Ending) -> bool:
        """Whether there is nothing else."""
        return is_run(self._text, self._tokens, self._extent, ending)

    def _with_hours(self, ending: Ending) -> Ending:
        """What stands behind a day too: `due:friday at 5pm`. It stays in the text."""
        days = [token for token in self._tokens if token.key == DUE and token.word is not None]

        def end(text: str) -> int:
            at = ending(text)
            for token in days if at == len(text) else ():
                if token.start < len(text):
                    read, stop = self._read(token, len(text))
                    at = stop if isinstance(read, Correction) and closing(text[stop:]) else at
            return at

        return end

    def _found(self) -> tuple[Token, ...]:
        """What may be a pair."""
        found = [*find_tokens(self._text, KEYS), *bare_owners(self._text, self._people, OWNER)]
        return tuple(sorted(filterfalse(self._is_word, found), key=lambda token: token.start))

    def _is_word(self, token: Token) -> bool:
        """Whether `para:` or `by:` stands in front of something else than a day."""
        if not _is_loose(token):
            return False
        if LOOSE_MAX < token.start < len(self._text) - LOOSE_MAX:
            return True
        read, _ = self._read(token, len(self._text))
        return isinstance(read, Problem) and read.code in _NO_DAY

    def _is_plain(self, token: Token, stop: int) -> bool:
        """`owner: @who`, `due: april 15`: who is named so does it; a day is one without a colon too."""
        before = self._text[: token.start].split()
        if token.key not in {OWNER, DUE} or (before and folded(before[-1]) in _IN_SENTENCES):
            return False
        if is_bare(token):
            return is_order(token, self._text)
        return self._names_person(token) or isinstance(self._read(token, stop)[0], Correction)

    def _is_told(self, token: Token) -> bool:
        """Not what is plainly a sentence: `permits assigned to @who are late`, of a record without owner."""
        is_prose = is_bare(token) and OWNER not in self._has and not is_order(token, self._text)
        return not is_prose and token.word is not None and (not token.apart or self._names_person(token))

    def _names_person(self, token: Token) -> bool:
        return token.key == OWNER and mention_at(self._text, token.at, self._people) is not None

    def _take_run(self, run: Run) -> None:
        for piece in run.prose:
            if _key(piece) in self._has:
                self._keep(piece)
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
            value, read_to = self._read(piece.token, piece.end)
            if isinstance(value, Problem):
                end = self._word_end(piece.token) if value.code is ProblemCode.DATE_UNKNOWN else read_to
        before = self._text[: piece.start]
        before = _BEFORE_DUE.sub("", before) if _is_loose(piece.token) else before
        self._spans.append((len(before.rstrip(_BETWEEN)), end))
        if isinstance(value, Problem):
            self._problems.setdefault(_key(piece), value)
        elif isinstance(value, str):
            self._owners.append(value)
        else:
            about = DUE if _key(piece) in DAYS else _key(piece)
            earlier, first = self._said.setdefault(about, (value, typed))
            if earlier != value:
                both = Problem(ProblemCode.VALUES_SEVERAL, f"{first} + {typed}")
                self._problems.setdefault(_key(piece), both)

    def _rest(self) -> str:
        """The text without the pairs, nor the comma before those at its end."""
        text, spans = self._text, [*self._spans, *((start, end) for _, start, end in self._moved)]
        at_end = spans and max(end for _, end in spans) >= len(text.rstrip(" .!"))
        for at, start, end in sorted(self._moved, reverse=True):
            words = f"{self._text[start:end]} "
            text = f"{text[:at]}{words}{text[at:]}"
            spans = [(a + len(words), b + len(words)) if a >= at else (a, b) for a, b in spans]
        rest = without(text, spans)
        if rest.startswith(":") and not self._text.startswith(":"):
            rest = joined("", rest)  # of a first line that was nothing but pairs
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
        return ME if folded(word.text) in MYSELF else Problem(ProblemCode.PERSON_UNKNOWN, word.text)

    def _word_end(self, token: Token) -> int:
        named = mention_at(self._text, token.at, self._people)
        if named is not None:
            return token.at + len(named.label)
        return token.word.end if token.word is not None else token.start + len(token.typed)


def _key(piece: Piece) -> str:
    return PRIORITY if piece.token is None else piece.token.key


def _is_loose(token: Token | None) -> bool:
    return token is not None and folded(token.typed).rstrip(":") in _LOOSE
