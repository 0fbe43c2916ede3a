"""`/response/TOKEN`: the app's later answers to an interaction.

Source: https://docs.slack.dev/interactivity/handling-user-interaction (message responses).
"""

import time
from dataclasses import replace
from http import HTTPStatus

from aiohttp import web

from bot.sandbox.acceptance import content_of, refuse, unsupported_blocks
from bot.sandbox.decoding import decode_json
from bot.sandbox.errors import SlackError
from bot.sandbox.faults import RESPONSE_URL
from bot.sandbox.faulty import answer_through, as_exchange, json_or_text
from bot.sandbox.messages import CommandLine, Content
from bot.sandbox.posting import Placing
from bot.sandbox.response_urls import ResponseUrl
from bot.sandbox.shapes import JsonObject
from bot.sandbox.validator import MessageKind, check_message
from bot.sandbox.workspace import Workspace

_GONE = ("no_such_url", "expired_url", "used_url")


class ResponseRoute:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def handle(self, request: web.Request) -> web.StreamResponse:
        started = time.perf_counter()
        raw = await request.read()
        token = request.match_info["token"]

        def act() -> web.Response:
            status, answer = self._answer(token, raw)
            return web.Response(text="ok") if answer["ok"] else web.json_response(answer, status=status)

        answer = await answer_through(request, self._workspace.faults.take(RESPONSE_URL), act)
        elapsed = (time.perf_counter() - started) * 1000
        shown = json_or_text(raw.decode("utf-8", "replace"))
        self._workspace.traffic.record(as_exchange(RESPONSE_URL, answer, elapsed, shown))
        return answer

    def _answer(self, token: str, raw: bytes) -> tuple[int, JsonObject]:
        """HTTP status and body; a use is counted for every message that Slack accepts."""
        try:
            url = self._workspace.response_urls.peek(token)
            payload = _payload(raw)
            unsupported = unsupported_blocks(payload, self._workspace.unsupported_blocks)
            refuse([*check_message(payload, MessageKind.RESPONSE), *unsupported])
            self._workspace.response_urls.use(token)
            respond(self._workspace, url, payload)
            self._workspace.payloads.accept("response", RESPONSE_URL, payload)
        except SlackError as refusal:
            shown = json_or_text(raw.decode("utf-8", "replace"))
            self._workspace.payloads.reject(RESPONSE_URL, refusal.code, refusal.violations, shown)
            gone = refusal.code in _GONE
            return (HTTPStatus.NOT_FOUND if gone else HTTPStatus.BAD_REQUEST), refusal.answer()
        return HTTPStatus.OK, {"ok": True}


def respond(
    workspace: Workspace, url: ResponseUrl, payload: JsonObject, command: CommandLine | None = None
) -> None:
    """Do what an accepted message response says: delete or replace the original, else show a new message."""
    if payload.get("delete_original") and _delete_original(workspace, url):
        return
    content = content_of(payload)
    if payload.get("replace_original") and _replace_original(workspace, url, content):
        return
    channel = workspace.directory.channel(url.channel)
    if channel is None:
        raise SlackError("channel_not_found")
    thread = payload.get("thread_ts")
    thread_ts = thread if isinstance(thread, str) and thread else None
    if payload.get("response_type") == "in_channel":
        if channel.is_archived:
            raise SlackError("is_archived")
        placing = Placing(thread_ts=thread_ts, command=command)
        workspace.posting.post(channel, workspace.app.bot_user_id, content, placing)
    else:
        workspace.posting.whisper(channel, url.user, content, thread_ts=thread_ts)


def _delete_original(workspace: Workspace, url: ResponseUrl) -> bool:
    """A command has no original: what the person typed cannot be deleted."""
    origin = url.origin
    ephemeral = workspace.ephemerals.get(origin.ephemeral_id) if origin.ephemeral_id else None
    if ephemeral is not None:
        workspace.posting.remove_whisper(ephemeral)
        return True
    channel = workspace.directory.channel(url.channel)
    message = workspace.messages.get(url.channel, origin.message_ts) if origin.message_ts else None
    if channel is not None and message is not None and message.by_app:
        workspace.posting.delete(channel, message)
    return True


def _replace_original(workspace: Workspace, url: ResponseUrl, content: Content) -> bool:
    """Whether there was an original of the app's to replace; without one the answer is a new message."""
    origin = url.origin
    ephemeral = workspace.ephemerals.get(origin.ephemeral_id) if origin.ephemeral_id else None
    if ephemeral is not None:
        workspace.posting.change_whisper(ephemeral, content)
        return True
    channel = workspace.directory.channel(url.channel)
    message = workspace.messages.get(url.channel, origin.message_ts) if origin.message_ts else None
    if channel is None or message is None or not message.by_app:
        return False
    kept = replace(content, metadata=message.content.metadata)
    workspace.posting.edit(channel, message, kept, marked=not content.blocks)
    return True


def _payload(raw: bytes) -> JsonObject:
    try:
        payload = decode_json(raw)
    except ValueError as reason:
        raise SlackError("invalid_payload") from reason
    if not isinstance(payload, dict):
        raise SlackError("invalid_payload")
    return payload
