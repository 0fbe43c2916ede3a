"""The events that an app can subscribe to here, and what it must be allowed to read for each."""

from collections.abc import Mapping
from types import MappingProxyType

READ_SCOPES: Mapping[str, str] = MappingProxyType(
    {"public": "channels:read", "private": "groups:read", "im": "im:read"}
)
"""By kind of conversation."""

MESSAGES: Mapping[str, str] = MappingProxyType(
    {"public": "message.channels", "private": "message.groups", "im": "message.im"}
)
"""The subscription for messages, by kind of conversation."""

EVENT_SCOPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "app_home_opened": (),
        "app_mention": ("app_mentions:read",),
        "channel_archive": ("channels:read",),
        "channel_id_changed": ("channels:read", "groups:read"),
        "channel_rename": ("channels:read",),
        "group_archive": ("groups:read",),
        "group_rename": ("groups:read",),
        "member_joined_channel": ("channels:read", "groups:read"),
        "message.channels": ("channels:history",),
        "message.groups": ("groups:history",),
        "message.im": ("im:history",),
        "reaction_added": ("reactions:read",),
        "reaction_removed": ("reactions:read",),
        "tokens_revoked": (),
        "user_change": ("users:read",),
    }
)
"""Every event that the workspace sends, with the scopes of which the app needs one.

Source: https://docs.slack.dev/reference/events. Of `member_joined_channel` it is that of the channel's kind.
"""
