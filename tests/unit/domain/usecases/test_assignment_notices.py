"""Who is told that something was given to them, or that nobody has it any more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.notice import About, MoveNotice
from domain.reference import Reference, Series
from domain.refusal import RefusalCode
from domain.usecases.assigning import Assign, assign
from domain.usecases.items import Stale
from domain.usecases.moving import Moved
from domain.usecases.muting import Mute, mute
from domain.usecases.notices import notice_of
from domain.usecases.recording import ActionSubmission, record_action
from domain.usecases.undoing import Undo, undo
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import GUEST, NOW, TALENT_LEAD, Stage

A1 = Reference(Series.ACTION, 1)


def notices(stage: Stage) -> list[Delivery]:
    return [each for each in stage.uow.outbox.deliveries.values() if each.kind is DeliveryKind.NOTICE]


def told(stage: Stage) -> list[tuple[str, str]]:
    return [(each.channel, each.facts["about"]) for each in notices(stage)]


def gives(stage: Stage, user: str = CHAIR, reference: Reference = A1, **facts: object) -> Moved | Stale:
    command = Assign(origin=stage.origin(user), group=1, reference=reference, **facts)  # type: ignore[arg-type]  # any of its fields
    return assign(command, stage.uow, NOW)


def records(stage: Stage, owner: str | None, user: str = MEMBER) -> None:
    from_ = stage.origin(user)
    submission = ActionSubmission(
        origin=from_, group=1, text="Send the data", language=stage.record.group.languages[0], owner=owner
    )
    record_action(submission, stage.uow, NOW)


def test_the_new_owner_is_told_and_not_who_took_it_themselves(stage: Stage) -> None:
    stage.action()
    gives(stage, owner=LEAD)
    gives(stage, CHAIR, owner=CHAIR)
    assert told(stage) == [(LEAD, "assigned")]
    found = notice_of(notices(stage)[0], stage.uow, NOW)
    assert found is None
    gives(stage, owner=LEAD)
    found = notice_of(notices(stage)[1], stage.uow, NOW)
    assert isinstance(found, MoveNotice)
    assert (found.about, found.changes[0].actor) == (About.ASSIGNED, CHAIR)


def test_an_action_recorded_for_somebody_else_is_told_to_them(stage: Stage) -> None:
    records(stage, LEAD)
    records(stage, None, CHAIR)
    assert told(stage) == [(LEAD, "assigned")]
    found = notice_of(notices(stage)[0], stage.uow, NOW)
    assert isinstance(found, MoveNotice)
    assert found.item.owner == LEAD


def test_another_day_alone_is_told_to_nobody(stage: Stage) -> None:
    item = stage.action(owner=LEAD)
    gives(stage, due_on=item.due_on)
    assert item.due_on is not None
    gives(stage, due_on=item.due_on.replace(year=2027))
    assert told(stage) == []


def test_who_muted_the_item_or_only_reads_is_not_told(stage: Stage) -> None:
    stage.action()
    mute(Mute(origin=stage.origin(LEAD), group=1, reference=A1), stage.uow)
    gives(stage, owner=LEAD)
    gives(stage, owner=GUEST)
    assert told(stage) == []


def test_who_gets_it_anew_within_the_minute_is_told_once_of_how_it_is_now(stage: Stage) -> None:
    stage.action()
    gives(stage, owner=LEAD)
    gives(stage, unowned=True)
    again = gives(stage, owner=LEAD)
    assert isinstance(again, Moved)
    of_lead = [each for each in notices(stage) if each.channel == LEAD and each.facts["about"] == "assigned"]
    assert [each.state for each in of_lead] == [DeliveryState.SKIPPED, DeliveryState.HELD]
    found = notice_of(of_lead[1], stage.uow, NOW)
    assert isinstance(found, MoveNotice)
    assert found.about is About.ASSIGNED


def test_who_was_told_already_is_told_again_when_it_is_given_anew(stage: Stage) -> None:
    stage.action()
    gives(stage, owner=LEAD)
    first = notices(stage)[0]
    stage.uow.outbox.deliveries[first.id] = replace(first, state=DeliveryState.SENT)
    gives(stage, unowned=True)
    gives(stage, owner=LEAD)
    of_lead = [each for each in notices(stage) if each.channel == LEAD and each.facts["about"] == "assigned"]
    assert [each.state for each in of_lead] == [DeliveryState.SENT, DeliveryState.HELD]


def test_an_assignment_that_is_undone_at_once_is_told_to_nobody(stage: Stage) -> None:
    stage.action()
    gives(stage, owner=LEAD)
    undo(Undo(origin=stage.origin(CHAIR), group=1, reference=A1), stage.uow, NOW)
    assert {each.state for each in notices(stage)} == {DeliveryState.SKIPPED}


def test_an_owner_gives_back_what_is_not_theirs_and_the_lead_and_its_author_are_told(stage: Stage) -> None:
    item = stage.action(owner=LEAD)
    outcome = gives(stage, LEAD, unowned=True, version=item.version)
    assert isinstance(outcome, Moved)
    assert outcome.item.owner is None
    assert [(one.kind.value, one.before, one.after) for one in outcome.changes] == [("assigned", LEAD, None)]
    assert told(stage) == [(MEMBER, "given-back")]


def test_without_a_lead_of_its_theme_the_chairs_are_told(stage: Stage) -> None:
    stage.action(stage.entry(theme=None), owner=TALENT_LEAD)
    gives(stage, TALENT_LEAD, unowned=True)
    assert (CHAIR, "given-back") in told(stage)
    assert (LEAD, "given-back") not in told(stage)
    assert GUEST not in {user for user, _ in told(stage)}


def test_what_has_an_owner_again_is_not_told_as_given_back(stage: Stage) -> None:
    stage.action(owner=LEAD)
    gives(stage, LEAD, unowned=True)
    (notice,) = notices(stage)
    assert notice_of(notice, stage.uow, NOW) is not None
    gives(stage, CHAIR, owner=CHAIR)
    assert notice_of(notice, stage.uow, NOW) is None


def test_a_recommendation_is_given_back_by_its_owner_too_and_by_no_other_member(stage: Stage) -> None:
    item = stage.recommendation(stage.entry(author=LEAD), owner=MEMBER)
    other = replace(stage.member(MEMBER), user=TALENT_LEAD)
    assert other.user != MEMBER
    code = stage.code(lambda: gives(stage, TALENT_LEAD, item.reference, unowned=True))
    assert code is RefusalCode.LEAD_ONLY
    gives(stage, MEMBER, item.reference, unowned=True)
    assert stage.record.recommendations.by_number[1].owner is None
    assert told(stage) == [(LEAD, "given-back")]


@pytest.mark.parametrize("version", [7])
def test_a_stale_button_gives_nothing_back(stage: Stage, version: int) -> None:
    item = stage.action(owner=LEAD)
    assert stage.writes_nothing(lambda: gives(stage, LEAD, unowned=True, version=version)) == Stale(item)
