"""The HTTP side: Slack's requests, checked before anything reads them, and the two questions of operators."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlsplit

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot import log_events
from bot.delivery.meter import CONTENT_TYPE, Meter
from bot.envelopes import is_command, is_event, is_interaction
from bot.presence import AWAY_SECONDS, Presence
from bot.signature import signed_by_slack
from domain.ports import Clock, Store, StoreUnavailable

EVENTS_PATH = "/slack/events"
HEALTH_PATH = "/healthz"

BODY_MAX = 1024 * 1024
"""Bytes. Slack's views are at most 250 kB (views.open: view_too_large); more is not from Slack."""

SSL_CHECK_MAX = 1024
"""Bytes. It carries a token beside the question; longer bodies are not read before their signature."""

_UNAUTHORIZED, _BAD_REQUEST, _UNAVAILABLE = 401, 400, 503


def is_request_url(text: str) -> bool:
    """Whether Slack can send requests there and the bot takes them: https, a host, and the bot's path."""
    try:
        parts = urlsplit(text)
        port_is_read = parts.port is None or parts.port > 0
    except ValueError:
        return False
    exact = parts.path == EVENTS_PATH and not parts.query and not parts.fragment
    return parts.scheme == "https" and bool(parts.hostname) and port_is_read and exact


class Door:
    """Lets Slack's requests in and nobody else's."""

    def __init__(self, app: AsyncApp, signing_secret: str, real: Clock) -> None:
        self._app = app
        self._secret = signing_secret
        self._real = real
        self._log = structlog.get_logger()

    async def events(self, request: web.Request) -> web.Response:
        """A command, interaction or event; 401 when not signed by Slack now, 400 when it is none of them."""
        body = await request.read()
        if _asks_for_the_certificate(request.content_type, body):
            return web.Response()
        timestamp = request.headers.get("X-Slack-Request-Timestamp")
        signature = request.headers.get("X-Slack-Signature")
        if not signed_by_slack(self._secret, timestamp, signature, body, self._real.now()):
            self._log.warning(log_events.REQUEST_REFUSED, reason="signature", size=len(body))
            return web.Response(status=_UNAUTHORIZED, text="not signed by Slack")
        text = _readable(request.content_type, body)
        if text is None:
            self._log.warning(log_events.REQUEST_REFUSED, reason="body", size=len(body))
            return web.Response(status=_BAD_REQUEST, text="neither a form nor JSON of Slack's")
        bolt_request = AsyncBoltRequest(body=text, headers=dict(request.headers))
        return await to_aiohttp_response(await self._app.async_dispatch(bolt_request))


def application(
    door: Door | None, store: Store, presence: Presence | None = None, meter: Meter | None = None
) -> web.Application:
    """The aiohttp application: Slack's requests, `/healthz` (alive) and `/readyz` (can serve).

    With a `meter` its figures stand at `/metrics`, for Prometheus. Over Socket Mode there is no door, and
    nothing of Slack's is taken here; `presence` knows the connections.
    """

    async def healthy(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def ready(_: web.Request) -> web.Response:
        try:
            await store.check()
        except StoreUnavailable:
            return web.json_response({"status": "database unavailable"}, status=_UNAVAILABLE)
        if presence is not None and presence.away > AWAY_SECONDS:
            return web.json_response({"status": "no connection to Slack"}, status=_UNAVAILABLE)
        return web.json_response({"status": "ok"})

    app = web.Application(client_max_size=BODY_MAX)
    app.router.add_get(HEALTH_PATH, healthy)
    app.router.add_get("/readyz", ready)
    if meter is not None:
        app.router.add_get("/metrics", _measured(meter, store))
    if door is not None:
        app.router.add_post(EVENTS_PATH, door.events)
    return app


def _measured(meter: Meter, store: Store) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def measured(_: web.Request) -> web.Response:
        return web.Response(body=await meter.text(store), headers={"Content-Type": CONTENT_TYPE})

    return measured


def _asks_for_the_certificate(content_type: str, body: bytes) -> bool:
    """`ssl_check=1`: Slack looks at a command's certificate and wants 200 (docs.slack.dev, slash commands).

    Nothing is done for it and nothing said, so that its signature does not matter.
    """
    if content_type != "application/x-www-form-urlencoded" or len(body) > SSL_CHECK_MAX:
        return False
    fields = parse_qs(body.decode("ascii", "replace"))
    return fields.get("ssl_check") == ["1"] and not fields.keys() & {"command", "payload"}


def _readable(content_type: str, body: bytes) -> str | None:
    """The body as text when it has the shape of a request of Slack's: a form with its fields, or JSON."""
    try:
        text = body.decode("utf-8")
        return text if _is_slacks(content_type, text) else None
    except (ValueError, RecursionError):
        # JSON that is none, or nested too deeply to be read
        return None


def _is_slacks(content_type: str, text: str) -> bool:
    """Raises ValueError or RecursionError for JSON that cannot be read."""
    if content_type == "application/json":
        return is_event(json.loads(text))
    if content_type != "application/x-www-form-urlencoded":
        return False
    fields = {name: values[0] for name, values in parse_qs(text).items()}
    if "payload" in fields:
        return is_interaction(json.loads(fields["payload"]))
    return is_command(fields)
