"""Minutes of a meeting: what each person did and what they saw then, written down for a golden file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.integration.cast import USERS
from tests.integration.office import DIRECT, Entry, Office
from tests.rendering import view_text


@dataclass(slots=True)
class Minutes:
    """Acts through the office and keeps everything that is shown."""

    office: Office
    lines: list[str] = field(default_factory=list)

    async def types(self, who: str, where: str, line: str) -> None:
        """A command, and what its author sees."""
        self._heading(f"{who}, {_place(where)}: {line}")
        self.lines.append(await self.office.asks(who, where, line))

    async def presses(self, who: str, where: str, label: str) -> None:
        """The newest button with this label, and what the person sees."""
        self._heading(f"{who}, {_place(where)}: presses [{label}]")
        self.lines.append(await self.office.presses(who, where, label))

    async def opens(self, who: str, where: str, line: str) -> None:
        """A command that opens a form, and the form."""
        self._heading(f"{who}, {_place(where)}: {line}")
        assert await self.office.asks(who, where, line) == ""
        self.lines.append(view_text(await self.office.form(who)))

    async def submits(self, who: str, entries: Mapping[str, Entry]) -> None:
        """The form in front of the person filled in and submitted, and what stands there afterwards."""
        entered = "; ".join(f"{name}={_shown(entry)}" for name, entry in entries.items())
        self._heading(f"{who} submits: {entered}")
        answer = await self.office.submits(who, entries)
        if answer.ok and answer.view is not None:
            self.lines.append(view_text(answer.view))
        else:
            self.lines += [f"{name}: {error}" for name, error in answer.errors.items()]

    async def closes(self, who: str) -> None:
        """Close the form in front of the person."""
        view = await self.office.form(who)
        await self.office.people.close(USERS[who], view["id"])

    async def reads(self, who: str, where: str) -> None:
        """What the person has not read yet."""
        self._heading(f"{who} reads {_place(where)}")
        self.lines.append(await self.office.reads(who, where))

    def text(self) -> str:
        """Everything so far; the next chapter begins empty."""
        text, self.lines = "\n".join(self.lines).strip(), []
        return text

    def _heading(self, text: str) -> None:
        self.lines.append(f"\n--- {text}")


def _place(where: str) -> str:
    return where if where == DIRECT else f"#{where}"


def _shown(entry: Entry) -> str:
    return repr(entry) if isinstance(entry, str) else ",".join(entry)
