"""One workspace is served; whose token it is was asked once, at the start."""

from __future__ import annotations

import pytest

from bot.authorization import Installation, authorizer

HERE = Installation(workspace="T1", bot_id="B1", bot_user="U1", bot_name="rapporteur", token="xoxb-1")


@pytest.mark.parametrize("enterprise", [None, "E1"])
async def test_a_request_of_the_workspace_gets_its_token(enterprise: str | None) -> None:
    result = await authorizer(HERE)(enterprise_id=enterprise, team_id="T1", user_id="U9")
    assert result is not None
    assert (result.team_id, result.enterprise_id) == ("T1", enterprise)
    assert (result.bot_id, result.bot_user_id, result.bot_token) == ("B1", "U1", "xoxb-1")


@pytest.mark.parametrize("workspace", ["T2", "t1", "", None])
async def test_a_request_of_any_other_workspace_gets_none(workspace: str | None) -> None:
    assert await authorizer(HERE)(enterprise_id=None, team_id=workspace) is None
