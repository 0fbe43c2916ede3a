"""The words of a digest as messages, frozen twice: rich with drawings, plain without.

What is most important comes first. What one message does not take follows in its thread.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from domain.coverage import EVERYTHING
from domain.delivery import Payload
from domain.digest import Digest
from domain.group import Group
from handlers.digests.balance import balance
from handlers.digests.buttons import digest_buttons
from handlers.digests.news import Telling, news
from handlers.digests.pending import pending
from handlers.digests.sections import Section, in_both
from handlers.digests.splitting import Piece, Size, size_of, split
from handlers.parts.bilingual import JOINT
from handlers.parts.blocks import Block, actions, context, header, section
from handlers.parts.coverage import coverage_words
from handlers.parts.figures import counted
from handlers.parts.limits import HEADER_MAX, MESSAGE_TEXT_AIM
from handlers.parts.message import Message
from handlers.parts.naming import group_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import cut, escape, length
from handlers.words.translator import Translator
from handlers.words.words import Words

LINE_LIMITS = (240, 160, 120)
"""Characters of an item's text, tried in this order: cut shorter only so that all fits one message."""

COVERED_MAX = 60
"""Characters of what a digest covers that stand in its title; more stand in the line below."""

HEADINGS_MAX = 300
"""Characters in which a preview names what follows in the thread."""


T = TypeVar("T")

Made: TypeAlias = MutableMapping[Hashable, Any]
"""What was worded of a digest already, by name: all but what only one of its deliveries says."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A digest, its group, and the IANA zone in which its times are read.

    What is made once holds for every delivery of the digest. `late`: it could not be sent in its time.
    """

    group: Group
    zone: str
    digest: Digest
    made: Made = field(default_factory=dict)
    late: bool = False

    def once(self, what: Hashable, make: Callable[[], T]) -> T:
        """What was made before under this name, else what is made now."""
        if what not in self.made:
            self.made[what] = make()
        found: T = self.made[what]
        return found


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above a digest in one language, and is read aloud first: worded once for both."""

    t: Translator
    title: str
    period: str
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a digest: its pieces, and the same in words."""

    pieces: tuple[Piece, ...]
    text: str

    def message(self, *, rich: bool) -> Message:
        """With drawings, or without."""
        blocks = (block for piece in self.pieces for block in (piece.rich if rich else piece.plain))
        return Message(self.text, tuple(blocks))


@dataclass(frozen=True, slots=True)
class Body:
    """A digest in one message, but for what stands under it."""

    pieces: tuple[Piece, ...]
    size: Size
    text: str


def payloads(
    words: Words, group: Group, zone: str, digest: Digest, made: Made | None = None, *, late: bool = False
) -> tuple[Payload, ...]:
    """The messages of a delivery, all behind the first in its thread.

    `made` is what was worded for others of the same digest, group and zone, and is added to. `late`: so long
    after its period that it says so.
    """
    return tuple(
        Payload(part.message(rich=True).arguments, part.message(rich=False).arguments)
        for part in parts(words, group, zone, digest, made, late=late)
    )


def parts(
    words: Words, group: Group, zone: str, digest: Digest, made: Made | None = None, *, late: bool = False
) -> tuple[Part, ...]:
    """In one language; in two, side by side where one message takes it, else one after the other."""
    subject = Subject(group, zone, digest, {} if made is None else made, late)
    ts = [words.for_language(language) for language in digest.languages]
    if len(ts) > 1:
        whole = _in_one(ts, subject)
        if whole is not None:
            return (whole,)
    return tuple(part for t in ts for part in _in_language(t, subject))


def messages(t: Translator, group: Group, zone: str, digest: Digest, *, rich: bool) -> tuple[Message, ...]:
    """The digest in one language, whichever it is set up for."""
    return tuple(part.message(rich=rich) for part in _in_language(t, Subject(group, zone, digest)))


def preview(words: Words, t: Translator, group: Group, zone: str, digest: Digest) -> Message:
    """What would be posted, for one answer: the first message, and what follows in its thread by name."""
    first, *others = parts(words, group, zone, digest)
    shown = first.message(rich=False)
    if not others:
        return shown
    names = [name for part in others for name in _headings(part)]
    what = cut(escape(t.list(dict.fromkeys(names))), HEADINGS_MAX)
    told = t("digest-preview-replies", count=len(others), what=what)
    return Message(f"{shown.text}\n{told}", (*shown.blocks, context(told)))


def _in_one(ts: Sequence[Translator], subject: Subject) -> Part | None:
    """Everything in one message, its texts as long as that allows; None where no message takes it."""
    foot = _foot(ts, subject)
    languages = tuple(t.language for t in ts)
    for limit in LINE_LIMITS:
        body = subject.once((languages, limit, subject.late), partial(_body, ts, subject, limit))
        if (body.size + foot.size).fits:
            return Part((*body.pieces, foot), body.text)
    return None


def _body(ts: Sequence[Translator], subject: Subject, limit: int) -> Body:
    openings = [_opening(t, subject) for t in ts]
    sections = _sections(ts, subject, limit)
    pieces = (_head(openings, subject), *map(_piece, sections))
    return Body(pieces, size_of(pieces), _text(_summary(openings, subject), sections))


