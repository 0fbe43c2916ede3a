"""Alert, card, carousel and container.

Source: reference/block-kit/blocks/alert-block, card-block, carousel-block and container-block (2026). The
number of a card's buttons is not documented and not limited.
"""

from bot.sandbox.validator import limits
from bot.sandbox.validator.composition import SLACK_ICON, plain_text, text
from bot.sandbox.validator.constraints import AnyOf, NeedsTrue, NotBothTrue
from bot.sandbox.validator.elements import CARD_ACTION, CARD_IMAGE
from bot.sandbox.validator.rich_text import rich_text
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.shared import BLOCK_ID, block
from bot.sandbox.validator.specs import (
    Boolean,
    ListOf,
    Most,
    Record,
    Spec,
    String,
    Tagged,
    optional,
    required,
)

ALERT = block(
    "alert",
    text=required(text(Most(limits.ALERT_TEXT_MAX, Rule.ALERT_TEXT_MAX))),
    level=optional(
        String(choices=("default", "info", "warning", "error", "success"), mismatch=Rule.ALERT_LEVEL)
    ),
)

CARD = block(
    "card",
    hero_image=optional(CARD_IMAGE),
    icon=optional(CARD_IMAGE),
    slack_icon=optional(SLACK_ICON),
    title=optional(text(Most(limits.CARD_TITLE_MAX, Rule.CARD_TITLE_MAX))),
    subtitle=optional(text(Most(limits.CARD_SUBTITLE_MAX, Rule.CARD_SUBTITLE_MAX))),
    body=optional(text(Most(limits.CARD_BODY_MAX, Rule.CARD_BODY_MAX))),
    actions=optional(ListOf(item=CARD_ACTION)),
    constraints=(AnyOf(("hero_image", "title", "actions", "body"), Rule.CARD_CONTENT_REQUIRED),),
)

CAROUSEL = block(
    "carousel",
    elements=required(
        ListOf(
            item=Tagged(
                catalogue={"card": CARD}, unknown=Rule.CAROUSEL_CARDS_ONLY, misplaced=Rule.CAROUSEL_CARDS_ONLY
            ),
            most=Most(limits.CAROUSEL_CARDS_MAX, Rule.CAROUSEL_CARDS_MAX),
        )
    ),
)


def container(child: Spec) -> Record:
    """A container of `child` blocks; containers do not nest."""
    return block(
        "container",
        title=optional(plain_text(Most(limits.CONTAINER_TITLE_MAX, Rule.CONTAINER_TITLE_MAX))),
        rich_text_title=optional(rich_text(block_id=BLOCK_ID)),
        subtitle=optional(text(Most(limits.CONTAINER_SUBTITLE_MAX, Rule.CONTAINER_SUBTITLE_MAX))),
        child_blocks=required(
            ListOf(item=child, most=Most(limits.CONTAINER_BLOCKS_MAX, Rule.CONTAINER_BLOCKS_MAX))
        ),
        width=optional(String(choices=("narrow", "standard", "wide", "full"), mismatch=Rule.CONTAINER_WIDTH)),
        icon=optional(CARD_IMAGE),
        is_collapsible=optional(Boolean()),
        default_collapsed=optional(Boolean()),
        has_header_divider=optional(Boolean()),
        constraints=(
            AnyOf(("title", "rich_text_title"), Rule.CONTAINER_TITLE_REQUIRED),
            NeedsTrue("default_collapsed", "is_collapsible", Rule.CONTAINER_COLLAPSE),
            NotBothTrue("has_header_divider", "is_collapsible", Rule.CONTAINER_COLLAPSE),
        ),
    )
