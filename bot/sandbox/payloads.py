"""What the app is sent: commands and interactions in Slack's shapes.

Sources: https://docs.slack.dev/interactivity/implementing-slash-commands and
https://docs.slack.dev/reference/interaction-payloads
"""

from bot.sandbox.directory import Channel, Person
from bot.sandbox.messages import Ephemeral, Message
from bot.sandbox.response_urls import Origin
from bot.sandbox.shapes import JsonObject
from bot.sandbox.views import View
from bot.sandbox.workspace import Workspace


def command_fields(
    workspace: Workspace, person: Person, channel: Channel, command: str, text: str
) -> dict[str, str]:
    return {
        "token": "",
        "team_id": workspace.team.id,
        "team_domain": workspace.team.domain,
        "channel_id": channel.id,
        "channel_name": channel.name_for_app,
        "user_id": person.id,
        "user_name": person.name,
        "command": command,
        "text": text,
        "api_app_id": workspace.app.id,
        "is_enterprise_install": "false",
        "response_url": workspace.response_url(person.id, channel.id),
        "trigger_id": workspace.triggers.issue(person.id),
    }


def interaction(workspace: Workspace, kind: str, person: Person) -> JsonObject:
    """What every interaction carries."""
    return {
        "type": kind,
        "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team_id},
        "api_app_id": workspace.app.id,
        "token": "",
        "team": {"id": workspace.team.id, "domain": workspace.team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def on_message(
    workspace: Workspace, person: Person, channel: Channel, message: Message, attachment: int = 0
) -> JsonObject:
    """The part of a block_actions payload that says on which message it happened.

    `attachment` is the number of the attachment it happened in, from 1; 0 outside of any.
    """
    shown = {"message": workspace.rendering.for_app(message, metadata=True)}
    facts = _on(workspace, person, channel, message, Origin(message_ts=message.ts))
    return facts | _contained(facts, attachment) | shown


def on_ephemeral(
    workspace: Workspace, person: Person, channel: Channel, ephemeral: Ephemeral, attachment: int = 0
) -> JsonObject:
    """As `on_message`; Slack sends no `message` for ephemeral ones."""
    facts = _on(workspace, person, channel, ephemeral, Origin(ephemeral_id=ephemeral.id))
    return facts | _contained(facts, attachment)


def _contained(facts: JsonObject, attachment: int) -> JsonObject:
    """The container of what happened in an attachment.

    Source: the example of https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
    """
    if not attachment:
        return {}
    inside = {"type": "message_attachment", "attachment_id": attachment, "is_app_unfurl": False}
    return {"container": facts["container"] | inside}


def _on(
    workspace: Workspace, person: Person, channel: Channel, said: Message | Ephemeral, origin: Origin
) -> JsonObject:
    container: JsonObject = {
        "type": "message",
        "message_ts": said.ts,
        "channel_id": channel.id,
        "is_ephemeral": isinstance(said, Ephemeral),
    }
    if said.thread_ts is not None:
        container["thread_ts"] = said.thread_ts
    return {
        "container": container,
        "channel": {"id": channel.id, "name": channel.name_for_app},
        "trigger_id": workspace.triggers.issue(person.id),
        "response_url": workspace.response_url(person.id, channel.id, origin),
    }


def on_view(workspace: Workspace, person: Person, view: View) -> JsonObject:
    """As `on_message`, for a modal or Home; there is no response_url."""
    modal = None if view.is_home else view.id
    return {
        "container": {"type": "view", "view_id": view.id},
        "view": workspace.views.as_slack(view),
        "trigger_id": workspace.triggers.issue(person.id, modal),
    }


def submission(workspace: Workspace, person: Person, view: View) -> JsonObject:
    return interaction(workspace, "view_submission", person) | {
        "trigger_id": workspace.triggers.issue(person.id, view.id),
        "view": workspace.views.as_slack(view),
        "response_urls": _response_urls(workspace, person, view),
    }


def closed(workspace: Workspace, person: Person, view: View, *, cleared: bool) -> JsonObject:
    return interaction(workspace, "view_closed", person) | {
        "view": workspace.views.as_slack(view),
        "is_cleared": cleared,
    }


def shortcut(workspace: Workspace, person: Person, callback_id: str) -> JsonObject:
    return interaction(workspace, "shortcut", person) | {
        "callback_id": callback_id,
        "trigger_id": workspace.triggers.issue(person.id),
        "action_ts": workspace.timestamps.next(),
    }


def message_action(
    workspace: Workspace, person: Person, channel: Channel, message: Message, callback_id: str
) -> JsonObject:
    return interaction(workspace, "message_action", person) | {
        "callback_id": callback_id,
        "trigger_id": workspace.triggers.issue(person.id),
        "action_ts": workspace.timestamps.next(),
        "response_url": workspace.response_url(person.id, channel.id),
        "channel": {"id": channel.id, "name": channel.name_for_app},
        "message_ts": message.ts,
        "message": workspace.rendering.for_app(message, metadata=True),
    }


def _response_urls(workspace: Workspace, person: Person, view: View) -> list[JsonObject]:
    """An address for each filled conversation menu with `response_url_enabled`."""
    urls: list[JsonObject] = []
    for block in view.blocks:
        element = block.get("element", {})
        if not element.get("response_url_enabled"):
            continue
        value = view.state[block["block_id"]][element["action_id"]]
        channel = value.get("selected_conversation") or value.get("selected_channel")
        if channel:
            urls.append(
                {
                    "block_id": block["block_id"],
                    "action_id": element["action_id"],
                    "channel_id": channel,
                    "response_url": workspace.response_url(person.id, channel),
                }
            )
    return urls
