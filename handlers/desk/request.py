"""A request on its way to a feature, and what features work with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from domain.group import Group
from domain.language import Language
from domain.permissions import Actor, may_record
from domain.ports import Clock, Store
from domain.refusal import Refusal, RefusalCode
from domain.usecases.origin import Origin
from domain.usecases.situation import Situation
from handlers.desk.budget import IN_TIME, Budget
from handlers.desk.metadata import Metadata
from handlers.desk.silences import Silences
from handlers.desk.standings import Standings
from handlers.desk.worded import Worded
from handlers.grammar.command import Utterance
from handlers.grammar.verbs import Verb
from handlers.interaction import Interaction
from handlers.words.translator import Translator
from handlers.words.words import Words


class SlackUnavailable(Exception):  # noqa: N818 - named for what the person is told
    """Slack did not answer a question of ours in time, or refused it; nothing was written by that.

    `code` is Slack's own for what is wrong, where it told one.
    """

    def __init__(self, code: str = "") -> None:
        super().__init__(code)
        self.code = code


class AnswerRefused(SlackUnavailable):
    """Slack does not take the answer as it is: nothing of it is shown, and another one may be sent."""


class Slack(Protocol):
    """What may be asked of Slack before an interaction is acknowledged."""

    @property
    def bot_name(self) -> str:
        """The bot's handle, for `/invite`."""
        ...

    async def user(self, workspace: str, user: str) -> Mapping[str, Any] | None:
        """The `user` object of users.info with locale; None when Slack does not tell."""
        ...

    async def is_member(self, workspace: str, channel: str) -> bool:
        """Whether the bot can read and write in the channel. Raises SlackUnavailable."""
        ...

    async def open_view(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        """Open a modal. Raises SlackUnavailable."""
        ...

    async def update_view(self, workspace: str, view_id: str, hash_: str, view: Mapping[str, Any]) -> None:
        """Put another view in the place of an open one that is still as it was. Raises SlackUnavailable."""
        ...

    async def publish_home(self, workspace: str, user: str, view: Mapping[str, Any]) -> None:
        """Show the Home tab. Raises SlackUnavailable."""
        ...

    async def whisper(self, workspace: str, channel: str, user: str, payload: Mapping[str, Any]) -> None:
        """Say something to one person in a channel, or in their direct message. Raises SlackUnavailable.

        With the person's own id for the channel it is their direct message.
        """
        ...

    async def respond(self, url: str, payload: Mapping[str, Any]) -> None:
        """Answer a click through its response_url. Raises AnswerRefused or SlackUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """What features work with, made once by the process; `commands` names the slash command by language."""

    store: Store
    words: Words
    clock: Clock
    slack: Slack
    commands: Mapping[Language, str]
    budget: Budget = IN_TIME
    silences: Silences = field(default_factory=Silences)
    worded: Worded = field(default_factory=Worded)
    standings: Standings = field(default_factory=Standings)


@dataclass(slots=True)
class Course:
    """What becomes of the answer to one interaction.

    `told_here`: everybody in its channel is told by the outbox what was done, so the answer is the person's.
    """

    told_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One interaction, with the snapshot it is read against and the words of its reader.

    `utterance` is what was typed, or what the pressed button says in its stead; `verb` is its verb and
    `spoken` the language that verb's word belongs to, when it is one only.
    """

    interaction: Interaction
    situation: Situation
    utterance: Utterance
    verb: Verb = Verb.HELP
    spoken: Language | None = None
    t: Translator
    now: datetime
    services: Services
    course: Course = field(default_factory=Course)

    @property
    def command(self) -> str:
        """The slash command as the reader would type it."""
        return self.services.commands[self.t.language]

    @property
    def origin(self) -> Origin:
        """The signed facts, for the use case."""
        return Origin(
            person=self.interaction.person, channel=self.situation.channel, key=self.interaction.key
        )

    @property
    def metadata(self) -> Metadata:
        """What the view remembers that it comes from; nothing for what comes from no view."""
        view = self.interaction.view
        return Metadata() if view is None else Metadata.read(view.metadata)

    @property
    def today(self) -> date:
        """The group's local day. Raises Refusal CHANNEL_NEEDS_GROUP."""
        return self.now.astimezone(self.group.timezone).date()

    @property
    def actor(self) -> Actor | None:
        """Who asks, as far as the snapshot knows; None for somebody not seen yet."""
        profile = self.situation.profile
        return None if profile is None else Actor(profile, self.situation.member)

    @property
    def may_record(self) -> bool:
        """Whether they may record, as far as the snapshot knows."""
        return self.actor is not None and may_record(self.actor)

    @property
    def outside(self) -> bool:
        """Whether others are there who need not be of the group: what is done is told to the person alone."""
        return self.situation.outside and not self.interaction.direct

    @property
    def group(self) -> Group:
        """The group it is about. Raises Refusal CHANNEL_NEEDS_GROUP when there is none."""
        if self.situation.group is None:
            raise Refusal(RefusalCode.CHANNEL_NEEDS_GROUP)
        return self.situation.group
