"""Any sequence of writes and other acts: `undo` concerns the last thing one did, or refuses naming it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.act import ActKind
from domain.language import Language
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.acts import keep_sharing
from domain.usecases.deliveries import deliver_now
from domain.usecases.members import Adjust, adjust
from domain.usecases.membership import choose_language, choose_zone
from domain.usecases.muting import Mute, MuteReminders, mute, mute_reminders
from domain.usecases.origin import Origin
from domain.usecases.snoozing import Snooze, snooze
from domain.usecases.subscriptions import Steer, pause, resume
from domain.usecases.undoing import TakenBack
from tests.fakes.scene import CHAIR, CHANNEL, LEAD, WORKSPACE
from tests.fakes.walk import DEEDS, POSITION, Step, steps, take
from tests.unit.domain.usecases.stage import NOW, Stage
from tests.unit.domain.usecases.undos import undone

ASIDES = tuple(ActKind)
STEERS = ("pause", "resume", "appoint")
LEAVING_NOTHING = {ActKind.DIGEST_SENT, ActKind.SHARED}
"""Acts that are done whatever held before."""
ANY = steps(*DEEDS, *DEEDS, POSITION, *ASIDES, *STEERS, at_most=25)


@dataclass(slots=True)
class Journal:
    """What each did, newest last: a write by its number, a change to the group, or an act by its kind."""

    stage: Stage
    done: dict[str, list[tuple[str, int | str]]] = field(default_factory=dict)

    def of(self, user: str) -> list[tuple[str, int | str]]:
        return self.done.setdefault(user, [])

    def keep(self, step: Step, after: int, *, is_other: bool) -> None:
        """What the step wrote, or that it was an act; of one that left everything as it was nothing."""
        told = self.stage.record.changes.all[after:]
        if step.deed in ASIDES:
            if not is_other and step.deed not in LEAVING_NOTHING:
                return
            self.of(step.user).append(("act", step.deed))
        elif told:
            first = told[0]
            self.of(step.user).append(("group" if first.subject is None else "write", first.write))


def taken(stage: Stage, step: Step) -> object:
    """What the use case answers. Raises Refusal."""
    origin = stage.origin(step.user)
    if step.deed in ASIDES:
        return aside(stage, step, origin)
    steer = Steer(origin=origin, group=1, channel=CHANNEL, number=1)
    match step.deed:
        case "pause":
            return pause(steer, stage.uow, NOW)
        case "resume":
            return resume(steer, stage.uow, NOW)
        case "appoint":
            wanted = Adjust(origin=origin, group=1, user=LEAD, organisation=f"Plant {step.way}")
            return adjust(wanted, stage.uow, NOW)
        case _:
            return take(step, 1, origin, stage.uow, NOW)


def aside(stage: Stage, step: Step, origin: Origin) -> object:
    """What no change tells. Raises Refusal."""
    uow, kind = stage.uow, ActKind(step.deed)
    day = NOW.date() + timedelta(days=1 + step.number)
    until = None if kind is ActKind.SNOOZE_ENDED else day
    own = Snooze(origin=origin, group=1, reference=Reference(Series.ACTION, step.number), until=until)
    silent = kind in {ActKind.MUTED, ActKind.REMINDERS_MUTED}
    ways: dict[ActKind, Callable[[], object]] = {
        **dict.fromkeys((ActKind.SNOOZED, ActKind.SNOOZE_ENDED), lambda: snooze(own, uow, NOW)),
        **dict.fromkeys(
            (ActKind.MUTED, ActKind.UNMUTED),
            lambda: mute(Mute(origin=origin, group=1, reference=step.reference, muted=silent), uow),
        ),
        **dict.fromkeys(
            (ActKind.REMINDERS_MUTED, ActKind.REMINDERS_UNMUTED),
            lambda: mute_reminders(MuteReminders(origin=origin, group=1, muted=silent), uow),
        ),
        ActKind.LANGUAGE_CHOSEN: lambda: choose_language(origin, [*Language][step.number % 2], uow),
        ActKind.ZONE_CHOSEN: lambda: choose_zone(origin, [None, "America/Tijuana"][step.number % 2], uow),
        ActKind.DIGEST_SENT: lambda: deliver_now(
            Steer(origin=origin, group=1, channel=CHANNEL, number=1), uow, NOW
        ),
        ActKind.SHARED: lambda: keep_sharing(origin, 1, uow),
    }
    return ways[kind]()


def held(stage: Stage, user: str) -> object:
    """What the person has chosen and silenced for themselves."""
    known, record = stage.uow.workspace(WORKSPACE).people.get(user), stage.record
    plan = record.reminding.get(user)
    references = [Reference(series, number) for series in Series for number in range(1, 26)]
    return (
        known and (known.language, known.chosen_zone),
        plan is not None and plan.muted,
        [reference for reference in references if record.mutes.has(user, reference)],
        record.snoozes.of([user]).get(user, {}),
    )


def assert_concerns_the_last(journal: Journal, user: str, answer: TakenBack | Refusal) -> None:
    """It is what they did last, whether it was taken back or not."""
    last = journal.of(user)[-1] if journal.of(user) else None
    if isinstance(answer, TakenBack):
        assert last == ("write", answer.undone[0].write)
        journal.of(user).pop()
        return
    named = {RefusalCode.UNDO_ACT: "act", RefusalCode.UNDO_GROUP: "group"}.get(answer.code, "write")
    if last is None:
        assert answer.code is RefusalCode.UNDO_NOTHING
        return
    assert named == last[0]
    if named == "act":
        assert answer.facts["act"] == last[1]
    if named == "write" and "reference" in answer.facts:
        written = {change.subject for change in journal.stage.record.changes.all if change.write == last[1]}
        assert Reference.parse(str(answer.facts["reference"])) in written


def stepped(journal: Journal, step: Step) -> None:
    """The step is taken; what an undo of a named item takes back is a write that stood, too."""
    stage, after = journal.stage, journal.stage.record.changes.last_number
    before = deepcopy(held(stage, step.user))
    answer: object
    try:
        answer = taken(stage, step)
    except Refusal as refusal:
        answer = refusal
    if step.deed == "undo" and isinstance(answer, TakenBack | Refusal):
        assert_concerns_the_last(journal, step.user, answer)
    elif isinstance(answer, TakenBack):
        journal.of(step.user).remove(("write", answer.undone[0].write))
    elif not isinstance(answer, Refusal):
        journal.keep(step, after, is_other=held(stage, step.user) != before)


@settings(max_examples=150, deadline=None)
@given(walk=ANY, repeats=st.integers(1, 4))
def test_undo_concerns_the_last_thing_one_did_or_refuses_naming_it(walk: list[Step], repeats: int) -> None:
    stage = Stage()
    stage.hand.subscribe(NOW)
    journal = Journal(stage)
    journal.of(CHAIR).append(("group", 1))
    for step in walk:
        stepped(journal, step)
    for user in list(journal.done):
        for _ in range(repeats):
            try:
                answer: TakenBack | Refusal = undone(stage, user)
            except Refusal as refusal:
                answer = refusal
            assert_concerns_the_last(journal, user, answer)
