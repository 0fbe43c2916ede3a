"""Who may ask at all: programs and the page on this machine, no website that a browser here shows.

Nobody is asked who they are, so a website must reach nothing: neither with requests that a browser sends
anywhere without asking first (Fetch Standard, CORS-safelisted methods and content types), nor under a name of
its own that it lets resolve to this machine (DNS rebinding).
"""

from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

LOCAL_NAMES = frozenset({"127.0.0.1", "::1", "localhost"})
EVERY_ADDRESS = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - compared with, not listened on
OF_THE_APP = ("/api/", "/response/", "/socket/")
HTTP_PORT = 80

_OF_OTHERS = frozenset({"cross-site", "same-site"})
"""Values of Sec-Fetch-Site for requests that another origin made (Fetch Metadata Request Headers). Images and
scripts carry it, and no Origin."""

_WHERE = "Only programs and browsers of this machine are served, at the address that the start printed."
_WHAT = "Acts of people are sent as application/json."


def gate(host: str) -> Middleware:
    """The middleware of a workspace that listens at `host`.

    403 for another machine's name as Host, for a page of another origin and what such a page embeds; 415 for
    what people send that is not JSON. Where every address is listened at, people come by any address, and the
    app by any name. A link to the page may be followed from anywhere.
    """

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        of_people = not request.path.startswith(OF_THE_APP)
        named = request.headers.get("Host", "").lower()
        if not _serves(host, _port(request), named, of_people=of_people):
            return _refused(HTTPStatus.FORBIDDEN, "foreign_host", _WHERE)
        if _is_foreign(request, named):
            return _refused(HTTPStatus.FORBIDDEN, "foreign_origin", _WHERE)
        if of_people and request.method == "POST" and request.content_type != "application/json":
            return _refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "invalid_content_type", _WHAT)
        return await handler(request)

    return middleware


def _is_foreign(request: web.Request, named: str) -> bool:
    """Whether a page of another origin asks, or embeds what it asks for."""
    own = f"http://{named}"
    if request.headers.get("Origin", own) != own:
        return True
    return request.headers.get("Sec-Fetch-Site") in _OF_OTHERS and not _opens_the_page(request)


def _serves(host: str, port: int, named: str, *, of_people: bool) -> bool:
    """Whether the Host header names the workspace."""
    try:
        parts = urlsplit(f"//{named}")
        name, given = parts.hostname or "", parts.port or HTTP_PORT
    except ValueError:
        return False
    everywhere = host in EVERY_ADDRESS
    if not name or parts.netloc != parts.netloc.rpartition("@")[2]:
        return False
    if everywhere and not of_people:
        return True
    by_name = name in LOCAL_NAMES or name == host.lower() or (everywhere and _is_address(name))
    return by_name and given == port


def _port(request: web.Request) -> int:
    """The one it came in by; 0 once the connection is gone."""
    address = request.transport.get_extra_info("sockname") if request.transport is not None else None
    return int(address[1]) if address else 0


def _is_address(name: str) -> bool:
    """Whether it is no name, which could be anybody's."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _opens_the_page(request: web.Request) -> bool:
    """Whether a person followed a link to it: in a window of its own, not inside another page."""
    return (
        request.path == "/"
        and request.method == "GET"
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and request.headers.get("Sec-Fetch-Dest") == "document"
    )


def _refused(status: HTTPStatus, error: str, detail: str) -> web.Response:
    return web.json_response({"ok": False, "error": error, "detail": detail}, status=status)
