"""The app's settings as an administrator changes them, and what the app has sent."""

from bot.sandbox.errors import PeopleError
from bot.sandbox.people.requests import Disconnect, Empty, SetSocketMode
from bot.sandbox.shapes import JsonObject
from bot.sandbox.workspace import Workspace


async def disconnect(workspace: Workspace, body: Disconnect) -> JsonObject:
    """What Slack tells every socket of the app before it ends, now."""
    await workspace.sockets.disconnect(body.reason)
    return {"ok": True}


async def set_socket_mode(workspace: Workspace, body: SetSocketMode) -> JsonObject:
    """PeopleError `no_app_token`: without one nothing can connect."""
    if body.enabled and workspace.app.app_token is None:
        raise PeopleError("no_app_token", "Socket Mode needs an app-level token")
    if body.enabled:
        workspace.sockets.enabled = True
    else:
        await workspace.sockets.disconnect("link_disabled")
    return {"ok": True}


async def revoke_token(workspace: Workspace, _body: Empty) -> JsonObject:
    """The bot's tokens are good for nothing from now on; `tokens_revoked` is the last that the app hears."""
    workspace.tokens.revoke()
    tokens: JsonObject = {"oauth": [], "bot": [workspace.app.bot_user_id]}
    workspace.events.send("tokens_revoked", {"type": "tokens_revoked", "tokens": tokens})
    workspace.events.end()
    return {"ok": True}


async def read_payloads(workspace: Workspace, _body: Empty) -> JsonObject:
    return {"ok": True, "payloads": [each.as_json() for each in workspace.payloads.accepted]}


async def read_rejections(workspace: Workspace, _body: Empty) -> JsonObject:
    return {"ok": True, "rejections": [each.as_json() for each in workspace.payloads.rejected]}
