"""The sample group shows everything there is: themes, sectors, countries, roles, kinds and most statuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from importlib import resources
from typing import Any
from zoneinfo import available_timezones

import pytest
from pydantic import ValidationError

from bot.demo.charter import charter_of
from bot.demo.sample import (
    Sample,
    SampleAction,
    SampleDone,
    SampleEvidence,
    SampleMove,
    SampleObstacle,
    SamplePosition,
    SampleRecommendation,
)
from domain.address import web_address
from domain.evidence import EvidenceSort
from domain.group import Sector
from domain.language import Language
from domain.obstacle import Severity
from domain.people import Role
from domain.position import Stance
from domain.recommendation import RecommendationStatus, StatusGroup
from domain.text import name, recordable
from handlers.groups.forms import DRIVERS, PHASES

SAMPLE = Sample.read()
SAID = [event for event in SAMPLE.events if not isinstance(event, SampleMove | SampleDone | SamplePosition)]
OBSTACLES = [event for event in SAMPLE.events if isinstance(event, SampleObstacle)]
RECOMMENDATIONS = [event for event in SAMPLE.events if isinstance(event, SampleRecommendation)]
MOVES = [event for event in SAMPLE.events if isinstance(event, SampleMove)]
ACTIONS = [event for event in SAMPLE.events if isinstance(event, SampleAction)]
EVIDENCE = [event for event in SAMPLE.events if isinstance(event, SampleEvidence)]
POSITIONS = [event for event in SAMPLE.events if isinstance(event, SamplePosition)]
DONE = [event.action for event in SAMPLE.events if isinstance(event, SampleDone)]
THEMES = {theme.key for theme in SAMPLE.group.themes}
HANDLES = [member.handle for member in SAMPLE.members]


def read(spoil: Callable[[dict[str, Any]], object]) -> Sample:
    text = resources.files("bot.demo").joinpath("sample.json").read_text("utf-8")
    told = json.loads(text)
    spoil(told)
    return Sample.model_validate_json(json.dumps(told))


def test_every_kind_of_record_occurs_and_every_theme_has_some_of_the_main_ones() -> None:
    assert {event.do for event in SAMPLE.events} == {
        "note",
        "decision",
        "opportunity",
        "obstacle",
        "recommend",
        "move",
        "action",
        "done",
        "evidence",
        "position",
    }
    assert {event.theme for event in OBSTACLES} == THEMES
    assert {event.theme for event in RECOMMENDATIONS} == THEMES


def test_every_sector_and_country_has_a_voice() -> None:
    assert set(SAMPLE.group.sectors) == set(Sector)
    assert {member.sector for member in SAMPLE.members} == set(Sector)
    assert {member.country for member in SAMPLE.members} == set(SAMPLE.group.countries)
    heard = {event.by for event in SAID}
    spoken = [member for member in SAMPLE.members if member.handle in heard]
    assert {member.sector for member in spoken} == set(Sector)
    assert {member.country for member in spoken} == set(SAMPLE.group.countries)


def test_every_role_occurs_every_theme_is_led_and_the_founder_chairs() -> None:
    assert {member.role for member in SAMPLE.members} == set(Role)
    assert {theme for member in SAMPLE.members for theme in member.themes} == THEMES
    assert all(bool(member.themes) == (member.role is Role.LEAD) for member in SAMPLE.members)
    assert SAMPLE.members[0].role is Role.CHAIR


def test_most_statuses_and_every_group_of_status_are_reached() -> None:
    present = dict.fromkeys(range(1, len(RECOMMENDATIONS) + 1), RecommendationStatus.PROPOSED)
    for move in MOVES:
        present[move.recommendation] = move.to
    seen = {RecommendationStatus.PROPOSED, *(move.to for move in MOVES)}
    assert len(seen) > len(RecommendationStatus) / 2
    assert {StatusGroup.of(status) for status in present.values()} == set(StatusGroup)


def test_every_severity_and_driver_occurs() -> None:
    assert {event.severity for event in OBSTACLES} == set(Severity)
    assert {driver for event in RECOMMENDATIONS for driver in event.drivers} == {
        driver.key for driver in SAMPLE.group.drivers
    }


def test_the_group_has_the_drivers_and_phases_of_any_new_group() -> None:
    assert {driver.key for driver in SAMPLE.group.drivers} == set(DRIVERS)
    assert tuple(phase.key for phase in SAMPLE.group.phases) == PHASES


def test_some_obstacles_wait_for_a_recommendation_and_most_do_not() -> None:
    answered = {number for event in RECOMMENDATIONS for number in event.answers}
    assert answered <= set(range(1, len(OBSTACLES) + 1))
    assert 0 < len(OBSTACLES) - len(answered) < len(answered)


def test_some_actions_are_done_and_others_wait_past_their_day() -> None:
    assert set(DONE) < set(range(1, len(ACTIONS) + 1))
    assert DONE
    assert all(event.at <= event.due < SAMPLE.ends_on for event in ACTIONS)


def test_every_kind_of_evidence_is_public_and_most_of_it_supports_something() -> None:
    assert {event.sort for event in EVIDENCE} == set(EvidenceSort)
    assert {event.basis for event in EVIDENCE} == {"public"}
    assert all(web_address(event.address) == event.address for event in EVIDENCE)
    assert all(event.obstacles or event.recommendations for event in EVIDENCE)
    supported = {number for event in EVIDENCE for number in event.recommendations}
    assert supported <= set(range(1, len(RECOMMENDATIONS) + 1))


def test_every_stance_is_taken_and_every_sector_and_country_takes_one() -> None:
    members = {member.handle: member for member in SAMPLE.members}
    seats = {(members[event.by].sector, members[event.by].country) for event in POSITIONS}
    assert {event.stance for event in POSITIONS} == set(Stance)
    assert len(seats) == len(Sector) * len(SAMPLE.group.countries)
    assert all(members[event.by].role is not Role.OBSERVER for event in POSITIONS)


def test_both_languages_are_written_and_what_is_translated_exists_in_both() -> None:
    assert {event.language for event in SAID} == set(Language)
    translated = [(event.language, event.versions) for event in OBSTACLES]
    translated += [(event.language, event.versions) for event in ACTIONS]
    translated += [(event.language, event.versions) for event in RECOMMENDATIONS]
    assert all({language, *versions} == set(Language) for language, versions in translated)


def test_every_name_exists_in_both_languages_and_fits() -> None:
    group = SAMPLE.group
    assert set(group.names) == set(Language)
    rows = (*group.themes, *group.phases, *group.drivers)
    for text in (*group.names.values(), *(each for row in rows for each in (row.en, row.es))):
        assert name(text) == text


def test_every_text_is_kept_as_it_stands() -> None:
    for event in SAID:
        texts = [event.text]
        if isinstance(event, SampleObstacle | SampleRecommendation | SampleAction):
            texts += event.versions.values()
        for text in texts:
            assert recordable(text) == text


def test_members_are_roles_and_no_people() -> None:
    assert len(set(HANDLES)) == len(HANDLES)
    assert all(handle.replace("-", "").isalpha() and handle.islower() and "-" in handle for handle in HANDLES)


def test_whoever_is_named_is_a_member_and_every_place_is_known() -> None:
    named = {event.by for event in SAMPLE.events} | {event.owner for event in RECOMMENDATIONS if event.owner}
    named |= {event.owner for event in ACTIONS}
    assert named | {SAMPLE.digest.by} <= set(HANDLES)
    assert {event.theme for event in SAID} <= THEMES
    assert SAMPLE.digest.channel in {channel.name for channel in SAMPLE.channels}
    zones = {SAMPLE.group.zone, SAMPLE.digest.zone, *(member.timezone for member in SAMPLE.members)}
    assert zones <= available_timezones()


def test_the_group_and_each_theme_have_one_channel() -> None:
    assert sorted(str(channel.theme) for channel in SAMPLE.channels) == sorted(["None", *THEMES])
    assert SAMPLE.channels[0].theme is None


def test_events_stand_in_the_order_of_their_dates_within_the_life_of_the_group() -> None:
    dates = [event.at for event in SAMPLE.events]
    assert dates == sorted(dates)
    assert SAMPLE.group.starts_on <= dates[0]
    assert SAMPLE.ends_on == dates[-1]
    assert dates[0] <= SAMPLE.digest.at < dates[-1]


def test_the_charter_moves_every_date_by_the_same_shift() -> None:
    shift = timedelta(weeks=200)
    still, moved = charter_of(SAMPLE.group, timedelta()), charter_of(SAMPLE.group, shift)
    assert moved.starts_on - still.starts_on == shift
    assert [phase.starts_on for phase in moved.phases] == [
        phase.starts_on + shift if phase.starts_on else None for phase in still.phases
    ]
    assert still.starts_on == date(2022, 2, 8)


def set_to(value: object, *path: str | int) -> Callable[[dict[str, Any]], None]:
    def spoil(told: dict[str, Any]) -> None:
        inner: Any = told
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value

    return spoil


SPOILT = {
    "an unknown field": set_to(1, "more"),
    "an unknown field of an event": set_to(1, "events", 0, "more"),
    "an unknown kind": set_to("rumour", "events", 0, "do"),
    "an unknown sector": set_to("press", "members", 0, "sector"),
    "an unknown role": set_to("king", "members", 0, "role"),
    "an unknown language": set_to("fr", "events", 0, "language"),
    "a date that is none": set_to("2022-02-30", "events", 0, "at"),
    "an eighth day": set_to(7, "digest", "weekday"),
    "no text": lambda told: told["events"][0].pop("text"),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_a_file_with_a_mistake_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(ValidationError):
        read(spoil)


@pytest.mark.parametrize("quarter", ["2027Q1", "2027-Q5", "27-Q1", "2027-Q1 "])
def test_a_quarter_is_written_in_one_way(quarter: str) -> None:
    at = SAMPLE.events.index(RECOMMENDATIONS[0])
    with pytest.raises(ValidationError):
        read(set_to(quarter, "events", at, "quarter"))
