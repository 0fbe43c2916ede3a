"""Whatever several people do to items of every kind: nothing breaks, and everything can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.agreement import shortfall
from domain.change import Change, ChangeKind
from domain.digest import net_effects
from domain.editing import Field, difference
from domain.item import WITHDRAWN, Item, written_day, written_successor
from domain.kinds import LIFECYCLES
from domain.language import Language
from domain.position import counted
from domain.recommendation import Recommendation
from domain.reference import Series
from domain.refusal import Refusal, RefusalCode
from domain.undo import standing
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR
from tests.fakes.walk import DEEDS, PEOPLE, POSITION, Step, steps, take
from tests.unit.domain.usecases.stage import NOW, Stage, everything

ANY = steps(*DEEDS, POSITION)
DEBATES = steps(
    "move", "move", "move", "reopen", "undo", POSITION, series=[Series.RECOMMENDATION], at_most=40
)


def walked(stage: Stage, walk: Sequence[Step]) -> None:
    """Each does what they do; a refusal is an answer too, and leaves nothing."""
    for step in walk:
        origin = stage.origin(step.user)
        before = everything(stage.uow)
        try:
            take(step, 1, origin, stage.uow, NOW)
        except Refusal:
            assert everything(stage.uow) == before
            continue
        after = everything(stage.uow)
        if after != before:
            replay(stage, step, origin.key)
            assert everything(stage.uow) == after


def replay(stage: Stage, step: Step, key: str) -> None:
    """The same interaction comes again; by now it would ask for something else, and is not asked."""
    take(step, 1, stage.origin(step.user, key=key), stage.uow, NOW)


def items(stage: Stage) -> list[Item]:
    return stage.record.register.all()


def of(item: Item, history: Sequence[Change]) -> list[Change]:
    return [change for change in history if change.subject == item.reference]


def status_in(item: Item, history: Sequence[Change]) -> str | None:
    """The status that the history ends with; None before the item was recorded."""
    kinds = {ChangeKind.RECORDED, ChangeKind.MOVED}
    told = [change.after for change in of(item, history) if change.kind in kinds]
    return told[-1] if told else None


def assert_told(item: Item, history: Sequence[Change]) -> None:
    """Every shift begins where the one before it ended, and the last ends in what the item is."""
    present = {
        ChangeKind.MOVED: str(item.status),
        ChangeKind.PROGRESSED: str(item.progress),
        ChangeKind.ASSIGNED: item.owner,
        ChangeKind.DUE: written_day(item.due_on),
        ChangeKind.SUCCEEDED: written_successor(item),
    }
    first = {ChangeKind.PROGRESSED: "0", ChangeKind.SUCCEEDED: None}
    for kind, now in present.items():
        own = [change for change in of(item, history) if change.kind is kind]
        if kind is ChangeKind.MOVED:
            (recorded,) = (change for change in of(item, history) if change.kind is ChangeKind.RECORDED)
            first[kind] = recorded.after
        told = first.get(kind, own[0].before if own else now)
        for change in own:
            assert change.before == told
            told = change.after
        assert told == now
    assert_edited(item, history)
    assert item.version == len({change.write for change in of(item, history)} - _positions(item, history))


def assert_edited(item: Item, history: Sequence[Change]) -> None:
    """Every correction begins with what stood there before, and the last ends in what stands there."""
    stands: dict[tuple[Field, Language | None], str | None] = {}
    for change in of(item, history):
        if change.kind is ChangeKind.EDITED:
            told = difference(change)
            name = (told.field, told.language)
            assert told.before == stands.get(name, told.before)
            stands[name] = told.after
    for (field, language), value in stands.items():
        now = {
            Field.TEXT: item.text.original,
            Field.VERSION: item.text.versions.get(language or Language.ENGLISH),
            Field.THEME: item.theme,
            Field.SEVERITY: getattr(item, "severity", None),
            Field.PRIORITY: "yes" if getattr(item, "priority", False) else None,
            Field.COUNTRIES: ",".join(getattr(item, "countries", ())) or None,
        }
        assert value == now[field]


def assert_editions(item: Recommendation, history: Sequence[Change]) -> None:
    """No two texts of an item ever share an edition: what was said of one is never counted for another."""
    texts: dict[int, str] = {}
    text, edition = "text", 1
    for change in of(item, history):
        if change.kind is ChangeKind.EDITED and (told := difference(change)).field is Field.TEXT:
            assert change.edition == edition
            text, edition = told.after or "", edition_after(item, history, change)
        assert texts.setdefault(edition, text) == text
    assert (text, edition) == (item.text.original, item.edition)


def edition_after(item: Item, history: Sequence[Change], edited: Change) -> int:
    """That of the text which an edit brought: the next edit of it tells, else the item has it."""
    later = (
        change.edition
        for change in of(item, history)
        if change.number > edited.number
        and change.kind is ChangeKind.EDITED
        and difference(change).field is Field.TEXT
    )
    return next(later, item.edition) or 0


def _positions(item: Item, history: Sequence[Change]) -> set[int]:
    return {change.write for change in of(item, history) if change.kind is ChangeKind.POSITIONED}


def assert_linked(item: Recommendation, history: Sequence[Change]) -> None:
    """What it answers, and why it was agreed against the rule, follows from the changes that stand."""
    left = [*standing(of(item, history)[::-1])][::-1]
    overridden = [change.comment for change in left if change.kind is ChangeKind.OVERRIDDEN]
    assert item.override == (overridden[-1] if overridden else None)
    if not any(change.kind is ChangeKind.RECORDED for change in left):
        return
    answers: set[str] = set()
    for change in left:
        if change.kind is ChangeKind.LINKED:
            answers = (answers - {change.before or ""}) | ({change.after} if change.after else set())
    assert {f"O-{number}" for number in item.answers} == answers


def assert_allowed(item: Item) -> None:
    """An item is in a status of its kind, with a successor exactly where it gave way."""
    life = LIFECYCLES[item.kind.series]
    assert item.status in {*life.forward, *(to for ways in life.forward.values() for to in ways)}
    assert (item.successor is not None) == (item.status in life.successions)
    assert 0 <= item.progress <= 100
    assert item.progress == 0 or life.done is not None
    assert item.progress == 100 or item.status != life.done


@settings(max_examples=150, deadline=None)
@given(walk=ANY)
def test_the_history_tells_every_state_whatever_is_done_and_taken_back(walk: list[Step]) -> None:
    stage = Stage()
    walked(stage, walk)
    history = stage.record.changes.all
    for item in items(stage):
        assert_allowed(item)
        assert_told(item, history)
        if isinstance(item, Recommendation):
            assert_linked(item, history)
            assert_editions(item, history)


@settings(max_examples=100, deadline=None)
@given(walk=DEBATES)
def test_nothing_is_agreed_against_the_rule_but_by_a_chair_who_says_why(walk: list[Step]) -> None:
    stage = Stage()
    for step in walk:
        last = stage.record.changes.last_number
        walked(stage, [step])
        told = stage.record.changes.all[last:]
        agreed = [
            change
            for change in told
            if (change.kind, change.before, change.after) == (ChangeKind.MOVED, "under_review", "agreed")
        ]
        if not agreed or any(change.kind is ChangeKind.UNDONE for change in told):
            continue
        found = stage.record.recommendations.by_number[step.number]
        voices = counted(stage.record.positions.of(found.number), stage.record.members.by_user, found.edition)
        missed = shortfall(voices, stage.record.group)
        assert bool(missed) == (found.override is not None)
        assert not missed or step.user == CHAIR


@settings(max_examples=100, deadline=None)
@given(walk=ANY)
def test_everything_can_be_taken_back_and_then_nothing_is_left(walk: list[Step]) -> None:
    """Whoever wrote last of all can always take that back, and so on to the beginning."""
    stage = Stage()
    walked(stage, walk)
    while left := list(standing(stage.record.changes.all[::-1])):
        undo(Undo(origin=stage.origin(left[0].actor), group=1), stage.uow, NOW)
    for user in PEOPLE:
        nothing = Undo(origin=stage.origin(user), group=1)
        assert stage.code(partial(undo, nothing, stage.uow, NOW)) is RefusalCode.UNDO_NOTHING
    assert {(item.status, item.progress, item.successor) for item in items(stage)} <= {(WITHDRAWN, 0, None)}
    assert {(item.text.original, *item.text.versions, item.edition) for item in items(stage)} <= {("text", 1)}
    assert not any(map(stage.record.positions.of, range(9)))
    assert net_effects(stage.record.changes.all, frozenset()).is_quiet


@settings(max_examples=100, deadline=None)
@given(walk=ANY, cut=st.integers(0, 80))
def test_of_two_digests_each_tells_what_its_range_comes_to(walk: list[Step], cut: int) -> None:
    stage = Stage()
    walked(stage, walk)
    history = stage.record.changes.all
    bounds = sorted({change.write - 1 for change in history} | {len(history)})
    end = bounds[cut % len(bounds)]
    first, second = (net_effects(part, frozenset()) for part in (history[:end], history[end:]))
    moved = {shift.subject: (shift.before, shift.after) for shift in second.moved}
    for item in items(stage):
        then, now = status_in(item, history[:end]), str(item.status)
        if item.recorded_in > end:
            assert (item.reference in second.recorded) == (now != WITHDRAWN)
            assert item.reference not in {*first.recorded, *moved}
        else:
            assert (item.reference in first.recorded) == (then != WITHDRAWN)
            assert moved.get(item.reference) == (None if then == now else (then, now))
