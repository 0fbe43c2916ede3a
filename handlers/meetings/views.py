"""Answers about meetings: what was understood, who is there, the list, and one meeting whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.change import ChangeKind, NewChange
from domain.group import Group
from domain.meeting import Meeting, MeetingStatus
from domain.minutes import MeetingCard
from domain.permissions import Actor, may_record
from domain.usecases.attending import Attended
from domain.usecases.convening import Convened
from domain.usecases.timetable import Calendar
from handlers.meetings.agenda_views import agenda_sections
from handlers.meetings.minutes_views import minutes_sections
from handlers.meetings.moved_views import REARRANGED, cancelled, is_cancelled, is_of_one_that_was, rearranged
from handlers.meetings.naming import lasted, title, what, when, where
from handlers.meetings.sections import Section, packed, rendered
from handlers.parts.blocks import (
    Block,
    Run,
    actions,
    bullets,
    context,
    faint,
    header,
    paragraph,
    said,
    section,
    strong,
)
from handlers.parts.history import change_text
from handlers.parts.limits import MESSAGE_TEXT_AIM
from handlers.parts.message import Message
from handlers.parts.naming import original, person_name, scope_name, status_name
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import cut, cut_plain, escape, person
from handlers.words.translator import Translator

CARD_TEXT_MAX = 3000
CARD_LIMITS = ((240, 12), (120, 6), (80, 3), (80, 0))
"""Characters of a recorded text on a meeting's card, and lines below each heading: tried in this order."""

NAMED_MAX = 20
"""People named in a line; the others are counted."""


def scheduled(
    ts: Sequence[Translator], group: Group, outcome: Convened, notes: Sequence[str] = ()
) -> Message:
    """What was understood of a meeting that is scheduled; in each language how one was moved, and `notes`."""
    meeting, t = outcome.meeting, ts[0]
    if is_of_one_that_was(outcome.changes):
        return rearranged(ts, group, meeting, outcome.changes, notes)
    message = "meeting-already-scheduled" if outcome.already else "meeting-scheduled"
    facts = [*what(t, group, meeting), when(t, meeting.arrangement), *where(t, meeting.arrangement)]
    heading = t(message, reference=str(meeting.reference))
    wording = cut_plain(meeting.text.for_reader(t.language).text, CARD_TEXT_MAX)
    buttons = [
        say(t("button-show"), f"show {meeting.reference}"),
        say(t("button-start-meeting"), f"meeting start {meeting.reference}"),
    ]
    if all(change.kind is not ChangeKind.RELOCATED for change in outcome.changes):
        buttons.append(say(t("button-undo"), f"undo {meeting.reference} v{meeting.version}"))
    blocks = (
        paragraph(strong(f"{heading} "), said(f"{' · '.join(facts)}\n"), said(wording)),
        actions(*buttons),
    )
    return Message(escape(f"{heading} {' · '.join(facts)}: {wording}"), blocks)


def started(t: Translator, outcome: Convened) -> Message:
    """To whoever opened it: its line is on its way."""
    text = t("meeting-started", meeting=f"{outcome.meeting.reference} {title(t, outcome.meeting)}")
    return Message(escape(text), (section(escape(text)),))


def ended(t: Translator, outcome: Convened) -> Message:
    """That it is closed; its minutes are on their way."""
    meeting = outcome.meeting
    name = f"{meeting.reference} {title(t, meeting)}"
    if outcome.already:
        text = t("meeting-ended-already", meeting=name)
    else:
        text = t("meeting-ended", meeting=name, count=len(meeting.present))
    return Message(
        escape(text), (section(escape(text)), actions(say(t("button-show"), f"show {meeting.reference}")))
    )


def attended(
    t: Translator, outcome: Attended, names: Mapping[str, str], *, present: bool, alone: bool = False
) -> Message:
    """Who is marked now, how many are, who could not be: they may join. `alone`: people mark themselves."""
    meeting = outcome.meeting
    marked = _named(t, outcome.marked, names)
    if outcome.marked:
        message = "meeting-here" if present else "meeting-absent"
    else:
        message = f"meeting-{'here' if present else 'absent'}.{'self' if alone else 'already'}"
    name = f"{meeting.reference} {title(t, meeting)}"
    lines = [t(message, people=marked, meeting=name), t("meeting-count", count=len(meeting.present))]
    buttons = [say(t("button-show"), f"show {meeting.reference}")]
    if outcome.marked:
        people = ", ".join(map(person, outcome.marked))
        verb = "absent" if present else "here"
        buttons.append(say(t("button-undo"), f"meeting {verb} {meeting.reference} {people}"))
    if outcome.unknown:
        lines.append(t("meeting-here-unknown", people=_named(t, outcome.unknown, names)))
        buttons.append(say(t("button-join"), "join"))
    text = escape(" ".join(lines))
    return Message(text, (section(text), actions(*buttons)))


def happened(
    ts: Sequence[Translator],
    group: Group,
    meeting: Meeting,
    changes: Sequence[NewChange],
    names: Mapping[str, str],
) -> Message | None:
    """What one write did to it, for everybody where it was asked for; None for what other kinds do too."""
    t = ts[0]
    if is_cancelled(changes):
        return cancelled(ts, meeting, changes)
    kinds = {change.kind for change in changes}
    outcome = Convened(meeting, tuple(changes))
    if ChangeKind.MEETING_STARTED in kinds:
        return started(t, outcome)
    if ChangeKind.MEETING_ENDED in kinds:
        return ended(t, outcome)
    if kinds & {ChangeKind.RECORDED, *REARRANGED}:
        return scheduled(ts, group, outcome)
    people = tuple(each.person for each in changes if each.kind is ChangeKind.ATTENDED and each.person)
    if people:
        present = any(change.after is not None for change in changes)
        return attended(t, Attended(meeting, people), names, present=present)
    return None


