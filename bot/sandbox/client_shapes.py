"""What people get from the workspace, and how they name what they act on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.sandbox.shapes import JsonObject


class RefusedError(Exception):
    """What a person cannot do; `violations` are {path, rule, message}."""

    def __init__(self, answer: Mapping[str, object]) -> None:
        self.code = str(answer.get("error", ""))
        self.detail = str(answer.get("detail", ""))
        violations = answer.get("violations")
        self.violations: list[JsonObject] = violations if isinstance(violations, list) else []
        super().__init__(f"{self.code}: {self.detail}" if self.detail else self.code)


@dataclass(frozen=True, slots=True)
class Reply:
    """How the app acknowledged.

    `error` is set, and `detail` what the person reads, when `ok` is False; `body` is JSON or text.
    """

    ok: bool
    status: int | None = None
    elapsed_ms: float = 0.0
    body: object = None
    error: str = ""
    detail: str = ""
    violations: Sequence[JsonObject] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """`errors` by block id when inputs were refused; `view` is what shows afterwards, if anything new."""

    ok: bool
    errors: Mapping[str, str] = field(default_factory=dict)
    view: JsonObject | None = None
    error: str = ""
    detail: str = ""
    violations: Sequence[JsonObject] = ()


@dataclass(frozen=True, slots=True)
class InMessage:
    channel: str
    ts: str

    def as_json(self) -> JsonObject:
        return {"type": "message", "channel": self.channel, "ts": self.ts}


@dataclass(frozen=True, slots=True)
class InEphemeral:
    channel: str
    id: str

    def as_json(self) -> JsonObject:
        return {"type": "ephemeral", "channel": self.channel, "id": self.id}


@dataclass(frozen=True, slots=True)
class InView:
    view_id: str

    def as_json(self) -> JsonObject:
        return {"type": "view", "view_id": self.view_id}


@dataclass(frozen=True, slots=True)
class ElementName:
    """An element and where it stands."""

    container: InMessage | InEphemeral | InView
    block_id: str
    action_id: str

    def as_json(self) -> JsonObject:
        return {
            "container": self.container.as_json(),
            "block_id": self.block_id,
            "action_id": self.action_id,
        }


def container_of(channel: str, message: Mapping[str, object]) -> InMessage | InEphemeral:
    """Where the elements of a message from `People.messages` stand."""
    if message.get("ephemeral"):
        return InEphemeral(channel, str(message["id"]))
    return InMessage(channel, str(message["ts"]))
