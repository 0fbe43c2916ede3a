"""The shapes agree with those of slack_sdk, where it has them."""

import inspect
from collections.abc import Iterator, Mapping

import pytest
from slack_sdk.models.blocks import basic_components, block_elements, blocks
from slack_sdk.models.views import View

from bot.sandbox.validator import check_message, limits
from bot.sandbox.validator.blocks import BLOCKS
from bot.sandbox.validator.elements import ELEMENTS
from bot.sandbox.validator.specs import Record, Spec
from tests.unit.bot.sandbox.validator.builders import message

_PASSING = frozenset({"self", "others", "kwargs", "type", "subtype"})
#: Not known here: sign-in to other services, which only Slack's own agents show.
_UNKNOWN = frozenset({"auth_provider"})


def _models(module: object, base: type, catalogue: Mapping[str, Spec]) -> Iterator[tuple[type, Spec]]:
    for _, model in inspect.getmembers(module, inspect.isclass):
        kind = getattr(model, "type", None)
        if issubclass(model, base) and isinstance(kind, str) and kind not in _UNKNOWN:
            yield model, catalogue[kind]


_INTERACTIVE = [
    block_elements.InteractiveElement,
    block_elements.ImageElement,
]
MODELS = [
    *_models(blocks, blocks.Block, BLOCKS),
    *(pair for base in _INTERACTIVE for pair in _models(block_elements, base, ELEMENTS)),
]


@pytest.mark.parametrize(("model", "spec"), MODELS, ids=[model.__name__ for model, _ in MODELS])
def test_every_key_that_the_sdk_sends_is_known(model: type, spec: Spec) -> None:
    assert isinstance(spec, Record)
    assert set(inspect.signature(model).parameters) - _PASSING <= set(spec.fields)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (limits.BLOCK_ID_MAX, blocks.Block.block_id_max_length),
        (limits.ACTION_ID_MAX, block_elements.InteractiveElement.action_id_max_length),
        (limits.SECTION_TEXT_MAX, blocks.SectionBlock.text_max_length),
        (limits.SECTION_FIELDS_MAX, blocks.SectionBlock.fields_max_length),
        (limits.HEADER_TEXT_MAX, blocks.HeaderBlock.text_max_length),
        (limits.ACTIONS_ELEMENTS_MAX, blocks.ActionsBlock.elements_max_length),
        (limits.CONTEXT_ELEMENTS_MAX, blocks.ContextBlock.elements_max_length),
        (limits.CONTEXT_ACTIONS_ELEMENTS_MAX, blocks.ContextActionsBlock.elements_max_length),
        (limits.INPUT_LABEL_MAX, blocks.InputBlock.label_max_length),
        (limits.IMAGE_TITLE_MAX, blocks.ImageBlock.title_max_length),
        (limits.IMAGE_ALT_TEXT_MAX, blocks.ImageBlock.alt_text_max_length),
        (limits.MESSAGE_MARKDOWN_BLOCKS_MAX, blocks.MarkdownBlock.text_max_length),
        (limits.CARD_TITLE_MAX, blocks.CardBlock.title_max_length),
        (limits.CARD_BODY_MAX, blocks.CardBlock.body_max_length),
        (limits.CAROUSEL_CARDS_MAX, blocks.CarouselBlock.elements_max_length),
        (limits.CONTAINER_BLOCKS_MAX, blocks.ContainerBlock.child_blocks_max_length),
        (limits.BUTTON_TEXT_MAX, block_elements.ButtonElement.text_max_length),
        (limits.BUTTON_VALUE_MAX, block_elements.ButtonElement.value_max_length),
        (limits.BUTTON_URL_MAX, block_elements.ButtonElement.url_max_length),
        (limits.SELECT_OPTIONS_MAX, block_elements.StaticSelectElement.options_max_length),
        (limits.OVERFLOW_OPTIONS_MAX, block_elements.OverflowMenuElement.options_max_length),
        (limits.PLACEHOLDER_MAX, block_elements.InputInteractiveElement.placeholder_max_length),
        (limits.OPTION_TEXT_MAX, basic_components.Option.label_max_length),
        (limits.CONFIRM_TITLE_MAX, basic_components.ConfirmObject.title_max_length),
        (limits.CONFIRM_TEXT_MAX, basic_components.ConfirmObject.text_max_length),
        (limits.VIEW_TITLE_MAX, View.title_max_length),
        (limits.VIEW_BLOCKS_MAX, View.blocks_max_length),
        (limits.VIEW_PRIVATE_METADATA_MAX, View.private_metadata_max_length),
        (limits.VIEW_CALLBACK_ID_MAX, View.callback_id_max_length),
    ],
)
def test_limits_are_those_of_the_sdk(ours: int, theirs: int) -> None:
    assert ours == theirs


def test_blocks_that_the_sdk_builds_are_accepted() -> None:
    option = basic_components.Option(text="Agreed", value="agreed", description="Nobody objects")
    built = [
        blocks.HeaderBlock(text="Recommendation R-2"),
        blocks.SectionBlock(
            text="*Chargers* along the corridor",
            fields=["*Status*\nagreed", "*Owner*\n<@U1>"],
            accessory=block_elements.OverflowMenuElement(action_id="more", options=[option]),
        ),
        blocks.ActionsBlock(
            block_id="moves",
            elements=[
                block_elements.ButtonElement(
                    text="Support",
                    action_id="support",
                    value="R-2:4",
                    style="primary",
                    confirm=basic_components.ConfirmObject(title="Support R-2?", text="It counts once."),
                ),
                block_elements.StaticSelectElement(
                    action_id="status", placeholder="Move to", options=[option], initial_option=option
                ),
                block_elements.DatePickerElement(action_id="due", initial_date="2026-12-01"),
            ],
        ),
        blocks.ContextBlock(
            elements=[
                basic_components.MarkdownTextObject(text="Proposed in <#C1>"),
                basic_components.PlainTextObject(text="M-3"),
            ]
        ),
        blocks.DividerBlock(),
    ]
    assert check_message(message(*[block.to_dict() for block in built])) == []
