"""Whatever a person does last: `undo` takes that back or names it, and never reaches behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from domain.act import ActKind
from domain.item import WITHDRAWN
from domain.language import Language
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.acts import keep_sharing
from domain.usecases.deliveries import deliver_now
from domain.usecases.membership import choose_language, choose_zone
from domain.usecases.muting import Mute, MuteReminders, mute, mute_reminders
from domain.usecases.snoozing import Snooze, snooze
from domain.usecases.subscriptions import pause
from domain.usecases.undoing import undo
from tests.fakes.scene import CHAIR, LEAD
from tests.unit.domain.usecases.stage import NOW, Stage
from tests.unit.domain.usecases.undos import N1, command, refused, undone

A1 = Reference(Series.ACTION, 1)
TOMORROW, LATER = date(2026, 11, 21), date(2026, 11, 27)


def snoozed(stage: Stage, user: str, until: date | None, key: str | None = None) -> None:
    wanted = Snooze(origin=stage.origin(user, key=key), group=1, reference=A1, until=until)
    snooze(wanted, stage.uow, NOW)


def muted(
    stage: Stage, user: str, reference: Reference, *, off: bool = False, key: str | None = None
) -> None:
    wanted = Mute(origin=stage.origin(user, key=key), group=1, reference=reference, muted=not off)
    mute(wanted, stage.uow)


def reminded(stage: Stage, user: str, *, muted: bool) -> None:
    mute_reminders(MuteReminders(origin=stage.origin(user), group=1, muted=muted), stage.uow)


def sent(stage: Stage) -> None:
    stage.hand.subscribe(NOW)
    deliver_now(stage.hand.steer(1), stage.uow, NOW)


def awake(stage: Stage) -> None:
    snoozed(stage, CHAIR, LATER)
    snoozed(stage, CHAIR, None)


def heard_again(stage: Stage) -> None:
    muted(stage, CHAIR, A1)
    muted(stage, CHAIR, A1, off=True)


def reminded_again(stage: Stage) -> None:
    reminded(stage, CHAIR, muted=True)
    reminded(stage, CHAIR, muted=False)


@pytest.fixture
def busy(stage: Stage) -> Stage:
    """The chair gave themselves A-1, and has said since until when, and in which zone and language."""
    stage.note(stage.entry(author=CHAIR))
    stage.action(stage.entry(author=CHAIR))
    return stage


Act = tuple[Callable[[Stage], None], dict[str, str]]
ACTS: dict[str, Act] = {
    "snoozed": (
        lambda stage: snoozed(stage, CHAIR, LATER),
        {"act": "snoozed", "subject": "A-1", "former": "none", "earlier": "A-1 v1"},
    ),
    "awake": (
        awake,
        {"act": "snooze-ended", "subject": "A-1", "former": LATER.isoformat(), "earlier": "A-1 v1"},
    ),
    "muted": (lambda stage: muted(stage, CHAIR, N1), {"act": "muted", "subject": "N-1"}),
    "unmuted": (
        heard_again,
        {"act": "unmuted", "subject": "A-1", "earlier": "A-1 v1"},
    ),
    "no reminders": (lambda stage: reminded(stage, CHAIR, muted=True), {"act": "reminders-muted"}),
    "reminders": (
        reminded_again,
        {"act": "reminders-unmuted"},
    ),
    "language": (
        lambda stage: choose_language(stage.origin(CHAIR), Language.SPANISH, stage.uow),
        {"act": "language-chosen"},
    ),
    "zone": (
        lambda stage: [choose_zone(stage.origin(CHAIR), "America/Tijuana", stage.uow)].clear(),
        {"act": "zone-chosen"},
    ),
    "digest": (sent, {"act": "digest-sent", "subject": "D-1"}),
    "shared": (lambda stage: keep_sharing(stage.origin(CHAIR), 1, stage.uow), {"act": "shared"}),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_no_change_tells_is_named_and_nothing_older_is_taken_back(busy: Stage, name: str) -> None:
    act, facts = ACTS[name]
    act(busy)
    told = {"subject": "none", "former": "none", "earlier": "A-1", **facts}
    assert refused(busy, CHAIR) == (RefusalCode.UNDO_ACT, told)
    assert refused(busy, CHAIR)[0] is RefusalCode.UNDO_ACT


def test_every_kind_of_act_is_among_them() -> None:
    assert {facts["act"] for _, facts in ACTS.values()} == set(ActKind)


@pytest.mark.parametrize("name", ACTS)
def test_what_was_recorded_after_an_act_is_taken_back_and_then_the_act_is_named(
    busy: Stage, name: str
) -> None:
    act, _ = ACTS[name]
    act(busy)
    busy.note(busy.entry(author=CHAIR))
    assert undone(busy, CHAIR).item.reference == Reference(Series.NOTE, 2)
    assert refused(busy, CHAIR)[0] is RefusalCode.UNDO_ACT


def test_the_way_back_names_what_held_before(busy: Stage) -> None:
    for until in (LATER, TOMORROW, None):
        snoozed(busy, CHAIR, until)
    assert refused(busy, CHAIR)[1]["former"] == TOMORROW.isoformat()
    for language in (Language.SPANISH, Language.ENGLISH):
        choose_language(busy.origin(CHAIR), language, busy.uow)
    assert refused(busy, CHAIR)[1]["former"] == "es"
    for zone in ("America/Tijuana", None):
        choose_zone(busy.origin(CHAIR), zone, busy.uow)
    assert refused(busy, CHAIR)[1]["former"] == "America/Tijuana"


AGAIN: dict[str, Callable[[Stage], None]] = {
    "language": ACTS["language"][0],
    "zone": ACTS["zone"][0],
    "snoozed": lambda stage: snoozed(stage, CHAIR, LATER),
    "muted": lambda stage: muted(stage, CHAIR, N1),
    "no reminders": lambda stage: reminded(stage, CHAIR, muted=True),
}


@pytest.mark.parametrize("name", AGAIN)
def test_what_is_so_already_is_no_act(busy: Stage, name: str) -> None:
    act = AGAIN[name]
    act(busy)
    said = refused(busy, CHAIR)
    act(busy)
    assert refused(busy, CHAIR) == said
    busy.note(busy.entry(author=CHAIR))
    act(busy)
    assert undone(busy, CHAIR).item.reference == Reference(Series.NOTE, 2)


def test_a_former_day_that_has_come_is_not_named(busy: Stage) -> None:
    for until in (TOMORROW, LATER):
        snoozed(busy, CHAIR, until)
    facts = [
        busy.refused(partial(undo, command(busy, CHAIR), busy.uow, now)).facts["former"]
        for now in (NOW, NOW + timedelta(days=1))
    ]
    assert facts == [TOMORROW.isoformat(), "none"]


def test_a_former_day_is_named_until_it_has_come_where_the_person_is(busy: Stage) -> None:
    """On the evening of a day the next one has come in UTC, and not in Mexico City."""
    evening = datetime.combine(NOW, time(20), tzinfo=ZoneInfo("America/Mexico_City"))
    for until in (TOMORROW, LATER):
        snoozed(busy, CHAIR, until)
    refusal = busy.refused(partial(undo, command(busy, CHAIR), busy.uow, evening.astimezone(UTC)))
    assert refusal.facts["former"] == TOMORROW.isoformat()


def test_who_names_an_item_after_an_act_about_it_is_asked_which_they_mean(busy: Stage) -> None:
    snoozed(busy, CHAIR, LATER)
    code, facts = refused(busy, CHAIR, A1)
    assert (code, facts["earlier"]) == (RefusalCode.UNDO_ACT, "A-1 v1")
    assert undone(busy, CHAIR, A1, version=1).item.status == WITHDRAWN


def test_another_item_may_be_named_whatever_was_done_since(busy: Stage) -> None:
    snoozed(busy, CHAIR, LATER)
    assert undone(busy, CHAIR, N1).item.status == WITHDRAWN


def test_an_act_that_comes_twice_is_as_old_as_the_first_time(busy: Stage) -> None:
    muted(busy, CHAIR, N1, key="once")
    busy.note(busy.entry(author=CHAIR))
    muted(busy, CHAIR, N1, key="once")
    assert undone(busy, CHAIR).item.number == 2


def test_a_change_to_the_group_after_an_act_is_the_one_that_is_named(busy: Stage) -> None:
    busy.hand.subscribe(NOW)
    muted(busy, CHAIR, N1)
    assert refused(busy, CHAIR)[0] is RefusalCode.UNDO_ACT
    pause(busy.hand.steer(1), busy.uow, NOW)
    assert refused(busy, CHAIR)[0] is RefusalCode.UNDO_GROUP
    muted(busy, CHAIR, N1, off=True)
    assert refused(busy, CHAIR)[0] is RefusalCode.UNDO_ACT


def test_acts_of_others_are_their_own(busy: Stage) -> None:
    muted(busy, LEAD, N1)
    assert undone(busy, CHAIR).item.reference == A1


def test_what_holds_everywhere_is_the_last_act_in_every_group_of_the_person(busy: Stage) -> None:
    other = busy.uow.workspace(busy.record.group.workspace).found_group(busy.record.group)
    other.members.add(busy.member(CHAIR), NOW)
    choose_language(busy.origin(CHAIR), Language.SPANISH, busy.uow)
    assert [record.acts.by_user[CHAIR].kind for record in (busy.record, other)] == ["language-chosen"] * 2
    assert set(other.acts.by_user) == {CHAIR}
