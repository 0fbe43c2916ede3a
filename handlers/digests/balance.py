"""The figures of a digest, in one language or in two: since the last one, by status, by theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from domain.digest import Digest
from domain.figures import Figures, ThemeFigures, Trend
from domain.group import Group
from domain.recommendation import StatusGroup
from domain.standing import Standing
from handlers.digests.sections import Section
from handlers.parts.bars import bar
from handlers.parts.bilingual import each, in_each
from handlers.parts.blocks import Block, section
from handlers.parts.limits import CHART_LABEL_MAX, CHART_TITLE_MAX
from handlers.parts.naming import theme_name
from handlers.parts.tables import data_table
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

NAME_MAX = 60
"""Characters of a theme's name in the table: forty of them, in two languages, stay far below its limit."""

LINES_A_BLOCK = 10
"""Themes in one section block: ten names of 120 characters and their figures stay below 3,000."""

Languages: TypeAlias = Sequence[Translator]
Shift: TypeAlias = dict[str, str | int]


def balance(ts: Languages, group: Group, digest: Digest) -> Iterator[Section]:
    """Everything that is counted, for the readers of all these languages at once.

    Where persons, sectors or countries narrow it, figures of all the others' would be taken for its own.
    """
    yield from _trend(ts, digest.trend)
    if digest.coverage.by_theme_alone:
        yield from _statuses(ts, digest.standing)
    yield from _themes(ts, group, digest.by_theme)


def _trend(ts: Languages, trend: Trend | None) -> Iterator[Section]:
    if trend is None:
        return
    lines = [line for t in ts for line in _trend_lines(t, trend)]
    if lines:
        name = "digest-trend" if trend.before is not None else "digest-trend-first"
        yield Section(name="trend", heading=each(ts, lambda t: t(name)), words=tuple(lines))


def _trend_lines(t: Translator, trend: Trend) -> Iterator[str]:
    """What happened in the range, then each figure that is another one now, with arrows and in words."""
    happened = [
        t(f"digest-trend-{name}", count=count)
        for name, count in (
            ("new", trend.new),
            ("agreed", trend.agreed),
            ("implemented", trend.implemented),
        )
        if count
    ]
    if happened:
        yield t("digest-trend-happened", what=t.list(happened))
    if trend.before is None:
        return
    moved = [*_groups_moved(t, trend.before, trend.now), *_progress_moved(t, trend.before, trend.now)]
    yield "; ".join(moved) if moved else t("digest-trend-same")


def _groups_moved(t: Translator, before: Figures, now: Figures) -> Iterator[str]:
    for group in StatusGroup:
        then, today = before.by_group[group], now.by_group[group]
        if then != today:
            shift: Shift = {"before": t.number(then), "after": t.number(today), "count": abs(today - then)}
            way = "up" if today > then else "down"
            yield t(f"digest-trend-{way}", what=t(f"status-group-{group.value}"), **shift)


def _progress_moved(t: Translator, before: Figures, now: Figures) -> Iterator[str]:
    then, today = before.progress, now.progress
    if then is not None and today is not None and then != today:
        shift: Shift = {"before": t.percent(then), "after": t.percent(today), "count": abs(today - then)}
        yield t(f"digest-progress-{'up' if today > then else 'down'}", **shift)


def _statuses(ts: Languages, standing: Standing) -> Iterator[Section]:
    """A pie of the five groups of status, with numbers; in plain a bar for each."""
    counts = [(group, count) for group, count in standing.by_group.items() if count]
    if not counts:
        return
    segments = [{"label": _label(ts, group), "value": count} for group, count in counts]
    title = each(ts, lambda t: t("chart-title" if len(ts) == 1 else "chart-title.short"))
    drawn: Block = {
        "type": "data_visualization",
        "title": cut_plain(title, CHART_TITLE_MAX),
        "chart": {"type": "pie", "segments": segments},
    }
    t = ts[0]
    lines = [
        f"{bar(count, standing.recommendations)} {_group(ts, group)}: "
        f"*{t.number(count)}* ({t.percent(round(100 * count / standing.recommendations))})"
        for group, count in standing.by_group.items()
        if count or group is not StatusGroup.CLOSED
    ]
    yield Section(name="statuses", rich=(drawn,), plain=(section("\n".join(lines)),))


def _label(ts: Languages, group: StatusGroup) -> str:
    """Short enough for a chart in two languages: `under way/en marcha` has 19 characters."""
    narrow = "/".join(dict.fromkeys(t(f"status-group-{group.value}") for t in ts))
    return cut_plain(narrow, CHART_LABEL_MAX)


def _group(ts: Languages, group: StatusGroup) -> str:
    return each(ts, lambda t: t(f"status-group-{group.value}"))


def _themes(ts: Languages, group: Group, by_theme: Sequence[ThemeFigures]) -> Iterator[Section]:
    """By theme; of one theme alone the figures above say it all."""
    if len(by_theme) < 2:  # noqa: PLR2004 - a table of one row is none
        return
    columns = ["column-theme", *(f"status-group-{one.value}" for one in StatusGroup), "column-progress"]
    caption = each(ts, lambda t: t("digest-by-theme"))
    # With spaces between the languages, so that a heading may take two lines.
    headings = [in_each(ts, name) for name in columns]
    rows = [_figures(ts, group, one) for one in by_theme]
    table = data_table(ts[0], caption, headings, rows)
    yield Section(name="themes", rich=(table,), plain=tuple(_in_lines(ts, group, by_theme)))


def _figures(ts: Languages, group: Group, one: ThemeFigures) -> list[str]:
    """A row of the table."""
    t = ts[0]
    return [
        _named(ts, group, one),
        *(t.number(count) for count in one.figures.by_group.values()),
        _mean(t, one),
    ]


def _in_lines(ts: Languages, group: Group, by_theme: Sequence[ThemeFigures]) -> Iterator[Block]:
    lines = [_line(ts, group, one) for one in by_theme]
    heading = f"*{each(ts, lambda t: t('digest-by-theme'))}*"
    for start in range(0, len(lines), LINES_A_BLOCK):
        shown = lines[start : start + LINES_A_BLOCK]
        yield section("\n".join([heading, *shown] if start == 0 else shown))


def _line(ts: Languages, group: Group, one: ThemeFigures) -> str:
    """`• Infrastructure: open 3, agreed 1 (38%)`; zeros left out."""
    t = ts[0]
    counts = [
        f"{_group(ts, status)} {t.number(count)}" for status, count in one.figures.by_group.items() if count
    ]
    return f"• {escape(_named(ts, group, one))}: {', '.join(counts)} ({_mean(t, one)})"


def _named(ts: Languages, group: Group, one: ThemeFigures) -> str:
    return each(ts, lambda t: cut_plain(theme_name(t, group, one.theme), NAME_MAX))


def _mean(t: Translator, one: ThemeFigures) -> str:
    return t("nothing") if one.figures.progress is None else t.percent(one.figures.progress)
