"""A meeting's thread: its messages, read as the listener does it, and what came of them."""

from __future__ import annotations

from dataclasses import replace

from domain.channel import Binding
from domain.item import Item
from domain.language import Language
from domain.people import Person
from domain.reference import RecordKind
from domain.usecases.scribbling import Line, Scribble, ScribedMessage
from domain.usecases.scribing import scribe
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import meeting, started
from tests.unit.domain.usecases.stage import NOW, Stage

THREAD = "100.000001"


def opened() -> Stage:
    """M-1 is open about charging; its line stands in the channel."""
    stage = Stage()
    stage.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1, "charging"))
    started(stage)
    stage.record.meetings.save(replace(meeting(stage), thread=THREAD))
    return stage


def line(text: str, kind: RecordKind = RecordKind.NOTE, **facts: object) -> Scribble:
    return Scribble(mark=f"{kind}:{text}", kind=kind, text=text, language=Language.ENGLISH, **facts)  # type: ignore[arg-type]  # any field


def message(*lines: Line, user: str = MEMBER, edited: str = "", ts: str = "200.000001") -> ScribedMessage:
    return ScribedMessage(
        person=Person(WORKSPACE, user), channel=CHANNEL, thread=THREAD, ts=ts, edited=edited, lines=lines
    )


def read(stage: Stage, written: ScribedMessage) -> tuple[Item, ...]:
    """As the listener does it."""
    return scribe(written, 1, stage.uow, NOW)


def texts(stage: Stage) -> dict[str, tuple[str, str]]:
    found = [item for item in stage.record.register.all() if item.meeting is not None]
    return {str(item.reference): (item.text.original, item.status) for item in found}
