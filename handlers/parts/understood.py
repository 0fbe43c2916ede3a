"""What was understood of a record besides its text: told with it, so that people see it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from domain.action import Action
from domain.group import Group
from domain.item import Item
from domain.obstacle import Obstacle
from domain.recommendation import Recommendation
from domain.reference import Reference, Series
from handlers.grammar.problems import WORD_MAX
from handlers.grammar.record_pairs import PLAN, Kept
from handlers.parts.naming import day_name, driver_name, person_name
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

KEPT_MAX = 5
"""Pairs that are told to stay in a text: it stands beside them."""

_APART = ": "
"""Within a pair that is one without the space."""


def kept_words(t: Translator, kept: Sequence[Kept], *, planned: bool = False) -> Iterator[str]:
    """Of each pair that an item of this kind does not take, that it stays in the text. Not escaped.

    `planned`: it takes those of a plan, from others than whoever records it.
    """
    for pair in dict.fromkeys(kept[:KEPT_MAX]):
        theirs = planned and pair.key in PLAN
        words = cut_plain(pair.typed, WORD_MAX)
        if theirs or _APART not in pair.typed:
            yield t("record-kept-for-lead" if theirs else "record-kept", words=words)
        else:
            yield t("record-kept-apart", words=words, pair=words.replace(_APART, ":", 1))


def understood(
    t: Translator, item: Item, names: Mapping[str, str], group: Group | None = None
) -> Iterator[str]:
    """In which meeting, who is to do it and by when, how severe and where it is, why, what is answered.

    Not escaped.

    `names` are display names by user id; drivers have theirs in the `group`.
    """
    if item.meeting is not None:
        yield t("record-in-meeting", reference=str(Reference(Series.MEETING, item.meeting)))
    if isinstance(item, Action | Recommendation):
        if item.owner is not None:
            yield t("card-owner", name=person_name(names, item.owner))
        if item.due_on is not None:
            yield t("due", day=day_name(t, item.due_on))
    if isinstance(item, Obstacle) and item.severity is not None:
        yield t("card-severity", severity=t(f"severity-{item.severity.value}"))
    if item.about:
        yield t.list([t.country(code) for code in item.about])
    if isinstance(item, Recommendation) and item.drivers and group is not None:
        yield t.list([driver_name(t, group, key) for key in item.drivers])
    if isinstance(item, Recommendation) and item.priority:
        yield t("card-priority")
    if isinstance(item, Recommendation) and item.answers:
        named = [str(Reference(Series.OBSTACLE, number)) for number in item.answers]
        yield t("answers-obstacles", references=t.list(named))
