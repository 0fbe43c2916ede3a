"""What is said at the desk in tests: lines of their own, and answers to one person or to the channel."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count

from domain.group import Driver
from domain.language import Language, Names
from domain.meeting import Meeting
from domain.people import Member
from handlers.desk.answer import Reply
from handlers.desk.router import Router
from handlers.parts.modals import View
from handlers.parts.next_steps import Press
from tests.fakes.record import FakeGroupRecord
from tests.fakes.scene import MEMBER, WORKSPACE
from tests.unit.handlers.accepted import buttons, message_violations, view_violations
from tests.unit.handlers.desk.house import House, click, command, interaction


@dataclass(slots=True)
class Talk:
    """A router over a house; every line typed is another interaction."""

    house: House
    router: Router
    keys: count[int] = field(default_factory=count)

    async def hears(self, text: str, user: str = MEMBER) -> Reply:
        """The answer to a typed line, which Slack would take."""
        made = command(text, user)
        keyed = replace(made, interaction=replace(made.interaction, key=f"command:{next(self.keys)}"))
        return _taken(await self.router.command(keyed))

    async def channel(self, text: str, user: str = MEMBER) -> str:
        """The same, when the whole channel sees it."""
        answer = await self.hears(text, user)
        assert answer.in_channel, answer.message.text
        return answer.message.text

    async def alone(self, text: str, user: str = MEMBER) -> str:
        """The same, when only the person sees it."""
        answer = await self.hears(text, user)
        assert not answer.in_channel, answer.message.text
        return answer.message.text

    async def opens(self, text: str, user: str = MEMBER) -> View:
        """The form that a typed line opens, which Slack would take."""
        made = command(text, user)
        keyed = replace(made, interaction=replace(made.interaction, key=f"command:{next(self.keys)}"))
        assert await self.router.command(keyed) is None
        view = dict(self.house.slack.opened[-1])
        assert view_violations(view) == []
        return view

    async def presses(self, value: str, user: str = MEMBER, message: str = "1700.1") -> Reply:
        """The answer to a button of the message."""
        pressed = click(f"say:{value}", value, interaction(user, message=message))
        keyed = replace(pressed, interaction=replace(pressed.interaction, key=f"click:{next(self.keys)}"))
        return _taken(await self.router.click(keyed))

    async def again(self, reference: str, user: str = MEMBER) -> Reply:
        """The answer to the button that records the words of an item again."""
        pressed = click(f"{Press.AGAIN}:{reference}", reference, interaction(user, message="1700.2"))
        return _taken(await self.router.click(pressed))

    @property
    def record(self) -> FakeGroupRecord:
        """The group's record."""
        return self.house.store.uow.workspace(WORKSPACE).group(1)

    def seat(self, user: str, **changed: object) -> None:
        """Make somebody another member than they were."""
        member = self.record.members.get(user)
        assert isinstance(member, Member)
        self.record.members.save(replace(member, **changed))  # type: ignore[arg-type]  # fields of Member

    def drive(self, **named: tuple[str, str]) -> None:
        """Give the group drivers, each with its names in English and Spanish."""
        drivers = tuple(
            Driver(key, Names({Language.ENGLISH: english, Language.SPANISH: spanish}))
            for key, (english, spanish) in named.items()
        )
        self.record.save_group(replace(self.record.group, drivers=drivers))


def meeting(talk: Talk) -> Meeting:
    """M-1 as it is now."""
    return talk.record.meetings.by_number[1]


def lines(answer: Reply) -> list[str]:
    """What the buttons of an answer say."""
    return [button["value"] for button in buttons(answer.message)]


async def filled(talk: Talk, line: str, user: str = MEMBER) -> View:
    """The form that the button under a line opens with it, which Slack would take."""
    pressed = click(f"{Press.FILL}:x", line, interaction(user, message="1700.9"))
    assert await talk.router.click(pressed) is None
    view = dict(talk.house.slack.opened[-1])
    assert view_violations(view) == []
    return view


def _taken(answer: Reply | None) -> Reply:
    assert isinstance(answer, Reply)
    assert message_violations(answer.message) == []
    return answer
