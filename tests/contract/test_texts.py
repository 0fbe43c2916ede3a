"""What people write comes back as they wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language, Text
from domain.note import Note
from domain.people import Person
from domain.ports import Store
from domain.receipt import Receipt
from domain.repositories import GroupRecord
from domain.text import TEXT_MAX, recordable
from tests.contract.desk import Desk
from tests.contract.samples import NOW, PROFILE, WORKSPACE, add_note, delivery, entry

TEXTS = {
    "emoji": "👩🏽‍🔧🔌 listo 🇲🇽🇺🇸",
    "right to left": "\u2067محطة شحن\u2069 + עברית",
    "quotes": "'; DROP TABLE item; -- \" ` \\ %s %(x)s :name ? $1 {}",
    "lines": "uno\n\tdos\n\n  tres",
    "longest": "ñ" * TEXT_MAX,
    "longest of four bytes": "🚗" * TEXT_MAX,
    "escapes": r"\u0000 \\u0000 \n C:\new\u0041 \\\u0000",
    "beyond": "𐐷 \u200d \ufeff \uffff",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_texts_come_back_letter_by_letter(desk: Desk, text: str) -> None:
    def write(record: GroupRecord) -> Note:
        note = add_note(record, entry(text))
        versions = {Language.ENGLISH: text + "!"}
        record.notes.save(replace(note, text=Text(text, Language.SPANISH, versions), owner=text))
        return note

    await desk.write(write)
    note = await desk.read(lambda record: record.notes.get(1))
    assert note is not None
    assert (note.text.original, note.owner) == (text, text)
    assert note.text.versions == {Language.ENGLISH: text + "!"}
    assert await desk.read(lambda record: record.register.same(note.author, note.kind, text, NOW)) is not None


async def test_what_is_recordable_holds_nothing_a_database_refuses(durable_desk: Desk) -> None:
    text = recordable("be\x00fore \ud83d after")
    await durable_desk.write(lambda record: add_note(record, entry(text)))
    note = await durable_desk.read(lambda record: record.notes.get(1))
    assert note is not None
    assert note.text.original == "before  after"


async def test_any_json_can_be_kept_in_facts(desk: Desk) -> None:
    odd = {"\u0000": "\u0000 \ud83d", "z": None, "a": [1.5, True, {"ñ": "🔌"}]}
    new = replace(delivery("digest:🔌", desk.group), facts=odd)
    number = await desk.store.write(lambda uow: uow.outbox.add(new))
    assert number is not None
    stored = await desk.store.read(lambda uow: uow.outbox.get(number))
    assert stored is not None
    assert stored.facts == odd
    assert list(stored.facts) == list(odd)


async def test_names_and_keys_may_hold_anything_that_can_be_written(store: Store) -> None:
    profile = replace(PROFILE, person=Person(WORKSPACE, "U🔌"), name=TEXTS["quotes"])
    await store.write(lambda uow: uow.workspace(WORKSPACE).people.save(profile))
    assert await store.read(lambda uow: uow.workspace(WORKSPACE).people.many(["U🔌"])) == (profile,)
    await store.write(lambda uow: uow.workspace(WORKSPACE).receipts.add("clé ?", Receipt("N-1"), NOW))
    assert await store.read(lambda uow: uow.workspace(WORKSPACE).receipts.find("clé ?")) == Receipt("N-1")
