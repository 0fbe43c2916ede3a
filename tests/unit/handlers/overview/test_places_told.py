"""What is taken back is told in the very places that were told of it, whatever it was and wherever."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.readings import Changes
from domain.usecases.replying import Place, tell, told_by
from handlers.desk.answer import Reply
from handlers.overview.reply_views import told_message
from handlers.words.slack_text import person
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, WORKSPACE
from tests.unit.handlers.desk.house import DIRECT, House
from tests.unit.handlers.items.test_undoing import typed
from tests.unit.handlers.material import EN, ES, WORDS

OTHER = "C0002"
PLACES = [CHANNEL, OTHER, DIRECT]
LEADER = f"{person(LEAD)[:-1]}|{LEAD}>"
BEGUN = ("meeting schedule 2027-03-26 10:00; Grid", "meeting start M-1")
SCHEDULED = ("meeting schedule 2027-03-26 10:00; Grid",)
ACTS = {
    "a note": ((), "note One"),
    "a decision": ((), "decision One"),
    "an obstacle": ((), "obstacle Grid"),
    "a recommendation": ((), "recommend Trams"),
    "an action": ((), f"action {LEADER} Call the mayor"),
    "evidence": ((), "evidence https://example.org/1 A study"),
    "evidence attached": (
        ("obstacle Grid", "evidence https://example.org/1 A study"),
        "evidence E-1 for O-1",
    ),
    "a status": (("obstacle Grid",), "move O-1 confirmed"),
    "a status, a reason": (("recommend Trams",), "move R-1 under review because of the law"),
    "an end": (("action Call the mayor",), "done A-1"),
    "an owner": (("action Call the mayor",), f"assign A-1 {LEADER}"),
    "a date": (("action Call the mayor",), "assign A-1 due 2027-06-30"),
    "a position": (("recommend Trams",), "support R-1 At last"),
    "a withdrawal": (("note One",), "withdraw N-1"),
    "a text": (("obstacle Grid",), "edit O-1 Roads"),
    "a theme": (("obstacle Grid",), "edit O-1 theme:talent"),
    "a date by an edit": (("action Call the mayor",), "edit A-1 due:2027-06-30"),
    "a meeting": ((), *SCHEDULED),
    "another time": (SCHEDULED, "meeting move M-1 2027-03-27 11:00"),
    "another time by an edit": (SCHEDULED, "edit M-1 2027-03-27 11:00"),
    "another theme": (SCHEDULED, "meeting move M-1 2027-03-27 theme:talent"),
    "another theme alone": (SCHEDULED, "edit M-1 theme:talent"),
    "another title": (SCHEDULED, "edit M-1 Ports"),
    "a cancellation": (SCHEDULED, "meeting cancel M-1 because of the storm"),
    "who was there": (BEGUN, f"meeting here M-1 {LEADER}"),
}


class Told:
    """A group of two channels and a direct message, and which of them were told of a line by now."""

    def __init__(self, house: House) -> None:
        self.house, self.router, self.keys = house, house.router(), count()
        house.store.uow.workspace(WORKSPACE).channels.bind(Binding(OTHER, 1))

    async def says(self, line: str, channel: str = CHANNEL, user: str = CHAIR) -> set[str]:
        """The channels in which everybody is told of it."""
        known = set(self.outbox)
        made = typed(line, user, channel)
        key = f"command:{next(self.keys)}"
        answer = await self.router.command(replace(made, interaction=replace(made.interaction, key=key)))
        assert isinstance(answer, Reply)
        queued = {self.outbox[number].channel for number in set(self.outbox) - known if self.is_told(number)}
        return queued | ({channel} if answer.in_channel else set())

    @property
    def changes(self) -> Changes:
        return self.house.store.uow.workspace(WORKSPACE).group(1).changes

    @property
    def outbox(self) -> dict[int, Delivery]:
        return self.house.store.uow.outbox.deliveries

    def is_told(self, number: int) -> bool:
        """Whether it is, or is still to be, told there what somebody did."""
        found = self.outbox[number]
        return found.kind is DeliveryKind.REPLY and found.state is not DeliveryState.SKIPPED

    def arrive(self) -> None:
        """What was queued stands in its channel."""
        for number, found in self.outbox.items():
            if found.state is DeliveryState.PENDING:
                self.outbox[number] = replace(found, state=DeliveryState.SENT)


@pytest.fixture
def told(house: House) -> Told:
    return Told(house)


@pytest.mark.parametrize("taken_back_in", PLACES)
@pytest.mark.parametrize("said_in", PLACES)
@pytest.mark.parametrize("act", ACTS)
async def test_an_undo_is_told_where_the_act_was_told_no_more_and_no_less(
    told: Told, act: str, said_in: str, taken_back_in: str
) -> None:
    before, line = ACTS[act]
    for earlier in before:
        await told.says(earlier)
    of_act = await told.says(line, said_in)
    told.arrive()
    of_undo = await told.says("undo", taken_back_in)
    assert of_undo - {DIRECT} == of_act - {DIRECT}


@pytest.mark.parametrize("said_in", [OTHER, DIRECT])
@pytest.mark.parametrize("act", ["another time", "another theme", "a cancellation"])
async def test_a_channel_that_was_still_to_be_told_of_it_is_told_neither(
    told: Told, act: str, said_in: str
) -> None:
    before, line = ACTS[act]
    for earlier in before:
        await told.says(earlier)
    assert CHANNEL in await told.says(line, said_in)
    assert CHANNEL not in await told.says("undo", said_in)
    assert not [number for number in told.outbox if told.is_told(number)]


async def test_who_came_by_themselves_is_not_told_and_neither_is_that_they_did_not(told: Told) -> None:
    for earlier in BEGUN:
        await told.says(earlier)
    assert await told.says("meeting here M-1", user=LEAD) == set()
    assert await told.says("undo", user=LEAD) == set()


async def test_two_quick_moves_each_tell_their_own_before_and_after(told: Told) -> None:
    await told.says("meeting schedule 2027-03-12 10:00; Ports")
    await told.says("meeting move M-1 2027-03-19", DIRECT)
    await told.says("meeting move M-1 2027-03-26", DIRECT)
    shown = [words(told, number) for number in sorted(told.outbox) if told.is_told(number)]
    assert [lines[0] for lines in shown] == [
        "M-1 changed: from Friday, Mar 12, 2027, 10:00 AM, to Friday, Mar 19, 2027, 10:00 AM (Mexico City)",
        "M-1 changed: from Friday, Mar 19, 2027, 10:00 AM, to Friday, Mar 26, 2027, 10:00 AM (Mexico City)",
    ]


async def test_what_is_told_late_is_told_as_it_was_then_and_its_undo_means_that_write(told: Told) -> None:
    await told.says("meeting schedule 2027-03-12 10:00; Ports")
    await told.says("meeting move M-1 2027-03-19 11:00", DIRECT)
    await told.says("edit M-1 Another agenda")
    await told.says("meeting cancel M-1")
    number, *others = sorted(number for number in told.outbox if told.is_told(number))
    assert len(others) == 2, "they are told behind it"
    assert words(told, number)[1] == "Ports"
    found = told_by(told.outbox[number], told.house.store.uow)
    assert found is not None
    assert (found.item.status, found.item.version) == ("scheduled", 2)


async def test_an_owner_that_is_told_late_is_named_as_the_one_who_was_given_it(told: Told) -> None:
    (before, line), later = ACTS["an owner"], f"assign A-1 {person(CHAIR)[:-1]}|{CHAIR}>"
    await told.says(*before)
    place = Place(workspace=WORKSPACE, channel=CHANNEL, user=CHAIR, language=EN, key="mention")
    uow, known = told.house.store.uow, told.changes.last_number
    await told.says(line)
    tell(1, place, told.changes.between(known, told.changes.last_number, 9), uow)
    await told.says(later)
    (number,) = [number for number in told.outbox if told.is_told(number)]
    assert words(told, number)[0].startswith(f"*A-1* new owner: {LEAD}")


def words(told: Told, number: int) -> list[str]:
    """What a channel is told by a delivery, in both languages: then it is told, and the next one may be."""
    found = told_by(told.outbox[number], told.house.store.uow)
    assert found is not None
    told.outbox[number] = replace(told.outbox[number], state=DeliveryState.SENT)
    ts = [WORDS.for_language(language) for language in (EN, ES)]
    return told_message(ts, found, CHAIR).text.splitlines()
