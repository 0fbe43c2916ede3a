"""What could not be understood: a value, so that whoever asked decides what to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from domain.language import Language, Names
from handlers.grammar.vocabulary import Miss, T
from handlers.words.slack_text import cut_plain


class ProblemCode(StrEnum):
    """Every way a word can be wrong. Each has a message `problem-CODE` in every catalogue."""

    THEME_UNKNOWN = "theme-unknown"
    THEME_AMBIGUOUS = "theme-ambiguous"
    KIND_UNKNOWN = "kind-unknown"
    STATUS_UNKNOWN = "status-unknown"
    STATUS_AMBIGUOUS = "status-ambiguous"
    WORD_UNKNOWN = "word-unknown"
    WORD_AMBIGUOUS = "word-ambiguous"
    PERSON_UNKNOWN = "person-unknown"
    VALUE_MISSING = "value-missing"
    REFERENCE_UNKNOWN = "reference-unknown"
    REFERENCE_MISSING = "reference-missing"
    REFERENCE_SEVERAL = "reference-several"
    STATUS_MISSING = "status-missing"
    STATUS_OF_OTHER_KIND = "status-of-other-kind"
    ADDRESS_MISSING = "address-missing"
    TITLE_MISSING = "title-missing"
    SORT_UNKNOWN = "sort-unknown"
    SORT_AMBIGUOUS = "sort-ambiguous"
    ATTACH_MISSING = "attach-missing"
    SECTOR_UNKNOWN = "sector-unknown"
    COUNTRY_UNKNOWN = "country-unknown"
    DRIVER_UNKNOWN = "driver-unknown"
    QUARTER_UNKNOWN = "quarter-unknown"
    DAY_UNKNOWN = "day-unknown"
    MEETING_UNKNOWN = "meeting-unknown"
    ORDER_UNKNOWN = "order-unknown"
    FILTERS_CONTRADICT = "filters-contradict"
    VALUES_SEVERAL = "values-several"
    DATE_UNKNOWN = "date-unknown"
    DAYS_SEVERAL = "days-several"
    WEEKDAY_DISAGREES = "weekday-disagrees"
    DAYS_DISAGREE = "days-disagree"
    DATE_PASSED = "date-passed"
    DATE_RANGE = "date-range"
    DATE_IMPOSSIBLE = "date-impossible"
    PEOPLE_SEVERAL = "people-several"
    OWNER_EITHER = "owner-either"
    MONTH_OR_PERSON = "month-or-person"
    ASSIGNMENT_MISSING = "assignment-missing"
    SEVERITY_UNKNOWN = "severity-unknown"
    FIELD_UNKNOWN = "field-unknown"
    PRIORITY_UNKNOWN = "priority-unknown"
    SEARCH_EMPTY = "search-empty"
    SEARCH_LONG = "search-long"
    SEARCH_WORD_UNKNOWN = "search-word-unknown"
    LANGUAGE_UNKNOWN = "language-unknown"
    LANGUAGE_OF_NO_GROUP = "language-of-no-group"
    LANGUAGES_SEVERAL = "languages-several"
    MINE_WORD_UNKNOWN = "mine-word-unknown"
    DAY_MISSING = "day-missing"
    WEEKDAY_MISSING = "weekday-missing"
    TIME_MISSING = "time-missing"
    TIMES_SEVERAL = "times-several"
    TIME_UNKNOWN = "time-unknown"
    ZONE_UNKNOWN = "zone-unknown"
    ZONE_AMBIGUOUS = "zone-ambiguous"
    DIGEST_WORD_UNKNOWN = "digest-word-unknown"
    DIGEST_NUMBER_UNKNOWN = "digest-number-unknown"
    DIGEST_TERM = "digest-term"
    DIGEST_PAUSE_TERM = "digest-pause-term"
    DIGEST_SKIP_UNKNOWN = "digest-skip-unknown"
    RHYTHM_UNKNOWN = "rhythm-unknown"
    RHYTHM_WEEKS = "rhythm-weeks"
    RHYTHM_SEVERAL = "rhythm-several"
    RHYTHM_EITHER = "rhythm-either"
    RHYTHM_BOTH = "rhythm-both"
    RHYTHM_TWICE_A_MONTH = "rhythm-twice-a-month"
    MONTH_DAYS_SEVERAL = "month-days-several"
    MONTH_DAY_MISSING = "month-day-missing"
    MONTH_DAY_UNKNOWN = "month-day-unknown"
    EDIT_NOTHING_SAID = "edit-nothing-said"
    WHEN_MISSING = "when-missing"
    HOUR_MISSING = "hour-missing"
    HOURS_SEVERAL = "hours-several"
    HOUR_EITHER = "hour-either"
    NUMBER_EITHER = "number-either"
    SHIFT_EITHER = "shift-either"
    MOVE_UNCLEAR = "move-unclear"
    REASON_OR_AGENDA = "reason-or-agenda"
    AGENDA_OR_PART = "agenda-or-part"
    REASON_IS_DAY = "reason-is-day"
    REASON_IS_MOVE = "reason-is-move"
    REMARK_UNCLEAR = "remark-unclear"
    EDIT_UNCLEAR = "edit-unclear"
    MEETING_TO_MOVE = "meeting-to-move"
    MEETING_TO_CANCEL = "meeting-to-cancel"
    MEMBERS_WORD_UNKNOWN = "members-word-unknown"
    ROLE_UNKNOWN = "role-unknown"
    MEETING_WORD_UNKNOWN = "meeting-word-unknown"
    MEETING_WORD_AMBIGUOUS = "meeting-word-ambiguous"
    PLACE_OR_AGENDA = "place-or-agenda"
    PLACE_TOO_LONG = "place-too-long"
    MARK_UNKNOWN = "mark-unknown"
    LINE_OF_SEVERAL = "line-of-several"
    LINE_ELSEWHERE = "line-elsewhere"


WORD_MAX = 60
"""Characters of a wrong word that are repeated to the person."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`word` is the one that was wrong, as typed, not escaped, cut to WORD_MAX.

    `suggestions` are words to type instead, the likeliest first; with `every` they are all there is.
    `themes` are the names of the group's themes, to choose from where nothing is likely; `meant` all names of
    the things that are suggested, in which the reader's language is found.
    """

    code: ProblemCode
    word: str = ""
    suggestions: tuple[str, ...] = ()
    every: bool = False
    themes: tuple[Names, ...] = field(default=(), compare=False)
    meant: tuple[Names, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "word", cut_plain(self.word.strip(), WORD_MAX))

    def offered(self, language: Language) -> tuple[str, ...]:
        """What to type instead, as readers of the language call it."""
        return tuple(dict.fromkeys(names.in_language(language) for names in self.meant)) or self.suggestions


def missed(miss: Miss[T], unknown: ProblemCode, ambiguous: ProblemCode) -> Problem:
    """The problem with a word that a vocabulary does not have, or has for several things."""
    return Problem(ambiguous if miss.several else unknown, miss.word, miss.suggestions, meant=miss.meant)


def but_for(missing: ProblemCode, read: object) -> Problem | None:
    """What is wrong with a line as it was read; that it leaves out what a form asks for is nothing wrong."""
    return read if isinstance(read, Problem) and read.code is not missing else None


def wrong(*read: object) -> tuple[Problem, ...]:
    """What of it could not be understood, each once."""
    return tuple(dict.fromkeys(one for one in read if isinstance(one, Problem)))
