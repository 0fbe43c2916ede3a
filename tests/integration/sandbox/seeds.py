"""The workspace of these tests."""

from typing import Any

from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.workspace import Timing

BOT_TOKEN = "xoxb-1-local"
APP_TOKEN = "xapp-1-local"
SECRET = "not-a-secret"
BOT = "U0BOT00001"
LEAD = "U0LEAD0001"
MEMBER = "U0MEMBER01"
GUEST = "U0GUEST001"
STRANGER = "U0STRANGER"
GENERAL = "C0GENERAL1"
LOBBY = "C0LOBBY001"
CLOSED = "C0CLOSED01"
STEERING = "G0STEERING"
LEAD_DM = "D0LEAD0001"

RETRIES = (0.0, 0.05, 0.05)
QUICK = Timing(acknowledge_seconds=0.3, retry_seconds=RETRIES)

SCOPES = [
    "commands",
    "chat:write",
    "app_mentions:read",
    "channels:history",
    "groups:history",
    "im:history",
    "channels:read",
    "groups:read",
    "im:write",
    "users:read",
    "reactions:write",
]
EVENTS = [
    "app_mention",
    "message.channels",
    "message.groups",
    "message.im",
    "app_home_opened",
    "user_change",
    "channel_id_changed",
    "channel_archive",
]


def seed_facts() -> dict[str, Any]:
    return {
        "team": {"id": "T0LOCAL001", "name": "Working Group", "domain": "working-group"},
        "users": [
            {"id": LEAD, "name": "lead-infra", "real_name": "Lead Infrastructure", "is_admin": True},
            {"id": MEMBER, "name": "member.jalisco", "tz": "America/Mexico_City", "locale": "es-MX"},
            {"id": GUEST, "name": "guest", "is_restricted": True},
            {"id": STRANGER, "name": "stranger", "is_stranger": True},
        ],
        "channels": [
            {"id": GENERAL, "name": "general", "members": [LEAD, MEMBER, GUEST, STRANGER]},
            {"id": LOBBY, "name": "lobby", "members": [LEAD]},
            {"id": CLOSED, "name": "closed", "members": [LEAD], "is_archived": True},
            {"id": STEERING, "name": "steering", "members": [LEAD], "is_private": True},
        ],
        "app": {
            "id": "A0LOCAL001",
            "name": "Scribe",
            "bot_user_id": BOT,
            "bot_id": "B0LOCAL001",
            "bot_token": BOT_TOKEN,
            "signing_secret": SECRET,
            "scopes": SCOPES,
            "commands": [{"command": "/wg", "description": "records", "usage_hint": "help"}],
            "events": EVENTS,
            "shortcuts": [
                {"name": "Record this", "type": "message", "callback_id": "record_message"},
                {"name": "New record", "type": "global", "callback_id": "new_record"},
            ],
            "channels": [GENERAL, CLOSED],
        },
        "rate_limits": False,
    }


def workspace_seed(**changes: object) -> WorkspaceSeed:
    return WorkspaceSeed.model_validate(seed_facts() | changes)


def socket_seed(**changes: object) -> WorkspaceSeed:
    """The same with Socket Mode on; `changes` are of the app."""
    facts = seed_facts()
    facts["app"] |= {"app_token": APP_TOKEN, "socket_mode": True} | changes
    return WorkspaceSeed.model_validate(facts)
