"""What is asked of the people of a group, as people type it in either language."""

from __future__ import annotations

from datetime import date

import pytest

from domain.group import Sector, Theme
from domain.language import Language, Names
from domain.people import Role
from handlers.grammar.dates.rules import Reader
from handlers.grammar.membership import (
    LeaveWanted,
    MemberWanted,
    RosterWanted,
    SettingsWanted,
    read_members,
)
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.words.slack_text import Mention

WHO, OTHER = Mention("U1", "@ana"), Mention("U2", "@ana-maria")
SETTING = Setting(
    reader=Reader(today=date(2027, 3, 3), day_first=True),
    themes=(
        Theme("infra", Names({Language.ENGLISH: "Infrastructure", Language.SPANISH: "Infraestructura"})),
        Theme("talent", Names({Language.ENGLISH: "Talent and training", Language.SPANISH: "Talento"})),
    ),
    sectors=tuple(Sector),
    countries=("MX", "US"),
)


def read(text: str) -> object:
    return read_members(text, (WHO, OTHER), SETTING)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", RosterWanted()),
        ("page:2", RosterWanted(2)),
        ("página 3", RosterWanted(3)),
        ("page:0", RosterWanted(1)),
        ("leave", LeaveWanted()),
        ("leave now", LeaveWanted(sure=True)),
        ("salir ahora", LeaveWanted(sure=True)),
        ("Salir.", LeaveWanted()),
        ("@ana", MemberWanted("U1")),
        ("@ana-maria", MemberWanted("U2")),
        ("@ana edit", MemberWanted("U1", edit=True)),
        ("editar @ana", MemberWanted("U1", edit=True)),
        ("@ana quitar", MemberWanted("U1", remove=True)),
        ("remove @ana", MemberWanted("U1", remove=True)),
        ("@ana role lead themes infra, talent", ("U1", Role.LEAD, {"infra", "talent"})),
        ("@ana rol: líder tema: Infraestructura", ("U1", Role.LEAD, {"infra"})),
        ("@ana función coordinación temas talento y infraestructura", ("U1", Role.LEAD, {"infra", "talent"})),
        ("@ana themes Talent and training", ("U1", None, {"talent"})),
        ("@ana role observer", ("U1", Role.OBSERVER, None)),
        ("@ana papel presidencia", ("U1", Role.CHAIR, None)),
        ("@ana role memb", ("U1", Role.MEMBER, None)),
    ],
)
def test_what_is_asked_is_understood(text: str, wanted: object) -> None:
    found = read(text)
    if isinstance(wanted, tuple):
        user, role, themes = wanted
        wanted = SettingsWanted(user=user, role=role, themes=None if themes is None else frozenset(themes))
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "sector", "country", "organisation"),
    [
        ("@ana sector industry country mx", Sector.INDUSTRY, "MX", None),
        ("@ana sector: gobierno país: México", Sector.GOVERNMENT, "MX", None),
        (
            "@ana country US organisation Sector Leaders of Country Roads",
            None,
            "US",
            "Sector Leaders of Country Roads",
        ),
        ("@ana org “Plant & Sons” sector:academia", Sector.ACADEMIA, None, "Plant & Sons"),
        ("@ana organización Secretaría de Energía", None, None, "Secretaría de Energía"),
    ],
)
def test_where_somebody_comes_from_is_understood(
    text: str, sector: Sector | None, country: str | None, organisation: str | None
) -> None:
    assert read(text) == SettingsWanted(user="U1", sector=sector, country=country, organisation=organisation)


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("@nobody", ProblemCode.PERSON_UNKNOWN, "@nobody"),
        ("@ana @ana-maria role lead", ProblemCode.PEOPLE_SEVERAL, ""),
        ("somebody", ProblemCode.MEMBERS_WORD_UNKNOWN, "somebody"),
        ("hello @ana", ProblemCode.MEMBERS_WORD_UNKNOWN, "hello"),
        ("@ana promote", ProblemCode.MEMBERS_WORD_UNKNOWN, "promote"),
        ("@ana please role lead", ProblemCode.MEMBERS_WORD_UNKNOWN, "please"),
        ("@ana role", ProblemCode.VALUE_MISSING, "role"),
        ("@ana themes", ProblemCode.VALUE_MISSING, "themes"),
        ("@ana organisation", ProblemCode.VALUE_MISSING, "organisation"),
        ("@ana role king", ProblemCode.ROLE_UNKNOWN, "king"),
        ("@ana sector press", ProblemCode.SECTOR_UNKNOWN, "press"),
        ("@ana country Canada", ProblemCode.COUNTRY_UNKNOWN, "Canada"),
        ("@ana themes infra, press", ProblemCode.THEME_UNKNOWN, "press"),
    ],
)
def test_what_is_wrong_is_named(text: str, code: ProblemCode, word: str) -> None:
    found = read(text)
    assert isinstance(found, Problem)
    assert (found.code, found.word) == (code, word)


def test_a_wrong_role_is_told_with_every_role_there_is() -> None:
    found = read("@ana role king")
    assert isinstance(found, Problem)
    assert found.suggestions == ("chair", "lead", "member", "observer")
