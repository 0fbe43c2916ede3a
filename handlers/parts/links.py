"""What an item is linked with: a heading, the items, and the way to each of them and to the rest."""

from __future__ import annotations

from collections.abc import Sequence

from domain.item import Item
from domain.usecases.reading import Links
from handlers.parts.addresses import short_runs
from handlers.parts.blocks import Block, actions, bullets, header, paragraph, said, strong
from handlers.parts.items import item_runs
from handlers.parts.message import Message
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

LINE_MAX = 160
"""Characters of a linked item's text: a card may have twenty of them."""


def link_blocks(t: Translator, item: Item, links: Links, shown: int) -> list[Block]:
    """The first linked items of a kind on the card of `item`."""
    first = links.items[:shown]
    buttons = [_show(linked) for linked in first]
    if links.total > len(first):
        buttons.append(say(t("button-all-linked", count=links.total), line(item, links)))
    return [paragraph(strong(heading(t, item, links))), _list(t, first), actions(*buttons)]


def links_message(t: Translator, item: Item, links: Links) -> Message:
    """A page of the linked items of a kind, and the way to the next one."""
    title = f"{item.reference} · {heading(t, item, links)} ({t.number(links.total)})"
    aloud = "\n".join(
        f"{linked.reference} {linked.text.for_reader(t.language).text}" for linked in links.items
    )
    ways = [say(t("button-show"), f"show {item.reference}")]
    ways.append(share(t("button-share"), line(item, links, after=links.after)))
    last = links.items[-1].number if links.items else 0
    if links.items and links.further:
        ways.insert(0, say(t("button-next-page"), line(item, links, after=last)))
    blocks: list[Block] = [header(title)]
    if links.items:
        blocks += [_list(t, links.items), actions(*map(_show, links.items))]
    else:
        blocks.append(paragraph(said(t("list-empty"))))
        aloud = t("list-empty")
    return Message(f"*{escape(title)}*\n{escape(aloud)}", (*blocks, actions(*ways)))


def heading(t: Translator, item: Item, links: Links) -> str:
    """`Obstacles it answers`; the name of the kind where there are no words for how the two are linked."""
    own = f"links-{item.kind.series.name.lower()}-{links.kind.value}"
    return t(own) if t.has(own) else t(f"kind-{links.kind.value}.plural").capitalize()


def line(item: Item, links: Links, *, after: int = 0) -> str:
    """The line that asks for the linked items of a kind, from behind a number on."""
    return f"show {item.reference} {links.kind.value}" + (f" after:{after}" if after else "")


def _list(t: Translator, items: Sequence[Item]) -> Block:
    return bullets([[*item_runs(t, item, limit=LINE_MAX), *short_runs(t, item)] for item in items])


def _show(item: Item) -> Block:
    return say(str(item.reference), f"show {item.reference}")
