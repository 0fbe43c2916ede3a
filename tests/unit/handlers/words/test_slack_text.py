"""Text to and from Slack: entities, mentions, and cutting."""

import itertools
import re
import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.words.graphemes import graphemes
from handlers.words.slack_text import (
    ELLIPSIS,
    Mention,
    cut,
    cut_plain,
    decode,
    escape,
    length,
    person,
    without_mention,
)

FAMILY = "👩‍👩‍👧‍👦"
TYPED = st.text(alphabet=st.sampled_from("<>&;|@#!ampltgU12 abc\n*_~`:/"), max_size=40)


def test_control_characters_become_entities_once() -> None:
    assert escape("a < b & c > d &amp;") == "a &lt; b &amp; c &gt; d &amp;amp;"


@given(st.text())
def test_escaped_text_reads_as_it_was_typed(text: str) -> None:
    assert decode(escape(text)).text == text


@given(TYPED)
def test_nothing_typed_is_live_after_escaping(text: str) -> None:
    assert not re.search("[<>]", escape(text))
    assert decode(escape(text)).people == ()


@pytest.mark.parametrize(
    "text",
    ["<!channel>", "<!here|here>", "<@U123>", "<#C123>", "<!subteam^S1>", "<https://evil.example|bank>"],
)
def test_what_slack_would_bring_to_life_stays_text(text: str) -> None:
    assert escape(text).startswith("&lt;")
    assert "<" not in escape(text)


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("&amp;lt;", "&lt;"),
        ("<https://example.org/a?b=1&amp;c=2>", "https://example.org/a?b=1&c=2"),
        ("<http://example.org|example.org>", "example.org"),
        ("<https://example.org/|example.org>", "example.org"),
        ("<https://evil.example|bank>", "bank (https://evil.example)"),
        ("<mailto:a@example.org|a@example.org>", "a@example.org"),
        ("<tel:5550100|555 0100>", "555 0100 (5550100)"),
        ("<!channel>", "@channel"),
        ("<!here|here>", "@here"),
        ("<!everyone>", "@everyone"),
        ("<!subteam^S12|@leads>", "@leads"),
        ("<!subteam^S12>", "@S12"),
        ("<!date^1392734382^{date}|Feb 18>", "Feb 18"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("<not a thing>", "<not a thing>"),
        ("<@u12>", "<@u12>"),
        ("<>", "<>"),
    ],
)
def test_entities_are_read_as_typed(sent: str, typed: str) -> None:
    assert decode(sent).text == typed


def test_people_and_channels_are_told_with_their_ids() -> None:
    decoded = decode("ask <@U12|lead-infra> in <#C34|general> and <@U12|lead-infra>")

    assert decoded.text == "ask @lead-infra in #general and @lead-infra"
    assert decoded.people == (Mention("U12", "@lead-infra"),)
    assert decoded.channels == (Mention("C34", "#general"),)


def test_a_mention_without_a_name_shows_its_id() -> None:
    decoded = decode("<@U12> and <#C34>")

    assert decoded.text == "@U12 and #C34"
    assert (decoded.people[0].id, decoded.channels[0].id) == ("U12", "C34")


def test_two_people_of_one_name_are_told_apart() -> None:
    decoded = decode("<@U12|lead> <@U34|lead>")

    assert decoded.text == "@lead @U34"
    assert {mention.label: mention.id for mention in decoded.people} == {"@lead": "U12", "@U34": "U34"}


@given(TYPED)
def test_any_text_can_be_decoded(text: str) -> None:
    assert isinstance(decode(text).text, str)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<@UBOT> note", "note"),
        ("a\n <@UBOT|rapporteur>:  note", "a\nnote"),
        ("<@UBOT> <@UBOT> - note", "note"),
        ("thanks to <@UBOT>, and <@U2>", "thanks to, and <@U2>"),
        ("<@UBOT>", ""),
        ("<@UBOTANIST> &lt;@UBOT>", "<@UBOTANIST> &lt;@UBOT>"),
    ],
)
def test_mentions_of_one_are_left_out(text: str, left: str) -> None:
    assert without_mention(text, "UBOT") == left


