"""Which workspace a request may come from, and with which token it is answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.answers import Reply, read_reply


class InstallationError(Exception):
    """The token is not one to work with. The message is a sentence for whoever starts the bot."""


@dataclass(frozen=True, slots=True)
class Installation:
    """The one workspace the settings' token belongs to, as auth.test tells."""

    workspace: str
    bot_id: str
    bot_user: str
    bot_name: str
    token: str


async def installation_of(client: AsyncWebClient) -> Installation:
    """Ask Slack whose token it is, once, when the process starts.

    Raises InstallationError, and what the network raises (aiohttp's ClientError, TimeoutError).
    """
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        raise InstallationError(_why_not(read_reply(error), client.base_url)) from error
    except (AttributeError, ValueError) as error:
        # slack_sdk's own failures over a body that is no JSON object.
        raise InstallationError(_strange(client.base_url)) from error
    if not answer.get("bot_id"):
        raise InstallationError("SLACK_BOT_TOKEN is not a bot's: use the one that begins with xoxb-.")
    return Installation(
        workspace=answer["team_id"],
        bot_id=answer["bot_id"],
        bot_user=answer["user_id"],
        bot_name=answer["user"],
        token=client.token or "",
    )


def _why_not(reply: Reply, url: str) -> str:
    if reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR or reply.status == HTTPStatus.TOO_MANY_REQUESTS:
        return f"Slack did not say whose token it is ({reply.name}): start again later."
    return _strange(url) if reply.code is None else f"Slack refused SLACK_BOT_TOKEN: {reply.code}."


def _strange(url: str) -> str:
    return f"{url} does not answer as Slack does."


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
