"""`People`: acting in the local workspace over HTTP, for tests and tools."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import aiohttp

from bot.sandbox.client_shapes import (
    ElementName,
    InEphemeral,
    InMessage,
    InView,
    RefusedError,
    Reply,
    Submission,
    container_of,
)
from bot.sandbox.faults import Fault
from bot.sandbox.inputs import State
from bot.sandbox.shapes import JsonObject
from bot.sandbox.sockets import DisconnectReason

__all__ = [
    "ElementName",
    "InEphemeral",
    "InMessage",
    "InView",
    "People",
    "RefusedError",
    "Reply",
    "Submission",
    "container_of",
]


class People:
    """`base_url` is the workspace's, the session the caller's; RefusedError for what a person cannot do.

    `command`, `action`, `submit` and `shortcut` answer instead, with `ok` False and the error's code.
    """

    def __init__(self, base_url: str, session: aiohttp.ClientSession) -> None:
        self._base = f"{base_url.rstrip('/')}/people"
        self._session = session

    async def workspace(self, user: str) -> JsonObject:
        return await self._get("workspace", {"as": user})

    async def command(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Reply:
        body = {"as": user, "channel": channel, "text": text, "thread_ts": thread_ts}
        return _reply(await self._ask("POST", "command", body))

    async def message(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> str:
        """The ts of the message."""
        body = {"as": user, "channel": channel, "text": text, "thread_ts": thread_ts}
        return str((await self._post("message", body))["ts"])

    async def edit_message(self, user: str, channel: str, ts: str, text: str) -> None:
        await self._post("message_edit", {"as": user, "channel": channel, "ts": ts, "text": text})

    async def delete_message(self, user: str, channel: str, ts: str) -> None:
        await self._post("message_delete", {"as": user, "channel": channel, "ts": ts})

    async def react(self, user: str, channel: str, ts: str, name: str, *, remove: bool = False) -> None:
        body = {"as": user, "channel": channel, "ts": ts, "name": name, "remove": remove}
        await self._post("reaction", body)

    async def messages(self, user: str, channel: str, thread_ts: str | None = None) -> list[JsonObject]:
        """What the person sees, oldest first."""
        answer = await self._get("messages", {"as": user, "channel": channel, "thread_ts": thread_ts})
        return list(answer["messages"])

    async def action(
        self,
        user: str,
        element: ElementName,
        action: Mapping[str, object] | None = None,
        values: State | None = None,
    ) -> Reply:
        """Click or choose; `action` such as `{"selected_option": {"value": "b"}}`."""
        body = {"as": user, **element.as_json(), "action": dict(action or {}), "values": values or {}}
        return _reply(await self._ask("POST", "action", body))

    async def suggest(self, user: str, element: ElementName, value: str) -> JsonObject:
        """`options` or `option_groups`."""
        return await self._post("suggest", {"as": user, **element.as_json(), "value": value})

    async def submit(self, user: str, view_id: str, values: State | None = None) -> Submission:
        answer = await self._ask("POST", "submit", {"as": user, "view_id": view_id, "values": values or {}})
        return Submission(
            ok=answer["ok"],
            errors=answer.get("errors", {}),
            view=answer.get("view"),
            error=answer.get("error", ""),
            detail=answer.get("detail", ""),
            violations=answer.get("violations", ()),
        )

    async def close(self, user: str, view_id: str) -> None:
        await self._post("close", {"as": user, "view_id": view_id})

    async def views(self, user: str) -> list[JsonObject]:
        """The person's open modals, lowest first."""
        return list((await self._get("views", {"as": user}))["views"])

    async def home(self, user: str) -> JsonObject | None:
        """Open the app's Home; its view once the app has answered, None when there is none."""
        view: JsonObject | None = (await self._post("home", {"as": user}))["view"]
        return view

    async def shortcut(
        self, user: str, callback_id: str, channel: str | None = None, ts: str | None = None
    ) -> Reply:
        body = {"as": user, "callback_id": callback_id, "channel": channel, "ts": ts}
        return _reply(await self._ask("POST", "shortcut", body))

    async def now(self) -> datetime:
        return datetime.fromisoformat((await self._get("clock", {}))["now"])

    async def advance(self, by: timedelta) -> datetime:
        answer = await self._post("clock", {"advance_seconds": by.total_seconds()})
        return datetime.fromisoformat(answer["now"])

    async def move_clock(self, to: datetime) -> datetime:
        return datetime.fromisoformat((await self._post("clock", {"to": to.isoformat()}))["now"])

    async def fault(self, fault: Fault) -> None:
        body = {
            "method": fault.method,
            "effect": fault.effect,
            "times": fault.times,
            "skip": fault.skip,
            "retry_after": fault.retry_after,
            "seconds": fault.seconds,
            "error": fault.error,
        }
        await self._post("faults", body)

    async def clear_faults(self) -> None:
        _checked(await self._ask("DELETE", "faults", None))

    async def history_lag(self, lag: timedelta) -> None:
        await self._post("history_lag", {"seconds": lag.total_seconds()})

    async def traffic(self) -> list[JsonObject]:
        return list((await self._get("traffic", {}))["traffic"])

    async def idle(self) -> None:
        """Until every event sent to the app so far was tried once."""
        await self._get("idle", {})

    async def request_url(self, url: str, *, verify: bool = False) -> None:
        await self._post("request_url", {"request_url": url, "verify": verify})

    async def change_user(self, user: str, **changes: str | bool) -> None:
        await self._post("user", {"user": user, **changes})

    async def invite(self, user: str, channel: str, invited: str) -> None:
        await self._post("invite", {"as": user, "channel": channel, "user": invited})

    async def archive(self, user: str, channel: str) -> None:
        await self._post("archive", {"as": user, "channel": channel})

    async def rename(self, user: str, channel: str, name: str) -> None:
        await self._post("rename", {"as": user, "channel": channel, "name": name})

    async def disconnect(self, reason: DisconnectReason) -> None:
        """Announce the end of the app's sockets; `link_disabled` turns Socket Mode off."""
        await self._post("disconnect", {"reason": reason})

    async def socket_mode(self, *, enabled: bool) -> None:
        await self._post("socket_mode", {"enabled": enabled})

    async def revoke_token(self) -> None:
        await self._post("revoke_token", {})

    async def payloads(self) -> list[JsonObject]:
        """What the app sent and Slack would take: {kind, via, payload}, oldest first."""
        return list((await self._get("payloads", {}))["payloads"])

    async def rejections(self) -> list[JsonObject]:
        """What was refused of the app's: {via, error, violations, payload}, oldest first."""
        return list((await self._get("rejections", {}))["rejections"])

    async def change_channel_id(self, channel: str, new_id: str) -> None:
        await self._post("channel_id", {"channel": channel, "new_id": new_id})

    @asynccontextmanager
    async def stream(self, user: str, after: int | None = None) -> AsyncIterator[AsyncIterator[JsonObject]]:
        """What the person is told live, each event with its number as `n`, from entering the context on."""
        query = {"as": user} | ({} if after is None else {"after": str(after)})
        try:
            socket = await self._session.ws_connect(f"{self._base}/stream", params=query, max_msg_size=0)
        except aiohttp.WSServerHandshakeError:
            # What is refused is refused as any request, with its reason, which a handshake does not show.
            await self._get("stream", query)
            raise
        async with socket:
            yield _events(socket)

    async def _get(self, name: str, query: Mapping[str, str | None]) -> JsonObject:
        given = {key: value for key, value in query.items() if value is not None}
        async with self._session.get(f"{self._base}/{name}", params=given) as response:
            return _checked(await response.json())

    async def _post(self, name: str, body: JsonObject) -> JsonObject:
        return _checked(await self._ask("POST", name, body))

    async def _ask(self, verb: str, name: str, body: JsonObject | None) -> JsonObject:
        async with self._session.request(verb, f"{self._base}/{name}", json=body) as response:
            answer: JsonObject = await response.json()
            return answer


def _reply(answer: JsonObject) -> Reply:
    return Reply(
        ok=answer["ok"],
        status=answer.get("status"),
        elapsed_ms=answer.get("elapsed_ms", 0.0),
        body=answer.get("body"),
        error=answer.get("error", ""),
        detail=answer.get("detail", ""),
        violations=answer.get("violations", ()),
    )


def _checked(answer: JsonObject) -> JsonObject:
    if not answer["ok"]:
        raise RefusedError(answer)
    return answer


async def _events(socket: aiohttp.ClientWebSocketResponse) -> AsyncIterator[JsonObject]:
    async for message in socket:
        yield json.loads(message.data)
