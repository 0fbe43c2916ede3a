"""What lists are narrowed and sorted by in a word: traits of items, orders, a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from domain.language import Language
from domain.register import Order, Trait
from handlers.grammar.vocabulary import Found, Name, Vocabulary, by_language

T = TypeVar("T")

TRAITS: Mapping[Trait, str] = MappingProxyType(
    {
        Trait.OVERDUE: "overdue, late / vencidas, atrasadas",
        Trait.PRIORITY: "priority, priorities / prioritarias, prioridad, prioridades",
        Trait.UNANSWERED: "unanswered, without answer / sin respuesta, sin responder, no respondidas",
        Trait.UNOWNED: "unowned, without owner, no owner / sin responsable, sin responsables",
        Trait.UNDATED: "undated, without date, no date / sin fecha",
        Trait.UNVOICED: "unvoiced, unheard, without voice, silent / sin voz, sin voces, sin escuchar",
        Trait.STALLED: "stalled, stuck / detenidas, estancadas, sin movimiento",
        Trait.UNTRANSLATED: (
            "untranslated, without translation / sin traducir, sin traducción, sin versión, no traducidas"
        ),
    }
)
"""By trait: its words in English, and behind the slash those in Spanish, the feminine in the plural."""

ORDERS: Mapping[Order, str] = MappingProxyType(
    {
        Order.NEWEST: "newest, latest, recent / recientes, nuevas",
        Order.OLDEST: "oldest / antiguas, viejas",
        Order.DUE: "due, date, due date, deadline / fecha, vencimiento, plazo",
        Order.STATUS: "status / estado, estatus",
        Order.PRIORITY: "priority / prioridad",
        Order.THEME: "theme / tema",
    }
)

OWED = {Language.ENGLISH: ("owed", "positions owed"), Language.SPANISH: ("debo", "sin mi posición")}
"""What waits for the position of whoever asks."""

TABLE = {Language.ENGLISH: ("table", "as table", "as a table"), Language.SPANISH: ("tabla", "como tabla")}


def trait_names() -> Iterator[Name[Trait]]:
    """Every word for a trait, whatever the gender and number of the Spanish one."""
    for trait, row in TRAITS.items():
        yield from _names(trait, row)


def find_order(word: str) -> Found[Order]:
    """The order that a word stands for, or what it may have meant."""
    return _ORDERS.find(word)


def is_order(words: str) -> bool:
    """Whether the words are exactly an order."""
    return _ORDERS.exact(words) is not None


def order_names(language: Language) -> tuple[str, ...]:
    """The first word for each order."""
    return tuple(by_language(row)[language].split(", ")[0] for row in ORDERS.values())


def _names(value: T, row: str) -> Iterator[Name[T]]:
    for language, words in by_language(row).items():
        for word in words.split(", "):
            yield Name(value, word, language, main=False)
            if language is Language.SPANISH and word.endswith("as"):
                for ending in ("a", "o", "os"):
                    yield Name(value, word[:-2] + ending, language, main=False)


_ORDERS = Vocabulary(name for order, row in ORDERS.items() for name in _names(order, row))
