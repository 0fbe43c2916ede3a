"""The words before a meeting, in its channel: in a day, in an hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.delivery import Payload
from domain.reminder import MeetingAhead
from handlers.meetings.naming import lines_of, what, when, where
from handlers.parts.bilingual import label
from handlers.parts.blocks import Block, actions, faint, paragraph, said, strong
from handlers.parts.message import Message
from handlers.parts.next_steps import say
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator
from handlers.words.words import Words

TITLE_SHOWN = 600
"""Characters of a meeting's title."""


def payloads(words: Words, ahead: MeetingAhead) -> tuple[Payload, ...]:
    """One message in every language of the group, the first one first; it is plain already."""
    made = told_in([words.for_language(language) for language in ahead.group.languages], ahead)
    return (made.payload(),)


def told_in(ts: Sequence[Translator], ahead: MeetingAhead) -> Message:
    """How soon, about what, when by the group's clock and where; the agenda is a press away.

    A title that is the same in every language is said once; where it is stands with when it is.
    """
    meeting, blocks, aloud = ahead.meeting, list[Block](), list[str]()
    arrangement = replace(meeting.arrangement, zone=ahead.group.zone)
    for t in ts:
        soon = ahead.how_soon.value if ahead.on_time else "within-a-day"
        headline = t(f"meeting-ahead-{soon}", reference=str(meeting.reference))
        heading = " · ".join([headline, *what(t, ahead.group, meeting)])
        title = cut_plain(lines_of(t, meeting)[0], TITLE_SHOWN)
        named = [] if title in heading or title in aloud else [said(f"\n{title}")]
        facts = [when(t, arrangement), *where(t, arrangement)]
        blocks += [paragraph(strong(heading), *named), paragraph(faint(" · ".join(facts)))]
        aloud += [heading, *([title] if named else []), *facts]
    blocks.append(actions(say(label(ts, "button-agenda"), f"meeting show {meeting.reference}")))
    return Message(escape("\n".join(aloud)), tuple(blocks))
