"""Planned faults made real on one HTTP request."""

import asyncio
from collections.abc import Callable, Mapping

from aiohttp import web

from bot.sandbox.decoding import decode_json
from bot.sandbox.faults import Fault
from bot.sandbox.traffic import Exchange

# Stands in the record of traffic where no answer was sent.
DROPPED = "(connection dropped)"

_UNDONE = ("error_before", "drop_before", "ratelimited", "refused")


async def answer_through(
    request: web.Request, fault: Fault | None, act: Callable[[], web.Response]
) -> web.Response:
    """The answer of `act`, or what the fault makes of it; `act` is not called by faults that come before."""
    if fault is None:
        return act()
    if fault.effect in _UNDONE:
        return _refused(request, fault)
    if fault.effect == "delay":
        await asyncio.sleep(fault.seconds)
        return act()
    answer = act()
    if fault.effect == "delay_after":
        await asyncio.sleep(fault.seconds)
        return answer
    return _lost(request, fault, answer.headers)


def _refused(request: web.Request, fault: Fault) -> web.Response:
    if fault.effect == "ratelimited":
        return rate_limited(fault.retry_after)
    if fault.effect == "refused":
        return web.json_response({"ok": False, "error": fault.error})
    if fault.effect == "error_before":
        return _server_error()
    return _drop(request)


def _lost(request: web.Request, fault: Fault, headers: Mapping[str, str]) -> web.Response:
    if fault.effect == "error_after":
        return _server_error()
    if fault.effect == "drop_after":
        return _drop(request)
    if fault.effect == "empty":
        return web.Response(body=b"", content_type="application/json")
    scopes = {name: value for name, value in headers.items() if name.lower() == "x-oauth-scopes"}
    page = "<!DOCTYPE html><html><body>Slack is having a moment.</body></html>"
    return web.Response(text=page, content_type="text/html", headers=scopes)


def rate_limited(seconds: int) -> web.Response:
    """Answer 429. Source: https://docs.slack.dev/apis/web-api/rate-limits."""
    return web.json_response(
        {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(seconds)}
    )


def _server_error() -> web.Response:
    return web.json_response({"ok": False, "error": "internal_error"}, status=500)


def _drop(request: web.Request) -> web.Response:
    """Close the connection; the response is never written."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(text=DROPPED)


def as_exchange(what: str, response: web.Response, elapsed_ms: float, request: object) -> Exchange:
    """What the app asked and got, for the record of traffic."""
    text = response.text or ""
    status = None if text == DROPPED else response.status
    return Exchange("to_workspace", what, status, elapsed_ms, request=request, answer=json_or_text(text))


def json_or_text(text: str) -> object:
    try:
        return decode_json(text)
    except ValueError:
        return text
