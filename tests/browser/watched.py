"""What a page must never do behind the back of a test: complain, fail, or ask anybody but this machine."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Page, Request, Response

LOCALHOST = "127.0.0.1"


class Watched:
    """Listens to a page from its opening on; `complaints` says what was wrong."""

    def __init__(self, page: Page) -> None:
        self._complaints: list[str] = []
        page.on("console", self._logged)
        page.on("pageerror", lambda error: self._complaints.append(f"error: {error}"))
        page.on("request", self._asked)
        page.on(
            "requestfailed", lambda asked: self._complaints.append(f"failed: {asked.url}: {asked.failure}")
        )
        page.on("response", self._answered)

    @property
    def complaints(self) -> list[str]:
        """Errors and warnings of the console, failed or refused requests, requests to another machine."""
        return list(self._complaints)

    def forgive(self, part: str) -> None:
        """Take out the complaints with this part: what a test caused on purpose."""
        self._complaints = [each for each in self._complaints if part not in each]

    def _logged(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._complaints.append(f"{message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme != "data" and address.hostname != LOCALHOST:
            self._complaints.append(f"asked another machine: {request.url}")

    def _answered(self, response: Response) -> None:
        if not response.ok:
            self._complaints.append(f"refused with {response.status}: {response.url}")
