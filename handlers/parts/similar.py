"""The question before a recommendation is recorded that much the same is open already."""

from __future__ import annotations

from domain.usecases.proposing import Similar
from handlers.parts.blocks import actions, paragraph, said, section, strong
from handlers.parts.items import item_list
from handlers.parts.message import Message
from handlers.parts.next_steps import anyway, say
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

ALOUD_MAX = 160
"""Characters of each text in what screen readers and notifications get."""


def similar_message(t: Translator, similar: Similar) -> Message:
    """What is open, what the person wrote, whole, and both ways on."""
    found = t("similar-found", count=len(similar.items))
    buttons = [
        say(
            t("button-support-instead", reference=str(item.reference)),
            f"support {item.reference} v{item.edition}",
        )
        for item in similar.items
    ]
    shows = [say(f"{t('button-show')}: {item.reference}", f"show {item.reference}") for item in similar.items]
    blocks = (
        section(found),
        item_list(t, similar.items),
        paragraph(strong(f"{t('similar-yours')}\n"), said(similar.text)),
        actions(anyway(t("button-anyway"), similar.draft), *buttons, *shows),
    )
    wordings = [(item, item.text.for_reader(t.language).text) for item in similar.items]
    aloud = [f"{item.reference} {cut_plain(wording, ALOUD_MAX)}" for item, wording in wordings]
    return Message("\n".join([found, *map(escape, aloud)]), blocks)
