"""PRODUCT's table "Who may", verb by verb and person by person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.group import Sector
from domain.language import Language
from domain.people import Role
from domain.position import Stance
from domain.recommendation import Plan
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.register import Filter
from domain.search import Query, Word
from domain.usecases.assigning import Assign, assign
from domain.usecases.deliveries import deliver_now, preview
from domain.usecases.finding import Sought, find
from domain.usecases.groups import BindChannel, Founding, bind_channel, found_group
from domain.usecases.listing import Sheet, list_items
from domain.usecases.membership import Appoint, Join, appoint, join
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
from tests.fakes.scene import CHAIR, CHANNEL, CHARTER, LEAD, MEMBER, MONDAYS_AT_NINE
from tests.unit.domain.usecases.stage import (
    ADMIN,
    GUEST,
    NEWCOMER,
    NOW,
    OBSERVER,
    STRANGER,
    TALENT_LEAD,
    UNBOUND,
    VISITING_GUEST,
    Stage,
    everything,
)

AUTHOR = "U0AUTHOR"
R1 = Reference(Series.RECOMMENDATION, 1)
PEOPLE = {
    "newcomer": NEWCOMER,
    "admin": ADMIN,
    "visitor": VISITING_GUEST,
    "guest": GUEST,
    "stranger": STRANGER,
    "observer": OBSERVER,
    "member": MEMBER,
    "other-lead": TALENT_LEAD,
    "lead": LEAD,
    "chair": CHAIR,
}
"""`visitor` is a guest outside the group; `guest` and `stranger` were made chairs of it."""
CODES = {
    "yes": None,
    "join": RefusalCode.MEMBERS_ONLY,
    "guest": RefusalCode.GUEST_READS_ONLY,
    "obs": RefusalCode.OBSERVER_READS_ONLY,
    "lead": RefusalCode.LEAD_ONLY,
    "chair": RefusalCode.CHAIR_ONLY,
    "there": RefusalCode.ALREADY_MEMBER,
    "admin": RefusalCode.ADMIN_ONLY,
}
TABLE = """
verb             newcomer admin visitor guest stranger observer member other-lead lead  chair
show             yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
list             yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
find             yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
status           yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
digests          yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
preview          yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
note             join     join  guest   guest guest    obs      yes    yes        yes   yes
obstacle         join     join  guest   guest guest    obs      yes    yes        yes   yes
recommend        join     join  guest   guest guest    obs      yes    yes        yes   yes
action           join     join  guest   guest guest    obs      yes    yes        yes   yes
position         join     join  guest   guest guest    obs      yes    yes        yes   yes
done-own         join     join  guest   guest guest    obs      yes    yes        yes   yes
assign-own       join     join  guest   guest guest    obs      yes    yes        yes   yes
report-own       join     join  guest   guest guest    obs      yes    yes        yes   yes
withdraw-own     join     join  guest   guest guest    obs      yes    yes        yes   yes
own-digest       join     join  guest   guest guest    obs      yes    yes        yes   yes
report           join     join  guest   guest guest    obs      lead   lead       yes   yes
plan             join     join  guest   guest guest    obs      lead   lead       yes   yes
move             join     join  guest   guest guest    obs      lead   lead       yes   yes
confirm          join     join  guest   guest guest    obs      lead   lead       yes   yes
done             join     join  guest   guest guest    obs      lead   lead       yes   yes
assign           join     join  guest   guest guest    obs      lead   lead       yes   yes
subscribe        join     join  guest   guest guest    obs      lead   lead       yes   yes
pause            join     join  guest   guest guest    obs      lead   lead       yes   yes
digest-now       join     join  guest   guest guest    obs      lead   lead       yes   yes
subscribe-all    join     join  guest   guest guest    obs      lead   lead       lead  yes
withdraw         join     join  guest   guest guest    obs      chair  chair      chair yes
reopen           join     join  guest   guest guest    obs      chair  chair      chair yes
appoint          join     join  guest   guest guest    obs      chair  chair      chair yes
bind             join     join  guest   guest guest    obs      chair  chair      chair yes
join             yes      yes   guest   there there    there    there  there      there there
found            admin    yes   admin   admin admin    admin    admin  admin      admin admin
"""
"""Everything is about the theme charging, in the group's channel; AUTHOR's items are somebody else's."""


def _cells() -> list[tuple[str, str, RefusalCode | None]]:
    (_, *people), *rows = (line.split() for line in TABLE.strip().splitlines())
    return [
        (verb, person, CODES[cell])
        for verb, *cells in rows
        for person, cell in zip(people, cells, strict=True)
    ]


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
        themes=themes,
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
    return appoint(Appoint(origin=origin, group=1, user=MEMBER, role=Role.OBSERVER), stage.uow, NOW)


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


def _prepared(user: str) -> Stage:
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


@pytest.mark.parametrize(("verb", "person", "code"), _cells())
def test_a_person_may_what_the_table_says(verb: str, person: str, code: RefusalCode | None) -> None:
    stage = _prepared(PEOPLE[person])
    origin = stage.origin(PEOPLE[person])
    before = everything(stage.uow)
    try:
        VERBS[verb](stage, origin)
    except Refusal as refused:
        assert refused.code is code  # noqa: PT017 - a refusal may come, or not
        assert everything(stage.uow) == before
    else:
        assert code is None


def test_the_table_names_every_verb_and_person() -> None:
    cells = _cells()
    assert {(verb, person) for verb, person, _ in cells} == {
        (verb, person) for verb in VERBS for person in PEOPLE
    }


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "found"])
def test_outside_of_the_groups_channels_nobody_but_its_people_gets_anything(verb: str) -> None:
    stage = _prepared(NEWCOMER)
    origin = stage.origin(NEWCOMER, channel=UNBOUND)
    refused = stage.code(lambda: VERBS[verb](stage, origin))
    assert refused is RefusalCode.MEMBERS_ONLY
