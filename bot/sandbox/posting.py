"""Writing in channels: the log changes, people see it live, the app is told what it is subscribed to."""

import uuid
from dataclasses import dataclass, field, replace

from bot.sandbox.clock import Timestamps
from bot.sandbox.directory import SLACKBOT, Channel, Directory
from bot.sandbox.entities import mentions_user
from bot.sandbox.events import EventSender
from bot.sandbox.identifiers import identifier
from bot.sandbox.messages import (
    BROADCAST,
    TOMBSTONE,
    CommandLine,
    Content,
    Ephemeral,
    EphemeralLog,
    Message,
    MessageLog,
)
from bot.sandbox.rendering import Rendering
from bot.sandbox.shapes import JsonObject
from bot.sandbox.stream import Audience, Stream, only
from bot.sandbox.subscriptions import MESSAGES


@dataclass(frozen=True, slots=True)
class Placing:
    """Where in a channel a message stands, and what makes it stand there.

    `subtype` and `facts` are those of a row that Slack writes of what the author did.
    """

    thread_ts: str | None = None
    broadcast: bool = False
    command: CommandLine | None = None
    subtype: str | None = None
    facts: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Posting:
    """Everything that one message touches; `bot_user_id` is the app's own user."""

    bot_user_id: str
    directory: Directory
    log: MessageLog
    ephemerals: EphemeralLog
    rendering: Rendering
    timestamps: Timestamps
    stream: Stream
    events: EventSender

    def post(
        self, channel: Channel, author: str, content: Content, placing: Placing | None = None
    ) -> Message:
        place = placing or Placing()
        written = place.subtype is None
        by_app = written and author == self.bot_user_id
        message = Message(
            channel=channel.id,
            ts=self.timestamps.next(),
            author=author,
            content=content,
            by_app=by_app,
            thread_ts=place.thread_ts,
            broadcast=place.broadcast,
            command=place.command,
            client_msg_id=str(uuid.uuid4()) if written and not by_app else None,
            subtype=BROADCAST if place.broadcast else place.subtype,
            facts=place.facts,
        )
        self.log.add(message)
        self._tell_people("message", channel, message)
        self._tell_parent(channel, message)
        self._send_message(channel, message)
        return message

    def edit(self, channel: Channel, message: Message, content: Content, *, marked: bool) -> Message:
        """`marked`: the message says that it was edited."""
        edited_ts = self.timestamps.next() if marked else message.edited_ts
        changed = replace(message, content=content, edited_ts=edited_ts)
        self._change(channel, message, changed)
        return changed

    def delete(self, channel: Channel, message: Message) -> None:
        """Remove; the first message of a thread leaves a mark in its place, until its last reply goes too.

        Of the mark the app learns as of a change (recorded in 42wim/matterbridge#600), of its end as of a
        deletion (slack-edge/slack-edge#10).
        """
        if self.log.replies(channel.id, message.ts):
            self._bury(channel, message)
            return
        self._remove(channel, message)
        parent = self.log.get(channel.id, message.thread_ts) if message.thread_ts else None
        if parent is not None and parent.is_tombstone and not self.log.replies(channel.id, parent.ts):
            self._remove(channel, parent)

    def _bury(self, channel: Channel, message: Message) -> None:
        tomb = replace(
            message,
            author=SLACKBOT,
            by_app=False,
            subtype=TOMBSTONE,
            content=Content(text="This message was deleted."),
            reactions={},
            command=None,
            client_msg_id=None,
            edited_ts=None,
            facts={},
        )
        self._change(channel, message, tomb)

    def _change(self, channel: Channel, before: Message, after: Message) -> None:
        self.log.change(after)
        self._tell_people("message_changed", channel, after)
        shown, previous = self.rendering.for_app(after), self.rendering.for_app(before)
        self._send_change(channel, "message_changed", {"message": shown, "previous_message": previous})

    def _remove(self, channel: Channel, message: Message) -> None:
        previous = self.rendering.for_app(message)
        self.log.remove(message)
        body = {
            "type": "message_deleted",
            "channel": channel.id,
            "ts": message.ts,
            "thread_ts": message.thread_ts,
        }
        self.stream.publish(body, self._readers(channel))
        self._tell_parent(channel, message)
        facts: JsonObject = {"deleted_ts": message.ts, "previous_message": previous}
        self._send_change(channel, "message_deleted", facts)

    def react(self, channel: Channel, message: Message, name: str, users: tuple[str, ...]) -> None:
        """Set who reacted with `name`; nobody takes the reaction away."""
        reactions = {**message.reactions, name: users}
        kept = {emoji: people for emoji, people in reactions.items() if people}
        self.log.change(replace(message, reactions=kept))
        body = {
            "type": "reaction",
            "channel": channel.id,
            "ts": message.ts,
            "name": name,
            "users": list(users),
        }
        self.stream.publish(body, self._readers(channel))
        before = message.reactions.get(name, ())
        for kind, changed in (("added", set(users) - set(before)), ("removed", set(before) - set(users))):
            for user in sorted(changed):
                self._send_reaction(channel, message, f"reaction_{kind}", name, user)

    def whisper(
        self, channel: Channel, user: str, content: Content, *, author: str = "", thread_ts: str | None = None
    ) -> Ephemeral:
        """Show something to one person; by the app unless another author is named."""
        ephemeral = Ephemeral(
            id=identifier("Ep"),
            channel=channel.id,
            user=user,
            author=author or self.bot_user_id,
            ts=self.timestamps.next(),
            content=content,
            thread_ts=thread_ts,
        )
        self.ephemerals.add(ephemeral)
        self._tell_reader("message", ephemeral)
        return ephemeral

    def change_whisper(self, ephemeral: Ephemeral, content: Content) -> None:
        changed = replace(ephemeral, content=content)
        self.ephemerals.change(changed)
        self._tell_reader("message_changed", changed)

    def remove_whisper(self, ephemeral: Ephemeral) -> None:
        self.ephemerals.remove(ephemeral)
        body = {
            "type": "message_deleted",
            "channel": ephemeral.channel,
            "ts": ephemeral.ts,
            "id": ephemeral.id,
            "ephemeral": True,
        }
        self.stream.publish(body, only(ephemeral.user))

    def _readers(self, channel: Channel) -> Audience:
        return lambda user: self.directory.sees(user, channel)

    def _tell_people(self, kind: str, channel: Channel, message: Message) -> None:
        body = {
            "type": kind,
            "channel": channel.id,
            "ts": message.ts,
            "thread_ts": message.thread_ts,
            "message": self.rendering.for_people(message),
        }
        self.stream.publish(body, self._readers(channel))

    def _tell_parent(self, channel: Channel, reply: Message) -> None:
        """The first message of the thread shows another count of replies."""
        parent = self.log.get(channel.id, reply.thread_ts) if reply.thread_ts else None
        if parent is not None:
            self._tell_people("message_changed", channel, parent)

    def _tell_reader(self, kind: str, ephemeral: Ephemeral) -> None:
        body = {
            "type": kind,
            "channel": ephemeral.channel,
            "ts": ephemeral.ts,
            "thread_ts": ephemeral.thread_ts,
            "id": ephemeral.id,
            "message": self.rendering.ephemeral(ephemeral),
        }
        self.stream.publish(body, only(ephemeral.user))

    def _send_message(self, channel: Channel, message: Message) -> None:
        if not self.directory.app_is_in(channel):
            return
        event: JsonObject = self.rendering.for_app(message) | {
            "channel": channel.id,
            "event_ts": message.ts,
        }
        self.events.send(MESSAGES[channel.kind], event | {"channel_type": channel.channel_type})
        if (
            channel.kind != "im"
            and message.client_msg_id is not None
            and mentions_user(message.content.text, self.bot_user_id)
        ):
            self.events.send("app_mention", event | {"type": "app_mention"})

    def _send_reaction(self, channel: Channel, message: Message, kind: str, name: str, user: str) -> None:
        if not self.directory.app_is_in(channel):
            return
        event: JsonObject = {
            "type": kind,
            "user": user,
            "reaction": name,
            "item_user": message.author,
            "item": {"type": "message", "channel": channel.id, "ts": message.ts},
            "event_ts": self.timestamps.next(),
        }
        self.events.send(kind, event)

    def _send_change(self, channel: Channel, subtype: str, facts: JsonObject) -> None:
        if not self.directory.app_is_in(channel):
            return
        ts = self.timestamps.next()
        event: JsonObject = {
            "type": "message",
            "subtype": subtype,
            "hidden": True,
            "channel": channel.id,
            "channel_type": channel.channel_type,
            "ts": ts,
            "event_ts": ts,
            **facts,
        }
        self.events.send(MESSAGES[channel.kind], event)
