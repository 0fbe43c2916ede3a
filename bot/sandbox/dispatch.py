"""The way to the app: over sockets while Socket Mode is on, else as signed requests over HTTP."""

from collections.abc import Mapping

from bot.sandbox.deliveries import ACKNOWLEDGE_SECONDS, Acknowledgement, Delivery, Retry
from bot.sandbox.over_http import OverHttp
from bot.sandbox.shapes import JsonObject
from bot.sandbox.sockets import Sockets
from bot.sandbox.traffic import Exchange, Traffic

__all__ = ["ACKNOWLEDGE_SECONDS", "Acknowledgement", "Dispatcher"]


class Dispatcher:
    """Every delivery is recorded in the traffic, whichever way it went."""

    def __init__(self, http: OverHttp, sockets: Sockets, traffic: Traffic) -> None:
        self._http = http
        self._sockets = sockets
        self._traffic = traffic

    @property
    def request_url(self) -> str:
        """Where the app listens over HTTP; it may change while the workspace runs."""
        return self._http.request_url

    @request_url.setter
    def request_url(self, url: str) -> None:
        self._http.request_url = url

    @property
    def has_way(self) -> bool:
        """Whether anything can be sent to the app at all."""
        return self._sockets.enabled or bool(self._http.request_url)

    async def start(self) -> None:
        await self._http.start()

    async def stop(self) -> None:
        await self._http.stop()

    async def command(self, fields: Mapping[str, str]) -> Acknowledgement:
        return await self._deliver(Delivery("slash_commands", fields["command"], dict(fields)))

    async def interaction(self, payload: JsonObject) -> Acknowledgement:
        return await self._deliver(Delivery("interactive", payload["type"], payload))

    async def event(self, envelope: JsonObject, retry: Retry | None = None) -> Acknowledgement:
        return await self._deliver(Delivery("events_api", envelope["event"]["type"], envelope, retry))

    async def verification(self, challenge: JsonObject) -> Acknowledgement:
        """Ask the address of the app, and it alone: sockets have none to verify."""
        delivery = Delivery("events_api", challenge["type"], challenge)
        return self._recorded(delivery, await self._http.deliver(delivery))

    async def _deliver(self, delivery: Delivery) -> Acknowledgement:
        way = self._sockets if self._sockets.enabled else self._http
        return self._recorded(delivery, await way.deliver(delivery))

    def _recorded(self, delivery: Delivery, answer: Acknowledgement) -> Acknowledgement:
        self._traffic.record(
            Exchange(
                "to_app",
                delivery.what,
                answer.status,
                answer.elapsed_ms,
                request=delivery.payload,
                answer=answer.body(),
            )
        )
        return answer
