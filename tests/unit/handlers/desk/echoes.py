"""Listeners that say what they were asked, and what an answer to the person alone says."""

from __future__ import annotations

from dataclasses import replace

from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import told
from handlers.desk.features import Features, VerbListener
from handlers.desk.request import Request
from handlers.feature_table import FEATURES
from handlers.grammar.verbs import Verb


def said(answer: Reply | None) -> str:
    assert isinstance(answer, Reply)
    assert not answer.in_channel
    return answer.message.text


def raising(error: Exception) -> VerbListener:
    async def listen(_request: Request) -> Answer:
        raise error

    return listen


def only(listener: VerbListener) -> Features:
    """Every verb has the same listener."""
    return replace(FEATURES, verbs=dict.fromkeys(Verb, listener), again=listener)


async def echo(request: Request) -> Answer:
    spoken = request.spoken.value if request.spoken else "-"
    number = request.situation.group.id if request.situation.group else None
    return told(f"{request.verb.value} {spoken} {request.t.language.value} {number} {request.utterance.rest}")