def calendar(t: Translator, group: Group, found: Calendar, zone: str, line: str) -> Message:
    """What is open, what is to come and what was; `line` asks for the same list, without its page."""
    heading = t("meetings-title", theme=scope_name(t, group, found.theme))
    sections: list[Section] = []
    for name, meetings in (("open", found.open), ("upcoming", found.upcoming), ("past", found.past)):
        if meetings:
            sections.append(
                Section(t(f"meetings-{name}"), tuple(meeting_line(t, group, each, zone) for each in meetings))
            )
    blocks: list[Block] = [header(heading), *rendered(sections)]
    if not sections:
        blocks.append(section(t("meetings-none")))
    buttons = [
        say(t(f"button-more-{name}"), f"{line} {name} behind:M-{behind}")
        for name, behind in (("upcoming", found.upcoming_behind), ("past", found.past_behind))
        if behind is not None
    ]
    buttons += [
        say(str(each.reference), f"show {each.reference}") for each in (*found.open, *found.upcoming)
    ][:5]
    aloud = "\n".join(
        [heading, *("".join(run["text"] for run in told) for each in sections for told in each.lines)]
    )
    return Message(cut(escape(aloud), MESSAGE_TEXT_AIM), (*blocks, *([actions(*buttons)] if buttons else [])))


def card(t: Translator, group: Group, zone: str, shown: MeetingCard, actor: Actor | None) -> Message:
    """One meeting whole; where much was recorded, texts are cut shorter and lists end earlier."""
    for limit, lines in CARD_LIMITS:
        sections = _sections(t, group, shown, limit, lines)
        if len(packed(sections)) == 1:
            break
    meeting = shown.meeting
    heading = " · ".join([str(meeting.reference), *what(t, group, meeting), status_name(t, meeting)])
    wording = meeting.text.for_reader(t.language)
    runs = [strong(f"{heading}\n"), said(wording.text)]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    blocks: list[Block] = [paragraph(*runs), paragraph(faint(" · ".join(_facts(t, shown, zone))))]
    blocks += rendered(packed(sections)[0])
    blocks += _history(t, group, shown, zone)
    if meeting.status == MeetingStatus.OPEN:
        blocks.append(context(t("meeting-scribe-hint")))
    blocks.append(actions(*_buttons(t, shown, actor)))
    aloud = "\n".join([f"{heading}: {wording.text}", *(each.heading for each in sections)])
    return Message(cut(escape(aloud), MESSAGE_TEXT_AIM), tuple(blocks))


def _sections(t: Translator, group: Group, shown: MeetingCard, limit: int, lines: int) -> list[Section]:
    sections = [] if shown.agenda is None else agenda_sections(t, shown.agenda, written=False)
    if shown.minutes is not None:
        sections = [*minutes_sections(t, group, shown.minutes, limit), *sections]
    return [each.first(t, lines) for each in sections]


def _facts(t: Translator, shown: MeetingCard, zone: str) -> list[str]:
    meeting = shown.meeting
    arranged = meeting.arrangement
    is_ahead = meeting.opened_in is None
    facts = [when(t, arranged, zone) if is_ahead else lasted(t, meeting), *where(t, arranged)]
    if meeting.opener is not None:
        facts.append(t("meeting-opener", name=person_name(shown.names, meeting.opener)))
    else:
        facts.append(t("meeting-author", name=person_name(shown.names, meeting.author)))
    return facts


def _history(t: Translator, group: Group, shown: MeetingCard, zone: str) -> list[Block]:
    if len(shown.history) <= 1:
        return []
    lines = [
        [
            said(
                f"{t.datetime(change.at, zone)} · {person_name(shown.names, change.actor)} · "
                f"{change_text(t, change, shown.names, group)}"
            )
        ]
        for change in shown.history
    ]
    return [paragraph(strong(t("card-history"))), bullets(lines)]


def _buttons(t: Translator, shown: MeetingCard, actor: Actor | None) -> list[Block]:
    reference, status = shown.meeting.reference, shown.meeting.status
    buttons: list[Block] = []
    if actor is not None and may_record(actor):
        if status == MeetingStatus.SCHEDULED:
            buttons.append(say(t("button-start-meeting"), f"meeting start {reference}", style="primary"))
        if status == MeetingStatus.OPEN:
            buttons.append(say(t("button-here"), f"meeting here {reference}", style="primary"))
            buttons.append(say(t("button-end-meeting"), f"meeting end {reference}"))
    return [
        *buttons,
        share(t("button-share"), f"show {reference}"),
        say(t("button-meetings"), "meeting list"),
    ]


def meeting_line(t: Translator, group: Group, meeting: Meeting, zone: str) -> tuple[Run, ...]:
    """`M-2 Charging standards · Friday, Mar 5, 2027, 10:00 AM (Mexico City) · Infrastructure`."""
    facts = [when(t, meeting.arrangement, zone) if meeting.opened_in is None else lasted(t, meeting)]
    facts += what(t, group, meeting)[:1] if meeting.theme is not None else []
    if meeting.opened_in is not None:
        facts.append(t("meeting-count", count=len(meeting.present)).rstrip("."))
    return (
        strong(f"{meeting.reference} "),
        said(title(t, meeting)),
        faint(f" · {' · '.join(facts)}"),
    )


def _named(t: Translator, users: Sequence[str], names: Mapping[str, str]) -> str:
    shown = [person_name(names, user) for user in users[:NAMED_MAX]]
    if len(users) > NAMED_MAX:
        shown.append(t("and-more.alone", count=len(users) - NAMED_MAX))
    return t.list(shown) if shown else t("nothing")
