"""What a command does is told in its channel behind what that is still to be told of the same thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.refusal import Refusal, RefusalCode
from domain.usecases.replying import Place, tell
from domain.usecases.resending import retry
from handlers.desk.answer import Reply
from handlers.grammar.command import parse
from tests.fakes.scene import CHAIR, CHANNEL, WORKSPACE
from tests.unit.domain.usecases.stage import NOW
from tests.unit.handlers.desk.house import DIRECT, House
from tests.unit.handlers.items.test_undoing import typed
from tests.unit.handlers.material import EN

SCHEDULED = "meeting schedule 2027-03-12 10:00; Ports"
MOVED = "meeting move M-1 2027-03-19"


class Room:
    """A group and its channel."""

    def __init__(self, house: House) -> None:
        self.router, self.uow = house.router(), house.store.uow
        self.record = self.uow.workspace(WORKSPACE).group(1)

    async def says(self, line: str, channel: str = CHANNEL, key: str | None = None) -> Reply:
        made = typed(line, CHAIR, channel)
        interaction = replace(made.interaction, key=key or f"command:{channel}:{line}")
        answer = await self.router.command(replace(made, interaction=interaction))
        assert isinstance(answer, Reply)
        return answer

    @property
    def told(self) -> list[Delivery]:
        """What the outbox tells the channel, the oldest first."""
        found = self.uow.outbox.deliveries.values()
        return [one for one in found if one.kind is DeliveryKind.REPLY and one.channel == CHANNEL]

    def settle(self, state: DeliveryState) -> None:
        """What was queued comes to this end."""
        for one in self.told:
            self.uow.outbox.deliveries[one.id] = replace(one, state=state)

    def tell_last(self) -> None:
        """What was done last was done in a message, and is still to be told."""
        last = self.record.changes.last_number
        place = Place(workspace=WORKSPACE, channel=CHANNEL, user=CHAIR, language=EN, key="mention")
        tell(1, place, self.record.changes.between(last - 1, last, 9), self.uow)


@pytest.fixture
def room(house: House) -> Room:
    return Room(house)


@pytest.mark.parametrize("line", ["meeting move M-1 2027-03-26", "edit M-1 Trams", "meeting cancel M-1"])
async def test_what_a_command_does_to_a_meeting_follows_what_is_still_to_be_told_of_it(
    room: Room, line: str
) -> None:
    await room.says(SCHEDULED)
    await room.says(MOVED, DIRECT)
    answer = await room.says(line)
    assert not answer.in_channel, "the person alone is answered at once"
    first, second = room.told
    assert first.facts["through"] == second.facts["after"]
    assert second.facts["signed"]


async def test_it_is_told_once_though_slack_sends_the_command_twice(room: Room) -> None:
    await room.says(SCHEDULED)
    await room.says(MOVED, DIRECT)
    for _ in range(2):
        assert not (await room.says("meeting move M-1 2027-03-26", key="twice")).in_channel
    assert len(room.told) == 2


async def test_an_undo_follows_what_nobody_knows_to_have_arrived(room: Room) -> None:
    await room.says(SCHEDULED)
    await room.says(MOVED, DIRECT)
    room.settle(DeliveryState.SENDING)
    for _ in range(2):
        assert not (await room.says("undo M-1", key="twice")).in_channel
    assert len(room.told) == 2


@pytest.mark.parametrize("line", ["move O-1 resolved", "edit O-1 Trams", "undo O-1"])
async def test_so_does_what_is_done_to_anything_else(room: Room, line: str) -> None:
    await room.says("obstacle Ports")
    await room.says("move O-1 confirmed")
    room.tell_last()
    room.settle(DeliveryState.SENDING)
    assert not (await room.says(line)).in_channel
    assert len(room.told) == 2


async def test_what_is_known_to_stand_there_holds_no_answer_back(room: Room) -> None:
    await room.says(SCHEDULED)
    await room.says(MOVED, DIRECT)
    room.settle(DeliveryState.SENT)
    assert (await room.says("meeting cancel M-1")).in_channel
    assert len(room.told) == 1


@pytest.mark.parametrize("line", ["undo M-1", "meeting move M-1 2027-03-26"])
async def test_what_failed_is_not_sent_again_behind_an_answer_that_said_otherwise(
    room: Room, line: str
) -> None:
    await room.says(SCHEDULED)
    await room.says(MOVED, DIRECT)
    room.settle(DeliveryState.FAILED)
    assert (await room.says(line)).in_channel
    with pytest.raises(Refusal) as refused:
        retry(room.uow, room.told[0].id, NOW, afresh=False)
    assert refused.value.code is RefusalCode.DELIVERY_TOLD_SINCE


async def test_what_failed_is_sent_again_where_nothing_was_told_since(room: Room) -> None:
    await room.says(SCHEDULED)
    await room.says(MOVED, DIRECT)
    await room.says("meeting move M-1 2027-03-26", DIRECT)
    room.settle(DeliveryState.FAILED)
    first, second = room.told
    for one in (first, second):
        assert retry(room.uow, one.id, NOW, afresh=False).state is DeliveryState.PENDING


async def test_what_was_taken_back_before_it_was_told_says_nothing_otherwise(room: Room) -> None:
    await room.says(SCHEDULED)
    await room.says(MOVED, DIRECT)
    room.settle(DeliveryState.FAILED)
    await room.says("meeting move M-1 2027-03-26", DIRECT)
    await room.says("undo M-1", DIRECT)
    assert [one.state for one in room.told] == [DeliveryState.FAILED, DeliveryState.SKIPPED]
    assert retry(room.uow, room.told[0].id, NOW, afresh=False).state is DeliveryState.PENDING


async def test_a_channel_that_became_the_group_s_meanwhile_is_told(room: Room) -> None:
    await room.says(SCHEDULED)
    channels = room.uow.workspace(WORKSPACE).channels
    channels.release(CHANNEL)
    request = await room.router.serving.request(
        typed("", CHAIR, CHANNEL).interaction, parse(MOVED), None, None
    )
    channels.bind(Binding(CHANNEL, 1))
    await room.router.say(request)
    assert len(room.told) == 1
