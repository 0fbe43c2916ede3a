"""The local workspace of the demonstration has the sample's people and what the manifest asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo.running import cast_of, demo_settings
from bot.demo.sample import Sample
from bot.demo.workspace import workspace_seed
from bot.manifest import BOT_SCOPES, EVENTS, command_descriptions
from bot.sandbox.seed import WorkspaceSeed
from bot.settings import Settings
from domain.people import Role

SAMPLE = Sample.read()
CAST = cast_of(SAMPLE)
ADDRESS = "https://rapporteur.example.org/slack/events"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return demo_settings(tmp_path)


@pytest.fixture
def seed(settings: Settings) -> WorkspaceSeed:
    return workspace_seed(SAMPLE, settings, ADDRESS)


def test_every_member_of_the_sample_is_there_under_their_handle(seed: WorkspaceSeed) -> None:
    users = {user.id: user for user in seed.users}
    for member in SAMPLE.members:
        user = users[CAST.users[member.handle]]
        assert (user.name, user.tz) == (member.handle, member.timezone)
        assert user.locale[:2] == member.language.value
        assert user.is_admin == (member.role is Role.CHAIR)


def test_there_is_a_guest_and_a_person_who_is_in_no_group(seed: WorkspaceSeed) -> None:
    others = [user for user in seed.users if user.id not in CAST.users.values()]
    assert sorted(user.is_restricted for user in others) == [False, True]


def test_every_id_stands_once(seed: WorkspaceSeed) -> None:
    ids = [*(user.id for user in seed.users), *(channel.id for channel in seed.channels)]
    assert len(set(ids)) == len(ids)


def test_every_channel_of_the_sample_is_there_with_everybody_and_the_app(seed: WorkspaceSeed) -> None:
    channels = {channel.id: channel for channel in seed.channels}
    everybody = {user.id for user in seed.users}
    for channel in SAMPLE.channels:
        seeded = channels[CAST.channels[channel.name]]
        assert (seeded.name, seeded.topic) == (channel.name, channel.topic)
        assert set(seeded.members) == everybody
        assert seeded.id in seed.app.channels


def test_one_channel_is_of_no_group_and_the_app_is_not_in_it(seed: WorkspaceSeed) -> None:
    others = {channel.id for channel in seed.channels} - set(CAST.channels.values())
    assert len(others) == 1
    assert others.isdisjoint(seed.app.channels)


def test_the_app_is_installed_as_the_manifest_asks(seed: WorkspaceSeed, settings: Settings) -> None:
    app = seed.app
    assert (tuple(app.scopes), tuple(app.events), app.request_url) == (BOT_SCOPES, EVENTS, ADDRESS)
    commands = [(command.command, command.description, command.usage_hint) for command in app.commands]
    assert commands == list(command_descriptions(settings))
    assert app.bot_token == settings.bot_token.get_secret_value()
    assert app.signing_secret == settings.signing_secret.get_secret_value()


def test_steps_of_the_loading_have_keys_of_their_own() -> None:
    chair = SAMPLE.members[0].handle
    found, bind = CAST.origin(chair, "ev-group", "found"), CAST.origin(chair, None, "bind:ev-group")
    assert found == CAST.origin(chair, "ev-group", "found")
    assert found.key != bind.key
    assert (found.person.user, found.channel) == (CAST.users[chair], CAST.channels["ev-group"])
    assert bind.channel is None
