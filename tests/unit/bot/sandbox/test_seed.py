"""Descriptions of workspaces."""

import copy
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from bot.sandbox.directory import Directory, user_object
from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.seeds import (
    BOT,
    GENERAL,
    GUEST,
    LEAD,
    LOBBY,
    STRANGER,
    seed_facts,
    workspace_seed,
)

Change = Callable[[dict[str, Any]], object]


def changed(change: Change) -> dict[str, Any]:
    facts = copy.deepcopy(seed_facts())
    change(facts)
    return facts


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda f: f["users"].append(f["users"][0]), "user given twice"),
        (lambda f: f["users"][0].update(name="Guest"), "handle given twice"),
        (lambda f: f["users"][0].update(name="scribe"), "handle given twice"),
        (lambda f: f["channels"].append(f["channels"][0]), "channel given twice"),
        (lambda f: f["channels"][1].update(name="general"), "channel name given twice"),
        (lambda f: f["channels"][0]["members"].append("U0NOBODY"), "not in the workspace: U0NOBODY"),
        (lambda f: f["app"]["channels"].append("C0NOWHERE"), "not in the workspace: C0NOWHERE"),
        (lambda f: f["app"]["commands"].append({"command": "/wg"}), "command given twice"),
        (lambda f: f["app"]["commands"].append({"command": "wg"}), "String should match pattern"),
        (lambda f: f["app"].update(commands=[{"command": f"/c{n}"} for n in range(51)]), "at most 50"),
        (lambda f: f["app"].update(bot_token="secret"), "String should match pattern"),
        (lambda f: f["app"].update(events=["message.channel"]), "events of the app not in the workspace"),
        (lambda f: f["users"].append({"id": f"W{LEAD[1:]}", "name": "w"}), "direct message of U… and W…"),
        (lambda f: f["app"].update(colour="red"), "Extra inputs are not permitted"),
    ],
)
def test_a_workspace_that_cannot_be_is_refused(change: Change, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        WorkspaceSeed.model_validate(changed(change))


def test_rate_limits_are_on_unless_switched_off() -> None:
    assert WorkspaceSeed.model_validate(changed(lambda f: f.pop("rate_limits"))).rate_limits is True


def test_a_seed_survives_being_written_as_json() -> None:
    seed = workspace_seed()

    assert WorkspaceSeed.model_validate_json(seed.model_dump_json()) == seed


def test_guests_and_strangers_see_only_where_they_are() -> None:
    directory = Directory(workspace_seed())
    general, lobby = directory.channel(GENERAL), directory.channel(LOBBY)
    assert general is not None
    assert lobby is not None

    seen = {
        user: (directory.sees(user, general), directory.sees(user, lobby)) for user in (GUEST, STRANGER, LEAD)
    }

    assert seen == {GUEST: (True, False), STRANGER: (True, False), LEAD: (True, True)}


def test_a_direct_message_is_the_same_each_time() -> None:
    directory = Directory(workspace_seed())

    first, second = directory.direct_message(LEAD), directory.direct_message(LEAD)

    assert first is second
    assert first.members == {LEAD, BOT}
    assert first.name_for_app == "directmessage"


def test_the_zone_of_a_person_is_told_with_its_offset_now() -> None:
    facts = changed(lambda f: f["users"][0].update(tz="America/Tijuana"))
    directory = Directory(WorkspaceSeed.model_validate(facts))
    person = directory.person(LEAD)
    assert person is not None

    winter = user_object(person, datetime(2026, 1, 15, 12, tzinfo=UTC))
    summer = user_object(person, datetime(2026, 7, 15, 12, tzinfo=UTC))

    assert (winter["tz_offset"], summer["tz_offset"]) == (-8 * 3600, -7 * 3600)
