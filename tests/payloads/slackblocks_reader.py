"""Payloads rebuilt from the classes of `slackblocks`, which check what they are made of.

The library writes blocks and reads few of them, so that the way from JSON to its objects is ours. Its
constructors name their arguments as Slack names the keys.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import slackblocks as library

from tests.payloads.complaint import Json

_BLOCKS: dict[str, Callable[..., library.Block]] = {
    "actions": library.ActionsBlock,
    "alert": library.AlertBlock,
    "card": library.CardBlock,
    "carousel": library.CarouselBlock,
    "container": library.ContainerBlock,
    "context": library.ContextBlock,
    "context_actions": library.ContextActionsBlock,
    "data_table": library.DataTableBlock,
    "data_visualization": library.DataVisualizationBlock,
    "divider": library.DividerBlock,
    "header": library.HeaderBlock,
    "image": library.ImageBlock,
    "input": library.InputBlock,
    "markdown": library.MarkdownBlock,
    "rich_text": library.RichTextBlock,
    "section": library.SectionBlock,
    "table": library.TableBlock,
    "video": library.VideoBlock,
}
_PARTS: dict[str, Callable[..., object]] = {
    "area": library.AreaChart,
    "bar": library.BarChart,
    "button": library.Button,
    "channels_select": library.ChannelSelectMenu,
    "checkboxes": library.CheckboxGroup,
    "conversations_select": library.ConversationSelectMenu,
    "datepicker": library.DatePicker,
    "datetimepicker": library.DateTimePicker,
    "email_text_input": library.EmailInput,
    "emoji": library.RichTextEmoji,
    "external_select": library.ExternalSelectMenu,
    "image": library.Image,
    "line": library.LineChart,
    "multi_external_select": library.ExternalMultiSelectMenu,
    "multi_static_select": library.StaticMultiSelectMenu,
    "multi_users_select": library.UserMultiSelectMenu,
    "number_input": library.NumberInput,
    "overflow": library.OverflowMenu,
    "pie": library.PieChart,
    "plain_text_input": library.PlainTextInput,
    "radio_buttons": library.RadioButtonGroup,
    "raw_number": library.RawNumber,
    "raw_text": library.RawText,
    "rich_text_list": library.RichTextList,
    "rich_text_preformatted": library.RichTextCodeBlock,
    "rich_text_quote": library.RichTextQuote,
    "rich_text_section": library.RichTextSection,
    "static_select": library.StaticSelectMenu,
    "timepicker": library.TimePicker,
    "url_text_input": library.URLInput,
    "users_select": library.UserSelectMenu,
}
_RUNS: dict[str, Callable[..., object]] = {
    "channel": library.RichTextChannel,
    "link": library.RichTextLink,
    "text": library.RichText,
    "user": library.RichTextUser,
    "usergroup": library.RichTextUserGroup,
}
_TEXTS = frozenset({"mrkdwn", "plain_text"})

_UNTYPED: dict[str, Callable[..., object]] = {
    "axis_config": library.AxisConfig,
    "confirm": library.ConfirmationDialogue,
    "data": library.DataPoint,
    "dispatch_action_config": library.DispatchActionConfiguration,
    "filter": library.ConversationFilter,
    "initial_option": library.Option,
    "initial_options": library.Option,
    "option_groups": library.OptionGroup,
    "options": library.Option,
    "segments": library.ChartSegment,
    "series": library.DataSeries,
}
"""Objects that have no type: the key they stand under tells it."""


class UnknownKindError(Exception):
    """The library has no class of this kind, or nobody has named it here yet. The message is the kind."""


def block_of(sent: Json) -> library.Block:
    """Raises UnknownKindError, and the library's InvalidUsageError."""
    kind = sent.get("type", "")
    if kind not in _BLOCKS:
        raise UnknownKindError(kind)
    parts = _arguments(sent)
    if kind == "table":
        parts["rows"] = [[_table_cell(cell) for cell in row] for row in sent["rows"]]
    return _BLOCKS[kind](**parts)


def option_of(sent: Json) -> library.Option:
    """Raises as block_of."""
    return library.Option(**_arguments(sent))


def view_of(sent: Json) -> library.View:
    """Raises as block_of."""
    parts = _arguments({key: value for key, value in sent.items() if key != "blocks"})
    parts["blocks"] = [block_of(block) for block in sent["blocks"]]
    return library.ModalView(**parts) if sent["type"] == "modal" else library.HomeTabView(**parts)


def _arguments(sent: Json) -> dict[str, Any]:
    return {key: _part(key, value) for key, value in sent.items() if key != "type"}


def _part(key: str, value: object) -> object:
    if isinstance(value, list):
        return [_part(key, each) for each in value]
    if not isinstance(value, dict):
        return value
    return _typed(key, value) if "type" in value else _untyped(key, value)


def _untyped(key: str, value: Json) -> object:
    return _UNTYPED[key](**_arguments(value)) if key in _UNTYPED else value


def _typed(key: str, value: Json) -> object:
    kind = value["type"]
    if kind in _TEXTS:
        return library.Text.from_dict(value)
    if kind in _RUNS:
        own = {name: part for name, part in value.items() if name not in {"type", "style"}}
        return _RUNS[kind](**own, **value.get("style", {}))
    if kind == "rich_text" or key == "child_blocks":
        return block_of(value)
    if kind not in _PARTS:
        raise UnknownKindError(kind)
    return _PARTS[kind](**_arguments(value))


def _table_cell(cell: Json) -> object:
    """A cell of rich text holds one part of it."""
    return _part("rows", cell["elements"][0] if cell["type"] == "rich_text" else cell)
