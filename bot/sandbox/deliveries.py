"""One payload on its way to the app, and what the app answered: the same over HTTP and over sockets."""

from dataclasses import dataclass
from typing import Literal

from bot.sandbox.decoding import decode_json
from bot.sandbox.shapes import JsonObject

# "within 3 seconds": https://docs.slack.dev/interactivity/handling-user-interaction
ACKNOWLEDGE_SECONDS = 3.0

DeliveryKind = Literal["slash_commands", "interactive", "events_api"]
DispatchError = Literal["operation_timeout", "dispatch_failed"]
RetryReason = Literal["http_timeout", "connection_failed", "http_error"]

# Of these interactions the answer may carry something: a message, a view, options.
_ANSWERED = ("block_actions", "block_suggestion", "view_submission")


@dataclass(frozen=True, slots=True)
class Retry:
    """The number of a new attempt, from 1, and why there is one."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """`what` names it for people: the command, the type of interaction or of event."""

    kind: DeliveryKind
    what: str
    payload: JsonObject
    retry: Retry | None = None

    @property
    def accepts_response(self) -> bool:
        """Whether the acknowledgement may carry something."""
        return self.kind == "slash_commands" or self.payload.get("type") in _ANSWERED


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the app answered; `error` is what the person reads when it was too late or not a plain 200."""

    status: int | None
    text: str
    elapsed_ms: float
    content_type: str = ""
    no_retry: bool = False
    error: DispatchError | None = None
    reason: RetryReason | None = None

    def json(self) -> object:
        """The body; ValueError when it is not JSON."""
        return decode_json(self.text)

    @property
    def is_json(self) -> bool:
        return self.content_type.endswith("json")

    def body(self) -> object:
        """JSON where it says so and is, else text."""
        if not self.is_json:
            return self.text
        try:
            return self.json()
        except ValueError:
            return self.text


def too_late(elapsed_ms: float) -> Acknowledgement:
    return Acknowledgement(None, "", elapsed_ms, error="operation_timeout", reason="http_timeout")


def not_reached(elapsed_ms: float = 0.0) -> Acknowledgement:
    return Acknowledgement(None, "", elapsed_ms, error="dispatch_failed", reason="connection_failed")
