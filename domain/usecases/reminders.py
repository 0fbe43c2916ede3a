"""Reminding people: deliveries are made in the morning, and composed of what holds when they are sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from domain.change import ChangeKind
from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery
from domain.group import AgreementRule, Group
from domain.kinds import NATURES
from domain.meeting import Meeting
from domain.notice import Addressee, language_of, zone_of
from domain.people import Member, Profile, Role, is_written_to
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.register import Arrangement, Filter, Order
from domain.reminder import (
    ASKED_WITHIN,
    Dated,
    DuePlan,
    Plan,
    Reminded,
    Reminders,
    Wanted,
    Why,
    chosen,
    due_items,
    due_today,
    is_asked_on,
    key_of,
    latest_day,
    planned,
)
from domain.repositories import GroupRecord, WorkspaceRecord

MEETINGS_READ = 50
"""Scheduled meetings, the next first, that may be so near that positions are asked for before them."""

OWED_READ = 50
"""Recommendations under review that wait for one person: of more than are shown only the number matters."""

NAMED_MAX = 15
"""Items that are named below those shown: those due for longest come first, so others would never be seen."""

RECOMMENDING = "recommendations"
"""The phase from which on positions matter to a meeting (PRODUCT: the group is in one of its phases)."""

CHANGES_READ = 100
"""Of a meeting, the latest, among which the one that gave it its time is looked for."""

_ARRANGES = frozenset({ChangeKind.RECORDED, ChangeKind.RESCHEDULED, ChangeKind.MOVED})
_UNTOLD = frozenset({DeliveryState.SKIPPED, DeliveryState.FAILED})


@dataclass(frozen=True, slots=True)
class Made:
    """How many people's plans were looked at, and how many reminders now wait to be sent."""

    looked: int = 0
    created: int = 0

    def __add__(self, other: Made) -> Made:
        return Made(self.looked + other.looked, self.created + other.created)


def remind(uow: UnitOfWork, now: datetime, limit: int) -> Made:
    """Turn the plans of people that are due into deliveries, at most `limit`; `now` is the application's.

    Groups are locked in one order, so that replicas do not wait for each other in a ring; each plan is looked
    at again under the lock, and the delivery's key is unique: of two replicas one makes it.
    """
    due = sorted(uow.reminders.due(now, limit), key=lambda one: (one.workspace, one.group, one.user))
    made = Made()
    for (workspace, group), plans in groupby(due, key=lambda one: (one.workspace, one.group)):
        made += _of_group(uow, uow.workspace(workspace), group, list(plans), now)
    return made


def _of_group(
    uow: UnitOfWork, workspace: WorkspaceRecord, group: int, due: Sequence[DuePlan], now: datetime
) -> Made:
    record = workspace.group(group)
    users = [each.user for each in due]
    round_ = _round(workspace, record, users, now)
    days: dict[str, tuple[Plan, date]] = {}
    stepped: list[Plan] = []
    for plan in record.reminding.plans(users):
        if plan.next_at is not None and plan.next_at <= now:
            after, day = round_.stepped(plan)
            stepped.append(after)
            if day is not None:
                days[plan.user] = (plan, day)
    record.reminding.save_all(stepped)
    return Made(len(due), _created(uow, round_, days))


def _created(uow: UnitOfWork, round_: _Round, days: Mapping[str, tuple[Plan, date]]) -> int:
    """Deliveries for those who have something to be told on their day."""
    if not days:
        return 0
    record, created = round_.record, 0
    dated = _by_user(record.reminding.dated(days, latest_day(max(day for _, day in days.values()))))
    for user, (plan, day) in days.items():
        if not (user in dated or round_.snoozes.get(user) or round_.meetings):
            continue
        since = _since(uow, record.group, plan)
        if round_.wanted(user, dated.get(user, ()), day, since):
            new = _delivery(record.group, user, day, since, round_.zone(user), round_.now)
            created += uow.outbox.add(new) is not None
    return created


@dataclass(frozen=True, slots=True)
class _Round:
    """What is asked of a group once for several people.

    `meetings` are those soon to come before which the group's rule asks for positions, with the time (UTC) at
    which each was last arranged.
    """

    record: GroupRecord
    now: datetime
    profiles: Mapping[str, Profile]
    members: Mapping[str, Member]
    snoozes: Mapping[str, Mapping[Reference, date]]
    meetings: tuple[tuple[Meeting, datetime], ...]

    def zone(self, user: str) -> str:
        return zone_of(self.profiles.get(user), self.record.group)

    def listens(self, user: str) -> bool:
        """Members alone are reminded; not guests, strangers, nor who is not in the workspace any more."""
        return is_written_to(self.profiles.get(user), self.members.get(user))

    def stepped(self, plan: Plan) -> tuple[Plan, date | None]:
        """The plan for the next time, and the local day to remind the person of now, if any."""
        if plan.muted or not self.listens(plan.user):
            return replace(plan, next_at=None), None
        zone = self.zone(plan.user)
        day = due_today(plan, zone, self.now)
        used = plan if day is None else replace(plan, last_on=day)
        return replace(used, next_at=planned(used, zone, self.now)), day

    def wanted(self, user: str, dated: Iterable[Dated], day: date, since: date | None) -> tuple[Wanted, ...]:
        """Everything to tell the person on the day, reason after reason."""
        snoozes = self.snoozes.get(user, {})
        back = [reference for reference, until in snoozes.items() if until <= day]
        known = {each.reference: each for each in (*dated, *_returned(self.record, user, back))}
        found = due_items(known.values(), snoozes, day, since)
        asked = self._asked(user, day, since)
        return tuple(sorted((*found, *asked), key=lambda one: list(Why).index(one.why)))

    def _asked(self, user: str, day: date, since: date | None) -> Iterator[Wanted]:
        """The recommendations on which the person owes a position before a meeting that is near."""
        if self.members[user].role is Role.OBSERVER:
            return
        asked: set[Reference] = set()
        for meeting, arranged_at in self.meetings:
            if not is_asked_on(meeting, self.zone(user), day, since, self.now, arranged_at):
                continue
            owed = self.record.register.page(
                Filter(owing=user, theme=meeting.theme),
                arrangement=Arrangement(Order.OLDEST),
                limit=OWED_READ,
            )
            for item in owed.items:
                if item.reference not in asked:
                    asked.add(item.reference)
                    yield Wanted(item.reference, Why.POSITION, meeting.number)


