"""Addresses of the web: which are taken, and when two are the same."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urlsplit

from domain.refusal import Refusal, RefusalCode

ADDRESS_MAX = 3000
"""Characters: those of a button's address (docs.slack.dev, button element: url)."""

HOST_MAX = 253
"""Characters of a host's name (RFC 1035, 2.3.4)."""

_WEB = frozenset({"http", "https"})
_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?![0-9])", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]\.?", re.IGNORECASE)
_KEPT = "!#$%&'()*+,-./:;=?@[]_~"
"""What stands in an address as it is (RFC 3986, 2.2 and 2.3, and escapes that are there already)."""


def web_address(typed: str) -> str:
    """The address ready to store, in ASCII; `https://` before one without a scheme.

    Raises Refusal ADDRESS_MISSING, ADDRESS_TOO_LONG, ADDRESS_NOT_WEB, ADDRESS_UNREADABLE for what has no host
    that everybody can reach by name, or ADDRESS_SECRET for one with a user's name or password in it.
    """
    text = unicodedata.normalize("NFC", typed.strip())
    if not text:
        raise Refusal(RefusalCode.ADDRESS_MISSING)
    if len(text) > ADDRESS_MAX:
        raise Refusal(RefusalCode.ADDRESS_TOO_LONG, length=len(text), limit=ADDRESS_MAX)
    if any(unicodedata.category(character)[0] in "CZ" for character in text):
        raise _unreadable(text)
    parts = _split(text)
    made = "".join([f"{parts.scheme}://", _authority(parts, text), *_behind(parts)])
    if len(made) > ADDRESS_MAX:
        raise Refusal(RefusalCode.ADDRESS_TOO_LONG, length=len(made), limit=ADDRESS_MAX)
    return made


def same_place(address: str) -> str:
    """What addresses of one place have in common, whatever their scheme, a `www.` or a last slash."""
    parts = urlsplit(address)
    host = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/")
    return f"{host}{path}?{parts.query}" if parts.query else f"{host}{path}"


def host_of(address: str) -> str:
    """The host, as one says it: `gob.mx`."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _split(text: str) -> SplitResult:
    named = _SCHEME.match(text)
    if named is not None and named[0][:-1].lower() not in _WEB:
        raise Refusal(RefusalCode.ADDRESS_NOT_WEB, word=_shown(text))
    try:
        parts = urlsplit(text if named is not None else f"https://{text}")
    except ValueError as error:
        raise _unreadable(text) from error
    if named is not None and not text[named.end() :].startswith("//"):
        raise _unreadable(text)
    if "@" in parts.netloc:
        raise Refusal(RefusalCode.ADDRESS_SECRET)
    return parts


def _authority(parts: SplitResult, text: str) -> str:
    """Host in small letters and ASCII, and the port unless it goes without saying."""
    host, port = parts.hostname or "", None
    with suppress(ValueError):
        port = parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    is_plain = parts.netloc.lower() in {host, f"{host}:{port}", f"{host}:"} or not parts.netloc.isascii()
    named = _HOST.fullmatch(host) is not None or _is_public(host)
    if not is_plain or not named or len(host) > HOST_MAX or not host.isascii():
        raise _unreadable(text)
    return host if port in {None, _PORTS[parts.scheme]} else f"{host}:{port}"


def _is_public(host: str) -> bool:
    """Whether it is a number that leads to the same place for everybody."""
    with suppress(ValueError):
        return ip_address(host).is_global
    return False


def _behind(parts: SplitResult) -> list[str]:
    """Path, query and fragment, with what could end an address early written as escapes."""
    path = quote(parts.path, safe=_KEPT)
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    fragment = f"#{quote(parts.fragment, safe=_KEPT)}" if parts.fragment else ""
    return [path, query, fragment]


def _unreadable(text: str) -> Refusal:
    return Refusal(RefusalCode.ADDRESS_UNREADABLE, word=_shown(text))


def _shown(text: str) -> str:
    """The beginning of an address, to be named in a refusal."""
    return text if len(text) <= _SHOWN_MAX else f"{text[: _SHOWN_MAX - 1]}…"


_SHOWN_MAX = 60
