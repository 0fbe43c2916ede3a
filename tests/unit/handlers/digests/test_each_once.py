"""A new action that is due stands once in a digest: by its day, where it says that it is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from domain.digest import Digest, NetEffects
from domain.item import Item
from domain.language import Language
from domain.outlook import Heap, Outlook
from domain.usecases.outlooks import SHOWN
from handlers.digests.sections import SHOWN_MAX
from handlers.digests.views import parts
from tests.rendering import said_lines
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.digests.made import digest, whole
from tests.unit.handlers.material import EN, ES, GROUP, WORDS, ZONE, action, by_reference, recommendation

NEXT_MONTH = date(2027, 4, 20)


def week(new: Sequence[Item], *, overdue: Sequence[Item] = (), soon: Sequence[Item] = ()) -> Digest:
    effects = NetEffects(tuple(item.reference for item in new), (), (), ())
    outlook = Outlook(
        overdue=Heap(tuple(overdue)[:8], len(overdue)),
        soon=Heap(tuple(soon)[:8], len(soon)),
        soon_by=date(2027, 3, 31),
    )
    return replace(digest(effects, by_reference(*new)), outlook=outlook)


def read(shown: Digest, language: Language = EN) -> list[str]:
    return said_lines({"text": "", "blocks": list(whole(WORDS.for_language(language), shown).blocks)})


def of(item: Item, lines: Sequence[str]) -> list[str]:
    return [line for line in lines if f"{item.reference} " in line or f"*{item.reference}*" in line]


@pytest.mark.parametrize(("language", "new"), [(EN, "new"), (ES, "nueva")])
@pytest.mark.parametrize("when", ["overdue", "soon"])
def test_a_new_action_that_is_due_stands_by_its_day_and_says_that_it_is_new(
    language: Language, new: str, when: str
) -> None:
    made, old = action(8), action(7)
    lists = {when: [old, made]}
    lines = read(week([made], **lists), language)
    (told,) = of(made, lines)
    assert f" · {new} · " in told
    (known,) = of(old, lines)
    assert f" · {new} · " not in known
    assert not [line for line in lines if line.strip("*") in {"New action", "Acción nueva"}]


def test_side_by_side_it_says_so_in_both_languages() -> None:
    shown = replace(week([action(8)], soon=[action(8)]), languages=(EN, ES))
    (part,) = parts(WORDS, GROUP, ZONE, shown)
    lines = said_lines({"text": "", "blocks": list(part.message(rich=False).blocks)})
    (told,) = of(action(8), lines)
    assert " · new / nueva · due Mar 15, 2027 / para el 15 mar 2027 · " in told


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        (EN, "*New action, besides those named below*"),
        (ES, "*Acción nueva, además de las que aparecen abajo*"),
    ],
)
def test_those_due_later_are_told_as_new_besides_the_others(language: Language, heading: str) -> None:
    later = replace(action(9), due_on=NEXT_MONTH)
    lines = read(week([action(8), later], soon=[action(8)]), language)
    assert lines[lines.index(heading) + 1].startswith("• *A-9*")
    assert [len(of(item, lines)) for item in (action(8), later)] == [1, 1]


def test_what_the_list_of_what_is_due_has_no_room_for_stays_among_the_news() -> None:
    new = [action(number) for number in range(1, 12)]
    lines = read(week(new, soon=new))
    assert [len(of(item, lines)) for item in new] == [1] * len(new)
    assert "*3 new actions, besides those named below*" in lines


@pytest.mark.parametrize(("language", "due"), [(EN, "due Mar 15, 2027"), (ES, "para el 15 mar 2027")])
def test_among_the_news_too_what_is_due_soon_says_by_when_and_whose_it_is(
    language: Language, due: str
) -> None:
    new = [action(number) for number in range(1, 10)]
    later = replace(action(10), due_on=NEXT_MONTH)
    lines = read(week([*new, later], soon=new), language)
    (crowded_out,) = of(new[-1], lines)
    (known,) = of(new[0], lines)
    assert crowded_out.endswith(known[known.index(due) :])
    assert not [line for line in of(later, lines) if " · " in line]


def test_whatever_waits_by_its_day_is_shown_so_that_no_news_is_lost_there() -> None:
    assert SHOWN <= SHOWN_MAX


def test_see_all_new_actions_counts_those_that_stand_below_too() -> None:
    new = [action(number) for number in range(1, 19)]
    shown = whole(WORDS.for_language(EN), week(new, soon=new))
    labels = [button["text"]["text"] for button in buttons(shown) if "action" in button["value"]]
    assert labels == ["See all 18"]


def test_a_new_recommendation_stays_among_the_news() -> None:
    made = recommendation(5)
    lines = read(week([made], soon=[replace(made, due_on=date(2027, 3, 31))]))
    assert "*New recommendation*" in lines
    assert not [line for line in lines if " · new · " in line]
