"""Actions: who does what by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.change import NewChange
from domain.item import Entry, Item, Place, recorded
from domain.lifecycle import Lifecycle
from domain.reference import RecordKind

DEFAULT_DUE = timedelta(weeks=1)
"""PRODUCT: an action without a date is due in a week."""


class ActionStatus(StrEnum):
    """PRODUCT: action; one taken back was never to be done."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self is ActionStatus.OPEN


_S = ActionStatus

LIFECYCLE = Lifecycle(forward={_S.OPEN: frozenset({_S.DONE, _S.DROPPED, _S.WITHDRAWN})}, reopens_freely=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Item):
    """A task that its owner does by `due_on`."""


def give(entry: Entry, place: Place, *, owner: str, due_on: date) -> tuple[Action, NewChange]:
    """The action, open, and the change that tells of it. `owner` is a user id."""
    return recorded(Action, RecordKind.ACTION, ActionStatus.OPEN, entry, place, owner=owner, due_on=due_on)
