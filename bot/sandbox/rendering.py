"""Messages in the shape in which Slack gives them to apps and, here, to people."""

from bot.sandbox.directory import Directory
from bot.sandbox.entities import rich_text
from bot.sandbox.messages import Ephemeral, Message, MessageLog
from bot.sandbox.seed import AppSeed
from bot.sandbox.shapes import JsonObject

# Slack names at most this many people under a thread.
REPLY_USERS_SHOWN = 5


class Rendering:
    def __init__(self, app: AppSeed, team_id: str, directory: Directory, log: MessageLog) -> None:
        self._app = app
        self._team_id = team_id
        self._directory = directory
        self._log = log

    def for_app(self, message: Message, *, metadata: bool = False) -> JsonObject:
        """As events and the Web API give it; metadata only when asked for."""
        body = self._message(message)
        if message.client_msg_id is not None and not message.content.blocks and message.content.text:
            body["blocks"] = [rich_text(message.content.text) | {"block_id": f"m{message.ts[-6:]}"}]
        if metadata and message.content.metadata is not None:
            body["metadata"] = message.content.metadata
        return body

    def for_people(self, message: Message) -> JsonObject:
        body = self._message(message)
        if message.content.typed is not None:
            body["typed"] = message.content.typed
        if message.command is not None:
            body["command"] = {"user": message.command.user, "text": message.command.text}
        if message.content.metadata is not None:
            body["metadata"] = message.content.metadata
        return body

    def ephemeral(self, ephemeral: Ephemeral) -> JsonObject:
        body: JsonObject = {
            "type": "message",
            "ts": ephemeral.ts,
            "user": ephemeral.author,
            "text": ephemeral.content.text,
            "ephemeral": True,
            "id": ephemeral.id,
        }
        if ephemeral.author == self._app.bot_user_id:
            body |= {"bot_id": self._app.bot_id, "app_id": self._app.id}
        if ephemeral.thread_ts is not None:
            body["thread_ts"] = ephemeral.thread_ts
        return body | _rich_parts(ephemeral.content.blocks, ephemeral.content.attachments)

    def _message(self, message: Message) -> JsonObject:
        body: JsonObject = {
            "type": "message",
            "user": message.author,
            "ts": message.ts,
            "text": message.content.text,
        }
        if message.subtype is not None:
            body["subtype"] = message.subtype
        if message.is_tombstone:
            body["hidden"] = True
        body |= message.facts
        body |= self._author(message)
        if message.client_msg_id is not None:
            body["client_msg_id"] = message.client_msg_id
        if message.edited_ts is not None:
            body["edited"] = {"user": message.author, "ts": message.edited_ts}
        body |= _rich_parts(message.content.blocks, message.content.attachments)
        if message.reactions:
            body["reactions"] = [
                {"name": name, "users": list(users), "count": len(users)}
                for name, users in message.reactions.items()
            ]
        return body | self._thread(message)

    def _author(self, message: Message) -> JsonObject:
        if not message.by_app:
            person = self._directory.person(message.author)
            return {"team": person.team_id if person else self._team_id}
        author: JsonObject = {
            "team": self._team_id,
            "bot_id": self._app.bot_id,
            "app_id": self._app.id,
            "bot_profile": {
                "id": self._app.bot_id,
                "deleted": False,
                "name": self._app.name,
                "updated": 0,
                "app_id": self._app.id,
                "team_id": self._team_id,
            },
        }
        return author | {"username": message.content.username} if message.content.username else author

    def _thread(self, message: Message) -> JsonObject:
        if message.thread_ts is not None:
            parent = self._log.get(message.channel, message.thread_ts)
            body: JsonObject = {"thread_ts": message.thread_ts}
            if parent is not None:
                body["parent_user_id"] = parent.author
            return body
        replies = self._log.replies(message.channel, message.ts)
        if not replies:
            return {}
        authors = list(dict.fromkeys(reply.author for reply in replies))
        return {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users_count": len(authors),
            "reply_users": authors[:REPLY_USERS_SHOWN],
            "latest_reply": replies[-1].ts,
            "is_locked": False,
            "subscribed": False,
        }


def _rich_parts(blocks: list[JsonObject], attachments: list[JsonObject]) -> JsonObject:
    body: JsonObject = {}
    if blocks:
        body["blocks"] = blocks
    if attachments:
        body["attachments"] = attachments
    return body
