"""What was found, in a page of lines."""

from __future__ import annotations

from dataclasses import replace

from domain.item import Item
from domain.language import Text
from domain.reference import RecordKind
from domain.search import Results
from domain.usecases.finding import Finding
from handlers.grammar.command import parse
from handlers.grammar.searches import Search, read_search
from handlers.overview.finding import sought_of
from handlers.overview.finding_views import finding_message
from handlers.parts.message import Message
from handlers.words.translator import Translator
from storage.stems import hit
from tests.fakes.setting import setting_with
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    MEMBER,
    NAMES,
    WORDS,
    ZONE,
    note,
    obstacle,
    recommendation,
)

LONG = Text(
    "Durante la visita a las tres plantas se habló de muchas cosas, entre ellas del transporte del personal, "
    "de los turnos, de la energía que falta en las noches y de las vías de acceso; al final, casi de paso, "
    "alguien dijo que la carga rápida no llegará antes de que se amplíe la subestación, y que nadie la ha "
    "pedido todavía.",
    ES,
    {},
)
"""What is searched stands far behind its beginning."""


def found(
    t: Translator, typed: str, *items: Item, following: int | None = None, wider: bool = False
) -> Message:
    search = read_search(parse(f"find {typed}"), setting_with(GROUP.themes))
    assert isinstance(search, Search)
    hits = tuple(hit(search.query, item) for item in items)
    offered = search.query.widened() if wider else None
    finding = Finding(sought_of(search, MEMBER, ZONE).filter, Results(hits, following), NAMES, offered)
    return finding_message(t, GROUP, search, finding)


def test_a_page_of_what_was_found(album: Album) -> None:
    withdrawn = replace(note(RecordKind.DECISION, 2), status="withdrawn", version=2)
    english = replace(obstacle(), text=Text("Charging stations lack a map", EN, {ES: "Falta un mapa"}))
    album.compare(
        "finding",
        {
            "in both languages, with more to come": lambda t: found(
                t, "estaciones", recommendation(), withdrawn, following=11
            ),
            "in the other language alone": lambda t: found(t, "mapa", english),
            "far into a long text": lambda t: found(t, '"carga rápida"', replace(note(), text=LONG)),
            "the last page, with every filter": lambda t: found(
                t, "carga tipo:decisión tema:infrastructure by:me before:40", note(RecordKind.DECISION, 2)
            ),
            "a reference": lambda t: found(t, "R-1", recommendation()),
            "nothing": lambda t: found(t, "nada & <b>"),
            "nothing, but beginnings would": lambda t: found(t, "estac mapa", wider=True),
        },
    )


def test_the_buttons_ask_for_the_same_search_on_another_page_and_show_what_was_found() -> None:
    message = found(
        WORDS.for_language(EN), "“fast charging” theme:talent before:40", obstacle(), following=12
    )
    shown = [button["value"] for button in buttons(message)]
    assert shown == [
        "show O-3",
        "find “fast charging” theme:talent",
        "find “fast charging” theme:talent before:12",
        "find “fast charging” theme:talent before:40",
    ]


def test_the_words_that_were_searched_stand_out() -> None:
    text = Text("El mapa de carga, y otra carga", ES, {})
    message = found(WORDS.for_language(ES), "carga mapa", replace(obstacle(), text=text))
    (line,) = message.blocks[1]["elements"][0]["elements"]
    bold = [run["text"] for run in line["elements"] if run.get("style") == {"bold": True}]
    assert bold == ["O-3 ", "mapa", "carga", "carga"]
    assert "".join(run["text"] for run in line["elements"]).startswith(f"O-3 {text.original}")
