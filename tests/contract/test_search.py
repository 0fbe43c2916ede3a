"""Searching: every store gives the same answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Text
from domain.ports import Store, UnitOfWork
from domain.reference import RecordKind
from domain.register import Filter
from domain.repositories import GroupRecord
from storage.repositories.search import FEW
from tests.contract.desk import Desk, found
from tests.contract.samples import LEAD, MEMBER, add_note, add_obstacle, add_recommendation, entry
from tests.contract.searching import EN, ES, search, write
from tests.jobs import over


async def numbers(desk: Desk, typed: str, filter_: Filter | None = None) -> list[int]:
    return [hit.item.number for hit in (await search(desk, typed, filter_)).hits]


async def test_what_is_written_is_found_newest_first_without_accents_and_in_other_forms(desk: Desk) -> None:
    texts = ("Faltan cargadores rápidos", "Otra cosa", "Un CARGADOR junto a la vía rapida")
    await desk.write(lambda record: write(record, *texts))
    assert await numbers(desk, "cargador") == [3, 1]
    assert await numbers(desk, "cargadores") == [3, 1]
    assert await numbers(desk, "falta cargador") == [1]
    assert await numbers(desk, "rapid*") == [3, 1]
    assert await numbers(desk, "via RÁPIDA") == [3]
    assert await numbers(desk, "cargador otra") == []


async def test_n_with_a_tilde_is_a_letter_of_its_own(desk: Desk) -> None:
    await desk.write(lambda record: write(record, "mañana", "manana", "piña y niño"))
    assert await numbers(desk, "mañana") == [1]
    assert await numbers(desk, "manana") == [2]
    assert await numbers(desk, "niñ* piñ*") == [3]
    assert await numbers(desk, "nin*") == []


async def test_both_versions_of_a_text_are_searched_each_by_its_own_stems(desk: Desk) -> None:
    text = Text("Charging stations", EN, {ES: "Estaciones de carga"})
    await desk.write(lambda record: write(record, text, Text("charging", ES, {}), Text("carga", EN, {})))
    assert await numbers(desk, "charged") == [1]
    assert await numbers(desk, "charging") == [2, 1]
    assert await numbers(desk, "estación") == [1]
    assert await numbers(desk, "stations cargas") == [1]


async def test_a_phrase_is_words_as_they_stand_and_in_one_version(desk: Desk) -> None:
    text = Text("the fast charging", EN, {ES: "hubs de carga rápida"})
    await desk.write(lambda record: write(record, text, "carga muy rápida", "la carga, rápida; y más"))
    assert await numbers(desk, '"carga rápida"') == [3, 1]
    assert await numbers(desk, "«Carga Rapida»") == [3, 1]
    assert await numbers(desk, '"cargas rápida"') == []
    assert await numbers(desk, '"charging hubs"') == []
    assert await numbers(desk, '"carga"') == [3, 2, 1]
    assert await numbers(desk, '"cargas"') == []
    assert await numbers(desk, '"rápida" "carga"') == [3, 2, 1]


async def test_a_phrase_behind_hundreds_of_the_same_word_is_found(desk: Desk) -> None:
    """PostgreSQL's own phrases would not be: it keeps 256 places of a word."""
    await desk.write(lambda record: write(record, "red " * 600 + "red eléctrica final"))
    assert await numbers(desk, '"red electrica"') == [1]
    assert await numbers(desk, '"electrica red"') == []


async def test_a_beginning_is_found_at_the_start_of_words_alone(desk: Desk) -> None:
    await desk.write(lambda record: write(record, "Baterías", "la batería", "sobrebatería", "bate"))
    assert await numbers(desk, "bater*") == [2, 1]
    assert await numbers(desk, "ba*") == [4, 2, 1]


async def test_a_stem_is_no_beginning_and_a_mark_is_no_letter(desk: Desk) -> None:
    await desk.write(lambda record: write(record, "carga", "scarg wcarga"))
    assert await numbers(desk, "scarg*") == [2]
    assert await numbers(desk, "wcar*") == [2]
    assert await numbers(desk, '"scarg"') == [2]


async def test_what_is_edited_is_found_by_its_new_words_alone(desk: Desk) -> None:
    (note,) = await desk.write(lambda record: write(record, "palabra vieja"))

    def edit(record: GroupRecord) -> None:
        stored = record.notes.get(note.number)
        assert stored is not None
        record.notes.save(replace(stored, text=Text("nueva", ES, {EN: "brand new words"}), version=2))

    await desk.write(edit)
    assert await numbers(desk, "vieja") == []
    assert await numbers(desk, "nueva") == [1]
    assert await numbers(desk, "word") == [1]


