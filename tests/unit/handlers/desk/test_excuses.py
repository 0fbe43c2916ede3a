"""Words for what was refused, failed or not understood."""

from __future__ import annotations

import pytest

from domain.change import ChangeKind
from domain.language import Language, Names
from domain.people import Role
from domain.refusal import Refusal, RefusalCode
from handlers.desk.answer import FieldErrors, UpdateView
from handlers.desk.excuses import (
    Failure,
    failed,
    field_refused,
    form_failed,
    form_refused,
    misunderstood,
    problem_text,
    refusal_text,
    refused,
)
from handlers.grammar.problems import Problem, ProblemCode
from handlers.groups.views import found_view
from handlers.parts.modals import View
from tests.unit.handlers.accepted import buttons, form_violations, message_violations, view_violations
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.desk.refusals import refusal, steering
from tests.unit.handlers.material import EN, ES, WORDS, ZONE


def fields_of(form: View) -> list[str]:
    return [block["block_id"] for block in form["blocks"] if block["type"] == "input"]


def test_the_parts_of_a_correction_that_need_the_lead_are_named() -> None:
    refusal = Refusal(RefusalCode.LEAD_ONLY, fields="drivers due theme")
    english, spanish = (refusal_text(WORDS.for_language(each), refusal) for each in (EN, ES))
    assert english.endswith(
        "It is about: drivers, date, and theme. Nothing was changed; you can correct the rest without it."
    )
    assert "Se trata de: impulsores, fecha y tema." in spanish


OF_ITEMS = {
    *(ChangeKind.RECORDED, ChangeKind.LINKED, ChangeKind.MOVED, ChangeKind.PROGRESSED, ChangeKind.ASSIGNED),
    *(ChangeKind.UNDONE, ChangeKind.DUE, ChangeKind.SUCCEEDED, ChangeKind.OVERRIDDEN, ChangeKind.POSITIONED),
    *(ChangeKind.EDITED, ChangeKind.MEETING_STARTED, ChangeKind.MEETING_ENDED, ChangeKind.ATTENDED),
    *(ChangeKind.RESCHEDULED, ChangeKind.RELOCATED),
}
STEERED = (
    *(kind.value for kind in ChangeKind if kind not in {*OF_ITEMS, ChangeKind.ROLE_CHANGED}),
    *("member-joined-self", "member-left-self", "channel-bound-gone", "channel-bound-theme"),
)


def test_every_change_to_the_group_is_named_with_what_reverses_it(album: Album) -> None:
    cases = {change: steering(change, "Talent" if change.endswith("theme") else "") for change in STEERED}
    cases |= {f"role-changed from {role.value}": steering("role-changed", role.value, "N-3") for role in Role}
    told = {
        f"{case} ({language.value})": (
            WORDS.for_language(language),
            Refusal(RefusalCode.UNDO_GROUP, **facts),
        )
        for case, facts in cases.items()
        for language in Language
    }
    shown = [f"{case}\n    {refusal_text(t, why)}" for case, (t, why) in told.items()]
    album.goldens.compare("undo-group", "\n".join(shown))
    album.keep("undo-group", {case: refused(t, why).message for case, (t, why) in told.items()})
    assert not [line for line in shown if "no way back." in line or "No se puede revertir" in line]


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


@pytest.mark.repeats
@pytest.mark.parametrize("code", RefusalCode)
@pytest.mark.parametrize("language", Language)
def test_slack_takes_every_refusal_as_message_and_in_a_form(code: RefusalCode, language: Language) -> None:
    t = WORDS.for_language(language)
    form = found_view(t, ZONE, "{}")
    assert message_violations(refused(t, refusal(code)).message) == []
    answers = [
        form_refused(t, refusal(code)),
        *(field_refused(t, refusal(code), name) for name in fields_of(form)),
    ]
    assert [form_violations(answer, form) for answer in answers] == [[] for _ in answers]
    shown = answers[0]
    assert isinstance(shown, UpdateView)
    assert view_violations(dict(shown.view)) == []


def test_beside_a_field_that_is_empty_it_is_asked_for() -> None:
    answer = field_refused(WORDS.for_language(EN), Refusal(RefusalCode.TEXT_EMPTY), "name_en")
    assert answer == FieldErrors({"name_en": "Please fill this in."})


@pytest.mark.parametrize(
    ("code", "key", "name"),
    [
        (RefusalCode.SECTOR_UNKNOWN, "government", "gobierno"),
        (RefusalCode.COUNTRY_UNKNOWN, "US", "Estados Unidos"),
    ],
)
def test_what_is_refused_goes_by_its_name_and_not_by_its_key(code: RefusalCode, key: str, name: str) -> None:
    assert f"“{name}”" in refusal_text(WORDS.for_language(ES), Refusal(code, word=key))


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


def test_whoever_is_no_member_yet_gets_the_way_in() -> None:
    t = WORDS.for_language(ES)
    reply = refused(t, Refusal(RefusalCode.MEMBERS_ONLY))
    assert "“unirse”" in reply.message.text
    assert [button["value"] for button in buttons(reply.message)] == ["join"]
    assert buttons(refused(t, Refusal(RefusalCode.CHAIR_ONLY)).message) == []


@pytest.mark.parametrize(("themes", "tail"), [(2, "Theme and Theme."), (10, " and 2 more.")])
def test_a_theme_that_is_unknown_comes_with_those_there_are(themes: int, tail: str) -> None:
    named = (Names({EN: "Theme"}),) * themes
    problem = Problem(ProblemCode.THEME_UNKNOWN, "batteries", themes=named)
    assert problem_text(WORDS.for_language(EN), problem).endswith(tail)
