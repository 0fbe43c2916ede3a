"""Which group is meant, answered with two groups at the same moment: on every store one of them counts."""

from __future__ import annotations

import asyncio

import pytest

from domain.address import web_address
from domain.item import WITHDRAWN
from domain.language import Language
from domain.people import Person
from domain.ports import Store, UnitOfWork
from domain.receipt import Receipt
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.choosing import spend
from domain.usecases.evidence import EvidenceSubmission, record_evidence
from domain.usecases.moving import Move, move
from domain.usecases.origin import Origin
from domain.usecases.recording import NoteSubmission, Recorded, record_note
from domain.usecases.undoing import Undo, undo
from tests.contract.samples import NOW
from tests.fakes.scene import MEMBER, WORKSPACE, found

PERSON = Person(WORKSPACE, MEMBER)
E1 = Reference(Series.EVIDENCE, 1)


async def groups(store: Store) -> list[int]:
    """Two groups of the same person."""
    return [
        await store.write(lambda uow, channel=channel: found(uow, channel=channel).group.id)  # type: ignore[misc]  # the loop's own
        for channel in ("C0001", "C0002")
    ]


async def test_of_two_answers_at_one_moment_one_is_done(store: Store) -> None:
    numbers = await groups(store)
    codes: list[RefusalCode] = []

    async def answer(group: int) -> bool:
        said = NoteSubmission(
            origin=Origin(person=PERSON, channel=None, key="choose:1"),
            group=group,
            text="text",
            language=Language.ENGLISH,
        )

        def job(uow: UnitOfWork) -> bool:
            spend("question:1", PERSON, group, uow, NOW)
            return isinstance(record_note(said, uow, NOW), Recorded)

        try:
            return await store.write(job)
        except Refusal as refusal:
            codes.append(refusal.code)
            return False

    done = await asyncio.gather(*map(answer, numbers))

    def kept(uow: UnitOfWork) -> list[bool]:
        workspace = uow.workspace(WORKSPACE)
        return [workspace.group(number).notes.get(1) is not None for number in numbers]

    assert sorted(done) == [False, True]
    assert codes == [RefusalCode.QUESTION_ANSWERED]
    assert await store.read(kept) == done
    receipt = await store.read(lambda uow: uow.workspace(WORKSPACE).receipts.find("question:1"))
    assert receipt == Receipt(str(numbers[done.index(True)]))
    assert await answer(numbers[done.index(True)])


async def test_evidence_comes_back_unless_its_address_was_recorded_since(store: Store) -> None:
    (group, _), keys = await groups(store), iter("abcdefgh")

    def origin() -> Origin:
        return Origin(person=PERSON, channel="C0001", key=next(keys))

    def cited() -> EvidenceSubmission:
        return EvidenceSubmission(
            origin=origin(),
            group=group,
            text="Map",
            language=Language.ENGLISH,
            address=web_address("https://example.org/map"),
        )

    first, second = cited(), cited()
    away = Move(origin=origin(), group=group, reference=E1, to=WITHDRAWN)
    back = Undo(origin=origin(), group=group, reference=E1)
    await store.write(lambda uow: record_evidence(first, uow, NOW))
    await store.write(lambda uow: move(away, uow, NOW))
    await store.write(lambda uow: record_evidence(second, uow, NOW))
    with pytest.raises(Refusal) as caught:
        await store.write(lambda uow: undo(back, uow, NOW))
    assert (caught.value.code, caught.value.facts["by"]) == (RefusalCode.UNDO_ADDRESS_THERE, "E-2")
    held = await store.read(lambda uow: uow.workspace(WORKSPACE).group(group).evidence.get(1))
    assert held is not None
    assert held.status == WITHDRAWN
