"""The register: `list [what] [filters]`, paged."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from domain.group import Group
from domain.reference import RecordKind
from domain.register import Filter
from domain.usecases.reading import Listing, list_items
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood
from handlers.desk.request import Request
from handlers.grammar.filters import Wanted, read_filters
from handlers.grammar.problems import Problem
from handlers.grammar.statuses import statuses_of
from handlers.parts.blocks import Block, actions, header, section
from handlers.parts.items import item_list
from handlers.parts.message import Message
from handlers.parts.naming import person_name, scope_name, status_word
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import escape
from handlers.words.translator import Translator


async def listen(request: Request) -> Answer:
    """A page of the register, filtered as asked."""
    wanted = read_filters(request.utterance, request.group.themes)
    if isinstance(wanted, Problem):
        return misunderstood(request.t, wanted)
    filter_ = filter_of(request, wanted)
    listing = await request.services.store.read(
        lambda uow: list_items(request.origin, request.group.id, filter_, wanted.before, uow)
    )
    return Reply(listing_message(request.t, request.group, wanted, listing))


def filter_of(request: Request, wanted: Wanted) -> Filter:
    """The filter in the domain's terms; without a theme, the channel's."""
    theme = None if wanted.everywhere else wanted.theme or request.situation.theme
    return Filter(
        kinds=wanted.kinds,
        theme=theme,
        statuses=wanted.statuses,
        author=wanted.author,
        concerns=request.interaction.person.user if wanted.mine else None,
    )


def listing_message(t: Translator, group: Group, wanted: Wanted, listing: Listing) -> Message:
    """The page, what was asked for, and the way to the next page."""
    title = _title(t, group, listing)
    items = listing.page.items
    blocks: list[Block] = [header(title)]
    blocks.append(item_list(t, items) if items else section(t("list-empty")))
    line = wanted.line()
    buttons = [share(t("button-share"), wanted.line(before=wanted.before))]
    if listing.page.next_before is not None:
        buttons.insert(0, say(t("button-next-page"), wanted.line(before=listing.page.next_before)))
    if wanted.before is not None:
        buttons.insert(0, say(t("button-first-page"), line))
    shown = "\n".join(f"{item.reference} {item.text.for_reader(t.language).text}" for item in items)
    text = f"*{escape(title)}*\n{escape(shown) if items else t('list-empty')}"
    return Message(text, (*blocks, actions(*buttons)))


def _status(t: Translator, filter_: Filter, status: str) -> str:
    """The status in the gender of the first kind asked for that can have it."""
    kinds = filter_.kinds or frozenset(RecordKind)
    fitting = min(kind for kind in kinds if status in statuses_of({kind}))
    return status_word(t, fitting, status)


def _title(t: Translator, group: Group, listing: Listing) -> str:
    filter_ = listing.filter
    kinds = kinds_named(t, filter_.kinds) or t("list-everything")
    parts = [kinds.capitalize(), scope_name(t, group, filter_.theme)]
    return " · ".join([*parts, *narrowing(t, filter_, listing.names)])


def kinds_named(t: Translator, kinds: Collection[RecordKind]) -> str:
    """`notes and obstacles`; empty for none."""
    return t.list([t(f"kind-{kind.value}.plural") for kind in sorted(kinds)])


def narrowing(t: Translator, filter_: Filter, names: Mapping[str, str]) -> list[str]:
    """What a filter asks for besides kinds and theme: statuses and people."""
    parts = [_status(t, filter_, status) for status in sorted(filter_.statuses)]
    if filter_.author:
        parts.append(t("list-by", name=person_name(names, filter_.author)))
    if filter_.concerns:
        parts.append(t("list-mine"))
    return parts
