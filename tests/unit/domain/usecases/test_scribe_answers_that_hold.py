"""What is answered in a meeting's thread of a record is so when it is said, whatever was done to it since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.delivery import WORDED_ANEW, DeliveryKind
from domain.editing import Correction
from domain.item import WITHDRAWN
from domain.people import Role
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.answering import Declined, ScribeReply, Unread, scribe_reply
from domain.usecases.assigning import Assign, assign
from domain.usecases.editing import Edit, edit
from domain.usecases.moving import Move, move
from domain.usecases.scribbling import Misread
from domain.usecases.scribe_answers import refuse
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.gathering import deliveries
from tests.unit.domain.usecases.stage import NOW, Stage
from tests.unit.domain.usecases.thread import line, message, opened, read

N1, A1 = Reference(Series.NOTE, 1), Reference(Series.ACTION, 1)
R1 = Reference(Series.RECOMMENDATION, 1)
DUE = NOW.date() + timedelta(days=30)
ACTION, RECOMMENDED = RecordKind.ACTION, RecordKind.RECOMMENDATION
LATER = "300.000001"


@pytest.fixture
def thread() -> Stage:
    return opened()


def gives(stage: Stage, **facts: object) -> None:
    command = Assign(origin=stage.origin(CHAIR), group=1, reference=A1, **facts)  # type: ignore[arg-type]  # any of its fields
    assign(command, stage.uow, NOW)


def corrects(stage: Stage, reference: Reference, correction: Correction) -> None:
    command = Edit(origin=stage.origin(CHAIR), group=1, reference=reference, correction=correction)
    edit(command, stage.uow, NOW)


def moves(stage: Stage, reference: Reference, to: str) -> None:
    command = Move(origin=stage.origin(CHAIR), group=1, reference=reference, to=to, reason="because")
    move(command, stage.uow, NOW)


def answer(stage: Stage) -> ScribeReply | None:
    (one,) = deliveries(stage, DeliveryKind.SCRIBE)
    return scribe_reply(one, stage.uow)


def codes(stage: Stage) -> list[str]:
    told = answer(stage)
    found = () if told is None else told.problems
    return [one.code if isinstance(one, Unread) else one.refusal.code.value for one in found]


def owned_by_lead(stage: Stage) -> None:
    """A-1 has an owner and a day of which its corrected line says nothing."""
    read(stage, message(line("Call", ACTION, owner=LEAD, due_on=DUE)))
    read(stage, message(line("Call them", ACTION), edited=LATER))


def test_what_stays_is_said_while_it_stays(thread: Stage) -> None:
    owned_by_lead(thread)
    assert codes(thread) == ["scribed-owner", "scribed-due"]
    corrects(thread, A1, Correction(text="Call them all"))
    assert codes(thread) == ["scribed-owner", "scribed-due"]


def test_of_what_somebody_has_given_another_owner_nobody_is_told_that_it_keeps_its_own(thread: Stage) -> None:
    owned_by_lead(thread)
    gives(thread, owner=CHAIR)
    assert codes(thread) == ["scribed-due"]
    gives(thread, due_on=DUE + timedelta(days=1))
    assert codes(thread) == []
    assert answer(thread) is None


def test_of_what_is_in_another_theme_nobody_is_told_that_it_keeps_its_own(thread: Stage) -> None:
    read(thread, message(line("Jobs", theme="talent")))
    read(thread, message(line("More jobs"), edited=LATER))
    corrects(thread, N1, Correction(text="Better jobs"))
    assert codes(thread) == ["scribed-theme"]
    corrects(thread, N1, Correction(theme="charging"))
    assert codes(thread) == []


def test_of_what_was_taken_back_nobody_is_told_that_it_stays(thread: Stage) -> None:
    owned_by_lead(thread)
    moves(thread, A1, WITHDRAWN)
    assert codes(thread) == []


def test_a_line_that_could_not_correct_its_record_is_not_told_of_once_somebody_has(thread: Stage) -> None:
    wrong = Misread(mark="x", kind=RecordKind.NOTE, code="theme-unknown", word="enrgy")
    read(thread, message(line("one"), line("two")))
    read(thread, message(wrong, line("two"), edited=LATER))
    assert codes(thread) == ["theme-unknown"]
    corrects(thread, Reference(Series.NOTE, 2), Correction(text="Another one"))
    assert codes(thread) == ["theme-unknown"]
    corrects(thread, N1, Correction(theme="talent"))
    assert codes(thread) == []


def test_how_far_it_has_gone_is_told_as_it_is_now(thread: Stage) -> None:
    read(thread, message(line("Tariffs", RECOMMENDED)))
    moves(thread, R1, "under_review")
    read(thread, message(line("Night tariffs", RECOMMENDED), edited=LATER))
    assert codes(thread) == ["scribed-moved-on"]
    undo(Undo(origin=thread.origin(CHAIR), group=1, reference=R1), thread.uow, NOW)
    assert codes(thread) == []
    moves(thread, R1, "under_review")
    moves(thread, R1, "not_implemented")
    told = answer(thread)
    assert told is not None
    (problem,) = told.problems
    assert isinstance(problem, Declined)
    assert problem.refusal.facts["status"] == "not_implemented"


def test_of_several_records_those_are_told_that_stay(thread: Stage) -> None:
    read(thread, message(line("one"), line("two")))
    member = thread.record.members.get(MEMBER)
    assert member is not None
    thread.record.members.save(replace(member, role=Role.OBSERVER))
    gone = message(edited=LATER)
    kept = Refusal(RefusalCode.SCRIBED_KEPT, references="N-1, N-2", reference="N-1")
    refuse(gone, 1, kept, thread.uow, NOW)
    moves(thread, N1, WITHDRAWN)
    told = answer(thread)
    assert told is not None
    (problem,) = told.problems
    assert isinstance(problem, Declined)
    assert dict(problem.refusal.facts) == {"references": "N-2", "reference": "N-2"}


def test_an_answer_of_an_earlier_release_is_told_of_what_is_there(thread: Stage) -> None:
    owned_by_lead(thread)
    (one,) = deliveries(thread, DeliveryKind.SCRIBE)
    facts = {name: fact for name, fact in one.facts.items() if name != "through"}
    gives(thread, owner=CHAIR)
    told = scribe_reply(replace(one, facts=facts), thread.uow)
    assert told is not None
    assert len(told.problems) == 2


def test_it_is_asked_anew_at_each_sending() -> None:
    assert DeliveryKind.SCRIBE in WORDED_ANEW
