"""Net effects: what a range of changes comes to."""

from __future__ import annotations

import pytest

from domain.change import Change, ChangeKind
from domain.digest import NetEffects, Revision, Shift, net_effects
from domain.editing import Difference, Field
from domain.reference import Reference, Series
from tests.unit.domain.changes import MOVED, N1, NOTHING, PROGRESSED, R1, R2, RECORDED, change, effects


def test_no_change_is_quiet() -> None:
    assert effects() == NOTHING
    assert effects().is_quiet


def test_several_moves_come_to_one_from_the_first_state_to_the_last() -> None:
    told = effects(
        change(MOVED, R1, "proposed", "under_review"),
        change(MOVED, R2, "agreed", "in_progress"),
        change(MOVED, R1, "under_review", "agreed"),
    )
    assert told.moved == (Shift(R1, "proposed", "agreed"), Shift(R2, "agreed", "in_progress"))
    assert not told.is_quiet


def test_a_move_that_returns_is_not_told() -> None:
    there_and_back = (
        change(MOVED, R1, "proposed", "under_review"),
        change(MOVED, R1, "under_review", "proposed"),
        change(PROGRESSED, R2, "20", "40"),
        change(PROGRESSED, R2, "40", "20"),
    )
    assert effects(*there_and_back) == NOTHING


def test_progress_is_told_apart_from_moves() -> None:
    told = effects(change(MOVED, R1, "agreed", "in_progress"), change(PROGRESSED, R1, "0", "40"))
    assert told.moved == (Shift(R1, "agreed", "in_progress"),)
    assert told.progressed == (Shift(R1, "0", "40"),)


def test_what_is_new_is_told_as_new_and_its_moves_are_not_told_apart() -> None:
    told = effects(
        change(RECORDED, R1, after="proposed"),
        change(MOVED, R1, "proposed", "under_review"),
        change(PROGRESSED, R1, "0", "10"),
    )
    assert told == NetEffects((R1,), (), (), ())


def taken_back(write: int, before: str = "proposed") -> tuple[Change, Change]:
    """R-1, whose recording is taken back."""
    return change(MOVED, R1, before, "withdrawn"), change(ChangeKind.UNDONE, R1, str(write))


def test_what_was_recorded_and_taken_back_is_not_told() -> None:
    assert effects(change(RECORDED, R1, after="proposed"), *taken_back(1)) == NOTHING


def test_what_was_taken_back_later_is_told_as_withdrawn() -> None:
    assert effects(*taken_back(1)).moved == (Shift(R1, "proposed", "withdrawn"),)


def test_a_move_that_was_taken_back_leaves_what_is_new() -> None:
    told = effects(
        change(RECORDED, R1, after="proposed"),
        change(MOVED, R1, "proposed", "under_review"),
        change(MOVED, R1, "under_review", "proposed"),
        change(ChangeKind.UNDONE, R1, "2"),
    )
    assert told == NetEffects((R1,), (), (), ())


def test_what_was_recorded_and_withdrawn_is_not_told() -> None:
    told = effects(change(RECORDED, R1, after="proposed"), change(MOVED, R1, "proposed", "withdrawn"))
    assert told == NOTHING


def test_what_was_taken_back_and_came_again_is_told_as_new() -> None:
    told = effects(
        change(RECORDED, R1, after="proposed"),
        *taken_back(1),
        change(MOVED, R1, "withdrawn", "proposed"),
    )
    assert told == NetEffects((R1,), (), (), ())


def test_new_items_and_members_are_told_in_the_order_they_came() -> None:
    told = effects(
        change(ChangeKind.MEMBER_JOINED, after="U0NEW", theme=None),
        change(RECORDED, N1),
        change(ChangeKind.MEMBER_JOINED, after="U0ADMIN", theme=None),
        change(RECORDED, R1),
    )
    assert told.recorded == (N1, R1)
    assert told.joined == ("U0NEW", "U0ADMIN")


def test_who_joined_and_left_again_is_nobody_new() -> None:
    told = effects(
        change(ChangeKind.MEMBER_JOINED, after="U0NEW", theme=None),
        change(ChangeKind.MEMBER_JOINED, after="U0SHORT", theme=None),
        change(ChangeKind.MEMBER_LEFT, before="U0SHORT", theme=None),
    )
    assert told.joined == ("U0NEW",)


