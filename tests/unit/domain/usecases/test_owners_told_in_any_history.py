"""Whatever is given, taken away and taken back, quickly or slowly: who has it in the end knows that.

By what they did, or by the last that they were told; and who is to find an owner knows that there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.change import Change, ChangeKind
from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.item import WITHDRAWN
from domain.notice import HELD_FOR, About, MoveNotice, deciders
from domain.reference import Reference, Series
from domain.refusal import Refusal
from domain.undo import standing
from domain.usecases.assigning import Assign, assign
from domain.usecases.notices import notice_of
from domain.usecases.recording import ActionSubmission, record_action
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import NOW, TALENT_LEAD, Stage

A1 = Reference(Series.ACTION, 1)
PEOPLE = (CHAIR, LEAD, MEMBER, TALENT_LEAD)
GIVE, AWAY, BACK, WAIT = "give", "away", "back", "wait"
MOMENT, OVER_A_MINUTE = timedelta(seconds=5), HELD_FOR + timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody does: gives A-1 to the other, takes it away, takes their last write back, or waits."""

    deed: str
    user: str = CHAIR
    other: str = LEAD


@dataclass(slots=True)
class Walk:
    """An action of the member's, and whom everybody takes for its owner."""

    stage: Stage
    now: datetime = NOW
    known: dict[str, str | None] = field(default_factory=dict)

    def begin(self, owner: str | None, user: str) -> None:
        language = self.stage.record.group.languages[0]
        origin = self.stage.origin(user)
        said = ActionSubmission(
            origin=origin, group=1, text="Send it", language=language, owner=owner, theme="charging"
        )
        record_action(said, self.stage.uow, self.now)
        self.known[user] = self.owner

    @property
    def owner(self) -> str | None:
        return self.stage.record.actions.by_number[1].owner

    def take(self, step: Step) -> None:
        """A refusal is an answer too; of what somebody only reads there is no trace."""
        self.now += MOMENT
        before = self.stage.record.changes.last_number
        if step.deed == WAIT:
            self.wait()
            return
        try:
            self._do(step)
        except Refusal:
            return
        if self.stage.record.changes.last_number > before:
            self.known[step.user] = self.owner

    def _do(self, step: Step) -> None:
        origin, uow = self.stage.origin(step.user), self.stage.uow
        if step.deed == BACK:
            undo(Undo(origin=origin, group=1, reference=A1), uow, self.now)
            return
        is_given = step.deed == GIVE
        wanted = Assign(
            origin=origin, group=1, reference=A1, owner=step.other if is_given else None, unowned=not is_given
        )
        assign(wanted, uow, self.now)

    def wait(self) -> None:
        """What was held for a minute is told, as far as it still is to be."""
        self.now += OVER_A_MINUTE
        deliveries = self.stage.uow.outbox.deliveries
        for each in [one for one in deliveries.values() if one.state is DeliveryState.HELD]:
            deliveries[each.id] = replace(each, state=self._tell(each))

    def _tell(self, delivery: Delivery) -> DeliveryState:
        assert delivery.kind is DeliveryKind.NOTICE
        notice = notice_of(delivery, self.stage.uow, self.now)
        if notice is None:
            return DeliveryState.SKIPPED
        assert isinstance(notice, MoveNotice)
        if notice.about is About.ASSIGNED:
            self.known[delivery.channel] = delivery.channel
        elif notice.about is About.GIVEN_BACK:
            self.known[delivery.channel] = None
        else:
            for each in [one for one in notice.changes if one.kind is ChangeKind.ASSIGNED]:
                self.known[delivery.channel] = each.after
        return DeliveryState.SENT

    def taken_away(self) -> bool:
        """Whether it has no owner because somebody took it from one, and that stands."""
        history: Sequence[Change] = self.stage.record.changes.latest_of(A1, 1000)
        latest = next((one for one in standing(history) if one.kind is ChangeKind.ASSIGNED), None)
        return self.owner is None and latest is not None


def walked(steps: Sequence[Step], owner: str | None = None, user: str = MEMBER) -> Walk:
    walk = Walk(Stage())
    walk.begin(owner, user)
    for step in steps:
        walk.take(step)
    walk.wait()
    return walk


def assert_known(walk: Walk) -> None:
    item = walk.stage.record.actions.by_number[1]
    if item.status == WITHDRAWN:
        return
    if walk.owner is not None:
        assert walk.known.get(walk.owner) == walk.owner
    elif walk.taken_away():
        found = deciders(item, walk.stage.record.members.all())
        unaware = [user for user in found if user in PEOPLE and walk.known.get(user, "nothing") is not None]
        assert unaware == []


STEPS = st.builds(
    Step,
    st.sampled_from([GIVE, GIVE, AWAY, AWAY, BACK, BACK, BACK, WAIT]),
    st.sampled_from([CHAIR, CHAIR, LEAD, MEMBER]),
    st.sampled_from(PEOPLE),
)
TWICE_BACK = [Step(GIVE), Step(AWAY), Step(GIVE), Step(BACK), Step(BACK)]


@given(st.lists(STEPS, max_size=12), st.sampled_from([None, *PEOPLE]), st.sampled_from([MEMBER, CHAIR]))
@example(TWICE_BACK, None, MEMBER)
@settings(max_examples=300, deadline=None)
def test_who_has_it_in_the_end_knows(steps: list[Step], owner: str | None, user: str) -> None:
    assert_known(walked(steps, owner, user))


@pytest.mark.parametrize(
    "steps",
    [
        TWICE_BACK,
        [Step(GIVE), Step(WAIT), Step(AWAY), Step(GIVE), Step(WAIT), Step(BACK), Step(WAIT), Step(BACK)],
        [Step(GIVE), Step(GIVE, other=TALENT_LEAD), Step(WAIT), Step(BACK)],
    ],
)
def test_who_has_it_again_after_an_undo_is_told_once(steps: list[Step]) -> None:
    walk = walked(steps)
    assert walk.owner == LEAD
    assert_known(walk)
    rows = walk.stage.uow.outbox.deliveries.values()
    latest = walk.stage.record.changes.all[-1].write
    of_lead = [one for one in rows if one.channel == LEAD and one.state is DeliveryState.SENT]
    told = [one.facts["about"] for one in of_lead if one.facts["write"] == latest]
    assert told == [About.ASSIGNED]


def test_who_is_to_find_an_owner_is_told_where_it_has_none_again() -> None:
    steps = [Step(GIVE, other=TALENT_LEAD), Step(AWAY), Step(GIVE, other=TALENT_LEAD), Step(AWAY)]
    walk = walked([*steps, Step(BACK), Step(BACK)])
    assert walk.owner is None
    assert walk.known[LEAD] is None
    assert_known(walk)


def test_who_has_known_all_along_is_not_told_again() -> None:
    walk = walked([Step(GIVE), Step(WAIT), Step(GIVE, other=TALENT_LEAD), Step(BACK)])
    rows = walk.stage.uow.outbox.deliveries.values()
    of_lead = [one for one in rows if one.channel == LEAD]
    assert [one.state for one in of_lead] == [DeliveryState.SENT]


def test_who_took_it_themselves_is_not_told_that_they_have_it_again() -> None:
    walk = walked([Step(GIVE, LEAD, LEAD), Step(AWAY), Step(BACK)])
    assert walk.owner == LEAD
    rows = walk.stage.uow.outbox.deliveries.values()
    assert [one for one in rows if one.channel == LEAD and one.state is not DeliveryState.SKIPPED] == []
