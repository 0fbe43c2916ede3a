"""Words for what could not be done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language
from domain.refusal import Refusal, RefusalCode
from domain.usecases.situation import Situation
from handlers.desk.answer import FieldErrors, Reply, UpdateView
from handlers.desk.excuses import (
    LINE_MAX,
    Failure,
    failed,
    form_failed,
    form_refused,
    misunderstood,
    no_such_verb,
    problem_text,
    refusal_text,
    refused,
    usage,
    which_group,
)
from handlers.desk.request import Request
from handlers.grammar.command import parse
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.verbs import Ambiguous, Unknown, Verb, find_verb
from handlers.groups.views import found_view
from handlers.parts.modals import View
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import buttons, form_violations, message_violations, view_violations
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.desk.house import House, interaction
from tests.unit.handlers.material import EN, ES, IN_SEVERAL, NOW, NOWHERE, WORDS, ZONE

FACTS: dict[RefusalCode, dict[str, str | int]] = {
    RefusalCode.ADDRESS_NOT_WEB: {"word": "<ftp>"},
    RefusalCode.ADDRESS_TOO_LONG: {"length": 3100, "limit": 2000},
    RefusalCode.ADDRESS_UNREADABLE: {"word": "https://<>"},
    RefusalCode.ATTACH_FULL: {"reference": "E-1", "limit": 20},
    RefusalCode.ATTACH_OTHER_KIND: {"reference": "N-1"},
    RefusalCode.ATTACH_WITHDRAWN: {"reference": "O-1"},
    RefusalCode.AGAIN_NOT_YOURS: {"reference": "N-1"},
    RefusalCode.CLOSED: {"reference": "A-2", "status": "done"},
    RefusalCode.COUNTRY_AMBIGUOUS: {"word": "Korea", "countries": "KR KP"},
    RefusalCode.COUNTRY_UNKNOWN: {"word": "<Germany>"},
    RefusalCode.DATE_PASSED: {"date": "2027-03-05"},
    RefusalCode.DRIVER_UNKNOWN: {"word": "<jobs>"},
    RefusalCode.FIELD_OF_OTHER_KIND: {"reference": "R-2", "field": "severity"},
    RefusalCode.LANGUAGE_OF_NO_GROUP: {"language": "es"},
    RefusalCode.DIGEST_IN_FLIGHT: {"number": 1234},
    RefusalCode.FOUNDER_ELSEWHERE: {"word": "Canada"},
    RefusalCode.MEETING_BY_VERBS: {"reference": "M-2"},
    RefusalCode.MEETING_ENDED: {"reference": "M-2"},
    RefusalCode.MEETING_NOT_OPEN: {"reference": "M-2", "status": "scheduled"},
    RefusalCode.MEETING_NOT_SCHEDULED: {"reference": "M-2", "status": "closed"},
    RefusalCode.MEETING_OPEN_ALREADY: {"reference": "M-2"},
    RefusalCode.MEETING_PASSED: {"date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_SEVERAL_OPEN: {"references": "M-2, M-3", "reference": "M-2"},
    RefusalCode.NOT_A_MEETING: {"reference": "N-2"},
    RefusalCode.MOVE_IMPOSSIBLE: {"reference": "R-2", "before": "proposed", "after": "implemented"},
    RefusalCode.NAME_TOO_LONG: {"length": 1234, "limit": 120},
    RefusalCode.NOT_ASSIGNABLE: {"reference": "O-1"},
    RefusalCode.NOT_A_RECOMMENDATION: {"reference": "O-1"},
    RefusalCode.NOT_CLOSED: {"reference": "O-1", "status": "confirmed"},
    RefusalCode.PROGRESS_UNKNOWN: {"reference": "O-1"},
    RefusalCode.PROGRESS_OUT_OF_RANGE: {"progress": 101},
    RefusalCode.REASON_NEEDED: {"reference": "R-2", "status": "not_implemented"},
    RefusalCode.REFERENCE_UNKNOWN: {"reference": "R-9"},
    RefusalCode.SECTOR_UNKNOWN: {"word": "press"},
    RefusalCode.NO_SUCH_COUNTRY: {"word": "<Mexixo>", "countries": "MX"},
    RefusalCode.NOTHING_NEW: {"number": 1234},
    RefusalCode.SUCCESSOR_CLOSED: {"reference": "O-2", "status": "resolved"},
    RefusalCode.SUCCESSOR_ITSELF: {"reference": "R-2"},
    RefusalCode.SUCCESSOR_NEEDED: {"reference": "R-2", "status": "superseded"},
    RefusalCode.SUCCESSOR_OTHER_KIND: {"reference": "R-2", "other": "O-3"},
    RefusalCode.SUBSCRIPTION_ENDED: {"number": 1},
    RefusalCode.SUBSCRIPTION_UNKNOWN: {"number": 9},
    RefusalCode.TEXT_TOO_LONG: {"length": 3001, "limit": 3000},
    RefusalCode.THEMES_ALIKE: {"word": "Energía"},
    RefusalCode.THEME_NAME_TAKEN: {"word": "Notes"},
    RefusalCode.THEME_UNKNOWN: {"word": "energy"},
    RefusalCode.TOO_MANY: {"limit": 20},
    RefusalCode.OBSTACLE_CLOSED: {"reference": "O-1", "status": "withdrawn"},
    RefusalCode.OBSTACLE_MERGED: {"reference": "O-1", "successor": "O-2"},
    RefusalCode.UNDO_ANSWERED: {"reference": "O-1", "by": "R-2"},
    RefusalCode.UNDO_BUILT_ON: {"reference": "R-2", "person": "<lead>", "change": "moved"},
    RefusalCode.UNDO_DONE: {"reference": "N-1"},
    RefusalCode.UNDO_IMPOSSIBLE: {"reference": "R-2"},
    RefusalCode.UNDO_NOT_YOURS: {"reference": "N-1"},
    RefusalCode.UNDO_OUTDATED: {"reference": "R-2"},
    RefusalCode.ZONE_AMBIGUOUS: {"word": "Central", "zones": "America/Mexico_City, America/Chicago"},
    RefusalCode.ZONE_UNKNOWN: {"word": "PET", "zones": "America/Lima"},
}


def fields_of(form: View) -> list[str]:
    return [block["block_id"] for block in form["blocks"] if block["type"] == "input"]


def refusal(code: RefusalCode) -> Refusal:
    return Refusal(code, **FACTS.get(code, {}))


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


def test_every_refusal(album: Album) -> None:
    shown = [
        f"{code.value}\n    {refusal_text(WORDS.for_language(EN), refusal(code))}\n"
        f"    {refusal_text(WORDS.for_language(ES), refusal(code))}"
        for code in RefusalCode
    ]
    album.goldens.compare("refusals", "\n".join(shown))
    told = {
        f"{code.value} ({language.value})": refused(WORDS.for_language(language), refusal(code)).message
        for code in RefusalCode
        for language in Language
    }
    album.keep("refusals", told)


@pytest.mark.parametrize("code", RefusalCode)
@pytest.mark.parametrize("language", Language)
def test_slack_takes_every_refusal_as_message_and_in_a_form(code: RefusalCode, language: Language) -> None:
    t = WORDS.for_language(language)
    form = found_view(t, ZONE, "{}")
    answer = form_refused(t, refusal(code), fields_of(form))
    assert message_violations(refused(t, refusal(code)).message) == []
    assert form_violations(answer, form) == []
    assert isinstance(answer, FieldErrors) or view_violations(dict(answer.view)) == []


def test_a_refusal_stands_beside_the_field_it_names() -> None:
    answer = form_refused(
        WORDS.for_language(EN), Refusal(RefusalCode.TEXT_EMPTY, field="name_en"), ["name_en"]
    )
    assert answer == FieldErrors({"name_en": "Please fill this in."})


def test_a_refusal_about_a_field_the_form_lacks_takes_the_forms_place() -> None:
    """Slack refuses errors beside fields that are not there."""
    answer = form_refused(WORDS.for_language(EN), refusal(RefusalCode.ZONE_UNKNOWN), ["organisation"])
    assert isinstance(answer, UpdateView)


def test_a_word_of_theirs_is_escaped_in_a_refusal() -> None:
    assert "“&lt;Germany&gt;”" in refusal_text(WORDS.for_language(EN), refusal(RefusalCode.COUNTRY_UNKNOWN))


def test_a_status_in_a_refusal_is_that_of_the_kind_it_is_about() -> None:
    t = WORDS.for_language(ES)
    moved = Refusal(RefusalCode.MOVE_IMPOSSIBLE, reference="O-1", before="identified", after="withdrawn")
    needed = [
        refusal_text(t, Refusal(code, reference=reference, status=status))
        for code, reference, status in (
            (RefusalCode.REASON_NEEDED, "O-1", "dropped"),
            (RefusalCode.REASON_NEEDED, "R-2", "not_implemented"),
            (RefusalCode.REASON_NEEDED, "A-3", "dropped"),
            (RefusalCode.SUCCESSOR_NEEDED, "O-1", "merged"),
        )
    ]
    words = (
        "O-1 pase a “descartado”",
        "R-2 pase a “no implementada”",
        "A-3 pase a “descartada”",
        "“fusionado”",
    )
    assert "“identificado”" in refusal_text(t, moved)
    assert "“retirado”" in refusal_text(t, moved)
    assert all(word in text for word, text in zip(words, needed, strict=True))


def test_a_day_in_a_refusal_is_written_out() -> None:
    assert "Friday, Mar 5, 2027" in refusal_text(WORDS.for_language(EN), refusal(RefusalCode.DATE_PASSED))


def test_every_failure(album: Album) -> None:
    kinds = {kind.value: kind for kind in Failure}
    album.compare("failures", each(kinds, lambda t, kind: failed(t, kind).message))


@pytest.mark.parametrize("kind", Failure)
def test_slack_takes_every_failure_of_a_form(kind: Failure) -> None:
    answer = form_failed(WORDS.for_language(ES), kind)
    assert isinstance(answer, UpdateView)
    assert view_violations(dict(answer.view)) == []


def test_every_problem(album: Album) -> None:
    problems = [Problem(code, "<word>", ("one", "two & three")) for code in ProblemCode]
    shown = [
        f"{problem.code.value}\n    {problem_text(WORDS.for_language(EN), problem)}\n"
        f"    {problem_text(WORDS.for_language(ES), problem)}"
        for problem in problems
    ]
    told = {
        f"{problem.code.value} ({language.value})": misunderstood(
            WORDS.for_language(language), problem
        ).message
        for problem in problems
        for language in Language
    }
    assert [message_violations(message) for message in told.values()] == [[] for _ in told]
    album.goldens.compare("problems", "\n".join(shown))
    album.keep("problems", told)


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


def test_a_line_too_long_for_a_button_is_not_offered() -> None:
    answer = no_such_verb(WORDS.for_language(EN), missed("obstacel"), "x" * LINE_MAX)
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
            "a text too long to wait": lambda t: (
                show(t, IN_SEVERAL, "note " + "Every station counts. " * 120).message
            ),
        },
    )


@pytest.mark.parametrize("over", [0, 1])
def test_the_longest_line_that_can_wait(over: int, house: House) -> None:
    text = "note " + "x" * (LINE_MAX - len("note ") + over)
    answer = which_group(request(house, IN_SEVERAL, text))
    assert bool(buttons(answer.message)) is not bool(over)
    assert message_violations(answer.message) == []


def test_more_groups_than_a_row_holds_still_make_a_message(house: House) -> None:
    choices = tuple((number, names) for number in range(1, 41) for _, names in IN_SEVERAL.choices[:1])
    answer = which_group(request(house, replace(IN_SEVERAL, choices=choices), "status"))
    assert message_violations(answer.message) == []
