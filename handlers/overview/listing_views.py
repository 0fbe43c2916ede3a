"""The words of a page of the register: as a list, and as a native table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.group import Group
from domain.item import Item
from domain.reference import RecordKind
from domain.register import COUNTED_MAX, Order
from domain.usecases.listing import Listing
from handlers.grammar.wanted import Wanted
from handlers.parts.asked import kinds_named, narrowing
from handlers.parts.blocks import Block, actions, bullets, context, header, section
from handlers.parts.items import item_runs, state
from handlers.parts.limits import MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters
from handlers.parts.message import Message
from handlers.parts.naming import person_name, scope_name, status_name, theme_name
from handlers.parts.next_steps import say, share
from handlers.parts.tables import CELLS_CHARACTERS_MAX, data_table
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

LINE_LIMITS = (240, 160, 120, 80, 60, 40)
"""Characters of an item's text, tried in this order: fifty of them fit at 120."""

NAME_MAX = 24
"""Characters of a person's name in a list."""

COLUMNS = ("reference", "text", "theme", "status", "due", "owner", "recorded", "author")
"""The columns of the table, each with a message `column-NAME`."""


def listing_message(t: Translator, group: Group, wanted: Wanted, listing: Listing) -> Message:
    """The page, what was understood, and the ways on; texts cut shorter where Slack would not take all."""
    for limit in LINE_LIMITS:
        made = _message(t, group, wanted, listing, _bulleted(t, listing, limit))
        if characters(made.blocks) <= MESSAGE_CHARACTERS_MAX:
            break
    return made


def table_message(t: Translator, group: Group, wanted: Wanted, listing: Listing) -> Message:
    """The same page as a data table."""
    title = _title(t, group, listing)
    names = [t(f"column-{name}") for name in COLUMNS]
    for limit in LINE_LIMITS:
        rows = [_row(t, group, listing, item, limit) for item in listing.page.items]
        table = data_table(t, title, names, rows)
        made = _message(t, group, wanted, listing, table)
        fits = characters(table["rows"]) <= CELLS_CHARACTERS_MAX
        if fits and characters(made.blocks) <= MESSAGE_CHARACTERS_MAX:
            break
    return made


def counted(t: Translator, count: int | None) -> str:
    """`12 records`, `more than 1,000 records`."""
    return t("list-many", count=COUNTED_MAX) if count is None else t("list-count", count=count)


def listed_state(t: Translator, item: Item, names: Sequence[str]) -> str:
    """Status, progress, day and who carries it out; empty for what simply stands."""
    due = item.due_on if item.kind is RecordKind.RECOMMENDATION else None
    parts = [state(t, item), "" if due is None else t("due", day=t.date(due)), *names]
    return ", ".join(filter(None, parts))


def _message(t: Translator, group: Group, wanted: Wanted, listing: Listing, shown: Block) -> Message:
    title, understood = _title(t, group, listing), _understood(t, group, wanted, listing)
    items = listing.page.items
    blocks: list[Block] = [header(title), *([context(escape(understood))] if understood else [])]
    blocks.append(shown if items else section(t("list-empty")))
    spoken = "\n".join(f"{item.reference} {item.text.for_reader(t.language).text}" for item in items)
    aloud = escape(spoken) if items else t("list-empty")
    heading = f"*{escape(title)}*" + (f": {escape(understood)}" if understood else "")
    text = f"{heading}\n{aloud}"
    is_table = shown["type"] == "data_table"
    return Message(text, (*blocks, actions(*_buttons(t, wanted, listing, is_table=is_table))))


def _bulleted(t: Translator, listing: Listing, limit: int) -> Block:
    return bullets(
        [item_runs(t, item, limit=limit, remark=_remark(t, listing, item)) for item in listing.page.items]
    )


def _remark(t: Translator, listing: Listing, item: Item) -> str:
    owner = [cut_plain(person_name(listing.names, item.owner), NAME_MAX)] if item.owner else []
    first = [t("card-priority")] if item.reference in listing.first else []
    return listed_state(t, item, [*first, *owner])


def _title(t: Translator, group: Group, listing: Listing) -> str:
    kinds = kinds_named(t, listing.filter.kinds) or t("list-everything")
    return f"{kinds[:1].upper()}{kinds[1:]} · {scope_name(t, group, listing.filter.theme)}"


def _understood(t: Translator, group: Group, wanted: Wanted, listing: Listing) -> str:
    """The filters, the order, and how many there are."""
    parts = narrowing(t, group, wanted, listing.filter, listing.names)
    if wanted.order not in {None, Order.NEWEST}:
        parts.append(t(f"list-order-{wanted.order}"))
    return " · ".join([*parts, *([counted(t, listing.page.count)] if listing.page.count != 0 else [])])


def _buttons(t: Translator, wanted: Wanted, listing: Listing, *, is_table: bool) -> list[Block]:
    """Ways to other pages, each line once: the page before the second one is the first."""
    page, buttons = listing.page, []
    if wanted.before is not None:
        buttons.append(say(t("button-first-page"), wanted.line()))
    if page.preceding is not None:
        buttons.append(say(t("button-previous-page"), wanted.line(after=page.preceding)))
    if page.following is not None:
        buttons.append(say(t("button-next-page"), wanted.line(after=page.following)))
    if page.items and is_table:
        buttons.append(say(t("button-as-list"), replace(wanted, table=False).line()))
    elif page.items:
        # A table that Slack did not take, or that was typed for, is tried again from the page that is shown.
        after = wanted.cursor if wanted.table else None
        buttons.append(say(t("button-as-table"), replace(wanted, table=True).line(after=after)))
    return [*buttons, share(t("button-share"), wanted.line(after=wanted.cursor))]


def _row(t: Translator, group: Group, listing: Listing, item: Item, limit: int) -> list[str]:
    progress = f", {t.percent(item.progress)}" if item.progress else ""
    first = f" · {t('card-priority')}" if item.reference in listing.first else ""
    text = cut_plain(item.text.for_reader(t.language).text, limit)
    return [
        str(item.reference),
        text,
        cut_plain(theme_name(t, group, item.theme), NAME_MAX),
        f"{status_name(t, item)}{progress}{first}",
        "" if item.due_on is None else t.date(item.due_on),
        "" if item.owner is None else cut_plain(person_name(listing.names, item.owner), NAME_MAX),
        t.date(item.recorded_at.astimezone(group.timezone).date()),
        cut_plain(person_name(listing.names, item.author), NAME_MAX),
    ]
