"""The figures of a theme or group in blocks: counts and share by status, what waits, last changes."""

from __future__ import annotations

from domain.recommendation import StatusGroup
from domain.reference import RecordKind
from domain.standing import Standing
from handlers.parts.bars import bar
from handlers.parts.blocks import Block, context, section
from handlers.words.translator import Translator

NOTES_ORDER = (RecordKind.DECISION, RecordKind.OPPORTUNITY, RecordKind.NOTE)


def figure_blocks(t: Translator, standing: Standing) -> list[Block]:
    """A bar for each group of status, then one line with everything that is counted."""
    blocks: list[Block] = []
    if standing.recommendations:
        blocks.append(section("\n".join(_bars(t, standing))))
    blocks.append(context(" · ".join(counted(t, standing))))
    waits = waiting(t, standing)
    if waits:
        blocks.append(section("\n".join(f"• {line}" for line in waits)))
    return blocks


def counted(t: Translator, standing: Standing) -> list[str]:
    """`12 recommendations`, `38% progress`, `5 open obstacles`, `3 decisions` …; zeros left out."""
    lines = [t("kind-recommendation.counted", count=standing.recommendations)]
    if standing.progress is not None:
        lines.append(t("count-progress", percent=t.percent(standing.progress)))
    lines.append(t("count-obstacles", count=standing.obstacles))
    found = [(kind, standing.notes.get(kind, 0)) for kind in NOTES_ORDER]
    return lines + [t(f"kind-{kind.value}.counted", count=count) for kind, count in found if count]


def waiting(t: Translator, standing: Standing) -> list[str]:
    """What waits for somebody: unanswered obstacles, overdue and stalled work; empty for nothing."""
    weeks = standing.stalled_weeks
    counts = {
        "waiting-unanswered": standing.unanswered,
        "waiting-overdue": standing.overdue,
        "waiting-overdue-actions": standing.overdue_actions,
        "waiting-stalled": standing.stalled,
    }
    return [t(message, count=count, weeks=weeks) for message, count in counts.items() if count]


def _bars(t: Translator, standing: Standing) -> list[str]:
    return [
        f"{bar(count, standing.recommendations)} {t(f'status-group-{group.value}')}: "
        f"*{t.number(count)}* ({t.percent(round(100 * count / standing.recommendations))})"
        for group, count in standing.by_group.items()
        if count or group is not StatusGroup.CLOSED
    ]
