"""What the blocks of one message or view owe each other: unique identifiers and totals."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.sandbox.validator import limits
from bot.sandbox.validator.blocks import BLOCK
from bot.sandbox.validator.nesting import objects
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import Most, Place
from bot.sandbox.validator.violations import Violation

_TABLES = frozenset({"table", "data_table"})
_NESTED_KEYS = ("child_blocks", "elements")
_TEXT_KEYS = frozenset(
    {"alt_text", "caption", "description", "label", "name", "placeholder", "subtitle", "text", "title"}
)


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block that is an object, with its place; blocks inside containers and carousels count too."""

    value: dict[str, object]
    place: Place

    @property
    def kind(self) -> str:
        """The block's type; empty when it has none or it is no string."""
        kind = self.value.get("type")
        return kind if isinstance(kind, str) else ""


def placed_blocks(blocks: list[object], place: Place) -> Iterator[PlacedBlock]:
    for index, value in enumerate(blocks):
        if isinstance(value, dict):
            outer = PlacedBlock(value, place.at(index))
            yield outer
            yield from _nested(outer)


def _nested(outer: PlacedBlock) -> Iterator[PlacedBlock]:
    if outer.kind not in {"container", "carousel"}:
        return
    for key in _NESTED_KEYS:
        inner = outer.value.get(key)
        for index, value in enumerate(inner if isinstance(inner, list) else []):
            if isinstance(value, dict):
                yield PlacedBlock(value, outer.place.at(key).at(index))


def placed_elements(block: PlacedBlock) -> Iterator[tuple[dict[str, object], Place]]:
    """The interactive elements of one block, without those of blocks inside it."""
    for key in ("accessory", "element"):
        value = block.value.get(key)
        if isinstance(value, dict):
            yield value, block.place.at(key)
    for key in ("elements", "actions"):
        values = block.value.get(key)
        for index, value in enumerate(values if isinstance(values, list) else []):
            if isinstance(value, dict) and block.kind != "carousel":
                yield value, block.place.at(key).at(index)


@dataclass(frozen=True, slots=True)
class BlockList:
    """One array of blocks and where it stands; a message has one, and one in each of its attachments."""

    blocks: list[object]
    place: Place


def check_blocks(lists: Sequence[BlockList], most: Most) -> Iterator[Violation]:
    """Each block by its own shape, then the number and identifiers of all of one message or view."""
    room = most.count
    for each in lists:
        if len(each.blocks) > room:
            yield each.place.violation(most.rule, f"no more than {most.count} items allowed")
        room -= min(len(each.blocks), room)
        for index, value in enumerate(each.blocks):
            yield from BLOCK.check(value, each.place.at(index))
    placed = _placed_in(lists)
    yield from _unique_block_ids(placed)
    for block in placed:
        yield from _unique_action_ids(block)


def _placed_in(lists: Sequence[BlockList]) -> list[PlacedBlock]:
    return [block for each in lists for block in placed_blocks(each.blocks, each.place)]


def _unique_block_ids(blocks: list[PlacedBlock]) -> Iterator[Violation]:
    seen: set[str] = set()
    for block in blocks:
        block_id = block.value.get("block_id")
        if not isinstance(block_id, str) or not block_id:
            continue
        if block_id in seen:
            message = f'`block_id` "{block_id}" already exists'
            yield block.place.at("block_id").violation(Rule.BLOCK_ID_UNIQUE, message)
        seen.add(block_id)


def _unique_action_ids(block: PlacedBlock) -> Iterator[Violation]:
    seen: set[str] = set()
    for element, place in placed_elements(block):
        action_id = element.get("action_id")
        if not isinstance(action_id, str) or not action_id:
            continue
        if action_id in seen:
            message = f'`action_id` "{action_id}" already exists'
            yield place.at("action_id").violation(Rule.ACTION_ID_UNIQUE, message)
        seen.add(action_id)


def check_message_totals(lists: Sequence[BlockList]) -> Iterator[Violation]:
    """What one message may hold altogether, with its attachments: tables, charts, markdown, cells, text."""
    placed = _placed_in(lists)
    tables = [block for block in placed if block.kind in _TABLES]
    charts = [block for block in placed if block.kind == "data_visualization"]
    for table in tables[limits.MESSAGE_TABLES_MAX :]:
        yield table.place.violation(Rule.TABLE_PER_MESSAGE_MAX, "only one table allowed")
    for chart in charts[limits.MESSAGE_CHARTS_MAX :]:
        message = f"no more than {limits.MESSAGE_CHARTS_MAX} data visualizations allowed"
        yield chart.place.violation(Rule.CHART_PER_MESSAGE_MAX, message)
    markdown = [block.value.get("text") for block in placed if block.kind == "markdown"]
    totals = (
        (
            sum(len(text) for text in markdown if isinstance(text, str)),
            Most(limits.MESSAGE_MARKDOWN_BLOCKS_MAX, Rule.MARKDOWN_PER_MESSAGE_MAX),
        ),
        (
            text_length([table.value.get("rows") for table in tables]),
            Most(limits.MESSAGE_TABLE_CELLS_TEXT_MAX, Rule.TABLE_CELLS_TEXT_MAX),
        ),
        (
            text_length([each.blocks for each in lists]),
            Most(limits.MESSAGE_BLOCKS_TEXT_MAX, Rule.MESSAGE_BLOCKS_TEXT_MAX),
        ),
    )
    for total, most in totals:
        if total > most.count:
            yield lists[0].place.violation(
                most.rule, f"must be less than {most.count + 1} characters altogether"
            )


def text_length(value: object, keys: Collection[str] = _TEXT_KEYS) -> int:
    """Characters that people read in the value: strings under the keys that hold text."""
    return sum(
        len(text)
        for current in objects(value)
        for key, text in current.items()
        if key in keys and isinstance(text, str)
    )
