"""A half-wrong line: its form holds what was right, and tells what was not in the language of the person."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import Office
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, words
from tests.rendering import view_text

WHERE = "infrastructure"
WHO = {ENGLISH: "chair-us", SPANISH: "chair-mx"}


@pytest.fixture
async def item(office: Office) -> None:
    """O-1 and R-1."""
    await office.asks("chair-us", WHERE, "/wg obstacle Grid limits")
    await office.asks("chair-us", WHERE, "/wg recommend Build chargers for O-1")


@pytest.mark.usefixtures("item")
@pytest.mark.parametrize(
    ("language", "line", "told", "stands"),
    [
        (
            ENGLISH,
            "action @oem-us write it down due friday theme:nowhere",
            "I do not know the theme “nowhere”",
            ("[write it down___]", "Theme (optional): [___ search]", "[oem-us", "[2027-03-05___ day]"),
        ),
        (
            SPANISH,
            "acción @oem-us escribirlo para el viernes tema:ninguna2",
            "No conozco el tema “ninguna2”",
            ("[escribirlo___]", "Tema (optional): [___ search]", "[oem-us", "[2027-03-05___ day]"),
        ),
        (
            ENGLISH,
            "recommend Share data quarter:2027-Q5 owner:@oem-us for O-1",
            "“2027-Q5”",
            ("[Share data___]", "Due (optional): [___ day]", "Owner (optional): [oem-us", "[O-1 Grid limits"),
        ),
        (
            SPANISH,
            "recomendar Compartir datos trimestre:2027-T5 responsable:@oem-us para O-77",
            "No encuentro O-77 en este grupo",
            ("[Compartir datos___]", "“2027-T5”", "(optional): [oem-us"),
        ),
        (
            ENGLISH,
            "assign R-1 @nobody due friday",
            "“@nobody”",
            ("[R-1 Build", "Owner (optional): [___ search]", "[2027-03-05___ day]"),
        ),
        (
            SPANISH,
            "asignar R-1 @nadie2 para el viernes",
            "No hay nadie con el nombre “@nadie2”",
            ("[R-1 Build", "(optional): [___ search]", "[2027-03-05___ day]"),
        ),
        (
            ENGLISH,
            "move R-1 sideways 40% because it is late",
            "“sideways” is not a status",
            ("[R-1 Build", "[40___", "[it is late___]"),
        ),
        (
            SPANISH,
            "mover R-1 volando 40% porque es tarde",
            "“volando” no es un estado",
            ("[R-1 Build", "[40___", "[es tarde___]"),
        ),
        (
            ENGLISH,
            "evidence https://example.org/a Census kind:wrong for O-1",
            "“wrong”",
            ("[Census___]", "[https://example.org/a___]", "[ ] source [ ] programme", "[O-1 Grid limits"),
        ),
        (
            SPANISH,
            "evidencia https://example.org/a Censo tipo:mala para O-1",
            "“mala”",
            ("[Censo___]", "[https://example.org/a___]", "[ ] fuente [ ] programa", "[O-1 Grid limits"),
        ),
        (
            ENGLISH,
            "meeting schedule Charging next tuesday hybrid place: Room 5",
            "When is it?",
            ("[Charging___]", "Day: [2027-03-09___ day]", "Time: [___ time]", "[x] hybrid", "[Room 5___]"),
        ),
        (
            SPANISH,
            "reunión programar Carga el próximo martes híbrida lugar: Sala 5",
            "¿Cuándo es?",
            ("[Carga___]", "Día: [2027-03-09___ day]", "Hora: [___ time]", "[x] híbrida", "[Sala 5___]"),
        ),
    ],
)
async def test_what_was_right_stays_and_what_was_wrong_is_told(
    office: Office, language: Language, line: str, told: str, stands: tuple[str, ...]
) -> None:
    who = WHO[language]
    await office.asks(who, WHERE, f"{COMMANDS[language]} {line}")
    await office.presses(who, WHERE, words(office, language, "button-form"))
    form = view_text(await office.form(who))
    assert [part for part in (told, *stands) if part not in form] == [], form


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        (ENGLISH, "obstacle Grid severity:high country:mexico", "severity: high, Mexico: Grid"),
        (SPANISH, "obstáculo Red gravedad:alta país:méxico", "gravedad: alta, México: Red"),
        (ENGLISH, "note Grid severity:high", "“severity:high” stays in the text: Grid severity:high"),
        (SPANISH, "nota Red gravedad:alta", "“gravedad:alta” queda en el texto: Red gravedad:alta"),
        (
            ENGLISH,
            "recommend Build owner:@oem-us quarter:2027-Q1",
            "owner: oem-us, due Wednesday, Mar 31, 2027",
        ),
        (
            SPANISH,
            "recomendar Hacer responsable:@oem-us trimestre:2027-T1",
            "responsable: oem-us, para el miércoles",
        ),
    ],
)
async def test_pairs_are_understood_or_told(office: Office, language: Language, line: str, said: str) -> None:
    assert said in await office.asks(WHO[language], WHERE, f"{COMMANDS[language]} {line}")


@pytest.mark.parametrize(
    ("who", "line", "said"),
    [
        ("oem-us", "/wg recommend Build quarter:2027-Q1", "(the lead of the theme or the chair sets it)"),
        (
            "lead-suppliers",
            "/gt recomendar Hacer trimestre:2027-T1",
            "la coordinación del tema o la presidencia",
        ),
    ],
)
async def test_a_plan_from_whoever_makes_none_loses_no_recommendation(
    office: Office, who: str, line: str, said: str
) -> None:
    shown = await office.asks(who, WHERE, line)
    assert "*R-1*" in shown
    assert said in shown
    assert line.rsplit(maxsplit=1)[-1] in await office.asks(who, WHERE, "/wg show R-1")
