"""What a request is read against: group, theme, language, zone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.language import Language
from domain.people import Person
from domain.usecases.situation import Situation, refresh_profile, remember_profile, situate
from tests.fakes.scene import CHAIR, CHANNEL, CHARTER, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import NEWCOMER, NOW, UNBOUND, UNKNOWN, Stage, profile


def second_group(stage: Stage) -> int:
    record = stage.uow.workspace(WORKSPACE).found_group(CHARTER)
    record.members.add(stage.member(MEMBER), NOW)
    return record.group.id


def situation(stage: Stage, user: str, channel: str | None = CHANNEL, chosen: int | None = None) -> Situation:
    return situate(Person(WORKSPACE, user), channel, stage.uow, chosen)


def group_of(found: Situation) -> int | None:
    return found.group.id if found.group else None


def test_a_channel_says_the_group_and_the_theme(stage: Stage) -> None:
    stage.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1, "talent"))
    found = situation(stage, MEMBER)
    assert (group_of(found), found.theme, found.choices) == (1, "talent", ())
    assert found.member == stage.member(MEMBER)
    assert found.profile == profile(MEMBER)


def test_in_a_bound_channel_the_channel_goes_before_what_was_chosen(stage: Stage) -> None:
    assert group_of(situation(stage, MEMBER, chosen=second_group(stage))) == 1


def test_whoever_is_not_in_the_group_is_in_its_channel_all_the_same(stage: Stage) -> None:
    found = situation(stage, NEWCOMER)
    assert (group_of(found), found.member) == (1, None)


@pytest.mark.parametrize("channel", [None, UNBOUND])
def test_elsewhere_the_group_is_the_persons_only_one_without_a_theme(
    stage: Stage, channel: str | None
) -> None:
    found = situation(stage, MEMBER, channel)
    assert (group_of(found), found.theme) == (1, None)
    assert found.outside is (channel is not None)


def test_a_person_of_several_groups_chooses(stage: Stage) -> None:
    other = second_group(stage)
    undecided = situation(stage, MEMBER, None)
    assert group_of(undecided) is None
    assert undecided.choices == ((1, CHARTER.names), (other, CHARTER.names))
    decided = situation(stage, MEMBER, None, chosen=other)
    assert (group_of(decided), decided.choices) == (other, ())


def test_a_group_one_is_not_in_cannot_be_chosen(stage: Stage) -> None:
    other = second_group(stage)
    assert group_of(situation(stage, CHAIR, None, chosen=other)) == 1
    nowhere = situation(stage, NEWCOMER, None, chosen=other)
    assert (group_of(nowhere), nowhere.choices) == (None, ())


def test_a_person_not_seen_yet_has_no_profile(stage: Stage) -> None:
    assert situation(stage, UNKNOWN).profile is None


@pytest.mark.parametrize(
    ("chosen", "locale", "language"),
    [
        (Language.ENGLISH, Language.SPANISH, Language.ENGLISH),
        (None, Language.ENGLISH, Language.ENGLISH),
        (None, None, Language.SPANISH),
    ],
)
def test_answers_are_in_the_persons_language_else_in_the_groups_first(
    stage: Stage, chosen: Language | None, locale: Language | None, language: Language
) -> None:
    stage.record.group = replace(stage.record.group, languages=(Language.SPANISH, Language.ENGLISH))
    person = profile(MEMBER, chosen_language=chosen, locale_language=locale)
    remember_profile(person, stage.uow)
    assert situation(stage, MEMBER).language is language


def test_without_a_group_answers_are_in_english_and_times_in_utc(stage: Stage) -> None:
    nowhere = situation(stage, NEWCOMER, None)
    assert (nowhere.language, nowhere.zone) == (Language.ENGLISH, "UTC")


def test_times_are_read_in_the_persons_zone_else_in_the_groups(stage: Stage) -> None:
    assert situation(stage, MEMBER).zone == "America/Mexico_City"
    remember_profile(profile(MEMBER, zone="America/Tijuana"), stage.uow)
    assert situation(stage, MEMBER).zone == "America/Tijuana"


def test_what_slack_says_anew_keeps_the_language_the_person_chose(stage: Stage) -> None:
    remember_profile(profile(MEMBER, chosen_language=Language.SPANISH), stage.uow)
    refresh_profile(profile(MEMBER, name="member-mx"), stage.uow)
    stored = stage.uow.workspace(WORKSPACE).people.get(MEMBER)
    assert stored == profile(MEMBER, name="member-mx", chosen_language=Language.SPANISH)


def test_a_person_we_do_not_know_is_not_refreshed(stage: Stage) -> None:
    stage.writes_nothing(lambda: refresh_profile(profile(UNKNOWN), stage.uow))
