"""The values of a list's `key: value` pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from domain.quarter import quarter_of
from domain.register import Trait
from handlers.grammar.dates.disagreements import disagreement
from handlers.grammar.dates.period import Period, Unit
from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import DAY_WORDS_MAX
from handlers.grammar.folding import bare, folded
from handlers.grammar.kinds import find_kind
from handlers.grammar.mentions import mention_at
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.setting import Setting
from handlers.grammar.statuses import find_status, is_status
from handlers.grammar.themes import EVERYTHING, THEME_KEYS, theme_of
from handlers.grammar.tokens import Candidate, Token, best, word_readings
from handlers.grammar.traits import find_order, is_order
from handlers.grammar.vocabulary import Hit, T, Vocabulary
from handlers.grammar.wanted import ME, MYSELF, SEPARATOR, Wanted
from handlers.words.slack_text import Mention

KEYS: Mapping[str, str] = MappingProxyType(
    THEME_KEYS
    | {"kind": "kind", "tipo": "kind"}
    | {"status": "status", "estado": "status", "estatus": "status"}
    | {"by": "by", "de": "by", "por": "by", "author": "by", "autor": "by", "autora": "by"}
    | {"owner": "owner", "responsable": "owner", "encargado": "owner", "encargada": "owner"}
    | {"sector": "sector"}
    | {"country": "country", "pais": "country"}
    | {"quarter": "quarter", "trimestre": "quarter"}
    | {"driver": "driver", "motor": "driver", "impulsor": "driver"}
    | {"since": "since", "from": "since", "desde": "since"}
    | {"until": "until", "till": "until", "hasta": "until"}
    | {"due": "due", "vence": "due", "vencen": "due"}
    | {"meeting": "meeting", "reunion": "meeting"}
    | {"sort": "sort", "order": "sort", "orden": "sort", "ordenar": "sort"}
    | {"before": "before"}
)

_NOBODY = frozenset({"nobody", "none", "no one", "nadie", "ninguno", "ninguna"})
_PAGE = re.compile(rf"(\d{{1,18}})(?:{SEPARATOR}(\S{{0,200}}))?", re.ASCII)
"""Digits of a page's cursor stay below those of a 64-bit integer."""
_MEETING = re.compile(r"m?[\s_#-]*(\d{1,9})", re.IGNORECASE)
_SPANISH_QUARTER = re.compile(r"\bt(?=[1-4]\b)")
_QUARTER = re.compile(r"(?:\d{4}[-/ ]?)?[qt][1-4](?:[-/ ]?\d{4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """The text that is read, the people it names, the group's words, and since when it asks."""

    text: str
    people: tuple[Mention, ...]
    setting: Setting
    since: date | None = None


Reading: TypeAlias = tuple[Wanted, int]
"""What a part of the text asks for, and where it ends."""


def read_pair(token: Token, context: Context) -> Reading | Problem:
    """What a pair asks for, or what is wrong with its value."""
    if token.word is None:
        return Problem(ProblemCode.VALUE_MISSING, token.typed)
    return _READERS[token.key](token, context)


def read_day(text: str, at: int, key: str, context: Context) -> Reading | Problem | None:
    """`since` or `until` and the day that the words there name, the longest phrase first."""
    for reading in word_readings(text, at, most=DAY_WORDS_MAX):
        found = _bound(reading.text, key, context)
        if found is not None:
            return found if isinstance(found, Problem) else (found, reading.end)
    return None


def _bound(words: str, key: str, context: Context) -> Wanted | Problem | None:
    """The first day of a period looking back, or the last of the one that `until` may mean."""
    past = replace(context.setting.reader, past=True)
    period = read_period(words, past)
    if period is None:
        misnamed = disagreement(words, past)
        return None if misnamed is None else misnamed.problem()
    return Wanted(since=period.first) if key == "since" else Wanted(until=_until(words, period.last, context))


def _until(words: str, behind: date, context: Context) -> date:
    """Of a day behind today and one ahead the nearer one; not before `since` if it can be."""
    today = context.setting.reader.today
    coming = read_period(words, context.setting.reader)
    ahead = behind if coming is None else coming.last
    if context.since is not None and behind < context.since:
        return ahead
    return ahead if ahead - today < today - behind else behind


def read_quarter(words: str, reader: Reader) -> str | None:
    """The quarter that the words name whole: `2027-Q1`, `T1 2027`, `this quarter`, `próximo`."""
    plain = _SPANISH_QUARTER.sub("q", folded(words))
    for phrase in (plain, f"{plain} quarter", f"{plain} trimestre"):
        period = read_period(phrase, reader)
        if period is not None and period == Period.around(period.first, Unit.QUARTER):
            return quarter_of(period.first)
    return None


def looks_like_quarter(word: str) -> bool:
    """Whether a word by itself is a quarter's name."""
    return _QUARTER.fullmatch(word) is not None


def _theme(token: Token, context: Context) -> Reading | Problem:
    words = context.setting.theme_words
    everything = best(token.readings, lambda typed: folded(typed) in EVERYTHING)
    if everything is not None and not words.is_name(everything.text):
        return Wanted(everywhere=True), everything.end
    found = theme_of(token, words)
    return found if isinstance(found, Problem) else (Wanted(theme=found[0]), found[1])


def _kind(token: Token, _: Context) -> Reading | Problem:
    word, wanted = _word(token), Wanted()
    for part in filter(None, word.text.split(",")):
        found = find_kind(part)
        if not isinstance(found, Hit):
            return missed(found, ProblemCode.KIND_UNKNOWN, ProblemCode.WORD_AMBIGUOUS)
        wanted = wanted.narrowed(Wanted(kinds=frozenset({found.value})))
    return wanted, word.end


def _status(token: Token, _: Context) -> Reading | Problem:
    reading = best(token.readings, is_status) or _word(token)
    statuses: frozenset[str] = frozenset()
    for word in filter(None, reading.text.split(",")):
        found = find_status(word)
        if not isinstance(found, Hit):
            return missed(found, ProblemCode.STATUS_UNKNOWN, ProblemCode.STATUS_AMBIGUOUS)
        statuses |= found.value
    return Wanted(statuses=statuses), reading.end


def _author(token: Token, context: Context) -> Reading | Problem:
    found = _person(token, context)
    return found if isinstance(found, Problem) else (Wanted(author=found[0]), found[1])


def _owner(token: Token, context: Context) -> Reading | Problem:
    nobody = best(token.readings, lambda typed: folded(typed) in _NOBODY)
    if nobody is not None:
        return Wanted(traits=frozenset({Trait.UNOWNED})), nobody.end
    found = _person(token, context)
    return found if isinstance(found, Problem) else (Wanted(owner=found[0]), found[1])


def _person(token: Token, context: Context) -> tuple[str, int] | Problem:
    named = mention_at(context.text, token.at, context.people)
    if named is not None:
        return named.id, token.at + len(named.label)
    word = _word(token)
    if folded(word.text) in MYSELF:
        return ME, word.end
    return Problem(ProblemCode.PERSON_UNKNOWN, word.text)


def _sector(token: Token, context: Context) -> Reading | Problem:
    found = _named(token, context.setting.sector_words, ProblemCode.SECTOR_UNKNOWN)
    return found if isinstance(found, Problem) else (Wanted(sector=found[0]), found[1])


def _country(token: Token, context: Context) -> Reading | Problem:
    found = _named(token, context.setting.country_words, ProblemCode.COUNTRY_UNKNOWN)
    return found if isinstance(found, Problem) else (Wanted(country=found[0]), found[1])


def _driver(token: Token, context: Context) -> Reading | Problem:
    found = _named(token, context.setting.driver_words, ProblemCode.DRIVER_UNKNOWN)
    return found if isinstance(found, Problem) else (Wanted(driver=found[0]), found[1])


def _named(token: Token, words: Vocabulary[T], unknown: ProblemCode) -> tuple[T, int] | Problem:
    """The thing that the value names; what it may be otherwise, or everything it can be."""
    reading = best(token.readings, lambda typed: words.exact(typed) is not None) or _word(token)
    found = words.find(reading.text)
    if isinstance(found, Hit):
        return found.value, reading.end
    return Problem(unknown, reading.text, found.suggestions, meant=found.meant)


def _quarter(token: Token, context: Context) -> Reading | Problem:
    for reading in token.readings:
        quarter = read_quarter(reading.text, context.setting.reader)
        if quarter is not None:
            return Wanted(quarter=quarter), reading.end
    return Problem(ProblemCode.QUARTER_UNKNOWN, _word(token).text)


def _day(token: Token, context: Context) -> Reading | Problem:
    if token.quoted:
        word = _word(token)
        bound = _bound(word.text, token.key, context)
        found = (bound, word.end) if isinstance(bound, Wanted) else bound
    else:
        found = read_day(context.text, token.at, token.key, context)
    return found or Problem(ProblemCode.DAY_UNKNOWN, _word(token).text)


def _due(token: Token, context: Context) -> Reading | Problem:
    """What is to be done from today through a day to come, the longest phrase first."""
    quoted = (_word(token),) if token.quoted else None
    read = read_due(context.text, token.at, context, quoted)
    return Problem(ProblemCode.DAY_UNKNOWN, _word(token).text) if read is None else read


def read_due(
    text: str, at: int, context: Context, readings: Sequence[Candidate] | None = None
) -> Reading | Problem | None:
    """The same of the words that stand there; None where they name no day."""
    for reading in readings or word_readings(text, at, most=DAY_WORDS_MAX):
        period = read_period(reading.text, context.setting.reader)
        if period is not None:
            return Wanted(due=period.last), reading.end
        misnamed = disagreement(reading.text, context.setting.reader)
        if misnamed is not None:
            return misnamed.problem()
    return None


def _meeting(token: Token, _: Context) -> Reading | Problem:
    word = _word(token)
    number = _MEETING.fullmatch(bare(word.text))
    if number is None:
        return Problem(ProblemCode.MEETING_UNKNOWN, word.text)
    return Wanted(meeting=int(number[1])), word.end


def _sort(token: Token, _: Context) -> Reading | Problem:
    reading = best(token.readings, is_order) or _word(token)
    found = find_order(reading.text)
    if isinstance(found, Hit):
        return Wanted(order=found.value), reading.end
    return Problem(ProblemCode.ORDER_UNKNOWN, reading.text, found.suggestions, meant=found.meant)


def _page(token: Token, _: Context) -> Reading | Problem:
    word = _word(token)
    found = _PAGE.fullmatch(word.text)
    if found is None:
        return Problem(ProblemCode.WORD_UNKNOWN, token.typed)
    return Wanted(before=int(found[1]), key=found[2] or ""), word.end


def _word(token: Token) -> Candidate:
    """The shortest reading. Raises ValueError where there is none, which `read_pair` has asked for."""
    if token.word is None:
        raise ValueError(f"nothing behind {token.typed}")
    return token.word


_READERS: Mapping[str, Callable[[Token, Context], Reading | Problem]] = MappingProxyType(
    {
        "theme": _theme,
        "kind": _kind,
        "status": _status,
        "by": _author,
        "owner": _owner,
        "sector": _sector,
        "country": _country,
        "quarter": _quarter,
        "driver": _driver,
        "since": _day,
        "until": _day,
        "due": _due,
        "meeting": _meeting,
        "sort": _sort,
        "before": _page,
    }
)
