"""Addresses of the web: what is taken, how it is stored, and when two are the same."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.address import ADDRESS_MAX, host_of, same_place, web_address
from domain.refusal import Refusal, RefusalCode


def refusal(typed: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        web_address(typed)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("https://www.gob.mx/sre", "https://www.gob.mx/sre"),
        ("  HTTP://Example.ORG/Path?Q=1#Part ", "http://example.org/Path?Q=1#Part"),
        ("https://example.org:443/x", "https://example.org/x"),
        ("https://example.org:8080/x", "https://example.org:8080/x"),
        ("gob.mx/sre", "https://gob.mx/sre"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/méxico?año=2022", "https://example.org/m%C3%A9xico?a%C3%B1o=2022"),
        ("https://españa.es/x", "https://xn--espaa-rta.es/x"),
        ("https://example.org/<b>|`x`", "https://example.org/%3Cb%3E%7C%60x%60"),
        ("https://8.8.8.8/x", "https://8.8.8.8/x"),
        ("https://en.wikipedia.org/wiki/Mexico_(disambiguation)",) * 2,
    ],
)
def test_an_address_is_stored_in_ascii_with_a_host_in_small_letters(typed: str, stored: str) -> None:
    assert web_address(typed) == stored
    assert web_address(stored) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "ftp://example.org",
        "mailto:lead@example.org",
        "vbscript:x",
        "slack://open",
    ],
)
def test_what_is_no_page_of_the_web_is_refused_by_its_scheme(typed: str) -> None:
    assert refusal(typed).code is RefusalCode.ADDRESS_NOT_WEB


@pytest.mark.parametrize(
    "typed",
    [
        "https://",
        "https:///path",
        "https:example.org",
        "http:/example.org",
        "https://localhost/x",
        "https://intranet",
        "https://127.0.0.1/x",
        "https://10.0.0.8",
        "https://2130706433/",
        "https://[::1]/",
        "https://[::1",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://exa mple.org",
        "https://example.org/a\u202eb",
        "https://example.org/a\nb",
        "https://-bad-.org",
        "https://a..b",
        f"https://{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.org",
        "words",
    ],
)
def test_what_has_no_host_that_everybody_can_open_is_refused(typed: str) -> None:
    refused = refusal(typed)
    assert refused.code is RefusalCode.ADDRESS_UNREADABLE
    assert len(str(refused.facts["word"])) <= 60


@pytest.mark.parametrize("typed", ["https://user:secret@example.org/", "https://gob.mx@evil.example"])
def test_an_address_with_a_name_or_password_is_refused_without_repeating_it(typed: str) -> None:
    refused = refusal(typed)
    assert (refused.code, refused.facts) == (RefusalCode.ADDRESS_SECRET, {})


def test_nothing_is_no_address() -> None:
    assert refusal("  ").code is RefusalCode.ADDRESS_MISSING


def test_an_address_of_3000_characters_is_taken_and_one_of_3001_is_not() -> None:
    longest = "https://example.org/".ljust(ADDRESS_MAX, "x")
    assert web_address(longest) == longest
    refused = refusal(longest + "x")
    assert (refused.code, refused.facts) == (
        RefusalCode.ADDRESS_TOO_LONG,
        {"length": ADDRESS_MAX + 1, "limit": ADDRESS_MAX},
    )


def test_what_grows_too_long_by_its_escapes_is_refused() -> None:
    assert refusal("https://example.org/".ljust(ADDRESS_MAX, "ñ")).code is RefusalCode.ADDRESS_TOO_LONG


def test_one_place_has_many_addresses() -> None:
    same = ["https://www.gob.mx/sre", "http://gob.mx/sre/", "https://gob.mx/sre#top", "gob.mx/sre"]
    assert len({same_place(web_address(one)) for one in same}) == 1
    other = ["https://gob.mx/SRE", "https://gob.mx/sre?p=2", "https://gob.mx/sre/x", "https://x.gob.mx/sre"]
    assert len({same_place(web_address(one)) for one in [*same, *other]}) == 5


def test_the_host_says_where_a_link_leads() -> None:
    assert host_of("https://www.gob.mx:8080/sre") == "gob.mx"


@given(st.text(string.printable + "ñé\u200b\u202e", max_size=40), st.sampled_from(["", "https://", "http:"]))
def test_whatever_is_typed_is_refused_or_stored_for_good(text: str, before: str) -> None:
    try:
        stored = web_address(before + text)
    except Refusal:
        return
    assert stored.isascii()
    assert stored.startswith(("https://", "http://"))
    assert not set(stored) & set(' "<>`|\n\t')
    assert web_address(stored) == stored
