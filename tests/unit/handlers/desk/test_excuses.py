"""Words for what was refused, failed or not understood."""

from __future__ import annotations

import pytest

from domain.act import ActKind
from domain.change import ChangeKind
from domain.language import Language, Names
from domain.people import Role
from domain.refusal import Refusal, RefusalCode
from handlers.desk.answer import FieldErrors, UpdateView
from handlers.desk.excuses import (
    Failure,
    failed,
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
from tests.unit.handlers.material import EN, ES, WORDS, ZONE


def steering(change: str, former: str = "", earlier: str = "none") -> dict[str, str | int]:
    """Facts of a last change that was to no item."""
    told = {"change": change, "digest": "D-2", "person": "<lead>", "former": former, "earlier": earlier}
    return told | ({"channel": "C0001", "theme": "Ports & roads"} if "channel" in change else {})


def acted(act: str, former: str = "none") -> dict[str, str | int]:
    """Facts of what was done last and no change tells."""
    return {"act": act, "subject": "A-2", "former": former, "earlier": "A-2 v1"}


FACTS: dict[RefusalCode, dict[str, str | int]] = {
    RefusalCode.ADDRESS_NOT_WEB: {"word": "<ftp>"},
    RefusalCode.ADDRESS_TOO_LONG: {"length": 3100, "limit": 2000},
    RefusalCode.ADDRESS_UNREADABLE: {"word": "https://<>"},
    RefusalCode.ATTACH_FULL: {"reference": "E-1", "limit": 20},
    RefusalCode.ATTACH_OTHER_KIND: {"reference": "N-1"},
    RefusalCode.ATTACH_WITHDRAWN: {"reference": "O-1"},
    RefusalCode.AGAIN_NOT_YOURS: {"reference": "N-1"},
    RefusalCode.CHANNEL_HOLDS_MEETING: {"reference": "M-2"},
    RefusalCode.CHANNEL_IN_MEETING: {"reference": "M-2"},
    RefusalCode.CLOSED: {"reference": "A-2", "status": "done"},
    RefusalCode.COUNTRY_AMBIGUOUS: {"word": "Korea", "countries": "KR KP"},
    RefusalCode.COUNTRY_UNKNOWN: {"word": "<Germany>"},
    RefusalCode.DATE_PASSED: {"date": "2027-03-05"},
    RefusalCode.DRIVER_UNKNOWN: {"word": "<jobs>"},
    RefusalCode.FIELD_OF_OTHER_KIND: {"reference": "R-2", "field": "severity"},
    RefusalCode.LANGUAGE_OF_NO_GROUP: {"language": "es"},
    RefusalCode.DIGEST_ALREADY: {"number": 1234},
    RefusalCode.DIGEST_CHANGED: {"number": 1234},
    RefusalCode.DIGEST_IN_FLIGHT: {"number": 1234},
    RefusalCode.DIGEST_NOT_DUE: {"number": 1234},
    RefusalCode.FOUNDER_ELSEWHERE: {"word": "Canada"},
    RefusalCode.MEETING_BY_VERBS: {"reference": "M-2"},
    RefusalCode.MEETING_ENDED: {"reference": "M-2"},
    RefusalCode.MEETING_NOT_OPEN: {"reference": "M-2", "status": "scheduled"},
    RefusalCode.MEETING_NOT_SCHEDULED: {"reference": "M-2", "status": "closed"},
    RefusalCode.MEETING_OPEN_ALREADY: {"reference": "M-2"},
    RefusalCode.MEETING_NOT_EARLIER: {"reference": "M-2", "date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_NOT_LATER: {"reference": "M-2", "date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_NOT_THEN: {"reference": "M-2", "date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_HOUR_EITHER: {"reference": "M-2", "time": "4:00", "late": "16:00"},
    RefusalCode.MEETING_PASSED: {"date": "2027-03-05", "time": "09:30"},
    RefusalCode.MEETING_SEVERAL_OPEN: {"references": "M-2, M-3", "reference": "M-2"},
    RefusalCode.NOT_A_MEETING: {"reference": "N-2"},
    RefusalCode.MOVE_IMPOSSIBLE: {"reference": "R-2", "before": "proposed", "after": "implemented"},
    RefusalCode.NAME_TOO_LONG: {"length": 1234, "limit": 120},
    RefusalCode.NOT_ASSIGNABLE: {"reference": "O-1"},
    RefusalCode.NOT_A_RECOMMENDATION: {"reference": "O-1"},
    RefusalCode.NOT_CLOSED: {"reference": "O-1", "status": "confirmed"},
    RefusalCode.NOT_YOURS: {"reference": "A-7"},
    RefusalCode.SNOOZE_PASSED: {"date": "2027-03-08"},
    RefusalCode.ORIGINAL_STAYS: {"reference": "N-1", "language": "es"},
    RefusalCode.PROGRESS_UNKNOWN: {"reference": "O-1"},
    RefusalCode.PROGRESS_OUT_OF_RANGE: {"progress": 101},
    RefusalCode.REASON_NEEDED: {"reference": "R-2", "status": "not_implemented"},
    RefusalCode.REFERENCE_UNKNOWN: {"reference": "R-9"},
    RefusalCode.SCRIBED_ANSWERED: {"reference": "O-2", "by": "R-2"},
    RefusalCode.SCRIBED_ANSWERS: {"reference": "R-2"},
    RefusalCode.SCRIBED_BUILT_ON: {"reference": "R-2", "person": "Lead <b>", "change": "positioned"},
    RefusalCode.SCRIBED_CORRECTED: {"reference": "R-2"},
    RefusalCode.SCRIBED_DUE: {"reference": "A-2", "date": "2027-03-05"},
    RefusalCode.SCRIBED_ELSEWHERE: {"references": "N-1, O-2", "reference": "N-1"},
    RefusalCode.SCRIBED_IN_DOUBT: {"reference": "M-2"},
    RefusalCode.SCRIBED_KEPT: {"references": "N-1, O-2", "reference": "N-1"},
    RefusalCode.SCRIBED_KIND: {"reference": "N-1", "kind": "decision"},
    RefusalCode.SCRIBED_LINES: {"count": 10, "lines": "51\N{EN DASH}60", "most": 50},
    RefusalCode.SCRIBED_MOVED_ON: {"reference": "R-2", "status": "agreed"},
    RefusalCode.SCRIBED_OWNER: {"reference": "A-2"},
    RefusalCode.SCRIBED_THEME: {"reference": "R-2"},
    RefusalCode.SCRIBED_WORDS: {"reference": "N-1", "words": "severity:<high>"},
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
    RefusalCode.THEME_NAME_MARKED: {"word": "Roads, ports"},
    RefusalCode.THEME_NAME_REFERENCE: {"word": "R-1"},
    RefusalCode.THEME_NAME_TAKEN: {"word": "Notes"},
    RefusalCode.THEME_UNKNOWN: {"word": "energy"},
    RefusalCode.TOO_MANY: {"limit": 20},
    RefusalCode.DIGEST_DAYS_MISSING: {"number": 3, "weeks": 2},
    RefusalCode.DIGESTS_TOO_MANY: {"limit": 10},
    RefusalCode.OBSTACLE_CLOSED: {"reference": "O-1", "status": "withdrawn"},
    RefusalCode.OBSTACLE_MERGED: {"reference": "O-1", "successor": "O-2"},
    RefusalCode.UNDO_ACT: acted(ActKind.SNOOZED.value),
    RefusalCode.UNDO_ADDRESS_THERE: {"reference": "E-1", "by": "E-2"},
    RefusalCode.UNDO_ANSWERED: {"reference": "O-1", "by": "R-2"},
    RefusalCode.UNDO_BUILT_ON: {"reference": "R-2", "person": "<lead>", "change": "moved"},
    RefusalCode.UNDO_DONE: {"reference": "N-1"},
    RefusalCode.UNDO_GROUP: steering(ChangeKind.DIGEST_STOPPED.value),
    RefusalCode.UNDO_RELOCATED: {"reference": "M-2"},
    RefusalCode.UNDO_IMPOSSIBLE: {"reference": "R-2"},
    RefusalCode.EVIDENCE_WITHDRAWN: {"reference": "E-1"},
    RefusalCode.MEETING_TIME_STANDS: {"reference": "M-1", "status": "closed"},
    RefusalCode.UNDO_MEETING: {"reference": "M-2"},
    RefusalCode.UNDO_NOT_YOURS: {"reference": "N-1"},
    RefusalCode.UNDO_OUTDATED: {"reference": "R-2"},
    RefusalCode.ZONE_AMBIGUOUS: {"word": "Central", "zones": "America/Mexico_City, America/Chicago"},
    RefusalCode.ZONE_UNKNOWN: {"word": "PET", "zones": "America/Lima"},
}


def fields_of(form: View) -> list[str]:
    return [block["block_id"] for block in form["blocks"] if block["type"] == "input"]


def refusal(code: RefusalCode) -> Refusal:
    return Refusal(code, **FACTS.get(code, {}))


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
