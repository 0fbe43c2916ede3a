"""What is missing, and what waits for one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.group import Seat, Sector
from domain.item import Item
from domain.language import Names
from domain.outlook import Heap
from domain.people import Role
from domain.reference import Reference
from domain.register import COUNTED_MAX, Trait
from domain.usecases.waiting import GAPS, SHOWN, Duty, Gaps, Mine, duties
from handlers.grammar.command import parse
from handlers.grammar.filters import read_filters
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.themes import ThemeNamed
from handlers.grammar.wanted import Wanted
from handlers.overview.gaps_views import gaps_message
from handlers.overview.listing import filter_of
from handlers.overview.mine import read_mine
from handlers.overview.mine_views import LISTS, mine_message
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.fakes.setting import setting_with
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import (
    EN,
    GROUP,
    MEMBER,
    NAMES,
    WORDS,
    ZONE,
    action,
    member,
    obstacle,
    recommendation,
)

TODAY = date(2027, 3, 16)
UNOWNED = replace(recommendation(2), owner=None, due_on=None, status="under_review", progress=0)
SILENT = {
    UNOWNED.reference: tuple(Seat(sector, country) for country in ("MX", "US") for sector in Sector),
    recommendation().reference: (Seat(Sector.ACADEMIA, "US"),),
}
EVERY_GAP: dict[Trait, tuple[Item, ...]] = {
    Trait.UNANSWERED: (obstacle(),),
    Trait.UNOWNED: (UNOWNED,),
    Trait.UNDATED: (UNOWNED,),
    Trait.UNVOICED: (UNOWNED, recommendation()),
    Trait.UNTRANSLATED: (obstacle(), action()),
}
NO_HEAP = Heap((), 0)


def gaps_in(theme: str | None, silent: dict[Reference, tuple[Seat, ...]], **heaps: Heap) -> Gaps:
    return Gaps(theme, {trait: heaps.get(trait.value, NO_HEAP) for trait in GAPS}, silent)


def every_gap(theme: str | None = None) -> Gaps:
    heaps = {trait.value: Heap(items, len(items)) for trait, items in EVERY_GAP.items()}
    heaps["unanswered"] = Heap(EVERY_GAP[Trait.UNANSWERED], None)
    return gaps_in(theme, SILENT, **heaps)


def test_what_is_missing(album: Album) -> None:
    album.compare(
        "gaps",
        {
            "something of everything": lambda t: gaps_message(t, GROUP, every_gap()),
            "one obstacle of a theme": lambda t: gaps_message(
                t, GROUP, gaps_in("infrastructure", {}, unanswered=Heap((obstacle(),), 12))
            ),
            "nothing": lambda t: gaps_message(t, GROUP, gaps_in("talent", {})),
        },
    )


def test_the_button_of_each_gap_asks_for_the_list_that_was_counted() -> None:
    some = {trait.value: Heap(items, len(items) + 1) for trait, items in EVERY_GAP.items()}
    shown = gaps_message(WORDS.for_language(EN), GROUP, gaps_in("talent", SILENT, **some))
    lists = [button["value"] for button in buttons(shown) if button["value"].startswith("list")]
    read = [read_filters(parse(line), setting_with(GROUP.themes)) for line in lists]
    assert read == [Wanted(theme="talent", traits=frozenset({trait})) for trait in GAPS]


def test_a_list_that_is_whole_leads_to_no_other() -> None:
    shown = gaps_message(
        WORDS.for_language(EN), GROUP, gaps_in("talent", {}, unanswered=Heap((obstacle(),), 1))
    )
    assert [button for button in buttons(shown) if button["value"].startswith("list")] == []


def mine(t: Translator, **heaps: tuple[Item, ...]) -> Message:
    found = {duty: Heap(heaps.get(duty.value, ()), len(heaps.get(duty.value, ()))) for duty in Duty}
    return mine_message(t, GROUP, Mine(found, NAMES), TODAY)


def test_what_waits_for_one_person(album: Album) -> None:
    debated = replace(recommendation(2), status="under_review", progress=0)
    album.compare(
        "mine",
        {
            "something of everything": lambda t: mine(
                t,
                actions=(action(), replace(action(8), due_on=date(2027, 4, 1))),
                positions=(debated, replace(debated, number=3), replace(debated, number=4)),
                recommendations=(recommendation(), UNOWNED),
                obstacles=(obstacle(),),
            ),
            "one action": lambda t: mine(t, actions=(action(),)),
            "nothing": mine,
            "nothing in a theme": lambda t: mine_message(t, GROUP, Mine({}, NAMES, theme="talent"), TODAY),
        },
    )


def test_the_whole_list_of_each_duty_asks_the_record_the_same() -> None:
    asked = duties(MEMBER, member(Role.MEMBER))
    assert asked.keys() == LISTS.keys()
    for duty, wanted in LISTS.items():
        assert read_filters(parse(wanted.line()), setting_with(GROUP.themes)) == wanted
        assert asked[duty] == (filter_of(wanted, MEMBER, ZONE), wanted.order)


def test_observers_owe_no_position() -> None:
    assert Duty.POSITIONS not in duties(MEMBER, member(Role.OBSERVER))
    assert Duty.POSITIONS not in duties(MEMBER, None)


def test_very_many_are_told_as_more_than_are_counted() -> None:
    shown = gaps_message(
        WORDS.for_language(EN), GROUP, gaps_in(None, {}, unanswered=Heap((obstacle(),), None))
    )
    assert f"more than {COUNTED_MAX:,}" in shown.text


@pytest.mark.parametrize("text", ["@doe-us", "banana", "overdue"])
def test_words_behind_mine_that_are_no_theme_are_named(text: str) -> None:
    assert read_mine(text, GROUP.themes) == Problem(ProblemCode.MINE_WORD_UNKNOWN, text)


@pytest.mark.parametrize(
    "text",
    [
        "everything",
        "all",
        "Todo",
        "todos",
        "todas",
        "all themes",
        "todos los temas",
        "everything, please",
        "todo lo mío",
        "pendientes",
        "tasks",
        "tasks, please",
        "acciones abiertas",
        "compromisos",
        "open actions",
        "to-dos",
    ],
)
def test_everything_behind_mine_is_what_mine_shows(text: str) -> None:
    assert read_mine(text, GROUP.themes) == ThemeNamed()


def test_a_theme_that_is_called_everything_is_a_theme() -> None:
    themes = (replace(GROUP.themes[0], key="whole", names=Names({EN: "Everything"})), *GROUP.themes)
    assert read_mine("everything", themes) == ThemeNamed("whole")


def test_a_theme_that_is_none_is_named_with_those_there_are() -> None:
    found = read_mine("tema:energía", GROUP.themes)
    assert isinstance(found, Problem)
    assert (found.code, found.word) == (ProblemCode.THEME_UNKNOWN, "energía")


@pytest.mark.parametrize("text", ["", "please", "theme:all", "all themes", "tema: todos", "todos los temas"])
def test_behind_mine_nothing_and_all_themes_narrow_nothing(text: str) -> None:
    found = read_mine(text, GROUP.themes)
    assert isinstance(found, ThemeNamed)
    assert found.key is None


@pytest.mark.parametrize("text", ["theme:infra", "tema: infraestructura", "infrastructure?", "infra"])
def test_a_theme_behind_mine_narrows_it(text: str) -> None:
    assert read_mine(text, GROUP.themes) == ThemeNamed("infrastructure")


def test_the_lists_of_a_theme_are_of_that_theme() -> None:
    heap = Heap((action(),) * SHOWN, SHOWN + 1)
    shown = mine_message(
        WORDS.for_language(EN), GROUP, Mine({Duty.ACTIONS: heap}, NAMES, theme="talent"), TODAY
    )
    (line,) = [button["value"] for button in buttons(shown) if button["value"].startswith("list")]
    wanted = replace(LISTS[Duty.ACTIONS], theme="talent", everywhere=False)
    assert read_filters(parse(line), setting_with(GROUP.themes)) == wanted
    assert duties(MEMBER, member(Role.MEMBER), "talent")[Duty.ACTIONS] == (
        filter_of(wanted, MEMBER, ZONE),
        wanted.order,
    )


@pytest.mark.parametrize("text", ["", "?", "please", "Por favor.", "¡gracias!"])
def test_words_that_say_nothing_more_may_stand_behind_mine(text: str) -> None:
    assert read_mine(text, GROUP.themes) == ThemeNamed()
