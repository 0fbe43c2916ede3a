"""Keys that many blocks and elements share."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.composition import CONFIRM, plain_text
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import Boolean, Constraint, Field, Most, Record, String, optional, typed

BLOCK_ID = optional(String(most=Most(limits.BLOCK_ID_MAX, Rule.BLOCK_ID_MAX)))
ACTION_ID = optional(String(most=Most(limits.ACTION_ID_MAX, Rule.ACTION_ID_MAX)))
PLACEHOLDER = optional(plain_text(Most(limits.PLACEHOLDER_MAX, Rule.PLACEHOLDER_MAX)))

#: Elements that keep a value: identified, focusable.
FOCUSABLE: Mapping[str, Field] = MappingProxyType(
    {"action_id": ACTION_ID, "focus_on_load": optional(Boolean())}
)
#: Elements that also may ask for confirmation.
CONFIRMABLE: Mapping[str, Field] = MappingProxyType({**FOCUSABLE, "confirm": optional(CONFIRM)})


def block(kind: str, *, constraints: tuple[Constraint, ...] = (), **fields: Field) -> Record:
    """A block with its own keys beside `type` and `block_id`."""
    return Record(fields={"type": typed(kind), "block_id": BLOCK_ID, **fields}, constraints=constraints)
