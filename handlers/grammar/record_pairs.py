"""The pairs in the text of a record: `severity:high`, `owner:@who`, `quarter:2027-Q1`, wherever they stand.

What the record has is taken out of its text. What only other records have stays in it, and is told: whoever
learned a pair from one verb uses it with all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from domain.editing import Correction
from handlers.grammar import edit_pairs, filter_values
from handlers.grammar.deadlines import misnamed_problem, read_deadline
from handlers.grammar.edit_pairs import GAP, Said, together
from handlers.grammar.filter_values import DAY_WORDS_MAX
from handlers.grammar.folding import folded, scannable
from handlers.grammar.mentions import mention_at
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.tokens import Token, find_tokens, without, word_readings
from handlers.grammar.wanted import ME
from handlers.words.slack_text import Mention

OWNER, DUE, KIND = "owner", "due", "kind"
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
    text: str, people: Sequence[Mention], setting: Setting, has: Collection[str]
) -> PairsTaken:
    """The pairs of a text whose record `has` these keys.

    Behind a space a value counts only where nothing but pairs follows: `Severity: high, because …` is a
    sentence.
    """
    reading = _Pairs(text, people, setting)
    tokens = find_tokens(text, KEYS)
    for token in tokens:
        if token.key not in has:
            reading.keep(token)
        elif token.key != KIND:
            reading.take(token, {each.start for each in tokens})
    return reading.taken()


class _Pairs:
    """What was read so far."""

    def __init__(self, text: str, people: Sequence[Mention], setting: Setting) -> None:
        self._text, self._people, self._setting = text, people, setting
        self._said: dict[str, Said] = {}
        self._owners: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._kept: list[Kept] = []
        self._problems: dict[str, Problem] = {}

    def keep(self, token: Token) -> None:
        """What stays in the text. With a space behind its colon it is a word of a sentence."""
        if not token.apart and token.word is not None:
            self._kept.append(Kept(key=token.key, typed=self._text[token.start : self._end(token)]))

    def take(self, token: Token, begins: Collection[int]) -> None:
        """What is taken out of the text, or what is wrong with it."""
        read = self._read(token)
        if token.apart and (isinstance(read, Problem) or not self._ends(read[1], begins)):
            return
        if isinstance(read, Problem):
            self._problems.setdefault(token.key, read)
            self._spans.append((token.start, self._end(token)))
            return
        value, end = read
        self._spans.append((token.start, end))
        if isinstance(value, str):
            self._owners.append(value)
            return
        typed = self._text[token.start : end]
        about = DUE if token.key in DAYS else token.key
        earlier, before = self._said.setdefault(about, (value, typed))
        if earlier != value:
            both = Problem(ProblemCode.FILTERS_CONTRADICT, f"{before} + {typed}")
            self._problems.setdefault(token.key, both)

    def taken(self) -> PairsTaken:
        """All of it. Of what was said in two ways nothing counts."""
        if len(set(self._owners)) > 1:
            self._problems.setdefault(OWNER, Problem(ProblemCode.PEOPLE_SEVERAL))
        gone = set(self._problems) | (DAYS if DAYS & set(self._problems) else set())
        whole = together([said for key, said in self._said.items() if key not in gone])
        return PairsTaken(
            text=self._rest(),
            said=Correction() if isinstance(whole, Problem) else whole,
            owner=None if OWNER in gone else next(iter(self._owners), None),
            kept=tuple(self._kept),
            problems=self._problems,
        )

    def _rest(self) -> str:
        """The text without the pairs, nor the comma before those at its end."""
        rest = without(self._text, self._spans)
        at_end = self._spans and max(end for _, end in self._spans) >= len(self._text.rstrip(" .!"))
        return rest.rstrip(" ,;") if at_end else rest

    def _read(self, token: Token) -> tuple[Correction | str, int] | Problem:
        """The correction, or with `owner:` who that is, and where the pair ends."""
        if token.word is None:
            return Problem(ProblemCode.VALUE_MISSING, token.typed)
        if token.key == OWNER:
            return self._owner(token)
        if token.key == DUE:
            return self._due(token)
        return edit_pairs.read_pair(token, self._text, self._setting)

    def _owner(self, token: Token) -> tuple[str, int] | Problem:
        named = mention_at(self._text, token.at, self._people)
        word = token.readings[-1]
        if named is not None:
            return named.id, token.at + len(named.label)
        return (
            (ME, word.end) if folded(word.text) in _MYSELF else Problem(ProblemCode.PERSON_UNKNOWN, word.text)
        )

    def _due(self, token: Token) -> tuple[Correction, int] | Problem:
        readings = word_readings(self._text, token.at, most=DAY_WORDS_MAX)
        for reading in token.readings if token.quoted else readings:
            day = read_deadline(reading.text, self._setting.reader)
            if day is not None:
                return Correction(due_on=day), reading.end
            misnamed = misnamed_problem(reading.text, self._setting.reader)
            if misnamed is not None:
                return misnamed
        return Problem(ProblemCode.DATE_UNKNOWN, token.readings[-1].text)

    def _end(self, token: Token) -> int:
        named = mention_at(self._text, token.at, self._people)
        if named is not None:
            return token.at + len(named.label)
        return token.word.end if token.word is not None else token.start + len(token.typed)

    def _ends(self, at: int, begins: Collection[int]) -> bool:
        """Whether nothing follows there, or another pair."""
        gap = GAP.match(scannable(self._text), at)
        behind = gap.end() if gap else at
        return behind in begins or not self._text[behind:].strip(" .!")
