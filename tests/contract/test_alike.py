"""Finding what is open and like a text: the same on every store."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from domain.language import Language, Text
from domain.similarity import Likeness
from tests.contract.desk import Desk, found
from tests.contract.samples import RecommendationFacts, add_note, add_recommendation, entry
from tests.jobs import over

EN, ES = Language.ENGLISH, Language.SPANISH
MAP = "Publicar un mapa nacional de estaciones de carga"


def said(text: str, **versions: str) -> Text:
    return Text(text, ES, {Language(language): version for language, version in versions.items()})


async def alike(desk: Desk, text: str, language: Language = ES) -> dict[int, Likeness]:
    likenesses = await desk.read(lambda record: record.search.alike(text, language))
    return {likeness.item.number: likeness for likeness in likenesses}


def likest(likenesses: dict[int, Likeness]) -> int:
    return max(likenesses, key=lambda number: likenesses[number].words)


async def propose(desk: Desk, *texts: Text, **facts: Unpack[RecommendationFacts]) -> None:
    for text in texts:
        await desk.write(
            over(text, lambda record, text: add_recommendation(record, replace(entry(), text=text), **facts))
        )


async def test_what_shares_words_in_any_form_is_found_in_either_language(desk: Desk) -> None:
    await propose(desk, said(MAP), said("Otra cosa"), said("Censo", en="A map of every charging station"))
    likenesses = await alike(desk, "Un mapa de la estación de carga")
    assert likest(likenesses) == 1
    assert likenesses[1].shared == 3
    assert likest(await alike(desk, "Map the charging stations", EN)) == 3
    assert 2 not in likenesses
    assert await alike(desk, "nada en común") == {}
    assert await alike(desk, "") == {}


async def test_a_long_word_is_found_by_its_beginning_in_the_other_language(desk: Desk) -> None:
    await propose(desk, said("Electrificación industrial"))
    likenesses = await alike(desk, "Industrial electrification", EN)
    assert likenesses[1].shared == 2


async def test_only_open_recommendations_of_the_group_are_found(desk: Desk) -> None:
    other = await found(desk.store)
    await propose(desk, said(MAP), status="superseded")
    await propose(desk, said(MAP), status="in_progress")
    await propose(other, said(MAP))
    await desk.write(lambda record: add_note(record, replace(entry(), text=said(MAP))))
    assert (await alike(desk, MAP)).keys() == {2}


async def test_any_letters_can_be_asked_for(desk: Desk) -> None:
    await propose(desk, said("Mapa “nacional” de 'carga': O'Higgins OR NEAR(* ) & | ! <->"))
    for text in (
        '"mapa" OR nacional* carga',
        "O'Higgins near() & | !",
        "ñandú ☂ 地図 mapa nacional carga \x00",
    ):
        assert await alike(desk, text) is not None
    assert (await alike(desk, "O'Higgins nacional carga")).keys() == {1}
