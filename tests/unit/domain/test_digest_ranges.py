"""Ranges of changes: no cut of them loses anything, nor telling one theme at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.change import Change, ChangeKind
from domain.digest import NetEffects, net_effects
from domain.reference import Reference, Series
from tests.unit.domain.changes import EVERYTHING, MOVED, PROGRESSED, R1, RECORDED, change

STATUSES, PERCENTS = ("proposed", "under_review", "agreed"), ("0", "40", "100")


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """Changes in which every shift begins where the one before it ended; some items are older than them."""
    state: dict[tuple[Reference, ChangeKind], str] = {}
    known: set[Reference] = set()
    history: list[Change] = []
    for number in draw(st.lists(st.integers(1, 4), max_size=25)):
        subject = Reference(Series.RECOMMENDATION, number)
        theme = ("charging", "talent")[number % 2]
        if subject not in known:
            known.add(subject)
            if number > 1:
                history.append(change(RECORDED, subject, after="proposed", theme=theme))
                continue
        kind = draw(st.sampled_from([MOVED, PROGRESSED, ChangeKind.LINKED]))
        values = PERCENTS if kind is PROGRESSED else STATUSES
        before = state.get((subject, kind), values[0])
        after = draw(st.sampled_from([value for value in values if value != before]))
        state[subject, kind] = after
        history.append(change(kind, subject, before, after, theme=theme))
    return history


Known = dict[tuple[Reference, ChangeKind], str]


def at_the_end(history: Sequence[Change], known: Known) -> Known:
    """The state of every item after the changes, by their own words."""
    for told in history:
        if told.subject is not None and told.kind is RECORDED:
            known |= {(told.subject, MOVED): STATUSES[0], (told.subject, PROGRESSED): PERCENTS[0]}
        elif told.subject is not None and told.kind in {MOVED, PROGRESSED}:
            known[told.subject, told.kind] = told.after or ""
    return known


def read(told: NetEffects, known: Known, truth: Known) -> Known:
    """What a reader knows after one more digest, who is shown new items in their present state."""
    for kind, shifts in ((MOVED, told.moved), (PROGRESSED, told.progressed)):
        for shift in shifts:
            assert known[shift.subject, kind] == shift.before
            known[shift.subject, kind] = shift.after
    for subject in told.recorded:
        known |= {(subject, kind): truth[subject, kind] for kind in (MOVED, PROGRESSED)}
    return known


OLDER: Known = {(R1, MOVED): STATUSES[0], (R1, PROGRESSED): PERCENTS[0]}


@given(
    histories(), st.lists(st.integers(0, 25), max_size=4), st.sampled_from([(), ("charging",), ("talent",)])
)
def test_wherever_a_range_is_cut_its_digests_together_tell_every_change(
    history: list[Change], cuts: list[int], themes: tuple[str, ...]
) -> None:
    known, truth = dict(OLDER), dict(OLDER)
    recorded: list[Reference] = []
    for start, end in pairwise([0, *sorted(cuts), len(history)]):
        covered = [told for told in history[start:end] if not themes or told.theme in themes]
        truth = at_the_end(covered, truth)
        told = net_effects(history[start:end], frozenset(themes))
        known = read(told, known, truth)
        recorded.extend(told.recorded)
        assert known == truth
    new = [told.subject for told in history if told.kind is RECORDED and (not themes or told.theme in themes)]
    assert recorded == new


@given(histories())
def test_telling_a_theme_at_a_time_tells_the_same_as_telling_all(history: list[Change]) -> None:
    apart = [net_effects(history, frozenset({theme})) for theme in ("charging", "talent")]
    together = net_effects(history, frozenset({"charging", "talent"}))
    assert together == net_effects(history, EVERYTHING)
    assert {shift for part in apart for shift in part.moved} == set(together.moved)
    assert {new for part in apart for new in part.recorded} == set(together.recorded)


@given(histories())
def test_no_shift_is_told_that_ends_where_it_began(history: list[Change]) -> None:
    told = net_effects(history, EVERYTHING)
    assert all(shift.before != shift.after for shift in (*told.moved, *told.progressed))
