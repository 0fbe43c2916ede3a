"""The register: `list [what] [filters]`, paged."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.register import Filter, Order
from domain.usecases.listing import TABLE_SIZE, Sheet, list_items
from domain.usecases.reading import PAGE_SIZE
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import setting_of
from handlers.desk.excuses import misunderstood
from handlers.desk.request import Request
from handlers.grammar.filters import read_filters
from handlers.grammar.problems import Problem
from handlers.grammar.wanted import ME, Wanted
from handlers.overview.listing_views import listing_message, table_message


async def listen(request: Request) -> Answer:
    """A page of the register, filtered and sorted as asked."""
    wanted = read_filters(request.utterance, setting_of(request))
    if isinstance(wanted, Problem):
        return misunderstood(request.t, wanted)
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
