"""A desk to ask: a fake store with a small group, a Slack that can be silent, and a router over both."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from domain.language import Language
from domain.people import Person
from domain.ports import Asking, UnitOfWork
from handlers.desk.budget import Budget
from handlers.desk.features import Features
from handlers.desk.request import Services, SlackUnavailable
from handlers.desk.router import Router
from handlers.feature_table import FEATURES
from handlers.interaction import Click, Command, FieldValue, Interaction, Submission
from tests.fakes.people import FakePeople
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE, found
from tests.fakes.store import FakeStore
from tests.fakes.time import ManualClock
from tests.unit.handlers.material import WORDS

T = TypeVar("T")

NEWCOMER = "U0NEW"
DIRECT = "D0001"
TOLD = {
    "profile": {"display_name": "lead-infra", "real_name": "Lead of infrastructure"},
    "locale": "es-MX",
    "tz": "America/Mexico_City",
    "team_id": WORKSPACE,
}


@dataclass(slots=True)
class FakeSlack:
    """Tells `users`, takes views unless `silent`, and keeps what it was given."""

    users: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    silent: bool = False
    asked: list[str] = field(default_factory=list)
    opened: list[Mapping[str, Any]] = field(default_factory=list)
    responses: list[Mapping[str, Any]] = field(default_factory=list)
    whispers: list[tuple[str, str, Mapping[str, Any]]] = field(default_factory=list)
    deaf: bool = False
    """Takes no answers through a response_url."""
    hangs: float = 0.0
    """Seconds that users.info and a response_url take."""
    bot_name: str = "rapporteur"

    async def user(self, workspace: str, user: str) -> Mapping[str, Any] | None:
        assert workspace == WORKSPACE
        self.asked.append(user)
        await asyncio.sleep(self.hangs)
        return self.users.get(user)

    async def is_member(self, workspace: str, channel: str) -> bool:
        return (workspace, channel) == (WORKSPACE, CHANNEL)

    async def open_view(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        assert (workspace, trigger) == (WORKSPACE, "trigger")
        if self.silent:
            raise SlackUnavailable
        self.opened.append(view)

    async def update_view(self, workspace: str, view_id: str, hash_: str, view: Mapping[str, Any]) -> None:
        raise AssertionError((workspace, view_id, hash_, view))

    async def publish_home(self, workspace: str, user: str, view: Mapping[str, Any]) -> None:
        raise AssertionError((workspace, user, view))

    async def whisper(self, workspace: str, channel: str, user: str, payload: Mapping[str, Any]) -> None:
        assert workspace == WORKSPACE
        if self.silent:
            raise SlackUnavailable
        self.whispers.append((channel, user, payload))

    async def respond(self, url: str, payload: Mapping[str, Any]) -> None:
        assert url == "https://hooks.example.org/1"
        await asyncio.sleep(self.hangs)
        if self.deaf:
            raise SlackUnavailable
        self.responses.append(payload)


class Store(FakeStore):
    """A fake store with troubles: an error, or no answer at all, for every read or write."""

    def __init__(self) -> None:
        super().__init__()
        self.reading: Exception | None = None
        self.writing: Exception | None = None
        self.hangs_reading = False
        self.hangs_writing = False

    async def read(self, query: Callable[[UnitOfWork], T], *, key: Hashable | None = None) -> T:
        await _trouble(self.reading, hangs=self.hangs_reading)
        return await super().read(query, key=key)

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        await _trouble(self.writing, hangs=self.hangs_writing)
        return await super().write(job, ahead)


async def _trouble(error: Exception | None, *, hangs: bool) -> None:
    if hangs:
        await asyncio.Event().wait()
    if error is not None:
        raise error


class House:
    """The desk with everything it works with. The group and its people are those of `tests.fakes.scene`."""

    def __init__(self) -> None:
        self.store = Store()
        self.slack = FakeSlack()
        self.clock = ManualClock()
        self.group = found(self.store.uow).group
        self.services = Services(
            store=self.store,
            words=WORDS,
            clock=self.clock,
            slack=self.slack,
            commands={Language.ENGLISH: "/rapporteur", Language.SPANISH: "/relator"},
        )

    @property
    def people(self) -> FakePeople:
        return self.store.uow.workspace(WORKSPACE).people

    def hurry(self, budget: Budget) -> None:
        """Give whoever comes from now on no more time than this."""
        self.services = replace(self.services, budget=budget)

    def router(self, features: Features = FEATURES) -> Router:
        return Router(self.services, features)


def interaction(
    user: str = MEMBER, channel: str | None = CHANNEL, *, answerable: bool = True, message: str | None = None
) -> Interaction:
    return Interaction(
        person=Person(WORKSPACE, user),
        channel=channel,
        key="command:trigger",
        trigger="trigger",
        response_url="https://hooks.example.org/1" if answerable else None,
        message=message,
    )


def command(text: str, user: str = MEMBER, channel: str = CHANNEL, name: str = "/rapporteur") -> Command:
    return Command(interaction=interaction(user, channel), name=name, text=text)


def click(action: str, value: str, came_from: Interaction | None = None) -> Click:
    return Click(interaction=came_from or interaction(), action=action, value=value)


def submission(callback: str, metadata: str = "{}", **values: FieldValue) -> Submission:
    came_from = replace(interaction(channel=None), response_url=None, key="view:V1:1")
    return Submission(
        interaction=came_from, callback=callback, view_id="V1", metadata=metadata, values=values
    )
