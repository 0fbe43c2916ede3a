"""An obstacle as it is identified."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.change import ChangeKind, NewChange
from domain.item import Entry, Place
from domain.language import Language, Text
from domain.obstacle import Obstacle, ObstacleStatus, Severity, identify
from domain.reference import RecordKind, Reference, Series

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TEXT = Text("Few chargers", Language.ENGLISH, {})
ENTRY = Entry(theme=None, text=TEXT, author="U0MEMBER", channel=None, at=AT)


def test_an_obstacle_is_identified_with_the_change_that_tells_of_it() -> None:
    obstacle, change = identify(ENTRY, Place(3, 7), severity=Severity.HIGH, countries=("MX",))
    assert obstacle == Obstacle(
        kind=RecordKind.OBSTACLE,
        number=3,
        theme=None,
        status=ObstacleStatus.IDENTIFIED,
        text=TEXT,
        author="U0MEMBER",
        recorded_in=7,
        recorded_at=AT,
        changed_at=AT,
        severity=Severity.HIGH,
        countries=("MX",),
    )
    assert change == NewChange(
        kind=ChangeKind.RECORDED, subject=Reference(Series.OBSTACLE, 3), theme=None, after="identified"
    )


def test_an_obstacle_has_no_severity_or_countries_unless_somebody_says_so() -> None:
    obstacle, _ = identify(ENTRY, Place(1, 1))
    assert (obstacle.severity, obstacle.countries, obstacle.answered_by) == (None, (), ())


def test_an_obstacle_waits_for_an_answer_while_identified_or_confirmed() -> None:
    waiting = {status for status in ObstacleStatus if status.is_open}
    assert waiting == {ObstacleStatus.IDENTIFIED, ObstacleStatus.CONFIRMED}
