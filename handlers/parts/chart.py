"""Native charts: for messages sent through the Web API, where a refusal brings the plain message instead."""

from __future__ import annotations

from domain.standing import Standing
from handlers.parts.blocks import Block
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

CHART_TITLE_MAX = 50
"""Characters of a data_visualization block's title (June 2026)."""


CHART_LABEL_MAX = 20
"""Characters of a segment's label, as Slack's own validator has it."""


def status_chart(t: Translator, standing: Standing) -> Block | None:
    """A pie of the five groups of status; None when there is nothing to draw (segments are positive)."""
    segments = [
        {"label": t(f"status-group-{group.value}"), "value": count}
        for group, count in standing.by_group.items()
        if count
    ]
    if not segments:
        return None
    return {
        "type": "data_visualization",
        "title": cut_plain(t("chart-title"), CHART_TITLE_MAX),
        "chart": {"type": "pie", "segments": segments},
    }
