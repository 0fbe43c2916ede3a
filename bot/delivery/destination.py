"""Where a delivery goes: its channel, or the app's direct message with the person it names."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from domain.delivery import Delivery

PERSON_IDS = ("U", "W")
"""Ids of people begin so (docs.slack.dev, object types); ids of conversations begin with C, D or G."""


class Destinations:
    """Knows the direct messages that were opened, for the life of the process.

    chat.postMessage would take a person's id, conversations.history would not: both get the channel's.
    """

    def __init__(self) -> None:
        self._opened: dict[tuple[str, str], str] = {}

    async def channel(self, client: AsyncWebClient, delivery: Delivery) -> str:
        """The id of the conversation. Raises what a call of slack_sdk raises."""
        if not delivery.channel.startswith(PERSON_IDS):
            return delivery.channel
        key = (delivery.workspace, delivery.channel)
        if key not in self._opened:
            answer = await client.api_call("conversations.open", json={"users": delivery.channel})
            channel = answer.get("channel") or {}
            if not isinstance(channel, dict) or not isinstance(channel.get("id"), str):
                raise ValueError("conversations.open")
            self._opened[key] = channel["id"]
        return self._opened[key]
