"""Loading the sample through the use cases: whole, in the present week, and once."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest

from bot.demo import gatherings
from bot.demo.cast import Cast
from bot.demo.loading import load
from bot.demo.running import cast_of
from bot.demo.sample import Sample
from domain.change import ChangeKind
from domain.channel import Binding
from domain.delivery import DeliveryKind
from domain.language import Language
from domain.people import Role
from domain.ports import Asking, UnitOfWork
from domain.quarter import last_day_of, quarter_of
from domain.recommendation import RecommendationStatus, StatusGroup
from domain.roadmap import horizon
from domain.usecases.reading import standing
from handlers.desk.request import Services
from tests.fakes.record import FakeGroupRecord
from tests.fakes.store import FakeStore
from tests.fakes.time import ManualClock
from tests.unit.domain.usecases.stage import everything
from tests.unit.handlers.desk.house import FakeSlack
from tests.unit.handlers.material import WORDS

T = TypeVar("T")
SAMPLE = Sample.read()
CAST = cast_of(SAMPLE)


class SampleSlack(FakeSlack):
    """Tells of the sample's members; the founder administers the workspace."""

    async def user(self, workspace: str, user: str) -> Mapping[str, Any] | None:
        member = next(member for member in SAMPLE.members if CAST.users[member.handle] == user)
        return {
            "name": member.handle,
            "team_id": workspace,
            "locale": f"{member.language.value}-MX",
            "tz": member.timezone,
            "is_admin": member.role is Role.CHAIR,
        }


class PlainStore(FakeStore):
    """Without the copy for rolling back, which takes longer than the loading."""

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        del ahead
        return job(self.uow)


@dataclass(slots=True)
class Demonstration:
    """A place to load the sample into."""

    store: FakeStore = field(default_factory=PlainStore)
    clock: ManualClock = field(default_factory=ManualClock)

    @property
    def services(self) -> Services:
        return Services(
            store=self.store,
            words=WORDS,
            clock=self.clock,
            slack=SampleSlack(),
            commands={Language.ENGLISH: "/wg", Language.SPANISH: "/gt"},
        )

    @property
    def record(self) -> FakeGroupRecord:
        return self.store.uow.workspace(CAST.workspace).group(1)

    async def load(self, cast: Cast = CAST) -> int:
        return await load(self.services, SAMPLE, cast)


@pytest.fixture(scope="module")
def loaded() -> Demonstration:
    demonstration = Demonstration()
    assert asyncio.run(demonstration.load()) == 1
    return demonstration


def test_everything_of_the_sample_is_there(loaded: Demonstration) -> None:
    record = loaded.record
    said = [event.do for event in SAMPLE.events]
    assert len(record.obstacles.by_number) == said.count("obstacle")
    assert len(record.recommendations.by_number) == said.count("recommend")
    assert len(record.actions.by_number) == said.count("action")
    assert len(record.evidence.by_number) == said.count("evidence")
    assert sum(map(len, record.positions.by_recommendation.values())) == said.count("position")
    assert len(record.notes.by_number) == sum(said.count(do) for do in ("note", "decision", "opportunity"))
    assert record.group.names.by_language == SAMPLE.group.names
    assert {binding.theme for binding in loaded.store.uow.workspace(CAST.workspace).channels.of_group(1)} == {
        None,
        *(theme.key for theme in SAMPLE.group.themes),
    }


def test_the_meetings_of_the_sample_were_held_around_what_was_recorded_in_them(loaded: Demonstration) -> None:
    *held, now_open = loaded.record.meetings.by_number.values()
    assert len(held) == len(SAMPLE.meetings) == 10
    for meeting, told in zip(held, SAMPLE.meetings, strict=True):
        assert (meeting.theme, meeting.phase, meeting.status) == (told.theme, told.phase, "closed")
        assert {each.user for each in meeting.present} == {CAST.users[handle] for handle in told.here}
        assert loaded.record.meetings.items_of(meeting.number)
        assert meeting.opened_at is not None
        assert meeting.closed_at is not None
        assert meeting.closed_at - meeting.opened_at == timedelta(minutes=90)
    assert (now_open.status, now_open.phase) == ("open", SAMPLE.group.phase)
    assert loaded.record.group.phase == SAMPLE.group.phase


def test_of_the_meetings_only_the_open_one_is_announced(loaded: Demonstration) -> None:
    waiting = [each for each in loaded.store.uow.outbox.deliveries.values() if not each.state.is_final]
    kinds = {each.kind for each in waiting}
    assert {DeliveryKind.MEETING, DeliveryKind.REMINDER} <= kinds
    assert DeliveryKind.MINUTES not in kinds
    assert {each.facts["meeting"] for each in waiting if each.kind is DeliveryKind.MEETING} == {11}


def test_every_member_has_their_part(loaded: Demonstration) -> None:
    for member in SAMPLE.members:
        stored = loaded.record.members.get(CAST.users[member.handle])
        assert stored is not None
        assert (stored.role, stored.themes) == (member.role, frozenset(member.themes))
        assert (stored.sector, stored.country, stored.organisation) == (
            member.sector,
            member.country,
            member.organisation,
        )


