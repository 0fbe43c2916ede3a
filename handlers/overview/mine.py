"""What waits for whoever asks: `mine`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.group import Theme
from domain.usecases.waiting import mine
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import choosable
from handlers.desk.request import Request
from handlers.grammar.folding import bare, folded
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.small_words import COURTESIES
from handlers.grammar.themes import EVERYTHING, THEME_KEYS, ThemeNamed, read_theme
from handlers.overview.mine_views import mine_message

_ALL_MINE = EVERYTHING | {"todas", "todo lo mio", "everything of mine"}
"""Words for all that the verb shows by itself, folded."""

_WAITING = re.compile(
    r"(?:(?:open|pending|current) )?(?:actions?|tasks?|commitments?|items|things|to[- ]?dos?|pending)"
    r"|(?:accion(?:es)?|tareas?|compromisos?|pendientes?|asuntos|cosas)"
    r"(?: (?:abiert[ao]s?|pendientes?|por hacer))?"
)
"""Words for what waits for somebody, folded."""


async def listen(request: Request) -> Answer:
    """Everything of the group that waits for the person, whatever the channel's theme; or of a theme."""
    named = read_mine(request.utterance.rest, request.group.themes)
    if isinstance(named, Problem):
        return choosable(request, named)
    found = await request.services.store.read(
        lambda uow: mine(request.origin, request.group.id, request.now, uow, theme=named.key)
    )
    return Reply(mine_message(request.t, request.group, found, request.today))


def read_mine(text: str, themes: Sequence[Theme]) -> ThemeNamed | Problem:
    """The theme behind the verb, if one is named, or all of them; courtesies may stand there too."""
    typed = text.strip("¿?¡!. \t\n")
    named = read_theme(typed, themes)
    if not isinstance(named, Problem) and named.key is not None:
        return named
    said = folded(bare(typed))
    asked = next((said.removesuffix(each).rstrip(" ,") for each in COURTESIES if said.endswith(each)), said)
    if asked in {"", *_ALL_MINE} or _WAITING.fullmatch(asked):
        return ThemeNamed()
    is_theme = not isinstance(named, Problem) or typed.partition(":")[0].casefold() in THEME_KEYS
    return named if is_theme else Problem(ProblemCode.MINE_WORD_UNKNOWN, text)
