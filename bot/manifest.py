"""What the app asks of Slack: scopes, events and commands, in one place."""

from __future__ import annotations

from bot.settings import Settings

BOT_SCOPES = (
    "commands",
    "chat:write",
    "channels:history",
    "groups:history",
    "im:history",
    "channels:read",
    "groups:read",
    "im:write",
    "users:read",
)
"""Each for a method or event the bot uses; no more than that."""

EVENTS = ("app_home_opened", "user_change")
"""Bot events the app subscribes to."""


def command_descriptions(settings: Settings) -> tuple[tuple[str, str, str], ...]:
    """Name, description and usage hint of each slash command."""
    return (
        (settings.command, "The secretary of your working group", "note · obstacle · recommend · status"),
        (
            settings.command_es,
            "La secretaría de su grupo de trabajo",
            "nota · obstáculo · recomendar · estado",
        ),
    )
