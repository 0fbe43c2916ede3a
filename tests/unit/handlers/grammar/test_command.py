"""Utterances: the verb and the rest, decoded once."""

import pytest

from handlers.grammar.command import parse
from handlers.words.slack_text import Mention


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("", "", ""),
        ("   ", "", ""),
        ("help", "help", ""),
        ("note  The census comes first ", "note", "The census comes first"),
        ("\u00a0nota\u00a0Primero el censo", "nota", "Primero el censo"),
        ("note\nfirst line\n\n  second  line", "note", "first line\n\n  second  line"),
        ("note: a text", "note", "a text"),
        ("#nota un texto", "nota", "un texto"),
        ("#: x", "#:", "x"),
        ("\u200bshow\ufeff R\u20132", "show", "R\u20132"),
        ("note “curly” stays", "note", "“curly” stays"),
        ("note a &lt; b &amp;amp; c", "note", "a < b &amp; c"),
        ("note see <https://example.org|example.org>", "note", "see example.org"),
        ("note <!channel> hello", "note", "@channel hello"),
        ("note 👩‍👧 family", "note", "👩‍👧 family"),
    ],
)
def test_the_first_word_is_the_verb_and_the_rest_stays_as_typed(text: str, word: str, rest: str) -> None:
    utterance = parse(text)
    assert (utterance.word, utterance.rest) == (word, rest)
    assert (utterance.people, utterance.channels) == ((), ())


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("", ""),
        ("help", ""),
        ("note  a &lt; b &amp;amp; c ", "a &lt; b &amp;amp; c"),
        ("list by:<@U12|lead-infra>", "by:<@U12|lead-infra>"),
        ("<b>x see <https://example.org|here>", "see <https://example.org|here>"),
        ("<@U12|lead infra> &lt;b&gt;", "infra &lt;b&gt;"),
        ("\u200b note x", "x"),
    ],
)
def test_the_rest_as_slack_encodes_it_is_read_as_the_same(text: str, raw: str) -> None:
    assert parse(text).raw == raw
    assert parse(f"note {raw}").rest == parse(text).rest


def test_those_who_are_named_are_told_with_their_ids() -> None:
    utterance = parse("list by:<@U12|lead-infra> in <#C3|general>")

    assert utterance.rest == "by:@lead-infra in #general"
    assert utterance.people == (Mention("U12", "@lead-infra"),)
    assert utterance.channels == (Mention("C3", "#general"),)
