"""What can be read of a text about a digest that as a whole cannot be."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.group import Sector
from domain.language import Language
from handlers.grammar.schedules import DigestAction, DigestOrder, edited, read_digest, understood
from tests.fakes.setting import setting_with

WORDS = ("mon", "viernes", "25:00", "9:00", "Atlantis", "first monday", "quincenal", "monthly", "mine")
PAIRS = ("zone:Tijuana", "zona:", "lang:fr", "lang:es", "sector:x", "country:MX,YY", "theme:zzz")
PIECES = st.sampled_from([*WORDS, *PAIRS, "every 3 months", "(", "\\"])


@pytest.mark.parametrize(
    ("text", "days", "at", "zone"),
    [
        ("mon 25:00", {0}, None, None),
        ("fri 10:00 Atlantis", {4}, time(10), "Atlantis"),
        ("mon 9 zone:Atlantis theme:nowhere", {0}, time(9), "Atlantis"),
        ("monthly 9:00", set(), time(9), None),
        ("first monday and third monday 9:00", {0}, time(9), None),
        ("quincenal 8:30", set(), time(8, 30), None),
        ("pause it", set(), None, None),
        ("", set(), None, None),
    ],
)
def test_the_rest_is_read_without_what_says_nothing(
    text: str, days: set[int], at: time | None, zone: str | None
) -> None:
    found = understood(text, setting_with())
    assert (set(found.said.days), found.said.at, found.zone) == (days, at, zone)


def test_of_a_list_only_the_part_that_is_none_is_left_out() -> None:
    found = understood("mon 25:00 sector:industry,nope country:nope,MX lang:es", setting_with()).said
    assert (found.covered.sectors, found.covered.countries) == ((Sector.INDUSTRY,), ("MX",))
    assert found.languages == (Language.SPANISH,)


@given(st.lists(PIECES | st.text(max_size=8), max_size=9).map(" ".join))
def test_whatever_is_typed_something_is_made_of_it(text: str) -> None:
    found = understood(text, setting_with())
    assert found.zone is None or found.zone in text or found.zone.split()[0] in text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("edit D-1 mon 25:00", (1, "mon 25:00")),
        ("editar 2", (2, "")),
        ("edit mon 9:00", (None, "mon 9:00")),
        ("mon 9:00", None),
    ],
)
def test_which_digest_is_to_be_edited_is_known_whatever_is_said_of_it(
    text: str, asked: tuple[int | None, str] | None
) -> None:
    assert edited(text) == asked


@pytest.mark.parametrize("text", ["log", "envíos", "enví", "envios"])
def test_the_log_has_a_name_among_the_orders(text: str) -> None:
    assert read_digest(text, (), "UTC") == DigestOrder(DigestAction.LOG)
