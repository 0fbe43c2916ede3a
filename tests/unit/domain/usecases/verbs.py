"""Every verb of PRODUCT's table "Who may", and the record they are tried on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.coverage import Coverage
from domain.group import Sector
from domain.language import Language
from domain.people import Role
from domain.position import Stance
from domain.recommendation import Plan
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.register import Filter
from domain.search import Query, Word
from domain.usecases.assigning import Assign, assign
from domain.usecases.deliveries import deliver_now, preview
from domain.usecases.finding import Sought, find
from domain.usecases.groups import BindChannel, Founding, bind_channel, found_group
from domain.usecases.listing import Sheet, list_items
from domain.usecases.members import Adjust, adjust
from domain.usecases.membership import Join, join
from domain.usecases.moving import Move, move
from domain.usecases.origin import Origin
from domain.usecases.positions import TakePosition, take_position
from domain.usecases.reading import show, status
from domain.usecases.recording import (
    ActionSubmission,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    record_action,
    record_note,
    record_obstacle,
    record_recommendation,
)
from domain.usecases.subscriptions import Steer, Subscribe, pause, subscribe, subscriptions_of
from tests.fakes.scene import CHAIR, CHANNEL, CHARTER, MEMBER, MONDAYS_AT_NINE
from tests.unit.domain.usecases.stage import (
    NOW,
    Stage,
)

AUTHOR = "U0AUTHOR"
R1 = Reference(Series.RECOMMENDATION, 1)


Verb = Callable[[Stage, Origin], object]


def _recommend(stage: Stage, origin: Origin, plan: Plan) -> object:
    submission = RecommendationSubmission(
        origin=origin, group=1, text="new", language=Language.ENGLISH, theme="charging", plan=plan
    )
    return record_recommendation(submission, stage.uow, NOW)


def _move(
    stage: Stage, origin: Origin, number: int, to: Status | None, progress: int | None = None
) -> object:
    reference = Reference(Series.RECOMMENDATION, number)
    command = Move(
        origin=origin,
        group=1,
        reference=reference,
        to=to,
        progress=progress,
        reopen=to is None,
        reason="so",
    )
    return move(command, stage.uow, NOW)


def _moves(stage: Stage, origin: Origin, reference: Reference, to: str) -> object:
    return move(Move(origin=origin, group=1, reference=reference, to=to), stage.uow, NOW)


def _assign(stage: Stage, origin: Origin, number: int) -> object:
    reference = Reference(Series.ACTION, number)
    return assign(Assign(origin=origin, group=1, reference=reference, owner=CHAIR), stage.uow, NOW)


def _position(stage: Stage, origin: Origin) -> object:
    command = TakePosition(origin=origin, group=1, reference=R1, stance=Stance.SUPPORT)
    return take_position(command, stage.uow, NOW)


def _action(stage: Stage, origin: Origin) -> object:
    submission = ActionSubmission(
        origin=origin, group=1, text="new", language=Language.ENGLISH, theme="charging"
    )
    return record_action(submission, stage.uow, NOW)


def _subscribe(stage: Stage, origin: Origin, themes: tuple[str, ...], reader: str | None = None) -> object:
    command = Subscribe(
        origin=origin,
        group=1,
        channel=reader or CHANNEL,
        reader=reader,
        schedule=MONDAYS_AT_NINE,
        coverage=Coverage(themes=themes),
        languages=(Language.ENGLISH,),
    )
    return subscribe(command, stage.uow, NOW)


def _note(stage: Stage, origin: Origin) -> object:
    submission = NoteSubmission(
        origin=origin, group=1, text="new", language=Language.ENGLISH, theme="charging"
    )
    return record_note(submission, stage.uow, NOW)


def _obstacle(stage: Stage, origin: Origin) -> object:
    submission = ObstacleSubmission(
        origin=origin, group=1, text="new", language=Language.ENGLISH, theme="charging"
    )
    return record_obstacle(submission, stage.uow, NOW)


def _found(stage: Stage, origin: Origin) -> object:
    command = Founding(
        origin=origin, charter=CHARTER, sector=Sector.INDUSTRY, country="MX", organisation="Plant"
    )
    return found_group(command, stage.uow, NOW)


def _join(stage: Stage, origin: Origin) -> object:
    command = Join(origin=origin, group=1, sector="industry", country="MX", organisation="Plant")
    return join(command, stage.uow, NOW)


def _appoint(stage: Stage, origin: Origin) -> object:
    return adjust(Adjust(origin=origin, group=1, user=MEMBER, role=Role.OBSERVER), stage.uow, NOW)


OWN, OTHERS, AGREED, CLOSED = 1, 2, 3, 4
"""Recommendations of charging: by and of the person, and somebody else's, both in progress; one agreed, one
closed. Of the actions the first two are whose the recommendations are."""

ANYTHING = Sought(query=Query((Word("text"),)), filter=Filter())

VERBS: dict[str, Verb] = {
    "show": lambda stage, origin: show(origin, 1, R1, stage.uow),
    "list": lambda stage, origin: list_items(origin, 1, Sheet(filter=Filter()), NOW, stage.uow),
    "find": lambda stage, origin: find(origin, 1, ANYTHING, stage.uow),
    "status": lambda stage, origin: status(origin, 1, None, NOW, stage.uow),
    "digests": lambda stage, origin: subscriptions_of(origin, 1, CHANNEL, stage.uow),
    "preview": lambda stage, origin: preview(origin, 1, CHANNEL, 1, NOW, stage.uow),
    "note": _note,
    "obstacle": _obstacle,
    "recommend": lambda stage, origin: _recommend(stage, origin, Plan()),
    "plan": lambda stage, origin: _recommend(stage, origin, Plan(owner=MEMBER)),
    "report-own": lambda stage, origin: _move(stage, origin, OWN, Status.IN_PROGRESS, 50),
    "withdraw-own": lambda stage, origin: _move(stage, origin, OWN, Status.WITHDRAWN),
    "report": lambda stage, origin: _move(stage, origin, OTHERS, Status.IN_PROGRESS, 50),
    "move": lambda stage, origin: _move(stage, origin, AGREED, Status.IN_PROGRESS),
    "action": _action,
    "position": _position,
    "done-own": lambda stage, origin: _moves(stage, origin, Reference(Series.ACTION, OWN), "done"),
    "done": lambda stage, origin: _moves(stage, origin, Reference(Series.ACTION, OTHERS), "done"),
    "assign-own": lambda stage, origin: _assign(stage, origin, OWN),
    "assign": lambda stage, origin: _assign(stage, origin, OTHERS),
    "confirm": lambda stage, origin: _moves(stage, origin, Reference(Series.OBSTACLE, 1), "confirmed"),
    "reopen": lambda stage, origin: _move(stage, origin, CLOSED, None),
    "withdraw": lambda stage, origin: _move(stage, origin, OTHERS, Status.WITHDRAWN),
    "own-digest": lambda stage, origin: _subscribe(stage, origin, (), origin.person.user),
    "subscribe": lambda stage, origin: _subscribe(stage, origin, ("charging",)),
    "subscribe-all": lambda stage, origin: _subscribe(stage, origin, ()),
    "pause": lambda stage, origin: pause(_steered(stage, origin), stage.uow, NOW),
    "digest-now": lambda stage, origin: deliver_now(_steered(stage, origin), stage.uow, NOW),
    "appoint": _appoint,
    "bind": lambda stage, origin: bind_channel(
        BindChannel(origin=origin, group=1, theme="talent"), stage.uow, NOW
    ),
    "join": _join,
    "found": _found,
}


def _steered(stage: Stage, origin: Origin) -> Steer:
    return replace(stage.hand.steer(1), origin=origin)


def prepared(user: str) -> Stage:
    stage = Stage()
    stage.hand.subscribe(NOW, themes=("charging",))
    stage.recommendation(stage.entry(author=user), owner=user, status=Status.IN_PROGRESS)
    stage.recommendation(stage.entry(author=AUTHOR), status=Status.IN_PROGRESS)
    stage.recommendation(stage.entry(author=AUTHOR), status=Status.AGREED)
    stage.recommendation(stage.entry(author=AUTHOR), status=Status.IMPLEMENTED, progress=100)
    stage.action(stage.entry(author=user))
    stage.action(stage.entry(author=AUTHOR))
    stage.obstacle(stage.entry(author=AUTHOR))
    return stage
