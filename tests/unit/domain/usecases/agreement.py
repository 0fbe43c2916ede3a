"""A group in which every seat is taken, and a recommendation that it is to agree."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from domain.agreement import Shortfall
from domain.group import AgreementRule, Seat, Sector
from domain.position import Stance
from domain.recommendation import Recommendation
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.usecases.moving import Blocked, Move, Moved, MoveOutcome, move
from domain.usecases.positions import TakePosition, take_position
from tests.fakes.scene import LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import NOW, Stage, profile

R1 = Reference(Series.RECOMMENDATION, 1)
Rule = AgreementRule
SEATS = [Seat(sector, country) for country in ("MX", "US") for sector in Sector]


def user_of(seat: Seat) -> str:
    return f"U0{seat.country}{seat.sector.value.upper()}"


@dataclass(slots=True)
class Room:
    """A group whose every seat is taken, with R-1 of charging under review."""

    rule: AgreementRule
    stage: Stage = field(default_factory=Stage)

    def __post_init__(self) -> None:
        record = self.stage.record
        record.save_group(replace(record.group, agreement_rule=self.rule))
        for seat in SEATS:
            user = user_of(seat)
            self.stage.uow.workspace(WORKSPACE).people.save(profile(user))
            plain = self.stage.member(MEMBER)
            record.members.add(replace(plain, user=user, sector=seat.sector, country=seat.country), NOW)
        self.stage.recommendation(status=Status.UNDER_REVIEW)

    def hold(self, stance: Stance, *users: str) -> None:
        for user in users:
            wanted = TakePosition(origin=self.stage.origin(user), group=1, reference=R1, stance=stance)
            take_position(wanted, self.stage.uow, NOW)

    def agree(self, user: str = LEAD, reason: str | None = None) -> MoveOutcome:
        wanted = Move(origin=self.stage.origin(user), group=1, reference=R1, to=Status.AGREED, reason=reason)
        return move(wanted, self.stage.uow, NOW)

    def missed(self, user: str = LEAD, reason: str | None = None) -> Shortfall:
        """What the rule misses; nothing is written."""
        outcome = self.stage.writes_nothing(lambda: self.agree(user, reason))
        assert isinstance(outcome, Blocked)
        assert outcome.item.number == 1
        return outcome.shortfall

    def agreed(self, user: str = LEAD, reason: str | None = None) -> Recommendation:
        outcome = self.agree(user, reason)
        assert isinstance(outcome, Moved)
        assert isinstance(outcome.item, Recommendation)
        assert outcome.item.status == Status.AGREED
        assert self.stage.record.recommendations.by_number[1] == outcome.item
        return outcome.item
