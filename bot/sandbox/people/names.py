"""Names a person can use while typing."""

from dataclasses import dataclass

from bot.sandbox.directory import Directory


@dataclass(frozen=True, slots=True)
class VisibleNames:
    """Everybody's handle, and the channels that `reader` sees."""

    directory: Directory
    reader: str

    def user_id(self, handle: str) -> str | None:
        person = self.directory.user_by_handle(handle)
        return person.id if person else None

    def channel_id(self, name: str) -> str | None:
        channel = self.directory.channel_by_name(name, self.reader)
        return channel.id if channel else None
