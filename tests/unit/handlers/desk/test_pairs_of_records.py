"""`severity:high` and the like: understood where the record has it, told where it stays in the text."""

from __future__ import annotations

from datetime import date

import pytest

from domain.obstacle import Severity
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.rendering import view_text
from tests.unit.handlers.talk import Talk, filled, lines

WHO = "<@U0LEAD|U0LEAD>"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """O-1; the group has a driver."""
    talk.drive(jobs=("Jobs", "Empleo"))
    await talk.channel("obstacle Few chargers")
    return talk


@pytest.mark.parametrize(
    "line",
    [
        "obstacle Grid limits severity:high country:mexico theme:talent",
        "obstacle severity:high Grid limits countries:mx theme:talent",
        "obstáculo Grid limits tema:talent gravedad:alta país:méxico",
        "obstacle Grid limits, theme:talent country:Mexico, severity:high.",
        "obstacle Grid limits theme:talent severity:high country:mx\n- in the north\n- in the south",
        'obstacle Grid limits theme:"talent" severity:"high" country:MX',
    ],
)
async def test_an_obstacle_takes_its_severity_and_countries(line: str, talk: Talk) -> None:
    shown = await talk.channel(line)
    held = talk.record.obstacles.by_number[2]
    assert (held.text.original.partition("\n")[0].rstrip("."), held.theme) == ("Grid limits", "talent")
    assert (held.severity, held.countries) == (Severity.HIGH, ("MX",))
    assert "stays in the text" not in shown


@pytest.mark.parametrize(
    "line",
    [
        "recommend Build quarter:2027-Q1 owner:<@U0LEAD|U0LEAD> driver:jobs country:mx priority:yes for O-1",
        "recommend Build for O-1 quarter:2027-Q1 owner:<@U0LEAD|U0LEAD> driver:jobs country:mx priority:yes",
        "recommend Build for O-1 due march 31 owner:<@U0LEAD|U0LEAD> drivers:jobs country:mx priority:yes",
        "recommend Build due 2027-03-31 for O-1 owner:<@U0LEAD|U0LEAD> drivers:jobs country:mx priority:yes",
        "recommend Build due:2027-03-31 owner:<@U0LEAD|U0LEAD> drivers:jobs country:mx priority:yes for O-1",
        f"recomendar Build para O-1, vence el 31 marzo responsable:{WHO} motor:empleo país:mx prioridad:sí",
        f"recommend Build owner:{WHO} due march 31 for O-1 country:mx driver:jobs priority",
        f"recommend Build owner:{WHO} driver:jobs for O-1 priority country:mx due march 31",
        f"recomendar Build para O-1 responsable:{WHO} motor:empleo país:mx trimestre:2027-T1 prioridad",
        f"recomendar Build país:mx motor:empleo responsable:{WHO} para O-1 para el 31 de marzo prioritaria",
        f"recomendar Build país:mx motor:empleo responsable:{WHO} para el 31 de marzo para O-1 prioridad",
    ],
)
async def test_a_chair_proposes_with_a_plan(line: str, talk: Talk) -> None:
    shown = await talk.channel(line, CHAIR)
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.answers) == ("Build", (1,))
    assert (held.owner, held.due_on) == (LEAD, date(2027, 3, 31))
    assert (held.drivers, held.countries, held.priority) == (("jobs",), ("MX",), True)
    assert all(word in shown for word in ("U0LEAD", "Jobs", "priority", "answers O-1")), shown


async def test_whoever_may_not_plan_proposes_all_the_same_and_is_told_which_words_stay(talk: Talk) -> None:
    shown = await talk.channel("recommend Build quarter:2027-Q1 for O-1 due friday")
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.answers) == ("Build quarter:2027-Q1 due friday", (1,))
    assert (held.owner, held.due_on) == (None, None)
    for words in ("quarter:2027-Q1", "due friday"):
        assert f"“{words}” stays in the text (the lead of the theme or the chair sets it)" in shown


async def test_words_for_a_plan_that_are_not_theirs_hide_no_obstacle_behind_them(talk: Talk) -> None:
    shown = await talk.channel("recommend Build for O-1 due friday quarter:2027-Q1 priority")
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.answers) == ("Build due friday quarter:2027-Q1 priority", (1,))
    for words in ("quarter:2027-Q1", "priority", "due friday"):
        assert f"“{words}” stays in the text (the lead of the theme or the chair sets it)" in shown


