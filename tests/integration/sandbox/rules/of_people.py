"""Rules of people and of the channels they share."""

import pytest
from pydantic import ValidationError

from bot.sandbox.client import RefusedError
from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.rules.stage import Row, Stage
from tests.integration.sandbox.seeds import (
    GENERAL,
    GUEST,
    LEAD,
    LOBBY,
    STEERING,
    STRANGER,
    seed_facts,
    workspace_seed,
)

ENTERPRISE = "W0ENTERP01"
SINGLE = "U0SINGLE01"


def with_more_people() -> WorkspaceSeed:
    facts = seed_facts()
    facts["users"] += [
        {"id": ENTERPRISE, "name": "member-of-the-grid"},
        {"id": SINGLE, "name": "single", "is_restricted": True, "is_ultra_restricted": True},
    ]
    facts["channels"][0]["members"] += [ENTERPRISE, SINGLE]
    facts["channels"][0]["is_ext_shared"] = True
    return WorkspaceSeed.model_validate(facts)


async def known_by_team_and_user(stage: Stage) -> None:
    for user in (LEAD, ENTERPRISE):
        await stage.people.command(user, GENERAL, "/wg x")
    ids = [(each["team_id"], each["user_id"]) for each in stage.app.commands]
    assert ids == [("T0LOCAL001", LEAD), ("T0LOCAL001", ENTERPRISE)]


async def known_otherwise(stage: Stage) -> None:
    person = {"name": "nobody-else"}
    for wrong in ("X0MEMBER01", "member", LEAD):
        with pytest.raises(ValidationError):
            workspace_seed(users=[*seed_facts()["users"], person | {"id": wrong}])
    assert await stage.error("users.info", user="X0MEMBER01") == "user_not_found"
    stranger = (await stage.ask("users.info", user=STRANGER))["user"]
    assert stranger["team_id"] != "T0LOCAL001"


async def guests_where_they_are(stage: Stage) -> None:
    for user in (GUEST, SINGLE):
        assert (await stage.people.command(user, GENERAL, "/wg x")).ok
    await stage.people.invite(LEAD, LOBBY, GUEST)
    assert (await stage.people.command(GUEST, LOBBY, "/wg x")).ok
    flags = {}
    for user in (GUEST, SINGLE, STRANGER):
        found = (await stage.ask("users.info", user=user))["user"]
        flags[user] = [found[key] for key in ("is_restricted", "is_ultra_restricted", "is_stranger")]
    assert flags == {
        GUEST: [True, False, False],
        SINGLE: [True, True, False],
        STRANGER: [False, False, True],
    }


async def guests_elsewhere(stage: Stage) -> None:
    for user in (GUEST, SINGLE, STRANGER):
        with pytest.raises(RefusedError, match="channel_not_found"):
            await stage.people.messages(user, LOBBY)
        seen = {each["id"] for each in (await stage.people.workspace(user))["channels"] if not each["is_im"]}
        assert seen == {GENERAL}
    with pytest.raises(RefusedError, match="ura_max_channels"):
        await stage.people.invite(LEAD, LOBBY, SINGLE)
    facts = seed_facts()
    facts["users"][2]["is_ultra_restricted"] = True
    facts["channels"][1]["members"].append(GUEST)
    with pytest.raises(ValidationError, match="guest of a single channel"):
        WorkspaceSeed.model_validate(facts)
    assert (await stage.people.command(STRANGER, GENERAL, "/wg x")).error == "command_not_shared"
    assert (await stage.people.command(GUEST, STEERING, "/wg x")).error == "channel_not_found"


async def shared_and_moved(stage: Stage) -> None:
    ts = await stage.post("before")
    shared = (await stage.ask("conversations.info", channel=GENERAL))["channel"]
    url = (await stage.command())["response_url"]
    await stage.people.change_channel_id(GENERAL, "C0GENERAL2")
    await stage.people.idle()
    event = stage.app.events[-1]
    read = await stage.ask("conversations.history", channel="C0GENERAL2")
    assert (shared["is_ext_shared"], shared["is_shared"]) == (True, True)
    assert event["type"] == "channel_id_changed"
    assert (event["old_channel_id"], event["new_channel_id"]) == (GENERAL, "C0GENERAL2")
    assert [each["ts"] for each in read["messages"]] == [ts]
    assert await stage.respond(url, text="after") == 200
    assert await stage.texts(channel="C0GENERAL2") == ["before", "after"]


async def under_the_old_id(stage: Stage) -> None:
    await stage.people.change_channel_id(GENERAL, "C0GENERAL2")
    assert await stage.error("chat.postMessage", channel=GENERAL, text="x") == "channel_not_found"
    with pytest.raises(RefusedError, match="channel_not_found"):
        await stage.people.messages(LEAD, GENERAL)


ROWS = (
    Row(
        "identity",
        "(team_id, user_id); ids may begin with U or W",
        ("seed", "payloads", "directory"),
        known_by_team_and_user,
        known_otherwise,
        seed=with_more_people,
    ),
    Row(
        "guests",
        "`is_restricted`, `is_ultra_restricted`; people of another workspace `is_stranger`",
        ("directory", "seed", "people.invitations", "people.commands"),
        guests_where_they_are,
        guests_elsewhere,
        seed=with_more_people,
    ),
    Row(
        "shared channels",
        "`is_ext_shared`; ids can change: `channel_id_changed` event",
        ("directory", "people.invitations"),
        shared_and_moved,
        under_the_old_id,
        seed=with_more_people,
    ),
)
