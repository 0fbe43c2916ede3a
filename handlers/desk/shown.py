"""The answer to what was recorded: the line that shows it, with everything that was understood."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from domain.item import Item
from domain.usecases.recording import RecordOutcome
from handlers.desk.answer import Reply
from handlers.desk.pressed import is_news
from handlers.desk.request import Request
from handlers.desk.typed import usual_language
from handlers.parts.recorded import record_message
from handlers.parts.understood import understood

NOBODY: Mapping[str, str] = MappingProxyType({})
"""Names, where the record names nobody."""


def shown(request: Request, outcome: RecordOutcome, names: Mapping[str, str] = NOBODY, *before: str) -> Reply:
    """The record as it stands, to the channel when it is news. `names` are display names by user id.

    `before` is said ahead of what else was understood of it, in our own words, not escaped.
    """
    item = outcome.item
    further = [*text_language(request, item), *before, *understood(request.t, item, names, request.group)]
    message = record_message(request.t, request.group, outcome, further)
    return Reply(message, in_channel=is_news(request, outcome))


def text_language(request: Request, item: Item) -> tuple[str, ...]:
    """The language of the text, where it is not the one that its verb or whoever typed it would suggest."""
    language = item.text.language
    if language is usual_language(request):
        return ()
    return (request.t("record-language", language=request.t(f"language-{language.value}")),)
