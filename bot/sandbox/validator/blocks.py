"""Layout blocks: the plain ones, and the catalogue of all.

Source: the pages under reference/block-kit/blocks; keys also from slack_sdk 3.47. Its `auth_provider` block
is not known here.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.cards import ALERT, CARD, CAROUSEL, container
from bot.sandbox.validator.composition import IMAGE_CONSTRAINTS, IMAGE_FIELDS, plain_text, text
from bot.sandbox.validator.constraints import AnyOf, NotWithElement
from bot.sandbox.validator.data_blocks import DATA_TABLE, DATA_VISUALIZATION, TABLE
from bot.sandbox.validator.elements import (
    ACTIONS_ELEMENT,
    CONTEXT_ACTIONS_ELEMENT,
    CONTEXT_ELEMENT,
    INPUT_ELEMENT,
    SECTION_ACCESSORY,
    url_source,
)
from bot.sandbox.validator.rich_text import rich_text
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.shared import BLOCK_ID, block
from bot.sandbox.validator.specs import (
    Anything,
    Boolean,
    Field,
    ListOf,
    Most,
    Record,
    Spec,
    String,
    Tagged,
    optional,
    required,
)
from bot.sandbox.validator.surfaces import BLOCK_PLACEMENTS

_HTTPS = re.compile(r"https://\S+")
_URL = String(pattern=_HTTPS, mismatch=Rule.VIDEO_URL_HTTPS)


def _elements(item: Spec, most: Most) -> Field:
    return required(ListOf(item=item, most=most))


_SECTION = block(
    "section",
    text=optional(text(Most(limits.SECTION_TEXT_MAX, Rule.SECTION_TEXT_MAX))),
    fields=optional(
        ListOf(
            item=text(Most(limits.SECTION_FIELD_TEXT_MAX, Rule.SECTION_FIELD_TEXT_MAX)),
            most=Most(limits.SECTION_FIELDS_MAX, Rule.SECTION_FIELDS_MAX),
        )
    ),
    accessory=optional(SECTION_ACCESSORY),
    expand=optional(Boolean()),
    constraints=(AnyOf(("text", "fields"), Rule.SECTION_TEXT_REQUIRED),),
)

_INPUT = block(
    "input",
    label=required(plain_text(Most(limits.INPUT_LABEL_MAX, Rule.INPUT_LABEL_MAX)), Rule.INPUT_LABEL_REQUIRED),
    element=required(INPUT_ELEMENT),
    hint=optional(plain_text(Most(limits.INPUT_HINT_MAX, Rule.INPUT_HINT_MAX))),
    optional=optional(Boolean()),
    dispatch_action=optional(Boolean()),
    constraints=(NotWithElement("dispatch_action", "file_input", Rule.FILE_INPUT_DISPATCH),),
)

_IMAGE = Record(
    fields={
        **IMAGE_FIELDS,
        "block_id": BLOCK_ID,
        "title": optional(plain_text(Most(limits.IMAGE_TITLE_MAX, Rule.IMAGE_TITLE_MAX))),
    },
    constraints=IMAGE_CONSTRAINTS,
)

_VIDEO = block(
    "video",
    alt_text=required(String(empty=Rule.FIELD_EMPTY)),
    title=required(plain_text(Most(limits.VIDEO_TITLE_MAX, Rule.VIDEO_TITLE_MAX))),
    thumbnail_url=required(String(empty=Rule.FIELD_EMPTY)),
    video_url=required(_URL),
    title_url=optional(_URL),
    description=optional(plain_text(Most(limits.TEXT_MAX, Rule.TEXT_MAX))),
    provider_icon_url=optional(String()),
    provider_name=optional(String()),
    author_name=optional(String(most=Most(limits.VIDEO_AUTHOR_NAME_MAX, Rule.VIDEO_AUTHOR_NAME_MAX))),
)

_TASK_CARD = block(
    "task_card",
    task_id=required(String(empty=Rule.FIELD_EMPTY)),
    title=required(String(empty=Rule.FIELD_EMPTY)),
    status=required(
        String(choices=("pending", "in_progress", "complete", "error"), mismatch=Rule.TASK_CARD_STATUS)
    ),
    details=optional(rich_text(block_id=BLOCK_ID)),
    output=optional(rich_text(block_id=BLOCK_ID)),
    sources=url_source(),
)

#: A task inside a plan may leave its type out.
_PLAN_TASK = Record(fields={**_TASK_CARD.fields, "type": optional(_TASK_CARD.fields["type"].spec)})

_PLAIN: Mapping[str, Spec] = MappingProxyType(
    {
        "section": _SECTION,
        "divider": block("divider"),
        "header": block(
            "header", text=required(plain_text(Most(limits.HEADER_TEXT_MAX, Rule.HEADER_TEXT_MAX)))
        ),
        "context": block(
            "context",
            elements=_elements(CONTEXT_ELEMENT, Most(limits.CONTEXT_ELEMENTS_MAX, Rule.CONTEXT_ELEMENTS_MAX)),
        ),
        "actions": block(
            "actions",
            elements=_elements(ACTIONS_ELEMENT, Most(limits.ACTIONS_ELEMENTS_MAX, Rule.ACTIONS_ELEMENTS_MAX)),
        ),
        "input": _INPUT,
        "image": _IMAGE,
        "video": _VIDEO,
        "rich_text": rich_text(block_id=BLOCK_ID),
        "table": TABLE,
    }
)

_FILE = block("file", external_id=required(String()), source=required(String(choices=("remote",))))

#: What a container may hold, as its page lists it.
_CHILD = Tagged(
    catalogue={**_PLAIN, "file": _FILE},
    unknown=Rule.CONTAINER_CHILD,
    misplaced=Rule.CONTAINER_CHILD,
    placements=BLOCK_PLACEMENTS,
)

#: Every block, by type.
BLOCKS: Mapping[str, Spec] = MappingProxyType(
    {
        **_PLAIN,
        "file": _FILE,
        "call": block(
            "call",
            call_id=required(String(empty=Rule.FIELD_EMPTY)),
            api_decoration_available=optional(Boolean()),
            call=optional(Anything()),
        ),
        "context_actions": block(
            "context_actions",
            elements=_elements(
                CONTEXT_ACTIONS_ELEMENT,
                Most(limits.CONTEXT_ACTIONS_ELEMENTS_MAX, Rule.CONTEXT_ACTIONS_ELEMENTS_MAX),
            ),
        ),
        "markdown": block(
            "markdown",
            text=required(String(empty=Rule.TEXT_EMPTY)),
        ),
        "task_card": _TASK_CARD,
        "plan": block(
            "plan",
            title=required(String(empty=Rule.FIELD_EMPTY)),
            tasks=optional(
                ListOf(item=_PLAN_TASK, most=Most(limits.PLAN_TASKS_MAX, Rule.PLAN_TASKS_MAX), minimum=0)
            ),
        ),
        "data_table": DATA_TABLE,
        "data_visualization": DATA_VISUALIZATION,
        "alert": ALERT,
        "card": CARD,
        "carousel": CAROUSEL,
        "container": container(_CHILD),
    }
)

#: One block of a message or view.
BLOCK = Tagged(
    catalogue=BLOCKS,
    unknown=Rule.BLOCK_UNKNOWN,
    misplaced=Rule.BLOCK_UNKNOWN,
    placements=BLOCK_PLACEMENTS,
)
