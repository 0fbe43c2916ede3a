"""conversations.*: what there is, who is in it, and how the app gets in."""

from bot.sandbox.directory import Channel, channel_object
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import Tier
from bot.sandbox.methods.call import Call, Method
from bot.sandbox.methods.paging import page
from bot.sandbox.notices import join
from bot.sandbox.shapes import JsonObject
from bot.sandbox.subscriptions import READ_SCOPES

# Defaults and maxima: https://docs.slack.dev/reference/methods/conversations.list and conversations.members
PAGE = 100
LARGEST_PAGE = 999

_TYPES = {"public_channel": "public", "private_channel": "private", "im": "im"}


def conversations_info(call: Call) -> JsonObject:
    call.need_any_scope(READ_SCOPES)
    channel = call.channel()
    call.need_scope(READ_SCOPES[channel.kind])
    body = channel_object(channel, call.workspace.app.bot_user_id)
    if call.flag("include_num_members"):
        body["num_members"] = len(channel.members)
    return {"ok": True, "channel": body}


def conversations_list(call: Call) -> JsonObject:
    kinds = _kinds(call)
    for kind in kinds:
        call.need_scope(READ_SCOPES[kind])
    workspace = call.workspace
    found = [
        channel
        for channel in workspace.directory.channels()
        if channel.kind in kinds
        and (channel.kind == "public" or workspace.directory.app_is_in(channel))
        and not (channel.is_archived and call.flag("exclude_archived"))
    ]
    channels, metadata = page(call, found, call.limit(PAGE, LARGEST_PAGE))
    return {
        "ok": True,
        "channels": [_listed(channel, workspace.app.bot_user_id) for channel in channels],
        "response_metadata": metadata,
    }


def _listed(channel: Channel, reader: str) -> JsonObject:
    body = channel_object(channel, reader)
    return body if channel.kind == "im" else body | {"num_members": len(channel.members)}


def _kinds(call: Call) -> list[str]:
    """SlackError `invalid_types`."""
    types = [name.strip() for name in (call.text("types") or "public_channel").split(",")]
    if any(name not in {*_TYPES, "mpim"} for name in types):
        raise SlackError("invalid_types")
    return [_TYPES[name] for name in types if name in _TYPES]


def conversations_members(call: Call) -> JsonObject:
    call.need_any_scope(READ_SCOPES)
    channel = call.channel()
    call.need_scope(READ_SCOPES[channel.kind])
    members, metadata = page(call, sorted(channel.members), call.limit(PAGE, LARGEST_PAGE))
    return {"ok": True, "members": list(members), "response_metadata": metadata}


def conversations_open(call: Call) -> JsonObject:
    """Open the direct message with one person; the workspace has none of several people."""
    call.need_scope("im:write")
    directory = call.workspace.directory
    if call.text("channel"):
        return _opened(call, call.channel())
    users = [user for user in call.text("users").split(",") if user]
    if not users:
        raise SlackError("users_list_not_supplied")
    if len(users) > 1:
        call.need_scope("mpim:write")
        raise SlackError("method_not_supported_for_channel_type")
    person = directory.person(users[0])
    if person is None or person.is_bot:
        raise SlackError("user_not_found")
    if person.deleted:
        raise SlackError("user_disabled")
    return _opened(call, directory.direct_message(person.id))


def _opened(call: Call, channel: Channel) -> JsonObject:
    if channel.kind != "im":
        raise SlackError("method_not_supported_for_channel_type")
    whole = call.flag("return_im")
    body = channel_object(channel, call.workspace.app.bot_user_id) if whole else {"id": channel.id}
    return {"ok": True, "channel": body}


def conversations_join(call: Call) -> JsonObject:
    channel = call.channel()
    if channel.kind != "public":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackError("is_archived")
    workspace = call.workspace
    bot = workspace.app.bot_user_id
    if bot in channel.members:
        warning = {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
        return {"ok": True, "channel": channel_object(channel, bot), **warning}
    return {"ok": True, "channel": channel_object(join(workspace, channel, bot), bot)}


METHODS = (
    Method("conversations.info", conversations_info, Tier.T3, required=("channel",)),
    Method("conversations.list", conversations_list, Tier.T2),
    Method("conversations.members", conversations_members, Tier.T4, required=("channel",)),
    Method("conversations.open", conversations_open, Tier.T3),
    Method("conversations.join", conversations_join, Tier.T3, ("channels:join",), ("channel",)),
)
