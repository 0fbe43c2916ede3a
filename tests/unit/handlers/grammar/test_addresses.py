"""Addresses in typed texts, as Slack encodes them and bare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.grammar.addresses import AddressTaken, take_address

MAP = "https://example.org/map"


@pytest.mark.parametrize(
    ("raw", "taken"),
    [
        (f"<{MAP}> Map of stations", AddressTaken(MAP, "Map of stations")),
        (f"<{MAP}|example.org/map> Map", AddressTaken(MAP, "Map")),
        ("<http://gob.mx|gob.mx> Map", AddressTaken("http://gob.mx", "Map")),
        (f"<{MAP}|Map of stations>", AddressTaken(MAP, "", "Map of stations")),
        (f"<{MAP}?a=1&amp;b=2> Q&amp;A", AddressTaken(f"{MAP}?a=1&b=2", "Q&amp;A")),
        (f"{MAP} Map", AddressTaken(MAP, "Map")),
        (f"{MAP}, Map", AddressTaken(MAP, "Map")),
        (f"{MAP} — Map", AddressTaken(MAP, "Map")),
        (f"Map of stations {MAP}.", AddressTaken(MAP, "Map of stations .")),
        (f"Map of stations ({MAP})", AddressTaken(MAP, "Map of stations")),
        (f"“{MAP}” Map", AddressTaken(MAP, "Map")),
        (f"&lt;{MAP}&gt; Map", AddressTaken(MAP, "Map")),
        ("https://x.org/wiki/A_(b) Map", AddressTaken("https://x.org/wiki/A_(b)", "Map")),
        ("HTTPS://EXAMPLE.ORG Map", AddressTaken("HTTPS://EXAMPLE.ORG", "Map")),
        ("gob.mx/sre Map", AddressTaken("gob.mx/sre", "Map")),
        ("example.org:8080/x?y Map", AddressTaken("example.org:8080/x?y", "Map")),
        ("javascript:alert(1) Map", AddressTaken("javascript:alert(1)", "Map")),
        ("https:example.org Map", AddressTaken("https:example.org", "Map")),
        (f"one {MAP} two https://other.org", AddressTaken(MAP, "one two https://other.org")),
        (f"https://first.org <{MAP}>", AddressTaken("https://first.org", f"<{MAP}>")),
    ],
)
def test_the_first_address_is_taken_out_of_the_text(raw: str, taken: AddressTaken) -> None:
    assert take_address(raw) == taken


@pytest.mark.parametrize("raw", ["", "Map of stations", "note: a map", "1.5 million", "O-3, R-2", "a.b", "…"])
def test_words_are_no_address(raw: str) -> None:
    assert take_address(raw) is None


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    taken = take_address(text)
    assert taken is None or taken.address
