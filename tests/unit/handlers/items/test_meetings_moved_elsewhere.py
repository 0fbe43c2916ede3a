"""A meeting that is moved or cancelled elsewhere: its channel hears of it, signed, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind
from domain.language import Language
from domain.usecases.replying import told_by
from handlers.overview.reply_views import told_message
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.handlers.desk.house import DIRECT
from tests.unit.handlers.items.test_undoing import typed
from tests.unit.handlers.material import WORDS
from tests.unit.handlers.talk import Talk, filled, meeting

EN, ES = Language.ENGLISH, Language.SPANISH
OTHER = "C0002"
SIGNED = f"At the request of {MEMBER}"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    talk.record.save_group(replace(talk.record.group, languages=(EN, ES)))
    talk.house.store.uow.workspace(WORKSPACE).channels.bind(Binding(OTHER, 1))
    await talk.channel("meeting schedule 2027-03-24 10:00 Tijuana; Corridors")
    return talk


def replies(talk: Talk) -> list[Delivery]:
    found = talk.house.store.uow.outbox.deliveries.values()
    return [each for each in found if each.kind is DeliveryKind.REPLY]


def told(talk: Talk) -> list[str]:
    """The lines that the meeting's channel is told last."""
    reply = replies(talk)[-1]
    assert reply.channel == CHANNEL
    found = told_by(reply, talk.house.store.uow)
    assert found is not None
    ts = [WORDS.for_language(language) for language in (EN, ES)]
    return told_message(ts, found, MEMBER, is_signed=bool(reply.facts["signed"])).text.splitlines()


MOVED = [
    "M-1 changed: from Wednesday, Mar 24, 2027, 10:00 AM, to Wednesday, Mar 24, 2027, 12:00 PM (Tijuana)",
    "Corridors",
    "M-1 cambió: del miércoles 24 mar 2027, 10:00 a.m., al miércoles 24 mar 2027, 12:00 p.m. (Tijuana)",
    SIGNED,
]
CANCELLED = [
    "M-1 is cancelled; it was set for Wednesday, Mar 24, 2027, 10:00 AM (Tijuana)",
    "Corridors",
    "M-1 cancelada: era el miércoles 24 mar 2027, 10:00 a.m. (Tijuana)",
    SIGNED,
]
REGRESO = (
    "M-1 volvió a su horario anterior: del miércoles 24 mar 2027, 12:00 p.m., "
    "al miércoles 24 mar 2027, 10:00 a.m. (Tijuana)"
)
BACK = [
    "M-1 moved back: from Wednesday, Mar 24, 2027, 12:00 PM, to Wednesday, Mar 24, 2027, 10:00 AM (Tijuana)",
    "Corridors",
    REGRESO,
]
ON_AGAIN = [
    "M-1 is on again: Wednesday, Mar 24, 2027, 10:00 AM (Tijuana)",
    "Corridors",
    "M-1 ya no está cancelada: es el miércoles 24 mar 2027, 10:00 a.m. (Tijuana)",
]


@pytest.mark.parametrize("elsewhere", [DIRECT, OTHER])
@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("meeting move M-1 12:00", MOVED),
        ("edit M-1 2027-03-24 12:00 Tijuana", MOVED),
        ("meeting cancel M-1", CANCELLED),
        ("withdraw M-1", CANCELLED),
    ],
)
async def test_its_channel_is_told_of_what_was_done_elsewhere(
    talk: Talk, line: str, lines: list[str], elsewhere: str
) -> None:
    await talk.router.command(typed(line, channel=elsewhere))
    assert told(talk) == lines
    assert len(replies(talk)) == 1


@pytest.mark.parametrize(
    ("line", "lines"), [("meeting move M-1 12:00", BACK), ("meeting cancel M-1", ON_AGAIN)]
)
async def test_it_is_told_in_every_language_that_it_was_taken_back(
    talk: Talk, line: str, lines: list[str]
) -> None:
    await talk.channel(line)
    assert (await talk.channel("undo M-1")).splitlines() == lines
    assert not replies(talk)


@pytest.mark.parametrize(
    ("line", "lines"), [("meeting move M-1 12:00", BACK), ("meeting cancel M-1", ON_AGAIN)]
)
async def test_its_channel_is_told_of_what_is_taken_back_elsewhere(
    talk: Talk, line: str, lines: list[str]
) -> None:
    await talk.channel(line)
    await talk.router.command(typed("undo M-1", channel=DIRECT))
    assert told(talk) == [*lines, SIGNED]


async def test_a_cancellation_that_was_taken_back_before_it_was_told_is_told_as_one(talk: Talk) -> None:
    await talk.router.command(typed("meeting cancel M-1", channel=DIRECT))
    cancelled = replies(talk)[-1]
    await talk.router.command(typed("undo M-1", channel=DIRECT))
    found = told_by(cancelled, talk.house.store.uow)
    assert found is not None
    assert told_message([WORDS.for_language(EN)], found, MEMBER).text.splitlines() == CANCELLED[:2]


async def test_what_is_moved_in_its_own_channel_is_told_there_once(talk: Talk) -> None:
    await talk.channel("meeting move M-1 12:00")
    assert not replies(talk)


async def test_a_channel_that_went_to_another_group_is_told_nothing(talk: Talk) -> None:
    talk.house.store.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 2))
    await talk.router.command(typed("meeting move M-1 12:00", channel=DIRECT))
    assert not replies(talk)


async def test_the_reason_of_a_move_is_told_and_its_agenda_stays(talk: Talk) -> None:
    lines = (await talk.channel("meeting move M-1 12:00 because of the holiday")).splitlines()
    assert lines == [*MOVED[:2], "Reason: the holiday", MOVED[2], "Motivo: the holiday"]
    assert meeting(talk).text.original == "Corridors"


@pytest.mark.parametrize(
    ("line", "zone", "hour"),
    [
        ("meeting move M-1 12:00", "America/Tijuana", 19),
        ("meeting move M-1 2027-03-26 12:00", "America/Tijuana", 19),
        ("meeting postpone M-1 1 week 12:00", "America/Tijuana", 19),
        ("meeting move M-1 12:00 Mexico City", "America/Mexico_City", 18),
    ],
)
async def test_an_hour_is_one_of_the_meetings_zone_unless_another_is_said(
    talk: Talk, line: str, zone: str, hour: int
) -> None:
    await talk.channel(line)
    arrangement = meeting(talk).arrangement
    assert arrangement.starts_at is not None
    assert (arrangement.zone, arrangement.starts_at.hour) == (zone, hour)


@pytest.mark.parametrize("rest", ["from friday 12 to monday 15", "mar 26 due to the bridge", "mar 26 Ports"])
async def test_words_that_are_not_understood_change_nothing_and_are_no_agenda_in_the_form(
    talk: Talk, rest: str
) -> None:
    before = meeting(talk)
    answer = await talk.alone(f"meeting move M-1 {rest}")
    assert "the meeting stays as it was" in answer
    assert meeting(talk) == before
    form = await filled(talk, f"meeting move M-1 {rest}")
    texts = [block["element"].get("initial_value") for block in form["blocks"] if block["type"] == "input"]
    assert "Corridors" in texts
    assert not [text for text in texts if text and text in rest]
