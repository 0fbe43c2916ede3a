"""Around a meeting: refusals, presses at once, what is left open, and what Slack does not say."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.sandbox.client import ElementName, container_of
from bot.sandbox.faults import Fault
from domain.delivery import DeliveryKind, DeliveryState
from domain.ports import UnitOfWork
from tests.integration.cast import QUIET, USERS
from tests.integration.gathering import WHERE, Gathering, happens
from tests.integration.office import DIRECT, Office, address
from tests.integration.words import ENGLISH, SPANISH, in_both, words
from tests.rendering import view_text

over_http = pytest.mark.parametrize("transport", ["http"], indirect=True)
"""What waits for the outbox takes its time; how requests come makes no difference to it."""


@pytest.fixture
def tick_seconds() -> float:
    """Lines and minutes are posted by the outbox."""
    return 0.05


@over_http
@pytest.mark.parametrize(
    ("who", "line"),
    [
        ("observer-us", "/wg meeting schedule tomorrow 10:00"),
        ("guest-us", "/wg meeting start"),
        ("newcomer-us", "/wg meeting here M-1"),
        ("oem-us", "/wg meeting start Another one"),
        ("doe-us", "/wg meeting end"),
        ("oem-us", "/wg meeting schedule yesterday 10:00"),
        ("oem-us", "/wg meeting schedule friday"),
        ("oem-us", "/wg meeting end M-9"),
        ("oem-us", "/wg meeting end O-1"),
        ("oem-us", "/wg meeting dance"),
        ("oem-us", "/wg meeting here @newcomer-us"),
        ("oem-us", "/wg move M-1 closed"),
        ("oem-us", "/wg undo M-1"),
        ("oem-us", "/wg assign M-1 @oem-us"),
    ],
)
async def test_a_refusal_changes_nothing_and_is_for_one_person(
    office: Office, gathering: Gathering, who: str, line: str
) -> None:
    await gathering.starts("oem-us")
    before = await office.changes()

    answer = await office.asks(who, WHERE, line)

    assert f"(only {who} sees this)" in answer
    assert await office.changes() == before


@over_http
async def test_a_meeting_is_opened_where_it_is_held(office: Office, gathering: Gathering) -> None:
    needed = words(office, ENGLISH, "refusal-meeting-channel-needed")
    assert needed in await office.asks("oem-us", DIRECT, "/wg meeting start")
    scheduled = await office.asks("oem-us", DIRECT, "/wg meeting schedule theme:infra tomorrow 10:00")
    assert words(office, ENGLISH, "meeting-scheduled", reference="M-1") in scheduled
    await gathering.starts("lead-infra", "/wg meeting start M-1")
    assert (await gathering.meeting(1)).channel == address("oem-us", WHERE)


async def test_two_who_start_at_once_open_one_meeting(office: Office, gathering: Gathering) -> None:
    await asyncio.gather(*(office.types(who, WHERE, "/wg meeting start") for who in ("oem-us", "lead-infra")))
    await gathering.settled()
    open_ = await office.bot.services.store.read(
        lambda uow: uow.workspace("T0EVGROUP").group(1).meetings.all_open(9)
    )
    assert [each.number for each in open_] == [1]


async def test_two_presses_of_the_end_close_it_once(office: Office, gathering: Gathering) -> None:
    await gathering.starts("oem-us")
    language = SPANISH
    label = in_both(office, "button-end-meeting")
    message, button = await office.button("oem-us", WHERE, label)
    element = ElementName(
        container_of(address("oem-us", WHERE), message), button["block_id"], button["action_id"]
    )
    clicks = await asyncio.gather(*(office.people.action(USERS["oem-us"], element) for _ in range(2)))
    assert [click.ok for click in clicks] == [True, True]
    await gathering.settled()
    title = words(office, language, "minutes-title", reference="M-1", title="Infraestructura")
    texts = [message["text"] for message in await office.messages("oem-us", WHERE)]
    assert sum(title in text for text in texts) == 1


@over_http
async def test_people_press_that_they_are_here_and_are_answered_alone(
    office: Office, gathering: Gathering
) -> None:
    await gathering.starts("oem-us")
    here = in_both(office, "button-here")
    answer = await office.presses("doe-us", WHERE, here)
    assert "(only doe-us sees this)" in answer
    assert {each.user for each in (await gathering.meeting(1)).present} == {USERS["oem-us"], USERS["doe-us"]}
    newcomer = await office.presses("newcomer-us", WHERE, here)
    assert words(office, ENGLISH, "refusal-members-only") in newcomer


@over_http
async def test_what_is_recorded_elsewhere_does_not_belong_to_the_meeting(
    office: Office, gathering: Gathering
) -> None:
    await gathering.starts("oem-us")
    await office.asks("oem-us", WHERE, "/wg note here")
    await office.asks("oem-us", "innovation", "/wg note elsewhere")
    card = await office.asks("oem-us", WHERE, "/wg show N-1")
    assert words(office, ENGLISH, "card-meeting", reference="M-1") in card
    elsewhere = await office.asks("oem-us", WHERE, "/wg show N-2")
    assert words(office, ENGLISH, "card-meeting", reference="M-1") not in elsewhere


@over_http
async def test_a_meeting_that_is_open_for_too_long_asks_its_opener_once(
    office: Office, gathering: Gathering
) -> None:
    await gathering.starts("oem-us")
    await office.people.advance(timedelta(hours=11))
    await asyncio.sleep(0.3)
    assert await office.reads("oem-us", DIRECT) == ""
    await office.people.advance(timedelta(hours=1, minutes=1))

    async def is_asked() -> bool:
        return "M-1" in await office.reads("oem-us", DIRECT)

    await happens(is_asked)
    await office.people.advance(timedelta(hours=12))
    await asyncio.sleep(0.3)
    assert await office.reads("oem-us", DIRECT) == ""
    answer = await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-end-it"))
    assert "M-1" in answer
    assert (await gathering.meeting(1)).closed_in is not None


@over_http
async def test_a_meeting_that_ended_asks_nobody(office: Office, gathering: Gathering) -> None:
    await gathering.starts("oem-us")
    await office.asks("oem-us", WHERE, "/wg meeting end")
    await office.people.advance(timedelta(hours=13))
    await gathering.settled()
    assert await office.reads("oem-us", DIRECT) == ""


@over_http
async def test_the_line_is_there_once_when_slack_took_it_and_did_not_say_so(
    office: Office, gathering: Gathering
) -> None:
    office.expected.add("chat.postMessage")
    await office.people.fault(Fault("chat.postMessage", "drop_after"))
    await office.asks("oem-us", WHERE, "/wg meeting start")

    async def is_in_doubt() -> bool:
        def query(uow: UnitOfWork) -> bool:
            row = uow.outbox.get(1)
            return row is not None and row.kind is DeliveryKind.MEETING and row.state is DeliveryState.SENDING

        return await office.bot.services.store.read(query)

    await happens(is_in_doubt)
    office.clock.advance(11)

    async def has_thread() -> bool:
        return (await gathering.meeting(1)).thread is not None

    await happens(has_thread)
    opened = words(office, SPANISH, "meeting-opened")
    texts = [message["text"] for message in await office.messages("oem-us", WHERE)]
    assert sum(opened in text for text in texts) == 1


@over_http
async def test_without_the_bot_in_the_channel_no_meeting_is_opened(office: Office) -> None:
    await office.asks("chair-us", QUIET, "/wg setup")
    answer = await office.asks("oem-us", QUIET, "/wg meeting start")
    assert "invite" in answer


@over_http
@pytest.mark.parametrize(
    ("who", "command", "said"),
    [
        ("chair-us", "/wg", "meeting cancel M-1 because nobody comes"),
        ("chair-us", "/wg", "cancel M-1"),
        ("chair-mx", "/gt", "reunión cancelar M-1"),
        ("chair-mx", "/gt", "cancelar M-1"),
    ],
)
async def test_a_meeting_is_cancelled_as_it_is_withdrawn(
    office: Office, who: str, command: str, said: str
) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting schedule friday 10:00; One")
    assert "only oem-us sees this" in await office.asks("oem-us", WHERE, "/wg meeting cancel M-1")

    answer = await office.asks(who, WHERE, f"{command} {said}")

    assert "M-1 is cancelled; it was set for Friday, Mar 5, 2027, 10:00 AM (Mexico City)" in answer
    assert "M-1 cancelada: era el viernes 5 mar 2027, 10:00 a.m. (Ciudad de México)" in answer
    assert "everybody sees this" in answer
    history = await office.asks(who, WHERE, f"{command} history M-1")
    assert ("scheduled → cancelled" if command == "/wg" else "programada → cancelada") in history


@over_http
async def test_a_meeting_that_is_moved_back_says_when_it_is(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting schedule friday 10:00 place: Room 4; One")
    moved = await office.asks("chair-us", WHERE, "/wg meeting move M-1 17:00")
    assert "Friday, Mar 5, 2027, 5:00 PM (Mexico City)" in moved
    back = await office.asks("chair-us", WHERE, "/wg undo")
    moved_back = (
        "M-1 moved back: from Friday, Mar 5, 2027, 5:00 PM, to Friday, Mar 5, 2027, 10:00 AM (Mexico City)"
    )
    assert moved_back in back
    assert (
        "M-1 volvió a su horario anterior: del viernes 5 mar 2027, 5:00 p.m., al viernes 5 mar 2027" in back
    )
    assert "    Room 4\n" in back
    online = await office.asks("chair-us", WHERE, "/wg meeting schedule M-1 online")
    assert "Room 4" not in online


@over_http
async def test_the_form_of_putting_off_says_what_was_wrong_with_the_day(office: Office) -> None:
    await office.asks("lead-infra", WHERE, "/wg action Measure due friday")
    await office.asks("lead-infra", WHERE, "/wg assign A-1 me")
    await office.asks("lead-infra", WHERE, "/wg snooze A-1 until blursday")
    await office.presses("lead-infra", WHERE, "Corregir en el formulario")
    assert "blursday" in view_text(await office.form("lead-infra"))


@over_http
async def test_the_form_of_a_move_keeps_the_zone_that_the_meeting_was_arranged_in(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting schedule friday 12 10:00 Tijuana; One")
    await office.asks("chair-us", WHERE, "/wg meeting move M-1 monday 15 9am for the holiday")
    await office.presses("chair-us", WHERE, "Edit in the form")
    shown = view_text(await office.form("chair-us"))
    assert "In the time zone of the meeting: Tijuana" in shown
    await office.submits("chair-us", {})
    assert "Monday, Mar 15, 2027, 9:00 AM (Tijuana)" in await office.asks("chair-us", WHERE, "/wg show M-1")


@over_http
async def test_another_day_where_a_reason_should_be_moves_the_meeting_by_one_press(office: Office) -> None:
    await office.asks("chair-mx", WHERE, "/gt reunión programar viernes 12 10:00; Una")
    asked = await office.asks("chair-mx", WHERE, "/gt reunión cancelar M-1 y pasarla al lunes 22")
    assert "only chair-mx sees this" in asked
    assert "[Mover: al lunes 22] [Cancelar la reunión]" in asked
    moved = await office.presses("chair-mx", WHERE, "Mover: al lunes 22")
    assert "al lunes 22 mar 2027, 10:00 a.m." in moved
    assert "cancelada" not in await office.asks("chair-mx", WHERE, "/gt historial M-1")


@over_http
async def test_one_of_two_hours_is_chosen_by_a_press(office: Office) -> None:
    asked = await office.asks("chair-mx", WHERE, "/gt reunión programar jueves 18 a las 5; Aulas")
    assert "[jueves 18 17:00] [jueves 18 5:00 am]" in asked
    scheduled = await office.presses("chair-mx", WHERE, "jueves 18 17:00")
    assert "jueves 18 mar 2027, 5:00 p.m." in scheduled
