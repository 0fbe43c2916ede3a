"""What messages in channels bring along less than commands do: who wrote them, and whom they name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from domain.ports import Store
from domain.usecases.reading import names_of
from handlers.words.slack_text import escape

TYPED_SUBTYPES = frozenset({None, "file_share", "thread_broadcast"})
"""Messages that somebody wrote (docs.slack.dev, message event: subtypes); all others are about messages."""

_PERSON = re.compile(r"<@([UW][A-Z0-9]+)>")


async def with_names(store: Store, workspace: str, text: str) -> str:
    """The text, still encoded, with the names of those it mentions: Slack sends them along in commands alone.

    Whoever Slack did not tell us of stays without a name.
    """
    users = set(_PERSON.findall(text))
    if not users:
        return text
    names = await store.read(lambda uow: names_of(uow.workspace(workspace), users))
    return _PERSON.sub(lambda found: _mention(found[1], names), text)


def _mention(user: str, names: Mapping[str, str]) -> str:
    name = names.get(user)
    return f"<@{user}>" if name is None else f"<@{user}|{escape(name).replace('|', '/')}>"
