"""What a channel is told of a meeting that was moved or cancelled: in every language of the group.

The line of its reminder was in all of them too: whoever read that one must not miss this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.change import ChangeKind, NewChange
from domain.editing import Field, difference
from domain.group import Group
from domain.item import WITHDRAWN
from domain.meeting import Arrangement, Meeting, read_when
from domain.usecases.undoing import TakenBack
from handlers.meetings.naming import moment, title, when, where
from handlers.parts.bilingual import label
from handlers.parts.blocks import Block, Run, actions, context, faint, paragraph, said, strong
from handlers.parts.edited import edited_text, fields_text, version_facts
from handlers.parts.message import Message
from handlers.parts.naming import day_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

_OF_ONE_TO_COME = frozenset(
    {ChangeKind.RECORDED, ChangeKind.RESCHEDULED, ChangeKind.MOVED, ChangeKind.EDITED}
)
"""What is told of a meeting that has not begun, when it is taken back."""

REARRANGED = frozenset({ChangeKind.RESCHEDULED, ChangeKind.RELOCATED})


def is_of_one_that_was(changes: Sequence[NewChange]) -> bool:
    """Whether a write changed a meeting that there was, rather than schedule one."""
    return bool(changes) and all(change.kind is not ChangeKind.RECORDED for change in changes)


def is_cancelled(changes: Sequence[NewChange]) -> bool:
    """Whether a write to a meeting cancelled it; told late, it may be on again by now."""
    return any(change.kind is ChangeKind.MOVED and change.after == WITHDRAWN for change in changes)


def rearranged(
    ts: Sequence[Translator],
    group: Group,
    meeting: Meeting,
    changes: Sequence[NewChange],
    notes: Sequence[str] = (),
) -> Message:
    """From when to when it was moved, where it is now, and of which theme; the way back where there is one.

    `notes` are told to whoever changed it, escaped already.
    """
    headings = [_moved(t, meeting, changes) for t in ts]
    buttons = [say(label(ts, "button-start-meeting"), f"meeting start {meeting.reference}")]
    if all(change.kind is not ChangeKind.RELOCATED for change in changes):
        buttons.append(_undo(ts, meeting))
    moves = (change for change in changes if change.kind is ChangeKind.RESCHEDULED)
    reason = next((move.comment for move in moves if move.comment), None)
    further = [[*_theme(t, group, changes), *_reason(t, reason)] for t in ts]
    return _told(ts, meeting, headings, buttons, further, notes)


def lost_versions(t: Translator, meeting: Meeting, changes: Sequence[NewChange], command: str) -> list[str]:
    """That a translation went with the agenda it was of, and how to write another. Escaped."""
    edits = (difference(change) for change in changes if change.kind is ChangeKind.EDITED)
    gone = (told.language for told in edits if told.field is Field.VERSION and told.after is None)
    return [
        escape(t("meeting-version-gone", **version_facts(t, meeting.reference, language, command)))
        for language in gone
        if language is not None
    ]


def cancelled(ts: Sequence[Translator], meeting: Meeting, changes: Sequence[NewChange]) -> Message:
    """When it would have been, and why it is not."""
    named = str(meeting.reference)
    headings = [t("meeting-cancelled", reference=named, when=when(t, meeting.arrangement)) for t in ts]
    reason = next((change.comment for change in changes if change.comment), None)
    return _told(ts, meeting, headings, [_undo(ts, meeting)], [[*_reason(t, reason)] for t in ts])


def taken_back(ts: Sequence[Translator], group: Group, taken: TakenBack) -> Message | None:
    """What became of a meeting to come: when it is again, or would have been, and what it says again.

    None for whatever else was taken back, such as who was there.
    """
    meeting, kinds = taken.item, {change.kind for change in taken.undone}
    if not isinstance(meeting, Meeting) or not kinds & _OF_ONE_TO_COME or meeting.opened_in is not None:
        return None
    headings = [_back(t, group, meeting, taken) for t in ts]
    moved = ChangeKind.RESCHEDULED in kinds
    further = [[*(_edited_back(t, group, taken) if moved else ())] for t in ts]
    return _told(ts, meeting, headings, [], further)


def _back(t: Translator, group: Group, meeting: Meeting, taken: TakenBack) -> str:
    named, now = str(meeting.reference), meeting.arrangement
    told = next((each for each in taken.told if each.kind is ChangeKind.RESCHEDULED), None)
    if taken.recording:
        return t("meeting-taken-back", reference=named, when=when(t, now))
    if told is not None and told.before:
        now = _arranged(meeting, told.after)
        return t(
            "meeting-moved-back", reference=named, before=_before(t, told.before, now), after=when(t, now)
        )
    if any(change.kind is ChangeKind.MOVED for change in taken.undone):
        return t("meeting-on-again", reference=named, when=when(t, now))
    what = ", ".join(fields_text(t, taken.undone, group))
    return t("meeting-edited-back", reference=named, what=what, when=when(t, now))


def _edited_back(t: Translator, group: Group, taken: TakenBack) -> Iterator[str]:
    fields = list(fields_text(t, taken.undone, group))
    if fields:
        yield t("meeting-edited-back.too", what=", ".join(fields))


def _undo(ts: Sequence[Translator], meeting: Meeting) -> Block:
    return say(label(ts, "button-undo"), f"undo {meeting.reference} v{meeting.version}")


def _theme(t: Translator, group: Group, changes: Sequence[NewChange]) -> Iterator[str]:
    for change in changes:
        if change.kind is ChangeKind.EDITED and difference(change).field is Field.THEME:
            told = edited_text(t, change, group)
            yield f"{told[:1].upper()}{told[1:]}"


def _reason(t: Translator, reason: str | None) -> Iterator[str]:
    if reason is not None:
        yield t("moved-reason", reason=reason)


def _told(
    ts: Sequence[Translator],
    meeting: Meeting,
    headings: Sequence[str],
    buttons: Sequence[Block],
    further: Sequence[Sequence[str]],
    notes: Sequence[str] = (),
) -> Message:
    """A paragraph in each language, whole but for a title that is the same in all; `further` goes below."""
    blocks, aloud, titles = list[Block](), list[str](), set[str]()
    for t, heading, lines in zip(ts, headings, further, strict=True):
        name, facts = title(t, meeting), " · ".join(where(t, meeting.arrangement))
        titled = [] if name in titles else [name]
        below = [each for each in (facts, *lines) if each]
        runs: list[Run] = [strong(heading), *(said(f"\n{each}") for each in titled)]
        blocks.append(paragraph(*runs, *(faint(f"\n{each}") for each in below)))
        aloud += [heading, *titled, *below]
        titles.add(name)
    show = say(label(ts, "button-show"), f"show {meeting.reference}")
    under = [context("\n".join(notes))] if notes else []
    return Message("\n".join([escape("\n".join(aloud)), *notes]), (*blocks, *under, actions(show, *buttons)))


def _moved(t: Translator, meeting: Meeting, changes: Sequence[NewChange]) -> str:
    """Told late, it may be at another time by now: each move has its own before and after."""
    move = next((each for each in changes if each.kind is ChangeKind.RESCHEDULED), None)
    reference = str(meeting.reference)
    if move is None or move.before is None:
        now = meeting.arrangement if move is None else _arranged(meeting, move.after)
        return t("meeting-rearranged", reference=reference, when=when(t, now))
    now = _arranged(meeting, move.after)
    return t("meeting-moved", reference=reference, before=_before(t, move.before, now), after=when(t, now))


def _arranged(meeting: Meeting, written: str | None) -> Arrangement:
    """How it is arranged at the time that a change tells."""
    if written is None:
        return replace(meeting.arrangement, starts_at=None)
    starts_at, zone = read_when(written)
    return replace(meeting.arrangement, starts_at=starts_at, zone=zone)


def _before(t: Translator, written: str, now: Arrangement) -> str:
    """When it was; the city goes without saying where it is that of the new time."""
    starts_at, zone = read_when(written)
    return _hour(t, starts_at, zone) if zone == now.zone else moment(t, starts_at, zone)


def _hour(t: Translator, instant: datetime, zone: str) -> str:
    local = instant.astimezone(ZoneInfo(zone))
    return t("meeting-when-here", day=day_name(t, local.date()), time=t.time(local.time()))
