"""One item whole."""

from __future__ import annotations

from domain.change import Change, ChangeKind
from domain.item import Item
from domain.reference import RecordKind
from domain.usecases.reading import Card
from handlers.overview.showing import card_message
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.material import (
    EN,
    GROUP,
    MEMBER,
    NAMES,
    WORDS,
    ZONE,
    change,
    note,
    obstacle,
    recommendation,
)


def card(item: Item, *links: Item, history: tuple[Change, ...] = ()) -> Card:
    return Card(item, links, history or (change(item, ChangeKind.RECORDED, actor=MEMBER),), NAMES)


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
    album.compare("card", each(cases, lambda t, card: card_message(t, GROUP, ZONE, card)))


def test_a_history_of_one_change_is_not_told_twice() -> None:
    message = card_message(WORDS.for_language(EN), GROUP, ZONE, card(note()))
    assert [block["type"] for block in message.blocks] == ["rich_text", "context", "actions"]


def test_each_link_can_be_opened() -> None:
    message = card_message(WORDS.for_language(EN), GROUP, ZONE, card(recommendation(), obstacle()))
    assert [button["value"] for button in buttons(message)] == [
        "show O-3",
        "status theme:infrastructure",
        "show R-1",
    ]
