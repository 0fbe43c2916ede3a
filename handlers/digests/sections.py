"""The sections of a digest: what each says, in one language or in two side by side, and its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.item import Item
from handlers.parts.bilingual import JOINT
from handlers.parts.blocks import Block, Run, actions, faint, said, strong
from handlers.parts.items import state
from handlers.parts.naming import original
from handlers.parts.next_steps import say
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

SHOWN_MAX = 8
"""Items listed under one heading; the rest is one button away."""

"""Between the words of two languages in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item in a line: its reference, its text for the reader, and remarks beside what somebody wrote.

    `original` says in which language the text is, where that is not the reader's. `beside` is the same item
    for readers of the other language.
    """

    reference: str
    text: str
    original: str = ""
    remark: str = ""
    beside: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands under it.

    `words` are our own, a line each. `more` counts the entries that are not shown, in words; `line` asks for
    all of them, and `button` is what its button is called. What is drawn stands in `rich`, and in `plain`
    where Slack takes no drawing: both are ready blocks that follow the rest.
    """

    name: str
    heading: str = ""
    words: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    more: str = ""
    line: str = ""
    button: str = ""
    rich: tuple[Block, ...] = ()
    plain: tuple[Block, ...] = ()

    def blocks(self, *, rich: bool) -> tuple[Block, ...]:
        """What the eye gets."""
        written = [*_heading(self), *_list(self)]
        told: list[Block] = [{"type": "rich_text", "elements": written}] if written else []
        further = [actions(say(self.button, self.line))] if self.more and self.line else []
        return (*told, *further, *(self.rich if rich else self.plain))

    def aloud(self) -> list[str]:
        """What screen readers and notifications get, a line each. Not escaped."""
        leads = bool(self.heading and (self.words or self.entries))
        lines = [f"{self.heading}:" if leads else self.heading, *self.words]
        lines += [line for entry in self.entries for line in _spoken(entry)]
        return [line for line in [*lines, self.more] if line]


def entry(t: Translator, item: Item, *, limit: int, remark: str | None = None) -> Entry:
    """The item in a reader's language, its text cut to the limit; `remark` takes its status's place."""
    wording = item.text.for_reader(t.language)
    return Entry(
        reference=str(item.reference),
        text=cut_plain(wording.text, limit),
        original="" if wording.translated_for_reader else original(t, wording.language),
        remark=state(t, item) if remark is None else remark,
    )


def listed(t: Translator, section: Section, total: int | None = None) -> Section:
    """The section with its first entries, and how many more there are.

    `total` counts what there is in all where the entries are only the first of it.
    """
    shown = section.entries[:SHOWN_MAX]
    missing = max(total or 0, len(section.entries)) - len(shown)
    if missing <= 0:
        return replace(section, entries=shown, more="")
    button = t("button-digest-all", count=missing + len(shown))
    return replace(section, entries=shown, more=t("and-more", count=missing), button=button)


def beside(first: Section, second: Section) -> Section:
    """The section in both languages: each heading in both, each item once, with both of its versions.

    Both were made of the same digest. What is drawn is the first one's: drawings say both by themselves.
    """
    pairs = zip(first.entries, second.entries, strict=True)
    return replace(
        first,
        heading=_joint(first.heading, second.heading),
        words=(*first.words, *(words for words in second.words if words not in first.words)),
        entries=tuple(replace(one, beside=other) for one, other in pairs),
        more=_joint(first.more, second.more),
        button=_joint(first.button, second.button),
    )


def in_both(first: Sequence[Section], second: Sequence[Section]) -> tuple[Section, ...]:
    """Every section in both languages."""
    return tuple(beside(one, other) for one, other in zip(first, second, strict=True))


def _joint(*words: str) -> str:
    return JOINT.join(dict.fromkeys(filter(None, words)))


def _heading(section: Section) -> list[Block]:
    leads = bool(section.heading and section.words)
    runs: list[Run] = [strong(f"{section.heading}:" if leads else section.heading)] if section.heading else []
    between = " " if len(section.words) == 1 else "\n"
    runs += [said(f"{between if runs else ''}{line}") for line in section.words]
    return [{"type": "rich_text_section", "elements": runs}] if runs else []


def _list(section: Section) -> list[Block]:
    lines = [_runs(one) for one in section.entries]
    if section.more:
        lines.append([faint(section.more)])
    items = [{"type": "rich_text_section", "elements": runs} for runs in lines]
    return [{"type": "rich_text_list", "style": "bullet", "elements": items}] if items else []


def _runs(one: Entry) -> list[Run]:
    runs = [strong(f"{one.reference} "), said(one.text), *_remarks(one)]
    other = one.beside
    if other is None:
        return runs
    if other.text != one.text:
        return [*runs, said(f"\n{other.text}"), *_remarks(other)]
    remark = _in_pairs(one.remark, other.remark)
    runs[2:] = _remarks(replace(one, original=one.original or other.original, remark=remark))
    return runs


def _in_pairs(first: str, second: str) -> str:
    """Remarks in both languages, what both say alike once: `due Mar 5 / para el 5 mar · lead-infra`."""
    ones, others = first.split(JOINT), second.split(JOINT)
    if len(ones) != len(others):
        return " / ".join(dict.fromkeys(filter(None, [first, second])))
    pairs = zip(ones, others, strict=True)
    return JOINT.join(" / ".join(dict.fromkeys(filter(None, pair))) for pair in pairs)


def _remarks(one: Entry) -> list[Run]:
    """Text of ours beside what somebody wrote, never empty runs, which Slack refuses."""
    found = [f" ({one.original})"] if one.original else []
    return [faint("".join([*found, *([f" · {one.remark}"] if one.remark else [])]))] if _has(one) else []


def _has(one: Entry) -> bool:
    return bool(one.original or one.remark)


def _spoken(one: Entry) -> list[str]:
    lines = [" · ".join(filter(None, [f"{one.reference} {one.text}", one.remark]))]
    other = one.beside
    if other is not None and other.text != one.text:
        lines.append(" · ".join(filter(None, [other.text, other.remark])))
    return lines
