"""What one can do here: `help [verb]`."""

from __future__ import annotations

from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import no_such_verb
from handlers.desk.request import Request
from handlers.grammar.verbs import VerbFound, find_verb
from handlers.overview.help_views import help_message, verb_message


async def listen(request: Request) -> Answer:
    """Every verb the person may use here, or one of them with its example."""
    word = request.utterance.rest.strip()
    if not word:
        return Reply(help_message(request.t, request.situation, request.command))
    match find_verb(word.split()[0]):
        case VerbFound(verb=verb):
            return Reply(verb_message(request.t, verb, request.command))
        case missed:
            return no_such_verb(request.t, missed)
