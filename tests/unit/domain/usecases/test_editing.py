"""Correcting an item: who may, what is stored and told, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.change import ChangeKind
from domain.editing import Correction
from domain.group import Driver
from domain.language import Language, Names
from domain.obstacle import Severity
from domain.permissions import Actor
from domain.position import Stance
from domain.recommendation import RecommendationStatus as Status
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.editing import Edit, Edited, EditOutcome, WhichVersion, edit, may_edit
from domain.usecases.items import Stale
from domain.usecases.positions import Taken, TakePosition, take_position
from tests.fakes.scene import CHAIR, LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import (
    GUEST,
    NEWCOMER,
    NOW,
    OBSERVER,
    STRANGER,
    TALENT_LEAD,
    UNKNOWN,
    Stage,
    everything,
    profile,
)

EN, ES = Language.ENGLISH, Language.SPANISH
N1, O1, R1, A1 = (
    Reference(series, 1) for series in (Series.NOTE, Series.OBSTACLE, Series.RECOMMENDATION, Series.ACTION)
)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def stage() -> Stage:
    """One of each kind in charging, by the member; the group has a driver."""
    stage = Stage()
    stage.record.save_group(replace(stage.record.group, drivers=(Driver("jobs", Names({EN: "Jobs"})),)))
    stage.note()
    stage.obstacle()
    stage.recommendation()
    stage.action()
    return stage


def command(
    stage: Stage, correction: Correction, user: str = MEMBER, reference: Reference = R1, **facts: object
) -> Edit:
    plain = Edit(origin=stage.origin(user), group=1, reference=reference, correction=correction)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def edited(stage: Stage, correction: Correction, user: str = MEMBER, reference: Reference = R1) -> Edited:
    outcome = edit(command(stage, correction, user, reference), stage.uow, NOW)
    assert isinstance(outcome, Edited)
    return outcome


def code(
    stage: Stage, correction: Correction, user: str = MEMBER, reference: Reference = R1
) -> RefusalCode | None:
    """How it is refused, if it is; nothing is written then."""
    wanted, before = command(stage, correction, user, reference), everything(stage.uow)
    try:
        edit(wanted, stage.uow, NOW)
    except Refusal as refused:
        left, found = everything(stage.uow), refused.code
    else:
        return None
    assert left == before
    return found


def support(stage: Stage, user: str) -> None:
    wanted = TakePosition(origin=stage.origin(user), group=1, reference=R1, stance=Stance.SUPPORT)
    assert isinstance(take_position(wanted, stage.uow, NOW), Taken)


def test_a_correction_is_stored_with_its_changes_and_receipt(stage: Stage) -> None:
    last = stage.record.changes.last_number
    wanted = command(
        stage, Correction(text=" New\x00 text ", theme="talent"), origin=stage.origin(key="trigger-edit")
    )
    outcome = edit(wanted, stage.uow, NOW)
    assert isinstance(outcome, Edited)
    stored = stage.record.recommendations.by_number[1]
    assert outcome.item == stored
    assert (stored.text.original, stored.theme, stored.edition, stored.version) == (
        "New text",
        "talent",
        2,
        2,
    )
    assert [(one.kind, one.before, one.after, one.theme) for one in stage.told(last)] == [
        (ChangeKind.EDITED, "text=text", "text=New text", "talent"),
        (ChangeKind.EDITED, "theme=charging", "theme=talent", "talent"),
    ]
    receipt, _ = stage.uow.workspace(WORKSPACE).receipts.by_key["trigger-edit"]
    assert (receipt.subject, receipt.facts) == ("R-1", {"write": str(last + 1)})


def test_a_replay_is_told_the_same_changes_and_writes_nothing(stage: Stage) -> None:
    wanted = command(stage, Correction(text="New text"))
    first = edit(wanted, stage.uow, NOW)
    edited(stage, Correction(text="Newest text"))
    again = stage.writes_nothing(lambda: edit(wanted, stage.uow, LATER))
    assert isinstance(first, Edited)
    assert isinstance(again, Edited)
    assert again.repeated
    assert [change.after for change in again.changes] == [change.after for change in first.changes]


def test_a_correction_that_says_what_stands_there_writes_nothing(stage: Stage) -> None:
    wanted = command(stage, Correction(text="text", theme="charging"))
    same = stage.writes_nothing(lambda: edit(wanted, stage.uow, NOW))
    assert same == Edited(item=stage.record.recommendations.by_number[1])


def test_who_saw_another_version_gets_what_it_says_now(stage: Stage) -> None:
    edited(stage, Correction(text="New text"))
    wanted = command(stage, Correction(text="Other text"), version=1)
    answer = stage.writes_nothing(lambda: edit(wanted, stage.uow, NOW))
    assert answer == Stale(stage.record.recommendations.by_number[1])


def test_positions_on_the_text_before_are_counted_no_more(stage: Stage) -> None:
    for user in (LEAD, CHAIR):
        support(stage, user)
    assert edited(stage, Correction(versions={ES: "texto"})).uncounted == 0
    assert edited(stage, Correction(text="New text")).uncounted == 2
    assert edited(stage, Correction(text="Newest text")).uncounted == 0


def test_versions_that_stay_while_the_original_changes_are_named(stage: Stage) -> None:
    edited(stage, Correction(versions={ES: "texto"}))
    assert edited(stage, Correction(text="New text")).left == (ES,)
    assert edited(stage, Correction(text="Newest text", versions={ES: "texto nuevo"})).left == ()


@pytest.mark.parametrize("spoken", [EN, None])
def test_words_in_the_language_of_the_original_are_the_original(
    stage: Stage, spoken: Language | None
) -> None:
    outcome = edit(command(stage, Correction(text="New text"), spoken=spoken), stage.uow, NOW)
    assert isinstance(outcome, Edited)


def test_words_that_seem_to_be_in_another_language_are_asked_about(stage: Stage) -> None:
    wanted = command(stage, Correction(text="texto"), spoken=ES)
    asked = stage.writes_nothing(lambda: edit(wanted, stage.uow, NOW))
    assert asked == WhichVersion(stage.record.recommendations.by_number[1], ES)


def test_a_group_of_one_language_is_not_asked_which(stage: Stage) -> None:
    stage.record.save_group(replace(stage.record.group, languages=(EN,)))
    outcome: EditOutcome = edit(command(stage, Correction(text="texto"), spoken=ES), stage.uow, NOW)
    assert isinstance(outcome, Edited)
    assert code(stage, Correction(versions={ES: "texto"})) is RefusalCode.LANGUAGE_OF_NO_GROUP


TEXT = Correction(text="New text")
EVERYBODY = (CHAIR, LEAD, MEMBER, TALENT_LEAD, OBSERVER, GUEST, STRANGER, NEWCOMER, UNKNOWN)
READERS = {
    OBSERVER: RefusalCode.OBSERVER_READS_ONLY,
    GUEST: RefusalCode.GUEST_READS_ONLY,
    STRANGER: RefusalCode.GUEST_READS_ONLY,
    NEWCOMER: RefusalCode.MEMBERS_ONLY,
    UNKNOWN: RefusalCode.PERSON_UNKNOWN,
}


@pytest.mark.parametrize("reference", [N1, O1, R1, A1], ids=str)
@pytest.mark.parametrize("user", EVERYBODY)
def test_authors_leads_and_chairs_correct_the_text(user: str, reference: Reference) -> None:
    stage = Stage()
    stage.note()
    stage.obstacle()
    stage.recommendation()
    stage.action()
    expected = READERS.get(user, RefusalCode.LEAD_ONLY if user == TALENT_LEAD else None)
    assert code(stage, TEXT, user, reference) is expected


@pytest.mark.parametrize(
    "correction",
    [
        Correction(priority=True),
        Correction(drivers=("jobs",)),
        Correction(countries=("MX",)),
        Correction(due_on=date(2027, 3, 31)),
    ],
)
def test_leads_and_chairs_alone_plan_a_recommendation(stage: Stage, correction: Correction) -> None:
    assert code(stage, correction) is RefusalCode.LEAD_ONLY
    assert code(stage, correction, TALENT_LEAD) is RefusalCode.LEAD_ONLY
    assert code(stage, correction, LEAD) is None


def test_an_author_is_told_which_part_of_the_correction_needs_the_lead(stage: Stage) -> None:
    correction = Correction(text="Clearer words", priority=True, drivers=("jobs",))
    with pytest.raises(Refusal) as refused:
        edit(command(stage, correction), stage.uow, NOW)
    assert (refused.value.code, refused.value.facts) == (
        RefusalCode.LEAD_ONLY,
        {"fields": "drivers priority"},
    )


def test_authors_say_how_severe_an_obstacle_is_and_where(stage: Stage) -> None:
    correction = Correction(severity=Severity.HIGH, countries=("MX",))
    assert code(stage, correction, reference=O1) is None
    assert stage.record.obstacles.by_number[1].severity is Severity.HIGH


def test_what_has_gone_on_is_moved_to_another_theme_by_who_answers_for_it(stage: Stage) -> None:
    moved = replace(stage.record.recommendations.by_number[1], status=Status.UNDER_REVIEW)
    stage.record.recommendations.save(moved)
    assert code(stage, Correction(theme="talent")) is RefusalCode.LEAD_ONLY
    assert code(stage, Correction(theme="talent"), TALENT_LEAD) is RefusalCode.LEAD_ONLY
    assert code(stage, Correction(theme="talent"), LEAD) is None
    assert code(stage, Correction(theme="charging"), LEAD) is RefusalCode.LEAD_ONLY


def test_authors_move_what_is_new_to_another_theme_and_it_counts_there(stage: Stage) -> None:
    assert code(stage, Correction(theme="talent"), reference=N1) is None
    assert [item.theme for item in stage.record.register.all() if item.reference == N1] == ["talent"]


@pytest.mark.parametrize("status", Status)
def test_the_text_of_what_has_ended_is_corrected_but_of_what_was_taken_back(status: Status) -> None:
    stage = Stage()
    stage.recommendation(status=status)
    expected = RefusalCode.CLOSED if status is Status.WITHDRAWN else None
    assert code(stage, TEXT) is expected


def test_what_is_closed_is_due_no_more(stage: Stage) -> None:
    done = replace(stage.record.recommendations.by_number[1], status=Status.IMPLEMENTED)
    stage.record.recommendations.save(done)
    assert code(stage, Correction(due_on=date(2027, 3, 31)), CHAIR) is RefusalCode.CLOSED
    assert code(stage, Correction(priority=True), CHAIR) is None


@pytest.mark.parametrize(
    ("correction", "reference", "refusal"),
    [
        (TEXT, Reference(Series.RECOMMENDATION, 9), RefusalCode.REFERENCE_UNKNOWN),
        (Correction(text="  "), R1, RefusalCode.TEXT_EMPTY),
        (Correction(text="n" * 3001), R1, RefusalCode.TEXT_TOO_LONG),
        (Correction(versions={ES: "n" * 3001}), R1, RefusalCode.TEXT_TOO_LONG),
        (Correction(theme="energy"), R1, RefusalCode.THEME_UNKNOWN),
        (Correction(countries=("CA",)), R1, RefusalCode.COUNTRY_UNKNOWN),
        (Correction(drivers=("luck",)), R1, RefusalCode.DRIVER_UNKNOWN),
        (Correction(due_on=date(2026, 1, 1)), R1, RefusalCode.DATE_PASSED),
        (Correction(severity=Severity.LOW), R1, RefusalCode.FIELD_OF_OTHER_KIND),
        (Correction(priority=True), O1, RefusalCode.FIELD_OF_OTHER_KIND),
        (Correction(countries=()), N1, RefusalCode.FIELD_OF_OTHER_KIND),
        (Correction(due_on=date(2027, 3, 31)), O1, RefusalCode.FIELD_OF_OTHER_KIND),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    stage: Stage, correction: Correction, reference: Reference, refusal: RefusalCode
) -> None:
    assert code(stage, correction, CHAIR, reference) is refusal


def test_what_a_form_says_again_needs_no_right_of_its_own(stage: Stage) -> None:
    said = Correction(text="New text", theme="charging", countries=(), drivers=(), priority=False)
    assert code(stage, said) is None
    assert stage.record.recommendations.by_number[1].text.original == "New text"


def test_the_present_words_are_never_asked_about(stage: Stage) -> None:
    wanted = command(stage, Correction(text="text", priority=True), LEAD, spoken=ES)
    assert isinstance(edit(wanted, stage.uow, NOW), Edited)


def test_it_is_known_beforehand_who_may_correct_it(stage: Stage) -> None:
    item = stage.record.recommendations.by_number[1]
    may = {
        user: may_edit(Actor(profile(user), stage.record.members.get(user)), item)
        for user in (CHAIR, LEAD, MEMBER, TALENT_LEAD, OBSERVER)
    }
    assert may == {CHAIR: True, LEAD: True, MEMBER: True, TALENT_LEAD: False, OBSERVER: False}
    withdrawn = replace(item, status=Status.WITHDRAWN)
    assert not may_edit(Actor(profile(CHAIR), stage.member(CHAIR)), withdrawn)
