"""Lines that begin with no verb for certain: what they may mean, and all their words as a note."""

from __future__ import annotations

from dataclasses import replace

from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import FORMED, no_such_verb
from handlers.desk.mending import carried
from handlers.desk.request import Request
from handlers.grammar.command import Utterance
from handlers.grammar.openings import Missed
from handlers.grammar.verbs import Verb
from handlers.parts.blocks import Block, actions
from handlers.parts.next_steps import fill, fits

SENTENCE_MIN = 2
"""Words behind the first one from which a line is taken for a sentence."""


async def unread(request: Request, missed: Missed) -> Reply:
    """What the first word may have meant; to whoever may record, the form of a note with the whole line."""
    return no_such_verb(request.t, missed, request.utterance.raw, further=await as_note(request))


def is_command(request: Request) -> bool:
    """Whether the line stands behind a command or a button, not in a message."""
    return request.interaction.trigger is not None


async def or_note(request: Request, said: Utterance, verb: Verb, answer: Answer) -> Answer:
    """The answer of the verb; where it understood nothing of a sentence in a message, that as a note too.

    A verb that records or moves has a form of its own for what it does not understand.
    """
    if is_command(request) or verb in FORMED or not (isinstance(answer, Reply) and answer.unclear):
        return answer
    is_sentence = len(said.rest.split()) >= SENTENCE_MIN
    notes = await as_note(replace(request, utterance=said)) if is_sentence else ()
    return answer.followed_by(actions(*notes)) if notes else answer


async def as_note(request: Request) -> tuple[Block, ...]:
    """The button of the form of a note with every word of the line; none for a word alone, or for readers."""
    t, situation = request.t, request.situation
    if not request.utterance.rest or not (request.may_record or situation.choices):
        return ()
    line = f"{Verb.NOTE.name_in(t.language)} {request.utterance.whole}"
    if situation.group is not None:
        line = await carried(request, line)
    return (fill(t("button-as-note"), line),) if fits(line) else ()
