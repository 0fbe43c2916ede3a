"""The register: `list [what] [filters]`, paged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.register import Filter, Order
from domain.usecases.listing import TABLE_SIZE, Sheet, list_items
from domain.usecases.reading import PAGE_SIZE
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import setting_of
from handlers.desk.excuses import LINE_MAX, WORD_MAX, guess, misunderstood, told
from handlers.desk.request import Request
from handlers.grammar.filters import read_filters
from handlers.grammar.kinds import find_kind, is_kind
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.verbs import RECORDED_BY
from handlers.grammar.vocabulary import Hit
from handlers.grammar.wanted import ME, Wanted
from handlers.overview.listing_views import listing_message, table_message
from handlers.parts.blocks import actions
from handlers.parts.message import Message
from handlers.words.slack_text import cut_plain, escape

SENTENCE_MIN = 2
"""Words of the shortest text that is taken for a sentence though it begins like a filter."""

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
    """What is no filter; behind a kind it may be what is to be recorded: its form is a press away.

    A single word that is like a filter was meant as one.
    """
    t, said = request.t, request.utterance
    typed, _, rest = said.rest.partition(" ")
    kind = find_kind(typed) if is_kind(typed) else None
    verb = RECORDED_BY.get(kind.value) if isinstance(kind, Hit) else None
    is_slip = bool(problem.suggestions) and len(rest.split()) < SENTENCE_MIN
    if verb is None or is_slip or problem.code not in _NO_FILTER:
        return misunderstood(t, problem)
    name = verb.name_in(t.language)
    line = f"{name} {said.raw[len(typed) :].strip()}"
    text = escape(t("list-or-record", word=cut_plain(rest.strip(), WORD_MAX), kind=typed, line=name))
    if len(line) > LINE_MAX:
        return replace(told(text), unclear=True)
    button = guess(t, verb, line, name)
    reply = replace(told(text), unclear=True)
    return reply.worded(lambda message: Message(message.text, (*message.blocks, actions(button))))


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
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)
