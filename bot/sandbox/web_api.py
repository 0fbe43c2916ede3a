"""`/api/METHOD`: the Web API over HTTP.

Source: https://docs.slack.dev/apis/web-api (forms, JSON bodies, bearer tokens, errors with HTTP 200).
"""

import time
from collections.abc import Mapping

from aiohttp import web

from bot.sandbox.decoding import decode_json
from bot.sandbox.errors import SlackError
from bot.sandbox.faulty import answer_through, as_exchange, rate_limited
from bot.sandbox.limits import COMMERCIAL_METHODS, COMMERCIAL_TIER, Tier
from bot.sandbox.methods.call import Call, Method, missing_arguments
from bot.sandbox.methods.table import METHODS
from bot.sandbox.shapes import JsonObject
from bot.sandbox.workspace import Workspace


class WebApi:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def handle(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        started = time.perf_counter()
        args, problem = await _arguments(request)
        token = _token(request, args)
        shown = {key: value for key, value in args.items() if key != "token"}

        def act() -> web.Response:
            return self._answer(name, token, args, problem)

        answer = await answer_through(request, self._workspace.faults.take(name), act)
        elapsed = (time.perf_counter() - started) * 1000
        self._workspace.traffic.record(as_exchange(name, answer, elapsed, shown))
        return answer

    def _answer(
        self, name: str, token: str | None, args: Mapping[str, object], problem: str | None
    ) -> web.Response:
        try:
            method = _method(name)
            self._authenticate(method, token)
            wait = self._wait(method, args)
            if wait is not None:
                return rate_limited(wait)
            body = self._call(method, args, problem)
        except SlackError as refusal:
            shown = {key: value for key, value in args.items() if key != "token"}
            self._workspace.payloads.reject(name, refusal.code, refusal.violations, shown)
            body = refusal.answer()
        headers = {"X-OAuth-Scopes": ",".join(self._workspace.app.scopes)}
        return web.json_response(body, headers=headers)

    def _authenticate(self, method: Method, token: str | None) -> None:
        """SlackError `not_authed`, `not_allowed_token_type`, or as `Tokens.is_app_level`."""
        if method.caller == "anybody":
            return
        if not token:
            raise SlackError("not_authed")
        if self._workspace.tokens.is_app_level(token) is not (method.caller == "app"):
            raise SlackError("not_allowed_token_type")

    def _wait(self, method: Method, args: Mapping[str, object]) -> int | None:
        channel = args.get("channel") if method.tier is Tier.POST else None
        commercial = self._workspace.commercial_distribution and method.name in COMMERCIAL_METHODS
        return self._workspace.limits.take(
            method.name,
            COMMERCIAL_TIER if commercial else method.tier,
            channel if isinstance(channel, str) else None,
        )

    def _call(self, method: Method, args: Mapping[str, object], problem: str | None) -> JsonObject:
        if problem is not None:
            raise SlackError(problem)
        call = Call(self._workspace, args)
        for scope in method.scopes:
            call.need_scope(scope)
        missing_arguments(call, method.required)
        return method.handle(call)


def _method(name: str) -> Method:
    """SlackError `unknown_method`."""
    method = METHODS.get(name)
    if method is None:
        raise SlackError("unknown_method", facts={"req_method": name})
    return method


async def _arguments(request: web.Request) -> tuple[dict[str, object], str | None]:
    """Arguments of query, form or JSON body, and the error code of a body that cannot be read."""
    args: dict[str, object] = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = decode_json(await request.read() or b"{}")
        except ValueError:
            return args, "invalid_json"
        return (args | body, None) if isinstance(body, dict) else (args, "json_not_object")
    if request.method == "POST":
        args.update({key: value for key, value in (await request.post()).items() if isinstance(value, str)})
    return args, None


def _token(request: web.Request, args: Mapping[str, object]) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    sent = args.get("token")
    return sent if isinstance(sent, str) else None
