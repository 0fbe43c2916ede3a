"""How a page of what was found is shown."""

from __future__ import annotations

from domain.group import Group
from domain.usecases.finding import Finding
from handlers.grammar.searches import Search, written
from handlers.parts.asked import kinds_named, narrowing
from handlers.parts.blocks import Block, actions, header, section
from handlers.parts.hits import hit_list, hit_text
from handlers.parts.message import Message
from handlers.parts.naming import theme_name
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

WORDS_SHOWN = 80
"""Characters of what was searched in a title."""


def finding_message(t: Translator, group: Group, search: Search, finding: Finding) -> Message:
    """The page, what was searched, and the way to the items and to the next page."""
    title = _title(t, group, search, finding)
    hits = finding.results.hits
    blocks: list[Block] = [header(title)]
    if hits:
        references = [str(hit.item.reference) for hit in hits]
        shown = [say(reference, f"show {reference}") for reference in references]
        blocks += [hit_list(t, hits), actions(*shown)]
    else:
        blocks.append(section(t("search-nothing")))
    text = "\n".join(hit_text(t, hit) for hit in hits)
    said = escape(text) if hits else t("search-nothing")
    return Message(f"*{escape(title)}*\n{said}", (*blocks, actions(*_buttons(t, search, finding))))


def _buttons(t: Translator, search: Search, finding: Finding) -> list[Block]:
    before, following = search.wanted.before, finding.results.next_before
    buttons = [share(t("button-share"), search.line(before=before))]
    if following is not None:
        buttons.insert(0, say(t("button-next-page"), search.line(before=following)))
    if before is not None:
        buttons.insert(0, say(t("button-first-page"), search.line()))
    if finding.wider is not None:
        label = t("button-wider", words=cut_plain(written(finding.wider), WORDS_SHOWN))
        buttons.insert(0, say(label, search.wider_line(finding.wider), style="primary"))
    return buttons


def _title(t: Translator, group: Group, search: Search, finding: Finding) -> str:
    filter_ = finding.filter
    parts = [t("search-title", words=cut_plain(search.typed, WORDS_SHOWN))]
    parts += [kinds_named(t, filter_.kinds)] if filter_.kinds else []
    parts += [theme_name(t, group, filter_.theme)] if filter_.theme is not None else []
    return " · ".join([*parts, *narrowing(t, group, search.wanted, filter_, finding.names)])
