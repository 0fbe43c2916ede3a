"""Every form that is declared, and the verb that opens it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from domain.position import Stance
from domain.reference import Series
from handlers.actions.forms import ACTION
from handlers.desk.answer import Answer
from handlers.desk.calendar import reader_in
from handlers.desk.features import Drawn, ShortcutListener, VerbListener
from handlers.desk.forming import FormOf
from handlers.desk.request import Request
from handlers.digests.forms import DIGEST, EDIT_DIGEST, EDIT_OWN_DIGEST, OWN_DIGEST
from handlers.digests.scheduling import may_schedule
from handlers.evidence.forms import ATTACH, EVIDENCE, open_evidence
from handlers.grammar.meetings import NOTES, MeetingAction, action_of, says_move
from handlers.grammar.postponements import mended
from handlers.grammar.problems import Problem
from handlers.grammar.schedules import says_order
from handlers.grammar.subjects import read_subject
from handlers.grammar.verbs import Verb
from handlers.items.assign_form import ASSIGN
from handlers.items.edit_form import EDIT
from handlers.items.item_forms import DONE, MOVE, WITHDRAW
from handlers.meetings.forms import MEETING
from handlers.meetings.minutes_form import MINUTES
from handlers.members import joining
from handlers.members.forms import MEMBER
from handlers.notes.forms import DECISION, NOTE, OPPORTUNITY
from handlers.obstacles.forms import OBSTACLE
from handlers.overview.shortcuts import NEW_RECORD, RECORD, RECORD_THIS, RECORDER, new_record, record_this
from handlers.recommendations.forms import POSITIONS, RECOMMENDATION
from handlers.reminders.forms import SNOOZE

FORMS: Mapping[Verb, FormOf[Any]] = MappingProxyType(
    {
        Verb.NOTE: NOTE,
        Verb.DECISION: DECISION,
        Verb.OPPORTUNITY: OPPORTUNITY,
        Verb.OBSTACLE: OBSTACLE,
        Verb.RECOMMEND: RECOMMENDATION,
        Verb.ACTION: ACTION,
        Verb.EVIDENCE: EVIDENCE,
        Verb.MEETING: MEETING,
        Verb.EDIT: EDIT,
        Verb.MOVE: MOVE,
        Verb.DONE: DONE,
        Verb.WITHDRAW: WITHDRAW,
        Verb.ASSIGN: ASSIGN,
        Verb.SNOOZE: SNOOZE,
        Verb.SUPPORT: POSITIONS[Stance.SUPPORT],
        Verb.RESERVE: POSITIONS[Stance.RESERVATION],
        Verb.OBJECT: POSITIONS[Stance.OBJECTION],
        Verb.ABSTAIN: POSITIONS[Stance.ABSTENTION],
        Verb.DIGEST: DIGEST,
    }
)
"""A verb with a form: nothing behind it opens the form, and what was not understood can be mended in it."""

TOLD_ALONE = frozenset({Verb.DIGEST, Verb.MEETING})
"""Verbs that alone tell what there is; the form is a press away."""


async def open_meeting(request: Request) -> Answer:
    """The form of what was asked for: to add to minutes, to correct what is there, or to schedule."""
    action, rest = action_of(request.utterance.rest)
    if action in NOTES:
        return await MINUTES.open(request)
    subject = read_subject(rest, alone=False)
    if action is MeetingAction.SCHEDULE and not isinstance(subject, Problem):
        reader = reader_in(request.group.zone, request.t.language, request.now)
        line = f"{subject.reference} {mended(subject.rest, reader)}".rstrip()
        return await EDIT.open(replace(request, utterance=replace(request.utterance, rest=line)))
    return await MEETING.open(request)


def is_formless(request: Request) -> bool:
    """Whether no form leads on: who is here, say, or which meeting ends; a digest that they may not set."""
    if request.verb is Verb.DIGEST:
        return says_order(request.utterance.rest) or not may_schedule(request)
    if request.verb is not Verb.MEETING or not request.utterance.rest:
        return False
    action, rest = action_of(request.utterance.rest)
    if action is MeetingAction.SCHEDULE:
        subject = read_subject(rest, alone=False)
        named = None if isinstance(subject, Problem) else subject.reference.series
        return named not in {None, Series.MEETING} or (named is None and says_move(request.utterance.rest))
    return action is not None and action not in NOTES


OPENERS: Mapping[Verb, VerbListener] = MappingProxyType(
    {verb: form.open for verb, form in FORMS.items()}
    | {Verb.MEETING: open_meeting, Verb.EVIDENCE: open_evidence}
)

DRAWN: Mapping[str, Drawn] = MappingProxyType(
    {
        **{form.name: form for form in FORMS.values()},
        RECORD: RECORDER,
        **{form.name: form for form in (OWN_DIGEST, EDIT_DIGEST, EDIT_OWN_DIGEST)},
        **{form.name: form for form in (ATTACH, MINUTES)},
        MEMBER.name: MEMBER,
        joining.FORM.name: joining.FORM,
    }
)

SHORTCUTS: Mapping[str, ShortcutListener] = MappingProxyType(
    {RECORD_THIS: record_this, NEW_RECORD: new_record}
)
