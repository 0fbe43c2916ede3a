"""Text on its way to and from Slack.

Out. Nothing that people typed may become a live mention, a broadcast or a disguised link, and it comes out as
typed. So:

- what people wrote stands in `rich_text` text elements or in `plain_text` objects: Slack parses neither
  (docs.slack.dev, rich text block; text object);
- where a name or a word of theirs stands inside our own mrkdwn, it goes through `escape`. Mentions,
  broadcasts, dates and links all begin with `<` (docs.slack.dev, formatting message text), so with `& < >` as
  entities none is left. Words such as `@channel`, `@here` or `@everyone` notify nobody: Slack does not look
  for names in what an app sends unless it is told to by `link_names` or `parse: full`, which we never send;
- `*bold*`, `_`, `~`, backticks and a leading `>` have no escape in mrkdwn. Invisible characters are no
  remedy: zero-width spaces around a mark are known to switch formatting on (yhatt/jsx-slack, exact mode), and
  they would stay in what people copy. So the first rule holds for everything longer than a name.

In. Command and message texts carry entities, which `decode` reads once; values of forms arrive as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlers.words.graphemes import graphemes

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Mention:
    """`id` of a person or channel, and `label`: how the decoded text names it, with its `@` or `#`."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as its author saw it, and who and what Slack says is named in it, in order."""

    text: str
    people: tuple[Mention, ...] = ()
    channels: tuple[Mention, ...] = ()


def escape(text: str) -> str:
    """The text for use inside mrkdwn. Done once, at the very edge: a second time would show the entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def person(user: str) -> str:
    """A live mention of our own making. `user` comes from Slack or our record, never from a typed text."""
    return f"<@{user}>"


def without_mention(text: str, user: str) -> str:
    """An encoded text without the mentions of one user, and what sets them off at the beginning of a line."""
    named = rf"<@{re.escape(user)}(?:\|[^<>]*)?>"
    leading = re.compile(rf"^[ \t]*(?:{named}[ \t]*)+(?:[,:;\-\u2013\u2014]+[ \t]*)?", re.MULTILINE)
    return re.sub(rf"[ \t]*{named}", "", leading.sub("", text))


def decode(text: str) -> Decoded:
    """A command's or message's text as typed. Broadcasts become plain words, links their address.

    A link whose label is the address as typed (`<http://example.org|example.org>`) becomes the label; any
    other label is followed by the address, which it must not hide.
    """
    if "<" not in text and "&" not in text:
        return Decoded(text)
    reader = _Reader()
    plain = _ENTITY.sub(reader.read, text)
    return Decoded(plain, tuple(reader.people.values()), tuple(reader.channels.values()))


_ENTITY = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^<>|\s]+)(?:\|(?P<label>[^<>]*))?>|&(?:amp|lt|gt);")
_CHARACTERS = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ID = re.compile(r"[A-Z0-9]{2,}")
_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)")


class _Reader:
    """Reads entity after entity, in one pass, so that nothing is decoded twice."""

    def __init__(self) -> None:
        self.people: dict[str, Mention] = {}
        self.channels: dict[str, Mention] = {}

    def read(self, match: re.Match[str]) -> str:
        sign, target, label = match["sign"], match["target"], _characters(match["label"] or "")
        if target is None:
            return _CHARACTERS[match[0]]
        if sign == "@" and _ID.fullmatch(target):
            return _named(self.people, "@", target, label)
        if sign == "#" and _ID.fullmatch(target):
            return _named(self.channels, "#", target, label)
        if sign == "!":
            return _special(target, label)
        if sign or not re.match(r"[a-z][a-z0-9+.-]*:", target):
            return _characters(match[0])
        return _link(_characters(target), label)


def _named(known: dict[str, Mention], sign: str, target: str, label: str) -> str:
    """The mention's label; the id where Slack gives no name, or where two ids would share one."""
    if target not in known:
        wanted = sign + (label.removeprefix(sign) or target)
        taken = {mention.label for mention in known.values()}
        known[target] = Mention(target, f"{sign}{target}" if wanted in taken else wanted)
    return known[target].label


def _special(target: str, label: str) -> str:
    if target.startswith("date^"):
        return label
    name = target.partition("^")[2] if target.startswith("subteam^") else target
    return label if label.startswith("@") else f"@{label or name}"


def _link(address: str, label: str) -> str:
    shown = address.removeprefix("mailto:").removeprefix("tel:")
    if not label or label == address:
        return shown
    return label if _SCHEME.sub("", address).rstrip("/") == label.rstrip("/") else f"{label} ({shown})"


def _characters(text: str) -> str:
    return re.sub(r"&(?:amp|lt|gt);", lambda match: _CHARACTERS[match[0]], text)


def cut(markup: str, limit: int) -> str:
    """Escaped text of at most `limit` characters, ending in `…` when something is missing.

    Entities (`&amp;`) and what stands in angle brackets stay whole, as do the characters of a reader. Counted
    in UTF-16 units, the larger of the two ways to count, since Slack does not say which it uses.
    """
    return _quickly(_SINGLE_IN_MARKUP, markup, limit) or _cut(markup, limit, _markup_pieces)


def cut_plain(text: str, limit: int) -> str:
    """The same for text that is not escaped: labels, titles, runs of rich text."""
    return _quickly(_SINGLE, text, limit) or _cut(text, limit, graphemes)


def cut_characters(text: str, limit: int) -> str:
    """Text that is not escaped, of at most `limit` characters whichever their number of UTF-16 units."""
    return _cut(text, limit, graphemes, len)


def length(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", errors="surrogatepass")) // 2


_WHOLE = re.compile(r"&(?:amp|lt|gt);|<[^<>]*>")


def _markup_pieces(markup: str) -> Iterator[str]:
    at = 0
    for whole in _WHOLE.finditer(markup):
        yield from graphemes(markup[at : whole.start()])
        yield whole[0]
        at = whole.end()
    yield from graphemes(markup[at:])


_SINGLE = re.compile("[^\r\u0300-\u200f\u2028-\U0010ffff]*")
_SINGLE_IN_MARKUP = re.compile("[^\r&<\u0300-\u200f\u2028-\U0010ffff]*")
"""Characters of Latin and its punctuation: each is one for the reader, and one unit of UTF-16."""


def _quickly(single: re.Pattern[str], text: str, limit: int) -> str:
    """The text cut where it has more than the limit of single characters, and they come first; else nothing.

    Most texts are such: piece by piece takes a hundred times as long, and a digest cuts thousands.
    """
    if limit < 1 or len(text) <= limit or single.fullmatch(text, 0, limit) is None:
        return ""
    return text[: limit - len(ELLIPSIS)].rstrip() + ELLIPSIS


def _cut(
    text: str,
    limit: int,
    pieces: Callable[[str], Iterator[str]],
    measure: Callable[[str], int] = length,
) -> str:
    """Pieces are taken one by one, so that cutting costs what is kept, not what is thrown away."""
    if limit < 1:
        raise ValueError("a text is cut to one character or more")
    if measure(text) <= limit:
        return text
    kept: list[str] = []
    room = limit - len(ELLIPSIS)
    for piece in pieces(text):
        room -= measure(piece)
        if room < 0:
            break
        kept.append(piece)
    return "".join(kept).rstrip() + ELLIPSIS