@pytest.mark.parametrize(
    "text",
    [
        "Make buses a priority",
        "Give buses priority for O-1",
        "Dar prioridad a los autobuses",
        "Build by 2030 for O-1",
    ],
)
async def test_words_of_a_recommendation_are_no_plan(text: str, talk: Talk) -> None:
    await talk.channel(f"recommend {text}", CHAIR)
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.priority, held.due_on) == (text.removesuffix(" for O-1"), False, None)


async def test_a_chair_is_not_told_that_a_chair_sets_it(talk: Talk) -> None:
    shown = await talk.channel("recommend Build trams, country: Mexico", CHAIR)
    assert "“country: Mexico” stays in the text; it is set apart without the space: “country:Mexico”" in shown
    assert "the lead of the theme" not in shown


async def test_a_wrong_day_of_a_plan_is_asked_about_and_nothing_of_it_stays_in_the_form(talk: Talk) -> None:
    line = f"recommend Build trams owner:{WHO} due:tuesday 16 february country:mx for O-1"
    answer = await talk.hears(line.replace("tuesday", "monday"), CHAIR)
    assert not answer.in_channel
    assert "[Build trams___]" in view_text(await filled(talk, line.replace("tuesday", "monday"), CHAIR))
    assert "do not agree" in await talk.alone("recommend Build trams by monday 16 february", CHAIR)


@pytest.mark.parametrize("line", ["action Write it down due:15", "acción Write it down para:15"])
async def test_a_number_is_a_day_of_the_month(line: str, talk: Talk) -> None:
    await talk.channel(line)
    held = talk.record.actions.by_number[1]
    assert (held.text.original, held.due_on and held.due_on.day) == ("Write it down", 15)


async def test_words_for_a_day_that_stay_in_an_action_are_told(talk: Talk) -> None:
    shown = await talk.channel("action Tell them by friday at the plant")
    assert "“by friday” stays in the text" in shown


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("recommend Open a lane by june 31", "june 31"),
        ("recommend Open a lane\nThe bridge closes by june", "by june"),
    ],
)
async def test_a_members_words_for_a_day_that_count_for_none_are_told(
    line: str, words: str, talk: Talk
) -> None:
    shown = await talk.channel(line)
    assert f"“{words}” stays in the text" in shown


@pytest.mark.parametrize("line", [f"action Call them owner: {WHO}", f"acción Call them responsable: {WHO}"])
async def test_who_is_named_behind_a_space_is_the_owner(line: str, talk: Talk) -> None:
    await talk.channel(line)
    held = talk.record.actions.by_number[1]
    assert (held.text.original, held.owner) == ("Call them", LEAD)


@pytest.mark.parametrize(("theme", "sets"), [("charging", True), ("talent", False)])
async def test_a_lead_plans_in_their_themes_alone(theme: str, sets: bool, talk: Talk) -> None:  # noqa: FBT001 - a case
    await talk.channel(f"recommend Build quarter:2027-Q1 theme:{theme}", LEAD)
    held = talk.record.recommendations.by_number[1]
    assert (held.due_on is not None, held.text.original == "Build") == (sets, sets)


@pytest.mark.parametrize(
    "line",
    [
        f"action Write it down owner:{WHO} due:2027-03-01",
        f"action owner:{WHO} due:march 1 Write it down",
        f"acción Write it down responsable:{WHO} vence:2027-03-01",
        f"action {WHO} Write it down due:2027-03-01",
    ],
)
async def test_an_action_takes_its_owner_and_day(line: str, talk: Talk) -> None:
    await talk.channel(line)
    held = talk.record.actions.by_number[1]
    assert (held.text.original, held.owner, held.due_on) == ("Write it down", LEAD, date(2027, 3, 1))


