"""Which changes stand, and what an item is without a write to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain import note, obstacle, recommendation
from domain.change import Change, ChangeKind, NewChange
from domain.item import WITHDRAWN, Entry, Item, Place
from domain.language import Language, Text
from domain.lifecycle import Former, Movement, move, reopen
from domain.note import NoteStatus
from domain.obstacle import ObstacleStatus
from domain.recommendation import LIFECYCLE, Recommendation, RecommendationStatus
from domain.reference import RecordKind, Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.undo import NO_WAY_BACK, standing, take_back

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
ENTRY = Entry(
    theme="charging", text=Text("text", Language.ENGLISH, {}), author="U0MEMBER", channel=None, at=AT
)
PLACE = Place(number=1, change=1)


def stored(first: int, *changes: NewChange) -> tuple[Change, ...]:
    """The changes as one write that begins with the number `first`."""
    return tuple(
        Change(
            kind=change.kind,
            subject=change.subject,
            theme=change.theme,
            before=change.before,
            after=change.after,
            number=first + step,
            step=step,
            actor="U0MEMBER",
            at=AT,
        )
        for step, change in enumerate(changes)
    )


def told(kind: ChangeKind, before: str | None = None, after: str | None = None) -> NewChange:
    reference = Reference(Series.RECOMMENDATION, 1)
    return NewChange(kind=kind, subject=reference, theme="charging", before=before, after=after)


def numbers(changes: Sequence[Change]) -> list[int]:
    return [change.number for change in standing(changes[::-1])]


def proposed(**facts: object) -> tuple[Recommendation, NewChange]:
    made, change = recommendation.propose(ENTRY, PLACE, answers=(3, 4))
    return replace(made, **facts), change  # type: ignore[arg-type]  # any of its fields


RECORDED, MOVED, UNDONE = ChangeKind.RECORDED, ChangeKind.MOVED, ChangeKind.UNDONE


def test_every_change_of_a_history_without_undo_stands_newest_first() -> None:
    history = (*stored(1, told(RECORDED), told(ChangeKind.LINKED)), *stored(3, told(MOVED)))
    assert numbers(history) == [3, 2, 1]


def test_a_write_that_was_taken_back_and_the_one_that_did_it_do_not_stand() -> None:
    history = (
        *stored(1, told(RECORDED)),
        *stored(2, told(MOVED), told(ChangeKind.PROGRESSED)),
        *stored(4, told(MOVED), told(ChangeKind.PROGRESSED), told(UNDONE, before="2")),
        *stored(7, told(MOVED)),
    )
    assert numbers(history) == [7, 1]


def test_writes_are_taken_back_in_any_order() -> None:
    history = (
        *stored(1, told(MOVED)),
        *stored(2, told(MOVED)),
        *stored(3, told(UNDONE, before="1")),
        *stored(4, told(UNDONE, before="2")),
    )
    assert numbers(history) == []


def test_a_history_that_is_cut_inside_an_undo_shows_nothing_of_it() -> None:
    history = stored(4, told(MOVED), told(ChangeKind.PROGRESSED), told(UNDONE, before="2"))
    assert numbers(history[1:]) == []


RECORDS: dict[str, tuple[Item, NewChange]] = {
    "note": note.record(RecordKind.NOTE, ENTRY, PLACE),
    "decision": note.record(RecordKind.DECISION, ENTRY, PLACE),
    "obstacle": obstacle.identify(ENTRY, PLACE),
    "recommendation": proposed(),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_what_was_recorded_is_withdrawn(kind: str) -> None:
    item, recorded = RECORDS[kind]
    back, news = take_back(item, stored(1, recorded), LATER)
    assert back == replace(item, status=WITHDRAWN, changed_at=LATER, version=2)
    subject = {"subject": item.reference, "theme": "charging"}
    assert news == (
        NewChange(kind=MOVED, before=item.status, after=WITHDRAWN, **subject),  # type: ignore[arg-type]  # as named
        NewChange(kind=UNDONE, before="1", **subject),  # type: ignore[arg-type]  # as named
    )


@pytest.mark.parametrize("family", [NoteStatus, ObstacleStatus, RecommendationStatus])
def test_every_kind_has_the_status_of_what_was_taken_back(
    family: type[NoteStatus | ObstacleStatus | RecommendationStatus],
) -> None:
    assert family(WITHDRAWN).name == "WITHDRAWN"


def test_an_obstacle_that_was_taken_back_waits_for_nobody() -> None:
    assert not ObstacleStatus.WITHDRAWN.is_open


def test_a_recommendation_that_is_taken_back_keeps_its_links() -> None:
    item, recorded = proposed()
    write = stored(1, recorded, told(ChangeKind.LINKED, after="O-3"), told(ChangeKind.LINKED, after="O-4"))
    back, news = take_back(item, write, LATER)
    assert back.answers == (3, 4)
    assert [change.kind for change in news] == [MOVED, UNDONE]


def test_a_move_with_progress_is_taken_back_whole() -> None:
    before, _ = proposed(status=RecommendationStatus.IN_PROGRESS, progress=20, version=5)
    moved, changes = move(before, Movement(to=RecommendationStatus.IMPLEMENTED, at=AT), LIFECYCLE)
    back, news = take_back(moved, stored(7, *changes), LATER)
    assert back == replace(before, changed_at=LATER, version=7)
    assert news == (
        told(MOVED, "implemented", "in_progress"),
        told(ChangeKind.PROGRESSED, "100", "20"),
        told(UNDONE, "7"),
    )


@pytest.mark.parametrize("former", [None, "U0FORMER"])
def test_an_owner_is_taken_back(former: str | None) -> None:
    item, _ = proposed(owner="U0NEW")
    back, news = take_back(item, stored(2, told(ChangeKind.ASSIGNED, former, "U0NEW")), LATER)
    assert back.owner == former
    assert news == (told(ChangeKind.ASSIGNED, "U0NEW", former), told(UNDONE, "2"))


@pytest.mark.parametrize("former", [None, date(2027, 3, 31)])
def test_a_day_is_taken_back(former: date | None) -> None:
    item, _ = proposed(due_on=date(2027, 6, 30))
    written = None if former is None else "2027-03-31"
    back, news = take_back(item, stored(2, told(ChangeKind.DUE, written, "2027-06-30")), LATER)
    assert back.due_on == former
    assert news == (told(ChangeKind.DUE, "2027-06-30", written), told(UNDONE, "2"))


def test_giving_way_is_taken_back_with_the_move_that_did_it() -> None:
    before, _ = proposed()
    movement = Movement(to=RecommendationStatus.SUPERSEDED, at=AT, successor=5)
    moved, changes = move(before, movement, LIFECYCLE)
    back, news = take_back(moved, stored(7, *changes), LATER)
    assert back == replace(before, changed_at=LATER, version=3)
    assert news == (
        told(MOVED, "superseded", "proposed"),
        told(ChangeKind.SUCCEEDED, "R-5", None),
        told(UNDONE, "7"),
    )


def test_a_reopening_is_taken_back_to_what_it_had_given_way_to() -> None:
    closed, _ = proposed(status=RecommendationStatus.SUPERSEDED, successor=5, progress=40)
    movement = Movement(to=closed.status, at=AT, reason="not so")
    opened, changes = reopen(closed, Former("agreed", 40), movement, LIFECYCLE)
    back, _ = take_back(opened, stored(7, *changes), LATER)
    assert back == replace(closed, changed_at=LATER, version=3)


def test_an_override_is_taken_back_with_the_agreement() -> None:
    item, _ = proposed(status=RecommendationStatus.AGREED, override="the ministers agreed")
    write = stored(
        3, told(MOVED, "under_review", "agreed"), told(ChangeKind.OVERRIDDEN, None, "no-objection")
    )
    back, news = take_back(item, write, LATER)
    assert (back.status, back.override) == ("under_review", None)
    assert [change.kind for change in news] == [MOVED, UNDONE]


def test_a_link_that_followed_a_merged_obstacle_comes_back_in_its_place() -> None:
    item, _ = proposed(answers=(7, 4))
    back, _ = take_back(item, stored(2, told(ChangeKind.LINKED, "O-3", "O-7")), LATER)
    assert back.answers == (3, 4)


def test_a_link_that_fell_together_with_another_comes_back_beside_it() -> None:
    item, _ = proposed(answers=(4,))
    back, _ = take_back(item, stored(2, told(ChangeKind.LINKED, "O-3", None)), LATER)
    assert back.answers == (4, 3)


def test_a_link_of_its_own_is_taken_back() -> None:
    item, _ = proposed()
    back, news = take_back(item, stored(2, told(ChangeKind.LINKED, after="O-3")), LATER)
    assert back.answers == (4,)
    assert news == (told(UNDONE, "2"),)


def test_a_link_of_what_has_no_links_leaves_it_as_it_is() -> None:
    item, _ = obstacle.identify(ENTRY, PLACE)
    link = replace(told(ChangeKind.LINKED, after="O-3"), subject=item.reference)
    back, _ = take_back(item, stored(2, link), LATER)
    assert back == replace(item, changed_at=LATER, version=2)


def test_of_a_write_to_several_items_each_is_given_back_its_own() -> None:
    item, _ = proposed(status=RecommendationStatus.AGREED)
    other = replace(told(MOVED, "identified", "merged"), subject=Reference(Series.OBSTACLE, 1))
    back, _ = take_back(item, stored(2, other, told(MOVED, "proposed", "agreed")), LATER)
    assert back.status == "proposed"


WITHOUT_A_WAY_BACK = sorted(
    set(ChangeKind)
    - {
        RECORDED,
        MOVED,
        ChangeKind.LINKED,
        ChangeKind.PROGRESSED,
        ChangeKind.ASSIGNED,
        ChangeKind.DUE,
        ChangeKind.SUCCEEDED,
        ChangeKind.OVERRIDDEN,
        ChangeKind.EDITED,
        ChangeKind.ATTENDED,
        ChangeKind.RESCHEDULED,
    }
)


@pytest.mark.parametrize("kind", WITHOUT_A_WAY_BACK)
def test_a_change_that_has_no_way_back_is_refused(kind: ChangeKind) -> None:
    item, _ = proposed()
    with pytest.raises(Refusal) as refused:
        take_back(item, stored(2, told(kind)), LATER)
    own = dict.fromkeys(NO_WAY_BACK, RefusalCode.UNDO_MEETING)
    own[ChangeKind.RELOCATED] = RefusalCode.UNDO_RELOCATED
    assert refused.value.code is own.get(kind, RefusalCode.UNDO_IMPOSSIBLE)
    assert refused.value.facts == {"reference": "R-1"}