def _in_language(t: Translator, subject: Subject) -> tuple[Part, ...]:
    whole = _in_one([t], subject)
    if whole is not None:
        return (whole,)
    sections = _sections([t], subject, LINE_LIMITS[0])
    named = {one.name: one for one in sections}
    opening = _opening(t, subject)
    found = split(_head([opening], subject), [_piece(one) for one in sections], _foot([t], subject))
    made: list[Part] = []
    for number, pieces in enumerate(found, 1):
        inside = [named[piece.name] for piece in pieces if piece.name in named]
        title = t("digest-part", title=opening.title, part=number, parts=len(found))
        first = _summary([opening], subject) if number == 1 else [f"*{escape(title)}*"]
        made.append(Part(pieces, _text(first, inside)))
    return tuple(made)


def _sections(ts: Sequence[Translator], subject: Subject, limit: int) -> tuple[Section, ...]:
    """What happened and what waits, each section in every language; then the figures."""
    made = [tuple(_told(t, subject, limit)) for t in ts]
    told = made[0] if len(made) == 1 else in_both(*made)
    return (*told, *balance(ts, subject.group, subject.digest))


def _told(t: Translator, subject: Subject, limit: int) -> Iterable[Section]:
    telling = Telling(t=t, group=subject.group, zone=subject.zone, digest=subject.digest, limit=limit)
    yield from news(telling)
    yield from pending(telling)


def _piece(one: Section) -> Piece:
    return Piece(one.name, one.blocks(rich=True), one.blocks(rich=False))


def _head(openings: Sequence[Opening], subject: Subject) -> Piece:
    """Title, period and the headline figures; what was missed, and that it was quiet."""
    titles = list(dict.fromkeys(one.title for one in openings))
    joint = JOINT.join(titles)
    made: list[Block] = [header(joint if length(joint) <= HEADER_MAX else titles[0])]
    for number, one in enumerate(openings):
        apart = number > 0 and length(joint) > HEADER_MAX
        named = [f"*{escape(one.title)}*"] if apart else []
        made.append(context(" · ".join([*named, escape(one.period)])))
        if subject.digest.coverage.by_theme_alone:
            made.append(context(" · ".join(counted(one.t, subject.digest.standing))))
        made += [context(line) for line in one.missed]
    if subject.digest.effects.is_quiet:
        made.append(section(JOINT.join(one.t("digest-quiet") for one in openings)))
    blocks = tuple(made)
    return Piece("head", blocks, blocks)


def _foot(ts: Sequence[Translator], subject: Subject) -> Piece:
    themes = subject.digest.themes
    line = f"status theme:{themes[0]}" if len(themes) == 1 else "status all"
    status = say(JOINT.join(t("button-status") for t in ts), line)
    blocks = (actions(status, *digest_buttons(ts, subject.digest)),)
    return Piece("foot", blocks, blocks)


def _opening(t: Translator, subject: Subject) -> Opening:
    return Opening(t, _title(t, subject), _period(t, subject), tuple(_delays(t, subject)))


def _title(t: Translator, subject: Subject) -> str:
    own = subject.digest.coverage.reader is not None
    title = t("digest-title-own" if own else "digest-title", group=group_name(t, subject.group))
    named = f"{title} · {coverage_words(t, subject.group, subject.digest.coverage)}"
    return named if _is_in_title(t, subject) else title


def _is_in_title(t: Translator, subject: Subject) -> bool:
    """Whether what it covers is said there: what narrows it, where that is short."""
    coverage = subject.digest.coverage
    return coverage != EVERYTHING and length(coverage_words(t, subject.group, coverage)) <= COVERED_MAX


def _period(t: Translator, subject: Subject) -> str:
    told = _from_to(t, subject)
    if _is_in_title(t, subject):
        return told
    return f"{told} · {coverage_words(t, subject.group, subject.digest.coverage)}"


def _from_to(t: Translator, subject: Subject) -> str:
    """Of one day the day is said once."""
    zone = ZoneInfo(subject.zone)
    since, until = (one.astimezone(zone) for one in (subject.digest.since, subject.digest.until))
    if since.date() == until.date():
        hours = {"since": t.time(since.time()), "until": t.time(until.time())}
        return t("digest-period-day", day=t.date(since.date()), **hours)
    return t("digest-period", since=t.datetime(since, subject.zone), until=t.datetime(until, subject.zone))


def _delays(t: Translator, subject: Subject) -> list[str]:
    """That it comes late; that there were none in between, and whose: their changes stand in this one."""
    missed, until = subject.digest.missed, subject.digest.until
    late = [t("digest-late", when=t.datetime(until, subject.zone))] if subject.late else []
    if not missed.count:
        return late
    dates = t.list(t.date(day) for day in missed.dates)
    told = t("digest-missed-some", dates=dates) if missed.count > len(missed.dates) else dates
    return [*late, t("digest-missed", count=missed.count, dates=told)]


def _summary(openings: Sequence[Opening], subject: Subject) -> list[str]:
    """The first lines of what notifications and screen readers get."""
    lines: list[str] = []
    for one in openings:
        opening = f"*{escape(one.title)}*: {escape(one.period)}"
        quiet = f"{opening.removesuffix('.')}. {one.t('digest-quiet')}"
        lines += [quiet if subject.digest.effects.is_quiet else opening, *one.missed]
    return lines


def _text(opening: Sequence[str], sections: Sequence[Section]) -> str:
    """What notifications and screen readers get of a message; short, with the first things first."""
    lines = [*opening, *(escape(line) for one in sections for line in one.aloud())]
    return cut("\n".join(lines), MESSAGE_TEXT_AIM)


def _headings(part: Part) -> list[str]:
    """What stands in a message, by its headings."""
    found = []
    for piece in part.pieces:
        first = piece.plain[0] if piece.plain else {}
        if first.get("type") == "rich_text":
            found.append(first["elements"][0]["elements"][0]["text"].rstrip(":"))
    return found