async def test_an_action_is_ones_own_with_owner_me_and_due_by_the_quarters_end(talk: Talk) -> None:
    await talk.channel("action Write it down owner:me quarter:2027-Q1")
    held = talk.record.actions.by_number[1]
    assert (held.owner, held.due_on) == (MEMBER, date(2027, 3, 31))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("note Grid severity:high", ("severity:high",)),
        ("nota Grid gravedad:alta responsable:<@U0LEAD|U0LEAD>", ("gravedad:alta", "responsable:@U0LEAD")),
        ("decision Grid quarter:2027-Q1", ("quarter:2027-Q1",)),
        ("opportunity Grid status:open", ("status:open",)),
        ("obstacle Grid owner:<@U0LEAD|U0LEAD> quarter:2027-Q1", ("owner:@U0LEAD", "quarter:2027-Q1")),
        ("action Grid severity:high country:mx", ("severity:high", "country:mx")),
        ("recommend Grid severity:high", ("severity:high",)),
        ("evidence https://example.org/a Grid severity:high", ("severity:high",)),
        ("note Grid kind:plant", ("kind:plant",)),
    ],
)
async def test_what_the_record_does_not_have_stays_in_its_text_and_is_told(
    line: str, words: tuple[str, ...], talk: Talk
) -> None:
    shown = await talk.channel(line)
    assert f"Grid {' '.join(words)}" in shown
    assert all(f"“{word}” stays in the text" in shown for word in words), shown


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("obstáculo No hay red en todo el país: México", "país: México"),
        ("obstacle Chargers differ in each country: United States", "country: United States"),
        ("obstacle Nobody knows the severity: low", "severity: low"),
        ("obstáculo La gravedad: alta", "gravedad: alta"),
        ("recomendar Atender esto con prioridad: sí", "prioridad: sí"),
        ("recomendar Nombrar al responsable: yo", "responsable: yo"),
        ("acción Averiguar cuándo vence: el viernes", "vence: el viernes"),
        ("obstacle Rules differ by country:mx and by state", "country:mx"),
        ("obstacle Half a pair severity:enormous stays", "severity:enormous"),
        ("action Ask whose owner:me it is", "owner:me"),
    ],
)
async def test_nothing_is_cut_out_of_a_sentence_and_what_may_be_a_pair_is_told(
    line: str, told: str, talk: Talk
) -> None:
    shown = await talk.channel(line, CHAIR)
    assert line.split(maxsplit=1)[1] in shown
    assert f"“{told}” stays in the text" in shown


@pytest.mark.parametrize(
    "line",
    [
        "note Severity: high, because the grid is weak",
        "obstacle Severity: high, because the grid is weak",
        "obstacle Country: the grid of Mexico",
        "recommend Owner: whoever builds it",
        "note See https://example.org/due:friday",
        "nota Por: las empresas",
    ],
)
async def test_words_of_a_sentence_are_no_pair(line: str, talk: Talk) -> None:
    shown = await talk.channel(line, CHAIR)
    assert line.split(maxsplit=1)[1] in shown
    assert "in the text" not in shown


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("obstacle Grid severity:enormous", "“enormous”"),
        ("obstacle Grid country:FR", "“FR”"),
        ("obstacle Grid severity:", "“severity:”"),
        ("obstacle Grid severity:high severity:low", "severity:high + severity:low"),
        ("recommend Grid quarter:2027-Q5", "“2027-Q5”"),
        ("recommend Grid owner:@nobody", "“@nobody”"),
        ("recommend Grid due:2027-03-01 for O-1 due 2027-04-01", "in two ways"),
        ("action Grid due:someday", "“someday”"),
        (f"action {WHO} Grid owner:me", "one owner"),
        ("action Grid due:2027-03-01 due 2027-04-01", "in two ways"),
        ("action Grid due:2027-03-01 quarter:2027-Q2", "due:2027-03-01 + quarter:2027-Q2"),
    ],
)
async def test_a_value_that_is_none_records_nothing_and_leads_to_the_form(
    line: str, told: str, talk: Talk
) -> None:
    answer = await talk.hears(line, CHAIR)
    assert not answer.in_channel
    assert told in answer.message.text
    assert line in lines(answer) or "<@" in line
    form = view_text(await filled(talk, line, CHAIR))
    assert told in form
    assert "[Grid___]" in form
    assert (talk.record.obstacles.get(2), talk.record.actions.get(1)) == (None, None)


async def test_what_was_right_of_a_plan_stays_in_the_form_and_is_recorded(talk: Talk) -> None:
    line = "recommend Grid quarter:2027-Q5 owner:<@U0LEAD|U0LEAD> driver:jobs country:mx priority:yes for O-1"
    form = view_text(await filled(talk, line, CHAIR))
    parts = ("“2027-Q5”", "[U0LEAD", "Due (optional): [___ day]", "[x] Jobs", "[x] Mexico", "[x] Comes first")
    assert [part for part in (*parts, "[O-1 Few") if part not in form] == [], form
    plain = view_text(await filled(talk, "recommend", CHAIR))
    assert "Owner" not in plain


async def test_a_day_that_has_passed_is_refused_in_a_plan_too(talk: Talk) -> None:
    answer = await talk.hears("recommend Grid due:2026-01-05", CHAIR)
    assert not answer.in_channel
    assert talk.record.recommendations.get(1) is None
