"""The words of the roadmap inside Slack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.group import Group
from domain.recommendation import Recommendation
from domain.reference import Reference, Series
from domain.roadmap import Mark, Part, Roadmap, horizon
from domain.usecases.roadmap import PLANNED_MAX, Plan
from handlers.grammar.roadmaps import roadmap_line
from handlers.parts.bars import bar
from handlers.parts.blocks import Block, Run, actions, bullets, context, header, paragraph, said, section
from handlers.parts.items import item_runs, state
from handlers.parts.limits import MESSAGE_BLOCKS_MAX, MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters
from handlers.parts.message import Message
from handlers.parts.naming import driver_name, person_name, quarter_name, scope_name, theme_name
from handlers.parts.next_steps import say, share
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

PAGE_ITEMS = 20
"""Recommendations of a page; fewer where their texts are long."""

LINE_MAX = 160
NAME_MAX = 40
ANSWERS_SHOWN = 5
DRIVERS_SHOWN = 3
FULL = 100
"""Percent."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A recommendation on its page: where it stands, and in which part."""

    mark: Mark
    part: Part
    item: Recommendation


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page shows, behind which mark, and whether there is more."""

    entries: Sequence[_Entry]
    after: Mark | None
    more: bool


def roadmap_message(
    t: Translator, group: Group, plan: Plan, *, after: Mark | None = None, document: str | None = None
) -> Message:
    """A page of the roadmap from behind the mark. That there is no such `document` yet is said."""
    entries = [entry for entry in _entries(plan.roadmap) if after is None or entry.mark > after]
    size = min(PAGE_ITEMS, len(entries))
    while True:
        made = _message(t, group, plan, _Page(entries[:size], after, size < len(entries)), document)
        fits = characters(made.blocks) <= MESSAGE_CHARACTERS_MAX and len(made.blocks) <= MESSAGE_BLOCKS_MAX
        if fits or size <= 1:
            return made
        size -= 1


def _entries(roadmap: Roadmap) -> Iterator[_Entry]:
    for part in roadmap.parts:
        for item in part.items:
            yield _Entry(roadmap.mark(part, item), part, item)


def _message(t: Translator, group: Group, plan: Plan, page: _Page, document: str | None) -> Message:
    entries = page.entries
    title = t("roadmap-title", scope=scope_name(t, group, plan.theme))
    figures = _figures(t, group, plan)
    blocks: list[Block] = [header(title), context(escape(figures))]
    aloud = [f"*{escape(title)}*: {escape(figures)}"]
    if document is not None:
        told = t("roadmap-no-document", document=document)
        blocks.insert(1, section(told))
        aloud.insert(0, told)
    for part in _parts(entries):
        shown = [entry for entry in entries if entry.part is part]
        blocks += _part(t, group, plan, part, shown)
        aloud.append(escape(_heading(t, part)))
        aloud += [
            escape(f"{entry.item.reference} {entry.item.text.for_reader(t.language).text}") for entry in shown
        ]
    if not plan.roadmap.count:
        blocks.append(section(t("roadmap-empty")))
        aloud.append(t("roadmap-empty"))
    blocks += [context(remark) for remark in _remarks(t, plan, more=page.more)]
    following = entries[-1].mark if page.more and entries else None
    return Message("\n".join(aloud), (*blocks, actions(*_buttons(t, plan, page.after, following))))


def _parts(entries: Sequence[_Entry]) -> list[Part]:
    parts: list[Part] = []
    for entry in entries:
        if not parts or parts[-1] is not entry.part:
            parts.append(entry.part)
    return parts


def _part(t: Translator, group: Group, plan: Plan, part: Part, entries: Sequence[_Entry]) -> list[Block]:
    """The heading with its progress, then the recommendations by theme; one theme alone needs no name."""
    blocks = [
        section(f"*{escape(_heading(t, part))}*\n{bar(part.progress, FULL)} {t.percent(part.progress)}")
    ]
    for theme in dict.fromkeys(entry.item.theme for entry in entries):
        lines = [_line(t, group, plan, entry.item) for entry in entries if entry.item.theme == theme]
        if plan.theme is None:
            blocks.append(paragraph(said(theme_name(t, group, theme))))
        blocks.append(bullets(lines))
    return blocks


def _heading(t: Translator, part: Part) -> str:
    count = len(part.items)
    if part.quarter is not None:
        quarter = quarter_name(t, part.quarter)
        return t(f"roadmap-{part.stage.value}", quarter=quarter, count=count)
    return t(f"roadmap-{part.stage.value}", count=count)


def _line(t: Translator, group: Group, plan: Plan, item: Recommendation) -> list[Run]:
    """`R-2 The text · in progress, 40% ▰▰▰▰▱▱▱▱▱▱ · due … · lead · jobs · answers O-3`."""
    progress = f"{state(t, item)} {bar(item.progress, FULL)}" if item.progress else state(t, item)
    return item_runs(t, item, limit=LINE_MAX, remark=" · ".join([progress, *_facts(t, group, plan, item)]))


def _facts(t: Translator, group: Group, plan: Plan, item: Recommendation) -> Iterator[str]:
    if item.priority:
        yield t("card-priority")
    if item.due_on is not None:
        yield t("due", day=t.date(item.due_on))
    name = None if item.owner is None else cut_plain(person_name(plan.names, item.owner), NAME_MAX)
    yield t("roadmap-unowned") if name is None else name
    drivers = [cut_plain(driver_name(t, group, key), NAME_MAX) for key in item.drivers[:DRIVERS_SHOWN]]
    if drivers:
        yield t.list(drivers)
    if item.answers:
        yield t("answers-obstacles", references=_references(t, item.answers))


def _references(t: Translator, numbers: Sequence[int]) -> str:
    shown = [str(Reference(Series.OBSTACLE, number)) for number in numbers[:ANSWERS_SHOWN]]
    more = len(numbers) - len(shown)
    return t.list([*shown, *([t("and-more.alone", count=more)] if more else [])])


def _figures(t: Translator, group: Group, plan: Plan) -> str:
    """The horizon, and how many there are; which of its quarters have nothing planned."""
    quarters = horizon(group)
    span = t("roadmap-horizon", first=quarter_name(t, quarters[0]), last=quarter_name(t, quarters[-1]))
    count = t("kind-recommendation.counted", count=plan.roadmap.count)
    empty = plan.roadmap.empty
    parts = [span, count]
    if empty and plan.roadmap.count:
        named = t.list([quarter_name(t, quarter) for quarter in empty])
        parts.append(t("roadmap-nothing-in", quarters=named))
    return " · ".join(parts)


def _remarks(t: Translator, plan: Plan, *, more: bool) -> Iterator[str]:
    if more:
        yield t("roadmap-goes-on")
    if plan.cut:
        yield t("roadmap-cut", count=PLANNED_MAX)


def _buttons(t: Translator, plan: Plan, after: Mark | None, following: Mark | None) -> list[Block]:
    buttons = [share(t("button-share"), roadmap_line(plan.theme, after))]
    standing = f"status theme:{plan.theme}" if plan.theme else "status all"
    buttons.insert(0, say(t("button-status"), standing))
    if following is not None:
        buttons.insert(0, say(t("button-next-page"), roadmap_line(plan.theme, following)))
    if after is not None:
        buttons.insert(0, say(t("button-first-page"), roadmap_line(plan.theme)))
    return buttons
