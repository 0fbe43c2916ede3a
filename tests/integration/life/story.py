"""The story of a group: who acts, by whichever way, and what they see, written down chapter by chapter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count, takewhile
from zoneinfo import ZoneInfo

from bot.demo.workspace import BOT_USER, TEAM
from domain.delivery import DeliveryState
from domain.language import Language
from domain.ports import UnitOfWork
from domain.register import Filter
from handlers.grammar.verbs import Verb
from tests.goldens import Goldens
from tests.integration.cast import CHANNELS, SAMPLE, THEMES, USERS
from tests.integration.gathering import Gathering, happens
from tests.integration.minutes import Minutes
from tests.integration.office import Entry, Office, address
from tests.integration.screen import message_text
from tests.integration.watch import problems
from tests.integration.words import COMMANDS, in_both, words
from tests.rendering import view_text

SHIFT = date(2027, 3, 10) - SAMPLE.meetings[0].at
"""The record begins in the week after the clock of these tests, on the same day of the week."""
ZONE = ZoneInfo(SAMPLE.group.zone)
LANGUAGES = {member.handle: member.language for member in SAMPLE.members} | {
    "guest-us": Language.ENGLISH,
    "guest-mx": Language.SPANISH,
}
ROOMS = {theme: channel for channel, theme in THEMES.items() if theme is not None}
"""The channel of each theme."""
FIRST = SAMPLE.group.languages[0]
"""What is for everybody stands in the channel in this language, and in the other one in its thread."""
PLENARY = SAMPLE.channels[0].name

_RECORDED = re.compile(r"\*([A-Z]-\d+)\*")


@dataclass(slots=True)
class Story:
    """`references` tells what each thing of the sample became: by what it is, and its number there."""

    office: Office
    goldens: Goldens
    minutes: Minutes = field(init=False)
    references: dict[tuple[str, int], str] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    first_left: int = 1
    """The first delivery that may not be final yet."""

    def __post_init__(self) -> None:
        self.minutes = Minutes(self.office)

    async def types(
        self, who: str, where: str, verb: Verb | str, rest: str = "", *, language: Language | None = None
    ) -> str:
        """A command in the person's language, or another one; the reference of what it recorded."""
        await self.minutes.types(who, where, line(language or LANGUAGES[who], verb, rest))
        found = _RECORDED.search(self.minutes.lines[-1])
        return found[1] if found else ""

    async def presses(
        self, who: str, where: str, button: str, language: Language | None = None, **facts: str | int
    ) -> None:
        """A button by its message in the catalogue, in the language of the message it is under."""
        label = words(self.office, language or LANGUAGES[who], button, **facts)
        await self.minutes.presses(who, where, label)

    async def presses_in_both(self, who: str, where: str, button: str) -> None:
        """A button under what stands in the channel in both languages."""
        await self.minutes.presses(who, where, in_both(self.office, button))

    async def fills(self, who: str, where: str, verb: Verb | str, rest: str = "", /, **entries: Entry) -> str:
        """A form opened by a command, filled in, submitted and closed; the reference of what it recorded."""
        await self.minutes.opens(who, where, line(LANGUAGES[who], verb, rest))
        return await self.completes(who, **entries)

    async def completes(self, who: str, **entries: Entry) -> str:
        """The form in front of the person, filled in, submitted and closed."""
        await self.minutes.submits(who, entries)
        said = self.minutes.lines[-1]
        await self.minutes.closes(who)
        found = _RECORDED.search(said)
        return found[1] if found else ""

    async def writes(self, who: str, where: str, thread: str, text: str) -> str:
        """A message in a meeting's thread, the emoji under it and what the bot says to it; its ts."""
        ts = await self.office.people.message(USERS[who], CHANNELS[where], text, thread)
        await self.quiet()
        emoji = " ".join(sorted(await Gathering(self.office, where).reactions(who, thread, ts))) or "none"
        self.notes(f"--- {who}, in the thread of the meeting in #{where}:", text, f"({emoji})")
        await self._overhears(who, where, thread)
        return ts

    async def mentions(self, who: str, where: str, text: str, thread: str | None = None) -> None:
        """A message that mentions the bot, and what is said below it."""
        ts = await self.office.people.message(USERS[who], address(who, where), f"@rapporteur {text}", thread)
        await self.quiet()
        self.notes(f"--- {who}, #{where}: @rapporteur {text}")
        await self._overhears(who, where, thread or ts)

    async def says(self, who: str, where: str, text: str) -> str:
        """A message to everybody; its ts."""
        self.notes(f"--- {who}, #{where}: {text}")
        return await self.office.people.message(USERS[who], address(who, where), text)

    async def uses(self, who: str, shortcut: str, where: str = "", ts: str = "") -> None:
        """A shortcut, on a message when it is named, and the form it opens."""
        channel = CHANNELS[where] if where else None
        reply = await self.office.people.shortcut(USERS[who], shortcut, channel, ts or None)
        assert reply.ok, reply
        self.notes(f"--- {who} uses the shortcut “{shortcut}”", view_text(await self.office.form(who)))

    async def looks_home(self, who: str) -> None:
        """The Home tab."""
        view = await self.office.people.home(USERS[who])
        assert view is not None
        self.notes(f"--- {who} opens the Home tab", view_text(view))

    async def catches_up(self, *readers: tuple[str, str]) -> None:
        """People have read everything there; nothing of it is written down."""
        for who, where in readers:
            await self.office.reads(who, where)

    async def comes(self, day: date, hour: int = 10, minute: int = 0) -> None:
        """The day of the sample comes, at an hour of Mexico City; what is due then is posted."""
        moment = datetime.combine(day + SHIFT, time(hour, minute), tzinfo=ZONE)
        if moment > await self.office.people.now():
            await self.office.people.move_clock(moment)
        await self.quiet()

    async def passes(self, **by: float) -> None:
        """Time passes."""
        await self.office.people.advance(timedelta(**by))
        await self.quiet()

    async def quiet(self) -> None:
        """Until every digest and notice that is due stands where it should, and every event was sent."""
        await self.office.people.idle()

        def left(uow: UnitOfWork) -> int | None:
            """The first delivery that is not final; None while something is still to be posted."""
            now = self.office.bot.services.clock.now()
            rows = takewhile(lambda row: row is not None, map(uow.outbox.get, count(self.first_left)))
            waiting = [row for row in rows if row is not None and not row.state.is_final]
            is_due = any(row.state is not DeliveryState.HELD or row.due_at <= now for row in waiting)
            if is_due or uow.outbox.due(now, limit=1):
                return None
            return min((row.id for row in waiting), default=self.first_left)

        async def is_done() -> bool:
            found = await self.office.bot.services.store.read(left)
            self.first_left = self.first_left if found is None else found
            return found is not None

        await happens(is_done)
        await self.office.people.idle()

    async def reads(self, who: str, where: str) -> None:
        """What the person has not read yet, once everything is posted."""
        await self.quiet()
        await self.minutes.reads(who, where)

    async def newest(self) -> str:
        """The reference of the last thing that was recorded."""

        def query(uow: UnitOfWork) -> str:
            page = uow.workspace(TEAM.id).group(1).register.page(Filter(), limit=1)
            return str(page.items[0].reference)

        return await self.office.bot.services.store.read(query)

    def notes(self, heading: str, *lines: str) -> None:
        """Put down what no command says."""
        self.minutes.lines += [f"\n{heading}", *lines]

    async def ends(self, chapter: str) -> None:
        """The chapter is as it is written, and nothing went wrong on the wire."""
        self.goldens.compare(f"life/{chapter}", self.minutes.text())
        traffic = self.office.sandbox.workspace.traffic
        found = problems(traffic.last(), self.office.expected)
        assert not found, "\n".join(found)
        traffic.forget()

    async def _overhears(self, who: str, where: str, thread: str) -> None:
        """What the bot has said in the thread since somebody last looked, below its first message."""
        seen = await Gathering(self.office, where).thread(who, thread)
        mine = [each for each in seen[1:] if each["user"] == BOT_USER]
        for message in mine[self.heard.get(thread, 0) :]:
            self.minutes.lines.append(message_text(message, who, "rapporteur"))
        self.heard[thread] = len(mine)


def line(language: Language, verb: Verb | str, rest: str = "") -> str:
    """The command as it is typed in this language."""
    named = verb.name_in(language) if isinstance(verb, Verb) else verb
    return f"{COMMANDS[language]} {named} {rest}".strip()
