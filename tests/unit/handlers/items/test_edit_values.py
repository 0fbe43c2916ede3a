"""`edit` with nothing but a value of a field: whoever typed it is asked whether it is that or the text."""

from __future__ import annotations

from datetime import date

import pytest

from domain.obstacle import Severity
from tests.fakes.scene import CHAIR
from tests.unit.handlers.talk import Talk, lines

WHO = "<@U0LEAD|U0LEAD>"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """O-1, R-1 and A-1."""
    for line in ("obstacle Few chargers", "recommend Build them for O-1", "action Write it down"):
        await talk.channel(line, CHAIR)
    return talk


def with_drivers(talk: Talk) -> None:
    """Drivers with names that have an `and` in them, and one that has none."""
    talk.drive(
        jobs=("Growth and jobs", "Crecimiento y empleo"),
        partners=("Partnerships and investment", "Alianzas e inversión"),
        environment=("Environment", "Medio ambiente"),
    )


@pytest.mark.parametrize(
    ("typed", "meant", "as_text"),
    [
        ("edit A-1 friday", "assign A-1 friday", "edit A-1 text:friday"),
        (f"edit A-1 {WHO} friday", f"assign A-1 {WHO} friday", f"edit A-1 text:{WHO} friday"),
        (f"edit A-1 {WHO}", f"assign A-1 {WHO}", f"edit A-1 text:{WHO}"),
        ("edit A-1 tomorrow", "assign A-1 tomorrow", "edit A-1 text:tomorrow"),
        ("edit A-1 friday at 5pm", "assign A-1 due friday", "edit A-1 text:friday at 5pm"),
        ("edit A-1 done", "move A-1 done", "edit A-1 text:done"),
        ("edit R-1 60%", "move R-1 60%", "edit R-1 text:60%"),
        ("edit R-1 in progress", "move R-1 in progress", "edit R-1 text:in progress"),
        ("edit R-1 2027-Q3", "assign R-1 2027-Q3", "edit R-1 text:2027-Q3"),
        ("edit O-1 high", "edit O-1 severity:high", "edit O-1 text:high"),
        ("edit O-1 confirmed", "move O-1 confirmed", "edit O-1 text:confirmed"),
        ("edit O-1 Mexico", "edit O-1 country:Mexico", "edit O-1 text:Mexico"),
        ("editar O-1 gravedad alta", "edit O-1 severity:alta", "edit O-1 text:gravedad alta"),
        ("editar R-1 en curso", "move R-1 en curso", "edit R-1 text:en curso"),
        ("editar A-1 viernes", "assign A-1 viernes", "edit A-1 text:viernes"),
        ("edit A-1 talent", 'edit A-1 theme:"talent"', "edit A-1 text:talent"),
    ],
)
async def test_a_value_that_is_all_of_the_text_is_asked_about(
    typed: str, meant: str, as_text: str, talk: Talk
) -> None:
    answer = await talk.hears(typed, CHAIR)
    assert not answer.in_channel
    assert lines(answer) == [meant, as_text]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (f"edit R-1 owner {WHO}", f"assign R-1 {WHO}"),
        (f"editar R-1 responsable {WHO}", f"assign R-1 {WHO}"),
        (f"editar R-1 el responsable es {WHO}", f"assign R-1 {WHO}"),
        (f"edit A-1 owner -> {WHO}".replace(">", "&gt;", 1), f"assign A-1 {WHO}"),
        (f"edit A-1 change owner to {WHO}", f"assign A-1 {WHO}"),
        ("edit R-1 theme talent", 'edit R-1 theme:"talent"'),
        ("editar R-1 tema talent", 'edit R-1 theme:"talent"'),
        ("edit R-1 date May 20", "assign R-1 May 20"),
        ("editar R-1 fecha límite: 30 de junio", "assign R-1 30 de junio"),
        ("editar A-1 fecha lunes", "assign A-1 lunes"),
        ("edit R-1 status agreed", "move R-1 agreed"),
        ("editar R-1 estado en revisión", "move R-1 en revisión"),
        ("edit R-1 progress 40%", "move R-1 40%"),
        ("edit R-1 progress 40", "move R-1 40%"),
        ("editar R-1 avance 40%", "move R-1 40%"),
        ("edit R-1 country Mexico", "edit R-1 country:Mexico"),
        ("edit R-1 countries Mexico, US", "edit R-1 country:Mexico, US"),
        ("editar O-1 país México", "edit O-1 country:México"),
        ("edit R-1 to: One-stop shop", "edit R-1 text:One-stop shop"),
        ("editar R-1 debe decir “Ventanilla única”", "edit R-1 text:Ventanilla única"),
        ("edit R-1 should say One-stop shop", "edit R-1 text:One-stop shop"),
        ("editar R-1 a: Ventanilla única", "edit R-1 text:Ventanilla única"),
        ("edit R-1 es Ventanilla única", "edit R-1 es: Ventanilla única"),
        ("edit R-1 en The one-stop shop of the CRE", "edit R-1 en: The one-stop shop of the CRE"),
    ],
)
async def test_a_value_behind_the_name_of_its_field_is_asked_about(
    typed: str, meant: str, talk: Talk
) -> None:
    answer = await talk.hears(typed, CHAIR)
    assert not answer.in_channel
    _, reference, text = typed.split(" ", 2)
    assert lines(answer) == [meant, f"edit {reference} text:{text}"]


