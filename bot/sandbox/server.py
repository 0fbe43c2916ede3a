"""The local workspace as one HTTP server."""

from aiohttp import web

from bot.sandbox.gate import gate
from bot.sandbox.page_route import index, page_file
from bot.sandbox.people.routes import ROUTES
from bot.sandbox.people.stream import StreamRoute
from bot.sandbox.response_route import ResponseRoute
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.socket_route import SocketRoute
from bot.sandbox.web_api import WebApi
from bot.sandbox.workspace import Timing, Workspace, build_workspace

LOCALHOST = "127.0.0.1"
# Slack takes views of 250 kB and messages of 50 blocks; forms carry them percent-encoded.
LARGEST_BODY = 8 * 1024 * 1024
# A stream that is told to end does so at once; a hanging request is not waited for.
SHUTDOWN_SECONDS = 1.0


class Sandbox:
    """A Slack workspace on this machine, with one app in it.

    The app's Web API stands under `.api_url`; people act through `/people/…`; `/` is the page.
    """

    def __init__(self, seed: WorkspaceSeed, timing: Timing | None = None) -> None:
        self._seed = seed
        self._workspace = build_workspace(seed, timing or Timing())
        self._runner: web.AppRunner | None = None

    @property
    def workspace(self) -> Workspace:
        return self._workspace

    @property
    def url(self) -> str:
        """Such as `http://127.0.0.1:41234`; empty before `start`."""
        return self._workspace.url

    @property
    def api_url(self) -> str:
        """What the app takes for `https://slack.com/api/`."""
        return f"{self.url}/api/"

    def set_request_url(self, url: str) -> None:
        """Where the app receives commands, interactions and events from now on."""
        self._workspace.dispatcher.request_url = url

    async def start(self, host: str = LOCALHOST, port: int = 0) -> str:
        """Listen, on a free port when `port` is 0; returns `.url`. OSError when the port is taken."""
        await self._workspace.dispatcher.start()
        runner = web.AppRunner(
            self._application(host), access_log=None, shutdown_timeout=SHUTDOWN_SECONDS, handle_signals=False
        )
        self._runner = runner
        try:
            await runner.setup()
            await web.TCPSite(runner, host, port).start()
        except OSError:
            await self.stop()
            raise
        bound = runner.addresses[0][1]
        self._workspace.url = f"http://{host}:{bound}"
        return self.url

    async def stop(self) -> None:
        """End streams, pending event retries, connections and the server."""
        self._workspace.stream.close()
        await self._workspace.events.stop()
        await self._workspace.sockets.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        await self._workspace.dispatcher.stop()

    def _application(self, host: str) -> web.Application:
        application = web.Application(client_max_size=LARGEST_BODY, middlewares=[gate(host)])
        api, response, stream = (
            WebApi(self._workspace),
            ResponseRoute(self._workspace),
            StreamRoute(self._workspace),
        )
        application.router.add_route("GET", "/api/{method}", api.handle)
        application.router.add_route("POST", "/api/{method}", api.handle)
        application.router.add_post("/response/{token}", response.handle)
        application.router.add_get("/socket/{ticket}", SocketRoute(self._workspace.sockets).handle)
        application.router.add_get("/people/stream", stream.handle)
        for route in ROUTES:
            application.router.add_route(route.verb, f"/people/{route.name}", route.bound(self._workspace))
        application.router.add_get("/", index)
        application.router.add_get("/page/{path:.+}", page_file)
        return application
