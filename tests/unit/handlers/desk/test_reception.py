"""Who is asking, of which group, in which language."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.language import Language
from domain.people import Person
from domain.ports import StoreUnavailable
from handlers.desk.answer import FieldErrors, Reply
from handlers.desk.budget import Budget
from handlers.desk.metadata import Metadata
from handlers.desk.reception import STALE_AFTER, profile_of, receive
from handlers.desk.silences import ASK_AGAIN_AFTER
from handlers.members.joining_views import JOIN
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.handlers.desk.house import NEWCOMER, TOLD, House, command, submission
from tests.unit.handlers.material import WORDS

MOMENT = timedelta(seconds=1)


def make_stale(house: House) -> None:
    known = house.people.by_user[MEMBER]
    house.people.by_user[MEMBER] = replace(known, fetched_at=house.clock.now() - STALE_AFTER)


async def test_a_new_person_is_asked_of_slack_and_kept(house: House) -> None:
    house.slack.users[NEWCOMER] = TOLD
    found = await receive(house.services, Person(WORKSPACE, NEWCOMER), CHANNEL, house.clock.now())
    assert (found.language, found.zone, found.member) == (Language.SPANISH, "America/Mexico_City", None)
    assert house.people.by_user[NEWCOMER].name == "lead-infra"


async def test_a_known_person_is_not_asked_of_slack_again(house: House) -> None:
    known = house.people.by_user[MEMBER]
    house.people.by_user[MEMBER] = replace(known, fetched_at=house.clock.now() - STALE_AFTER + MOMENT)
    found = await receive(house.services, Person(WORKSPACE, MEMBER), CHANNEL, house.clock.now())
    assert house.slack.asked == []
    assert found.group == house.group


async def test_a_stale_profile_is_fetched_anew_and_a_chosen_language_stays(house: House) -> None:
    make_stale(house)
    house.people.choose_language(MEMBER, Language.ENGLISH)
    house.slack.users[MEMBER] = TOLD
    found = await receive(house.services, Person(WORKSPACE, MEMBER), CHANNEL, house.clock.now())
    assert found.language is Language.ENGLISH
    assert found.profile is not None
    assert (found.profile.name, found.profile.fetched_at) == ("lead-infra", house.clock.now())


async def test_a_stale_profile_serves_while_slack_is_silent(house: House) -> None:
    make_stale(house)
    found = await receive(house.services, Person(WORKSPACE, MEMBER), CHANNEL, house.clock.now())
    assert house.slack.asked == [MEMBER]
    assert found.profile == house.people.by_user[MEMBER]


async def test_slack_that_told_nothing_of_a_known_person_is_left_alone_for_an_hour(house: House) -> None:
    make_stale(house)
    person, now = Person(WORKSPACE, MEMBER), house.clock.now()
    for moment in (now, now, now + ASK_AGAIN_AFTER - MOMENT):
        await receive(house.services, person, CHANNEL, moment)
    assert house.slack.asked == [MEMBER]
    house.slack.users[MEMBER] = TOLD
    found = await receive(house.services, person, CHANNEL, now + ASK_AGAIN_AFTER)
    assert house.slack.asked == [MEMBER, MEMBER]
    assert found.profile is not None
    assert found.profile.name == "lead-infra"


async def test_a_known_person_hardly_waits_for_a_slow_slack(house: House) -> None:
    house.hurry(Budget(acquaintance=0.01))
    make_stale(house)
    house.slack.hangs = 60
    async with asyncio.timeout(5):
        found = await receive(house.services, Person(WORKSPACE, MEMBER), CHANNEL, house.clock.now())
    assert found.profile == house.people.by_user[MEMBER]
    assert house.services.silences.lasts(Person(WORKSPACE, MEMBER), house.clock.now())


async def test_a_new_person_is_asked_of_slack_until_it_tells(house: House) -> None:
    for _ in range(2):
        await receive(house.services, Person(WORKSPACE, NEWCOMER), CHANNEL, house.clock.now())
    assert house.slack.asked == [NEWCOMER, NEWCOMER]


async def test_a_new_person_slack_does_not_tell_of_has_no_profile(house: House) -> None:
    found = await receive(house.services, Person(WORKSPACE, NEWCOMER), CHANNEL, house.clock.now())
    assert found.profile is None
    assert NEWCOMER not in house.people.by_user


async def test_a_stale_profile_serves_while_the_store_is_locked(house: House) -> None:
    make_stale(house)
    house.slack.users[MEMBER] = TOLD
    house.store.writing = StoreUnavailable()
    found = await receive(house.services, Person(WORKSPACE, MEMBER), CHANNEL, house.clock.now())
    assert found.profile == house.people.by_user[MEMBER]


async def test_a_new_person_cannot_be_received_while_the_store_is_locked(house: House) -> None:
    house.slack.users[NEWCOMER] = TOLD
    house.store.writing = StoreUnavailable()
    with pytest.raises(StoreUnavailable):
        await receive(house.services, Person(WORKSPACE, NEWCOMER), CHANNEL, house.clock.now())


@pytest.mark.parametrize(
    ("user", "name"),
    [
        ({"profile": {"display_name": "lead-talent", "real_name": "B"}, "name": "c"}, "lead-talent"),
        ({"profile": {"display_name": "", "real_name": "Lead"}, "name": "c"}, "Lead"),
        ({"profile": {}, "name": "lead"}, "lead"),
        ({}, MEMBER),
    ],
)
def test_people_go_by_the_best_name_slack_has(user: dict[str, object], name: str, house: House) -> None:
    assert profile_of(Person(WORKSPACE, MEMBER), user, house.clock.now()).name == name


@pytest.mark.parametrize(
    ("user", "reads_only"),
    [
        ({"team_id": WORKSPACE}, False),
        ({}, False),
        ({"team_id": "T0002"}, True),
        ({"is_stranger": True}, True),
        ({"is_restricted": True}, True),
        ({"is_ultra_restricted": True}, True),
    ],
)
def test_guests_and_people_of_other_workspaces_only_read(
    user: dict[str, object],
    reads_only: bool,  # noqa: FBT001 - a column of the table
    house: House,
) -> None:
    assert profile_of(Person(WORKSPACE, MEMBER), user, house.clock.now()).reads_only is reads_only


@pytest.mark.parametrize("right", ["is_admin", "is_owner"])
def test_admins_and_owners_administer(right: str, house: House) -> None:
    assert profile_of(Person(WORKSPACE, MEMBER), {right: True}, house.clock.now()).is_admin


def test_a_language_we_do_not_speak_is_none(house: House) -> None:
    profile = profile_of(Person(WORKSPACE, MEMBER), {"locale": "de-DE"}, house.clock.now())
    assert profile.language is None


@pytest.mark.parametrize("deleted", [True, False])
def test_who_was_deactivated_is_known_to_be(house: House, *, deleted: bool) -> None:
    """docs.slack.dev, user object: `deleted`."""
    profile = profile_of(Person(WORKSPACE, MEMBER), {"deleted": deleted}, house.clock.now())
    assert profile.is_deactivated is deleted


FRENCH = {**TOLD, "locale": "fr-FR"}
IN_ENGLISH, IN_SPANISH = "*snooze*:", "*posponer*:"


@pytest.mark.parametrize("first", list(Language))
@pytest.mark.parametrize("channel", [CHANNEL, "C0UNBOUND"])
@pytest.mark.parametrize(
    ("name", "typed", "answered"),
    [("/rapporteur", "help snooze", IN_ENGLISH), ("/relator", "ayuda posponer", IN_SPANISH)],
)
async def test_whose_language_we_do_not_speak_is_answered_in_that_of_the_command(
    first: Language, channel: str, name: str, typed: str, answered: str, house: House
) -> None:
    record = house.store.uow.workspace(WORKSPACE).group(1)
    record.save_group(replace(record.group, languages=(first, *(set(Language) - {first}))))
    house.slack.users[NEWCOMER] = FRENCH
    reply = await house.router().command(command(typed, NEWCOMER, channel, name))
    assert isinstance(reply, Reply)
    assert reply.message.text.startswith(answered)
    assert f"`{name} " in reply.message.text


async def test_the_form_that_a_command_opened_stays_in_its_language(house: House) -> None:
    record = house.store.uow.workspace(WORKSPACE).group(1)
    record.save_group(replace(record.group, languages=(Language.SPANISH, Language.ENGLISH)))
    house.slack.users[NEWCOMER] = FRENCH
    await house.router().command(command("join", NEWCOMER))
    metadata = house.slack.opened[0]["private_metadata"]
    assert Metadata.read(metadata).language is Language.ENGLISH
    entered = submission(JOIN, metadata, organisation="", sector="industry", country="MX")
    by = replace(entered.interaction, person=Person(WORKSPACE, NEWCOMER))
    answer = await house.router().submission(replace(entered, interaction=by))
    assert isinstance(answer, FieldErrors)
    assert answer.errors["organisation"] == WORDS.for_language(Language.ENGLISH)("field-needed")


async def test_a_chosen_language_is_answered_in_whatever_the_command_is(house: House) -> None:
    house.people.choose_language(MEMBER, Language.SPANISH)
    reply = await house.router().command(command("help snooze"))
    assert isinstance(reply, Reply)
    assert reply.message.text.startswith(IN_SPANISH)
