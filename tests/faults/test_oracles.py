"""The oracles, on ledgers made up for them: each fault they are there for is found, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.delivery import DeliveryKind, DeliveryState
from tests.faults.ledger import Appearance, Ledger, Row, Told
from tests.faults.oracles import Double, complaints, doubles_seen


def digest(number: int, after: int, through: int, *, state: DeliveryState = DeliveryState.SENT) -> Row:
    """The row of one day; its message has the timestamp of the same number."""
    parts: dict[DeliveryState, tuple[str | None, ...]] = {
        DeliveryState.SENT: (f"{number}.0",),
        DeliveryState.FAILED: (None,),
        DeliveryState.UNCERTAIN: (None,),
    }
    return Row(
        id=number,
        key=f"digest:{number}",
        kind=DeliveryKind.DIGEST,
        state=state,
        subscription=1,
        after=after,
        through=through,
        slot=date(2026, 11, number),
        parts=parts.get(state, ()),
    )


def message(row: Row, at: float = 0.0, *, ts: str | None = None, gone_at: float | None = None) -> Appearance:
    """The row's first message."""
    return Appearance("C1", ts or f"{row.id}.0", row.key, 0, at, gone_at)


def of(*rows: Row, through: int, seen: tuple[Appearance, ...]) -> Ledger:
    return Ledger(rows, (Told(1, through),), seen)


FIRST, SECOND, THIRD = digest(1, 4, 7), digest(2, 7, 7), digest(3, 7, 12)
SOUND = of(
    FIRST, SECOND, THIRD, through=12, seen=(message(FIRST, 1.0), message(SECOND, 2.0), message(THIRD, 3.0))
)


def test_a_ledger_with_one_message_for_each_slot_and_ranges_without_gaps_is_sound() -> None:
    assert complaints(SOUND) == []
    assert doubles_seen(SOUND) == []


def test_a_message_that_is_missing_is_lost() -> None:
    assert complaints(replace(SOUND, seen=SOUND.seen[:2])) == ["digest:3 part 0 is lost"]
    gone = message(THIRD, 3.0, gone_at=4.0)
    assert complaints(replace(SOUND, seen=(*SOUND.seen[:2], gone))) == ["digest:3 part 0 is lost"]


def test_a_row_that_names_another_message_than_the_one_that_stands_has_lost_its_own() -> None:
    other = replace(SOUND.seen[2], ts="3.9")
    assert complaints(replace(SOUND, seen=(*SOUND.seen[:2], other))) == ["digest:3 part 0 is lost"]


def test_a_delivery_that_is_sent_without_any_part_is_lost() -> None:
    empty = replace(THIRD, parts=())
    assert complaints(replace(SOUND, rows=(FIRST, SECOND, empty), seen=SOUND.seen[:2])) == [
        "digest:3 was sent without a message"
    ]


def test_a_message_that_stands_twice_is_doubled() -> None:
    twice = replace(SOUND, seen=(*SOUND.seen, message(FIRST, 5.0, ts="1.5")))
    assert complaints(twice) == ["digest:1 part 0 stands 2 times"]
    assert doubles_seen(twice) == [Double("digest:1", 0, 0.0)]


def test_a_second_message_that_was_removed_is_a_double_that_passed() -> None:
    passed = replace(SOUND, seen=(*SOUND.seen, message(FIRST, 5.0, ts="1.5", gone_at=6.5)))
    assert complaints(passed) == []
    assert doubles_seen(passed) == [Double("digest:1", 0, 1.5)]


def test_a_message_that_came_after_the_first_was_removed_is_no_double() -> None:
    again = (message(FIRST, 1.0, ts="1.1", gone_at=2.0), message(FIRST, 3.0), *SOUND.seen[1:])
    assert doubles_seen(replace(SOUND, seen=again)) == []


@pytest.mark.parametrize("state", [DeliveryState.SKIPPED, DeliveryState.FAILED])
def test_a_message_of_a_delivery_that_was_not_sent_should_not_stand(state: DeliveryState) -> None:
    unsent = digest(3, 7, 7, state=state)
    found = of(FIRST, SECOND, unsent, through=7, seen=SOUND.seen)
    assert complaints(found) == [f"digest:3 part 0 stands in C1 and is {state}"]


def test_a_message_of_no_row_should_not_stand() -> None:
    foreign = Appearance("C1", "9.0", "digest:9", 0, 9.0)
    assert complaints(replace(SOUND, seen=(*SOUND.seen, foreign))) == [
        "digest:9 part 0 stands in C1 and is of no row"
    ]


def test_an_uncertain_delivery_may_stand_once_or_not_at_all_and_never_twice() -> None:
    uncertain = digest(3, 7, 12, state=DeliveryState.UNCERTAIN)
    absent = of(FIRST, SECOND, uncertain, through=12, seen=SOUND.seen[:2])
    assert complaints(absent) == []
    assert complaints(replace(absent, seen=SOUND.seen)) == []
    assert complaints(replace(absent, seen=(*SOUND.seen, message(THIRD, 4.0, ts="3.5")))) == [
        "digest:3 part 0 stands 2 times"
    ]


def test_a_delivery_that_is_not_settled_is_named() -> None:
    waiting = digest(3, 7, 12, state=DeliveryState.SENDING)
    assert complaints(of(FIRST, SECOND, waiting, through=12, seen=SOUND.seen)) == ["digest:3 is sending"]


def test_a_range_that_leaves_a_gap_or_tells_a_change_twice_is_found() -> None:
    for late in (8, 6):
        third = digest(3, late, 12)
        assert complaints(of(FIRST, SECOND, third, through=12, seen=SOUND.seen)) == [
            f"digest:3 begins after {late} instead of 7"
        ]


def test_a_failed_digest_gives_its_range_back_and_nothing_else_may() -> None:
    failed = digest(2, 7, 9, state=DeliveryState.FAILED)
    seen = (SOUND.seen[0], SOUND.seen[2])
    assert complaints(of(FIRST, failed, THIRD, through=12, seen=seen)) == []
    later = digest(3, 9, 12)
    assert complaints(of(FIRST, failed, later, through=12, seen=seen)) == [
        "digest:3 begins after 9 instead of 7"
    ]
    assert complaints(of(FIRST, failed, through=9, seen=seen[:1])) == ["D-1 has told through 9 instead of 7"]


def test_a_subscription_that_says_it_has_told_more_than_its_rows_is_found() -> None:
    assert complaints(replace(SOUND, subscriptions=(Told(1, 13),))) == [
        "D-1 has told through 13 instead of 12"
    ]


def test_a_date_without_a_row_is_a_missed_slot_and_one_that_was_skipped_is_not() -> None:
    missed = of(FIRST, replace(THIRD, id=2), through=12, seen=(SOUND.seen[0], SOUND.seen[2]))
    assert complaints(missed) == ["D-1: 2026-11-01 is followed by 2026-11-03"]
    skipped = digest(2, 7, 7, state=DeliveryState.SKIPPED)
    assert complaints(of(FIRST, skipped, THIRD, through=12, seen=(SOUND.seen[0], SOUND.seen[2]))) == []


def test_kinds_that_stand_in_no_channel_are_not_looked_for_there() -> None:
    emoji = Row(9, "reaction:1", DeliveryKind.REACTION, DeliveryState.SENT, parts=("5.0",))
    whisper = Row(10, "whisper:1", DeliveryKind.WHISPER, DeliveryState.SENT, parts=("6.0",))
    assert complaints(replace(SOUND, rows=(*SOUND.rows, emoji, whisper))) == []
