"""Reminders from the evening before to the button that answers them, as the clock moves over days."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.demo.workspace import TEAM
from bot.sandbox.client import ElementName, container_of
from domain.delivery import IN_FLIGHT_STATES, DeliveryKind, DeliveryState
from domain.ports import UnitOfWork
from tests.integration.cast import USERS
from tests.integration.gathering import WHERE, Gathering, happens
from tests.integration.office import DIRECT, TICK_SECONDS, Office, address
from tests.integration.words import ENGLISH, SPANISH, words
from tests.rendering import view_text

DETROIT, MEXICO = ZoneInfo("America/Detroit"), ZoneInfo("America/Mexico_City")
THURSDAY = datetime(2027, 3, 4, 8, 30, tzinfo=DETROIT)
FRIDAY, MONDAY = THURSDAY + timedelta(days=1), datetime(2027, 3, 8, 8, 30, tzinfo=DETROIT)
TASK = "/gt acción @oem-us Enviar los datos de carga para el viernes"


@pytest.fixture
def tick_seconds() -> float:
    """Reminders come by themselves."""
    return TICK_SECONDS


async def comes(gathering: Gathering, moment: datetime) -> None:
    """The moment comes, and everything that was due by then is told."""
    await planned(gathering.office)
    await gathering.office.people.move_clock(moment)
    now = gathering.office.bot.services.clock.now

    async def is_looked_at() -> bool:
        return not await gathering.office.bot.services.store.read(lambda uow: uow.reminders.due(now(), 1))

    await happens(is_looked_at)
    await paced(gathering)


async def paced(gathering: Gathering) -> None:
    """Everything is told, though one message a second goes to a channel: real time goes on meanwhile."""

    async def is_told() -> bool:
        gathering.office.clock.advance(2)
        kinds = (DeliveryKind.REMINDERS, DeliveryKind.NOTICE, DeliveryKind.MEETING_AHEAD)
        found = [row for kind in kinds for row in await rows(gathering.office, kind)]
        return not any(row.state in IN_FLIGHT_STATES for row in found)

    await happens(is_told)
    await gathering.settled()


async def planned(office: Office) -> None:
    """Everybody who joined has a plan."""

    async def is_planned() -> bool:
        now = office.bot.services.clock.now()
        return not await office.bot.services.store.read(lambda uow: uow.reminders.due(now, 1))

    await happens(is_planned)


async def rows(office: Office, kind: DeliveryKind = DeliveryKind.REMINDERS) -> list[Any]:
    """Every delivery of the kind."""

    def query(uow: UnitOfWork) -> list[Any]:
        found = []
        number = 1
        while (row := uow.outbox.get(number)) is not None:
            found += [row] if row.kind is kind else []
            number += 1
        return found

    return await office.bot.services.store.read(query)


async def chooses(office: Office, who: str, label: str) -> str:
    """Choose in the newest menu of the direct message; what the person sees then."""
    await office.reads(who, DIRECT)
    for message in reversed(await office.messages(who, DIRECT)):
        for block in message.get("blocks", ()):
            for element in block.get("elements", ()) if block["type"] == "actions" else ():
                options = element.get("options", ()) if element["type"] == "static_select" else ()
                option = next((one for one in options if one["text"]["text"] == label), None)
                if option is None:
                    continue
                place = container_of(address(who, DIRECT), message)
                name = ElementName(place, block["block_id"], element["action_id"])
                chosen = {"type": "static_select", "selected_option": option}
                reply = await office.people.action(USERS[who], name, chosen)
                assert reply.ok, f"{reply.error}: {reply.detail} {reply.violations}"
                return await office.reads(who, DIRECT)
    raise AssertionError(f"{who} sees no menu with {label}")


async def test_an_action_is_told_in_the_evening_s_next_morning_and_done_from_there(
    office: Office, gathering: Gathering
) -> None:
    await office.asks("chair-mx", WHERE, TASK)
    await comes(gathering, THURSDAY - timedelta(minutes=1))
    await office.reads("oem-us", DIRECT)

    await comes(gathering, THURSDAY)
    told = await office.reads("oem-us", DIRECT)
    assert words(office, ENGLISH, "reminders-tomorrow") in told
    assert "A-1" in told
    await comes(gathering, THURSDAY + timedelta(hours=3))
    assert await office.reads("oem-us", DIRECT) == ""
    assert [row.state for row in await rows(office)] == [DeliveryState.SENT]

    done = await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-done"))
    assert words(office, ENGLISH, "change-moved", before="open", after="done") in done
    again = await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-done"))
    assert "A-1" in again
    await comes(gathering, FRIDAY)
    assert words(office, ENGLISH, "reminders-today") not in await office.reads("oem-us", DIRECT)


async def test_what_was_done_meanwhile_is_not_told_and_a_stale_button_says_how_it_stands(
    office: Office, gathering: Gathering
) -> None:
    await office.asks("chair-mx", WHERE, TASK)
    await comes(gathering, THURSDAY)
    await office.asks("chair-mx", WHERE, "/gt asignar A-1 @oem-us para el 18 de marzo")
    stale = await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-done"))
    state = words(office, ENGLISH, "status-action-open")
    assert words(office, ENGLISH, "move-stale", reference="A-1", state=state) in stale


async def test_an_action_is_put_off_from_the_message_and_comes_back_on_its_day(
    office: Office, gathering: Gathering
) -> None:
    await office.asks("chair-mx", WHERE, TASK)
    await comes(gathering, THURSDAY)
    said = await chooses(office, "oem-us", words(office, ENGLISH, "snooze-week"))
    day = "Thursday, Mar 11, 2027"
    assert words(office, ENGLISH, "snoozed", reference="A-1", day=day) in said
    twice = await chooses(office, "oem-us", words(office, ENGLISH, "snooze-week"))
    assert words(office, ENGLISH, "snoozed", reference="A-1", day=day) in twice
    await office.asks("oem-us", DIRECT, "/wg snooze A-1 off")
    await chooses(office, "oem-us", words(office, ENGLISH, "snooze-week"))
    mine = await office.asks("oem-us", DIRECT, "/wg mine")
    assert words(office, ENGLISH, "snoozed-until", day="Mar 11, 2027") in mine
    for moment in (FRIDAY, MONDAY):
        await comes(gathering, moment)
        assert "A-1" not in await office.reads("oem-us", DIRECT)
    await comes(gathering, MONDAY + timedelta(days=3))
    back = await office.reads("oem-us", DIRECT)
    assert words(office, ENGLISH, "reminders-overdue") in back


async def test_another_day_is_chosen_in_a_form(office: Office, gathering: Gathering) -> None:
    await office.asks("chair-mx", WHERE, TASK)
    await comes(gathering, THURSDAY)
    await chooses(office, "oem-us", words(office, ENGLISH, "snooze-other"))
    refused = await office.submits("oem-us", {"until": "2027-03-04"})
    assert refused.errors is not None
    done = await office.submits("oem-us", {"until": "2027-03-09"})
    day = "Tuesday, Mar 9, 2027"
    assert words(office, ENGLISH, "snoozed", reference="A-1", day=day) in view_text(done.view or {})
    off = await office.asks("oem-us", WHERE, "/wg snooze A-1 off")
    assert words(office, ENGLISH, "snooze-off", reference="A-1") in off


async def test_who_was_given_something_is_told_and_gives_it_back(
    office: Office, gathering: Gathering
) -> None:
    await office.asks("chair-mx", WHERE, TASK)
    await office.people.advance(timedelta(minutes=2))
    await paced(gathering)
    await happens(lambda: _is_told(office, "oem-us", "A-1"))
    back = await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-not-mine"))
    assert words(office, ENGLISH, "change-assigned.gone") in back
    await office.people.advance(timedelta(minutes=2))
    given = words(office, SPANISH, "notice-given-back", person="oem-us", reference="A-1")
    await happens(lambda: _is_told(office, "lead-infra", given))
    await happens(lambda: _is_told(office, "chair-mx", given))
    history = await office.asks("chair-mx", WHERE, "/gt historial A-1")
    assert words(office, SPANISH, "change-assigned.gone") in history
    await office.presses("chair-mx", DIRECT, words(office, SPANISH, "button-assign"))
    done = await office.submits("chair-mx", {"owner": USERS["doe-us"]})
    assert "doe-us" in view_text(done.view or {})


async def _is_told(office: Office, who: str, wanted: str) -> bool:
    return any(wanted in str(message) for message in await office.messages(who, DIRECT))


async def test_who_mutes_reminders_gets_none_in_either_language(office: Office, gathering: Gathering) -> None:
    await office.asks("chair-mx", WHERE, TASK)
    muted = await office.asks("oem-us", WHERE, "/wg mute reminders")
    name = "Mexico-United States Electric Vehicle Working Group"
    assert words(office, ENGLISH, "reminders-muted", group=name) in muted
    await comes(gathering, THURSDAY)
    assert await rows(office) == []
    again = await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-unmute-reminders"))
    assert words(office, ENGLISH, "reminders-unmuted", group=name) in again
    await comes(gathering, FRIDAY)
    assert [row.channel for row in await rows(office)] == [USERS["oem-us"]]
    assert "A-1" in await office.reads("oem-us", DIRECT)
    said = await office.asks("lead-infra", WHERE, "/gt silenciar recordatorios")
    assert words(office, SPANISH, "button-unmute-reminders") in said


async def test_a_meeting_is_told_a_day_and_an_hour_before_it_in_its_channel(
    office: Office, gathering: Gathering
) -> None:
    await office.asks("lead-infra", WHERE, "/gt reunión programar 5 de marzo 10:00 híbrida lugar: Sala 2")
    at = datetime(2027, 3, 5, 10, 0, tzinfo=MEXICO)
    await office.reads("oem-us", WHERE)
    await comes(gathering, at - timedelta(days=1))
    await happens(lambda: _stands(office, words(office, SPANISH, "meeting-ahead-day", reference="M-1")))
    day = await office.reads("oem-us", WHERE)
    assert "10:00 a.m. (Ciudad de México)" in day
    assert "Sala 2" in day
    await office.asks("lead-infra", WHERE, "/gt reunión programar M-1 5 de marzo 16:00")
    await office.reads("oem-us", WHERE)
    await comes(gathering, at - timedelta(hours=1))
    await comes(gathering, at + timedelta(hours=5))
    await happens(lambda: _stands(office, words(office, SPANISH, "meeting-ahead-hour", reference="M-1")))
    told = await office.reads("oem-us", WHERE)
    assert told.count(words(office, SPANISH, "meeting-ahead-hour", reference="M-1")) == 2, told
    agenda = await office.presses("oem-us", WHERE, words(office, SPANISH, "button-agenda"))
    assert "M-1" in agenda
    states = [row.state for row in await rows(office, DeliveryKind.MEETING_AHEAD)]
    assert states == [
        DeliveryState.SENT,
        DeliveryState.SKIPPED,
        DeliveryState.SKIPPED,
        DeliveryState.SENT,
    ], "the first time's hour was moved away from, the second one's day was over by then"


async def _stands(office: Office, wanted: str) -> bool:
    return any(wanted in str(message) for message in await office.messages("oem-us", WHERE))


async def test_a_position_is_asked_for_before_the_meeting_and_taken_from_the_message(
    office: Office, gathering: Gathering
) -> None:
    await office.asks("lead-infra", WHERE, "/gt recomendar Publicar un mapa nacional")
    await office.asks("lead-infra", WHERE, "/gt mover R-1 en revisión")
    await office.asks("lead-infra", WHERE, "/gt reunión programar 6 de marzo 10:00")
    await comes(gathering, THURSDAY)
    told = await office.reads("oem-us", DIRECT)
    day = "Saturday, Mar 6, 2027"
    assert words(office, ENGLISH, "reminders-position.before", day=day, reference="M-1") in told
    await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-support"))
    held = await office.bot.services.store.read(lambda uow: uow.workspace(TEAM.id).group(1).positions.of(1))
    assert [position.user for position in held] == [USERS["oem-us"]]
