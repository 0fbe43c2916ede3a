"""What is posted about meetings outside a request: line, minutes, what was corrected, a reminder."""

from __future__ import annotations

from collections.abc import Sequence

from domain.delivery import Payload
from domain.group import Group
from domain.minutes import Agenda, Minutes
from domain.usecases.announcing import Announcement, Corrected, Ended, Opened, Overlong
from handlers.meetings.agenda_views import agenda_sections
from handlers.meetings.minutes_views import minutes_sections
from handlers.meetings.naming import lasted, lines_of, moment, title, what, where
from handlers.meetings.sections import CHARACTERS_AIM, Section, packed, rendered
from handlers.parts.bilingual import label
from handlers.parts.blocks import (
    Block,
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
from handlers.parts.measure import characters
from handlers.parts.message import Message
from handlers.parts.naming import person_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import cut, cut_plain, escape
from handlers.words.translator import Translator
from handlers.words.words import Words

TEXT_LIMITS = (3000, 800, 240, 120)
"""Characters of a recorded text in minutes, tried in this order: whole, if that does not fill the channel."""

MESSAGES_MAX = 4
"""Messages of the minutes in one language."""

SHOWN_AT_MOST = (40, 20, 10)
"""Items of one heading, tried in this order when even short texts fill more messages."""

TITLE_SHOWN = 600
"""Characters of a meeting's title in its line."""

CORRECTIONS_SHOWN = 20
CORRECTION_TEXT_MAX = 200


def payloads(words: Words, told: Announcement) -> tuple[Payload, ...]:
    """The messages: of minutes one set for each language of the group.

    The first stands in the channel, the others in its thread. A meeting's line there is in every language;
    what was open before follows in the thread in the others.
    """
    match told:
        case Opened(group=group, agenda=agenda):
            ts = _each(words, group)
            others = [opened(t, group, agenda) for t in ts[1:] if agenda_sections(t, agenda)]
            return tuple(message.payload() for message in (opened_in(ts, group, agenda), *others))
        case Ended(group=group, minutes=minutes):
            pages = (minutes_messages(t, group, minutes) for t in _each(words, group))
            return tuple(page.payload() for messages in pages for page in messages)
        case Overlong():
            return (overlong(words.for_language(told.language), told).payload(),)
        case Corrected():
            t = words.for_language(told.group.languages[0])
            return (corrected(t, told).payload(told.thread),)


def opened(t: Translator, group: Group, agenda: Agenda) -> Message:
    """The line of a meeting that was opened: what it is about, and how one takes part."""
    return opened_in([t], group, agenda)


def opened_in(ts: Sequence[Translator], group: Group, agenda: Agenda) -> Message:
    """The same in several languages; what was open before is told in the first of them."""
    meeting, blocks, headings = agenda.meeting, list[Block](), list[str]()
    for t in ts:
        heading = " · ".join([str(meeting.reference), t("meeting-opened"), *what(t, group, meeting)])
        first = cut_plain(lines_of(t, meeting)[0], TITLE_SHOWN)
        named = [] if first in heading or any(first in each for each in headings) else [said(f"\n{first}")]
        blocks.append(paragraph(strong(heading), *named))
        facts = where(t, meeting.arrangement)
        blocks += [paragraph(faint(" · ".join(facts)))] if facts else []
        headings.append(f"{heading}: {first}")
    sections = agenda_sections(ts[0], agenda)
    blocks += rendered(packed(sections)[0])
    blocks += [context(t("meeting-scribe-hint")) for t in ts]
    reference = meeting.reference
    blocks.append(
        actions(
            say(label(ts, "button-here"), f"meeting here {reference}", style="primary"),
            say(label(ts, "button-agenda"), f"meeting show {reference}"),
            say(label(ts, "button-end-meeting"), f"meeting end {reference}"),
        )
    )
    return Message(_aloud("\n".join(headings), sections), tuple(blocks))


def minutes_messages(t: Translator, group: Group, minutes: Minutes) -> list[Message]:
    """The minutes in one language, in as few messages as they need and MESSAGES_MAX at most."""
    sections = minutes_sections(t, group, minutes, TEXT_LIMITS[0])
    for limit in TEXT_LIMITS[1:]:
        if _are_few(sections):
            break
        sections = minutes_sections(t, group, minutes, limit)
    for shown in SHOWN_AT_MOST:
        if _are_few(sections):
            break
        sections = [each.first(t, shown) for each in minutes_sections(t, group, minutes, TEXT_LIMITS[-1])]
    pages = packed(sections)[:MESSAGES_MAX]
    return [_page(t, group, minutes, page, number, len(pages)) for number, page in enumerate(pages, 1)]


def _are_few(sections: Sequence[Section]) -> bool:
    """Whether MESSAGES_MAX messages hold the sections; what is far too long is not even cut into messages."""
    total = sum(characters([list(line)]) for each in sections for line in each.lines)
    return total <= MESSAGES_MAX * CHARACTERS_AIM and len(packed(sections)) <= MESSAGES_MAX


def overlong(t: Translator, told: Overlong) -> Message:
    """To whoever opened it: it is still open."""
    meeting = told.meeting
    name = f"{meeting.reference} {title(t, meeting)}"
    began = moment(t, meeting.opened_at, told.zone) if meeting.opened_at else t("meeting-when-unknown")
    text = escape(t("meeting-overlong", meeting=name, began=began))
    buttons = actions(
        say(t("button-end-it"), f"meeting end {meeting.reference}", style="primary"),
        say(t("button-show"), f"show {meeting.reference}"),
    )
    return Message(text, (section(text), buttons))


def corrected(t: Translator, told: Corrected) -> Message:
    """What is different about a meeting by now, a line a change."""
    correction = told.correction
    who = person_name(correction.names, correction.changes[0].actor) if correction.changes else t("nothing")
    heading = t("minutes-corrected", reference=str(correction.meeting.reference), person=who)
    lines: list[tuple[str, str]] = []
    for change in correction.changes[:CORRECTIONS_SHOWN]:
        item = correction.items.get(change.subject) if change.subject is not None else None
        wording = item.text.for_reader(t.language).text if item is not None else ""
        done = change_text(t, change, correction.names, told.group)
        is_of_meeting = change.subject == correction.meeting.reference
        lines.append((done, "" if is_of_meeting else cut_plain(wording, CORRECTION_TEXT_MAX)))
    told_lines = [[strong(done), *([said(f" {wording}")] if wording else [])] for done, wording in lines]
    aloud = "\n".join([heading, *(f"{done} {wording}".strip() for done, wording in lines)])
    show = say(t("button-show"), f"show {correction.meeting.reference}")
    return Message(
        cut(escape(aloud), MESSAGE_TEXT_AIM), (paragraph(strong(heading)), bullets(told_lines), actions(show))
    )


def _page(
    t: Translator, group: Group, minutes: Minutes, page: Sequence[Section], number: int, pages: int
) -> Message:
    meeting = minutes.meeting
    name = t("minutes-title", reference=str(meeting.reference), title=title(t, meeting))
    heading = name if number == 1 else t("minutes-title-next", title=name, number=number, pages=pages)
    blocks: list[Block] = [header(heading)]
    facts = [*what(t, group, meeting), lasted(t, meeting), *where(t, meeting.arrangement)]
    if number == 1:
        blocks.append(paragraph(faint(" · ".join(facts))))
    blocks += rendered(page)
    if number == pages:
        blocks.append(context(t("minutes-hint", reference=str(meeting.reference))))
        blocks.append(actions(say(t("button-show"), f"show {meeting.reference}")))
    return Message(_aloud(heading, page), tuple(blocks))


def _aloud(heading: str, sections: Sequence[Section]) -> str:
    """What notifications and screen readers get."""
    lines = [heading]
    for each in sections:
        lines.append(f"{each.heading}:")
        lines += ["".join(str(run["text"]) for run in line) for line in each.lines]
    return cut(escape("\n".join(lines)), MESSAGE_TEXT_AIM)


def _each(words: Words, group: Group) -> list[Translator]:
    return [words.for_language(language) for language in group.languages]
