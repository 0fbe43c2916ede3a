"""Who is told what `undo` took back: by name, and where it was recorded."""

from __future__ import annotations

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind
from domain.usecases.replying import told_by
from handlers.overview.reply_views import told_message
from handlers.words.slack_text import person
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, MEMBER, WORKSPACE
from tests.unit.handlers.desk.house import DIRECT, House
from tests.unit.handlers.items.test_undoing import alone, shown, statuses, typed
from tests.unit.handlers.material import EN, WORDS

OTHER, FOREIGN = "C0002", "C0003"


def replies(house: House) -> list[Delivery]:
    found = house.store.uow.outbox.deliveries.values()
    return [each for each in found if each.kind is DeliveryKind.REPLY]


def bind(house: House, channel: str, group: int = 1) -> None:
    house.store.uow.workspace(WORKSPACE).channels.bind(Binding(channel, group))


async def test_who_is_no_longer_marked_as_present_is_named(house: House) -> None:
    router = house.router()
    await router.command(typed("meeting schedule friday 10:00; Charging", CHAIR))
    await router.command(typed("meeting start M-1", CHAIR))
    await router.command(typed(f"meeting here {person(LEAD)[:-1]}|{LEAD}>", CHAIR))
    taken = shown(await router.command(typed("undo", CHAIR)))
    assert taken.text == f"*M-1* no longer has {LEAD} marked as present: Charging"


@pytest.mark.parametrize("elsewhere", [DIRECT, OTHER])
@pytest.mark.parametrize("line", ["undo", "undo N-1"])
async def test_the_channel_where_it_was_recorded_is_told_of_what_is_taken_back_elsewhere(
    elsewhere: str, line: str, house: House
) -> None:
    bind(house, OTHER)
    router = house.router()
    await router.command(typed("note One"))
    taken = alone(await router.command(typed(line, channel=elsewhere)))
    (reply,) = replies(house)
    told = told_by(reply, house.store.uow)
    assert told is not None
    assert reply.channel == CHANNEL
    ts, is_signed = [WORDS.for_language(EN)], bool(reply.facts["signed"])
    assert told_message(ts, told, MEMBER, is_signed=is_signed).text == (
        f"{taken}\nAt the request of {MEMBER}"
    )
    assert statuses(house) == ["withdrawn"]


@pytest.mark.parametrize(
    ("before", "line", "told_first"),
    [
        (("obstacle Grid", "move O-1 confirmed"), "undo O-1", "*O-1* is back to identified: Grid"),
        (("recommend Trams", "support R-1"), "undo R-1", "*R-1* "),
        (("action Call", "done A-1"), "undo A-1", "*A-1* is back to open: Call"),
        (
            ("obstacle Grid", "edit O-1 theme:talent; Roads"),
            "undo O-1",
            "*O-1* correction taken back (text, theme: no theme → Talent): Grid",
        ),
    ],
)
async def test_the_channel_of_a_record_is_told_of_any_write_that_is_taken_back_elsewhere(
    before: tuple[str, ...], line: str, told_first: str, house: House
) -> None:
    router = house.router()
    for said in before:
        await router.command(typed(said, CHAIR))
    taken = alone(await router.command(typed(line, CHAIR, channel=DIRECT)))
    (reply,) = replies(house)
    told = told_by(reply, house.store.uow)
    assert told is not None
    assert reply.channel == CHANNEL
    lines = told_message([WORDS.for_language(EN)], told, CHAIR, is_signed=True).text.splitlines()
    assert lines == [taken, f"At the request of {CHAIR}"]
    assert taken.startswith(told_first)


async def test_it_is_told_once_when_the_interaction_comes_twice(house: House) -> None:
    router = house.router()
    await router.command(typed("note One"))
    for _ in range(2):
        await router.command(typed("undo", channel=DIRECT))
    assert len(replies(house)) == 1


@pytest.mark.parametrize("said", [DIRECT, CHANNEL])
async def test_nobody_else_is_told_of_what_was_said_here_or_between_two(said: str, house: House) -> None:
    router = house.router()
    await router.command(typed("note Between us", channel=said))
    await router.command(typed("undo", channel=said))
    assert not replies(house)


async def test_a_channel_that_went_to_another_group_is_told_nothing(house: House) -> None:
    router = house.router()
    await router.command(typed("note One"))
    bind(house, CHANNEL, 2)
    await router.command(typed("undo", channel=DIRECT))
    assert statuses(house) == ["withdrawn"]
    assert not replies(house)
