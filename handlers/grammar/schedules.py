"""What is asked of a digest: a schedule (`weekly mon 09:00 Mexico City`), or an order (`pause D-1`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from domain.group import Theme
from domain.language import Language
from domain.schedule import Schedule
from handlers.grammar.coverages import KEYS, read_pairs, zone_of
from handlers.grammar.dates.rules import Reader
from handlers.grammar.digest_orders import edited, orders_like, read_order
from handlers.grammar.digests import (
    NOTHING_SAID,
    DigestAction,
    DigestEdit,
    DigestOrder,
    DigestSaid,
    DigestWanted,
    month_line,
)
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.quiet_weeks import begins_with_quiet, take_quiet
from handlers.grammar.recurrences import Rhythm, take_rhythm
from handlers.grammar.setting import Setting
from handlers.grammar.spoken_languages import take_languages
from handlers.grammar.terms import is_term, term_in
from handlers.grammar.times import TimeTaken, take_one_time
from handlers.grammar.vocabulary import Hit
from handlers.grammar.weekdays import take_weekdays, weekdays_like

__all__ = [
    "KEYS",
    "NOTHING_SAID",
    "DigestAction",
    "DigestEdit",
    "DigestOrder",
    "DigestSaid",
    "DigestWanted",
    "Understood",
    "edited",
    "read_digest",
    "says_order",
    "understood",
]

_OF_A_THEME = frozenset(
    {"of", "about", "on", "for", "the", "only", "just", "theme", "and"}
    | {"de", "del", "sobre", "para", "el", "la", "solo", "tema", "con", "y", "e"}
)
"""Words in front of the name of a theme, and between the days that were taken out."""

_AT, _NINE = re.compile(r"(?<!\S)([01]?[0-9]|2[0-3]):([0-5][0-9])(?!\S)", re.ASCII), time(9)
"""The hour of examples: the one that is said, or nine."""
_SEVERAL_WAYS = frozenset({ProblemCode.RHYTHM_EITHER, ProblemCode.RHYTHM_BOTH})

UNREAD_MAX = 20
"""Words that are left out, one by one, of a text that as a whole cannot be read."""


def read_digest(
    text: str, themes: Sequence[Theme], default_zone: str, setting: Setting | None = None
) -> DigestWanted | DigestOrder | DigestEdit | Problem:
    """What the words behind `digest` ask for. `default_zone` is the IANA zone when none is named.

    Sectors and countries are those of the `setting`.
    """
    words = setting or Setting(Reader(date.min, day_first=False), themes)
    return _edit(text, words) or _order(text, words) or _schedule(text, words, default_zone)


@dataclass(frozen=True, slots=True)
class Understood:
    """What could be read of a text that as a whole could not; `zone` is what stood for one and is none.

    `problems` is what was wrong, one of each code.
    """

    said: DigestSaid
    zone: str | None = None
    problems: tuple[Problem, ...] = ()


def understood(text: str, setting: Setting) -> Understood:
    """What the words behind `digest` or `digest edit D-1` say, without those that say nothing."""
    zone: str | None = None
    with_rhythm = True
    problems: dict[ProblemCode, Problem] = {}
    for _ in range(UNREAD_MAX):
        said = _said(text, setting, with_rhythm=with_rhythm)
        if not isinstance(said, Problem):
            return Understood(said, None if said == NOTHING_SAID else zone, tuple(problems.values()))
        problems.setdefault(said.code, said)
        if with_rhythm and said.code in {ProblemCode.ZONE_UNKNOWN, ProblemCode.ZONE_AMBIGUOUS}:
            zone = said.word
        shorter = _without_word(text, said.word)
        if said.code in _SEVERAL_WAYS:
            shorter = _said_so(text, said)
        # What a rhythm lacks has no word that could be left out: then the days are read without it.
        with_rhythm = with_rhythm and shorter != text
        text = shorter
    return Understood(NOTHING_SAID, problems=tuple(problems.values()))


def says_order(text: str) -> bool:
    """Whether the words behind `digest` ask for something else than to schedule or to edit one."""
    words = Setting(Reader(date.min, day_first=False))
    return edited(text) is None and _order(text, words) is not None


def _order(text: str, setting: Setting) -> DigestOrder | Problem | None:
    return None if begins_with_quiet(text) else read_order(text, setting.reader)


def _without_word(text: str, word: str) -> str:
    """The text without the first token in which the word stands, of a list without that part."""
    for piece in (word, *word.split()):
        part = re.escape(piece)
        patterns = (rf",{part}(?=[\s,]|$)", rf"(?<=[:,]){part},", rf"\S*{part}\S*") if piece else ()
        matches = (re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
        found = next(filter(None, matches), None)
        if found is None:
            continue
        text = text[: found.start()] + text[found.end() :]
        if piece == word:
            break
    return text


def _said_so(text: str, asked: Problem) -> str:
    """The text with the first of the ways in which it may have been meant, to be looked at in the form."""
    words = [rf"{re.escape(word)}[\s,;]*" for word in asked.word.split()]
    found = re.search("".join(words), text, re.IGNORECASE)
    if found is None:
        return _without_word(text, asked.word)
    return f"{text[: found.start()]}{asked.suggestions[0]} {text[found.end() :]}"


def _edit(text: str, setting: Setting) -> DigestEdit | Problem | None:
    """`edit D-1 fri 10:00`: whatever is said is to be different."""
    asked = edited(text)
    if asked is None:
        return None
    number, others = asked
    said = _said(others, setting) if others.strip() else NOTHING_SAID
    return said if isinstance(said, Problem) else DigestEdit(number, said)


def _schedule(text: str, setting: Setting, default_zone: str) -> DigestWanted | Problem:
    said = _said(text, setting, needs_day=True)
    if isinstance(said, Problem):
        return said
    recurrence = said.recurrence()
    if recurrence is None and said.every is not None and said.every > 1:
        return Problem(ProblemCode.WEEKDAY_MISSING, str(said.every))
    if recurrence is None or said.at is None:
        return Problem(ProblemCode.DAY_MISSING if recurrence is None else ProblemCode.TIME_MISSING)
    return DigestWanted(
        schedule=Schedule(recurrence, said.at, said.zone or default_zone),
        covered=said.covered,
        languages=said.languages,
        skip_quiet=bool(said.skip_quiet),
    )


def _said(
    text: str, setting: Setting, *, with_rhythm: bool = True, needs_day: bool = False
) -> DigestSaid | Problem:
    """`needs_day`: where none is said, a word that is no zone either was probably meant for one."""
    pairs = read_pairs(text, setting)
    if isinstance(pairs, Problem):
        return pairs
    skip_quiet, rest = take_quiet(pairs.rest)
    spoken = take_languages(rest)
    found = _often(scannable(spoken.rest), setting, with_rhythm=with_rhythm)
    if isinstance(found, Problem):
        return found
    rhythm, taken = found
    days, others = take_weekdays(re.split(r"[\s,;&]+", scannable(taken.rest)))
    if days and rhythm.monthly is not None:
        return Problem(ProblemCode.RHYTHM_SEVERAL)
    zone, covered = pairs.zone or zone_of(others, setting.language), pairs.covered
    theme = _theme(others, setting) if isinstance(zone, Problem) and covered.themes is None else None
    if theme is not None:
        zone, covered = None, replace(covered, themes=(theme,))
    if isinstance(zone, Problem):
        is_bare = not (days or rhythm.monthly or rhythm.every or taken.at is not None)
        has_day = bool(days or rhythm.monthly) or not needs_day
        return _no_zone(zone, others, setting, is_order=is_bare and needs_day, has_day=has_day)
    return DigestSaid(
        days=days,
        every=rhythm.every,
        monthly=rhythm.monthly,
        at=taken.at,
        zone=zone,
        covered=covered,
        languages=tuple(dict.fromkeys(pairs.languages + spoken.languages)),
        skip_quiet=skip_quiet,
    )


def _theme(words: Sequence[str], setting: Setting) -> str | None:
    """The theme that the words name, `de infraestructura`, where they name no zone; None for other words."""
    known = setting.theme_words
    begin = next((at for at, word in enumerate(words) if folded(bare(word)) not in _OF_A_THEME), len(words))
    whole = [" ".join(words[at:]) for at in range(begin + 1)]
    found = (known.find(bare(name)) for name in whole if known.is_name(bare(name)))
    return next((hit.value for hit in found if isinstance(hit, Hit)), None)


def _often(text: str, setting: Setting, *, with_rhythm: bool) -> tuple[Rhythm, TimeTaken] | Problem:
    """How often and at which time of day, where nothing is said of a first or a last day."""
    term = term_in(text, setting.reader)
    if term:
        return Problem(ProblemCode.DIGEST_TERM, term)
    rhythm = take_rhythm(text) if with_rhythm else Rhythm(text)
    if isinstance(rhythm, Problem):
        return _in_two(rhythm, text, setting.language)
    taken = take_one_time(rhythm.rest)
    return taken if isinstance(taken, Problem) else (rhythm, taken)


def _in_two(problem: Problem, text: str, language: Language) -> Problem:
    """Of two days of the month the lines of two digests, at the time that is said."""
    if problem.code is not ProblemCode.MONTH_DAYS_SEVERAL:
        return problem
    said = _AT.search(text)
    at = _NINE if said is None else time(int(said[1]), int(said[2]))
    lines = tuple(month_line(int(day), at, language) for day in problem.suggestions)
    return replace(problem, suggestions=lines)


def _no_zone(
    problem: Problem, words: list[str], setting: Setting, *, is_order: bool, has_day: bool
) -> Problem:
    """What is wrong with words that are no zone: of the year, of an order, or instead of a day."""
    if is_term(" ".join(words), setting.reader):
        return Problem(ProblemCode.DIGEST_TERM, " ".join(words))
    if is_order:
        meant = orders_like(words[0], setting.language)
        return Problem(ProblemCode.DIGEST_WORD_UNKNOWN, words[0], meant)
    return problem if has_day else _no_day(words, setting.language)


def _no_day(words: Sequence[str], language: Language) -> Problem:
    """A word that is nearly a day was probably meant for it."""
    meant = weekdays_like(words, language)
    word = next((word for word in words if weekdays_like([word], language)), "")
    return Problem(ProblemCode.DAY_MISSING, word, meant)
