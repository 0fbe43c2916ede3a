"""Days in a list that no filter says, and words that nobody searches for."""

from __future__ import annotations

import pytest

from domain.language import Language
from domain.reference import Reference, Series
from handlers.grammar.edit_guesses import ValueTyped
from handlers.grammar.verbs import Verb
from handlers.items.editing_views import value_message
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.material import WORDS
from tests.unit.handlers.talk import Talk, lines


@pytest.mark.parametrize(
    ("line", "begins", "since"),
    [
        ("list notes from last week", "list notes since:", True),
        ("listar notas de hoy", "list notas since:", True),
        ("list notes today", "list notes since:", True),
        ("list notes about chargers", "find about", False),
    ],
)
async def test_days_at_the_end_are_offered_as_the_filter(
    talk: Talk,
    line: str,
    begins: str,
    since: bool,  # noqa: FBT001 - whether days were read
) -> None:
    answer = await talk.hears(line)
    assert not any("find from" in said or "find hoy" in said for said in lines(answer))
    assert any(said.startswith(begins) for said in lines(answer)) is since
    for said in lines(answer):
        assert not (await talk.hears(said)).unclear


@pytest.mark.parametrize("days", ["october", "monday"])
async def test_days_at_the_end_are_the_last_ones_as_behind_since(talk: Talk, days: str) -> None:
    offered = lines(await talk.hears(f"list notes from {days}"))
    [since] = [part for part in offered[0].split() if part.startswith("since:")]
    assert since in lines(await talk.hears(f"list notes since:{days}"))[0]


async def test_everything_is_listed_in_the_feminine_too(talk: Talk) -> None:
    assert not (await talk.hears("lista todas")).unclear


@pytest.mark.parametrize(("language", "key"), [(Language.ENGLISH, "text"), (Language.SPANISH, "texto")])
def test_a_text_is_offered_behind_its_key_in_the_reader_s_language(language: Language, key: str) -> None:
    t = WORDS.for_language(language)
    value = ValueTyped(Verb.EDIT, f"R-1 {key}:Ventanilla")
    shown = value_message(t, Reference(Series.RECOMMENDATION, 1), "debe decir “Ventanilla”", value)
    edit = Verb.EDIT.name_in(language)
    assert [each["value"] for each in buttons(shown)] == [
        f"{edit} R-1 {key}:Ventanilla",
        f"{edit} R-1 {key}:debe decir “Ventanilla”",
    ]
    assert "“debe decir \u2018Ventanilla\u2019”" in shown.text
