"""What impatient people type, and what they can only have meant by it."""

from __future__ import annotations

import pytest

from tests.fakes.scene import CHAIR, LEAD
from tests.rendering import view_text
from tests.unit.handlers.talk import Talk, lines


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    for line in (
        "obstacle Permits take months",
        "obstacle Nobody trains inspectors",
        "recommend One window for permits",
        "action Send the census due december 4",
        "meeting schedule friday 10:00; Permits",
        "digest weekly mon 09:00",
        "digest weekly thu 08:00",
    ):
        await talk.channel(line, CHAIR)
    return talk


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("object to R-1", "*R-1* objection from"),
        ("objeto a la recomendación R-1: no hay presupuesto", "*R-1* objection from"),
        ("support the recommendation R-1", "*R-1* support from"),
        ("abstain from R-1", "*R-1* abstention from"),
        ("done with A-1", "*A-1* open → done"),
        ("Done A-1!", "*A-1* open → done"),
        ("hecha la acción A-1, gracias", "*A-1* open → done"),
        ("move R-1 under review please", "*R-1* proposed → under review"),
    ],
)
async def test_small_words_around_the_item_do_not_hide_it(line: str, told: str, talk: Talk) -> None:
    said = await talk.channel(line, CHAIR)
    assert said.startswith(told)
    assert "Reason" not in said


@pytest.mark.parametrize(
    "line",
    [
        "R-1 is 50% done",
        "R-1 50% complete",
        "move R-1 done 50%",
        "R-1 lleva 50% de avance",
        "R-1 va al 50%",
        "R-1 va en 50%",
        "R-1 vamos en 50%",
    ],
)
async def test_a_percentage_that_is_done_is_progress_and_not_the_end(line: str, talk: Talk) -> None:
    for step in ("under review", "agreed", "in progress"):
        await talk.channel(f"move R-1 {step}", CHAIR)
    assert (await talk.channel(line, CHAIR)).startswith("*R-1* progress 0% → 50%")


async def test_all_of_it_done_is_the_end(talk: Talk) -> None:
    for step in ("under review", "agreed", "in progress"):
        await talk.channel(f"move R-1 {step}", CHAIR)
    assert "→ implemented" in await talk.channel("R-1 100% done", CHAIR)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("edit M-1 10:00-12:00", "A meeting has one day and one time"),
        ("edit M-1 10am\u201312pm", "A meeting has one day and one time"),
        ("editar M-1 de 10 a 12", "A meeting has one day and one time"),
        ("edit M-1 11 to 13; Budget", "A meeting has one day and one time"),
        ("edit M-1 friday 11:00-12:30", "A meeting has one day and one time"),
        ("meeting schedule friday 10:00-12:00 Rails", "A meeting has one day and one time"),
        ("edit M-1 10-12", "“10-12” could be an hour or a day of the month"),
        ("meeting move M-1 10-12", "“10-12” could be an hour or a day of the month"),
        ("edit M-1 next week", "“next week” names several days"),
        ("editar M-1 la próxima semana", "“la próxima semana” names several days"),
        ("edit M-1 11:00 Budget", "I am not sure what “Budget” means here"),
    ],
)
async def test_when_a_meeting_is_does_not_become_its_agenda(line: str, problem: str, talk: Talk) -> None:
    assert (await talk.alone(line, CHAIR)).startswith(problem)


@pytest.mark.parametrize(
    "title",
    ["2 a 3 propuestas", "10 to 12 proposals for permits", "11:00 is too early", "June talks", "10 or 12"],
)
async def test_a_title_with_numbers_is_one(title: str, talk: Talk) -> None:
    assert await talk.channel(f"edit M-1 {title}", CHAIR) == f"*M-1* text edited: {title}"


async def test_the_hour_that_a_span_begins_with_is_offered_beside_the_dates(talk: Talk) -> None:
    answer = await talk.hears("meeting schedule friday 10-12 Rails", CHAIR)
    assert "meeting schedule friday 10:00 Rails" in lines(answer)


