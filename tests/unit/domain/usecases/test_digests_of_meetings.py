"""Meetings in a digest: those that were held in the period, and the next ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.channel import Binding
from domain.coverage import EVERYTHING, Coverage
from domain.language import Language
from domain.usecases.digests import UPCOMING_READ, UPCOMING_SHOWN, Scope, Stretch, compose
from tests.fakes.scene import CHANNEL, WORKSPACE
from tests.unit.domain.usecases.gathering import SOON, arranged, ended, meeting, scheduled, started
from tests.unit.domain.usecases.stage import NOW, Stage


def test_a_digest_tells_meetings_that_were_held_and_the_next_ones_of_its_themes() -> None:
    stage = Stage()
    workspace = stage.uow.workspace(WORKSPACE)
    workspace.channels.bind(Binding(CHANNEL, 1, "charging"))
    started(stage)
    ended(stage)
    for number in range(UPCOMING_SHOWN + 1):
        scheduled(stage, arrangement=arranged(SOON + timedelta(days=number)))
    scheduled(stage, theme="talent", arrangement=arranged(SOON + timedelta(minutes=1)))
    missed = meeting(stage, 2)
    past = replace(missed.arrangement, starts_at=NOW - timedelta(days=1))
    stage.record.meetings.save(replace(missed, arrangement=past))

    stretch = Stretch(after=0, through=stage.record.changes.last_number, since=NOW, until=NOW)
    told = compose(
        workspace, stage.record, Scope(Coverage(themes=("charging",)), (Language.ENGLISH,)), stretch
    )

    assert [str(reference) for reference in told.effects.held] == ["M-1"]
    assert "M-1" not in map(str, told.effects.recorded)
    assert [each.number for each in told.upcoming] == [3, 4, 5, 6, 7]
    assert told.items.keys() >= set(told.effects.held)


def test_a_digest_names_the_next_meeting_however_many_were_never_opened() -> None:
    stage = Stage()
    for number in range(UPCOMING_READ):
        scheduled(stage, arrangement=arranged(NOW + timedelta(minutes=number)))
    now = NOW + timedelta(days=7)
    following = scheduled(stage, arrangement=arranged(now + timedelta(days=2))).meeting
    told = compose(
        stage.uow.workspace(WORKSPACE),
        stage.record,
        Scope(EVERYTHING, (Language.ENGLISH,)),
        Stretch(after=0, through=0, since=NOW, until=now),
    )
    assert told.upcoming == (following,)