def _round(workspace: WorkspaceRecord, record: GroupRecord, users: Sequence[str], now: datetime) -> _Round:
    return _Round(
        record=record,
        now=now,
        profiles={one.person.user: one for one in workspace.people.many(users)},
        members={one.user: one for one in record.members.all()},
        snoozes=record.snoozes.of(users),
        meetings=_asking(record, now),
    )


def _asking(record: GroupRecord, now: datetime) -> tuple[tuple[Meeting, datetime], ...]:
    if record.group.agreement_rule is AgreementRule.OPEN:
        return ()
    ahead = record.meetings.upcoming((), since=now, behind=None, limit=MEETINGS_READ).meetings
    near = (each for each in ahead if (each.arrangement.starts_at or now) - now <= ASKED_WITHIN)
    return tuple((each, _arranged_at(record, each)) for each in near if _weighs(record.group, each.phase))


def _arranged_at(record: GroupRecord, meeting: Meeting) -> datetime:
    """When it was last given its time: another agenda or place is no reason to ask anew."""
    if meeting.changed_at == meeting.recorded_at:
        return meeting.recorded_at
    changes = record.changes.latest_of(meeting.reference, CHANGES_READ)
    return next((change.at for change in changes if change.kind in _ARRANGES), meeting.recorded_at)


def reminders_of(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Reminders | None:
    """What a delivery of kind REMINDERS tells, of the record as it is now.

    None when nothing of it is left, for whoever is to be told nothing more, and on any other day than its
    own: yesterday's is no reminder. Raises LookupError when its group is gone.
    """
    workspace = uow.workspace(delivery.workspace)
    record, user = workspace.group(delivery.group), delivery.channel
    round_ = _round(workspace, record, [user], now)
    plan = record.reminding.get(user)
    if not round_.listens(user) or (plan is not None and plan.muted):
        return None
    day, since = date.fromisoformat(delivery.facts["day"]), _day(delivery.facts.get("since"))
    if now.astimezone(ZoneInfo(str(delivery.facts["zone"]))).date() != day:
        return None
    wanted = round_.wanted(user, record.reminding.dated([user], latest_day(day)), day, since)
    if not wanted:
        return None
    reader = Addressee(
        user=user,
        language=language_of(round_.profiles.get(user), record.group),
        zone=round_.zone(user),
        group=record.group,
    )
    shown = chosen(wanted)
    rest = [one for one in wanted if one not in shown]
    return Reminders(
        reader=reader,
        day=day,
        shown=_read(record, shown),
        named=_read(record, rest[:NAMED_MAX]) if rest else (),
        more=len(rest[NAMED_MAX:]),
    )


def _read(record: GroupRecord, shown: Sequence[Wanted]) -> tuple[Reminded, ...]:
    items = {item.reference: item for item in record.register.having([one.reference for one in shown])}
    meetings = {
        number: record.meetings.get(number) for number in {one.meeting for one in shown} if number is not None
    }
    return tuple(
        Reminded(items[one.reference], one.why, None if one.meeting is None else meetings[one.meeting])
        for one in shown
        if one.reference in items
    )


def _returned(record: GroupRecord, user: str, references: Sequence[Reference]) -> Iterator[Dated]:
    """What the person put off until a day that has come, however late it is due."""
    for item in record.register.having(references):
        is_open = not NATURES[item.kind.series].life.is_closed(item.status)
        if item.owner == user and is_open and item.due_on is not None:
            yield Dated(user, item.reference, item.due_on)


def _by_user(dated: Iterable[Dated]) -> dict[str, list[Dated]]:
    found: dict[str, list[Dated]] = {}
    for each in dated:
        found.setdefault(each.user, []).append(each)
    return found


def _weighs(group: Group, phase: str) -> bool:
    """Whether positions matter in the phase; in a group without one of that name they always do."""
    keys = [each.key for each in group.phases]
    if RECOMMENDING not in keys or phase not in keys:
        return True
    return keys.index(phase) >= keys.index(RECOMMENDING)


def _since(uow: UnitOfWork, group: Group, plan: Plan) -> date | None:
    """The day through which the person was told: what never reached them is told with what follows."""
    if plan.last_on is None:
        return None
    made = uow.logbook.by_key(key_of(group.workspace, group.id, plan.user, plan.last_on))
    return plan.last_on if made is None or made.state not in _UNTOLD else _day(made.facts.get("since"))


def _delivery(
    group: Group, user: str, day: date, since: date | None, zone: str, now: datetime
) -> NewDelivery:
    return NewDelivery(
        key=key_of(group.workspace, group.id, user, day),
        kind=DeliveryKind.REMINDERS,
        workspace=group.workspace,
        group=group.id,
        subscription=None,
        channel=user,
        facts={"day": day.isoformat(), "since": None if since is None else since.isoformat(), "zone": zone},
        due_at=now,
    )


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