@pytest.mark.parametrize(
    "text",
    [
        "Environment",
        "Growth and jobs",
        "growth and jobs",
        "Crecimiento y empleo",
        "Alianzas e inversión",
        "Environment, Growth and jobs",
        "Growth and jobs, Environment",
        "Growth and jobs and Environment",
        "Crecimiento y empleo y medio ambiente",
        "Partnerships and investment + Environment",
        "drivers Growth and jobs",
    ],
)
async def test_the_names_of_drivers_are_asked_about_whatever_joins_their_words(text: str, talk: Talk) -> None:
    with_drivers(talk)
    answer = await talk.hears(f"edit R-1 {text}", CHAIR)
    assert not answer.in_channel
    assert lines(answer) == [f"edit R-1 driver:{text.removeprefix('drivers ')}", f"edit R-1 text:{text}"]
    await talk.presses(lines(answer)[0], CHAIR)
    changed = talk.record.recommendations.by_number[1]
    assert changed.text.original == "Build them"
    said = text.casefold()
    meant = {"jobs": ("jobs", "empleo"), "environment": ("env", "ambiente"), "partners": ("part", "alianzas")}
    assert set(changed.drivers) == {key for key, words in meant.items() if any(w in said for w in words)}


@pytest.mark.parametrize("text", ["MX + US", "MX+US", "Mexico & US", "MX;US", "México y Estados Unidos"])
async def test_countries_are_asked_about_whatever_joins_them(text: str, talk: Talk) -> None:
    answer = await talk.hears(f"edit R-1 {text}", CHAIR)
    assert not answer.in_channel
    await talk.presses(lines(answer)[0], CHAIR)
    changed = talk.record.recommendations.by_number[1]
    assert (changed.text.original, changed.countries) == ("Build them", ("MX", "US"))


@pytest.mark.parametrize(
    "text",
    ["Growth and jobs for all", "Growth, jobs", "Growth and water", "MX and the north", "+ US", "MX +"],
)
async def test_words_that_only_begin_like_names_are_the_text(text: str, talk: Talk) -> None:
    with_drivers(talk)
    await talk.channel(f"edit R-1 {text}", CHAIR)
    changed = talk.record.recommendations.by_number[1]
    assert (changed.text.original, changed.drivers, changed.countries) == (text, (), ())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("edit A-1 due", "“due” needs something"),
        ("edit R-1 status", "“status” needs something"),
        ("edit A-1 owner @nobody-here", "@nobody-here"),
        ("edit R-1 owner CFE", "CFE"),
        ("edit O-1 date friday", "“date” is nothing that can be corrected"),
        ("edit A-1 country Mexico", "“country” is nothing that can be corrected"),
        ("edit A-1 status in progress", "in progress"),
    ],
)
async def test_a_named_field_without_such_a_value_is_asked_about_too(
    typed: str, told: str, talk: Talk
) -> None:
    answer = await talk.hears(typed, CHAIR)
    assert not answer.in_channel
    assert told in answer.message.text
    assert f"edit {typed.split()[1]} text:{typed.split(' ', 2)[2]}" in lines(answer)


