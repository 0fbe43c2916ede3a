"""The register, paged: as a list, and as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.group import Group, Sector
from domain.item import Item
from domain.reference import RecordKind
from domain.register import Cursor, Filter, Order, Page, Trait
from domain.usecases.listing import TABLE_SIZE, Listing
from handlers.grammar.command import parse
from handlers.grammar.filters import read_filters
from handlers.grammar.wanted import ME, Wanted
from handlers.overview.listing import filter_of
from handlers.overview.listing_views import listing_message, table_message
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.fakes.setting import setting_with
from tests.rendering import said_lines
from tests.unit.handlers.accepted import buttons, posted_violations, unreadable_buttons
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    LEAD,
    MEMBER,
    NAMES,
    WORDS,
    ZONE,
    action,
    note,
    obstacle,
    recommendation,
)

ITEMS = (recommendation(), obstacle(), note(RecordKind.DECISION, 2), action())
RECOMMENDATIONS = frozenset({RecordKind.RECOMMENDATION})


def page_of(
    wanted: Wanted,
    *items: Item,
    following: Cursor | None = None,
    preceding: Cursor | None = None,
    **more: int | None,
) -> Listing:
    first = frozenset(item.reference for item in items if item.kind is RecordKind.RECOMMENDATION)
    page = Page(items, following, more.get("count", len(items)), preceding)
    return Listing(filter_of(wanted, MEMBER, ZONE), page, NAMES, first)


def listed(
    t: Translator,
    wanted: Wanted,
    *items: Item,
    following: Cursor | None = None,
    preceding: Cursor | None = None,
    group: Group = GROUP,
    count: int | None = None,
) -> Message:
    listing = page_of(wanted, *items, following=following, preceding=preceding, count=count or len(items))
    return listing_message(t, group, wanted, listing)


EVERY_FILTER = Wanted(
    kinds=RECOMMENDATIONS,
    theme="infrastructure",
    author=LEAD,
    owner=ME,
    mine=True,
    sector=Sector.ACADEMIA,
    country="MX",
    quarter="2027-Q3",
    driver="jobs",
    meeting=2,
    since=date(2027, 3, 1),
    until=date(2027, 3, 8),
    traits=frozenset({Trait.OVERDUE, Trait.PRIORITY}),
    order=Order.DUE,
)


def test_a_page_of_the_register(album: Album) -> None:
    album.compare(
        "listing",
        {
            "everything, with more to come": lambda t: listed(
                t, Wanted(), *ITEMS, following=Cursor(11), count=1234
            ),
            "more than are counted": lambda t: listing_message(
                t, GROUP, Wanted(author=LEAD), page_of(Wanted(author=LEAD), note(), count=None)
            ),
            "the last of three pages": lambda t: listed(
                t, Wanted(before=11), obstacle(), preceding=Cursor(30), count=21
            ),
            "nothing that fits": lambda t: listed(t, Wanted(theme="talent")),
            "recommendations of a theme in two statuses": lambda t: listed(
                t,
                Wanted(
                    kinds=RECOMMENDATIONS,
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
            "with every filter, by date": lambda t: listed(t, EVERY_FILTER, recommendation()),
            "waiting for a position, as a table to be": lambda t: listed(
                t, Wanted(owed=True, table=True), recommendation()
            ),
        },
    )


def test_a_page_as_a_table(album: Album) -> None:
    wanted = Wanted(table=True)
    shown = {
        language.value: table_message(WORDS.for_language(language), GROUP, wanted, page_of(wanted, *ITEMS))
        for language in (EN, ES)
    }
    lines = ["\n".join(said_lines({"text": one.text, "blocks": one.blocks})) for one in shown.values()]
    album.goldens.compare("listing-table", "\n\n".join(lines))
    album.keep("listing-table", shown)


def test_a_table_reads_like_the_list() -> None:
    for t in map(WORDS.for_language, (EN, ES)):
        shown = table_message(t, GROUP, Wanted(table=True), page_of(Wanted(table=True), *ITEMS))
        assert posted_violations(shown) == []
        assert unreadable_buttons(shown) == []
        rows = next(block["rows"] for block in shown.blocks if block["type"] == "data_table")
        assert [row[0]["text"] for row in rows[1:]] == [str(item.reference) for item in ITEMS]
        assert [cell["text"] for cell in rows[0]] == [
            t(f"column-{name}")
            for name in ("reference", "text", "theme", "status", "due", "owner", "recorded", "author")
        ]
        assert rows[1][1]["text"] == ITEMS[0].text.for_reader(t.language).text
        assert rows[2][4]["text"] == t("nothing")
        plain = listing_message(t, GROUP, Wanted(table=True), page_of(Wanted(table=True), *ITEMS))
        assert plain.text == shown.text
        assert [button["value"] for button in buttons(plain)] == ["list table", "list table"]
        assert [button["value"] for button in buttons(shown)] == ["list", "list table"]
        assert said_lines({"text": "", "blocks": plain.blocks})


def test_the_buttons_ask_for_the_same_list_on_another_page() -> None:
    wanted = Wanted(kinds=frozenset({RecordKind.OBSTACLE}), theme="talent", author=MEMBER, before=40)
    shown = listed(
        WORDS.for_language(EN), wanted, obstacle(), following=Cursor(12), preceding=Cursor(77), count=99
    )
    read = [read_filters(parse(button["value"]), setting_with(GROUP.themes)) for button in buttons(shown)]
    assert read == [
        replace(wanted, before=None),
        replace(wanted, before=77),
        replace(wanted, before=12),
        replace(wanted, before=None, table=True),
        wanted,
    ]


def test_pages_of_a_sorted_list_carry_what_they_are_sorted_by() -> None:
    wanted = Wanted(order=Order.DUE, before=40, key="2027-03-31")
    shown = listed(
        WORDS.for_language(EN),
        wanted,
        obstacle(),
        following=Cursor(12, "2027-09-30"),
        preceding=Cursor(3, ""),
    )
    cursors = [
        read.cursor
        for button in buttons(shown)
        if isinstance(read := read_filters(parse(button["value"]), setting_with()), Wanted)
    ]
    assert cursors == [None, Cursor(3), Cursor(12, "2027-09-30"), None, Cursor(40, "2027-03-31")]


def test_days_are_those_of_who_asks_both_included() -> None:
    asked = filter_of(Wanted(since=date(2027, 3, 1), until=date(2027, 3, 8)), MEMBER, ZONE)
    assert asked == Filter(
        since=datetime(2027, 3, 1, 6, tzinfo=UTC), until=datetime(2027, 3, 9, 6, tzinfo=UTC)
    )


def test_i_am_whoever_asks_and_the_channel_s_theme_holds_unless_one_is_named() -> None:
    asked = Wanted(author=ME, owner=ME, mine=True, owed=True)
    assert filter_of(asked, MEMBER, ZONE, theme="talent") == Filter(
        author=MEMBER, owner=MEMBER, concerns=MEMBER, owing=MEMBER, theme="talent"
    )
    assert filter_of(Wanted(everywhere=True), MEMBER, ZONE, theme="talent") == Filter()
    assert filter_of(Wanted(theme="infrastructure"), MEMBER, ZONE, theme="talent").theme == "infrastructure"


def test_fifty_long_texts_fit_as_a_list_and_as_a_table() -> None:
    many = tuple(
        replace(recommendation(number), text=replace(note().text, original="ñ" * 3000))
        for number in range(TABLE_SIZE)
    )
    t, wanted = WORDS.for_language(ES), Wanted(table=True)
    for message in (listing_message, table_message):
        assert posted_violations(message(t, GROUP, wanted, page_of(wanted, *many, following=Cursor(1)))) == []
