"""The words before a meeting, in its channel: in a day, in an hour."""

from __future__ import annotations

from dataclasses import replace

from domain.delivery import Payload
from domain.reminder import MeetingAhead
from handlers.meetings.naming import lines_of, what, when, where
from handlers.parts.blocks import Block, actions, faint, paragraph, said, strong
from handlers.parts.limits import MESSAGE_TEXT_AIM
from handlers.parts.message import Message
from handlers.parts.next_steps import say
from handlers.words.slack_text import cut, cut_plain, escape
from handlers.words.translator import Translator
from handlers.words.words import Words

TITLE_SHOWN = 600
"""Characters of a meeting's title."""


def payloads(words: Words, ahead: MeetingAhead) -> tuple[Payload, ...]:
    """One message in the group's first language, as a meeting's own line is first; it is plain already."""
    made = meeting_ahead_message(words.for_language(ahead.group.languages[0]), ahead)
    arguments = {"text": cut(made.text, MESSAGE_TEXT_AIM), "blocks": list(made.blocks)}
    return (Payload(rich=arguments, plain=arguments),)


def meeting_ahead_message(t: Translator, ahead: MeetingAhead) -> Message:
    """How soon, about what, when by the group's clock and where; the agenda is a press away."""
    group, meeting = ahead.group, ahead.meeting
    headline = t(f"meeting-ahead-{ahead.how_soon.value}", reference=str(meeting.reference))
    heading = " · ".join([headline, *what(t, group, meeting)])
    title = cut_plain(lines_of(t, meeting)[0], TITLE_SHOWN)
    named = [] if title in heading else [said(f"\n{title}")]
    time = when(t, replace(meeting.arrangement, zone=group.zone))
    facts = [time, *where(t, meeting.arrangement)]
    blocks: tuple[Block, ...] = (
        paragraph(strong(heading), *named),
        paragraph(faint(" · ".join(facts))),
        actions(say(t("button-agenda"), f"meeting show {meeting.reference}")),
    )
    aloud = [heading, *([title] if named else []), *facts]
    return Message(escape("\n".join(aloud)), blocks)