@pytest.mark.parametrize(
    ("line", "month"),
    [("assign A-1 may", "may"), ("asignar A-1 Julio", "Julio"), ("asignar A-1 a abril", "abril")],
)
async def test_a_month_after_which_people_are_called_is_asked_about(
    line: str, month: str, talk: Talk
) -> None:
    assert (await talk.alone(line, CHAIR)).startswith(f"“{month}” could be a month or a person")


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("assign A-1 due may", "May 31, 2027"),
        (f"assign A-1 <@{LEAD}> may", "May 31, 2027"),
        ("assign A-1 december", "Dec 31, 2026"),
        ("assign R-1 first quarter 2027", "Mar 31, 2027"),
        ("asignar R-1 para fines del primer trimestre de 2027", "Mar 31, 2027"),
    ],
)
async def test_a_month_that_can_only_be_one_is_the_day_by_which(line: str, due: str, talk: Talk) -> None:
    assert due in await talk.channel(line, CHAIR)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("digest edit 2 friday", "• Digest, days: Thursdays → Fridays"),
        ("digest edit 2, fri 10:00", "• Digest, time: 8:00 AM → 10:00 AM"),
        ("resumen editar 2 los viernes", "• Digest, days: Thursdays → Fridays"),
        ("digest edit 2 10:00", "• Digest, time: 8:00 AM → 10:00 AM"),
        ("digest change D-2 to friday", "• Digest, days: Thursdays → Fridays"),
        ("digest 2 pause", "Digest *D-2* is paused."),
        ("resumen 2 pausar", "Digest *D-2* is paused."),
    ],
)
async def test_the_number_of_a_digest_needs_no_letter(line: str, told: str, talk: Talk) -> None:
    assert told in await talk.channel(line, CHAIR)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("digest edit 9 friday", "I cannot find digest D-9 here."),
        ("digest edit 5 pm", "There are several digests here."),
        ("digest edit 15 de cada mes 9:00", "There are several digests here."),
    ],
)
async def test_an_hour_or_a_day_is_no_digest(line: str, told: str, talk: Talk) -> None:
    assert (await talk.alone(line, CHAIR)).startswith(told)


@pytest.mark.parametrize(
    "line",
    [
        *("roadmap export", "roadmap export pdf", "roadmap download", "export", "ruta exportar", "pdf"),
        *("pdf of the roadmap", "excel", "roadmap charging export as docx", "pdf charging", "pdf de la ruta"),
        "hoja de ruta en pdf",
    ],
)
async def test_a_document_is_asked_for_by_its_format_or_by_exporting(line: str, talk: Talk) -> None:
    assert (await talk.alone(line, CHAIR)).startswith("The roadmap cannot be had as a document")


@pytest.mark.parametrize("line", ["word of caution from the plant", "pdf report is late", "roadmap exports"])
async def test_a_sentence_that_begins_like_a_format_asks_for_none(line: str, talk: Talk) -> None:
    assert (await talk.alone(line, CHAIR)).startswith("I do not know")


@pytest.mark.parametrize("line", ["note …", "nota ...", "obstacle —", "action …", "withdraw …", "mover ..."])
async def test_the_dots_of_an_example_are_no_words(line: str, talk: Talk) -> None:
    view = await talk.opens(line, CHAIR)
    assert "…" not in view_text(view)
    assert "..." not in view_text(view)


@pytest.mark.parametrize(("line", "verb"), [("note ?", "note"), ("undo ??", "undo"), ("nota ¿?", "note")])
async def test_a_question_mark_behind_a_verb_asks_what_it_does(line: str, verb: str, talk: Talk) -> None:
    assert (await talk.alone(line, CHAIR)).startswith(f"*{verb}*: ")


@pytest.mark.parametrize("line", ["hoja de ruta", "Hoja de ruta charging", "hoja de ruta: charging"])
async def test_the_roadmap_is_asked_for_by_its_whole_name(line: str, talk: Talk) -> None:
    assert (await talk.alone(line, CHAIR)).startswith("*Roadmap: ")


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("confirm O-1", "move O-1 confirmed"),
        ("descartar O-1 porque ya hay cargadores", "move O-1 dropped porque ya hay cargadores"),
        ("reopen A-1", "move A-1 reopened"),
        ("oppose R-1", "object R-1"),
        ("listo A-1", "done A-1"),
        ("aprobada R-1", "support R-1"),
    ],
)
async def test_other_words_for_a_verb_are_met_with_its_line(line: str, way: str, talk: Talk) -> None:
    answer = await talk.hears(line, CHAIR)
    assert f"“{way}”" in answer.message.text
    assert not answer.in_channel


@pytest.mark.parametrize("line", ["confirm with the plant", "drop the ball", "listo todo", "against odds"])
async def test_those_words_in_a_sentence_ask_for_nothing(line: str, talk: Talk) -> None:
    assert (await talk.alone(line, CHAIR)).startswith("I do not know")
