"""What is entered to found a group."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from domain.group import Sector
from domain.language import Language, Names
from domain.refusal import Refusal, RefusalCode
from handlers.desk.answer import FieldErrors
from handlers.groups.forms import DRIVERS, FoundingForm
from handlers.groups.views import FOUND, found_view
from handlers.interaction import FieldValue
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
    return FoundingForm.read(ENTERED | changes)


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
        ({"countries": "Mexico, Atlantis"}, RefusalCode.COUNTRY_UNKNOWN, "countries"),
        ({"countries": " , "}, RefusalCode.COUNTRY_UNKNOWN, "countries"),
        ({"themes": "Talent\ntalent"}, RefusalCode.THEMES_ALIKE, "themes"),
        ({"themes": "¿?"}, RefusalCode.THEMES_ALIKE, "themes"),
        ({"themes": "Talent | " + "x" * 121}, RefusalCode.NAME_TOO_LONG, "themes"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    changes: dict[str, Any], code: RefusalCode, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        entered(**changes).charter(WORDS, NOW.date())
    assert (refused.value.code, refused.value.facts["field"]) == (code, field)


@pytest.mark.parametrize("country", ["Canada", "Atlantis", "Mexico, United States", ""])
def test_the_founder_is_of_one_country_of_the_group(country: str) -> None:
    with pytest.raises(Refusal) as refused:
        entered(country=country).own_country()
    assert refused.value.facts["field"] == "country"


@pytest.mark.parametrize("field", ["sector", "zone", "themes", "sectors"])
def test_a_field_left_out_is_told_by_its_name(field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        entered(**{field: None})
    assert [problem["loc"][0] for problem in refused.value.errors()] == [field]


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
        {"country": "Atlantis"},
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


async def test_a_group_is_founded(house: House) -> None:
    house.people.by_user[MEMBER] = replace(house.people.by_user[MEMBER], is_admin=True)
    await house.router().submission(replace(submission(FOUND), values=ENTERED))
    record = house.store.uow.workspace("T0001").group(2)
    assert record.group.names.in_language(Language.ENGLISH) == "Transport electrification"
