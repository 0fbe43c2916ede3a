"""Typing a slash command, and what its acknowledgement shows."""

from bot.sandbox.acceptance import fail, unsupported_blocks
from bot.sandbox.deliveries import Acknowledgement
from bot.sandbox.directory import SLACKBOT, Channel, Person
from bot.sandbox.entities import encode_command
from bot.sandbox.errors import PeopleError
from bot.sandbox.messages import CommandLine, Content
from bot.sandbox.payloads import command_fields
from bot.sandbox.people.access import actor, writable_channel
from bot.sandbox.people.failures import no_answer, tell_failure
from bot.sandbox.people.invitations import INVITE, invite_by_command
from bot.sandbox.people.names import VisibleNames
from bot.sandbox.people.requests import TypeCommand
from bot.sandbox.response_route import respond
from bot.sandbox.response_urls import ResponseUrl
from bot.sandbox.seed import CommandSeed
from bot.sandbox.shapes import JsonObject
from bot.sandbox.validator import check_acknowledgement
from bot.sandbox.wording import say
from bot.sandbox.workspace import Workspace


async def type_command(workspace: Workspace, body: TypeCommand) -> JsonObject:
    """Send the command and wait until it is acknowledged, or 3 s.

    PeopleError `operation_timeout`, `dispatch_failed`, `invalid_command_response`: the app's; anything else:
    the person cannot do this here.
    """
    person = actor(workspace, body.person)
    channel = writable_channel(workspace, person, body.channel)
    name, text = _split(body.text, person)
    if name == INVITE:
        return invite_by_command(workspace, person, channel, text)
    command = _command(workspace, person, name)
    if body.thread_ts is not None:
        raise PeopleError("not_in_thread", say("no_thread", person.locale, command=name))
    encoded = encode_command(
        text, VisibleNames(workspace.directory, person.id), mentions=command.should_escape
    )
    answer = await workspace.dispatcher.command(command_fields(workspace, person, channel, name, encoded))
    try:
        _show(workspace, person, channel, CommandLine(person.id, body.text.strip()), answer)
    except PeopleError as failure:
        workspace.posting.whisper(channel, person.id, Content(text=failure.detail), author=SLACKBOT)
        tell_failure(workspace, person.id, failure, name, answer.body())
        raise
    return {
        "ok": True,
        "status": answer.status,
        "elapsed_ms": round(answer.elapsed_ms, 2),
        "body": answer.body(),
    }


def _split(line: str, person: Person) -> tuple[str, str]:
    """The command and its text; PeopleError `unknown_command` for an empty line."""
    words = line.split(maxsplit=1)
    if not words:
        raise PeopleError("unknown_command", say("no_command_text", person.locale))
    return words[0], words[1] if len(words) > 1 else ""


def _command(workspace: Workspace, person: Person, name: str) -> CommandSeed:
    """PeopleError `unknown_command`, `command_not_shared`."""
    found = next((command for command in workspace.app.commands if command.command == name), None)
    if found is None:
        raise PeopleError("unknown_command", say("no_command", person.locale, command=name))
    if person.is_stranger:
        raise PeopleError("command_not_shared", f"{name} belongs to a workspace that is not {person.name}'s.")
    return found


def _show(
    workspace: Workspace, person: Person, channel: Channel, line: CommandLine, answer: Acknowledgement
) -> None:
    command = line.text.split()[0]
    failure = no_answer(answer, say("failed", person.locale, command=command, error=answer.error))
    if failure is not None:
        raise failure
    payload = _payload(workspace, answer, command, person)
    if not any(payload.get(key) for key in ("text", "blocks", "attachments")):
        return
    url = ResponseUrl(token="", user=person.id, channel=channel.id, issued=0.0)
    respond(workspace, url, payload, line)
    workspace.payloads.accept("acknowledgement", command, payload)


def _payload(workspace: Workspace, answer: Acknowledgement, command: str, person: Person) -> JsonObject:
    """The message in the acknowledgement; empty when there is none."""
    failed = say("failed", person.locale, command=command, error="invalid_command_response")
    if not answer.is_json:
        return {"text": answer.text} if answer.text.strip() else {}
    if not answer.text.strip():
        return {}
    try:
        payload = answer.json()
    except ValueError as reason:
        raise PeopleError("invalid_command_response", failed) from reason
    if payload is None or isinstance(payload, str):
        return {"text": payload} if payload else {}
    unsupported = unsupported_blocks(payload, workspace.unsupported_blocks)
    fail("invalid_command_response", failed, [*check_acknowledgement(payload), *unsupported])
    if not isinstance(payload, dict):
        raise PeopleError("invalid_command_response", failed)
    return payload
