"""The register, paged."""

from __future__ import annotations

from domain.group import Group
from domain.item import Item
from domain.reference import RecordKind
from domain.register import Filter, Page
from domain.usecases.reading import Listing
from handlers.grammar.command import parse
from handlers.grammar.filters import Wanted, read_filters
from handlers.overview.listing import listing_message
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EN, GROUP, MEMBER, NAMES, WORDS, note, obstacle, recommendation

ITEMS = (recommendation(), obstacle(), note(RecordKind.DECISION, 2))


def listed(
    t: Translator, wanted: Wanted, *items: Item, following: int | None = None, group: Group = GROUP
) -> Message:
    filter_ = Filter(
        kinds=wanted.kinds,
        theme=wanted.theme,
        statuses=wanted.statuses,
        author=wanted.author,
        concerns=MEMBER if wanted.mine else None,
    )
    return listing_message(t, group, wanted, Listing(filter_, Page(items, following), NAMES))


def test_a_page_of_the_register(album: Album) -> None:
    recommendations = frozenset({RecordKind.RECOMMENDATION})
    album.compare(
        "listing",
        {
            "everything, with more to come": lambda t: listed(t, Wanted(), *ITEMS, following=11),
            "the last page": lambda t: listed(t, Wanted(before=11), obstacle()),
            "nothing that fits": lambda t: listed(t, Wanted(theme="talent")),
            "recommendations of a theme in two statuses": lambda t: listed(
                t,
                Wanted(
                    kinds=recommendations,
                    theme="infrastructure",
                    statuses=frozenset({"in_progress", "under_review"}),
                ),
                recommendation(),
            ),
            "mine, of two kinds": lambda t: listed(
                t,
                Wanted(kinds=frozenset({RecordKind.OBSTACLE, RecordKind.NOTE}), mine=True),
                obstacle(),
                note(),
            ),
            "withdrawn, whatever the kind": lambda t: listed(
                t, Wanted(statuses=frozenset({"withdrawn"})), recommendation()
            ),
            "one person's": lambda t: listed(t, Wanted(author=MEMBER), note()),
        },
    )


def test_the_buttons_ask_for_the_same_list_on_another_page() -> None:
    wanted = Wanted(kinds=frozenset({RecordKind.OBSTACLE}), theme="talent", author=MEMBER, before=40)
    shown = buttons(listed(WORDS.for_language(EN), wanted, obstacle(), following=12))
    read = [read_filters(parse(button["value"]), GROUP.themes) for button in shown]
    assert read == [
        Wanted(kinds=wanted.kinds, theme="talent", author=MEMBER),
        Wanted(kinds=wanted.kinds, theme="talent", author=MEMBER, before=12),
        wanted,
    ]
