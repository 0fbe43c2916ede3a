"""Taking back when one's own last change was to no item: it is named, and nothing is passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.people import Role
from domain.refusal import RefusalCode
from domain.usecases.groups import BindChannel, bind_channel
from domain.usecases.latest_acts import LOOKS_BACK
from domain.usecases.members import Adjust, Leave, adjust, leave
from domain.usecases.subscriptions import pause, resume, stop
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, MEMBER
from tests.unit.domain.usecases.stage import NOW, Stage
from tests.unit.domain.usecases.undos import N1, refused, undone


def facts(change: str, **more: str) -> dict[str, str | int]:
    return {"change": change, "digest": "D-…", "person": CHAIR, "former": "", "earlier": "N-1", **more}


def by_chair(stage: Stage) -> None:
    """N-1, before what else the chair does."""
    stage.note(stage.entry(author=CHAIR))


def change(stage: Stage, kind: ChangeKind, **more: str) -> None:
    stage.record.changes.append([NewChange(kind=kind, **more)], CHAIR, NOW)  # type: ignore[arg-type]  # words alone


def test_each_turn_of_a_digest_is_named_with_its_number(stage: Stage) -> None:
    by_chair(stage)
    stage.hand.subscribe(NOW)
    stage.hand.subscribe(NOW, themes=("talent",))
    told = [refused(stage, CHAIR)[1]]
    for turn in (pause, resume, stop):
        turn(stage.hand.steer(2), stage.uow, NOW)
        told.append(refused(stage, CHAIR)[1])
    turns = ("scheduled", "paused", "resumed", "stopped")
    named = [
        {**facts(f"digest-{turn}", digest="D-2"), "person": each["person"]}
        for turn, each in zip(turns, told, strict=True)
    ]
    assert told == named


def test_a_change_of_role_is_named_before_the_themes_that_go_with_it(stage: Stage) -> None:
    by_chair(stage)
    wanted = Adjust(origin=stage.origin(CHAIR), group=1, user=LEAD, role=Role.OBSERVER)
    adjust(wanted, stage.uow, NOW)
    _, named = refused(stage, CHAIR)
    assert (named["change"], named["former"]) == ("role-changed", "lead")
    assert stage.member(LEAD).role is Role.OBSERVER


def test_taking_somebody_out_is_told_from_leaving(stage: Stage) -> None:
    leave(Leave(origin=stage.origin(CHAIR), group=1, user=LEAD), stage.uow, NOW)
    assert refused(stage, CHAIR)[1]["change"] == "member-left"
    change(stage, ChangeKind.MEMBER_LEFT, before=CHAIR)
    assert refused(stage, CHAIR)[1]["change"] == "member-left-self"


@pytest.mark.parametrize(
    ("kind", "more", "named"),
    [
        (ChangeKind.MEMBER_JOINED, {"after": LEAD, "person": LEAD}, "member-joined"),
        (ChangeKind.MEMBER_JOINED, {"after": CHAIR}, "member-joined-self"),
        (ChangeKind.CHANNEL_BOUND, {"after": "C0OTHER"}, "channel-bound"),
        (ChangeKind.CHANNEL_BOUND, {"after": "C0OTHER", "before": "theme="}, "channel-bound-theme"),
        (ChangeKind.CHANNEL_BOUND, {"before": "C0OTHER"}, "channel-bound-gone"),
        (ChangeKind.PHASE_CHANGED, {"before": "diagnosis", "after": "implementation"}, "phase-changed"),
    ],
)
def test_what_was_done_is_told_from_its_contrary(
    stage: Stage, kind: ChangeKind, more: dict[str, str], named: str
) -> None:
    by_chair(stage)
    change(stage, kind, **more)
    code, told = refused(stage, CHAIR)
    assert (code, told["change"], told["earlier"]) == (RefusalCode.UNDO_GROUP, named, "N-1")


def test_which_channel_it_was_and_what_its_theme_was_before_are_told(stage: Stage) -> None:
    for theme in ("charging", "talent"):
        bind_channel(BindChannel(origin=stage.origin(CHAIR), group=1, theme=theme), stage.uow, NOW)
    told = refused(stage, CHAIR)[1]
    named = {fact: told[fact] for fact in ("change", "channel", "theme", "former")}
    assert named == {
        "change": "channel-bound-theme",
        "channel": CHANNEL,
        "theme": "talent",
        "former": "charging",
    }


def test_it_is_named_again_until_something_is_recorded(stage: Stage) -> None:
    by_chair(stage)
    change(stage, ChangeKind.DIGEST_PAUSED)
    assert [refused(stage, CHAIR)[0] for _ in range(2)] == [RefusalCode.UNDO_GROUP] * 2
    stage.note(stage.entry(author=CHAIR))
    assert undone(stage, CHAIR).item.number == 2
    assert refused(stage, CHAIR)[0] is RefusalCode.UNDO_GROUP


def test_a_named_item_is_taken_back_whatever_became_of_the_group_since(stage: Stage) -> None:
    by_chair(stage)
    change(stage, ChangeKind.DIGEST_PAUSED)
    assert undone(stage, CHAIR, N1).item.number == 1
    assert refused(stage, CHAIR)[1]["earlier"] == "none"


def test_what_was_done_to_the_group_before_the_last_record_does_not_count(stage: Stage) -> None:
    change(stage, ChangeKind.DIGEST_PAUSED)
    by_chair(stage)
    assert undone(stage, CHAIR).item.number == 1


def test_a_change_to_the_group_behind_all_that_is_looked_through_is_not_named(stage: Stage) -> None:
    """Records that still stand may lie between it and what is looked through."""
    change(stage, ChangeKind.DIGEST_PAUSED)
    for _ in range(LOOKS_BACK // 3 + 1):
        by_chair(stage)
        undone(stage, CHAIR)
    assert refused(stage, CHAIR) == (RefusalCode.UNDO_BEYOND, {})


def test_who_may_record_no_more_learns_of_that(stage: Stage) -> None:
    stage.record.changes.append([NewChange(kind=ChangeKind.DIGEST_PAUSED)], MEMBER, NOW)
    stage.record.members.save(replace(stage.member(MEMBER), role=Role.OBSERVER))
    assert refused(stage)[0] is RefusalCode.OBSERVER_READS_ONLY
