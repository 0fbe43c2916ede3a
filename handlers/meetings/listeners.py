"""Listeners of `meeting`: schedule, start, who is here, end, list, show, and notes to minutes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from domain.language import Language
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.attending import Attend, Attended, attend
from domain.usecases.convening import Convened
from domain.usecases.meetings import EndMeeting, StartMeeting, end_meeting, start_meeting
from domain.usecases.minutes import meeting_card
from domain.usecases.reading import names_of
from domain.usecases.recording import NoteSubmission, record_for_minutes
from domain.usecases.scheduling import ScheduleMeeting, schedule_meeting
from domain.usecases.timetable import CalendarAsked, calendar
from handlers.desk.announcing import told_there
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import reader_in
from handlers.desk.excuses import choosable, misunderstood, told, usage
from handlers.desk.features import VerbListener
from handlers.desk.pressed import pressed_again
from handlers.desk.request import Request
from handlers.desk.shown import shown
from handlers.desk.typed import language_of
from handlers.grammar.meetings import NOTES, MeetingAction, MeetingWanted, read_meeting
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.themes import take_theme
from handlers.grammar.verbs import Verb
from handlers.meetings import views
from handlers.meetings.halves import which_half
from handlers.meetings.moved_views import lost_versions
from handlers.parts.bilingual import of_group
from handlers.parts.message import Message
from handlers.words.slack_text import escape

_UNNAMED = frozenset({ProblemCode.MEETING_TO_MOVE, ProblemCode.MEETING_TO_CANCEL})

_Act: TypeAlias = Callable[[Request, MeetingWanted], Awaitable[Answer]]


def listener(withdraw: VerbListener) -> VerbListener:
    """Who answers `meeting`; a meeting is cancelled as any item is withdrawn."""

    async def listen(request: Request) -> Answer:
        return await _listen(request, withdraw)

    return listen


async def _listen(request: Request, withdraw: VerbListener) -> Answer:
    """What the words behind `meeting` ask for."""
    group = request.group
    reader = reader_in(group.zone, request.t.language, request.now)
    wanted = read_meeting(request.utterance, group.themes, reader, group.zone)
    if isinstance(wanted, Problem):
        return await _which(request, wanted) if wanted.code in _UNNAMED else choosable(request, wanted)
    if wanted.action is MeetingAction.CANCEL:
        line = " ".join(filter(None, (str(wanted.reference or ""), wanted.text)))
        said = replace(request.utterance, word=Verb.WITHDRAW.value, rest=line, raw=escape(line))
        return await withdraw(replace(request, verb=Verb.WITHDRAW, utterance=said))
    return await _ACTS[wanted.action](request, wanted)


async def show_meeting(request: Request, reference: Reference) -> Answer:
    """One meeting whole: `show M-2`. Raises Refusal."""
    shown = await request.services.store.read(
        lambda uow: meeting_card(request.origin, request.group.id, reference, uow)
    )
    return Reply(views.card(request.t, request.group, request.situation.zone, shown, request.actor))


async def _schedule(request: Request, wanted: MeetingWanted) -> Answer:
    return await schedule(request, wanted, _language(request, wanted))


async def schedule(request: Request, wanted: MeetingWanted, language: Language) -> Answer:
    """Schedule the meeting, whose agenda is in the language, and show it. Raises Refusal."""
    if wanted.arrangement is None:
        return usage(request)
    command = ScheduleMeeting(
        origin=request.origin,
        group=request.group.id,
        arrangement=wanted.arrangement,
        language=language,
        theme=wanted.theme,
        text=wanted.text or None,
        reference=wanted.reference,
        retiming=wanted.retiming,
        reason=wanted.reason,
    )

    def job(uow: UnitOfWork) -> Convened:
        return schedule_meeting(command, uow, request.now)

    try:
        outcome = await request.services.store.write(
            lambda uow: told_there(request, job, lambda done: done.meeting, uow)
        )
    except Refusal as refusal:
        return which_half(request, refusal, wanted.either)
    ts = of_group(request.services.words, request.t, request.group)
    notes = lost_versions(request.t, outcome.meeting, outcome.changes, request.command)
    return Reply(views.scheduled(ts, request.group, outcome, notes), in_channel=not outcome.already)


async def _start(request: Request, wanted: MeetingWanted) -> Answer:
    """Its line is posted by the outbox, so that its thread is known; only whoever opens it is answered."""
    channel = request.situation.channel
    if channel is None or request.interaction.direct:
        raise Refusal(RefusalCode.MEETING_CHANNEL_NEEDED)
    slack, workspace = request.services.slack, request.interaction.person.workspace
    if not await slack.is_member(workspace, channel):
        return told(request.t("meeting-invite", bot=slack.bot_name))
    command = StartMeeting(
        origin=request.origin,
        group=request.group.id,
        language=_language(request, wanted),
        reference=wanted.reference,
        theme=wanted.theme,
        text=wanted.text or None,
    )
    outcome = await request.services.store.write(lambda uow: start_meeting(command, uow, request.now))
    return Reply(views.started(request.t, outcome))


async def _end(request: Request, wanted: MeetingWanted) -> Answer:
    command = EndMeeting(origin=request.origin, group=request.group.id, reference=wanted.reference)
    outcome = await request.services.store.write(lambda uow: end_meeting(command, uow, request.now))
    is_told = not outcome.already and not pressed_again(request, repeated=outcome.repeated)
    return Reply(views.ended(request.t, outcome), in_channel=is_told)


async def _here(request: Request, wanted: MeetingWanted) -> Answer:
    return await _attend(request, wanted, present=True)


async def _absent(request: Request, wanted: MeetingWanted) -> Answer:
    return await _attend(request, wanted, present=False)


async def _attend(request: Request, wanted: MeetingWanted, *, present: bool) -> Answer:
    """Who says it of themselves is answered alone: thirty people come to a meeting within a minute."""
    user = request.interaction.person.user
    users = (*wanted.people, *([user] if wanted.myself else []))
    command = Attend(
        origin=request.origin,
        group=request.group.id,
        reference=wanted.reference,
        users=users,
        present=present,
    )

    def job(uow: UnitOfWork) -> tuple[Attended, dict[str, str]]:
        outcome = attend(command, uow, request.now)
        return outcome, _names(request, uow, (*outcome.marked, *outcome.unknown))

    outcome, names = await request.services.store.write(job)
    message = views.attended(request.t, outcome, names, present=present, alone=set(users) == {user})
    return Reply(message, in_channel=any(each != user for each in outcome.marked))


async def _list(request: Request, wanted: MeetingWanted) -> Answer:
    theme = wanted.theme or (None if wanted.everywhere else request.situation.theme)
    asked = CalendarAsked(theme=theme, past=wanted.past, behind=wanted.behind)
    found = await request.services.store.read(
        lambda uow: calendar(request.origin, request.group.id, asked, request.now, uow)
    )
    line = "meeting list" + (f" theme:{theme}" if theme is not None else " theme:all" * wanted.everywhere)
    return Reply(views.calendar(request.t, request.group, found, request.situation.zone, line))


async def _which(request: Request, problem: Problem) -> Answer:
    """Which of those to come was meant: they are listed, since nobody knows references by heart."""
    asked = CalendarAsked(past=False)
    found = await request.services.store.read(
        lambda uow: calendar(request.origin, request.group.id, asked, request.now, uow)
    )
    told = misunderstood(request.t, problem)
    if not found.upcoming:
        return told
    ahead = replace(found, open=())
    listed = views.calendar(request.t, request.group, ahead, request.situation.zone, "meeting list")
    return told.worded(
        lambda message: Message(f"{message.text}\n{listed.text}", (*message.blocks, *listed.blocks))
    )


async def _show(request: Request, wanted: MeetingWanted) -> Answer:
    """The meeting named; without one, what `meeting list` shows."""
    if wanted.reference is None:
        return await _list(request, wanted)
    return await show_meeting(request, wanted.reference)


async def _note(request: Request, wanted: MeetingWanted) -> Answer:
    """A note added to the minutes of a meeting that is named."""
    taken = take_theme(wanted.text, request.group.themes)
    if isinstance(taken, Problem):
        return misunderstood(request.t, taken)
    if not taken.rest:
        return usage(request)
    submission = NoteSubmission(
        origin=request.origin,
        group=request.group.id,
        kind=NOTES[wanted.action],
        text=taken.rest,
        language=language_of(request, taken.rest),
        theme=taken.theme,
        meeting=wanted.reference,
    )
    outcome = await request.services.store.write(lambda uow: record_for_minutes(submission, uow, request.now))
    return shown(request, outcome)


def _language(request: Request, wanted: MeetingWanted) -> Language:
    """As of any text; the word of the action speaks for the verb."""
    return language_of(replace(request, spoken=wanted.language or request.spoken), wanted.text)


def _names(request: Request, uow: UnitOfWork, users: Iterable[str]) -> dict[str, str]:
    return names_of(uow.workspace(request.interaction.person.workspace), users)


_ACTS: Mapping[MeetingAction, _Act] = MappingProxyType(
    {
        MeetingAction.SCHEDULE: _schedule,
        MeetingAction.START: _start,
        MeetingAction.HERE: _here,
        MeetingAction.ABSENT: _absent,
        MeetingAction.END: _end,
        MeetingAction.LIST: _list,
        MeetingAction.SHOW: _show,
        **dict.fromkeys(NOTES, _note),
    }
)
