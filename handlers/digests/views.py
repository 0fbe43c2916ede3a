"""The words of a digest, frozen twice: rich with a native chart, plain without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from domain.delivery import Payload
from domain.digest import Digest, Revision, Shift
from domain.group import Group
from domain.item import Item
from domain.kinds import NATURES
from domain.reference import RecordKind, Reference
from handlers.meetings.naming import TITLE_MAX, when
from handlers.parts.blocks import (
    Block,
    Run,
    actions,
    bullets,
    context,
    divider,
    faint,
    header,
    paragraph,
    said,
    section,
    strong,
)
from handlers.parts.chart import status_chart
from handlers.parts.edited import field_text
from handlers.parts.figures import counted, figure_blocks, waiting
from handlers.parts.history import kind_of, what_changed
from handlers.parts.items import item_runs
from handlers.parts.limits import MESSAGE_CHARACTERS_MAX, MESSAGE_TEXT_AIM
from handlers.parts.measure import characters
from handlers.parts.message import Message
from handlers.parts.naming import group_name, person_name, scope_name, status_word
from handlers.parts.next_steps import say
from handlers.words.slack_text import cut, cut_plain, escape
from handlers.words.translator import Translator
from handlers.words.words import Words

SHOWN_MAX = 8
"""Items listed under one heading; the rest is one button away."""

LINE_LIMITS = (240, 160, 120, 80)
"""Characters of an item's text, tried in this order: eight full lists fit at 120."""

CORRECTIONS_MAX = 80
"""Characters that say what was corrected about an item; its history has the rest."""

_Pair: TypeAlias = Callable[[Translator, Shift], str]

_WEIGHTIEST = (
    RecordKind.DECISION,
    RecordKind.RECOMMENDATION,
    RecordKind.OBSTACLE,
    RecordKind.ACTION,
    RecordKind.OPPORTUNITY,
    RecordKind.NOTE,
)
NEW_ORDER = tuple(dict.fromkeys([*_WEIGHTIEST, *RecordKind]))
"""The order in which a digest tells what is new: of any kind."""


def payloads(words: Words, group: Group, zone: str, digest: Digest) -> tuple[Payload, ...]:
    """One message for each language of the digest; the second follows in the first one's thread."""
    return tuple(_payload(words.for_language(language), group, zone, digest) for language in digest.languages)


def message(t: Translator, group: Group, zone: str, digest: Digest, *, chart: bool) -> Message:
    """The digest in one language; dates are read in the IANA zone.

    Texts are cut shorter in a full digest, so that Slack takes it whole.
    """
    for limit in LINE_LIMITS:
        made = _message(t, group, zone, digest, limit, chart=chart)
        if characters(made.blocks) <= MESSAGE_CHARACTERS_MAX:
            break
    return made


def _message(t: Translator, group: Group, zone: str, digest: Digest, limit: int, *, chart: bool) -> Message:
    title = t("digest-title", group=group_name(t, group))
    blocks: list[Block] = [header(title), context(escape(_period(t, group, zone, digest)))]
    if digest.effects.is_quiet:
        blocks.append(section(t("digest-quiet")))
    blocks += _steered(t, group, digest)
    blocks += _news(t, digest, limit)
    blocks += _held(t, digest, limit)
    blocks += _shifts(t, "digest-moved", digest.effects.moved, digest, _status_pair, limit)
    blocks += _shifts(t, "digest-progressed", digest.effects.progressed, digest, _percent_pair, limit)
    blocks += _revised(t, group, digest, limit)
    blocks += _joined(t, digest)
    blocks += _unanswered(t, digest, limit)
    blocks += _upcoming(t, digest, zone)
    blocks += [divider(), *_figures(t, digest, chart=chart)]
    theme = digest.themes[0] if len(digest.themes) == 1 else None
    blocks.append(actions(say(t("button-status"), f"status theme:{theme}" if theme else "status all")))
    return Message(cut(_summary(t, group, zone, digest), MESSAGE_TEXT_AIM), tuple(blocks))


def _payload(t: Translator, group: Group, zone: str, digest: Digest) -> Payload:
    rich = message(t, group, zone, digest, chart=True)
    plain = message(t, group, zone, digest, chart=False)
    return Payload(
        rich={"text": rich.text, "blocks": list(rich.blocks)},
        plain={"text": plain.text, "blocks": list(plain.blocks)},
    )


def _period(t: Translator, group: Group, zone: str, digest: Digest) -> str:
    scopes = [scope_name(t, group, key) for key in digest.themes] or [scope_name(t, group, None)]
    since, until = t.datetime(digest.since, zone), t.datetime(digest.until, zone)
    return f"{t('digest-period', since=since, until=until)} · {t.list(scopes)}"


def _steered(t: Translator, group: Group, digest: Digest) -> list[Block]:
    return [
        paragraph(strong(what_changed(t, change, digest.names, group))) for change in digest.effects.steered
    ]


