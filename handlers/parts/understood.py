"""What was understood of a record besides its text: told with it, so that people see it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.action import Action
from domain.item import Item
from domain.obstacle import Obstacle
from domain.recommendation import Recommendation
from domain.reference import Reference, Series
from handlers.parts.naming import day_name, person_name
from handlers.words.translator import Translator


def understood(t: Translator, item: Item, names: Mapping[str, str]) -> Iterator[str]:
    """Who is to do an action and by when, how severe and where an obstacle is, what is answered. Not escaped.

    `names` are display names by user id.
    """
    if isinstance(item, Action):
        if item.owner is not None:
            yield t("card-owner", name=person_name(names, item.owner))
        if item.due_on is not None:
            yield t("due", day=day_name(t, item.due_on))
    if isinstance(item, Obstacle) and item.severity is not None:
        yield t("card-severity", severity=t(f"severity-{item.severity.value}"))
    if item.about:
        yield t.list([t.country(code) for code in item.about])
    if isinstance(item, Recommendation) and item.answers:
        named = [str(Reference(Series.OBSTACLE, number)) for number in item.answers]
        yield t("answers-obstacles", references=t.list(named))
