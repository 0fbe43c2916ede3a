"""What a listener answers with. How each reaches Slack is the register's business."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from handlers.parts.blocks import Block
from handlers.parts.message import Message

View: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """A message to the person alone, or with `in_channel` to everybody there.

    `unclear`: nothing was done because what was typed could not be understood. `rich` is the same with blocks
    of which it is not sure that Slack shows them: for answers through a response_url, which tells. `shared`:
    the person asked for it to be shown to everybody.
    """

    message: Message
    in_channel: bool = False
    unclear: bool = False
    rich: Message | None = None
    shared: bool = False

    def worded(self, change: Callable[[Message], Message]) -> Reply:
        """The same with its message changed, in both its shapes."""
        rich = None if self.rich is None else change(self.rich)
        return replace(self, message=change(self.message), rich=rich)

    def followed_by(self, *blocks: Block) -> Reply:
        """The same with more below it."""
        return self.worded(lambda message: message.followed_by(*blocks))


@dataclass(frozen=True, slots=True)
class OpenView:
    """Open a modal with the interaction's trigger.

    `said` is what it says: told otherwise where Slack does not take the modal. A form has none.
    """

    view: View
    said: Reply | None = None


@dataclass(frozen=True, slots=True)
class UpdateView:
    """Put another view in the place of the one that was submitted."""

    view: View


@dataclass(frozen=True, slots=True)
class FieldErrors:
    """Errors beside the fields of a submitted view, by block id; the view stays open."""

    errors: Mapping[str, str]


Answer: TypeAlias = Reply | OpenView
FormAnswer: TypeAlias = UpdateView | FieldErrors
