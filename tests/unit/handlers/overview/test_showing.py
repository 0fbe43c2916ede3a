"""One item whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import Change, ChangeKind
from domain.group import Sector
from domain.item import Item
from domain.people import Role
from domain.permissions import Actor
from domain.position import Stance
from domain.reference import RecordKind
from domain.usecases.positions import Balance
from domain.usecases.reading import Card
from handlers.overview.card_views import card_message
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.material import (
    CHAIR,
    EN,
    GROUP,
    LEAD,
    MEMBER,
    NAMES,
    WORDS,
    ZONE,
    action,
    change,
    evidence,
    linked,
    member,
    note,
    obstacle,
    profile,
    recommendation,
)
from tests.unit.handlers.stances import balance, position, voice


def card(item: Item, *links: Item, history: tuple[Change, ...] = ()) -> Card:
    return Card(item, linked(*links), history or (change(item, ChangeKind.RECORDED, actor=MEMBER),), NAMES)


def history(item: Item) -> tuple[Change, ...]:
    """Everything that can happen to a recommendation."""
    return (
        change(item, ChangeKind.RECORDED, 1),
        change(item, ChangeKind.LINKED, 2, after="O-3"),
        change(item, ChangeKind.MOVED, 3, before="proposed", after="under_review", comment="a & b"),
        change(item, ChangeKind.ASSIGNED, 4, after="chair-mx", actor="U0UNKNOWN"),
        change(item, ChangeKind.PROGRESSED, 5, before="0", after="40"),
        change(item, ChangeKind.PROGRESSED, 6, before="40", after="0"),
        change(item, ChangeKind.UNDONE, 7, before="5"),
    )


def positions() -> Balance:
    """Some of every stance, and one on an earlier text."""
    return balance(
        voice(LEAD, Stance.SUPPORT, Sector.GOVERNMENT, comment="It is in our plan & budget"),
        voice(MEMBER, Stance.OBJECTION, Sector.INDUSTRY, "US"),
        voice("U0OTHER", Stance.RESERVATION),
        voice(CHAIR, Stance.ABSTENTION, Sector.ACADEMIA, "US"),
        outdated=(position("U0FORMER", Stance.SUPPORT, "Of the first text"),),
    )


def test_an_item_whole(album: Album) -> None:
    item = recommendation()
    cases = {
        "note": card(note()),
        "decision without a theme": card(note(RecordKind.DECISION, 2, None)),
        "obstacle with what answers it": card(obstacle(), item, recommendation(2)),
        "recommendation with its obstacles and history": card(
            item, obstacle(), obstacle(4, None), history=history(item)
        ),
    }
    silent = replace(item, status="proposed", owner=None, due_on=None, progress=0, priority=False, answers=())
    cases |= {
        "recommendation that nobody spoke of": Card(silent, (), (), NAMES, balance()),
        "recommendation with positions, agreed by its chair": Card(
            replace(item, status="agreed", override="The deadline of the grant does not wait"),
            (),
            (),
            NAMES,
            positions(),
        ),
        "superseded recommendation": card(replace(item, status="superseded", successor=5)),
        "merged obstacle": card(replace(obstacle(), status="merged", successor=2)),
        "action": card(action()),
        "obstacle with evidence": card(obstacle(), evidence(), evidence(5)),
        "evidence": card(evidence(), obstacle(), item),
        "evidence that was taken back": card(replace(evidence(), status="withdrawn", version=2, supports=())),
        "finished action": card(replace(action(), status="done", version=2)),
    }
    album.compare("card", each(cases, lambda t, card: card_message(t, GROUP, ZONE, card)))


def test_a_history_of_one_change_is_not_told_twice() -> None:
    message = card_message(WORDS.for_language(EN), GROUP, ZONE, card(note()))
    assert [block["type"] for block in message.blocks] == ["rich_text", "context", "actions"]


MOVES = ["move R-1 partially_implemented v3", "move R-1 implemented v3"]
STANCES = ["support R-1 v1", "reserve R-1 v1", "object R-1 v1", "abstain R-1 v1"]


@pytest.mark.parametrize(
    ("user", "role", "offered"),
    [
        (CHAIR, Role.CHAIR, [*MOVES, "move R-1", "edit R-1", *STANCES]),
        (CHAIR, Role.MEMBER, [*MOVES, *STANCES]),
        (MEMBER, Role.CHAIR, [*MOVES, "move R-1", "edit R-1", *STANCES]),
        (MEMBER, Role.MEMBER, STANCES),
        (MEMBER, Role.OBSERVER, []),
    ],
)
def test_only_who_may_press_a_button_sees_it(user: str, role: Role, offered: list[str]) -> None:
    actor = Actor(profile(user), member(role, user))
    message = card_message(WORDS.for_language(EN), GROUP, ZONE, card(recommendation()), actor)
    shown = [button["value"] for button in buttons(message)]
    assert shown == [*offered, "status theme:infrastructure", "show R-1"]


def test_a_finished_action_is_reopened_with_a_press() -> None:
    actor = Actor(profile(LEAD), member(Role.MEMBER, LEAD))
    done = replace(action(), status="done", version=2)
    lines = [
        [button["value"] for button in buttons(card_message(WORDS.for_language(EN), GROUP, ZONE, one, actor))]
        for one in (card(action()), card(done))
    ]
    assert [line[0] for line in lines] == ["done A-7 v1", "move A-7 reopen v2"]


def test_each_link_can_be_opened() -> None:
    message = card_message(WORDS.for_language(EN), GROUP, ZONE, card(recommendation(), obstacle()))
    assert [button["value"] for button in buttons(message)] == [
        "show O-3",
        "status theme:infrastructure",
        "show R-1",
    ]
