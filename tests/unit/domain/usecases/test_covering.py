"""What of its range a digest tells: of themes, of one person's own, of a sector or country."""

from __future__ import annotations

from dataclasses import replace

from domain.change import ChangeKind, NewChange
from domain.coverage import EVERYTHING, Coverage, coverage_in
from domain.digest import Digest
from domain.group import Sector
from domain.item import Entry, Item
from domain.language import Language, Text
from domain.obstacle import identify
from domain.position import Position, Stance
from domain.recommendation import propose
from domain.reference import Series
from domain.usecases.composed import digest_told
from domain.usecases.deliveries import materialise
from domain.usecases.digest_facts import scope_of
from domain.usecases.own_digests import own_digest
from domain.usecases.subscriptions import subscribe
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, LEAD, MEMBER, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import MONDAY_NINE, deliveries, personal
from tests.unit.domain.usecases.wanted import wanted


def entry(author: str, theme: str | None) -> Entry:
    return Entry(
        theme=theme,
        text=Text(f"by {author}", Language.ENGLISH, {}),
        author=author,
        channel=CHANNEL,
        at=FOUNDED_AT,
    )


def told(hand: Hand, item: Item, *changes: NewChange) -> Item:
    hand.record.changes.append(changes, item.author, FOUNDED_AT)
    return item


def obstacle(hand: Hand, author: str, theme: str | None = "talent", countries: tuple[str, ...] = ()) -> Item:
    made, change = identify(entry(author, theme), hand.record.place(Series.OBSTACLE), countries=countries)
    hand.record.obstacles.add(made)
    return told(hand, made, change)


def composed(hand: Hand, uow: FakeUnitOfWork, coverage: Coverage) -> Digest:
    reader = coverage.reader
    channel = reader or CHANNEL
    command = wanted(
        hand.origin(reader or CHAIR), coverage=coverage, channel=channel, reader=reader, skip_quiet=False
    )
    started = subscribe(command, uow, FOUNDED_AT).subscription
    hand.record.subscriptions.save(replace(started, told_through=0))
    materialise(uow, MONDAY_NINE, 9)
    return digest_told(deliveries(uow)[0], uow).digest


def test_a_country_is_the_items_or_its_authors(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.record.members.save(replace(hand.record.members.all()[1], country="US"))
    by_chair, by_lead = obstacle(hand, CHAIR), obstacle(hand, LEAD)
    about_us = obstacle(hand, CHAIR, countries=("US",))
    told_of = composed(hand, uow, Coverage(countries=("US",)))
    assert set(told_of.effects.recorded) == {by_lead.reference, about_us.reference}
    assert {each.reference for each in told_of.unanswered} == {by_lead.reference, about_us.reference}
    assert told_of.standing.unanswered == 2
    assert by_chair.reference not in told_of.items


def test_a_sector_is_the_authors(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.record.members.save(replace(hand.record.members.all()[2], sector=Sector.ACADEMIA))
    obstacle(hand, CHAIR)
    academic = obstacle(hand, MEMBER)
    found = composed(hand, uow, Coverage(sectors=(Sector.ACADEMIA,), themes=("talent",)))
    assert found.effects.recorded == (academic.reference,)


def test_what_concerns_a_reader_is_theirs_or_of_a_theme_they_lead_or_spoke_on(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    obstacle(hand, CHAIR)
    led, own = obstacle(hand, CHAIR, "charging"), obstacle(hand, LEAD)
    made, change = propose(entry(CHAIR, "talent"), hand.record.place(Series.RECOMMENDATION))
    hand.record.recommendations.add(made)
    told(hand, made, change)
    support = Position(user=LEAD, stance=Stance.SUPPORT, comment=None, edition=1, at=FOUNDED_AT)
    hand.record.positions.put(made.number, support)
    found = composed(hand, uow, Coverage(concerning=LEAD))
    assert set(found.effects.recorded) == {led.reference, own.reference, made.reference}
    assert found.coverage.led == ("charging",)


def test_what_left_its_reader_in_the_range_is_told_once_more(uow: FakeUnitOfWork, hand: Hand) -> None:
    found = obstacle(hand, CHAIR)
    moved = NewChange(
        kind=ChangeKind.MOVED,
        subject=found.reference,
        theme="talent",
        before="identified",
        after="confirmed",
    )
    given = NewChange(kind=ChangeKind.ASSIGNED, subject=found.reference, theme="talent", before=MEMBER)
    told(hand, found, moved, given)
    digest = composed(hand, uow, Coverage(mine_of=MEMBER))
    assert found.reference in digest.effects.subjects


def test_who_joined_and_where_the_group_is_are_everybodys(uow: FakeUnitOfWork, hand: Hand) -> None:
    changes = [
        NewChange(kind=ChangeKind.MEMBER_JOINED, after="U0NEW"),
        NewChange(kind=ChangeKind.PHASE_CHANGED, before="a", after="b"),
    ]
    hand.record.changes.append(changes, CHAIR, FOUNDED_AT)
    effects = composed(hand, uow, Coverage(mine_of=MEMBER)).effects
    assert effects.joined == ("U0NEW",)
    assert [change.after for change in effects.steered] == ["b"]


def test_a_week_that_is_quiet_for_the_coverage_is_skipped(uow: FakeUnitOfWork, hand: Hand) -> None:
    coverage = Coverage(sectors=(Sector.ACADEMIA,))
    subscribe(wanted(hand.origin(), coverage=coverage), uow, FOUNDED_AT)
    obstacle(hand, CHAIR)
    assert materialise(uow, MONDAY_NINE, 9).skipped == 1


def test_facts_of_the_release_before_read_as_themes_alone() -> None:
    assert coverage_in({"themes": ["talent"]}) == Coverage(themes=("talent",))
    every = Coverage(
        themes=("talent",), mine_of=MEMBER, sectors=(Sector.INDUSTRY,), countries=("MX",), concerning=LEAD
    )
    assert coverage_in(every.facts()) == every
    assert scope_of({"themes": [], "languages": ["en"]}).coverage == EVERYTHING


def test_ones_own_part_of_a_posted_digest_has_its_range(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    obstacle(hand, CHAIR)
    own = obstacle(hand, MEMBER)
    materialise(uow, MONDAY_NINE, 9)
    obstacle(hand, MEMBER)
    key = deliveries(uow)[0].key
    part = own_digest(hand.origin(MEMBER), 1, key, Language.SPANISH, uow)
    assert part.effects.recorded == (own.reference,)
    assert part.languages == (Language.SPANISH,)


def test_a_personal_digest_keeps_telling_everything_where_it_did(uow: FakeUnitOfWork, hand: Hand) -> None:
    personal(uow, hand)
    made = obstacle(hand, CHAIR)
    materialise(uow, MONDAY_NINE, 9)
    assert digest_told(deliveries(uow)[0], uow).digest.effects.recorded == (made.reference,)
