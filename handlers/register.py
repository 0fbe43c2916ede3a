"""Registration with Bolt: one listener a kind, the same for every transport."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from domain.people import Person
from domain.usecases.doubtful_threads import ThreadInDoubt
from domain.usecases.groups import follow_channel
from domain.usecases.situation import refresh_profile
from handlers.desk import log_events
from handlers.desk.hearing import Hearing, saying_of
from handlers.desk.metadata import Metadata
from handlers.desk.payloads import form_payload, payload
from handlers.desk.places import place_of
from handlers.desk.reception import profile_of
from handlers.desk.request import Services
from handlers.desk.responding import Responding
from handlers.desk.router import Router
from handlers.interaction import (
    Interaction,
    click_of,
    command_of,
    home_opened_by,
    is_direct,
    shortcut_of,
    submission_of,
    suggestion_of,
)
from handlers.overview import home, home_views
from handlers.scribe import listeners as scribe
from handlers.scribe.listeners import thread_message

_ANY = re.compile("")

ACTION_SECONDS = 2.4
"""For a pressed button, its answer through response_url included: Slack waits 3 s for the acknowledgement."""


class Register:
    """What Bolt calls. Each listener reads the body, asks the router, and acknowledges with the answer."""

    def __init__(self, services: Services, router: Router) -> None:
        self._services = services
        self._router = router
        self._hearing = Hearing(services, router)
        self._responding = Responding(services.slack)
        self._log = structlog.get_logger()

    def attach(self, app: AsyncApp) -> None:
        """Register with Bolt. Bolt scans listeners one by one, so there is one of each kind."""
        app.command(_ANY)(self.command)
        app.action(_ANY)(self.action)
        app.view(_ANY)(self.view)
        app.options(_ANY)(self.options)
        app.shortcut(_ANY)(self.shortcut)
        app.event("app_home_opened")(self.home_opened)
        app.event("user_change")(self.user_changed)
        app.event("channel_id_changed")(self.channel_moved)
        app.event("app_mention")(self.mentioned)
        app.event("message")(self.message)
        app.event(_ANY)(self.other_event)
        app.error(self.failed)

    async def command(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A slash command: answered in the acknowledgement itself, what is rich by its response_url.

        No acknowledgement tells whether Slack shows the blocks in it.
        """
        ends = asyncio.get_running_loop().time() + ACTION_SECONDS
        command = command_of(body)
        answer = await self._router.command(command)
        if answer is None or await self._responding.enriched(command.interaction.response_url, answer, ends):
            await ack()
        else:
            await ack(**payload(answer))

    async def action(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A pressed button: answered through its response_url, then acknowledged.

        What it did is done by then, so it is acknowledged even when Slack does not take the answer in time.
        """
        ends = asyncio.get_running_loop().time() + ACTION_SECONDS
        click = click_of(body)
        if body["actions"][0].get("url"):
            await ack()
            return
        answer = await self._router.click(click)
        if click.action != home_views.SWITCH:
            await self._refresh(click.interaction, ends)
        if answer is not None:
            await self._responding.answered(click.interaction, answer, ends)
        await ack()

    async def view(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A submitted form: stays open with errors, or says what was done."""
        if body["type"] != "view_submission":
            await ack()
            return
        ends = asyncio.get_running_loop().time() + ACTION_SECONDS
        submission = submission_of(body)
        answer = await self._router.submission(submission)
        await self._refresh(submission.interaction, ends)
        await ack(**form_payload(answer))

    async def options(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Somebody types in a search of a form; forms of the kind before modals have none of ours."""
        is_ours = body["type"] == "block_suggestion"
        found = await self._router.suggestion(suggestion_of(body)) if is_ours else ()
        await ack(options=list(found))

    async def shortcut(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A shortcut was used: what it opens, or why it does not, stands in a modal where Slack takes one."""
        ends = asyncio.get_running_loop().time() + ACTION_SECONDS
        shortcut = shortcut_of(body)
        answer = await self._router.shortcut(shortcut)
        if answer is not None:
            await self._responding.answered(shortcut.interaction, answer, ends)
        await ack()

    async def home_opened(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The Home tab was opened."""
        opened = home_opened_by(body)
        if opened is not None:
            await home.show(self._services, *opened)
        await ack()

    async def _refresh(self, interaction: Interaction, ends: float) -> None:
        """Show in the Home tab what came of something that was done there, while there is time.

        It is done by then: whatever is wrong with showing it, Slack and the person are told of what was done.
        """
        view = interaction.view
        if view is None or not (view.is_home or Metadata.read(view.metadata).home):
            return
        try:
            async with asyncio.timeout_at(ends):
                await home.show(self._services, interaction.person, view.metadata)
        except Exception as error:  # noqa: BLE001 - the tab stays as it is, and the log tells where it was
            self._log.warning(log_events.HOME_STALE, error=type(error).__name__, place=place_of(error))

    async def user_changed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Somebody's name, zone, language or standing changed."""
        user: Mapping[str, Any] = body["event"]["user"]
        person = Person(body["team_id"], user["id"])
        profile = profile_of(person, user, self._services.clock.now())
        await self._services.store.write(lambda uow: refresh_profile(profile, uow))
        await ack()

    async def channel_moved(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A channel has another id, as happens when it is shared with another workspace."""
        event = body["event"]
        workspace, old, new = body["team_id"], event["old_channel_id"], event["new_channel_id"]
        now = self._services.clock.now()
        await self._services.store.write(lambda uow: follow_channel(workspace, old, new, uow, now))
        await ack()

    async def mentioned(self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        """The bot was mentioned: what is said to it is done and answered like a command."""
        saying = saying_of(body, context.bot_user_id or "")
        if saying is not None:
            await self._hearing.heard(saying)
        await ack()

    async def message(self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        """A message: in a direct message it is said to the bot; else only a meeting's thread is read."""
        if is_direct(body["event"]["channel"]):
            await self.mentioned(ack, body, context)
            return
        told = thread_message(body, context.bot_user_id or "")
        if told is not None:
            await scribe.listen(self._services, told)
        await ack()

    async def other_event(self, ack: AsyncAck) -> None:
        """Nothing of ours; neither stored nor logged."""
        await ack()

    async def failed(self, error: Exception) -> None:
        """A listener raised: Bolt answers 500, and would log what the error says and the request with it."""
        if isinstance(error, ThreadInDoubt):
            self._log.info(log_events.THREAD_IN_DOUBT)
            return
        self._log.error(log_events.LISTENER_FAILED, error=type(error).__name__, place=place_of(error))
