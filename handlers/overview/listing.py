"""The register: `list [what] [filters]`, paged."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from domain.language import Language
from domain.register import Filter, Order
from domain.usecases.listing import TABLE_SIZE, Sheet, list_items
from domain.usecases.reading import PAGE_SIZE
from domain.wall_time import instant_of
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import reader_of, setting_of
from handlers.desk.excuses import guess, misunderstood, told
from handlers.desk.request import Request
from handlers.grammar.dates.reading import read_period
from handlers.grammar.filters import read_filters
from handlers.grammar.folding import folded
from handlers.grammar.kinds import find_kind, is_kind
from handlers.grammar.problems import WORD_MAX, Problem, ProblemCode
from handlers.grammar.small_words import UNFINISHED
from handlers.grammar.verbs import RECORDED_BY, Verb
from handlers.grammar.vocabulary import Hit
from handlers.grammar.wanted import ME, Wanted
from handlers.overview.listing_views import listing_message, table_message
from handlers.parts.blocks import Block, actions
from handlers.parts.next_steps import fits, sayable
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

SENTENCE_MIN = 2
"""Words of the shortest text that is taken for a sentence though it begins like a filter."""

_OF = r"(?:from|of|in|on|during|since|desde|del?|en|durante)\s+"
"""In front of days, which it makes no others."""

_OF_FIRST = re.compile(rf"{_OF}(?=\S)", re.IGNORECASE)
_OF_LAST = re.compile(rf"(?<!\S){_OF}\Z", re.IGNORECASE)

_NO_FILTER = frozenset(
    {
        ProblemCode.WORD_UNKNOWN,
        ProblemCode.WORD_AMBIGUOUS,
        ProblemCode.DATE_UNKNOWN,
        ProblemCode.DAY_UNKNOWN,
        ProblemCode.QUARTER_UNKNOWN,
    }
)


async def listen(request: Request) -> Answer:
    """A page of the register, filtered and sorted as asked."""
    wanted = read_filters(request.utterance, setting_of(request))
    if isinstance(wanted, Problem):
        return _or_record(request, wanted)
    sheet = Sheet(
        filter=filter_of(
            wanted,
            request.interaction.person.user,
            request.situation.zone,
            theme=request.situation.theme,
        ),
        order=wanted.order or Order.NEWEST,
        after=wanted.cursor,
        size=TABLE_SIZE if wanted.table else PAGE_SIZE,
    )
    listing = await request.services.store.read(
        lambda uow: list_items(request.origin, request.group.id, sheet, request.now, uow)
    )
    plain = listing_message(request.t, request.group, wanted, listing)
    if not wanted.table or not listing.page.items:
        return Reply(plain)
    return Reply(plain, rich=table_message(request.t, request.group, wanted, listing))


def _or_record(request: Request, problem: Problem) -> Reply:
    """What is no filter; behind a kind alone it may be what is to be recorded: its form is a press away.

    A single word that is like a filter was meant as one. Behind `list` words are searched for.
    """
    t, said = request.t, request.utterance
    typed, _, rest = said.rest.partition(" ")
    kind = find_kind(typed) if is_kind(typed) else None
    verb = RECORDED_BY.get(kind.value) if isinstance(kind, Hit) else None
    is_slip = bool(problem.suggestions) and len(rest.split()) < SENTENCE_MIN
    if not said.implied and problem.code is ProblemCode.WORD_UNKNOWN:
        dated = _or_since(request, replace(problem, suggestions=(), meant=()))
        if dated is not None or not is_slip:
            return dated or _or_find(t, problem)
    if not said.implied or verb is None or is_slip or problem.code not in _NO_FILTER:
        return misunderstood(t, problem)
    name = verb.name_in(t.language)
    line = f"{name} {said.raw[len(typed) :].strip()}"
    text = escape(t("list-or-record", word=cut_plain(rest.strip(), WORD_MAX), kind=typed, line=name))
    if not fits(line):
        return told(text, unclear=True)
    button = guess(t, verb, line, name)
    return told(text, unclear=True).followed_by(actions(button))


def _or_since(request: Request, problem: Problem) -> Reply | None:
    """The list of the days that the line ends with, `notes from last week`; None where it ends with none.

    What is listed was recorded: `in october` is the last one.
    """
    said = request.utterance
    before, found, behind = said.rest.partition(problem.word)
    lead = _OF_FIRST.match(f"{found}{behind}")
    reader = replace(reader_of(request), past=True)
    period = read_period(f"{found}{behind}"[lead.end() if lead else 0 :], reader)
    if not found or period is None:
        return None
    since, until = ("desde", "hasta") if request.t.language is Language.SPANISH else ("since", "until")
    days = f"{since}:{period.first.isoformat()} {until}:{period.last.isoformat()}"
    line = f"{Verb.LIST.name_in(request.t.language)} {_OF_LAST.sub('', before)}{days}"
    return misunderstood(request.t, problem).followed_by(*_offered(line))


def _or_find(t: Translator, problem: Problem) -> Reply:
    """A word that no list knows, and the search for it, unless nobody searches for such a word."""
    line = f"{Verb.FIND.name_in(t.language)} {problem.word}"
    reply = misunderstood(t, problem)
    is_sought = len(line) <= WORD_MAX and folded(problem.word) not in UNFINISHED
    return reply.followed_by(*_offered(line)) if is_sought else reply


def _offered(line: str) -> tuple[Block, ...]:
    """The button that says the line, where one can."""
    return sayable({cut_plain(line, WORD_MAX): escape(line)})


def filter_of(wanted: Wanted, user: str, zone: str, *, theme: str | None = None) -> Filter:
    """The filter in the domain's terms, for a user in an IANA zone; where no theme was named, `theme`."""
    return Filter(
        kinds=wanted.kinds,
        theme=None if wanted.everywhere else wanted.theme or theme,
        statuses=wanted.statuses,
        author=user if wanted.author == ME else wanted.author,
        owner=user if wanted.owner == ME else wanted.owner,
        concerns=user if wanted.mine else None,
        owing=user if wanted.owed else None,
        sector=wanted.sector,
        country=wanted.country,
        quarter=wanted.quarter,
        driver=wanted.driver,
        meeting=wanted.meeting,
        since=None if wanted.since is None else _midnight(wanted.since, zone),
        until=None if wanted.until is None else _midnight(wanted.until + timedelta(days=1), zone),
        due_by=wanted.due,
        traits=wanted.traits,
    )


def _midnight(day: date, zone: str) -> datetime:
    """When the local day begins, in UTC."""
    return instant_of(day, time.min, zone)
