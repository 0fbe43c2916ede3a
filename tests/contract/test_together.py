"""Recordings that share a transaction: each answered as if it were alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from domain.channel import Binding
from domain.meeting import MeetingStatus
from domain.people import Role
from domain.ports import Store, UnitOfWork
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.register import Filter
from domain.search import Query, Word
from domain.usecases.evidence import EvidenceSubmission
from domain.usecases.recording import (
    ActionSubmission,
    AlreadyThere,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    Recorded,
    Submission,
)
from storage.session import Pending, Session
from tests.contract.desk import Desk
from tests.contract.samples import CHAIR, CHANNEL, NOW, WORKSPACE, MeetingFacts, add_meeting
from tests.contract.sharing import (
    PEOPLE,
    Errand,
    Maker,
    doing,
    peopled,
    recorded,
    references,
    said,
    said_as,
    submitted,
    together,
)
from tests.jobs import over


@pytest.fixture
async def desk(durable: Store) -> Desk:
    return await peopled(durable)


async def test_numbers_history_tally_and_search_are_those_of_one_after_the_other(desk: Desk) -> None:
    other = await peopled(desk.store)
    kinds: tuple[Maker[Submission], ...] = (NoteSubmission, ObstacleSubmission, RecommendationSubmission)
    errands = [
        submitted(said_as(kinds[number % 3], where, user, f"word{number} shared"))
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
            over(query, lambda record, query: record.search.find(query, Filter(), before=None, limit=20))
        )
        assert len(hits.hits) == 6


async def test_a_replay_among_them_gets_the_first_answer(desk: Desk) -> None:
    once = submitted(said(desk, PEOPLE[0], key="trigger"))
    first, again, other = await together(desk.store, once, once, submitted(said(desk, PEOPLE[1])))
    assert references([first, again, other]) == ["N-1", "N-1", "N-2"]
    assert [outcome.repeated for outcome in recorded([first, again])] == [False, True]
    (later,) = recorded(await together(desk.store, once))
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
    answer = partial(RecommendationSubmission, answers=(Reference.parse("O-1"),))
    answering = said_as(answer, desk, PEOPLE[1], "an answer")
    outcomes = await together(
        desk.store,
        submitted(said_as(ObstacleSubmission, desk, PEOPLE[0])),
        submitted(answering),
        submitted(said(desk, PEOPLE[2])),
    )
    assert references(outcomes) == ["O-1", "R-1", "N-1"]
    obstacle = await desk.read(lambda record: record.obstacles.get(1))
    assert obstacle is not None
    assert obstacle.answered_by == (1,)


async def test_every_kind_is_recorded_among_them_with_all_that_belongs_to_it(desk: Desk) -> None:
    source = "https://example.org/archives/C0001/p1"
    cited = partial(EvidenceSubmission, address="https://example.org/study")
    outcomes = await together(
        desk.store,
        submitted(said_as(ActionSubmission, desk, PEOPLE[0], source=source)),
        submitted(said_as(cited, desk, PEOPLE[1], source=source)),
        submitted(said_as(RecommendationSubmission, desk, PEOPLE[2], source=source)),
        submitted(said_as(cited, desk, PEOPLE[3])),
        submitted(said_as(ActionSubmission, desk, PEOPLE[4])),
    )
    there = outcomes.pop(3)
    assert isinstance(there, AlreadyThere)
    assert str(there.item.reference) == "E-1"
    assert references(outcomes) == ["A-1", "E-1", "R-1", "A-2"]
    for outcome in recorded(outcomes):
        item = outcome.item
        stored = await desk.read(
            over(item, lambda record, item: record.items(item.reference.series).get(item.number))
        )
        assert stored == item
        assert (item.source, item.edition) == (None if item.owner == PEOPLE[4] else source, 1)


async def test_what_they_record_in_an_open_meeting_is_of_that_meeting_and_written_together(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin(uow: UnitOfWork) -> None:
        opened: MeetingFacts = {
            "status": MeetingStatus.OPEN,
            "opener": CHAIR,
            "opened_at": NOW,
            "opened_in": 1,
            "channel": CHANNEL,
        }
        add_meeting(desk.record(uow), **opened)
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
    stored = [await desk.read(over(at, lambda record, at: record.notes.get(at))) for at in range(1, 6)]
    assert [note.meeting for note in stored if note is not None] == [1, 1, 1, 1, None]
