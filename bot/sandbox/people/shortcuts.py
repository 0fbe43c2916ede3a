"""Using the app's shortcuts, global ones and those on messages."""

from bot.sandbox.errors import PeopleError
from bot.sandbox.payloads import message_action, shortcut
from bot.sandbox.people.access import actor, message_in, readable_channel
from bot.sandbox.people.failures import no_answer, tell_failure, trouble
from bot.sandbox.people.requests import UseShortcut
from bot.sandbox.shapes import JsonObject
from bot.sandbox.workspace import Workspace


async def use_shortcut(workspace: Workspace, body: UseShortcut) -> JsonObject:
    """PeopleError `unknown_shortcut`, `message_required`, and the app's failures."""
    person = actor(workspace, body.person)
    found = next((each for each in workspace.app.shortcuts if each.callback_id == body.callback_id), None)
    if found is None:
        raise PeopleError("unknown_shortcut", body.callback_id)
    if found.type == "global":
        payload = shortcut(workspace, person, found.callback_id)
    else:
        if body.channel is None or body.ts is None:
            raise PeopleError("message_required", f"{found.name} is used on a message")
        channel = readable_channel(workspace, person, body.channel)
        message = message_in(workspace, channel, body.ts)
        payload = message_action(workspace, person, channel, message, found.callback_id)
    answer = await workspace.dispatcher.interaction(payload)
    failure = no_answer(answer, trouble(person))
    if failure is not None:
        tell_failure(workspace, person.id, failure, payload["type"], answer.body())
        raise failure
    return {"ok": True, "status": answer.status, "elapsed_ms": round(answer.elapsed_ms, 2)}