def test_meetings_that_ended_are_held_and_not_told_as_new_besides() -> None:
    m1, m2 = Reference(Series.MEETING, 1), Reference(Series.MEETING, 2)
    told = effects(
        change(RECORDED, m1, after="scheduled"),
        change(RECORDED, m2, after="scheduled"),
        change(ChangeKind.MEETING_STARTED, m1, "scheduled", "open"),
        change(ChangeKind.MEETING_ENDED, m1, "open", "closed"),
    )
    assert (told.recorded, told.held) == ((m2,), (m1,))
    assert not effects(change(ChangeKind.MEETING_ENDED, m1, "open", "closed")).is_quiet


@pytest.mark.parametrize(
    "kind",
    sorted(
        set(ChangeKind)
        - {
            RECORDED,
            MOVED,
            PROGRESSED,
            ChangeKind.MEMBER_JOINED,
            ChangeKind.EDITED,
            ChangeKind.MEETING_ENDED,
            ChangeKind.PHASE_CHANGED,
            ChangeKind.RULE_CHANGED,
            ChangeKind.STALLING_CHANGED,
        }
    ),
)
def test_changes_of_other_kinds_alone_make_a_quiet_digest(kind: ChangeKind) -> None:
    assert effects(change(kind, R1, after="O-1"), change(kind, None, after="C0001")).is_quiet


def test_only_the_themes_asked_for_are_told_and_members_whatever_the_theme() -> None:
    changes = (
        change(RECORDED, N1, theme="talent"),
        change(RECORDED, R1, theme=None),
        change(MOVED, R2, "agreed", "in_progress", theme="charging"),
        change(ChangeKind.MEMBER_JOINED, after="U0NEW", theme=None),
    )
    moved = (Shift(R2, "agreed", "in_progress"),)
    assert effects(*changes, themes=frozenset({"charging"})) == NetEffects((), moved, (), ("U0NEW",))
    assert effects(*changes, themes=frozenset({"talent"})) == NetEffects((N1,), (), (), ("U0NEW",))
    both = effects(*changes, themes=frozenset({"talent", "charging"}))
    assert both == NetEffects((N1,), moved, (), ("U0NEW",))
    assert effects(*changes).recorded == (N1, R1)


def edit(before: str, after: str, subject: Reference = R1, theme: str = "charging") -> Change:
    return change(ChangeKind.EDITED, subject, before, after, theme=theme)


def test_corrections_are_told_from_the_first_state_to_the_last_field_by_field() -> None:
    effects = net_effects(
        [
            edit("text=One", "text=Two"),
            edit("theme=talent", "theme=charging"),
            edit("text=Two", "text=Three"),
        ],
        frozenset(),
    )
    assert not effects.is_quiet
    assert effects.revised == (
        Revision(
            R1,
            (
                Difference(field=Field.TEXT, before="One", after="Three"),
                Difference(field=Field.THEME, before="talent", after="charging"),
            ),
        ),
    )


@pytest.mark.parametrize(
    "changes",
    [
        [edit("text=One", "text=Two"), edit("text=Two", "text=One")],
        [edit("version-es", "version-es=Uno")],
    ],
)
def test_what_comes_to_nothing_and_versions_in_other_languages_are_no_news(changes: list[Change]) -> None:
    assert net_effects(changes, frozenset()).is_quiet


def test_what_is_new_is_told_as_it_is_without_its_corrections() -> None:
    recorded = change(RECORDED, R1, after="proposed")
    assert net_effects([recorded, edit("text=One", "text=Two")], frozenset()).revised == ()


@pytest.mark.parametrize(("theme", "told"), [("talent", True), ("charging", True), ("energy", False)])
def test_what_moved_to_another_theme_is_told_in_both(theme: str, told: bool) -> None:  # noqa: FBT001 - a parameter
    effects = net_effects([edit("theme=talent", "theme=charging")], frozenset({theme}))
    assert bool(effects.revised) is told
