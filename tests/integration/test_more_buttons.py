"""Buttons that stand under few answers, pressed once each: `tests/browser/held.py` has all kinds of them."""

from __future__ import annotations

from datetime import date, timedelta

from tests.integration.office import Office
from tests.integration.words import ENGLISH, words

WHERE = "infrastructure"
GROUP = "Mexico-United States Electric Vehicle Working Group"
LISTED = 10
"""Meetings of a page of the calendar, and then some."""


async def test_the_roadmap_is_a_button_under_a_digest(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 9:00")
    await office.presses("chair-us", WHERE, words(office, ENGLISH, "button-preview"))
    shown = await office.presses("chair-us", WHERE, words(office, ENGLISH, "button-roadmap"))
    assert words(office, ENGLISH, "roadmap-title", scope="Infrastructure") in shown


async def test_reminders_are_ended_and_begun_again_by_button(office: Office) -> None:
    begun = await office.asks("oem-us", WHERE, "/wg unmute reminders")
    ended = await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-mute-reminders"))
    again = await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-unmute-reminders"))
    assert words(office, ENGLISH, "reminders-muted", group=GROUP) in ended
    told = words(office, ENGLISH, "reminders-unmuted", group=GROUP)
    assert (told in begun, told in again) == (True, True)


async def test_what_was_put_off_is_reminded_of_as_before(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg action Call the plant due 2027-03-12")
    put_off = await office.asks("oem-us", WHERE, "/wg snooze A-1 until 2027-03-10")
    before = await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-snooze-off"))
    day = "Wednesday, Mar 10, 2027"
    assert words(office, ENGLISH, "snoozed", reference="A-1", day=day) in put_off
    assert words(office, ENGLISH, "snooze-off", reference="A-1") in before


async def test_meetings_further_ahead_are_a_button_away(office: Office) -> None:
    for number in range(LISTED + 3):
        day = date(2027, 4, 1) + timedelta(days=number)
        await office.asks("chair-us", WHERE, f"/wg meeting schedule {day} 10:00; Table {number}")
    first = await office.asks("chair-us", WHERE, "/wg meeting list")
    further = await office.presses("chair-us", WHERE, words(office, ENGLISH, "button-more-upcoming"))
    last = f"M-{LISTED + 3}"
    assert (last in first, last in further) == (False, True)


async def test_a_meeting_is_started_from_its_line(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting schedule 2027-03-03 13:00; Charging")
    await office.asks("chair-us", WHERE, "/wg show M-1")
    started = await office.presses("chair-us", WHERE, words(office, ENGLISH, "button-start-meeting"))
    assert "M-1" in started
    assert words(office, ENGLISH, "status-meeting-open") in await office.asks("oem-us", WHERE, "/wg show M-1")


async def test_who_was_not_there_after_all_says_so(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg meeting start")
    here = await office.asks("oem-us", WHERE, "/wg meeting here")
    gone = await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-undo"))
    assert "oem-us" in here
    assert words(office, ENGLISH, "meeting-absent", meeting="M-1 Infrastructure", people="oem-us") in gone
