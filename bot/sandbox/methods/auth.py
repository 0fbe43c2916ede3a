"""auth.*, team.*, bots.*, apps.*: who the app is and where."""

from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.methods.call import Call, Method
from bot.sandbox.shapes import JsonObject


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


def connections_open(_call: Call) -> JsonObject:
    raise SlackError(
        "socket_mode_unavailable",
        messages=["[ERROR] the local workspace has no Socket Mode: set the app's request URL"],
    )


METHODS = (
    Method("auth.test", auth_test, Tier.SPECIAL),
    Method("team.info", team_info, Tier.T3, ("team:read",)),
    Method("bots.info", bots_info, Tier.T3, ("users:read",), ("bot",)),
    Method("apps.connections.open", connections_open, Tier.T1),
)
