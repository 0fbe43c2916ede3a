"""How the person of a request reads dates, and what its group has ahead of it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.item import Item
from domain.language import Language
from handlers.desk.request import Request
from handlers.grammar.dates.rules import Reader
from handlers.grammar.setting import Setting


def reader_of(request: Request) -> Reader:
    """How the person of the request reads them."""
    return reader_in(request.situation.zone, request.t.language, request.now)


def reader_in(zone: str, language: Language, now: datetime) -> Reader:
    """It is the local day of the zone (IANA); in Spanish numbers say the day before the month."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return Reader(today=today, day_first=language is Language.SPANISH)


def setting_of(request: Request) -> Setting:
    """The words of the request's group, for its person. Raises Refusal CHANNEL_NEEDS_GROUP."""
    group, language = request.group, request.t.language
    local = reader_in(group.zone, language, request.now)
    return Setting.of(group, reader_of(request), language, local)


def day_ahead(request: Request, item: Item) -> date | None:
    """When the item is due; None for a day that has passed, which nobody may set anew."""
    return item.due_on if item.due_on is not None and item.due_on >= request.today else None
