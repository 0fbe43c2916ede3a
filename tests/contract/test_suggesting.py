"""What forms offer while somebody types, and what their writes tell a channel: the same on every store."""

from __future__ import annotations

import pytest

from domain.delivery import DeliveryKind, Lease
from domain.language import Language
from domain.people import Person
from domain.ports import Store, UnitOfWork
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.drafting import keep_line, kept_line
from domain.usecases.origin import Origin
from domain.usecases.recording import NoteSubmission, ObstacleSubmission, record_note, record_obstacle
from domain.usecases.replying import Place, announced, answer, told_by
from domain.usecases.suggesting import Sought, look_at, named_in_form, suggest_items, suggest_members
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, LEAD, MEMBER, WORKSPACE, found

OPEN = Sought(kinds=frozenset({RecordKind.OBSTACLE}), statuses=frozenset({"identified", "confirmed"}))
TEXTS = ("Pocos cargadores en carretera", "Old grid", "Two chargers only")


def origin(user: str = MEMBER, key: str = "k") -> Origin:
    return Origin(person=Person(WORKSPACE, user), channel=CHANNEL, key=key)


@pytest.fixture
async def group(store: Store) -> int:
    """A group with three obstacles and a note from a message."""

    def job(uow: UnitOfWork) -> int:
        number = found(uow).group.id
        for place, text in enumerate(TEXTS):
            submission = ObstacleSubmission(
                origin=origin(key=f"o{place}"), group=number, text=text, language=Language.ENGLISH
            )
            record_obstacle(submission, uow, FOUNDED_AT)
        note = NoteSubmission(
            origin=origin(key="n"),
            group=number,
            text="Chargers again",
            language=Language.ENGLISH,
            source="https://group.slack.com/archives/C0001/p1",
        )
        record_note(note, uow, FOUNDED_AT)
        return number

    return await store.write(job)


@pytest.mark.parametrize(
    ("typed", "references", "numbers"),
    [
        ("", (), [3, 2, 1]),
        ("charg", (), [3]),
        ("CARGA", (), [1]),
        ("old gr", (), [2]),
        ("nothing", (), []),
        ("o-2", (2,), [2]),
        ("2", (2,), [2]),
        ("9", (9,), []),
    ],
)
async def test_items_are_found_by_number_words_and_beginnings(
    store: Store, group: int, typed: str, references: tuple[int, ...], numbers: list[int]
) -> None:
    named = tuple(Reference(Series.OBSTACLE, number) for number in references)
    sought = Sought(kinds=OPEN.kinds, statuses=OPEN.statuses, typed=typed, references=named)
    offered = await store.read(lambda uow: suggest_items(origin(), group, sought, uow, 10))
    assert [item.number for item in offered] == numbers


async def test_where_any_kind_may_be_meant_an_item_of_any_kind_is_named(store: Store, group: int) -> None:
    named = Reference(Series.OBSTACLE, 2)
    sought = Sought(kinds=frozenset(), typed="o-2", references=(named,))
    offered = await store.read(lambda uow: suggest_items(origin(), group, sought, uow, 10))
    assert [item.reference for item in offered] == [named]


async def test_no_more_than_asked_for_is_offered(store: Store, group: int) -> None:
    offered = await store.read(lambda uow: suggest_items(origin(), group, OPEN, uow, 2))
    assert [item.number for item in offered] == [3, 2]


async def test_members_are_found_by_beginnings_of_name_and_organisation(store: Store, group: int) -> None:
    everybody = await store.read(lambda uow: suggest_members(origin(), group, "plant", uow, 10))
    one = await store.read(lambda uow: suggest_members(origin(), group, "u0le pla", uow, 10))
    assert [member.user for member in everybody] == [CHAIR, LEAD, MEMBER]
    assert [member.user for member in one] == [LEAD]


async def test_nobody_else_is_offered_anything(store: Store, group: int) -> None:
    stranger = Origin(person=Person(WORKSPACE, "U0NOBODY"), channel=None, key="k")
    with pytest.raises(Refusal) as refused:
        await store.read(lambda uow: suggest_items(stranger, group, OPEN, uow, 10))
    assert refused.value.code is RefusalCode.PERSON_UNKNOWN


async def test_a_form_reads_the_item_it_is_about_and_names_what_stands_in_it(
    store: Store, group: int
) -> None:
    note = Reference(Series.NOTE, 1)
    item = await store.read(lambda uow: look_at(origin(), group, note, uow))
    nothing = await store.read(lambda uow: look_at(origin(), group, Reference(Series.NOTE, 7), uow))
    items, names = await store.read(
        lambda uow: named_in_form(origin(), group, [note], [LEAD, "U0NOBODY"], uow)
    )
    assert item is not None
    assert item.source == "https://group.slack.com/archives/C0001/p1"
    assert nothing is None
    assert [one.reference for one in items] == [note]
    assert names == {LEAD: LEAD}


PLACE = Place(
    workspace=WORKSPACE, channel=CHANNEL, user=MEMBER, language=Language.ENGLISH, key="message:C0001:1"
)
LEASE = Lease("token")


async def test_what_is_written_is_told_in_the_same_transaction_and_once(store: Store, group: int) -> None:
    note = NoteSubmission(
        origin=origin(key="again"), group=group, text="Said in a thread", language=Language.ENGLISH
    )

    def job(uow: UnitOfWork) -> bool:
        return announced(lambda inner: record_note(note, inner, FOUNDED_AT), group, PLACE, uow, FOUNDED_AT)[1]

    queued = [await store.write(job), await store.write(job)]
    (delivery,) = await store.write(lambda uow: uow.outbox.claim(LEASE, FOUNDED_AT, 10))
    told = await store.read(lambda uow: told_by(delivery, uow))

    assert queued == [True, False]
    assert (delivery.kind, delivery.channel) == (DeliveryKind.REPLY, CHANNEL)
    assert told is not None
    assert (told.item.text.original, told.item.number) == ("Said in a thread", 2)


async def test_what_is_refused_is_not_told(store: Store, group: int) -> None:
    def job(_: UnitOfWork) -> None:
        raise Refusal(RefusalCode.CHAIR_ONLY)

    with pytest.raises(Refusal):
        await store.write(lambda uow: announced(job, group, PLACE, uow, FOUNDED_AT))
    assert await store.read(lambda uow: uow.outbox.waiting()) == 0


async def test_an_answer_is_queued_once_for_a_message(store: Store, group: int) -> None:
    message = {"text": "Nothing of the kind", "blocks": []}
    for _ in range(2):
        await store.write(lambda uow: answer(group, PLACE, message, uow, FOUNDED_AT))
    (delivery,) = await store.write(lambda uow: uow.outbox.claim(LEASE, FOUNDED_AT, 10))
    assert delivery.kind is DeliveryKind.WHISPER
    assert delivery.facts["message"] == message


async def test_a_line_is_kept_for_its_author_alone(store: Store, group: int) -> None:
    number = await store.write(lambda uow: keep_line(origin(), group, "note Long", uow, FOUNDED_AT))
    assert await store.read(lambda uow: kept_line(origin(), group, number, uow)) == "note Long"
    with pytest.raises(Refusal) as refused:
        await store.read(lambda uow: kept_line(origin(LEAD), group, number, uow))
    assert refused.value.code is RefusalCode.DRAFT_GONE
