"""What the app asks of Slack: scopes, events and commands, in one place, and the manifest made of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bot.settings import CommandSettings
from handlers.overview.shortcuts import NEW_RECORD, RECORD_THIS

SCOPE_USES: Mapping[str, str] = MappingProxyType(
    {
        "commands": "the slash commands",
        "chat:write": "posting digests and answers",
        "channels:history": "finding a digest again in a public channel, and reading the threads of meetings",
        "groups:history": "the same in private channels",
        "im:history": "the same in direct messages, and reading what people say there to the bot",
        "app_mentions:read": "doing what people say to the bot in channels and threads",
        "channels:read": "knowing whether the bot is in a public channel",
        "groups:read": "the same for private channels",
        "im:write": "writing to people directly",
        "reactions:write": "an emoji under what was recorded in a meeting's thread",
        "users:read": "people's names, languages and time zones",
    }
)
"""Each for a method or event the bot uses, no more than that, and what people lose without it."""

BOT_SCOPES = tuple(SCOPE_USES)

SHORTCUTS = (
    (RECORD_THIS, "message", "Record this · Registrar", "Put this message on the group's record"),
    (NEW_RECORD, "global", "New record · Registrar", "A note, decision, obstacle, recommendation or action"),
)
"""callback_id, type, name (24 characters) and description of each: Slack shows one name to everybody."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "channel_id_changed",
    "message.channels",
    "message.groups",
    "message.im",
    "user_change",
)
"""Bot events the app subscribes to."""

NAME = "Rapporteur"
DESCRIPTION = "The secretary of your working group: notes, obstacles, recommendations, digests"
COLOR = "#3b1f4a"


def command_descriptions(settings: CommandSettings) -> tuple[tuple[str, str, str], ...]:
    """Name, description and usage hint of each slash command."""
    return (
        (
            settings.command,
            "The secretary of your working group",
            "note · obstacle · recommend · status · find",
        ),
        (
            settings.command_es,
            "La secretaría de su grupo de trabajo",
            "nota · obstáculo · recomendar · estado · buscar",
        ),
    )


def manifest(settings: CommandSettings, request_url: str | None) -> dict[str, Any]:
    """The app manifest (docs.slack.dev, app manifest reference). Without a request URL: Socket Mode."""
    address = {"request_url": request_url} if request_url else {}
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {"name": NAME, "description": DESCRIPTION, "background_color": COLOR},
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": NAME, "always_online": True},
            "shortcuts": [
                {"name": name, "type": kind, "callback_id": callback, "description": description}
                for callback, kind, name, description in SHORTCUTS
            ],
            "slash_commands": _commands(settings, request_url),
        },
        "oauth_config": {"scopes": {"bot": list(BOT_SCOPES)}},
        "settings": {
            "event_subscriptions": {**address, "bot_events": list(EVENTS)},
            "interactivity": {
                "is_enabled": True,
                **address,
                **({"message_menu_options_url": request_url} if request_url else {}),
            },
            "org_deploy_enabled": False,
            "socket_mode_enabled": request_url is None,
            "token_rotation_enabled": False,
        },
    }


def _commands(settings: CommandSettings, request_url: str | None) -> list[Mapping[str, Any]]:
    """With escaping on, so that people and channels arrive as ids (docs.slack.dev, slash commands)."""
    address = {"url": request_url} if request_url else {}
    return [
        {"command": name, **address, "description": description, "usage_hint": hint, "should_escape": True}
        for name, description, hint in command_descriptions(settings)
    ]
