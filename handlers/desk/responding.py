"""How answers reach Slack beside the acknowledgement: by a response_url, or said to the person alone."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

import structlog

from handlers.desk import log_events
from handlers.desk.answer import Reply
from handlers.desk.payloads import payload, whisper_payload
from handlers.desk.request import AnswerRefused, Slack, SlackUnavailable
from handlers.interaction import Interaction


class Responding:
    """Answers until `ends`, a time of the event loop: Slack waits for its acknowledgement meanwhile."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._log = structlog.get_logger()

    async def enriched(self, url: str | None, answer: Reply, ends: float) -> bool:
        """Whether Slack took the rich answer, where there is one, in time."""
        if answer.rich is None or url is None:
            return False
        try:
            async with asyncio.timeout_at(ends):
                await self._slack.respond(url, payload(replace(answer, message=answer.rich)))
        except (SlackUnavailable, TimeoutError):
            return False
        return True

    async def answered(self, interaction: Interaction, answer: Reply, ends: float) -> None:
        """By the response_url; what has none is said in the person's direct message."""
        try:
            async with asyncio.timeout_at(ends):
                if interaction.response_url is None:
                    person = interaction.person
                    said = whisper_payload(answer)
                    await self._slack.whisper(person.workspace, person.user, person.user, said)
                else:
                    await self._respond(interaction.response_url, answer, interaction.thread)
        except (SlackUnavailable, TimeoutError) as error:
            self._log.error(log_events.ANSWER_LOST, error=type(error).__name__)

    async def _respond(self, url: str, answer: Reply, thread: str | None) -> None:
        """The rich answer where there is one, and the plain one when Slack does not take that.

        What was pressed in a thread is answered there, where its reader looks.
        """
        placed = {"replace_original": False} | ({} if thread is None else {"thread_ts": thread})
        if answer.rich is not None:
            with suppress(AnswerRefused):
                await self._slack.respond(url, payload(replace(answer, message=answer.rich)) | placed)
                return
        await self._slack.respond(url, payload(answer) | placed)