def _news(t: Translator, digest: Digest, limit: int) -> list[Block]:
    """New items by kind, the weightiest kinds first; meetings to come stand apart, with their time."""
    blocks: list[Block] = []
    ahead = {meeting.reference for meeting in digest.upcoming}
    new = [item for item in _items(digest, digest.effects.recorded) if item.reference not in ahead]
    for kind in NEW_ORDER:
        found = [item for item in new if item.kind is kind]
        if found:
            heading = t(f"digest-new-{kind.value}", count=len(found))
            blocks += _listed(t, heading, [_new_runs(t, item, limit) for item in found])
    return blocks


def _new_runs(t: Translator, item: Item, limit: int) -> list[Run]:
    """A new item, with its state when that is no more the one that everything of its kind begins in."""
    first = next(iter(NATURES[item.kind.series].statuses))
    return item_runs(t, item, limit=limit, remark="" if item.status == first else None)


def _held(t: Translator, digest: Digest, limit: int) -> list[Block]:
    found = _items(digest, digest.effects.held)
    lines = [item_runs(t, item, limit=limit, remark="") for item in found]
    return _listed(t, t("digest-held", count=len(lines)), lines) if lines else []


def _upcoming(t: Translator, digest: Digest, zone: str) -> list[Block]:
    lines = [
        item_runs(t, each, limit=TITLE_MAX, remark=when(t, each.arrangement, zone))
        for each in digest.upcoming
    ]
    return _listed(t, t("digest-upcoming", count=len(lines)), lines) if lines else []


def _shifts(
    t: Translator, heading: str, shifts: Sequence[Shift], digest: Digest, pair: _Pair, limit: int
) -> list[Block]:
    lines = [
        item_runs(t, digest.items[shift.subject], limit=limit, remark=pair(t, shift))
        for shift in shifts
        if shift.subject in digest.items
    ]
    return _listed(t, t(heading, count=len(lines)), lines) if lines else []


def _status_pair(t: Translator, shift: Shift) -> str:
    kind = kind_of(shift.subject)
    return f"{status_word(t, kind, shift.before)} → {status_word(t, kind, shift.after)}"


def _percent_pair(t: Translator, shift: Shift) -> str:
    return f"{t.percent(int(shift.before))} → {t.percent(int(shift.after))}"


def _revised(t: Translator, group: Group, digest: Digest, limit: int) -> list[Block]:
    """What was recorded before and says something else now."""
    lines = [
        item_runs(t, digest.items[revision.subject], limit=limit, remark=_corrections(t, group, revision))
        for revision in digest.effects.revised
        if revision.subject in digest.items
    ]
    return _listed(t, t("digest-revised", count=len(lines)), lines) if lines else []


def _corrections(t: Translator, group: Group, revision: Revision) -> str:
    told = ", ".join(field_text(t, one, group) for one in revision.differences)
    return cut_plain(told, CORRECTIONS_MAX)


def _joined(t: Translator, digest: Digest) -> list[Block]:
    joined = digest.effects.joined
    if not joined:
        return []
    names = t.list([person_name(digest.names, user) for user in joined[:SHOWN_MAX]])
    return [paragraph(strong(f"{t('digest-joined', count=len(joined))}: "), said(names))]


def _unanswered(t: Translator, digest: Digest, limit: int) -> list[Block]:
    if not digest.unanswered:
        return []
    total = max(digest.standing.unanswered, len(digest.unanswered))
    lines = [item_runs(t, item, limit=limit, remark="") for item in digest.unanswered]
    return _listed(t, t("digest-unanswered", count=total), lines, total)


def _figures(t: Translator, digest: Digest, *, chart: bool) -> list[Block]:
    drawn = status_chart(t, digest.standing) if chart else None
    if drawn is None:
        return figure_blocks(t, digest.standing, unanswered=False)
    waits = waiting(t, digest.standing, unanswered=False)
    lines = [section("\n".join(f"• {line}" for line in waits))] if waits else []
    return [drawn, context(" · ".join(counted(t, digest.standing))), *lines]


def _listed(t: Translator, heading: str, lines: Sequence[list[Run]], total: int = 0) -> list[Block]:
    """`total` counts what there is, where `lines` are only the first of it."""
    shown = list(lines[:SHOWN_MAX])
    missing = max(total, len(lines)) - len(shown)
    if missing:
        shown.append([faint(t("and-more", count=missing))])
    return [paragraph(strong(heading)), bullets(shown)]


def _items(digest: Digest, references: Sequence[Reference]) -> list[Item]:
    return [digest.items[reference] for reference in references if reference in digest.items]


def _summary(t: Translator, group: Group, zone: str, digest: Digest) -> str:
    """What notifications and screen readers get."""
    title = t("digest-title", group=group_name(t, group))
    period = _period(t, group, zone, digest)
    if digest.effects.is_quiet:
        return f"*{escape(title)}*: {escape(period)}. {t('digest-quiet')}"
    lines = [what_changed(t, change, digest.names, group) for change in digest.effects.steered]
    lines += [
        f"{item.reference} {item.text.for_reader(t.language).text}"
        for item in _items(digest, digest.effects.recorded)
    ]
    lines += [f"{shift.subject}: {_status_pair(t, shift)}" for shift in digest.effects.moved]
    lines += [
        f"{revision.subject}: {_corrections(t, group, revision)}" for revision in digest.effects.revised
    ]
    return f"*{escape(title)}*: {escape(period)}\n" + escape("\n".join(lines))