async def test_what_is_withdrawn_is_found_with_its_status(desk: Desk) -> None:
    (note,) = await desk.write(lambda record: write(record, "retirada"))

    def withdraw(record: GroupRecord) -> None:
        stored = record.notes.get(note.number)
        assert stored is not None
        record.notes.save(replace(stored, status="withdrawn", version=2))

    await desk.write(withdraw)
    assert [hit.item.status for hit in (await search(desk, "retirada")).hits] == ["withdrawn"]
    assert await numbers(desk, "retirada", Filter(statuses=frozenset({"recorded"}))) == []


async def test_every_kind_is_searched_and_filters_narrow(desk: Desk) -> None:
    def fill(record: GroupRecord) -> None:
        said = entry("carga", theme="talent", author=MEMBER)
        add_recommendation(record, said)
        add_obstacle(record, said)
        made = add_recommendation(record, entry("carga"))
        record.recommendations.save(replace(made, owner=MEMBER, version=2))
        add_note(record, entry("carga", theme=None), RecordKind.DECISION)

    await desk.write(fill)

    async def references(filter_: Filter) -> list[str]:
        return [str(hit.item.reference) for hit in (await search(desk, "carga", filter_)).hits]

    assert await references(Filter()) == ["N-1", "R-2", "O-1", "R-1"]
    assert await references(Filter(kinds=frozenset({RecordKind.RECOMMENDATION}))) == ["R-2", "R-1"]
    assert await references(Filter(theme="talent")) == ["O-1", "R-1"]
    assert await references(Filter(author=LEAD)) == ["N-1", "R-2"]
    assert await references(Filter(concerns=MEMBER)) == ["R-2", "O-1", "R-1"]
    assert await references(Filter(statuses=frozenset({"identified"}), theme="charging")) == []


async def test_pages_follow_each_other(desk: Desk) -> None:
    await desk.write(lambda record: write(record, *(f"carga {number}" for number in range(7)), "otra"))
    first = await search(desk, "carga", limit=3)
    second = await search(desk, "carga", before=first.next_before, limit=3)
    last = await search(desk, "carga", before=second.next_before, limit=3)
    assert [[hit.item.number for hit in page.hits] for page in (first, second, last)] == [
        [7, 6, 5],
        [4, 3, 2],
        [1],
    ]
    assert last.next_before is None
    full = await search(desk, "carga", limit=7)
    assert full.next_before is None


async def test_only_the_group_that_asks_is_searched(store: Store) -> None:
    desks = [await found(store) for _ in range(3)]
    for number, desk in enumerate(desks):
        await desk.write(over(number, lambda record, number: write(record, *["carga"] * (number + 1))))
    assert [await numbers(desk, "carga") for desk in desks] == [[1], [2, 1], [3, 2, 1]]


async def test_hits_say_where_the_words_stand(desk: Desk) -> None:
    text = Text("Faltan estaciones de carga", ES, {EN: "Charging stations lack"})
    await desk.write(lambda record: write(record, text))
    (hit,) = (await search(desk, "estación stations")).hits
    assert hit.spans == {ES: ((7, 17),), EN: ((9, 17),)}


async def test_a_common_word_is_found_by_pages_however_many_there_are(durable_desk: Desk) -> None:
    """PostgreSQL goes about it in another way from FEW matches on."""
    await durable_desk.write(lambda record: write(record, *["carga común"] * (FEW + 5), "carga rara"))
    newest = await search(durable_desk, "carga", limit=3)
    assert [hit.item.number for hit in newest.hits] == [FEW + 6, FEW + 5, FEW + 4]
    assert (await search(durable_desk, "carga comun", before=4, limit=3)).next_before is None
    assert await numbers(durable_desk, "carga", Filter(theme="talent")) == []


async def test_a_write_that_is_refused_leaves_no_words(durable: Store) -> None:
    desk = await found(durable)

    def fail(uow: UnitOfWork) -> None:
        write(desk.record(uow), "huella")
        raise LookupError("refused")

    with pytest.raises(LookupError, match="refused"):
        await durable.write(fail)
    await desk.write(lambda record: write(record, "otra"))
    assert await numbers(desk, "huella") == []
    assert await numbers(desk, "otra") == [1]


async def test_words_that_are_operators_elsewhere_are_words(desk: Desk) -> None:
    await desk.write(lambda record: write(record, "not near rowid delete", "otra"))
    for typed in ("NOT near", "NEAR(rowid)", "rowid:delete", "delete*", '"not near"', "-not ^near"):
        assert await numbers(desk, typed) == [1], typed


async def test_texts_of_the_longest_kind_are_stored_and_found(desk: Desk) -> None:
    long = " ".join(f"p{number}" for number in range(600))[:3000]
    await desk.write(lambda record: write(record, Text(long, ES, {EN: "x" * 3000}), "ñ" * 3000))
    assert await numbers(desk, "p599") == [1]
    assert await numbers(desk, "x" * 64 + "*") == [1]
    assert await numbers(desk, "ñ" * 40_000) == [2]
