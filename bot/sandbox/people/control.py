"""Running the workspace: its clock, faults, lag, traffic, the app's address, changes of people."""

import hmac
import secrets
from dataclasses import replace
from datetime import timedelta

from bot.sandbox.directory import user_object
from bot.sandbox.errors import PeopleError
from bot.sandbox.faults import EVERY_METHOD, RESPONSE_URL, SOCKET_KINDS, SOCKET_MODE, Fault
from bot.sandbox.methods.table import METHODS
from bot.sandbox.people.overview import clock_facts
from bot.sandbox.people.requests import AppAddress, ChangeUser, Empty, HistoryLag, MoveClock, PlanFault
from bot.sandbox.shapes import JsonObject
from bot.sandbox.workspace import Workspace


async def read_clock(workspace: Workspace, _body: Empty) -> JsonObject:
    return {"ok": True, **clock_facts(workspace)}


async def move_clock(workspace: Workspace, body: MoveClock) -> JsonObject:
    """PeopleError `clock_backwards`."""
    try:
        if body.to is not None:
            workspace.clock.move_to(body.to)
        else:
            workspace.clock.advance(timedelta(seconds=body.advance_seconds or 0.0))
    except ValueError as reason:
        raise PeopleError("clock_backwards", str(reason)) from reason
    facts = clock_facts(workspace)
    workspace.stream.publish({"type": "clock", **facts})
    return {"ok": True, **facts}


async def plan_fault(workspace: Workspace, body: PlanFault) -> JsonObject:
    """PeopleError `unknown_method`: a fault of nothing would never happen."""
    if body.method not in (*METHODS, EVERY_METHOD, RESPONSE_URL, SOCKET_MODE, *SOCKET_KINDS):
        raise PeopleError("unknown_method", body.method)
    workspace.faults.add(Fault(**body.model_dump()))
    return {"ok": True}


async def clear_faults(workspace: Workspace, _body: Empty) -> JsonObject:
    workspace.faults.clear()
    return {"ok": True}


async def set_history_lag(workspace: Workspace, body: HistoryLag) -> JsonObject:
    workspace.history_lag = timedelta(seconds=body.seconds)
    return {"ok": True}


async def read_traffic(workspace: Workspace, _body: Empty) -> JsonObject:
    return {"ok": True, "traffic": workspace.traffic.last()}


async def wait_idle(workspace: Workspace, _body: Empty) -> JsonObject:
    """Answered once every event sent so far was tried."""
    await workspace.events.idle()
    return {"ok": True}


async def set_app_address(workspace: Workspace, body: AppAddress) -> JsonObject:
    """Where the app listens; with `verify`, PeopleError `url_verification_failed` unless it echoes."""
    previous = workspace.dispatcher.request_url
    workspace.dispatcher.request_url = body.request_url
    if body.verify and not await _verified(workspace):
        workspace.dispatcher.request_url = previous
        raise PeopleError("url_verification_failed", f"{body.request_url} did not answer the challenge")
    return {"ok": True}


async def _verified(workspace: Workspace) -> bool:
    """Whether the app echoes. Source: https://docs.slack.dev/reference/events/url_verification."""
    challenge = secrets.token_urlsafe(32)
    answer = await workspace.dispatcher.verification(
        {"token": "", "challenge": challenge, "type": "url_verification"}
    )
    body = answer.body()
    echoed = body.get("challenge") if isinstance(body, dict) else body
    return answer.error is None and hmac.compare_digest(str(echoed).strip().encode(), challenge.encode())


async def change_user(workspace: Workspace, body: ChangeUser) -> JsonObject:
    """Change a person; the app is told `user_change`."""
    person = workspace.directory.person(body.user)
    if person is None or person.is_bot:
        raise PeopleError("user_not_found", body.user)
    changed = replace(person, **body.model_dump(exclude={"user"}, exclude_none=True))
    workspace.directory.change_person(changed)
    if changed.deleted:
        workspace.directory.leave_everything(changed.id)
    now = workspace.clock.now()
    workspace.stream.publish({"type": "user", "user": user_object(changed, now)})
    event = {
        "type": "user_change",
        "user": user_object(changed, now, include_locale=True),
        "cache_ts": int(now.timestamp()),
        "event_ts": workspace.timestamps.next(),
    }
    workspace.events.send("user_change", event)
    return {"ok": True}
