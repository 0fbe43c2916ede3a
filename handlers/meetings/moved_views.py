"""What a channel is told of a meeting that was moved or cancelled: in every language of the group.

The line of its reminder was in all of them too: whoever read that one must not miss this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.change import ChangeKind, NewChange
from domain.item import WITHDRAWN
from domain.meeting import Arrangement, Meeting, MeetingStatus, read_when
from domain.usecases.undoing import TakenBack
from handlers.meetings.naming import moment, title, when, where
from handlers.parts.bilingual import label
from handlers.parts.blocks import Block, Run, actions, faint, paragraph, said, strong
from handlers.parts.message import Message
from handlers.parts.naming import day_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

REARRANGED = frozenset({ChangeKind.RESCHEDULED, ChangeKind.RELOCATED})


def is_of_one_that_was(changes: Sequence[NewChange]) -> bool:
    """Whether a write changed a meeting that there was, rather than schedule one."""
    return bool(changes) and all(change.kind is not ChangeKind.RECORDED for change in changes)


def is_cancelled(changes: Sequence[NewChange]) -> bool:
    """Whether a write to a meeting cancelled it; told late, it may be on again by now."""
    return any(change.kind is ChangeKind.MOVED and change.after == WITHDRAWN for change in changes)


def rearranged(ts: Sequence[Translator], meeting: Meeting, changes: Sequence[NewChange]) -> Message:
    """From when to when it was moved, and where it is now; the way back where there is one."""
    headings = [_moved(t, meeting, changes) for t in ts]
    buttons = [say(label(ts, "button-start-meeting"), f"meeting start {meeting.reference}")]
    if all(change.kind is not ChangeKind.RELOCATED for change in changes):
        buttons.append(_undo(ts, meeting))
    moves = (change for change in changes if change.kind is ChangeKind.RESCHEDULED)
    return _told(ts, meeting, headings, buttons, next((move.comment for move in moves if move.comment), None))


def cancelled(ts: Sequence[Translator], meeting: Meeting, changes: Sequence[NewChange]) -> Message:
    """When it would have been, and why it is not."""
    named = str(meeting.reference)
    headings = [t("meeting-cancelled", reference=named, when=when(t, meeting.arrangement)) for t in ts]
    reason = next((change.comment for change in changes if change.comment), None)
    return _told(ts, meeting, headings, [_undo(ts, meeting)], reason)


def taken_back(ts: Sequence[Translator], taken: TakenBack) -> Message | None:
    """From when to when it was moved back, or that it is on again; None for whatever else was taken back."""
    meeting, kinds = taken.item, {change.kind for change in taken.undone}
    if not isinstance(meeting, Meeting):
        return None
    named = str(meeting.reference)
    told = next((each for each in taken.told if each.kind is ChangeKind.RESCHEDULED), None)
    if kinds == {ChangeKind.RESCHEDULED} and told is not None and told.before and told.after:
        starts_at, zone = read_when(told.after)
        now = replace(meeting.arrangement, starts_at=starts_at, zone=zone)
        headings = [
            t("meeting-moved-back", reference=named, before=_before(t, told.before, now), after=when(t, now))
            for t in ts
        ]
    elif ChangeKind.MOVED in kinds and meeting.status == MeetingStatus.SCHEDULED:
        headings = [t("meeting-on-again", reference=named, when=when(t, meeting.arrangement)) for t in ts]
    else:
        return None
    return _told(ts, meeting, headings, [])


def _undo(ts: Sequence[Translator], meeting: Meeting) -> Block:
    return say(label(ts, "button-undo"), f"undo {meeting.reference} v{meeting.version}")


def _told(
    ts: Sequence[Translator],
    meeting: Meeting,
    headings: Sequence[str],
    buttons: Sequence[Block],
    reason: str | None = None,
) -> Message:
    """A paragraph in each language; what is the same in every one is said once."""
    blocks, aloud = list[Block](), list[str]()
    arrangement = meeting.arrangement
    for t, heading in zip(ts, headings, strict=True):
        name, facts = title(t, meeting), " · ".join(where(t, arrangement))
        why = "" if reason is None else t("moved-reason", reason=reason)
        further = [each for each in (name, facts, why) if each and each not in aloud]
        runs: list[Run] = [strong(heading)]
        runs += [said(f"\n{each}") if each == name else faint(f"\n{each}") for each in further]
        blocks.append(paragraph(*runs))
        aloud += [heading, *further]
        arrangement = replace(arrangement, place=None, link=None)
    show = say(label(ts, "button-show"), f"show {meeting.reference}")
    return Message(escape("\n".join(aloud)), (*blocks, actions(show, *buttons)))


def _moved(t: Translator, meeting: Meeting, changes: Sequence[NewChange]) -> str:
    written = next((each.before for each in changes if each.kind is ChangeKind.RESCHEDULED), None)
    reference, now = str(meeting.reference), meeting.arrangement
    if written is None:
        return t("meeting-rearranged", reference=reference, when=when(t, now))
    return t("meeting-moved", reference=reference, before=_before(t, written, now), after=when(t, now))


def _before(t: Translator, written: str, now: Arrangement) -> str:
    """When it was; the city goes without saying where it is that of the new time."""
    starts_at, zone = read_when(written)
    return _hour(t, starts_at, zone) if zone == now.zone else moment(t, starts_at, zone)


def _hour(t: Translator, instant: datetime, zone: str) -> str:
    local = instant.astimezone(ZoneInfo(zone))
    return t("meeting-when-here", day=day_name(t, local.date()), time=t.time(local.time()))
