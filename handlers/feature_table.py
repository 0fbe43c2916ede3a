"""Every listener of the features, by what calls it: what the router chooses from."""

from __future__ import annotations

from domain.position import Stance
from domain.reference import RecordKind
from handlers.actions import listeners as actions
from handlers.desk.features import Features
from handlers.digests import listeners as digests
from handlers.evidence import listeners as evidence
from handlers.grammar.verbs import Verb
from handlers.groups import setup
from handlers.items import assigning, editing, moving, undoing
from handlers.meetings import listeners as meetings
from handlers.members import joining, language, muting
from handlers.members import listeners as members
from handlers.notes.listeners import recorder
from handlers.obstacles import listeners as obstacles
from handlers.overview import (
    again,
    finding,
    gaps,
    helping,
    history,
    home,
    home_views,
    listing,
    mine,
    roadmap,
    showing,
    standing,
)
from handlers.overview.forms import DRAWN, OPENERS, SHORTCUTS, TOLD_ALONE, is_formless
from handlers.overview.suggesting import suggest
from handlers.recommendations import listeners as recommendations
from handlers.recommendations.positions import taker
from handlers.reminders import forms as snoozing

FEATURES = Features(
    verbs={
        Verb.HELP: helping.listen,
        Verb.SETUP: setup.listen,
        Verb.JOIN: joining.listen,
        Verb.LANGUAGE: language.listen,
        Verb.MEMBERS: members.listen,
        Verb.MUTE: muting.muter(muted=True),
        Verb.UNMUTE: muting.muter(muted=False),
        Verb.NOTE: recorder(RecordKind.NOTE),
        Verb.DECISION: recorder(RecordKind.DECISION),
        Verb.OPPORTUNITY: recorder(RecordKind.OPPORTUNITY),
        Verb.OBSTACLE: obstacles.listen,
        Verb.RECOMMEND: recommendations.listen,
        Verb.ACTION: actions.listen,
        Verb.EVIDENCE: evidence.listener(listing.listen),
        Verb.MEETING: meetings.listener(moving.withdraw),
        Verb.MOVE: moving.listen,
        Verb.DONE: moving.finish,
        Verb.WITHDRAW: moving.withdraw,
        Verb.ASSIGN: assigning.listen,
        Verb.SNOOZE: snoozing.listen,
        Verb.EDIT: editing.listen,
        Verb.SUPPORT: taker(Stance.SUPPORT),
        Verb.RESERVE: taker(Stance.RESERVATION),
        Verb.OBJECT: taker(Stance.OBJECTION),
        Verb.ABSTAIN: taker(Stance.ABSTENTION),
        Verb.UNDO: undoing.listen,
        Verb.SHOW: showing.listen,
        Verb.STATUS: standing.listen,
        Verb.LIST: listing.listen,
        Verb.FIND: finding.listen,
        Verb.HISTORY: history.listen,
        Verb.GAPS: gaps.listen,
        Verb.MINE: mine.listen,
        Verb.ROADMAP: roadmap.listen,
        Verb.DIGEST: digests.listen,
    },
    forms={
        setup.CHOOSE: setup.chosen,
        setup.FOUND: setup.founded,
        setup.BIND: setup.bound,
        setup.RELEASE: setup.released,
        **{name: form.submitted for name, form in DRAWN.items()},
    },
    drawn=DRAWN,
    openers=OPENERS,
    told_alone=TOLD_ALONE,
    formless=is_formless,
    shortcuts=SHORTCUTS,
    choices={home_views.SWITCH: home.switch},
    suggester=suggest,
    again=again.listen,
    anyway=recommendations.anyway,
    groupless=frozenset({Verb.HELP, Verb.SETUP, Verb.LANGUAGE}),
)