def test_our_own_mentions_are_live() -> None:
    assert decode(person("U12")).people == (Mention("U12", "@U12"),)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short", 5, "short"),
        ("shorter", 5, "shor…"),
        ("a &amp; b", 9, "a &amp; b"),
        ("a &amp; b", 8, "a &amp;…"),
        ("a &amp; b", 7, "a…"),
        ("ask <@U12> now", 10, "ask…"),
        ("ask <@U12> now", 12, "ask <@U12>…"),
        ("one two", 5, "one…"),
        ("ab", 1, "…"),
    ],
)
def test_markup_is_cut_between_whole_pieces(text: str, limit: int, shown: str) -> None:
    assert cut(text, limit) == shown


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("e\u0301e\u0301e\u0301", 5, "e\u0301e\u0301…"),
        ("e\u0301e\u0301e\u0301", 4, "e\u0301…"),
        ("🔌🔌🔌", 6, "🔌🔌🔌"),
        ("🔌🔌🔌", 5, "🔌🔌…"),
        ("🔌🔌🔌", 4, "🔌…"),
        (f"a{FAMILY}b", 12, "a…"),
        (f"a{FAMILY}b", 13, f"a{FAMILY}b"),
        ("🇲🇽🇺🇸🇨🇦", 9, "🇲🇽🇺🇸…"),
        ("🇲🇽🇺🇸🇨🇦", 8, "🇲🇽…"),
        ("👍🏽👍🏽", 7, "👍🏽…"),
        ("&amp;", 4, "&am…"),
    ],
)
def test_plain_text_is_cut_between_what_readers_take_for_characters(
    text: str, limit: int, shown: str
) -> None:
    assert cut_plain(text, limit) == shown


def test_nothing_can_be_cut_to_nothing() -> None:
    with pytest.raises(ValueError, match="one character or more"):
        cut("text", 0)


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_a_cut_text_fits_and_is_still_well_formed(text: str, limit: int) -> None:
    escaped = cut(escape(text), limit)
    plain = cut_plain(text, limit)

    assert length(escaped) <= limit
    assert length(plain) <= limit
    assert escape(decode(escaped).text) == escaped
    assert text.startswith(plain.removesuffix(ELLIPSIS)) or plain == text


def fitting(pieces: Iterable[str], limit: int) -> str:
    """The pieces in their order, as many as leave room for what says that something is missing."""
    kept = ""
    for piece in pieces:
        if length(kept + piece) > limit - len(ELLIPSIS):
            break
        kept += piece
    return kept.rstrip() + ELLIPSIS


@given(st.text("ab \r\n\u00e9\u0301\u200d\u2026\u201c🔌🇲👍🏽"), st.integers(min_value=1, max_value=30))
def test_as_many_whole_characters_are_kept_as_fit(text: str, limit: int) -> None:
    expected = text if length(text) <= limit else fitting(graphemes(text), limit)
    assert cut_plain(text, limit) == expected


@given(st.text("ab \n\u00e9&<>\u2026🔌"), st.integers(min_value=1, max_value=30))
def test_as_many_whole_characters_of_markup_are_kept_as_fit(text: str, limit: int) -> None:
    markup = escape(text)
    expected = markup if length(markup) <= limit else fitting(map(escape, text), limit)
    assert cut(markup, limit) == expected


@given(st.text())
def test_graphemes_joined_are_the_text(text: str) -> None:
    pieces = list(graphemes(text))

    assert "".join(pieces) == text
    assert all(pieces)


@given(st.text(alphabet=st.sampled_from("ae\u0301\u0303ñ👩🏽\u200d👧🇲🇽\r\n "), max_size=20))
def test_no_grapheme_but_the_first_begins_with_a_mark(text: str) -> None:
    pieces = list(graphemes(text))

    for before, piece in itertools.pairwise(pieces):
        if not before.endswith(("\r", "\n")):
            assert unicodedata.category(piece[0]) not in {"Mn", "Me"}
            assert piece[0] not in "\u200d🏽"


def test_line_ends_of_two_characters_stay_whole() -> None:
    assert list(graphemes("a\r\nb")) == ["a", "\r\n", "b"]
