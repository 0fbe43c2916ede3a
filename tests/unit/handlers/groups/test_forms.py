"""What is entered to found a group."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.group import Sector
from domain.language import Language, Names
from domain.refusal import Refusal, RefusalCode
from handlers.desk.answer import FieldErrors
from handlers.groups.forms import DRIVERS, FoundingForm
from handlers.groups.themes import KEY_MAX
from handlers.groups.views import FOUND, found_view
from handlers.interaction import FieldValue
from handlers.parts.forms import FieldsWrong
from handlers.parts.widgets import Setting
from tests.fakes.scene import MEMBER
from tests.unit.handlers.accepted import form_violations
from tests.unit.handlers.desk.house import House, submission
from tests.unit.handlers.material import EN, ES, NOW, WORDS, ZONE

ENTERED: dict[str, FieldValue] = {
    "name_en": " Transport electrification ",
    "name_es": None,
    "themes": "Infrastructure | Infraestructura\n\n Talent & training |\n| Cadena de suministro ",
    "countries": "Mexico, United States",
    "sectors": ("government", "industry"),
    "languages": ("en", "es"),
    "zone": "America/Mexico_City",
    "organisation": " Plant ",
    "sector": "industry",
    "country": "México",
}


def entered(**changes: FieldValue) -> FoundingForm:
    return FoundingForm.read(Setting(t=WORDS.for_language(EN)), ENTERED | changes)


def test_the_charter_says_what_was_entered() -> None:
    charter = entered().charter(WORDS, NOW.date())
    assert charter.names == Names({EN: "Transport electrification"})
    assert [theme.key for theme in charter.themes] == [
        "infrastructure",
        "talent-training",
        "cadena-de-suministro",
    ]
    assert [theme.names.in_language(ES) for theme in charter.themes] == [
        "Infraestructura",
        "Talent & training",
        "Cadena de suministro",
    ]
    assert (charter.countries, charter.sectors) == (("MX", "US"), (Sector.GOVERNMENT, Sector.INDUSTRY))
    assert [driver.key for driver in charter.drivers] == list(DRIVERS)
    assert charter.phase == "diagnosis"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name_en": " "}, RefusalCode.TEXT_EMPTY, "name_en"),
        ({"name_en": "\u200b"}, RefusalCode.TEXT_EMPTY, "name_en"),
        ({"name_es": "\u200b"}, RefusalCode.TEXT_EMPTY, "name_es"),
        ({"name_es": "x" * 121}, RefusalCode.NAME_TOO_LONG, "name_es"),
        ({"organisation": "\u200b"}, RefusalCode.TEXT_EMPTY, "organisation"),
        ({"organisation": "x" * 121}, RefusalCode.NAME_TOO_LONG, "organisation"),
        ({"themes": "x" * 130}, RefusalCode.NAME_TOO_LONG, "themes"),
        ({"countries": "Mexico, Atlantis"}, RefusalCode.NO_SUCH_COUNTRY, "countries"),
        ({"countries": " , "}, RefusalCode.NO_SUCH_COUNTRY, "countries"),
        ({"countries": "Mexico, XK"}, RefusalCode.NO_SUCH_COUNTRY, "countries"),
        ({"countries": "Mexico, Korea"}, RefusalCode.COUNTRY_AMBIGUOUS, "countries"),
        ({"zone": "Mars/Base"}, RefusalCode.ZONE_UNKNOWN, "zone"),
        ({"zone": "PET"}, RefusalCode.ZONE_UNKNOWN, "zone"),
        ({"zone": "Central"}, RefusalCode.ZONE_AMBIGUOUS, "zone"),
        ({"zone": "CST"}, RefusalCode.ZONE_AMBIGUOUS, "zone"),
        ({"zone": "IST"}, RefusalCode.ZONE_AMBIGUOUS, "zone"),
        ({"themes": "Talent\ntalent"}, RefusalCode.THEMES_ALIKE, "themes"),
        ({"themes": "Energy | Energía\nPower | energia"}, RefusalCode.THEMES_ALIKE, "themes"),
        ({"themes": "Energía\nENERGIA"}, RefusalCode.THEMES_ALIKE, "themes"),
        ({"themes": "Notes"}, RefusalCode.THEME_NAME_TAKEN, "themes"),
        ({"themes": "Talent\nOpen"}, RefusalCode.THEME_NAME_TAKEN, "themes"),
        ({"themes": "Agreements | Acuerdos"}, RefusalCode.THEME_NAME_TAKEN, "themes"),
        ({"themes": "In progress"}, RefusalCode.THEME_NAME_TAKEN, "themes"),
        ({"themes": "everything"}, RefusalCode.THEME_NAME_TAKEN, "themes"),
        ({"themes": "mine"}, RefusalCode.THEME_NAME_TAKEN, "themes"),
        ({"themes": "Roads, ports | Caminos"}, RefusalCode.THEME_NAME_MARKED, "themes"),
        ({"themes": "Roads | Caminos; puertos"}, RefusalCode.THEME_NAME_MARKED, "themes"),
        ({"themes": "theme: roads"}, RefusalCode.THEME_NAME_MARKED, "themes"),
        ({"themes": "Roads | R-1"}, RefusalCode.THEME_NAME_REFERENCE, "themes"),
        ({"themes": "o 12"}, RefusalCode.THEME_NAME_REFERENCE, "themes"),
        ({"themes": "Talent | " + "x" * 121}, RefusalCode.NAME_TOO_LONG, "themes"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    changes: dict[str, Any], code: RefusalCode, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        entered(**changes).charter(WORDS, NOW.date())
    assert (refused.value.code, refused.value.facts["field"]) == (code, field)


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("Canada", RefusalCode.FOUNDER_ELSEWHERE),
        ("Mexico, United States", RefusalCode.FOUNDER_ELSEWHERE),
        ("Atlantis", RefusalCode.NO_SUCH_COUNTRY),
        ("Korea", RefusalCode.COUNTRY_AMBIGUOUS),
    ],
)
def test_the_founder_is_of_one_country_of_the_group(country: str, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as refused:
        entered(country=country).own_country()
    assert (refused.value.code, refused.value.facts["field"]) == (code, "country")


@pytest.mark.parametrize(
    "zone", ["Mexico City", "Ciudad de México", "cdmx", "america/mexico_city", "hora del centro"]
)
def test_the_zone_takes_what_commands_take(zone: str) -> None:
    assert entered(zone=zone).charter(WORDS, NOW.date()).zone == "America/Mexico_City"


def test_every_theme_has_a_short_key_of_its_own_in_whatever_script_it_is_written() -> None:
    long = "Charging networks of " + "many " * 19
    lines = ["人材育成", "供应链", "¿?", "Theme 1", "Talent & training", "Talent—training", long, long + "x"]
    keys = [theme.key for theme in entered(themes="\n".join(lines)).charter(WORDS, NOW.date()).themes]
    assert keys[:6] == ["theme-1", "theme-2", "theme-3", "theme-1-2", "talent-training", "talent-training-2"]
    assert len(set(keys)) == len(keys)
    assert max(map(len, keys)) <= KEY_MAX


@pytest.mark.parametrize("field", ["sector", "zone", "themes", "sectors", "country"])
def test_a_field_left_out_is_told_by_its_name(field: str) -> None:
    with pytest.raises(FieldsWrong) as refused:
        entered(**{field: None})
    assert refused.value.messages == {field: "Please fill this in."}


@pytest.mark.parametrize(
    "changes",
    [
        {"sector": None, "zone": None},
        {"sectors": ("press",)},
        {"name_en": None},
        {"organisation": " "},
        {"organisation": "\u200b"},
        {"zone": "Mars/Base"},
        {"themes": "Talent\ntalent"},
        {"themes": "x" * 200},
        {"themes": "|"},
        {"themes": "\n".join(f"Theme {number}" for number in range(41))},
        {"countries": "Atlantis"},
        {"countries": "Mexixo, EU"},
        {"countries": "Korea"},
        {"country": "Atlantis"},
        {"zone": "CST"},
        {"zone": "PET"},
    ],
    ids=str,
)
async def test_slack_takes_every_answer_to_the_form(changes: dict[str, Any], house: House) -> None:
    house.people.by_user[MEMBER] = replace(house.people.by_user[MEMBER], is_admin=True)
    sent = replace(submission(FOUND), values=ENTERED | changes)
    answer = await house.router().submission(sent)
    form = found_view(WORDS.for_language(EN), ZONE, "{}")
    assert form_violations(answer, form) == []
    assert len(house.store.uow.workspace("T0001").records) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name_en": "\u200b"}, "name_en"),
        ({"organisation": "\u200b"}, "organisation"),
        ({"themes": "x" * 130}, "themes"),
        ({"zone": "Mars/Base"}, "zone"),
        ({"themes": "|"}, "themes"),
        ({"countries": "Atlantis"}, "countries"),
        ({"sectors": ("government",)}, "sector"),
    ],
    ids=str,
)
async def test_the_form_says_what_is_wrong_beside_the_field_it_is_about(
    changes: dict[str, Any], field: str, house: House
) -> None:
    house.people.by_user[MEMBER] = replace(house.people.by_user[MEMBER], is_admin=True)
    answer = await house.router().submission(replace(submission(FOUND), values=ENTERED | changes))
    assert isinstance(answer, FieldErrors)
    assert list(answer.errors) == [field]


@pytest.mark.parametrize("language", list(Language))
async def test_one_name_is_enough_and_none_is_told_beside_the_reader_s(
    language: Language, house: House
) -> None:
    profile = replace(house.people.by_user[MEMBER], is_admin=True, chosen_language=language)
    house.people.by_user[MEMBER] = profile
    sent = replace(submission(FOUND), values=ENTERED | {"name_en": None, "name_es": None})
    answer = await house.router().submission(sent)
    assert isinstance(answer, FieldErrors)
    needed = WORDS.for_language(language)("field-name-needed")
    assert answer.errors == {f"name_{language.value}": needed}
    await house.router().submission(replace(sent, values=ENTERED | {"name_en": None, "name_es": "Mesa"}))
    assert house.store.uow.workspace("T0001").group(2).group.names.by_language == {Language.SPANISH: "Mesa"}


async def test_a_group_is_founded(house: House) -> None:
    house.people.by_user[MEMBER] = replace(house.people.by_user[MEMBER], is_admin=True)
    await house.router().submission(replace(submission(FOUND), values=ENTERED))
    record = house.store.uow.workspace("T0001").group(2)
    assert record.group.names.in_language(Language.ENGLISH) == "Transport electrification"
