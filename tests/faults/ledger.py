"""What a run left behind: the rows of the outbox, the subscriptions, and every message that was ever seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.delivery import AT_MOST_ONCE, MAY_REPEAT, DeliveryKind, DeliveryState


@dataclass(frozen=True, slots=True)
class Row:
    """A delivery as it is stored. `parts` are the timestamps by position, None where none is known.

    `after` and `through` are a digest's range of change numbers, `slot` the local date it is for. It was
    prepared where its period ends with its slot: one that is made when it is due ends then.
    """

    id: int
    key: str
    kind: str
    state: DeliveryState
    subscription: int | None = None
    after: int | None = None
    through: int | None = None
    slot: date | None = None
    prepared: bool = False
    parts: tuple[str | None, ...] = ()

    @property
    def is_message(self) -> bool:
        """Whether it stands in a channel: not what one person alone saw, nor an emoji."""
        return self.kind not in {kind.value for kind in AT_MOST_ONCE | MAY_REPEAT}

    @property
    def is_digest(self) -> bool:
        """Whether it tells a range of changes."""
        return self.kind == DeliveryKind.DIGEST and self.subscription is not None

    @property
    def has_arrived(self) -> bool:
        """Whether any of its messages is known to stand in the channel."""
        return any(ts is not None for ts in self.parts)


@dataclass(frozen=True, slots=True)
class Told:
    """How far a subscription has told by now."""

    number: int
    through: int


@dataclass(slots=True)
class Appearance:
    """A message with the mark of a delivery. Seconds are monotonic; `gone_at` is None while it stands."""

    channel: str
    ts: str
    key: str
    part: int
    seen_at: float
    gone_at: float | None = None

    @property
    def stands(self) -> bool:
        """Whether nobody has removed it."""
        return self.gone_at is None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows by id, subscriptions by number, appearances in the order in which they were seen."""

    rows: tuple[Row, ...]
    subscriptions: tuple[Told, ...]
    seen: tuple[Appearance, ...]
