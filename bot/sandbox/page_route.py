"""The page: static files from the package, under a policy that keeps every request on this machine."""

from pathlib import Path

from aiohttp import web

PAGE_FOLDER = Path(__file__).parent / "page"

_POLICY = (
    "default-src 'self'; connect-src 'self' ws://{host}; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""Of `'self'` some browsers take WebSockets for no part (developer.mozilla.org, CSP: connect-src)."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}

# Browsers refuse modules of another type; the machine's own table of types may be wrong.
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}


async def index(request: web.Request) -> web.StreamResponse:
    return _file(PAGE_FOLDER / "index.html", request)


async def page_file(request: web.Request) -> web.StreamResponse:
    path = (PAGE_FOLDER / request.match_info["path"]).resolve()
    if not path.is_relative_to(PAGE_FOLDER) or not path.is_file():
        raise web.HTTPNotFound(headers=_headers(request))
    return _file(path, request)


def _file(path: Path, request: web.Request) -> web.StreamResponse:
    kind = _TYPES.get(path.suffix, "application/octet-stream")
    # Read at once: eighty small files by way of aiohttp's thread pool take twice as long.
    return web.Response(body=path.read_bytes(), headers={**_headers(request), "Content-Type": kind})


def _headers(request: web.Request) -> dict[str, str]:
    """The host is one that the gate let in: a name of this machine."""
    return {**HEADERS, "Content-Security-Policy": _POLICY.format(host=request.host)}
