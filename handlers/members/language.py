"""The language one is answered in, and the zone times are told in: `language es`, `language zone Puebla`."""

from __future__ import annotations

import re

from domain.usecases.membership import choose_language, choose_zone
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood
from handlers.desk.request import Request
from handlers.grammar.folding import bare, folded, scannable
from handlers.grammar.languages import read_language
from handlers.grammar.problems import Problem, ProblemCode, missed
from handlers.grammar.vocabulary import Hit
from handlers.grammar.zones import find_zone, offered
from handlers.members.language_views import chosen_message, which_message, zone_message

_ZONE = re.compile(r"(?:time )?(?:zone|zona(?: horaria)?|hora)(?=[\s:]|$):?", re.IGNORECASE)
_AS_IN_SLACK = frozenset({"slack", "auto", "automatic", "automatica", "la de slack"})


async def listen(request: Request) -> Answer:
    """Choose a language, or ask which one it is."""
    word = request.utterance.rest.strip()
    if not word:
        return Reply(which_message(request.t))
    zone = _ZONE.match(scannable(word))
    if zone is not None:
        return await _choose_zone(request, bare(word[zone.end() :]))
    language = read_language(word)
    if isinstance(language, Problem):
        return misunderstood(request.t, language)
    await request.services.store.write(lambda uow: choose_language(request.origin, language, uow))
    return Reply(chosen_message(request.services.words.for_language(language)))


async def _choose_zone(request: Request, words: str) -> Answer:
    """The zone that is named, or Slack's again."""
    if not words:
        return misunderstood(request.t, Problem(ProblemCode.VALUE_MISSING, "zone"))
    zone = None
    if folded(words) not in _AS_IN_SLACK:
        found = find_zone(words)
        if not isinstance(found, Hit):
            found = offered(found, request.t.language)
            return misunderstood(
                request.t, missed(found, ProblemCode.ZONE_UNKNOWN, ProblemCode.ZONE_AMBIGUOUS)
            )
        zone = found.value
    read_in = await request.services.store.write(lambda uow: choose_zone(request.origin, zone, uow))
    shown = read_in or request.situation.zone
    return Reply(zone_message(request.t, shown, request.now, chosen=zone is not None))
