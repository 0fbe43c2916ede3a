"""Messages of the workspace: what stands in channels and threads, and what only one person sees."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.sandbox.shapes import JsonObject

TOMBSTONE = "tombstone"
BROADCAST = "thread_broadcast"


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The line a person typed, shown above the app's answer in the channel."""

    user: str
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """What is written: `text` as Slack keeps it (encoded), blocks with their ids filled in.

    `typed` is what a person typed, for editing it again.
    """

    text: str = ""
    blocks: list[JsonObject] = field(default_factory=list)
    attachments: list[JsonObject] = field(default_factory=list)
    metadata: JsonObject | None = None
    username: str | None = None
    typed: str | None = None

    def block_lists(self) -> Iterator[list[JsonObject]]:
        """The message's own blocks, then those of its first attachment, then of its second."""
        yield self.blocks
        for attachment in self.attachments:
            yield attachment.get("blocks", [])


@dataclass(frozen=True, slots=True)
class Message:
    """One in a channel; `facts` are what its subtype says beside the text, such as who invited."""

    channel: str
    ts: str
    author: str
    content: Content
    by_app: bool = False
    thread_ts: str | None = None
    broadcast: bool = False
    edited_ts: str | None = None
    reactions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    command: CommandLine | None = None
    client_msg_id: str | None = None
    subtype: str | None = None
    facts: JsonObject = field(default_factory=dict)

    @property
    def is_notice(self) -> bool:
        """Whether Slack wrote it of what somebody did: nobody's words, nobody's to change."""
        return self.subtype not in (None, BROADCAST, TOMBSTONE)

    @property
    def is_tombstone(self) -> bool:
        """Whether it stands in place of a thread's first message that was deleted."""
        return self.subtype == TOMBSTONE

    @property
    def in_timeline(self) -> bool:
        return self.thread_ts is None or self.broadcast


@dataclass(frozen=True, slots=True)
class Ephemeral:
    """A message that only `user` sees; never part of the history."""

    id: str
    channel: str
    user: str
    author: str
    ts: str
    content: Content
    thread_ts: str | None = None


@dataclass(slots=True)
class _ChannelLog:
    messages: dict[str, Message] = field(default_factory=dict)
    timeline: list[str] = field(default_factory=list)
    threads: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


class MessageLog:
    """Messages by channel and ts. Timestamps are of one width: their order as text is that in time."""

    def __init__(self) -> None:
        self._channels: defaultdict[str, _ChannelLog] = defaultdict(_ChannelLog)

    def get(self, channel: str, ts: str) -> Message | None:
        return self._channels[channel].messages.get(ts)

    def add(self, message: Message) -> None:
        log = self._channels[message.channel]
        log.messages[message.ts] = message
        if message.in_timeline:
            insort(log.timeline, message.ts)
        if message.thread_ts is not None:
            insort(log.threads[message.thread_ts], message.ts)

    def change(self, message: Message) -> None:
        self._channels[message.channel].messages[message.ts] = message

    def remove(self, message: Message) -> None:
        log = self._channels[message.channel]
        del log.messages[message.ts]
        if message.in_timeline:
            log.timeline.remove(message.ts)
        if message.thread_ts is not None:
            log.threads[message.thread_ts].remove(message.ts)

    def move(self, old: str, new: str) -> None:
        """A channel got another id."""
        log = self._channels.pop(old, _ChannelLog())
        log.messages = {ts: replace(message, channel=new) for ts, message in log.messages.items()}
        self._channels[new] = log

    def timeline(self, channel: str, after: str = "", before: str = "~") -> list[Message]:
        """Messages outside threads, and replies also sent to the channel, oldest first, bounds excluded."""
        log = self._channels[channel]
        return [log.messages[ts] for ts in _between(log.timeline, after, before)]

    def replies(self, channel: str, thread_ts: str, after: str = "", before: str = "~") -> list[Message]:
        """Replies of a thread without its first message, oldest first, bounds excluded."""
        log = self._channels[channel]
        return [log.messages[ts] for ts in _between(log.threads.get(thread_ts, []), after, before)]

    def newest(self, channel: str, before: str, after: str, limit: int) -> tuple[list[Message], bool]:
        """At most `limit` of the timeline, newest first, bounds excluded; and whether there are more."""
        log = self._channels[channel]
        found = _between(log.timeline, after, before)
        return [log.messages[ts] for ts in reversed(found[-limit:])], len(found) > limit


def _between(timestamps: list[str], after: str, before: str) -> list[str]:
    return timestamps[bisect_right(timestamps, after) : bisect_left(timestamps, before)]


class EphemeralLog:
    def __init__(self) -> None:
        self._by_id: dict[str, Ephemeral] = {}
        self._by_reader: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)

    def get(self, ephemeral_id: str) -> Ephemeral | None:
        return self._by_id.get(ephemeral_id)

    def add(self, ephemeral: Ephemeral) -> None:
        self._by_id[ephemeral.id] = ephemeral
        self._by_reader[ephemeral.user, ephemeral.channel][ephemeral.id] = None

    def change(self, ephemeral: Ephemeral) -> None:
        self._by_id[ephemeral.id] = ephemeral

    def remove(self, ephemeral: Ephemeral) -> None:
        del self._by_id[ephemeral.id]
        del self._by_reader[ephemeral.user, ephemeral.channel][ephemeral.id]

    def move(self, old: str, new: str) -> None:
        """A channel got another id."""
        for user, channel in [key for key in self._by_reader if key[1] == old]:
            shown = self._by_reader.pop((user, channel))
            self._by_reader[user, new] = shown
            for ephemeral_id in shown:
                self._by_id[ephemeral_id] = replace(self._by_id[ephemeral_id], channel=new)

    def of(self, user: str, channel: str) -> Iterator[Ephemeral]:
        """What this person was shown in this channel, oldest first."""
        for ephemeral_id in self._by_reader[user, channel]:
            yield self._by_id[ephemeral_id]
