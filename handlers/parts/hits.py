"""An item that was found, in a line: the text around what was searched, which stands out."""

from __future__ import annotations

from collections.abc import Sequence

from domain.item import Item
from domain.language import Language
from domain.search import Hit, Span
from handlers.parts.blocks import Block, Run, bullets, faint, said, strong
from handlers.parts.items import LINE_MAX, state
from handlers.parts.naming import original
from handlers.words.slack_text import ELLIPSIS, cut_plain
from handlers.words.translator import Translator

LEAD_MAX = 60
"""Characters shown before the first word that was searched, when the text is too long to be shown whole."""


def hit_list(t: Translator, hits: Sequence[Hit]) -> Block:
    """What was found, with a bullet each."""
    return bullets([hit_runs(t, hit) for hit in hits])


def hit_runs(t: Translator, hit: Hit) -> list[Run]:
    """`R-2 …the *charging* stations… (original in English) · in progress, 40 %`."""
    language, text, spans = _version(t.language, hit)
    runs = [strong(f"{hit.item.reference} "), *_excerpt(text, spans)]
    if language != t.language:
        runs.append(faint(f" ({_named(t, hit.item, language)})"))
    told = state(t, hit.item)
    return [*runs, faint(f" · {told}")] if told else runs


def hit_text(t: Translator, hit: Hit) -> str:
    """The same as plain text, without remarks. Not escaped."""
    _, text, spans = _version(t.language, hit)
    return f"{hit.item.reference} {''.join(run['text'] for run in _excerpt(text, spans))}"


def _version(language: Language, hit: Hit) -> tuple[Language, str, Sequence[Span]]:
    """The reader's version when something was found in it, else one in which something was."""
    text = hit.item.text
    wording = text.for_reader(language)
    versions = {wording.language: wording.text, text.language: text.original, **text.versions}
    shown = next((version for version in versions if hit.spans.get(version)), wording.language)
    return shown, versions[shown], hit.spans.get(shown, ())


def _named(t: Translator, item: Item, language: Language) -> str:
    return original(t, language) if language == item.text.language else t(f"language-{language.value}")


def _excerpt(text: str, spans: Sequence[Span]) -> list[Run]:
    """At most LINE_MAX characters of the text, from shortly before the first span on."""
    start = _start(text, spans[0][0]) if spans and len(text) > LINE_MAX else 0
    lead = ELLIPSIS if start else ""
    shown = cut_plain(text[start:], LINE_MAX - len(lead))
    whole = shown == text[start:]
    body = shown if whole else shown.removesuffix(ELLIPSIS)
    runs, at = [said(lead)] if lead else [], 0
    for begin, end in _disjoint([(begin - start, end - start) for begin, end in spans]):
        if begin >= at and end <= len(body):
            runs += [said(body[at:begin])] if begin > at else []
            runs.append(strong(body[begin:end]))
            at = end
    rest = body[at:] + ("" if whole else ELLIPSIS)
    return [*runs, said(rest)] if rest else runs


def _start(text: str, first: int) -> int:
    """Where the excerpt begins: at a word, unless what was searched stands near the beginning anyway."""
    if first <= LEAD_MAX:
        return 0
    space = text.find(" ", first - LEAD_MAX, first)
    return first if space < 0 else space + 1


def _disjoint(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that meet or overlap made one."""
    joined: list[Span] = []
    for begin, end in sorted(spans):
        if joined and begin < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined
