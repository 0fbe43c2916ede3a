"""Reminders as they are worded: one of everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.item import Item
from domain.language import Language, Text
from domain.meeting import Meeting
from domain.notice import Addressee
from domain.recommendation import RecommendationStatus
from domain.reminder import Reminded, Reminders, Why
from tests.unit.handlers import material
from tests.unit.handlers.material import GROUP, HERE, LEAD, ZONE, action, recommendation

FRIDAY = date(2027, 3, 5)
IN_TIJUANA = replace(HERE, zone="America/Tijuana")


def meeting(text: str = "Charging standards", **facts: object) -> Meeting:
    plain = replace(material.meeting(text), arrangement=IN_TIJUANA)
    return replace(plain, **facts)  # type: ignore[arg-type]  # any of its fields


def of_every_reason(text: Text | None = None) -> tuple[Reminded, ...]:
    """An action for each reason to be told of one, a position that is asked for and a milestone."""
    task, milestone = action(), replace(recommendation(), owner=LEAD, due_on=date(2027, 3, 31))
    asked = replace(recommendation(4), status=RecommendationStatus.UNDER_REVIEW, progress=0)
    agreed = replace(milestone, number=8, status=RecommendationStatus.AGREED, progress=0)
    items: list[tuple[Item, Why, date | None]] = [
        (task, Why.OVERDUE, date(2027, 3, 3)),
        (replace(task, number=8), Why.TODAY, FRIDAY),
        (replace(task, number=9), Why.TOMORROW, date(2027, 3, 7)),
        (replace(task, number=10), Why.RETURNED, date(2027, 4, 1)),
        (asked, Why.POSITION, asked.due_on),
        (milestone, Why.MILESTONE, milestone.due_on),
        (agreed, Why.MILESTONE, milestone.due_on),
    ]
    return tuple(
        Reminded(
            replace(item, due_on=due_on, text=text or item.text),
            why,
            meeting() if why is Why.POSITION else None,
        )
        for item, why, due_on in items
    )


def overdue(count: int, text: Text | None = None) -> tuple[Reminded, ...]:
    """So many actions that should have been done on Wednesday."""
    late = replace(action(), due_on=date(2027, 3, 3), text=text or action().text)
    return tuple(Reminded(replace(late, number=20 + number), Why.OVERDUE) for number in range(count))


def reminders(
    language: Language,
    *shown: Reminded,
    day: date = FRIDAY,
    named: tuple[Reminded, ...] = (),
    more: int = 0,
) -> Reminders:
    reader = Addressee(user=LEAD, language=language, zone=ZONE, group=GROUP)
    return Reminders(reader=reader, day=day, shown=shown or of_every_reason(), named=named, more=more)
