"""Long texts cost no more than their length, whatever they repeat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from domain.group import Theme
from domain.language import Language
from handlers.grammar.assignments import read_assignment, read_assignment_part
from handlers.grammar.command import parse
from handlers.grammar.dates.rules import Reader
from handlers.grammar.editing import read_edit, read_edit_part
from handlers.grammar.filters import read_filters
from handlers.grammar.moves import read_move
from handlers.grammar.proposals import read_proposal
from handlers.grammar.record_pairs import OF_OBSTACLE, PLAN, take_record_pairs
from handlers.grammar.references import find_references, split_answers
from handlers.grammar.schedules import read_digest
from handlers.grammar.searches import read_search
from handlers.grammar.subjects import read_remark
from handlers.grammar.themes import read_theme, take_theme
from handlers.grammar.titles import read_behind_title
from handlers.grammar.zones import find_zone
from handlers.words.slack_text import Mention, cut, decode
from tests.fakes.setting import setting_with
from tests.unit.handlers.grammar.orders import read_action
from tests.unwatched import processor_seconds

MANY = 200
PEOPLE = tuple(Mention(f"U{number}", f"@a{number}") for number in range(MANY))
READER = Reader(today=date(2027, 3, 8), day_first=True)
LONG = 3000
SECONDS_MAX = 0.2

Themes = tuple[Theme, ...]


@pytest.mark.parametrize("between", [" ", ", ", " and ", " y ", ", and ", "", " & "])
@pytest.mark.parametrize("one", ["O-1", "R-1", "O 1", "O-0001", "o - 1"])
def test_a_long_list_of_references_followed_by_a_word_is_read_at_once(one: str, between: str) -> None:
    references = between.join([one] * MANY)

    assert processor_seconds(lambda: find_references(f"{references} soon")) < SECONDS_MAX
    assert find_references(f"{references} soon") == ()
    assert processor_seconds(lambda: split_answers(f"Build it for {references} soon")) < SECONDS_MAX
    assert len(find_references(references)) == 1


def test_different_references_followed_by_a_word_are_read_at_once() -> None:
    text = "Build it for " + " ".join(f"O-{number}" for number in range(1, MANY + 1)) + " soon"

    assert processor_seconds(lambda: split_answers(text)) < SECONDS_MAX
    assert split_answers(text) == (text, ())


PIECES = [
    "theme:", "theme: ", "tema:a ", 'theme:"', "theme:' ", "de: ", "by:me ", "status:a,", "a:b ", "a:",
    "9 ", "9:", "9 de la ", "a las ", "at ", "@ ", "1", "9 a. m", "9 a.", "de  la", "noon",
    "la ", "los ", "de el ", "a ", "to ", "mon ", "mon-", "mon to ", "lunes a ", "zone: ", "zone:a ", "time ",
    "pause ", "d-", "0", "#", "skip-quiet ", "sin novedades", "saltar semanas ",
    "my ", "notes ", "open,", "under ", "human ", "- ", "<", "<a", "<a|", "<@U1|a> ", "<@", "<!", "&amp;",
    "&lt", "<!date^", "<http:", "|", ">", "for ", "para los ", "for O-1 ", "y ", " ", "\u00a0", "\n",
    "x", "\u0301", "R-2 ", "because ", "porque", "40% ", "9", "in progress ", "into O-2 ", "en ", "@a ",
    "severity:high ", "country:mx,us ", "owner:me due:friday ", "quarter:x ",
    "@", "due ", "para el ", "due friday ", "by ", "para el 3 de ", "trimestre ", "(",
    ", ", "to ", "v3 ", "vence ", "due friday\n", "for O-1:\n- ", " \n",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("before", ["", "mon 9 "], ids=["alone", "behind a day and a time"])
def test_a_long_text_of_one_repeated_piece_is_read_at_once(piece: str, before: str, themes: Themes) -> None:
    text = before + (piece * LONG)[:LONG] + "!"
    find_zone("UTC")  # builds the table of zones, which costs the same for every text
    readers: dict[str, Callable[[], object]] = {
        "parse": lambda: parse(text),
        "decode": lambda: decode(text),
        "cut": lambda: cut(text, LONG // 2),
        "list": lambda: read_filters(parse(text), setting_with(themes)),
        "list behind a verb": lambda: read_filters(parse(f"list {text}"), setting_with(themes)),
        "find": lambda: read_search(parse(f"find {text}"), setting_with(themes)),
        "digest": lambda: read_digest(text, themes, "UTC"),
        "theme": lambda: read_theme(text, themes),
        "theme taken": lambda: take_theme(text, themes),
        "references": lambda: find_references(text),
        "answers": lambda: split_answers(text),
        "move": lambda: read_move(f"R-2 {text}", Language.SPANISH),
        "remark": lambda: read_remark(f"R-2 {text}"),
        "assignment": lambda: read_assignment(f"R-2 {text}", PEOPLE, READER),
        "action": lambda: read_action(text, PEOPLE, READER),
        "assignment in part": lambda: read_assignment_part(f"R-2 {text}", PEOPLE, READER),
        "pairs of a record": lambda: take_record_pairs(
            text, PEOPLE, setting_with(themes), PLAN | OF_OBSTACLE
        ),
        "proposal": lambda: read_proposal(text, READER),
        "behind a title": lambda: read_behind_title(text, READER),
        "edit": lambda: read_edit(f"R-2 {text}", setting_with(themes)),
        "edit in part": lambda: read_edit_part(f"R-2 {text}", setting_with(themes)),
    }

    slow = {
        name: seconds for name, read in readers.items() if (seconds := processor_seconds(read)) >= SECONDS_MAX
    }

    assert slow == {}
