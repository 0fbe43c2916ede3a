"""The answer to a greeting and to thanks: a word back, and what one can do here."""

from __future__ import annotations

from handlers.desk.answer import Reply
from handlers.desk.request import Request
from handlers.desk.whole_lines import as_note, is_command
from handlers.grammar.command import Utterance
from handlers.grammar.courtesies import Courtesy, read_courtesy
from handlers.grammar.verbs import VerbFound, find_verb
from handlers.parts.blocks import Block, actions, section
from handlers.parts.message import Message
from handlers.parts.next_steps import say


async def courteous(request: Request) -> Reply | None:
    """The answer to a line that is nothing but a courtesy; None for any other.

    Behind a command the beginning of a verb alone is that verb, `hi` too; in a message nobody abbreviates so.
    """
    utterance = request.utterance
    said = read_courtesy(f"{utterance.word} {utterance.rest}")
    if said is None or (is_command(request) and _abbreviates(utterance)):
        return None
    text = request.t(f"courtesy-{said.courtesy.value}", command=request.command)
    buttons = [say(request.t("button-help"), "help")]
    if said.courtesy is Courtesy.GREETING:
        buttons = [*_first_steps(request), *buttons]
    if not said.whole:
        buttons = [*await as_note(request), *buttons]
    return Reply(Message(text, (section(text), actions(*buttons))))


def _abbreviates(utterance: Utterance) -> bool:
    return not utterance.rest and isinstance(find_verb(utterance.word), VerbFound)


def _first_steps(request: Request) -> list[Block]:
    """What most people begin with where they are."""
    t, situation = request.t, request.situation
    if situation.group is None and not situation.choices:
        return [say(t("button-setup"), "setup")] if situation.may_set_up else []
    reads = [say(t("button-status"), "status")]
    if situation.member is not None or situation.choices:
        return [*reads, say(t("button-mine"), "mine")]
    is_reader = situation.profile is None or situation.profile.reads_only
    return reads if is_reader else [*reads, say(t("button-join"), "join")]
