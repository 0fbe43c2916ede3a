"""What people send to the workspace."""

from typing import Any, Literal, Self

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveInt,
    model_validator,
)

from bot.sandbox.faults import SOCKET_EFFECTS, SOCKET_KINDS, SOCKET_MODE, Effect
from bot.sandbox.sockets import DisconnectReason

Values = dict[str, dict[str, dict[str, Any]]]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Empty(Body):
    """Nothing is asked."""


class ByPerson(Body):
    person: str = Field(alias="as")


class Look(Body):
    """The whole workspace; when nobody is named, as the first person who reads `language` (such as `es`).

    Only the answer says who is there.
    """

    person: str | None = Field(alias="as", default=None)
    language: str | None = None


class InChannel(ByPerson):
    channel: str


class Read(InChannel):
    """All, at most `limit` of the newest, or those from the ts `oldest` on; a thread is always whole."""

    thread_ts: str | None = None
    limit: PositiveInt | None = None
    oldest: str | None = None


class TypeCommand(InChannel):
    text: str
    thread_ts: str | None = None


class TypeMessage(InChannel):
    text: str
    thread_ts: str | None = None


class EditMessage(InChannel):
    ts: str
    text: str


class DeleteMessage(InChannel):
    ts: str


class React(InChannel):
    ts: str
    name: str
    remove: bool = False


class MessageContainer(Body):
    type: Literal["message"]
    channel: str
    ts: str


class EphemeralContainer(Body):
    type: Literal["ephemeral"]
    channel: str
    id: str


class ViewContainer(Body):
    type: Literal["view"]
    view_id: str


class OnElement(ByPerson):
    container: MessageContainer | EphemeralContainer | ViewContainer = Field(discriminator="type")
    block_id: str
    action_id: str


class Act(OnElement):
    """`values` is what else stands filled in in a view, as for a submission."""

    action: dict[str, Any] = {}
    values: Values = {}


class Suggest(OnElement):
    value: str = ""


class Submit(ByPerson):
    view_id: str
    values: Values = {}


class CloseView(ByPerson):
    view_id: str


class UseShortcut(ByPerson):
    callback_id: str
    channel: str | None = None
    ts: str | None = None


class MoveClock(Body):
    advance_seconds: NonNegativeFloat | None = None
    to: AwareDatetime | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.advance_seconds is None) is (self.to is None):
            raise ValueError("give either advance_seconds or to")
        return self


class PlanFault(Body):
    """`method`: of the Web API, `*` for all, `response_url`, `socket_mode`, or a kind of envelope."""

    method: str
    effect: Effect
    times: PositiveInt = 1
    skip: NonNegativeInt = 0
    retry_after: PositiveInt = 1
    seconds: NonNegativeFloat = 0.0
    error: str = "access_denied"

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.method in (SOCKET_MODE, *SOCKET_KINDS):
            if self.effect not in SOCKET_EFFECTS:
                raise ValueError(f"sockets know {', '.join(SOCKET_EFFECTS)}")
        elif self.effect == "twice":
            raise ValueError("only envelopes of Socket Mode come twice")
        return self


class HistoryLag(Body):
    seconds: NonNegativeFloat


class AppAddress(Body):
    request_url: str
    verify: bool = False


class ChangeUser(Body):
    """What changes of a person; `user_change` is sent to the app."""

    user: str
    name: str | None = None
    real_name: str | None = None
    title: str | None = None
    tz: str | None = None
    locale: str | None = None
    is_admin: bool | None = None
    is_restricted: bool | None = None
    is_ultra_restricted: bool | None = None
    deleted: bool | None = None


class Invite(InChannel):
    user: str


class RenameChannel(InChannel):
    name: str = Field(pattern=r"^[^\s@#]+$", max_length=80)


class Disconnect(Body):
    """`link_disabled` turns Socket Mode off."""

    reason: DisconnectReason


class SetSocketMode(Body):
    enabled: bool


class ChangeChannelId(Body):
    channel: str
    new_id: str = Field(pattern=r"^[CG][A-Z0-9]+$")
