"""The page: static files from the package, under a policy that keeps every request on this machine."""

from pathlib import Path

from aiohttp import web

PAGE_FOLDER = Path(__file__).parent / "page"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
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


async def index(_request: web.Request) -> web.StreamResponse:
    return _file(PAGE_FOLDER / "index.html")


async def page_file(request: web.Request) -> web.StreamResponse:
    path = (PAGE_FOLDER / request.match_info["path"]).resolve()
    if not path.is_relative_to(PAGE_FOLDER) or not path.is_file():
        raise web.HTTPNotFound(headers=HEADERS)
    return _file(path)


def _file(path: Path) -> web.StreamResponse:
    kind = _TYPES.get(path.suffix, "application/octet-stream")
    # Read at once: eighty small files by way of aiohttp's thread pool take twice as long.
    return web.Response(body=path.read_bytes(), headers={**HEADERS, "Content-Type": kind})
