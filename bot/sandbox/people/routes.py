"""The table of routes for people, and how a request becomes a call and an answer."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from aiohttp import web
from pydantic import ValidationError

from bot.sandbox.errors import PeopleError, SlackError
from bot.sandbox.people import (
    actions,
    administration,
    commands,
    control,
    invitations,
    messages,
    modals,
    overview,
    shortcuts,
)
from bot.sandbox.people.requests import (
    Act,
    AppAddress,
    Body,
    ByPerson,
    ChangeChannelId,
    ChangeUser,
    CloseView,
    DeleteMessage,
    Disconnect,
    EditMessage,
    Empty,
    HistoryLag,
    InChannel,
    Invite,
    Look,
    MoveClock,
    PlanFault,
    React,
    Read,
    RenameChannel,
    SetSocketMode,
    Submit,
    Suggest,
    TypeCommand,
    TypeMessage,
    UseShortcut,
)
from bot.sandbox.shapes import JsonObject
from bot.sandbox.workspace import Workspace

B = TypeVar("B", bound=Body)


@dataclass(frozen=True, slots=True)
class Route(Generic[B]):
    verb: str
    name: str
    model: type[B]
    handle: Callable[[Workspace, B], Awaitable[JsonObject]]

    def bound(self, workspace: Workspace) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handler(request: web.Request) -> web.Response:
            try:
                body = await _body(request, self.model)
                return web.json_response(await self.handle(workspace, body))
            except PeopleError as failure:
                return web.json_response(failure.answer(), status=failure.status)
            except SlackError as refusal:
                return web.json_response(refusal.answer())

        return handler


ROUTES = (
    Route("GET", "workspace", Look, overview.overview),
    Route("GET", "messages", Read, messages.read_messages),
    Route("GET", "views", ByPerson, modals.stack),
    Route("GET", "clock", Empty, control.read_clock),
    Route("GET", "traffic", Empty, control.read_traffic),
    Route("GET", "idle", Empty, control.wait_idle),
    Route("POST", "command", TypeCommand, commands.type_command),
    Route("POST", "message", TypeMessage, messages.type_message),
    Route("POST", "message_edit", EditMessage, messages.edit_message),
    Route("POST", "message_delete", DeleteMessage, messages.delete_message),
    Route("POST", "reaction", React, messages.react),
    Route("POST", "action", Act, actions.act),
    Route("POST", "suggest", Suggest, actions.suggest),
    Route("POST", "submit", Submit, modals.submit),
    Route("POST", "close", CloseView, modals.close),
    Route("POST", "home", ByPerson, modals.open_home),
    Route("POST", "shortcut", UseShortcut, shortcuts.use_shortcut),
    Route("POST", "clock", MoveClock, control.move_clock),
    Route("POST", "faults", PlanFault, control.plan_fault),
    Route("DELETE", "faults", Empty, control.clear_faults),
    Route("POST", "history_lag", HistoryLag, control.set_history_lag),
    Route("POST", "request_url", AppAddress, control.set_app_address),
    Route("POST", "user", ChangeUser, control.change_user),
    Route("POST", "invite", Invite, invitations.invite),
    Route("POST", "archive", InChannel, invitations.archive),
    Route("POST", "rename", RenameChannel, invitations.rename),
    Route("POST", "channel_id", ChangeChannelId, invitations.change_channel_id),
    Route("POST", "disconnect", Disconnect, administration.disconnect),
    Route("POST", "socket_mode", SetSocketMode, administration.set_socket_mode),
    Route("POST", "revoke_token", Empty, administration.revoke_token),
    Route("GET", "payloads", Empty, administration.read_payloads),
    Route("GET", "rejections", Empty, administration.read_rejections),
)


async def _body(request: web.Request, model: type[B]) -> B:
    """PeopleError `invalid_request`, naming each field that is wrong."""
    try:
        if request.method == "POST":
            return model.model_validate_json(await request.read() or b"{}")
        return model.model_validate(dict(request.query))
    except ValidationError as reason:
        problems = json.loads(reason.json(include_url=False, include_input=False, include_context=False))
        violations = [
            {"path": "/" + "/".join(map(str, each["loc"])), "rule": each["type"], "message": each["msg"]}
            for each in problems
        ]
        detail = "; ".join(f"{each['path']}: {each['message']}" for each in violations)
        raise PeopleError("invalid_request", detail, violations=violations, status=400) from reason
