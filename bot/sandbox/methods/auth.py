"""auth.*, oauth.*, team.*, bots.*, apps.*: who the app is and where, its tokens and connections."""

from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.methods.call import Call, Method
from bot.sandbox.shapes import JsonObject
from bot.sandbox.tokens import ACCESS_SECONDS

_CONNECT = "connections:write"


def auth_test(call: Call) -> JsonObject:
    workspace = call.workspace
    return {
        "ok": True,
        "url": f"https://{workspace.team.domain}.slack.com/",
        "team": workspace.team.name,
        "user": workspace.app.handle,
        "team_id": workspace.team.id,
        "user_id": workspace.app.bot_user_id,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def team_info(call: Call) -> JsonObject:
    team = call.workspace.team
    if call.has("team") and call.text("team") != team.id:
        raise SlackError("team_not_found")
    return {
        "ok": True,
        "team": {
            "id": team.id,
            "name": team.name,
            "url": f"https://{team.domain}.slack.com/",
            "domain": team.domain,
            "email_domain": "",
        },
    }


def bots_info(call: Call) -> JsonObject:
    app = call.workspace.app
    if call.text("bot") != app.bot_id:
        raise SlackError("bot_not_found")
    return {
        "ok": True,
        "bot": {
            "id": app.bot_id,
            "deleted": False,
            "name": app.name,
            "updated": 0,
            "app_id": app.id,
            "user_id": app.bot_user_id,
        },
    }


def connections_open(call: Call) -> JsonObject:
    """An address for one connection; where Socket Mode is off, Slack gives one all the same and warns."""
    workspace = call.workspace
    provided = workspace.app.app_scopes
    if _CONNECT not in provided:
        raise SlackError("missing_scope", facts={"needed": _CONNECT, "provided": ",".join(provided)})
    host = workspace.url.removeprefix("http://")
    answer: JsonObject = {"ok": True, "url": f"ws://{host}/socket/{workspace.sockets.ticket()}"}
    if workspace.sockets.enabled:
        return answer
    return answer | {"response_metadata": {"messages": ["[WARN] Socket Mode is not turned on."]}}


def oauth_access(call: Call) -> JsonObject:
    """The next pair of tokens; the workspace installs no app, so that there is no code to exchange."""
    if call.text("grant_type") != "refresh_token":
        raise SlackError("invalid_code" if call.has("code") else "invalid_grant_type")
    workspace = call.workspace
    names = ("client_id", "client_secret", "refresh_token")
    pair = workspace.tokens.exchange({name: call.text(name) for name in names})
    return {
        "ok": True,
        "app_id": workspace.app.id,
        "scope": ",".join(workspace.app.scopes),
        "token_type": "bot",
        "access_token": pair.access,
        "refresh_token": pair.refresh,
        "expires_in": int(ACCESS_SECONDS),
        "bot_user_id": workspace.app.bot_user_id,
        "team": {"id": workspace.team.id, "name": workspace.team.name},
        "enterprise": None,
        "is_enterprise_install": False,
    }


METHODS = (
    Method("auth.test", auth_test, Tier.SPECIAL),
    Method("team.info", team_info, Tier.T3, ("team:read",)),
    Method("bots.info", bots_info, Tier.T3, ("users:read",), ("bot",)),
    # Its own page says tier 3, the list of tiers 1: an app that comes back must not be kept out here.
    Method("apps.connections.open", connections_open, Tier.T3, caller="app"),
    Method("oauth.v2.access", oauth_access, Tier.T4, caller="anybody"),
)