def test_every_group_of_status_has_something_to_show(loaded: Demonstration) -> None:
    found = standing(loaded.record, (), loaded.clock.now())
    assert all(found.by_group[group] for group in StatusGroup)
    assert found.unanswered
    assert found.progress


def test_the_last_move_of_each_recommendation_counts(loaded: Demonstration) -> None:
    last = {event.recommendation: event.to for event in SAMPLE.events if event.do == "move"}
    for number, recommendation in loaded.record.recommendations.by_number.items():
        assert recommendation.status == last.get(number, RecommendationStatus.PROPOSED)


def test_what_is_done_is_done_and_what_is_not_is_past_its_day(loaded: Demonstration) -> None:
    done = {event.action for event in SAMPLE.events if event.do == "done"}
    for number, action in loaded.record.actions.by_number.items():
        assert action.status == ("done" if number in done else "open")
    waiting = len(loaded.record.actions.by_number) - len(done)
    assert standing(loaded.record, (), loaded.clock.now()).overdue_actions == waiting


def test_what_is_late_is_so_for_weeks_and_not_for_years(loaded: Demonstration) -> None:
    today = loaded.clock.now().date()
    late = [each.due_on for each in loaded.record.actions.by_number.values() if each.status == "open"]
    assert all(day is not None and timedelta() < today - day < timedelta(weeks=4) for day in late)


@pytest.mark.parametrize("weeks", range(0, 52, 4))
async def test_every_date_of_the_plan_lies_within_the_horizon(weeks: int) -> None:
    demonstration = Demonstration()
    demonstration.clock.advance(weeks * 7 * 24 * 3600)
    await demonstration.load()
    record = demonstration.record
    planned = {quarter_of(each.due_on) for each in record.recommendations.by_number.values() if each.due_on}
    assert planned <= set(horizon(record.group))


@pytest.mark.parametrize("days", range(1, 7))
async def test_the_first_digest_leaves_none_out_before_it(days: int) -> None:
    """At most one is due when the record is loaded: nobody is told of another that was not sent."""
    demonstration = Demonstration()
    demonstration.clock.advance(days * 24 * 3600)
    await demonstration.load()
    (subscription,) = demonstration.record.subscriptions.by_number.values()
    assert subscription.next_slot is not None
    assert demonstration.clock.now() - subscription.next_slot.due_at < timedelta(weeks=1)


def test_every_quarter_is_due_on_its_last_day(loaded: Demonstration) -> None:
    days = {item.due_on for item in loaded.record.recommendations.by_number.values() if item.due_on}
    assert days
    assert all(day == last_day_of(quarter_of(day)) for day in days)


@pytest.mark.repeats
@pytest.mark.parametrize("hours", range(0, 8 * 24, 5))
async def test_the_record_ended_within_the_last_week_whenever_it_is_loaded(hours: int) -> None:
    """What is recorded from then on comes after it."""
    demonstration = Demonstration()
    demonstration.clock.advance(hours * 3600)
    await demonstration.load()
    changes = demonstration.record.changes.all
    assert timedelta() <= demonstration.clock.now() - changes[-1].at < timedelta(weeks=1)
    assert [change.at for change in changes] == sorted(change.at for change in changes)


def test_the_digest_has_the_end_of_the_record_to_tell(loaded: Demonstration) -> None:
    (subscription,) = loaded.record.subscriptions.by_number.values()
    assert subscription.languages == SAMPLE.digest.languages
    assert subscription.next_slot is not None
    untold = loaded.record.changes.all[subscription.told_through :]
    assert {ChangeKind.MOVED, ChangeKind.RECORDED} & {change.kind for change in untold}


async def test_loading_twice_changes_nothing(loaded: Demonstration) -> None:
    again = Demonstration(copy.deepcopy(loaded.store), ManualClock())
    before = everything(again.store.uow)
    assert await again.load() == 1
    assert everything(again.store.uow) == before


async def test_loading_a_year_later_keeps_the_record_that_is_there(loaded: Demonstration) -> None:
    later = ManualClock(datetime(2027, 11, 23, 15, 0, tzinfo=UTC))
    again = Demonstration(copy.deepcopy(loaded.store), later)
    changes = list(again.record.changes.all)
    await again.load()
    assert again.record.changes.all == changes


async def test_a_channel_that_has_a_group_keeps_it() -> None:
    demonstration = Demonstration()
    entrance = CAST.channels[SAMPLE.channels[0].name]
    channels = demonstration.store.uow.workspace(CAST.workspace).channels
    channels.bind(Binding(entrance, 7))
    assert await demonstration.load() == 7
    assert channels.by_channel == {entrance: Binding(entrance, 7)}
    assert not demonstration.store.uow.workspace(CAST.workspace).records


async def test_what_fails_on_the_way_leaves_no_group(monkeypatch: pytest.MonkeyPatch) -> None:
    demonstration = Demonstration(FakeStore())

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(gatherings, "event_job", lambda *_: broken)
    with pytest.raises(RuntimeError):
        await demonstration.load()
    assert not demonstration.store.uow.workspace(CAST.workspace).records
