"""Clicking and choosing in messages, modals and Home, and asking for suggestions."""

from dataclasses import dataclass

from bot.sandbox.acceptance import fail
from bot.sandbox.actions import action_of
from bot.sandbox.blocks import Element, find_element
from bot.sandbox.deliveries import Acknowledgement
from bot.sandbox.directory import Person
from bot.sandbox.errors import PeopleError
from bot.sandbox.inputs import KINDS, element_value, filled_state, initial_state
from bot.sandbox.messages import Content
from bot.sandbox.payloads import interaction, on_ephemeral, on_message, on_view
from bot.sandbox.people.access import actor, ephemeral_for, message_in, readable_channel, view_of
from bot.sandbox.people.choices import check_choice, check_choices, check_query
from bot.sandbox.people.failures import no_answer, tell_failure, trouble
from bot.sandbox.people.requests import (
    Act,
    EphemeralContainer,
    MessageContainer,
    OnElement,
    Suggest,
    ViewContainer,
)
from bot.sandbox.shapes import JsonObject
from bot.sandbox.validator import check_suggestions
from bot.sandbox.views import View
from bot.sandbox.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element stands: its blocks and what the payload says of the place."""

    person: Person
    element: Element
    blocks: list[JsonObject]
    facts: JsonObject


@dataclass(frozen=True, slots=True)
class _Found:
    """An element of a message; `attachment` is the number of the one it stands in, 0 outside of any."""

    element: Element
    blocks: list[JsonObject]
    attachment: int


async def act(workspace: Workspace, body: Act) -> JsonObject:
    """Send the click or choice and wait until it is acknowledged.

    PeopleError `operation_timeout`, `dispatch_failed` (the app's), `unknown_action` and what is not possible.
    """
    person = actor(workspace, body.person)
    check_choice(workspace, person, body.action)
    check_choices(workspace, person, body.values)
    place = _chosen(workspace, body)
    action = action_of(place.element, body.action, workspace.timestamps.next())
    payload = interaction(workspace, "block_actions", place.person) | place.facts | {"actions": [action]}
    if not isinstance(body.container, ViewContainer):
        payload["state"] = {"values": _message_state(place, body)}
    answer = await workspace.dispatcher.interaction(payload)
    failure = no_answer(answer, trouble(place.person))
    if failure is not None:
        tell_failure(workspace, place.person.id, failure, payload["type"], answer.body())
        raise failure
    return {"ok": True, "status": answer.status, "elapsed_ms": round(answer.elapsed_ms, 2)}


async def suggest(workspace: Workspace, body: Suggest) -> JsonObject:
    """The app's options for what was typed; PeopleError `invalid_suggestions` when they break a rule."""
    place = _place(workspace, body)
    if not place.element.type.endswith("external_select"):
        raise PeopleError("unknown_action", f"{body.action_id} asks for no suggestions")
    check_query(place.element, body.value)
    facts = {key: value for key, value in place.facts.items() if key not in ("trigger_id", "response_url")}
    payload = interaction(workspace, "block_suggestion", place.person) | facts
    payload |= {"block_id": body.block_id, "action_id": body.action_id, "value": body.value}
    answer = await workspace.dispatcher.interaction(payload)
    try:
        suggestions = _suggestions(answer, trouble(place.person))
    except PeopleError as failure:
        tell_failure(workspace, place.person.id, failure, payload["type"], answer.body())
        raise
    workspace.payloads.accept("suggestions", payload["type"], suggestions)
    return {"ok": True, **suggestions}


def _suggestions(answer: Acknowledgement, detail: str) -> JsonObject:
    failure = no_answer(answer, detail)
    if failure is not None:
        raise failure
    body = answer.body()
    fail("invalid_suggestions", "The options break a rule.", check_suggestions(body))
    return dict(body) if isinstance(body, dict) else {"options": []}


def _chosen(workspace: Workspace, body: Act) -> _Place:
    """The place of the element; in a view, first keep what the person has filled in."""
    if not isinstance(body.container, ViewContainer):
        return _place(workspace, body)
    person = actor(workspace, body.person)
    view = view_of(workspace, person, body.container.view_id)
    element = _element(view.blocks, body)
    values = {block_id: dict(actions) for block_id, actions in body.values.items()}
    if element.type in KINDS:
        values.setdefault(body.block_id, {})[body.action_id] = body.action
    return _in_view(workspace, person, workspace.views.fill(view, values), body)


def _place(workspace: Workspace, body: OnElement) -> _Place:
    person = actor(workspace, body.person)
    container = body.container
    if isinstance(container, ViewContainer):
        return _in_view(workspace, person, view_of(workspace, person, container.view_id), body)
    channel = readable_channel(workspace, person, container.channel)
    if isinstance(container, EphemeralContainer):
        ephemeral = ephemeral_for(workspace, person, container.id)
        found = _in_content(ephemeral.content, body)
        facts = on_ephemeral(workspace, person, channel, ephemeral, found.attachment)
        return _Place(person, found.element, found.blocks, facts)
    return _in_message(workspace, person, container, body)


def _in_message(workspace: Workspace, person: Person, container: MessageContainer, body: OnElement) -> _Place:
    channel = readable_channel(workspace, person, container.channel)
    message = message_in(workspace, channel, container.ts)
    found = _in_content(message.content, body)
    facts = on_message(workspace, person, channel, message, found.attachment)
    return _Place(person, found.element, found.blocks, facts)


def _in_view(workspace: Workspace, person: Person, view: View, body: OnElement) -> _Place:
    element = _element(view.blocks, body)
    return _Place(person, element, view.blocks, on_view(workspace, person, view))


def _in_content(content: Content, body: OnElement) -> _Found:
    """The element in a message or its attachments; the state is that of all of them."""
    everywhere = [block for blocks in content.block_lists() for block in blocks]
    for number, blocks in enumerate(content.block_lists()):
        element = find_element(blocks, body.block_id, body.action_id)
        if element is not None:
            return _Found(element, everywhere, number)
    raise _unknown(body)


def _element(blocks: list[JsonObject], body: OnElement) -> Element:
    found = find_element(blocks, body.block_id, body.action_id)
    if found is None:
        raise _unknown(body)
    return found


def _unknown(body: OnElement) -> PeopleError:
    return PeopleError("unknown_action", f"nothing named {body.block_id}/{body.action_id} here")


def _message_state(place: _Place, body: Act) -> JsonObject:
    state = filled_state(place.blocks, initial_state(place.blocks), body.values)
    if place.element.type in KINDS:
        state[place.element.block_id][place.element.action_id] = element_value(place.element, body.action)
    return dict(state)
