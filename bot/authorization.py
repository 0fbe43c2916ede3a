"""Which workspace a request may come from, and with which token it is answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient


@dataclass(frozen=True, slots=True)
class Installation:
    """The one workspace the settings' token belongs to, as auth.test tells."""

    workspace: str
    bot_id: str
    bot_user: str
    bot_name: str
    token: str


async def installation_of(client: AsyncWebClient) -> Installation:
    """Ask Slack whose token it is, once, when the process starts. Raises what slack_sdk raises."""
    answer = await client.auth_test()
    return Installation(
        workspace=answer["team_id"],
        bot_id=answer["bot_id"],
        bot_user=answer["user_id"],
        bot_name=answer["user"],
        token=client.token or "",
    )


def authorizer(installation: Installation) -> Callable[..., Awaitable[AuthorizeResult | None]]:
    """Bolt's `authorize` for one workspace, without asking auth.test for each request.

    For any other workspace it gives None, and Bolt tells the person that the app is not installed there.
    """

    async def authorize(
        enterprise_id: str | None, team_id: str | None, **_: object
    ) -> AuthorizeResult | None:
        if team_id != installation.workspace:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_id=installation.bot_id,
            bot_user_id=installation.bot_user,
            bot_token=installation.token,
        )

    return authorize