async def test_what_a_recommendation_answers_is_asked_about_without_a_for(talk: Talk) -> None:
    for said in ("O-1", "obstacle O-1"):
        assert lines(await talk.hears(f"edit R-1 {said}", CHAIR)) == [f"edit R-1 text:{said}"]


async def test_a_known_owner_with_more_behind_is_asked_about_and_not_unknown(talk: Talk) -> None:
    told = await talk.alone(f"edit R-1 owner {WHO} theme talent", CHAIR)
    assert "“theme talent”" in told
    assert "Nobody called" not in told


async def test_the_name_of_a_field_alone_is_told_without_a_colon(talk: Talk) -> None:
    assert "“status” needs something behind it" in await talk.alone("edit R-1 Set the status", CHAIR)


@pytest.mark.parametrize("office", ["CFE", "la SENER", "Grupo Técnico"])
async def test_an_office_is_nobody_who_is_known(office: str, talk: Talk) -> None:
    assert f"“{office}”" in await talk.alone(f"edit R-1 owner {office}", CHAIR)


async def test_a_deadline_by_its_name_is_set(talk: Talk) -> None:
    await talk.channel("edit R-1 deadline 2027-05-20", CHAIR)
    await talk.channel("editar A-1 fecha límite 20 de mayo de 2027", CHAIR)
    for held in (talk.record.recommendations.get(1), talk.record.actions.get(1)):
        assert held is not None
        assert held.due_on == date(2027, 5, 20)
    assert "is nothing that can be corrected" not in await talk.alone("edit R-1 date friday", CHAIR)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("edit R-1 text: One-stop shop", "One-stop shop"),
        ("edit R-1 texto: One-stop shop", "One-stop shop"),
        ("edit R-1 text: 60%", "60%"),
    ],
)
async def test_the_label_of_a_text_is_no_word_of_it(line: str, text: str, talk: Talk) -> None:
    await talk.channel(line, CHAIR)
    held = talk.record.recommendations.by_number[1]
    assert held.text.original == text


async def test_either_answer_does_what_it_says(talk: Talk) -> None:
    await talk.presses("assign A-1 2027-03-05", CHAIR, "1700.3")
    await talk.presses("edit O-1 severity:high", CHAIR, "1700.4")
    await talk.presses("edit R-1 text:60%", CHAIR, "1700.5")
    action, obstacle = talk.record.actions.get(1), talk.record.obstacles.get(1)
    proposal = talk.record.recommendations.get(1)
    assert action is not None
    assert obstacle is not None
    assert proposal is not None
    assert (action.due_on, obstacle.severity) == (date(2027, 3, 5), Severity.HIGH)
    assert (proposal.text.original, proposal.progress) == ("60%", 0)


async def test_what_a_recommendation_answers_is_no_text_without_a_question(talk: Talk) -> None:
    answer = await talk.hears("edit R-1 for O-1", CHAIR)
    assert lines(answer) == ["edit R-1 text:for O-1"]
    assert "when it is proposed" in answer.message.text


async def test_of_evidence_its_kind_and_what_it_is_for_are_no_text_without_a_question(talk: Talk) -> None:
    await talk.channel("evidence https://example.org/a Study of rails", CHAIR)
    assert lines(await talk.hears("edit E-1 for R-1", CHAIR)) == [
        "evidence E-1 for R-1",
        "edit E-1 text:for R-1",
    ]
    answer = await talk.hears("editar E-1 datos", CHAIR)
    assert lines(answer) == ["edit E-1 text:datos"]
    assert "kind" in answer.message.text
    assert "data of rails" in await talk.channel("edit E-1 data of rails", CHAIR)
