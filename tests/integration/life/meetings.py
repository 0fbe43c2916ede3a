"""A meeting of the sample, from its announcement to its minutes; what was recorded in it, by every way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import cycle
from typing import TypeAlias

from bot.demo.sample import (
    SampleAction,
    SampleEvidence,
    SampleMeeting,
    SampleNote,
    SampleObstacle,
    SampleRecommendation,
)
from domain.language import Language
from domain.meeting import Mode
from handlers.grammar.verbs import Verb
from tests.integration.cast import SAMPLE
from tests.integration.gathering import Gathering
from tests.integration.life.story import LANGUAGES, ROOMS, SHIFT, Story
from tests.integration.office import DIRECT, Entry

Said: TypeAlias = SampleNote | SampleObstacle | SampleRecommendation | SampleAction | SampleEvidence
_Way: TypeAlias = Callable[[Story, str, Said], Awaitable[str]]

TITLES = {
    "innovation": "Plataforma compartida y líneas piloto",
    "suppliers": "De la metalmecánica a la electrónica",
    "infrastructure": "Estaciones de carga y red eléctrica",
    "governance": "One office for energy and transport",
    "human-capital": "Competencias para las plantas",
}
MODES = {
    Language.ENGLISH: {Mode.HYBRID: "hybrid place: Room 2"},
    Language.SPANISH: {Mode.HYBRID: "híbrida lugar: Sala 2"},
}
_DAY_BEFORE = timedelta(days=1)


async def announce(story: Story, meeting: SampleMeeting) -> None:
    """The day before, by a command."""
    await story.comes(meeting.at - _DAY_BEFORE)
    when = "tomorrow 10:00" if LANGUAGES[meeting.by] is Language.ENGLISH else "mañana a las 10:00"
    mode = MODES[LANGUAGES[meeting.by]][meeting.mode]
    said = f"{_schedule(meeting.by)} {when} {mode}; {TITLES[meeting.theme]}"
    await story.types(meeting.by, ROOMS[meeting.theme], Verb.MEETING, said)


async def announce_in_a_form(story: Story, meeting: SampleMeeting) -> None:
    """The day before, by the form that one gets who says nothing of when."""
    await story.comes(meeting.at - _DAY_BEFORE)
    where = ROOMS[meeting.theme]
    await story.types(meeting.by, where, Verb.MEETING, _schedule(meeting.by))
    await story.presses(meeting.by, where, "button-form")
    day = (meeting.at + SHIFT).isoformat()
    await story.completes(
        meeting.by, text=TITLES[meeting.theme], day=day, at="10:00", mode=meeting.mode.value, place="Sala 2"
    )


async def open_it(story: Story, number: int, meeting: SampleMeeting) -> str:
    """At its time, by a button or a command; its thread. People say that they are here, or others do."""
    where, by = ROOMS[meeting.theme], meeting.by
    await story.comes(meeting.at)
    await story.catches_up((by, where))
    if number % 2:
        await story.presses(by, where, "button-start-meeting")
    else:
        await story.types(by, where, Verb.MEETING, "start" if _english(by) else "iniciar")
    await story.reads(by, where)
    first, second, *others = (handle for handle in meeting.here if handle != by)
    await story.presses_in_both(first, where, "button-here")
    await story.types(second, where, Verb.MEETING, "here" if _english(second) else "presente")
    named = " ".join(f"@{handle}" for handle in others)
    await story.types(by, where, Verb.MEETING, f"{'here' if _english(by) else 'presente'} {named}")
    thread = (await Gathering(story.office, where).meeting(number)).thread
    assert thread is not None
    return thread


async def record(story: Story, thread: str, meeting: SampleMeeting) -> None:
    """Everything of its day and theme, each thing by another way."""
    ways = cycle(WAYS)
    for event in SAMPLE.events:
        if isinstance(event, Said) and (event.at, event.theme) == (meeting.at, meeting.theme):
            reference = await _tell(story, thread, event, next(ways))
            known = sum(1 for kind, _ in story.references if kind == event.do)
            story.references[event.do, known + 1] = reference
            await story.passes(minutes=5)


async def close(story: Story, meeting: SampleMeeting, *, button: bool) -> None:
    """By its opener; the minutes as they stand in the channel."""
    where = ROOMS[meeting.theme]
    await story.catches_up((meeting.by, where))
    if button:
        await story.presses_in_both(meeting.by, where, "button-end-meeting")
    else:
        await story.types(meeting.by, where, Verb.MEETING, "end" if _english(meeting.by) else "terminar")
    await story.reads(meeting.by, where)


async def forget(story: Story, meeting: SampleMeeting) -> None:
    """Nobody ends it: its opener is asked to, and does."""
    await story.catches_up((meeting.by, DIRECT), (meeting.by, ROOMS[meeting.theme]))
    await story.passes(hours=13)
    await story.reads(meeting.by, DIRECT)
    await story.presses(meeting.by, DIRECT, "button-end-it")
    await story.reads(meeting.by, ROOMS[meeting.theme])


async def _tell(story: Story, thread: str, event: Said, way: _Way) -> str:
    if isinstance(event, SampleEvidence | SampleRecommendation):
        return await _commanded(story, thread, event)
    if isinstance(event, SampleAction):
        return await _written(story, thread, event)
    return await way(story, thread, event)


async def _commanded(story: Story, _: str, event: Said) -> str:
    said = _text(story, event)
    where = ROOMS[event.theme]
    reference = await story.types(event.by, where, Verb(event.do), said, language=event.language)
    if not reference:
        await story.presses(event.by, where, "button-anyway")
        reference = await story.newest()
    return reference


async def _written(story: Story, thread: str, event: Said) -> str:
    where = ROOMS[event.theme]
    mark = Verb(event.do).name_in(event.language)
    before = await story.newest()
    await story.writes(event.by, where, thread, f"#{mark} {_text(story, event)}")
    after = await story.newest()
    assert after != before
    return after


async def _entered(story: Story, _: str, event: Said) -> str:
    where = ROOMS[event.theme]
    entries: dict[str, Entry] = {"text": event.text, "language": event.language.value}
    if isinstance(event, SampleObstacle):
        entries |= {"severity": event.severity.value, "countries": event.countries}
    await story.catches_up((event.by, where))
    reference = await story.fills(event.by, where, Verb(event.do), **entries)
    await story.reads(event.by, where)
    return reference


async def _mentioned(story: Story, thread: str, event: Said) -> str:
    verb = Verb(event.do).name_in(event.language)
    await story.mentions(event.by, ROOMS[event.theme], f"{verb} {_text(story, event)}", thread)
    return await story.newest()


async def _marked(story: Story, _: str, event: Said) -> str:
    """Somebody said it in the channel, and it is put on the record from there."""
    where = ROOMS[event.theme]
    ts = await story.says(event.by, where, event.text)
    await story.uses(event.by, "record-this", where, ts)
    await story.office.chooses(event.by, "kind", event.do)
    reference = await story.completes(event.by, language=event.language.value)
    await story.reads(event.by, where)
    return reference


WAYS: tuple[_Way, ...] = (_commanded, _entered, _written, _mentioned, _marked)


def _text(story: Story, event: Said) -> str:
    """What is said behind the verb, in the language of the person."""
    english = event.language is Language.ENGLISH
    link = "for" if english else "para"
    if isinstance(event, SampleAction):
        day = (event.due + SHIFT).isoformat()
        return f"@{event.owner} {event.text} {'due' if english else 'para el'} {day}"
    if isinstance(event, SampleRecommendation):
        answered = ",".join(story.references["obstacle", number] for number in event.answers)
        return f"{event.text} {link} {answered}"
    if isinstance(event, SampleEvidence):
        supported = ",".join(story.references["obstacle", number] for number in event.obstacles)
        kind = "kind" if english else "tipo"
        sort = f"{kind}:{event.sort.value} "
        return (
            f"{event.address} {sort}{event.text} {link} {supported}"
            if supported
            else (f"{event.address} {sort}{event.text}")
        )
    assert isinstance(event, SampleNote | SampleObstacle)
    return event.text


def _schedule(who: str) -> str:
    return "schedule" if _english(who) else "programar"


def _english(who: str) -> bool:
    return LANGUAGES[who] is Language.ENGLISH
