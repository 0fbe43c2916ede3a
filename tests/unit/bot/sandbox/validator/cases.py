"""All cases of the validator."""

from tests.unit.bot.sandbox.validator import (
    cases_attachments,
    cases_blocks,
    cases_cards,
    cases_charts,
    cases_composition,
    cases_elements,
    cases_inputs,
    cases_layout,
    cases_messages,
    cases_tables,
    cases_views,
)

CASES = [
    *cases_messages.CASES,
    *cases_attachments.CASES,
    *cases_views.CASES,
    *cases_layout.CASES,
    *cases_blocks.CASES,
    *cases_cards.CASES,
    *cases_tables.CASES,
    *cases_charts.CASES,
    *cases_elements.CASES,
    *cases_inputs.CASES,
    *cases_composition.CASES,
]
