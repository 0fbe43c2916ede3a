"""Recordings that share a transaction: a group of many, and what they write at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from domain.group import Sector
from domain.language import Language
from domain.people import Member, Person, Role
from domain.ports import Ahead, Store, UnitOfWork
from domain.reference import RecordKind
from domain.usecases.evidence import EvidenceSubmission, record_evidence
from domain.usecases.origin import Origin
from domain.usecases.recording import (
    ActionSubmission,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    Recorded,
    RecordOutcome,
    Submission,
    ahead_of,
    record_action,
    record_note,
    record_obstacle,
    record_recommendation,
)
from tests.contract.desk import Desk, found
from tests.contract.samples import CHAIR, LEAD, NOW, PROFILE, WORKSPACE

PEOPLE = tuple(f"U0{number:02d}" for number in range(12))
Made_co = TypeVar("Made_co", bound=Submission, covariant=True)


class Maker(Protocol[Made_co]):
    """What makes a submission of what all of them have."""

    def __call__(
        self, *, origin: Origin, group: int, text: str, language: Language, source: str | None
    ) -> Made_co: ...


@dataclass(frozen=True, slots=True)
class Errand:
    """A job with what it says that it will ask."""

    job: Callable[[UnitOfWork], object]
    ahead: Ahead


def submitted(submission: Submission, at: datetime = NOW) -> Errand:
    kind, job = _recording(submission, at)
    return Errand(job, ahead_of(submission, kind, at))


def _recording(
    submission: Submission, at: datetime
) -> tuple[RecordKind, Callable[[UnitOfWork], RecordOutcome]]:
    match submission:
        case NoteSubmission():
            return RecordKind.NOTE, partial(record_note, submission, now=at)
        case ObstacleSubmission():
            return RecordKind.OBSTACLE, partial(record_obstacle, submission, now=at)
        case RecommendationSubmission():
            return RecordKind.RECOMMENDATION, partial(record_recommendation, submission, now=at)
        case ActionSubmission():
            return RecordKind.ACTION, partial(record_action, submission, now=at)
        case EvidenceSubmission():
            return RecordKind.EVIDENCE, partial(record_evidence, submission, now=at)
    raise TypeError(type(submission))


def said(
    desk: Desk,
    user: str,
    text: str = "text",
    *,
    key: str | None = None,
    channel: str | None = None,
    again: bool = False,
) -> NoteSubmission:
    origin = Origin(person=Person(WORKSPACE, user), channel=channel, key=key or f"{desk.group}:{user}:{text}")
    return NoteSubmission(origin=origin, group=desk.group, text=text, language=Language.SPANISH, again=again)


def said_as(
    make: Maker[Made_co], desk: Desk, user: str, text: str = "text", *, source: str | None = None
) -> Made_co:
    """As `said`, of another kind than a note."""
    plain = said(desk, user, text)
    return make(origin=plain.origin, group=plain.group, text=text, language=plain.language, source=source)


def doing(desk: Desk, user: str, job: Callable[[UnitOfWork], object]) -> Errand:
    """Any job under the flag of a note."""
    return Errand(job, submitted(said(desk, user)).ahead)


async def together(store: Store, *errands: Errand) -> list[object]:
    """What each came to. All are taken at once: they gather while another one holds the thread."""
    busy, go_on = threading.Event(), threading.Event()

    def hold(_: UnitOfWork) -> None:
        busy.set()
        assert go_on.wait(10)

    holding = asyncio.create_task(store.write(hold, replace(errands[0].ahead, key="hold")))
    await asyncio.to_thread(busy.wait, 10)
    writes = [asyncio.create_task(store.write(errand.job, errand.ahead)) for errand in errands]
    await asyncio.sleep(0)
    go_on.set()
    await holding
    return await asyncio.gather(*writes, return_exceptions=True)


def recorded(outcomes: Sequence[object]) -> list[Recorded]:
    """The outcomes, each of which is that something was recorded."""
    found = [outcome for outcome in outcomes if isinstance(outcome, Recorded)]
    assert found == list(outcomes)
    return found


def references(outcomes: Sequence[object]) -> list[str]:
    return [str(outcome.item.reference) for outcome in recorded(outcomes)]


async def peopled(store: Store) -> Desk:
    """A group of everybody, and none of its members is known to be anything but a member."""
    desk = await found(store)

    def join(uow: UnitOfWork) -> None:
        record = desk.record(uow)
        for user in (*PEOPLE, CHAIR, LEAD):
            person = Person(WORKSPACE, user)
            uow.workspace(WORKSPACE).people.save(replace(PROFILE, person=person, is_stranger=False))
            member = Member(
                user=user, role=Role.MEMBER, sector=Sector.INDUSTRY, country="MX", organisation="Plant"
            )
            record.members.add(member, NOW)

    await store.write(join)
    return desk
