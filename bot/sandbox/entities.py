"""What Slack makes of text that people type, in commands and in messages.

Sources: https://docs.slack.dev/messaging/formatting-message-text and
https://docs.slack.dev/interactivity/implementing-slash-commands (escaping of channels and users).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.sandbox.shapes import JsonObject

BROADCASTS = ("here", "channel", "everyone")

_TOKEN = re.compile(
    r"(?P<url>https?://[^\s<>|]+)"
    r"|(?<![\w.+-])(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w@#/&])(?P<sign>[@#])(?P<name>\w[\w.\-]*)"
)
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_ENTITY = re.compile(r"<(?P<body>[^<>]+)>")
_URL_TAIL = ".,;:!?)]}'\"…"
_NAME_TAIL = ".-_"


class Names(Protocol):
    """Who and what can be named, as the person who types sees it."""

    def user_id(self, handle: str) -> str | None: ...

    def channel_id(self, name: str) -> str | None: ...

    def may_broadcast(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class _Mention:
    sign: str
    id: str
    name: str
    rest: str


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def encode_command(text: str, names: Names, *, mentions: bool = True) -> str:
    """A command's text: `@handle` → `<@U…|handle>`, `#channel` → `<#C…|channel>`, addresses as typed.

    `mentions` is the app's setting "escape channels, users, and links".
    """

    def token(match: re.Match[str]) -> str:
        mention = _mention(match, names) if mentions else None
        if mention is None:
            return escape(match[0])
        return f"<{mention.sign}{mention.id}|{mention.name}>{escape(mention.rest)}"

    return _each_token(text.strip(), token)


def encode_message(text: str, names: Names) -> str:
    """A message's text; what stands in backticks keeps its names and addresses."""
    pieces: list[str] = []
    position = 0
    for code in _CODE.finditer(text):
        pieces += [_encode_prose(text[position : code.start()], names), escape(code[0])]
        position = code.end()
    return "".join([*pieces, _encode_prose(text[position:], names)])


def rich_text(encoded: str) -> JsonObject:
    """The `rich_text` block that Slack adds to a person's message, from its encoded text."""
    elements: list[JsonObject] = []
    position = 0
    for match in _ENTITY.finditer(encoded):
        elements += _plain(encoded[position : match.start()])
        elements.append(_element(match["body"]))
        position = match.end()
    elements += _plain(encoded[position:])
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}


def mentions_user(encoded: str, user_id: str) -> bool:
    return re.search(rf"<@{re.escape(user_id)}(?:\|[^>]*)?>", encoded) is not None


def _each_token(text: str, replace: Callable[[re.Match[str]], str]) -> str:
    pieces: list[str] = []
    position = 0
    for match in _TOKEN.finditer(text):
        pieces += [escape(text[position : match.start()]), replace(match)]
        position = match.end()
    return "".join([*pieces, escape(text[position:])])


def _encode_prose(text: str, names: Names) -> str:
    return _each_token(text, lambda match: _message_token(match, names))


def _message_token(match: re.Match[str], names: Names) -> str:
    if url := match["url"]:
        address = url.rstrip(_URL_TAIL)
        return f"<{escape(address)}>{escape(url[len(address) :])}"
    if email := match["email"]:
        return f"<mailto:{email}|{email}>"
    if match["sign"] == "@" and match["name"] in BROADCASTS and names.may_broadcast():
        return f"<!{match['name']}>"
    mention = _mention(match, names)
    if mention is None:
        return escape(match[0])
    label = "" if mention.sign == "@" else f"|{mention.name}"
    return f"<{mention.sign}{mention.id}{label}>{escape(mention.rest)}"


def _mention(match: re.Match[str], names: Names) -> _Mention | None:
    sign, typed = match["sign"], match["name"]
    if sign is None:
        return None
    find = names.user_id if sign == "@" else names.channel_id
    name = typed
    while name:
        found = find(name)
        if found is not None:
            return _Mention(sign=sign, id=found, name=name, rest=typed[len(name) :])
        shorter = name[:-1] if name[-1] in _NAME_TAIL else ""
        name = shorter
    return None


def _plain(encoded: str) -> list[JsonObject]:
    return [{"type": "text", "text": unescape(encoded)}] if encoded else []


def _element(body: str) -> JsonObject:
    target, _, label = body.partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    if target.startswith("!"):
        return {"type": "broadcast", "range": target[1:]}
    link: JsonObject = {"type": "link", "url": unescape(target)}
    return link | {"text": unescape(label)} if label else link
