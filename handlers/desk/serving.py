"""From an interaction to its request within the budget, and from what went wrong to words for the person."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import structlog

from domain.language import Language
from domain.refusal import Refusal
from handlers.desk import excuses
from handlers.desk.answer import Reply
from handlers.desk.excuses import Failure
from handlers.desk.failures import noted
from handlers.desk.metadata import Metadata
from handlers.desk.reception import receive
from handlers.desk.request import Request, Services
from handlers.desk.windows import FormNotOpened, show
from handlers.grammar.command import Utterance, parse
from handlers.interaction import Interaction
from handlers.parts.modals import notice
from handlers.words.translator import Translator

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asking:
    """What a request is made of: `group` is the one that is meant, `language` that of the command or form."""

    interaction: Interaction
    text: str
    language: Language | None
    group: int | None

    @classmethod
    def of(cls, interaction: Interaction, metadata: Metadata) -> Asking:
        """Nothing is typed; the view remembers the rest."""
        return cls(interaction, "", metadata.language, metadata.group)


class Serving:
    """Makes requests, keeps the budget, and never lets an interaction go without a clear answer."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._log = structlog.get_logger()

    async def request(
        self, interaction: Interaction, utterance: Utterance, group: int | None, spoken: Language | None
    ) -> Request:
        """The request; `spoken` is the language of the command or form, where there is one."""
        now = self._services.clock.now()
        found = await receive(self._services, interaction.person, interaction.channel, now, group)
        situation = replace(found, spoken=spoken)
        language = situation.language if situation.profile is not None else spoken or Language.ENGLISH
        return Request(
            interaction=interaction,
            situation=situation,
            utterance=utterance,
            t=self._services.words.for_language(language),
            now=now,
            services=self._services,
        )

    async def within_budget(
        self,
        asking: Asking,
        work: Callable[[Request], Awaitable[T]],
        excused: Callable[[Translator, Refusal | Failure], Awaitable[T]],
    ) -> T:
        """What comes of the request in its time, else what it is excused with, in the reader's words."""
        t = self._services.words.for_language(asking.language or Language.ENGLISH)
        request: Request | None = None
        try:
            async with asyncio.timeout(self._services.budget.answer):
                utterance = parse(asking.text)
                request = await self.request(asking.interaction, utterance, asking.group, asking.language)
                t = request.t
                return await work(request)
        except Refusal as refusal:
            return await excused(t, refusal)
        except Exception as error:  # noqa: BLE001 - whatever happened, the person is told
            return await excused(t, noted(self._log, error, begun=request is not None))

    async def excused(
        self, interaction: Interaction, t: Translator, reason: Refusal | Failure
    ) -> Reply | None:
        """Why nothing came of it; None when a modal said so, where there is no channel to answer in."""
        reply = excuses.refused(t, reason) if isinstance(reason, Refusal) else excuses.failed(t, reason)
        if interaction.response_url is not None or reason is Failure.FORM:
            return reply
        return None if await self.noticed(interaction, t, reply.message.text) else reply

    async def noticed(self, interaction: Interaction, t: Translator, text: str) -> bool:
        """Whether a modal shows what a person must know, in the little time there is left."""
        try:
            async with asyncio.timeout(self._services.budget.notice):
                await show(self._services.slack, interaction, notice(t, t("app-name"), text))
        except (FormNotOpened, TimeoutError) as error:
            noted(self._log, error, begun=False)
            return False
        return True
