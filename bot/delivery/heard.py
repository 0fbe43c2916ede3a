"""What Slack answered and no row says yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.delivery.loss import Loss
from domain.delivery import Delivery, Lease, Part
from domain.pause import HISTORY, WORKSPACE, held_by, place_of
from domain.ports import UnitOfWork
from domain.sending import Accepted, Answer, Finding, Obscured, RateLimited, is_refusal
from domain.usecases.giving_up import is_followed_up


@dataclass(slots=True)
class Heard:
    """Of one delivery under one lease, since it was last written down.

    `refused` is the position of a part that is not in the channel, `limited` and `blinded` how long
    Slack asks to wait before the next message, and before the next look into the history, `shut` how long
    a workspace that takes nothing from us is left in peace.
    """

    posted: Loss | None = None
    refused: int | None = None
    limited: timedelta | None = None
    blinded: timedelta | None = None
    shut: timedelta | None = None

    def answer(self, answer: Answer, delivery: Delivery, part: Part) -> None:
        """To a post."""
        if is_refusal(answer):
            self.posted, self.refused = None, part.position
        elif isinstance(answer, Accepted):
            self.posted = Loss(delivery, part, answer.ts)
        if isinstance(answer, RateLimited):
            self.limited = answer.retry_after

    def finding(self, finding: Finding) -> None:
        """To a look."""
        if isinstance(finding, Obscured):
            self.blinded = finding.retry_after

    def store(self, uow: UnitOfWork, delivery: Delivery, lease: Lease, pace: timedelta) -> None:
        """Write it down for every replica: none asks in vain, none posts too early. Raises LeaseLost.

        A channel rests from now, when the message is there, and not from when it was begun.
        """
        workspace, place = delivery.workspace, place_of(delivery)
        if self.refused is not None:
            # What comes of a refusal, in this transaction, may need its group.
            if is_followed_up(delivery):
                uow.workspace(workspace).lock_group(delivery.group)
            uow.outbox.refused(delivery.id, lease, self.refused)
        if self.posted is not None:
            uow.pauses.rest(workspace, place, pace)
        if self.limited is not None:
            held = held_by(delivery, uow.pauses.held(workspace))
            uow.pauses.hold(workspace, held, self.limited)
        if self.shut is not None:
            uow.pauses.hold(workspace, WORKSPACE, self.shut)
        if self.blinded is not None:
            uow.pauses.hold(workspace, HISTORY, self.blinded)
