"""Registration with Bolt: one listener a kind, the same for every transport."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp

from domain.people import Person
from domain.position import Stance
from domain.reference import RecordKind
from domain.usecases.groups import follow_channel
from domain.usecases.situation import refresh_profile
from handlers.actions import listeners as actions
from handlers.desk import log_events
from handlers.desk.answer import FieldErrors, FormAnswer, Reply
from handlers.desk.places import place_of
from handlers.desk.reception import profile_of
from handlers.desk.request import Services, SlackUnavailable
from handlers.desk.router import Features, Router
from handlers.grammar.verbs import Verb
from handlers.groups import setup
from handlers.interaction import click_of, command_of, submission_of
from handlers.members import joining, language
from handlers.notes.listeners import recorder
from handlers.obstacles import listeners as obstacles
from handlers.overview import (
    again,
    assigning,
    digests,
    finding,
    helping,
    home,
    listing,
    moving,
    showing,
    standing,
    undoing,
)
from handlers.parts.limits import MESSAGE_TEXT_AIM
from handlers.recommendations import listeners as recommendations
from handlers.recommendations.positions import taker
from handlers.words.slack_text import cut

_ANY = re.compile("")

ACTION_SECONDS = 2.4
"""For a pressed button, its answer through response_url included: Slack waits 3 s for the acknowledgement."""

FEATURES = Features(
    verbs={
        Verb.HELP: helping.listen,
        Verb.SETUP: setup.listen,
        Verb.JOIN: joining.listen,
        Verb.LANGUAGE: language.listen,
        Verb.NOTE: recorder(RecordKind.NOTE),
        Verb.DECISION: recorder(RecordKind.DECISION),
        Verb.OPPORTUNITY: recorder(RecordKind.OPPORTUNITY),
        Verb.OBSTACLE: obstacles.listen,
        Verb.RECOMMEND: recommendations.listen,
        Verb.ACTION: actions.listen,
        Verb.MOVE: moving.listen,
        Verb.DONE: moving.finish,
        Verb.WITHDRAW: moving.withdraw,
        Verb.ASSIGN: assigning.listen,
        Verb.SUPPORT: taker(Stance.SUPPORT),
        Verb.RESERVE: taker(Stance.RESERVATION),
        Verb.OBJECT: taker(Stance.OBJECTION),
        Verb.ABSTAIN: taker(Stance.ABSTENTION),
        Verb.UNDO: undoing.listen,
        Verb.SHOW: showing.listen,
        Verb.STATUS: standing.listen,
        Verb.LIST: listing.listen,
        Verb.FIND: finding.listen,
        Verb.DIGEST: digests.listen,
    },
    forms={
        setup.CHOOSE: setup.chosen,
        setup.FOUND: setup.founded,
        setup.BIND: setup.bound,
        joining.JOIN: joining.joined,
    },
    again=again.listen,
    groupless=frozenset({Verb.HELP, Verb.SETUP, Verb.LANGUAGE}),
)


class Register:
    """What Bolt calls. Each listener reads the body, asks the router, and acknowledges with the answer."""

    def __init__(self, services: Services, router: Router) -> None:
        self._services = services
        self._router = router
        self._log = structlog.get_logger()

    def attach(self, app: AsyncApp) -> None:
        """Register with Bolt. Bolt scans listeners one by one, so there is one of each kind."""
        app.command(_ANY)(self.command)
        app.action(_ANY)(self.action)
        app.view(_ANY)(self.view)
        app.event("app_home_opened")(self.home_opened)
        app.event("user_change")(self.user_changed)
        app.event("channel_id_changed")(self.channel_moved)
        app.event(_ANY)(self.other_event)
        app.error(self.failed)

    async def command(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A slash command: answered in the acknowledgement itself."""
        answer = await self._router.command(command_of(body))
        await ack(**_payload(answer) if answer is not None else {})

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
        if answer is not None and click.interaction.response_url is not None:
            payload = _payload(answer) | {"replace_original": False}
            await self._respond(click.interaction.response_url, payload, ends)
        await ack()

    async def _respond(self, url: str, payload: Mapping[str, Any], ends: float) -> None:
        try:
            async with asyncio.timeout_at(ends):
                await self._services.slack.respond(url, payload)
        except (SlackUnavailable, TimeoutError) as error:
            self._log.error(log_events.ANSWER_LOST, error=type(error).__name__)

    async def view(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A submitted form: stays open with errors, or says what was done."""
        if body["type"] != "view_submission":
            await ack()
            return
        await ack(**_form_payload(await self._router.submission(submission_of(body))))

    async def home_opened(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The Home tab was opened."""
        event = body["event"]
        if event.get("tab", "home") == "home":
            person = Person(body["team_id"], event["user"])
            await self._services.slack.publish_home(
                person.workspace, person.user, await home.view(self._services, person)
            )
        await ack()

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

    async def other_event(self, ack: AsyncAck) -> None:
        """Nothing of ours; neither stored nor logged."""
        await ack()

    async def failed(self, error: Exception) -> None:
        """A listener raised: Bolt answers 500, and would log what the error says and the request with it."""
        self._log.error(log_events.LISTENER_FAILED, error=type(error).__name__, place=place_of(error))


def _payload(answer: Reply) -> dict[str, Any]:
    return {
        "text": cut(answer.message.text, MESSAGE_TEXT_AIM),
        "blocks": list(answer.message.blocks),
        "response_type": "in_channel" if answer.in_channel else "ephemeral",
    }


def _form_payload(answer: FormAnswer) -> dict[str, Any]:
    if isinstance(answer, FieldErrors):
        return {"response_action": "errors", "errors": dict(answer.errors)}
    return {"response_action": "update", "view": dict(answer.view)}
