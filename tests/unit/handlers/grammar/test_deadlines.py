"""By when, at the end of a text: the day is read with whatever people put behind it, or it is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.actions import read_action_part
from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import split_deadline
from handlers.grammar.problems import ProblemCode
from handlers.grammar.proposals import read_proposal
from handlers.grammar.unread_deadlines import unread_deadline
from tests.unwatched import processor_seconds

READER = Reader(today=date(2027, 3, 3), day_first=True)
FRIDAY, TOMORROW, TODAY = date(2027, 3, 5), date(2027, 3, 4), date(2027, 3, 3)


@pytest.mark.parametrize(
    ("text", "kept", "due"),
    [
        ("Llamar para el viernes a las 5", "Llamar a las 5", FRIDAY),
        ("Llamar para mañana a las 10", "Llamar a las 10", TOMORROW),
        ("Llamar para mañana por la mañana", "Llamar por la mañana", TOMORROW),
        ("Llamar para hoy en la tarde", "Llamar en la tarde", TODAY),
        ("Llamar para esta tarde", "Llamar", TODAY),
        ("Llamar para el viernes sin falta", "Llamar sin falta", FRIDAY),
        ("Llamar para el viernes a las 5 sin falta, por favor", "Llamar a las 5 sin falta", FRIDAY),
        ("Llamar para el viernes (urgente)", "Llamar (urgente)", FRIDAY),
        ("Llamar (para el viernes a las 5)", "Llamar a las 5", FRIDAY),
        ("Llamar para el viernes 12 de marzo a más tardar", "Llamar", date(2027, 3, 12)),
        (
            "Llamar para el viernes antes de las 5 pm hora de México",
            "Llamar antes de las 5 pm hora de México",
            FRIDAY,
        ),
        ("Llamar para las 5 del viernes", "Llamar para las 5", FRIDAY),
        ("Call due friday at 5pm", "Call at 5pm", FRIDAY),
        ("Call due friday 5pm", "Call due friday 5pm", FRIDAY),
        ("Call due friday at noon", "Call at noon", FRIDAY),
        ("Call due friday morning", "Call due friday morning", FRIDAY),
        ("Call due friday at the latest, thanks", "Call", FRIDAY),
        ("Call by end of day friday", "Call by end of day", FRIDAY),
        ("Call due friday at 5pm:\n- one\n- two", "Call at 5pm:\n- one\n- two", FRIDAY),
    ],
)
def test_an_hour_behind_the_day_is_kept_and_the_day_is_read(text: str, kept: str, due: date) -> None:
    assert split_deadline(text, READER) == (kept, due)


@pytest.mark.parametrize(
    ("text", "kept", "due"),
    [
        ("Book desks due on or before friday", "Book desks", FRIDAY),
        ("Book desks on or before friday", "Book desks", FRIDAY),
        ("Book desks no later than friday", "Book desks", FRIDAY),
        ("Mandar la minuta a más tardar el viernes", "Mandar la minuta", FRIDAY),
        ("Mandar la minuta para el viernes o antes", "Mandar la minuta", FRIDAY),
        ("Book buses due before friday", "Book buses", TOMORROW),
        ("Book buses before friday", "Book buses", TOMORROW),
        ("Mandar la minuta antes del viernes", "Mandar la minuta", TOMORROW),
        ("Mandar la minuta antes del viernes por la noche", "Mandar la minuta por la noche", TOMORROW),
        ("Mandar la minuta antes de junio", "Mandar la minuta", date(2027, 5, 31)),
        ("Mandar la minuta antes de fin de mes", "Mandar la minuta", date(2027, 3, 31)),
        ("Send it before the end of june", "Send it", date(2027, 6, 30)),
        ("Mandar la minuta antes de mañana", "Mandar la minuta", TODAY),
        ("Mandar la minuta antes de las 5 del viernes", "Mandar la minuta antes de las 5", FRIDAY),
        ("Send it two weeks before june", "Send it two weeks before june", None),
        ("Enviarlo un día antes del viernes", "Enviarlo un día antes del viernes", None),
        ("Open it, but not before friday", "Open it, but not before friday", None),
    ],
)
def test_before_a_day_is_the_day_before_and_at_the_latest_is_the_day_itself(
    text: str, kept: str, due: date | None
) -> None:
    assert split_deadline(text, READER) == (kept, due)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Llamar para el 31 de abril", ProblemCode.DATE_IMPOSSIBLE),
        ("Llamar para el 30 de febrero a las 5", ProblemCode.DATE_IMPOSSIBLE),
        ("Call due june 31", ProblemCode.DATE_IMPOSSIBLE),
        ("Call due 2027-02-30", ProblemCode.DATE_IMPOSSIBLE),
        ("Call due friday 13 at 5pm", ProblemCode.WEEKDAY_DISAGREES),
        ("Llamar para el viernes 13 sin falta", ProblemCode.WEEKDAY_DISAGREES),
    ],
)
def test_a_day_that_cannot_be_is_asked_about_whatever_stands_behind_it(text: str, code: ProblemCode) -> None:
    wanted, problems = read_action_part(text, (), READER)
    assert [problem.code for problem in problems.values()] == [code]
    assert wanted.due_on is None


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Avisar para el viernes con copia al comité", "para el viernes"),
        ("Ask them by friday at the plant", "by friday"),
        ("Oil the doors by 5pm", "by 5pm"),
        ("Comprar 20 sillas para 12 personas", ""),
        ("Plan the fleet by 2030 with them", ""),
        ("Cut the delays by 3 days", ""),
        ("Count them by month", ""),
        ("Preparar la ofrenda para el Día de Muertos", ""),
        ("Pedir cintas para Semana Santa", ""),
        ("Read the paper by June Author", ""),
        ("Leer el texto de abril por Abril Ruiz", ""),
        ("Avisar para el día 15 con copia al comité", "para el día 15"),
        ("Avisar para esta semana con copia al comité", "para esta semana"),
        ("Avisar para el 31 de abril con copia al comité", "para el 31 de abril"),
        ("Call them by June with the list", "by June"),
    ],
)
def test_a_day_that_stays_in_the_text_is_told(text: str, unread: str) -> None:
    assert split_deadline(text, READER) == (text, None)
    assert unread_deadline(text, READER) == unread


@pytest.mark.parametrize(
    ("text", "said", "due"),
    [
        ("Regar plazas para el viernes 19", "Regar plazas", date(2027, 3, 19)),
        ("Regar plazas para 2027-T3", "Regar plazas", date(2027, 9, 30)),
        ("Regar plazas para el tercer trimestre", "Regar plazas", date(2027, 9, 30)),
        ("Regar plazas para fin de año", "Regar plazas", date(2027, 12, 31)),
        ("Regar plazas, vence el viernes 19 sin falta", "Regar plazas sin falta", date(2027, 3, 19)),
        ("Water the squares due friday", "Water the squares", FRIDAY),
        ("Water the squares by 2027-Q3", "Water the squares", date(2027, 9, 30)),
        ("Water the squares by friday", "Water the squares", FRIDAY),
    ],
)
def test_a_recommendation_is_due_alike_in_both_languages(text: str, said: str, due: date) -> None:
    read = read_proposal(text, READER)
    assert (read.text, read.due_on) == (said, due)


@pytest.mark.parametrize(
    "text",
    [
        "Electrify half of all taxis by 2030",
        "Electrificar la mitad de los taxis para 2030",
        "Cut customs delays by 3 days",
        "Ofrecer cursos para dos semanas",
        "Publish charging data by quarter",
        "Mantener los subsidios hasta diciembre",
        "Talleres para la industria",
    ],
)
def test_what_a_recommendation_asks_for_is_no_deadline(text: str) -> None:
    read = read_proposal(text, READER)
    assert (read.text, read.due_on, read.problem) == (text, None, None)


def test_a_wrong_day_of_a_recommendation_is_a_problem() -> None:
    read = read_proposal("Regar plazas para el viernes 20", READER)
    assert read.problem is not None
    assert read.problem.code is ProblemCode.WEEKDAY_DISAGREES


def test_a_long_text_of_such_words_is_read_in_a_moment() -> None:
    text = "para el viernes a las 5 sin falta by due friday " * 200
    assert processor_seconds(lambda: (split_deadline(text, READER), unread_deadline(text, READER))) < 1


MARCH_30, APRIL_30 = date(2027, 3, 30), date(2027, 4, 30)


@pytest.mark.parametrize(
    ("text", "kept", "due"),
    [
        ("send the map, deadline March 30", "send the map", MARCH_30),
        ("send the map; deadline March 30", "send the map", MARCH_30),
        ("send the map\ndeadline March 30", "send the map", MARCH_30),
        ("send the map (deadline March 30)", "send the map", MARCH_30),
        ("send the map. Deadline is March 30", "send the map.", MARCH_30),
        ("send the map with a deadline March 30", "send the map", MARCH_30),
        ("send the map, due date March 30", "send the map", MARCH_30),
        ("enviar el mapa (fecha límite 30 de marzo)", "enviar el mapa", MARCH_30),
        ("enviar el mapa, con fecha límite 30 de marzo", "enviar el mapa", MARCH_30),
        ("enviar el mapa, fecha compromiso 30 de marzo", "enviar el mapa", MARCH_30),
        ("enviar el mapa, plazo 30 de marzo", "enviar el mapa", MARCH_30),
        ("enviar el mapa a más tardar en abril", "enviar el mapa", APRIL_30),
        ("enviar el mapa, a más tardar en abril de 2027", "enviar el mapa", APRIL_30),
        ("enviar el mapa a más tardar a fin de mes", "enviar el mapa", date(2027, 3, 31)),
    ],
)
def test_a_deadline_by_its_name_is_read(text: str, kept: str, due: date) -> None:
    assert split_deadline(text, READER) == (kept, due)
    proposal = read_proposal(text, READER)
    assert (proposal.text, proposal.due_on) == (kept, due)


@pytest.mark.parametrize(
    "text",
    [
        "Ask CFE for a new deadline",
        "Deadlines slip in March",
        "Ampliar el plazo de la norma",
        "Medir la fecha límite en cada estado",
        "Publicar a más tardar en cuanto salga la norma",
        "No later than usual",
        "Resolver permisos en un plazo de 30 días",
    ],
)
def test_a_sentence_about_deadlines_keeps_its_words(text: str) -> None:
    assert split_deadline(text, READER) == (text, None)
    assert read_proposal(text, READER).text == text
    assert unread_deadline(text, READER) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Extend the deadline March 30", "deadline March 30"),
        ("Set deadline March 30", "deadline March 30"),
        ("Ampliar el plazo 30 de marzo", "plazo 30 de marzo"),
        ("Fijar fecha límite 30 de marzo", "fecha límite 30 de marzo"),
        ("Send the map, deadline March 30 with the notes", "deadline March 30"),
        ("Send the map deadline March 30", "deadline March 30"),
        ("Ask CFE about deadline friday", "deadline friday"),
        ("Check deadline April 30", "deadline April 30"),
        ("Verify due date friday", "due date friday"),
        ("Tell SENER the filing deadline March 30", "deadline March 30"),
        ("Pedir plazo 30 días", "plazo 30 días"),
        ("Respetar fecha límite 30 de abril", "fecha límite 30 de abril"),
        ("Otorgar plazo 90 días", "plazo 90 días"),
        ("Otorgar permisos con plazo 90 días", "con plazo 90 días"),
        ("Permisos en plazo 60 días", "plazo 60 días"),
    ],
)
def test_a_day_of_a_deadline_that_is_spoken_of_stays_and_is_told(text: str, told: str) -> None:
    assert split_deadline(text, READER) == (text, None)
    assert unread_deadline(text, READER) == told
    proposal = read_proposal(text, READER)
    assert (proposal.text, proposal.due_on) == (text, None)
