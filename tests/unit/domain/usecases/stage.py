"""A stage for use cases: everybody who may come along, and the whole record to compare before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, TypeVar

import pytest

from domain import action, note, obstacle, recommendation
from domain.action import Action
from domain.change import NewChange
from domain.item import Entry
from domain.language import Language, Text
from domain.note import Note
from domain.obstacle import Obstacle
from domain.people import Member, Person, Profile, Role
from domain.recommendation import Recommendation
from domain.reference import RecordKind, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.origin import Origin
from tests.fakes.record import FakeGroupRecord
from tests.fakes.scene import CHANNEL, FOUNDED_AT, MEMBER, WORKSPACE, Hand, found
from tests.fakes.store import FakeUnitOfWork

T = TypeVar("T")
OBSERVER, TALENT_LEAD = "U0OBSERVER", "U0TALENT"
GUEST, STRANGER = "U0GUEST", "U0STRANGER"
"""A guest and a person of another workspace who were made chairs before they became that."""
VISITING_GUEST, NEWCOMER, ADMIN, UNKNOWN = "U0VISITOR", "U0NEW", "U0ADMIN", "U0UNKNOWN"
"""People without a part in the group; Slack told us nothing of the last one."""
UNBOUND = "C0UNBOUND"
WHO_MAY_NOT_RECORD = (
    (UNKNOWN, RefusalCode.PERSON_UNKNOWN),
    (NEWCOMER, RefusalCode.MEMBERS_ONLY),
    (OBSERVER, RefusalCode.OBSERVER_READS_ONLY),
    (GUEST, RefusalCode.GUEST_READS_ONLY),
    (STRANGER, RefusalCode.GUEST_READS_ONLY),
)
"""And what they are told."""
NOW = FOUNDED_AT.replace(hour=18)
DUE = date(2026, 11, 27)

_ROLES = {
    OBSERVER: (Role.OBSERVER, frozenset[str]()),
    TALENT_LEAD: (Role.LEAD, frozenset({"talent"})),
    GUEST: (Role.CHAIR, frozenset[str]()),
    STRANGER: (Role.CHAIR, frozenset[str]()),
}


def profile(user: str, **facts: object) -> Profile:
    plain = Profile(
        person=Person(WORKSPACE, user), name=user, locale_language=None, zone=None, fetched_at=FOUNDED_AT
    )
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def everything(uow: FakeUnitOfWork) -> dict[str, Any]:
    """All that is stored, numbers taken included."""
    stored: dict[str, Any] = {"deliveries": dict(uow.outbox.deliveries)}
    for name, workspace in uow.workspaces.items():
        stored[name] = (
            dict(workspace.channels.by_channel),
            dict(workspace.people.by_user),
            dict(workspace.receipts.by_key),
            {number: _whole(record) for number, record in workspace.records.items()},
        )
    return stored


def _whole(record: FakeGroupRecord) -> tuple[Any, ...]:
    return (
        record.group,
        *(dict(record.items(series).by_number) for series in Series),
        {number: dict(held) for number, held in record.positions.by_recommendation.items()},
        tuple(record.changes.all),
        dict(record.members.by_user),
        set(record.mutes.pairs),
        dict(record.acts.by_user),
        dict(record.drafts.by_number),
        dict(record.scribed.by_key),
        dict(record.subscriptions.by_number),
        dict(record._numbers),
    )


@dataclass(slots=True)
class Stage:
    """The group of `tests.fakes.scene` with an observer, a second lead, guests and strangers besides."""

    uow: FakeUnitOfWork = field(default_factory=FakeUnitOfWork)
    hand: Hand = field(init=False)

    def __post_init__(self) -> None:
        self.hand = Hand(self.uow, found(self.uow))
        people = self.uow.workspace(WORKSPACE).people
        flags = {
            GUEST: {"is_guest": True},
            VISITING_GUEST: {"is_guest": True},
            STRANGER: {"is_stranger": True},
            ADMIN: {"is_admin": True},
        }
        for user in (OBSERVER, TALENT_LEAD, GUEST, STRANGER, VISITING_GUEST, NEWCOMER, ADMIN):
            people.save(profile(user, **flags.get(user, {})))
        member = self.member(MEMBER)
        for user, (role, themes) in _ROLES.items():
            self.record.members.add(replace(member, user=user, role=role, themes=themes), FOUNDED_AT)

    @property
    def record(self) -> FakeGroupRecord:
        return self.uow.workspace(WORKSPACE).group(1)

    def member(self, user: str) -> Member:
        member = self.record.members.get(user)
        assert member is not None
        return member

    def origin(self, user: str = MEMBER, *, key: str | None = None, channel: str | None = CHANNEL) -> Origin:
        return replace(self.hand.origin(user, key), channel=channel)

    def refused(self, job: Callable[[], object]) -> Refusal:
        """How the job is refused; nothing is written, even before anything is rolled back."""
        before = everything(self.uow)
        with pytest.raises(Refusal) as caught:
            job()
        assert everything(self.uow) == before
        return caught.value

    def code(self, job: Callable[[], object]) -> RefusalCode:
        return self.refused(job).code

    def writes_nothing(self, job: Callable[[], T]) -> T:
        """What the job answers, without a trace in the record."""
        before = everything(self.uow)
        answer = job()
        assert everything(self.uow) == before
        return answer

    def told(self, after: int = 0) -> list[NewChange]:
        """The group's changes after this number, without number, actor and time."""
        facts = [each.name for each in fields(NewChange)]
        return [
            NewChange(**{name: getattr(change, name) for name in facts})
            for change in self.record.changes.all[after:]
        ]

    def entry(self, text: str = "text", theme: str | None = "charging", author: str = MEMBER) -> Entry:
        words = Text(text, Language.ENGLISH, {})
        return Entry(theme=theme, text=words, author=author, channel=CHANNEL, at=FOUNDED_AT)

    def note(self, entry: Entry | None = None) -> Note:
        said = entry or self.entry()
        made, change = note.record(RecordKind.NOTE, said, self.record.place(Series.NOTE))
        self.record.notes.add(made)
        self.record.changes.append([change], said.author, said.at)
        return made

    def obstacle(self, entry: Entry | None = None) -> Obstacle:
        said = entry or self.entry()
        made, change = obstacle.identify(said, self.record.place(Series.OBSTACLE))
        self.record.obstacles.add(made)
        self.record.changes.append([change], said.author, said.at)
        return made

    def recommendation(self, entry: Entry | None = None, **facts: object) -> Recommendation:
        said = entry or self.entry()
        made, change = recommendation.propose(said, self.record.place(Series.RECOMMENDATION))
        made = replace(made, **facts)  # type: ignore[arg-type]  # any of its fields
        self.record.recommendations.add(made)
        self.record.changes.append([change], said.author, said.at)
        return made

    def action(self, entry: Entry | None = None, **facts: object) -> Action:
        said = entry or self.entry()
        place = self.record.place(Series.ACTION)
        made, change = action.give(said, place, owner=said.author, due_on=DUE)
        made = replace(made, **facts)  # type: ignore[arg-type]  # any of its fields
        self.record.actions.add(made)
        self.record.changes.append([change], said.author, said.at)
        return made
