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

    `at` is when an answer to a post came, in monotonic seconds. `refused` is the position of a part that is
    not in the channel, `limited` and `blinded` how long Slack asks to wait before the next message and before
    the next look into the history, `shut` how long a workspace that takes nothing from us is left in peace.
    """

    at: float | None = None
    posted: Loss | None = None
    refused: int | None = None
    limited: timedelta | None = None
    blinded: timedelta | None = None
    shut: timedelta | None = None

    def answer(self, answer: Answer, delivery: Delivery, part: Part, at: float) -> None:
        """To a post."""
        self.at = at
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

    def rest(self, pace: timedelta, now: float) -> timedelta:
        """How long the channel rests from `now` (monotonic seconds), so that it was `pace` since the answer.

        By then the message was there; when it was begun says little, it may have been long on its way.
        """
        waited = timedelta() if self.at is None else timedelta(seconds=now - self.at)
        return max(pace - waited, timedelta())

    def store(self, uow: UnitOfWork, delivery: Delivery, lease: Lease, rest: timedelta) -> None:
        """Write it down for every replica: none asks in vain, none posts too early. Raises LeaseLost."""
        workspace, place = delivery.workspace, place_of(delivery)
        if self.refused is not None:
            # What comes of a refusal, in this transaction, may need its group.
            if is_followed_up(delivery):
                uow.workspace(workspace).lock_group(delivery.group)
            uow.outbox.refused(delivery.id, lease, self.refused)
        if self.posted is not None:
            uow.pauses.rest(workspace, place, rest)
        if self.limited is not None:
            held = held_by(delivery, uow.pauses.held(workspace))
            uow.pauses.hold(workspace, held, self.limited)
        if self.shut is not None:
            uow.pauses.hold(workspace, WORKSPACE, self.shut)
        if self.blinded is not None:
            uow.pauses.hold(workspace, HISTORY, self.blinded)
