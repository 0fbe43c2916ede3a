"""How the person of a request reads dates."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from domain.language import Language
from handlers.desk.request import Request
from handlers.grammar.dates.rules import Reader
from handlers.grammar.setting import Setting


def reader_of(request: Request) -> Reader:
    """It is the local day of their zone; in Spanish numbers say the day before the month."""
    today = request.now.astimezone(ZoneInfo(request.situation.zone)).date()
    return Reader(today=today, day_first=request.t.language is Language.SPANISH)


def setting_of(request: Request) -> Setting:
    """The words of the request's group, for its person. Raises Refusal CHANNEL_NEEDS_GROUP."""
    return Setting.of(request.group, reader_of(request), request.t.language)
