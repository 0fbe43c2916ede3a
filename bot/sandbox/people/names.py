"""Names a person can use while typing."""

from dataclasses import dataclass

from bot.sandbox.directory import Directory


@dataclass(frozen=True, slots=True)
class VisibleNames:
    """Handles of the people whom `reader` knows, and the channels that they see."""

    directory: Directory
    reader: str

    def user_id(self, handle: str) -> str | None:
        person = self.directory.user_by_handle(handle)
        return person.id if person and self.directory.knows(self.reader, person.id) else None

    def channel_id(self, name: str) -> str | None:
        channel = self.directory.channel_by_name(name, self.reader)
        return channel.id if channel else None

    def may_broadcast(self) -> bool:
        """`@channel` and `@here` are for members, as workspaces set it against surprises by guests.

        Source: https://slack.com/help/articles/202009646-Notify-a-channel-or-workspace
        """
        person = self.directory.person(self.reader)
        return person is not None and not person.is_guest and not person.is_stranger
