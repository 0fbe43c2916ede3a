"""What an item should say instead, as people type it in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from domain.editing import Correction, Field
from domain.group import Driver, Theme
from domain.language import Language, Names
from domain.obstacle import Severity
from domain.reference import Reference, Series
from handlers.grammar.dates.rules import Reader
from handlers.grammar.editing import EditWanted, read_edit, read_edit_part
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting

EN, ES = Language.ENGLISH, Language.SPANISH
R2 = Reference(Series.RECOMMENDATION, 2)


def names(english: str, spanish: str) -> Names:
    return Names({EN: english, ES: spanish})


SETTING = Setting(
    Reader(today=date(2027, 3, 3), day_first=False),
    themes=(
        Theme("infra", names("Infrastructure", "Infraestructura")),
        Theme("talent", names("Human capital", "Capital humano")),
    ),
    countries=("MX", "US"),
    drivers=(
        Driver("jobs", names("Growth and jobs", "Crecimiento y empleo")),
        Driver("environment", names("Environment", "Medio ambiente")),
    ),
)

READ = {
    "R-2 New text": Correction(text="New text"),
    "la r2: Texto nuevo": Correction(text="Texto nuevo"),
    "R-2 es: Texto nuevo": Correction(versions={ES: "Texto nuevo"}),
    "R-2 español:Texto nuevo": Correction(versions={ES: "Texto nuevo"}),
    "R-2 English: New text": Correction(versions={EN: "New text"}),
    "R-2 inglés: New: text": Correction(versions={EN: "New: text"}),
    "R-2 a: b": Correction(text="a: b"),
    "R-2 IT: systems": Correction(text="IT: systems"),
    "R-2 es: Cursos de inglés: básico": Correction(versions={ES: "Cursos de inglés: básico"}),
    "R-2 es: Invertir en: redes, talento y datos": Correction(
        versions={ES: "Invertir en: redes, talento y datos"}
    ),
    "R-2 es: Invertir en: redes": Correction(versions={ES: "Invertir en: redes"}),
    "R-2 es: Invertir en: Redes de carga": Correction(versions={ES: "Invertir en: Redes de carga"}),
    "R-2 es: -": Correction(dropped=frozenset({ES})),
    "R-2 español: ninguna": Correction(dropped=frozenset({ES})),
    "R-2 priority en: none": Correction(priority=True, dropped=frozenset({EN})),
    "R-2 severity:none": Correction(cleared=frozenset({Field.SEVERITY})),
    "R-2 gravedad:ninguna, Texto": Correction(cleared=frozenset({Field.SEVERITY}), text="Texto"),
    "R-2 theme:none": Correction(cleared=frozenset({Field.THEME})),
    "R-2 tema: ninguno severity:none es: -": Correction(
        cleared=frozenset({Field.THEME, Field.SEVERITY}), dropped=frozenset({ES})
    ),
    "R-2 Text theme:none": Correction(cleared=frozenset({Field.THEME}), text="Text"),
    "R-2 Of the theme: none is left": Correction(text="Of the theme: none is left"),
    "R-2 Text\nin two lines": Correction(text="Text\nin two lines"),
    "R-2 theme:infra": Correction(theme="infra"),
    "R-2 tema: capital humano Texto": Correction(theme="talent", text="Texto"),
    "R-2 Text theme:infra": Correction(theme="infra", text="Text"),
    "R-2 Text on the theme: nothing new": Correction(text="Text on the theme: nothing new"),
    "R-2 priority": Correction(priority=True),
    "R-2 prioritaria": Correction(priority=True),
    "R-2 no priority": Correction(priority=False),
    "R-2 sin prioridad, trimestre:2027-T1": Correction(priority=False, due_on=date(2027, 3, 31)),
    "R-2 priority es: Texto": Correction(priority=True, versions={ES: "Texto"}),
    "R-2 prioridad:no Texto": Correction(priority=False, text="Texto"),
    "R-2 Priority lanes for trucks": Correction(text="Priority lanes for trucks"),
    "R-2 quarter:2027-Q1 Text": Correction(due_on=date(2027, 3, 31), text="Text"),
    "R-2 quarter: next quarter": Correction(due_on=date(2027, 6, 30)),
    "R-2 countries:MX,US Text": Correction(countries=("MX", "US"), text="Text"),
    "R-2 países:México y Estados Unidos, texto": Correction(countries=("MX", "US"), text="texto"),
    "R-2 country:mexico": Correction(countries=("MX",)),
    "R-2 countries:none": Correction(countries=()),
    "R-2 drivers:jobs, environment": Correction(drivers=("jobs", "environment")),
    "R-2 impulsor:medio ambiente Texto": Correction(drivers=("environment",), text="Texto"),
    'R-2 driver:"growth and jobs" Text': Correction(drivers=("jobs",), text="Text"),
    "R-2 severity:high Text": Correction(severity=Severity.HIGH, text="Text"),
    "R-2 gravedad: baja": Correction(severity=Severity.LOW),
    "R-2 theme:infra Text theme:infra": Correction(theme="infra", text="Text"),
    "R-2 priority priority:yes": Correction(priority=True),
    "R-2 due:monday 15": Correction(due_on=date(2027, 3, 15)),
    "R-2 due: friday": Correction(due_on=date(2027, 3, 5)),
    "R-2 due friday 19": Correction(due_on=date(2027, 3, 19)),
    "R-2 vence:lunes 15": Correction(due_on=date(2027, 3, 15)),
    "R-2 para el lunes 15": Correction(due_on=date(2027, 3, 15)),
    "R-2 due:mar 31 priority": Correction(due_on=date(2027, 3, 31), priority=True),
    "R-2 priority due friday": Correction(due_on=date(2027, 3, 5), priority=True),
    "R-2 due: friday theme:talent New text": Correction(
        due_on=date(2027, 3, 5), theme="talent", text="New text"
    ),
    "R-2 vence:viernes 19, New text": Correction(due_on=date(2027, 3, 19), text="New text"),
    "R-2 Due: friday is too late": Correction(text="Due: friday is too late"),
    "R-2 Country: Mexico has no fast lane": Correction(text="Country: Mexico has no fast lane"),
    "R-2 Severity: low is what we said": Correction(text="Severity: low is what we said"),
    "R-2 Priority: yes to trams": Correction(text="Priority: yes to trams"),
    "R-2 Quarter: 2027-Q3 results must be out": Correction(text="Quarter: 2027-Q3 results must be out"),
    "R-2 Gravedad: lo que dijimos": Correction(text="Gravedad: lo que dijimos"),
    "R-2 País: México, Texto": Correction(text="País: México, Texto"),
    "R-2 quarter: 2027-Q3 es: Texto": Correction(due_on=date(2027, 9, 30), versions={ES: "Texto"}),
    "R-2 vence:15": Correction(due_on=date(2027, 3, 15)),
    "R-2 By 2030 all are built": Correction(text="By 2030 all are built"),
    "R-2 Para el lunes 15 nada": Correction(text="Para el lunes 15 nada"),
    "R-2 Owner: whoever builds it": Correction(text="Owner: whoever builds it"),
    "R-2 A 5 km corridor": Correction(text="A 5 km corridor"),
    "R-2 O-3 and O-4 belong together": Correction(text="O-3 and O-4 belong together"),
    "R-2": Correction(),
}


@pytest.mark.parametrize(("typed", "expected"), READ.items(), ids=READ.keys())
def test_a_correction_is_read(typed: str, expected: Correction) -> None:
    assert read_edit(typed, SETTING) == EditWanted(reference=R2, correction=expected)


def test_a_version_that_no_item_can_have_is_one_all_the_same() -> None:
    wanted = read_edit(f"R-2 version:{'9' * 5000} Text", SETTING)
    assert isinstance(wanted, EditWanted)
    assert (wanted.version, wanted.correction.text) == (9_999_999_999, "Text")


def test_a_text_may_begin_with_the_word() -> None:
    wanted = EditWanted(reference=R2, correction=Correction(text="Version: two years later"))
    assert read_edit("R-2 Version: two years later", SETTING) == wanted


def test_buttons_say_the_version_that_the_person_saw() -> None:
    wanted = read_edit("R-2 version:7 theme:infra es: Texto", SETTING)
    assert wanted == EditWanted(
        reference=R2, correction=Correction(theme="infra", versions={ES: "Texto"}), version=7
    )


@pytest.mark.parametrize(
    ("typed", "code", "word"),
    [
        ("it New text", ProblemCode.REFERENCE_MISSING, "it"),
        ("", ProblemCode.REFERENCE_MISSING, ""),
        ("R-2 es:", ProblemCode.VALUE_MISSING, "es:"),
        ("R-2 version:last Text", ProblemCode.FIELD_UNKNOWN, "version:"),
        ("R-2 theme:", ProblemCode.VALUE_MISSING, "theme:"),
        ("R-2 theme:energy Text", ProblemCode.THEME_UNKNOWN, "energy"),
        ("R-2 severity:huge", ProblemCode.SEVERITY_UNKNOWN, "huge"),
        ("R-2 owner:@lead-infra vence:viernes 19", ProblemCode.FIELD_UNKNOWN, "owner:"),
        ("R-2 responsable: @lead-infra", ProblemCode.FIELD_UNKNOWN, "responsable:"),
        ("R-2 status:open owner:@oem-us now", ProblemCode.FIELD_UNKNOWN, "status:"),
        ("R-2 due:", ProblemCode.VALUE_MISSING, "due:"),
        ("R-2 due:someday", ProblemCode.DATE_UNKNOWN, "someday"),
        ("R-2 due tuesday 15", ProblemCode.WEEKDAY_DISAGREES, "due tuesday 15"),
        ("R-2 due:mar 31 quarter:2027-Q2", ProblemCode.VALUES_SEVERAL, "due:mar 31 + quarter:2027-Q2"),
        ("R-2 priority:perhaps", ProblemCode.PRIORITY_UNKNOWN, "perhaps"),
        ("R-2 quarter:soon", ProblemCode.QUARTER_UNKNOWN, "soon"),
        ("R-2 countries:MX,Canada", ProblemCode.COUNTRY_UNKNOWN, "Canada"),
        ("R-2 driver:luck", ProblemCode.DRIVER_UNKNOWN, "luck"),
        ("R-2 fr: bonjour", ProblemCode.LANGUAGE_OF_NO_GROUP, "fr:"),
        ("R-2 Português: Construir", ProblemCode.LANGUAGE_OF_NO_GROUP, "Português:"),
        ("R-2 priority pt: Construir", ProblemCode.LANGUAGE_OF_NO_GROUP, "pt:"),
        ("R-2 es: Hay pocos en: There are few", ProblemCode.LANGUAGES_SEVERAL, "en:"),
        ("R-2 es: Hay pocos\nEN: There are few", ProblemCode.LANGUAGES_SEVERAL, "EN:"),
        ("R-2 es: Hay pocos. en: Charging stations", ProblemCode.LANGUAGES_SEVERAL, "en:"),
        ("R-2 es: Hay pocos\nen: Charging stations", ProblemCode.LANGUAGES_SEVERAL, "en:"),
        ("R-2 en: There are few es: Hay pocos", ProblemCode.LANGUAGES_SEVERAL, "es:"),
        ("R-2 severity:none severity:high", ProblemCode.VALUES_SEVERAL, "severity:none + severity:high"),
        ("R-2 theme:none Text theme:talent", ProblemCode.VALUES_SEVERAL, "theme:none + theme:talent"),
        ("R-2 theme:infra Text theme:none", ProblemCode.VALUES_SEVERAL, "theme:infra + theme:none"),
        ("R-2 theme:infra theme:talent", ProblemCode.VALUES_SEVERAL, "theme:infra + theme:talent"),
        ("R-2 priority:yes priority:no", ProblemCode.VALUES_SEVERAL, "priority:yes + priority:no"),
        ("R-2 theme:infra Text theme:talent", ProblemCode.VALUES_SEVERAL, "theme:infra + theme:talent"),
    ],
)
def test_what_cannot_be_read_is_named(typed: str, code: ProblemCode, word: str) -> None:
    found = read_edit(typed, SETTING)
    assert isinstance(found, Problem)
    assert (found.code, found.word) == (code, word)


def test_what_a_country_or_driver_can_be_is_offered() -> None:
    spanish = replace(SETTING, language=ES)
    for typed, offered in (
        ("R-2 país:Canadá", ("México", "Estados Unidos")),
        ("R-2 impulsor:suerte", ("Crecimiento y empleo", "Medio ambiente")),
    ):
        found = read_edit(typed, spanish)
        assert isinstance(found, Problem)
        assert found.suggestions == offered


def test_a_long_text_is_read_in_a_moment() -> None:
    text = "theme: x, " * 300
    found = read_edit(f"R-2 es: {text}", SETTING)
    assert isinstance(found, EditWanted)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("R-2 reasons:jobs", "reasons:"),
        ("R-2 prioridad razones:jobs,environment", "razones:"),
        ("R-2 owner:me deadline:friday", "owner:"),
    ],
)
def test_nothing_but_fields_that_are_unknown_is_no_text(text: str, word: str) -> None:
    assert read_edit(text, SETTING) == Problem(ProblemCode.FIELD_UNKNOWN, word)


@pytest.mark.parametrize("text", ["https://example.org/a", "Note: this", "reasons:jobs are many", "At 10:30"])
def test_a_text_with_a_colon_is_a_text(text: str) -> None:
    assert read_edit(f"R-2 {text}", SETTING) == EditWanted(reference=R2, correction=Correction(text=text))


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("M-1 10:00-12:00", None, time(10)),
        ("M-1 10am\u201312pm", None, time(10)),
        ("M-1 de 10 a 12", None, None),
        ("M-1 from 10 to 12", None, None),
        ("M-1 friday 10:00-12:00", date(2027, 3, 5), time(10)),
        ("M-1 el viernes 10:00 a las 12:00", date(2027, 3, 5), time(10)),
    ],
)
def test_the_form_behind_from_when_to_when_keeps_the_day_and_what_the_meeting_is_about(
    typed: str, day: date | None, at: time | None
) -> None:
    """It was filled with today and with the hour of the end as the agenda: to save it moved the meeting."""
    part = read_edit_part(typed, SETTING)
    assert [problem.code for problem in part.problems] == [ProblemCode.HOURS_SEVERAL]
    assert part.correction == Correction()
    held = part.arrangement
    assert (day, at) == (None, None) if held is None else (held.day, held.at, held.text) == (day, at, "")


def test_what_a_meeting_is_about_stands_in_the_form_beside_its_beginning() -> None:
    part = read_edit_part("M-1 friday 10:00 to 12:00; Budget", SETTING)
    assert part.correction == Correction(text="Budget")
    assert part.arrangement is not None
    assert (part.arrangement.day, part.arrangement.at) == (date(2027, 3, 5), time(10))
