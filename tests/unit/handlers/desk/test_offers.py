"""A line without a verb, or without a group: what is offered instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language
from domain.usecases.situation import Situation
from handlers.desk.answer import Reply
from handlers.desk.excuses import (
    ASKING,
    FORMED,
    no_such_verb,
    usage,
    which_group,
)
from handlers.desk.request import Request
from handlers.grammar.command import parse
from handlers.grammar.verbs import Ambiguous, Unknown, Verb, find_verb
from handlers.overview.forms import OPENERS, TOLD_ALONE
from handlers.overview.help_views import READS
from handlers.parts.next_steps import CARRIED_MAX
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.desk.house import House, interaction
from tests.unit.handlers.material import ADMINISTRATOR, EN, ES, IN_SEVERAL, NOW, NOWHERE, WORDS


def request(house: House, situation: Situation, text: str, language: Language = EN) -> Request:
    return Request(
        interaction=interaction(),
        situation=situation,
        utterance=parse(text),
        verb=Verb.NOTE,
        t=WORDS.for_language(language),
        now=NOW,
        services=house.services,
    )


def missed(word: str) -> Ambiguous | Unknown:
    found = find_verb(word)
    assert isinstance(found, Ambiguous | Unknown)
    return found


def test_what_is_no_verb(album: Album) -> None:
    album.compare(
        "no-such-verb",
        each(
            {"close to one": "obstacel", "several": "re", "nothing like it": "xyzzy", "long": "<" * 5000},
            lambda t, word: no_such_verb(t, missed(word), "a map & more").message,
        ),
    )


@pytest.mark.parametrize("language", [EN, ES], ids=str)
@pytest.mark.parametrize("verb", Verb)
def test_a_guess_of_a_verb_that_writes_opens_its_form_or_asks_first(verb: Verb, language: Language) -> None:
    answer = no_such_verb(WORDS.for_language(language), Unknown("xx", (verb,)), "R-1 and more")
    guess = buttons(answer.message)[0]

    assert guess["value"] == f"{verb.name_in(language)} R-1 and more"
    assert guess["action_id"].startswith("fill:") is (verb in FORMED)
    assert ("confirm" in guess) is (verb in ASKING)
    assert message_violations(answer.message) == []


def test_every_verb_writes_through_a_form_or_asks_or_only_reads() -> None:
    assert FORMED - set(OPENERS) == set()
    assert set(OPENERS) - FORMED == TOLD_ALONE - FORMED
    assert FORMED | ASKING | set(READS) | {Verb.SETUP} == set(Verb)
    assert FORMED & (ASKING | set(READS)) == set()


def test_alone_only_a_guessed_undo_asks_first() -> None:
    asking = {
        verb
        for verb in Verb
        if "confirm" in buttons(no_such_verb(WORDS.for_language(EN), Unknown("xx", (verb,))).message)[0]
    }
    assert asking == {Verb.UNDO}


def test_what_a_guess_asks_first_is_written_as_one_reads_it() -> None:
    raw = "&lt;b&gt; <@U0LEAD|lead-infra> remove"
    answer = no_such_verb(WORDS.for_language(EN), Unknown("membres", (Verb.MEMBERS,)), raw)
    asked = buttons(answer.message)[0]["confirm"]["text"]["text"]
    assert asked == "It is done at once: members <b> @lead-infra remove"


@pytest.mark.parametrize(("language", "label"), [(EN, "help"), (ES, "ayuda")])
def test_help_is_offered_once_in_either_language(language: Language, label: str) -> None:
    answer = no_such_verb(WORDS.for_language(language), Unknown("halp", (Verb.HELP,)), "digest")
    assert [button["text"]["text"] for button in buttons(answer.message)] == [label]


def test_a_line_too_long_for_a_button_is_not_offered() -> None:
    answer = no_such_verb(WORDS.for_language(EN), missed("obstacel"), "x" * CARRIED_MAX)
    assert [button["value"] for button in buttons(answer.message)] == ["help"]


@pytest.mark.parametrize(
    "raw",
    [
        "a &lt; b &amp;amp; c",
        "&lt;https://example.org|label&gt; and <https://example.org|label>",
        "by:<@U0LEAD|lead-infra> in <#C0001|general>",
        "the tariff was in group:2",
    ],
)
def test_the_offered_line_is_the_typed_one_as_slack_sent_it(raw: str) -> None:
    typed = parse(f"obstacel {raw}")
    answer = no_such_verb(WORDS.for_language(EN), missed("obstacel"), typed.raw)
    again = parse(buttons(answer.message)[0]["value"])
    assert buttons(answer.message)[0]["value"] == f"obstacle {raw}"
    assert (again.rest, again.people, again.channels) == (typed.rest, typed.people, typed.channels)


def test_a_line_that_begins_inside_a_mention_is_offered_as_it_was_read() -> None:
    typed = parse("<@U0LEAD|lead infra> &lt;b&gt;")
    assert parse(f"note {typed.raw}").rest == typed.rest == "infra <b>"


def test_help_is_offered_once() -> None:
    answer = no_such_verb(WORDS.for_language(EN), missed("hepl"))
    assert [button["value"] for button in buttons(answer.message)].count("help") == 1


def test_an_example_of_what_could_have_followed(album: Album, house: House) -> None:
    def show(t: Translator, *before: str) -> Reply:
        return usage(request(house, IN_SEVERAL, "note", t.language), *before)

    album.compare(
        "usage",
        {
            "alone": lambda t: show(t).message,
            "after a sentence": lambda t: show(t, t("digest-none")).message,
        },
    )


def test_which_group(album: Album, house: House) -> None:
    def show(t: Translator, situation: Situation, text: str) -> Reply:
        return which_group(request(house, situation, text, t.language))

    album.compare(
        "which-group",
        {
            "several": lambda t: show(t, IN_SEVERAL, "note The census &amp; more").message,
            "none": lambda t: show(t, NOWHERE, "status").message,
            "none, to an administrator": lambda t: show(t, ADMINISTRATOR, "status").message,
            "a text too long to wait": lambda t: (
                show(t, IN_SEVERAL, "note " + "Every station counts. " * 120).message
            ),
        },
    )


@pytest.mark.parametrize("over", [0, 1])
def test_the_longest_line_that_can_wait(over: int, house: House) -> None:
    text = "note " + "x" * (CARRIED_MAX - len("note ") + over)
    answer = which_group(request(house, IN_SEVERAL, text))
    assert bool(buttons(answer.message)) is not bool(over)
    assert message_violations(answer.message) == []


def test_more_groups_than_a_row_holds_still_make_a_message(house: House) -> None:
    choices = tuple((number, names) for number in range(1, 41) for _, names in IN_SEVERAL.choices[:1])
    answer = which_group(request(house, replace(IN_SEVERAL, choices=choices), "status"))
    assert message_violations(answer.message) == []
