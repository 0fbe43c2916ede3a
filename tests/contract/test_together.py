"""Recordings that share a transaction: each answered as if it were alone, whatever happens to another."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from domain.channel import Binding
from domain.group import Sector
from domain.language import Language
from domain.meeting import MeetingStatus
from domain.people import Member, Person, Role
from domain.ports import Ahead, Store, UnitOfWork
from domain.receipt import Receipt
from domain.reference import RecordKind, Reference
from domain.refusal import Refusal, RefusalCode
from domain.register import Filter
from domain.search import Query, Word
from domain.usecases.evidence import EvidenceSubmission, record_evidence
from domain.usecases.origin import Origin
from domain.usecases.recording import (
    ActionSubmission,
    AlreadyThere,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    Recorded,
    Submission,
    ahead_of,
    record_action,
    record_note,
    record_obstacle,
    record_recommendation,
)
from storage.bulk import RowsError
from storage.session import Pending, Session
from tests.contract.desk import Desk, found
from tests.contract.samples import CHAIR, CHANNEL, LEAD, NOW, PROFILE, WORKSPACE, add_meeting, names

PEOPLE = tuple(f"U0{number:02d}" for number in range(12))
RECORD = {
    NoteSubmission: (record_note, RecordKind.NOTE),
    ObstacleSubmission: (record_obstacle, RecordKind.OBSTACLE),
    RecommendationSubmission: (record_recommendation, RecordKind.RECOMMENDATION),
    ActionSubmission: (record_action, RecordKind.ACTION),
    EvidenceSubmission: (record_evidence, RecordKind.EVIDENCE),
}


@dataclass(frozen=True, slots=True)
class Errand:
    """A job with what it says that it will ask."""

    job: Callable[[UnitOfWork], object]
    ahead: Ahead


def submitted(submission: Submission, at: object = NOW) -> Errand:
    record, kind = RECORD[type(submission)]
    return Errand(lambda uow: record(submission, uow, at), ahead_of(submission, kind, at))


def said(
    desk: Desk,
    user: str,
    text: str = "text",
    *,
    key: str | None = None,
    channel: str | None = None,
    kind: type[Submission] = NoteSubmission,
    **more: object,
) -> Submission:
    origin = Origin(person=Person(WORKSPACE, user), channel=channel, key=key or f"{desk.group}:{user}:{text}")
    return kind(origin=origin, group=desk.group, text=text, language=Language.SPANISH, **more)


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


def references(outcomes: Sequence[object]) -> list[str]:
    assert all(isinstance(outcome, Recorded) for outcome in outcomes), outcomes
    return [str(outcome.item.reference) for outcome in outcomes if isinstance(outcome, Recorded)]


@pytest.fixture
async def desk(durable: Store) -> Desk:
    return await peopled(durable)


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


async def test_numbers_history_tally_and_search_are_those_of_one_after_the_other(desk: Desk) -> None:
    other = await peopled(desk.store)
    kinds = (NoteSubmission, ObstacleSubmission, RecommendationSubmission)
    errands = [
        submitted(said(where, user, f"word{number} shared", kind=kinds[number % 3]))
        for number, user in enumerate(PEOPLE)
        for where in (desk if number % 2 else other,)
    ]
    given = references(await together(desk.store, *errands))
    assert given[::2] == ["N-1", "R-1", "O-1", "N-2", "R-2", "O-2"]
    assert given[1::2] == ["O-1", "N-1", "R-1", "O-2", "N-2", "R-2"]
    for where in (desk, other):
        history = await where.read(lambda record: record.changes.between(0, 99, 99))
        assert [change.number for change in history] == list(range(1, 7))
        tally = await where.read(lambda record: record.register.tally())
        assert sorted(count.items for count in tally.counts.values()) == [2, 2, 2]
        query = Query((Word("shared"),))
        hits = await where.read(
            lambda record, query=query: record.search.find(query, Filter(), before=None, limit=20)
        )
        assert len(hits.hits) == 6


async def test_a_replay_among_them_gets_the_first_answer(desk: Desk) -> None:
    once = submitted(said(desk, PEOPLE[0], key="trigger"))
    first, again, other = await together(desk.store, once, once, submitted(said(desk, PEOPLE[1])))
    assert references([first, again, other]) == ["N-1", "N-1", "N-2"]
    assert (first.repeated, again.repeated) == (False, True)
    (later,) = await together(desk.store, once)
    assert (later.repeated, str(later.item.reference)) == (True, "N-1")


async def test_the_same_words_are_noticed_among_them_and_behind_them(desk: Desk) -> None:
    def say(key: str, *, again: bool = False) -> Errand:
        return submitted(said(desk, PEOPLE[0], "same", key=key, again=again))

    outcomes = await together(desk.store, say("1"), say("2"), submitted(said(desk, PEOPLE[1], "same")))
    assert [type(outcome) for outcome in outcomes] == [Recorded, AlreadyThere, Recorded]
    (later,) = await together(desk.store, say("3"))
    assert isinstance(later, AlreadyThere)
    (wanted,) = await together(desk.store, say("4", again=True))
    assert references([wanted]) == ["N-3"]
    after = submitted(said(desk, PEOPLE[0], "same", key="5"), NOW + timedelta(minutes=11))
    assert references(await together(desk.store, after)) == ["N-4"]


async def test_one_that_is_refused_leaves_no_gap(desk: Desk) -> None:
    stranger = submitted(said(desk, "U0NOBODY"))
    empty = submitted(said(desk, PEOPLE[1], " "))
    first, unknown, refused, last = await together(
        desk.store, submitted(said(desk, PEOPLE[0])), stranger, empty, submitted(said(desk, PEOPLE[2]))
    )
    assert references([first, last]) == ["N-1", "N-2"]
    assert isinstance(unknown, Refusal)
    assert unknown.code is RefusalCode.PERSON_UNKNOWN
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.TEXT_EMPTY


async def test_one_that_fails_after_it_added_leaves_nothing(desk: Desk) -> None:
    def fail(uow: UnitOfWork) -> None:
        record_note(said(desk, PEOPLE[1], "lost"), uow, NOW)
        raise LookupError("a bug")

    first, failed, last = await together(
        desk.store,
        submitted(said(desk, PEOPLE[0])),
        doing(desk, PEOPLE[1], fail),
        submitted(said(desk, PEOPLE[2])),
    )
    assert references([first, last]) == ["N-1", "N-2"]
    assert isinstance(failed, LookupError)
    history = await desk.read(lambda record: record.changes.between(0, 99, 99))
    assert [change.number for change in history] == [1, 2]


async def test_one_that_writes_otherwise_and_fails_leaves_nothing_either(desk: Desk) -> None:
    def rename(uow: UnitOfWork) -> None:
        record = desk.record(uow)
        record_note(said(desk, PEOPLE[1], "lost"), uow, NOW)
        record.save_group(replace(record.group, names=names("Lost", "Perdido")))
        raise LookupError("a bug")

    first, failed, last = await together(
        desk.store,
        submitted(said(desk, PEOPLE[0])),
        doing(desk, PEOPLE[1], rename),
        submitted(said(desk, PEOPLE[2])),
    )
    assert references([first, last]) == ["N-1", "N-2"]
    assert isinstance(failed, LookupError)
    assert await desk.read(lambda record: record.group.names) != names("Lost", "Perdido")
    assert await desk.write(lambda record: record.group.names) != names("Lost", "Perdido")


async def test_what_one_writes_otherwise_is_seen_by_the_next(desk: Desk) -> None:
    def demote(uow: UnitOfWork) -> None:
        members = desk.record(uow).members
        member = members.get(PEOPLE[2])
        assert member is not None
        members.save(replace(member, role=Role.OBSERVER))

    first, demoted, refused = await together(
        desk.store,
        submitted(said(desk, PEOPLE[0])),
        doing(desk, PEOPLE[1], demote),
        submitted(said(desk, PEOPLE[2])),
    )
    assert references([first]) == ["N-1"]
    assert demoted is None
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.OBSERVER_READS_ONLY


async def test_what_one_asks_besides_sees_what_the_others_added(desk: Desk) -> None:
    answering = said(
        desk,
        PEOPLE[1],
        "an answer",
        kind=RecommendationSubmission,
        answers=(Reference.parse("O-1"),),
    )
    outcomes = await together(
        desk.store,
        submitted(said(desk, PEOPLE[0], kind=ObstacleSubmission)),
        submitted(answering),
        submitted(said(desk, PEOPLE[2])),
    )
    assert references(outcomes) == ["O-1", "R-1", "N-1"]
    obstacle = await desk.read(lambda record: record.obstacles.get(1))
    assert obstacle is not None
    assert obstacle.answered_by == (1,)


async def test_every_kind_is_recorded_among_them_with_all_that_belongs_to_it(desk: Desk) -> None:
    source = "https://example.org/archives/C0001/p1"
    address = "https://example.org/study"
    outcomes = await together(
        desk.store,
        submitted(said(desk, PEOPLE[0], kind=ActionSubmission, source=source)),
        submitted(said(desk, PEOPLE[1], kind=EvidenceSubmission, source=source, address=address)),
        submitted(said(desk, PEOPLE[2], kind=RecommendationSubmission, source=source)),
        submitted(said(desk, PEOPLE[3], kind=EvidenceSubmission, address=address)),
        submitted(said(desk, PEOPLE[4], kind=ActionSubmission)),
    )
    there = outcomes.pop(3)
    assert isinstance(there, AlreadyThere)
    assert str(there.item.reference) == "E-1"
    assert references(outcomes) == ["A-1", "E-1", "R-1", "A-2"]
    for outcome in outcomes:
        item = outcome.item
        stored = await desk.read(
            lambda record, item=item: record.items(item.reference.series).get(item.number)
        )
        assert stored == item
        assert (stored.source, stored.edition) == (None if item.owner == PEOPLE[4] else source, 1)


async def test_what_they_record_in_an_open_meeting_is_of_that_meeting_and_written_together(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin(uow: UnitOfWork) -> None:
        opened = {"status": MeetingStatus.OPEN, "opener": CHAIR, "opened_at": NOW, "opened_in": 1}
        add_meeting(desk.record(uow), channel=CHANNEL, **opened)
        uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, desk.group, meeting=1))

    await desk.store.write(begin)
    writes: list[Pending] = []
    write = Session._write

    def counted(session: Session, pending: Pending) -> None:
        writes.extend([pending] if pending else [])
        write(session, pending)

    monkeypatch.setattr(Session, "_write", counted)
    outcomes = await together(
        desk.store,
        *(submitted(said(desk, user, channel=CHANNEL)) for user in PEOPLE[:4]),
        submitted(said(desk, PEOPLE[4])),
    )
    assert references(outcomes) == ["N-1", "N-2", "N-3", "N-4", "N-5"]
    assert len(writes) == 1
    stored = [await desk.read(lambda record, at=at: record.notes.get(at)) for at in range(1, 6)]
    assert [note.meeting for note in stored if note is not None] == [1, 1, 1, 1, None]


async def test_a_channel_that_moved_meanwhile_is_not_theirs_any_more(desk: Desk) -> None:
    other = await peopled(desk.store)
    await desk.store.write(
        lambda uow: uow.workspace(WORKSPACE).channels.bind(Binding("C1", other.group, None))
    )
    kept, moved = await together(
        desk.store,
        submitted(said(other, PEOPLE[0], channel="C1")),
        submitted(said(desk, PEOPLE[1], channel="C1")),
    )
    assert references([kept]) == ["N-1"]
    assert isinstance(moved, Refusal)
    assert moved.code is RefusalCode.CHANNEL_MOVED


async def test_a_group_that_is_not_there_is_refused_to_who_asked_for_it(desk: Desk) -> None:
    nowhere = Desk(desk.store, desk.group + 50)
    refused, kept = await together(
        desk.store, submitted(said(nowhere, PEOPLE[0])), submitted(said(desk, PEOPLE[1]))
    )
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.CHANNEL_NEEDS_GROUP
    assert references([kept]) == ["N-1"]


async def test_what_the_database_refuses_to_one_is_not_refused_to_the_others(desk: Desk) -> None:
    def twice(uow: UnitOfWork) -> None:
        for _ in range(2):
            uow.workspace(WORKSPACE).people.get(PEOPLE[1])
            desk.record(uow).members.add(
                Member(
                    user="U0NEW", role=Role.MEMBER, sector=Sector.INDUSTRY, country="MX", organisation="P"
                ),
                NOW,
            )

    def receipted(uow: UnitOfWork) -> None:
        for _ in range(2):
            uow.workspace(WORKSPACE).receipts.add("twice", Receipt("N-1"), NOW)

    def with_nul(uow: UnitOfWork) -> None:
        uow.workspace(WORKSPACE).receipts.add("nul\0", Receipt("N-1"), NOW)

    def with_half_a_character(uow: UnitOfWork) -> None:
        uow.workspace(WORKSPACE).receipts.add("half \ud83d", Receipt("N-1"), NOW)

    unfit = (with_nul, with_half_a_character)
    for job in (twice, receipted, *unfit):
        before = await desk.read(lambda record: record.changes.last_number)
        first, refused, last = await together(
            desk.store,
            submitted(said(desk, PEOPLE[0], f"first {before}")),
            doing(desk, PEOPLE[1], job),
            submitted(said(desk, PEOPLE[2], f"last {before}")),
        )
        assert {*references([first, last])} == {f"N-{before + 1}", f"N-{before + 2}"}
        assert isinstance(refused, Exception)
        assert isinstance(refused, RowsError) == (job in unfit)
    assert await desk.read(lambda record: record.members.get("U0NEW")) is None
