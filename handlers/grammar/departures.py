"""From when a meeting is moved: `from thursday to friday`, `del jueves 4 al lunes`, `de las 10 a las 12`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.retiming import Before
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import WEEKDAYS
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.occasions import take_day, take_hour, take_occasion
from handlers.grammar.problems import Problem

_FROM = re.compile(r"\s*(?P<word>from|desde|del?)\s+(?=\S)", re.IGNORECASE)
_TO = re.compile(r"(?<=\s)(?:to|al?)\s+(?=\S)", re.IGNORECASE)
_HOUR_TO = re.compile(r"(?:to|a)\s+(?P<number>[0-9]{1,2})(?=\s*(?:[,;.]|$))", re.IGNORECASE)
_ONWARDS = re.compile(r"(?:to|until|hasta|al|a(?!\s+las?\s))\s", re.IGNORECASE)
_THEN = re.compile(r"(?:(?:of|from|on|for|del?|desde|para|el|the)\s+)+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|el) ")
_LOOSE = " ,"
_AROUND = " ,;:.!"


@dataclass(frozen=True, slots=True)
class DepartureTaken:
    """When the meeting is said to be, and the words behind it, which say when it is to be."""

    before: Before
    rest: str


def begins_departure(text: str) -> bool:
    """Whether the text begins with a word that stands in front of when it was."""
    return _FROM.match(scannable(text)) is not None


def take_departure(text: str, reader: Reader) -> DepartureTaken | None:
    """When it is, said in front of when it is to be; None where that cannot be told apart."""
    plain = scannable(text)
    begin = _FROM.match(plain)
    if begin is None:
        return None
    for to in reversed(list(_TO.finditer(plain, begin.end()))):
        words = text[begin.end() : to.start()].strip(_LOOSE)
        is_numbered = folded(begin["word"]) == "del"
        before = _before(f"el {words}" if is_numbered and words.isdigit() else words, reader)
        if before is not None:
            return DepartureTaken(before, _towards(text[to.start() :], before))
    return None


def read_then(words: str, reader: Reader) -> Before | None:
    """When something is said to be by whoever names it so: `de hoy`, `del jueves`, `at 10`, `on march 26`.

    None for other words, and for those that say where it should go.
    """
    plain = scannable(words)
    if _ONWARDS.match(plain):
        return None
    lead = _THEN.match(plain)
    said = (words[lead.end() :] if lead else words).strip(_AROUND)
    return _before(f"el {said}" if said.isdigit() else said, reader)


def says_weekday(text: str, reader: Reader) -> bool:
    """Whether the day that the text begins with is told by its weekday alone."""
    day, rest = take_day(text, reader)
    phrase = folded(bare(text[: len(text) - len(rest)]))
    return day is not None and _ARTICLE.sub("", phrase, count=1) in WEEKDAYS


def _before(words: str, reader: Reader) -> Before | None:
    for said in (words, f"a {words}"):
        hour = take_hour(said, number=True)
        if hour is not None and not hour.rest and hour.zone is None:
            return Before(at=hour.at, either=hour.either is not None)
    day, rest = take_day(words, reader)
    if day is None:
        return _hour_first(words, reader)
    hour = take_hour(rest)
    if rest and (hour is None or hour.rest or hour.zone is not None):
        return None
    at, either = (None, False) if hour is None else (hour.at, hour.either is not None)
    return Before(day=day, at=at, weekly=says_weekday(words, reader), either=either)


def _hour_first(words: str, reader: Reader) -> Before | None:
    """`10:00 on friday`."""
    taken = take_occasion(words, reader)
    if isinstance(taken, Problem) or taken.day is None or taken.undated or taken.rest or taken.second:
        return None
    return Before(day=taken.day, at=taken.at, either=taken.either is not None)


def _towards(rest: str, before: Before) -> str:
    """When it is to be; from hour to hour a number is one too."""
    number = _HOUR_TO.match(scannable(rest)) if before.day is None else None
    if number is not None:
        return f"at {number['number']}{rest[number.end() :]}"
    lead = _TO.match(f" {scannable(rest)}", 1)
    shorter = rest[lead.end() - 1 :] if lead else rest
    return shorter if shorter[:1].isalpha() and before.day is not None else rest
