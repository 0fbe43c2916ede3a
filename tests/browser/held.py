"""Where each kind of button is pressed: in a scene of `pressed`, or in the test that is named."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.overview.home_views import SWITCH
from tests.browser.kinds import GUESSED

SCENE = "scene "

_BUTTONS = "tests/integration/test_buttons.py::"
_DIGESTS = "tests/integration/test_digest_editing.py::"
_FIND = "tests/integration/test_find.py::"
_LOG = "tests/integration/test_digest_log.py::"
_MEETINGS = "tests/integration/test_meetings.py::"
_MORE = "tests/integration/test_more_buttons.py::"
_PEOPLE = "tests/integration/test_people.py::"
_REMINDERS = "tests/integration/http/test_reminders.py::"

HELD: Mapping[str, str] = {
    "again": "tests/integration/test_idempotency.py::"
    "test_a_double_click_on_record_it_again_records_once_more_not_twice",
    "anyway": f"{_PEOPLE}test_what_is_similar_is_shown_first_and_recorded_anyway_when_asked",
    "choose": "tests/integration/test_bad_input.py::"
    "test_where_no_group_works_a_member_of_two_chooses_by_button",
    "open": f"{SCENE}home",
    GUESSED: f"{_BUTTONS}test_a_button_that_mends_a_verb_keeps_who_was_named",
    SWITCH: "tests/integration/test_home.py::"
    "test_the_home_of_somebody_in_two_groups_is_switched_and_stays_so",
    "fill assign": f"{_REMINDERS}test_who_was_given_something_is_told_and_gives_it_back",
    "fill edit": f"{SCENE}edited",
    "fill move": "tests/integration/test_forms.py::test_a_status_that_needs_a_reason_asks_for_it",
    "say abstain": f"{SCENE}positions",
    "say assign nobody": f"{_REMINDERS}test_who_was_given_something_is_told_and_gives_it_back",
    "say digest edit": f"{_DIGESTS}test_the_edit_button_opens_the_form_with_what_the_digest_is",
    "say digest log arrived": f"{_LOG}test_it_arrived",
    "say digest log resend": f"{_LOG}test_sending_again_twice_over_sends_it_once",
    "say digest mute": f"{_DIGESTS}test_a_channels_digest_has_buttons_that_answer_whoever_presses",
    "say digest now": f"{SCENE}digests",
    "say digest own": f"{_DIGESTS}test_a_channels_digest_has_buttons_that_answer_whoever_presses",
    "say digest pause": f"{SCENE}digests",
    "say digest preview": f"{SCENE}digests",
    "say digest resume": f"{SCENE}digests",
    "say digest skip": f"{SCENE}digests",
    "say digest stop": f"{SCENE}digests",
    "say digest unskip": "tests/integration/test_digest_unskipping.py::"
    "test_the_answer_offers_the_way_back_and_a_second_press_finds_it_done",
    "say done": f"{SCENE}done-and-reopened",
    "say edit": "tests/integration/test_editing.py::test_a_double_click_on_the_version_corrects_once",
    "say find": f"{_FIND}test_many_hits_come_page_by_page_and_may_be_shared",
    "say find before:": f"{_FIND}test_many_hits_come_page_by_page_and_may_be_shared",
    "say gaps": f"{SCENE}home",
    "say help": f"{SCENE}help",
    "say history": f"{SCENE}history",
    "say history before:": f"{SCENE}history",
    "say join": f"{_BUTTONS}test_the_join_button_opens_the_form",
    "say language": f"{SCENE}language",
    "say list": f"{SCENE}register",
    "say list before:": f"{_BUTTONS}test_the_next_page_of_a_list_goes_on_where_the_first_ended",
    "say list table": f"{SCENE}register",
    "say meeting absent": f"{_MORE}test_who_was_not_there_after_all_says_so",
    "say meeting end": f"{_MEETINGS}test_two_presses_of_the_end_close_it_once",
    "say meeting here": f"{_MEETINGS}test_people_press_that_they_are_here_and_are_answered_alone",
    "say meeting list": f"{SCENE}calendar",
    "say meeting list past behind:": f"{SCENE}calendar",
    "say meeting list upcoming behind:": f"{_MORE}test_meetings_further_ahead_are_a_button_away",
    "say meeting show": f"{_REMINDERS}test_a_meeting_is_told_a_day_and_an_hour_before_it_in_its_channel",
    "say meeting start": f"{_MORE}test_a_meeting_is_started_from_its_line",
    "say members": f"{SCENE}members",
    "say members edit": f"{_PEOPLE}test_somebody_is_brought_in_changed_in_the_form_and_removed",
    "say members leave": f"{_PEOPLE}test_guests_cannot_be_made_members_and_anybody_may_leave",
    "say mine": f"{SCENE}home",
    "say move": f"{SCENE}done-and-reopened",
    "say mute": f"{SCENE}notices",
    "say mute reminders": f"{_MORE}test_reminders_are_ended_and_begun_again_by_button",
    "say object": f"{SCENE}positions",
    "say reserve": f"{SCENE}positions",
    "say roadmap": f"{_MORE}test_the_roadmap_is_a_button_under_a_digest",
    "say setup": f"{_BUTTONS}test_the_setup_button_opens_the_form_for_an_administrator",
    "say show": f"{SCENE}done-and-reopened",
    "say snooze": f"{_REMINDERS}test_an_action_is_put_off_from_the_message_and_comes_back_on_its_day",
    "say snooze off": f"{_MORE}test_what_was_put_off_is_reminded_of_as_before",
    "say status": f"{SCENE}what-did-not-fit",
    "say support": f"{SCENE}positions",
    "say undo": f"{SCENE}undone",
    "say unmute reminders": f"{_REMINDERS}test_who_mutes_reminders_gets_none_in_either_language",
    "share find": f"{SCENE}shared",
    "share gaps": f"{SCENE}shared",
    "share history": f"{SCENE}shared",
    "share list": f"{SCENE}shared",
    "share roadmap": f"{SCENE}shared",
    "share show": f"{SCENE}shared",
    "share status": f"{SCENE}shared",
}
"""By the kind of button (`tests.browser.kinds`)."""
